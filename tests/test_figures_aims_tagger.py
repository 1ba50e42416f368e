"""The aims tagger: the twelve measures, the register behind them, and the score."""

from collections import Counter

import pytest

from qcourse.facts import statable
from qcourse.figures.aims_tagger import AIMS, AimsTagger, measures, overlap, score, shares


def test_measures_are_complete():
    """Twelve measures, each attributed, with known aims, texts and reasons in both languages."""
    every = measures()

    assert [f"m{place:02d}" for place in range(1, 13)] == [one["id"] for one in every]
    for one in every:
        assert set(one["aims"]) <= set(AIMS) and one["aims"], one["id"]
        assert one["en"].startswith("According to the article"), one["id"]
        assert one["fr"].startswith("Selon l’article"), one["id"]
        assert {"en", "fr"} == set(one["reason"]) == set(one["short"]), one["id"]


def test_counts_are_those_of_the_picture():
    """The alternative text's numbers are those of the data."""
    count = Counter(aim for one in measures() for aim in one["aims"])

    assert {"talent_and_funding": 6, "bilateral_research": 5, "influence": 4} == count
    assert 3 == sum(len(one["aims"]) == 2 for one in measures())


def test_facts_may_be_stated():
    """Every fact named exists and may be stated; those about the time since then are not the article's."""
    for one in measures():
        assert one["facts"], one["id"]
        for fact_id in one["facts"]:
            statable(fact_id)
        for fact_id in one["since"]:
            assert "seed" != statable(fact_id).status, fact_id


@pytest.mark.parametrize(
    ("given", "reading", "expected"),
    [
        ((), ("influence",), 0),
        (("influence",), ("influence",), 1),
        (AIMS, ("influence",), 1 / 3),
        (("influence", "bilateral_research"), ("influence",), 1 / 2),
    ],
)
def test_overlap(given, reading, expected):
    """The overlap is the tags in both over the tags in either."""

    assert expected == pytest.approx(overlap(given, reading))


def test_score():
    """The course's own reading scores 1, no tag at all 0."""

    assert 1 == score({one["id"]: one["aims"] for one in measures()})
    assert 0 == score({})


def test_shares():
    """The shares are of all tags given, and nought for none."""

    assert {"talent_and_funding": 0.5, "bilateral_research": 0.5, "influence": 0} == shares(
        {"m01": [AIMS[0]], "m02": [AIMS[1]]}
    )
    assert dict.fromkeys(AIMS, 0.0) == shares({})


def test_what_happened_since_is_dated():
    """Each statement on the time since then carries its date."""
    since = [fact for one in AimsTagger.compute()["measures"] for fact in one["since"]]

    assert since
    assert all(text.endswith(")") and text[-5:-1].isdigit() for fact in since for text in fact.values())

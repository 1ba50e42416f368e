"""The forums: each rests on the register, a way in is shown only where a fact says so, and the picture counts them."""

from collections import Counter

import pytest

from qcourse.facts import register, statable
from qcourse.figures.forums import DECIDES, ROOMS, WHO, Forums, forums, matching


def test_forums_are_those_of_the_picture():
    """Fifteen forums, with the ways in that the alternative text counts."""

    assert {"own": 1, "within": 1, "through": 6, "silent": 7} == Counter(one["room"] for one in forums())
    assert len({one["id"] for one in forums()}) == len(forums())


@pytest.mark.parametrize("one", forums(), ids=lambda one: one["id"])
def test_each_forum_stands_on_the_register(one):
    """Known words, facts that may be stated, a source for each way in, and the article named where it stands alone."""
    shown = next(other for other in Forums.compute()["forums"] if other["id"] == one["id"])

    assert one["who"] and set(one["who"]) <= set(WHO)
    assert one["decides"] and set(one["decides"]) <= set(DECIDES) and one["room"] in ROOMS
    assert one["facts"] and (one["way"] or one["room"] == "silent")
    for fact_id, told in zip([*one["facts"], *one["way"]], [*shown["facts"], *shown["way"]], strict=True):
        statable(fact_id)
        assert ("2022 article" in told["en"]) == (register()[fact_id].status == "seed"), fact_id


def test_filters_narrow():
    """The three choices are joined, and one that nothing meets is said to be so."""

    assert ["wassenaar"] == [one["id"] for one in matching(decides="rule")]
    assert ["unesco"] == [one["id"] for one in matching("states", "declaration", "within")]
    assert [] == matching("firms", "declaration")
    assert Forums.word("says_none", "en", total="15") == Forums.says("firms", "declaration", "all", "en")
    assert Forums.says("all", "standard", "all", "en").startswith("Forums: 5 of 15; in 5")

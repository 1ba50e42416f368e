"""The rules compared: every question has an answer of every place, dated, and every vignette one proposal."""

import pytest

from qcourse.facts import register, statable
from qcourse.figures.rules_compared import BINDS, PLACES, QUESTIONS, RulesCompared, cell, rules


def test_the_grid_is_whole():
    """Each place answers each question once, says how its rule binds and what is not established."""

    assert sorted((question, place) for question in QUESTIONS for place in PLACES) == sorted(
        (one["question"], one["place"]) for one in rules()["cells"]
    )
    for one in rules()["cells"]:
        assert one["binds"] in BINDS
        assert all(one[key][language].strip() for key in ("says", "open") for language in ("en", "fr"))


def test_a_rule_rests_on_verified_facts():
    """No cell rests on the article alone, which states no foreign rule."""
    for one in rules()["cells"]:
        assert one["facts"]
        assert {"verified"} == {statable(fact).status for fact in one["facts"]}


def test_the_alternative_text_says_how_each_binds():
    """Export: permits everywhere; research: four rules of three kinds; data: three duties and a power."""

    assert ["permit"] * 4 == [cell("export", place)["binds"] for place in PLACES]
    assert ["condition", "guidance", "permit", "condition"] == [
        cell("research", place)["binds"] for place in PLACES
    ]
    assert ["duty", "duty", "duty", "reach"] == [cell("data", place)["binds"] for place in PLACES]


@pytest.mark.parametrize("one", rules()["vignettes"], ids=lambda one: one["id"])
def test_a_vignette_has_one_proposal(one):
    """Three choices, one of them the course's, a reason for each, and facts that may be stated."""

    assert 1 == sum(bool(choice.get("right")) for choice in one["choices"])
    assert 3 == len(one["choices"])
    assert all(choice["reason"][language] for choice in one["choices"] for language in ("en", "fr"))
    assert all(statable(fact) for fact in one["facts"])


def test_the_proposal_stands_at_no_fixed_place():
    """A reader who always takes the same place learns nothing."""
    places = [
        next(place for place, choice in enumerate(one["choices"]) if choice.get("right"))
        for one in rules()["vignettes"]
    ]

    assert {0, 1, 2} == set(places)


def test_what_the_article_says_is_attributed():
    """The fourth vignette rests on the article, and says so in both languages."""
    shown = RulesCompared.compute()["vignettes"][3]["facts"]

    assert {"seed"} == {register()[fact].status for fact in rules()["vignettes"][3]["facts"]}
    assert all("2022 article" in fact["en"] and "article de 2022" in fact["fr"] for fact in shown)

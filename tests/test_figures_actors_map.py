"""The map of actors: the register behind actors and cards, and the count of cards placed."""

from collections import Counter

import pytest

from qcourse.facts import register, statable
from qcourse.figures.actors_map import GROUPS, LEVELS, ROLES, ActorsMap, actors, cards, right


def test_actors_are_those_of_the_picture():
    """Eighteen actors of four groups, with known roles and texts in both languages; the alternative text counts them."""
    count = Counter(one["group"] for one in actors())

    assert {"quebec": 5, "federal": 5, "ecosystem": 5, "abroad": 3} == count
    assert set(GROUPS) == set(count)
    for one in actors():
        assert one["roles"] and set(one["roles"]) <= set(ROLES), one["id"]
        assert {"en", "fr"} == set(one["name"]) == set(one["does"]), one["id"]


def test_cards_are_complete():
    """Fifteen cards of all four levels, each with texts and a reason in both languages."""

    assert [f"d{place:02d}" for place in range(1, 16)] == [one["id"] for one in cards()]
    assert {"quebec": 5, "federal": 4, "shared": 3, "neither": 3} == Counter(one["level"] for one in cards())
    assert set(LEVELS) == {one["level"] for one in cards()}
    for one in cards():
        assert {"en", "fr"} == set(one["reason"]) == set(one["short"]), one["id"]
        assert one["en"] and one["fr"], one["id"]


@pytest.mark.parametrize("one", [*actors(), *cards()], ids=lambda one: one["id"])
def test_facts_may_be_stated(one):
    """Each actor and card rests on a fact that may be stated and, when it is only the article's, says so."""
    facts = [*one["facts"], *([one["told"]["id"]] if "told" in one else [])]

    assert facts
    for fact_id in facts:
        statable(fact_id)
    shown = next(
        other
        for other in (*ActorsMap.compute()["actors"], *ActorsMap.compute()["cards"])
        if other["id"] == one["id"]
    )["facts"]
    for fact_id, said in zip(facts, shown, strict=True):
        if "seed" == register()[fact_id].status:
            assert "2022 article" in said["en"] and "article de 2022" in said["fr"]
        else:
            assert said["en"].endswith(")") and said["en"][-5:-1].isdigit()


def test_right():
    """The count is of the cards placed as the course places them."""
    key = {one["id"]: one["level"] for one in cards()}

    assert 15 == right(key)
    assert 14 == right({**key, "d01": "quebec"})
    assert 0 == right({})

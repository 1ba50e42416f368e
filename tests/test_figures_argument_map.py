"""The argument map: it stands on the register, each objection costs something, and every state is computed."""

import pytest

from qcourse.facts import register
from qcourse.figures.argument_map import KINDS, ArgumentMap, argument, holding, standing

SUPPORTS = [one["id"] for one in argument()["supports"]]


def test_each_part_names_known_parts_and_facts():
    """Needs and objections name supports that exist; each support and objection has a dated fact."""
    parts = argument()

    for one in parts["conclusions"]:
        assert {support for need in one["needs"] for support in need} <= set(SUPPORTS), one["id"]
    for one in [*parts["supports"], *parts["objections"]]:
        assert one["facts"] or one["told"], one["id"]
        assert one.get("hits", SUPPORTS[0]) in SUPPORTS
    assert {one["kind"] for one in parts["supports"]} == set(KINDS)


def test_what_only_the_article_says_is_called_so():
    """A support on record has a verified fact; one after the article has none."""
    for one in argument()["supports"]:
        named = [*one["facts"], *([one["told"]["id"]] if "told" in one else [])]
        verified = [fact for fact in named if register()[fact].status != "seed"]

        assert bool(verified) == (one["kind"] != "article"), one["id"]


def test_all_hold_at_the_start_and_none_without_supports():
    """With every support the five conclusions hold; with none they fall."""
    assert [one["id"] for one in argument()["conclusions"]] == holding()
    assert [] == holding(SUPPORTS)


@pytest.mark.parametrize(
    ("objection", "left"),
    [
        ("cause", ["precedent", "case", "offer", "opening"]),
        ("later", ["precedent", "case", "offer", "opening"]),
        ("unlike", ["precedent", "offer", "opening"]),
        ("pressure", ["precedent", "case", "offer", "promise"]),
        ("announced", ["precedent", "case", "offer", "opening", "promise"]),
    ],
)
def test_what_an_objection_leaves(objection, left):
    """Each objection brings down exactly what rests on the support that it sets aside."""
    assert left == holding(objection=objection)


def test_one_of_two_supports_is_enough():
    """The offer stands on the simulation or the dialogues, and falls when neither is left."""
    assert "offer" in holding(["dialogues"])
    assert "offer" not in holding(["dialogues"], "announced")
    assert "offer" in holding(["simulation"], "announced")


@pytest.mark.parametrize("objection", ["none", "cause", "announced"])
def test_the_page_looks_up_every_state(objection):
    """At the place of a choice of supports stands the set of conclusions that hold."""
    codes = ArgumentMap.computed()["holds"][objection]

    assert 2 ** len(SUPPORTS) == len(codes)
    for off in ([], ["declaration"], ["dialogues", "asked"], SUPPORTS):
        kept = sum(2**place for place, name in enumerate(SUPPORTS) if name not in off)
        hold = [
            one["id"]
            for place, one in enumerate(argument()["conclusions"])
            if int(codes[kept], 32) >> place & 1
        ]

        assert holding(off, objection) == hold
        assert standing(off, objection) <= set(SUPPORTS) - set(off)

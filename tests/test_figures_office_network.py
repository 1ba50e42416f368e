"""The network on its map: every entry rests on the register, and the picture counts what there is."""

import re
from collections import Counter

import pytest

from qcourse.facts import register, statable
from qcourse.figures.office_network import KINDS, OfficeNetwork, dated, everything, kinds, of_its_time, places

WHOSE = {"quebec", "canada", "both", "others"}


def test_places_are_those_of_the_picture():
    """Twelve places in three parts, two of them to be closed, as the alternative text says."""
    count = Counter(one["panel"] for one in places())

    assert {"americas": 5, "europe": 4, "asia": 3} == count
    assert ["havana", "hong_kong"] == [one["id"] for one in places() if one.get("closing")]


@pytest.mark.parametrize("place", places(), ids=lambda one: one["id"])
def test_each_place_stands_on_the_register(place):
    """Each entry may be stated, says whose it is, and its year is that of the fact or stands in its sentence."""
    shown = next(one for one in OfficeNetwork.compute()["places"] if one["id"] == place["id"])
    for means, seen in zip(dated(place), shown["means"], strict=True):
        fact = statable(means["fact"])
        year = means["since"][:4]

        assert means["kind"] in KINDS and means["whose"] in WHOSE
        assert fact.as_of.startswith(year) or year in fact.claim["en"], means["fact"]
        if register()[means["fact"]].status == "seed":
            assert "2022 article" in seen["told"]["en"] and "article de 2022" in seen["told"]["fr"]


@pytest.mark.parametrize("place", places(), ids=lambda one: one["id"])
def test_each_place_is_on_its_part_of_the_map(place):
    """No place lies at an edge, where it would be cut, and no two share a spot."""
    at = {one["id"]: (one["panel"], *one["at"]) for one in OfficeNetwork.compute()["places"]}
    panel, x, y = at[place["id"]]
    others = [spot for name, spot in at.items() if name != place["id"] and spot[0] == panel]

    assert 0.02 < x < 0.98 and 0.02 < y < 0.98
    assert all(abs(x - a) > 0.06 or abs(y - b) > 0.06 for _, a, b in others)


def test_filter():
    """The register names one post with an attaché, and the article counts twelve without naming them."""

    assert ["quebec", "london"] == [one["id"] for one in places("attache")]
    assert {kind for one in places() for kind in kinds(one)} == set(KINDS)
    assert "London" in OfficeNetwork.says("attache", "london", "en")
    assert not re.search(r"\{\w+\}", OfficeNetwork.says("call", "london", "fr"))


def test_time_of_the_article():
    """The year of the article is the border between the two lists."""

    assert of_its_time("2022") and of_its_time("2022-01-21") and of_its_time("1962")
    assert not of_its_time("2023-01-01")
    assert {"americas", "europe", "asia"} == {panel["id"] for panel in everything()["panels"]}

"""The map of technologies: the register behind every place, and the counts that lesson and picture state."""

import pytest

from qcourse.facts import register, statable
from qcourse.figures.technology_map import FAMILIES, MATURITIES, USES, TechnologyMap, tally, technologies

each_technology = pytest.mark.parametrize("one", technologies(), ids=lambda one: one["id"])


def test_counts_are_those_of_the_texts():
    """Twenty-one technologies of four families in eight uses; only sensing has one in use."""
    assert {"planned": 4, "laboratory": 11, "field": 5, "in_use": 1} == tally()
    assert ["sensing"] == [family for family in FAMILIES if tally(family)["in_use"]]
    assert list(FAMILIES) == list(dict.fromkeys(USES.values()))
    assert set(USES) == {one["use"] for one in technologies()}


@each_technology
def test_a_place_rests_on_facts_that_may_be_stated(one):
    """No undated point: each has a fact, and none that only the article or nobody vouches for."""
    assert one["facts"]
    assert one["maturity"] in MATURITIES
    assert {"verified", "computed"} >= {statable(fact).status for fact in one["facts"]}
    assert all("{}" not in one["not_shown"][language] and one["name"][language] for language in ("en", "fr"))


@each_technology
def test_qualifiers_are_those_of_the_register(one):
    """Physical or logical, post-selected, peer-reviewed, contested: only where a sentence or a note says so."""
    said = " ".join(
        register()[fact].claim["en"] + " " + (register()[fact].note or "") for fact in one["facts"]
    )
    evidence = {
        "logical": ("logical", "encoded", "corrected"),
        "post_selected": ("discarding",),
        "peer_reviewed": ("peer-reviewed",),
        "preprint": ("not been peer reviewed",),
        "contested": ("contested", "reproduced part"),
        "claimed": ("claimed", "said", "report"),
        "target": ("target", "aims", "launching", "launch window"),
        "trusted_node": ("trusted-node",),
        "test_bed": ("testbed",),
        "dual": ("military and civilian",),
        "quebec": ("Québec", "Sherbrooke", "Nord Quantique"),
        "physical": ("qubit", "98-ion", "annealer"),
    }

    assert [] == [mark for mark in one["marks"] if not any(word in said for word in evidence[mark])]
    if "discarding" in said:
        assert "post_selected" in one["marks"]
    assert not {"physical", "logical"} <= set(one["marks"])


def test_planned_means_no_result():
    """A target never stands with the results, and a result never with the plans."""
    assert {"planned"} == {one["maturity"] for one in technologies() if "target" in one["marks"]}
    for one in TechnologyMap.compute()["technologies"]:
        assert len(one["facts"]) == len(
            next(other for other in technologies() if other["id"] == one["id"])["facts"]
        )
        assert all(fact["en"].endswith(")") for fact in one["facts"])

"""The ledger: what stands behind each entry, the yearly amounts, and one rule of comparison with the exercise."""

import itertools
from collections import Counter

import pytest

from qcourse import exercises
from qcourse.exercises import content_root
from qcourse.figures.investment_ledger import (
    BOUNDS,
    KINDS,
    MONEY,
    PAYERS,
    STAGES,
    InvestmentLedger,
    amount_of,
    announcement,
    currency_of,
    entries,
    money,
    per_year,
    reasons,
)

BY_ID = {one["id"]: one for one in entries()}
NBSP = "\u00a0"


@pytest.mark.parametrize("one", entries(), ids=lambda one: one["id"])
def test_every_entry_is_marked(one):
    """Each amount is a number of the register, and each mark one that the figure knows, in both languages."""
    assert amount_of(one) > 0
    assert one["payer"] in PAYERS and one["kind"] in KINDS and one["stage"] in STAGES
    assert one["money"] in MONEY and one.get("bound", "more") in BOUNDS
    assert {"en", "fr"} == set(one["name"]) == set(one["note"])
    assert set(one.get("within", [])) <= set(BY_ID)


def test_the_picture_counts_right():
    """The alternative text gives the number of entries and of those that are spent."""
    assert (34, 1) == (len(entries()), Counter(one["stage"] for one in entries())["spent"])


def test_a_part_is_smaller_than_its_whole():
    """Wherever one entry is part of another, in the same currency."""
    for one in entries():
        for whole in one.get("within", []):
            assert currency_of(one) == currency_of(BY_ID[whole])
            assert amount_of(one) < amount_of(BY_ID[whole]), one["id"]


@pytest.mark.parametrize(
    ("name", "en", "fr"),
    [
        ("federal_360", "CAD 51.4 million a year", "51,4 M$ CA par année"),
        ("quebec_100", "CAD 14.3 million to CAD 16.7 million a year", "de 14,3 M$ CA à 16,7 M$ CA par année"),
        ("federal_334", "CAD 66.9 million a year", "66,9 M$ CA par année"),
        ("oqi_ubs", "up to CHF 2 million a year", "jusqu’à 2 M CHF par année"),
        ("eu_11", "more than EUR 2.2 billion a year", "plus de 2,2 G€ par année"),
        (
            "zone_435",
            "cannot be computed: the period is not stated",
            "ne peut être calculé : la période n’est pas indiquée",
        ),
    ],
)
def test_yearly(name, en, fr):
    """Amount over years, both ends where sources differ, and no number where nobody gives the years."""
    told = [InvestmentLedger.yearly(BY_ID[name], language).replace(NBSP, " ") for language in ("en", "fr")]

    assert [en, fr] == told


def test_money_below_a_million():
    """Small amounts are written in full, with the symbol after the number in French."""
    assert ("EUR 800,000", "2 000 CHF") == (
        money(800_000, "EUR", "en").replace(NBSP, " "),
        money(2000, "CHF", "fr").replace(NBSP, " "),
    )


def test_the_rule_is_that_of_the_exercise():
    """For every two entries the figure's reasons are those of the reference of follow_the_money, and so are the years."""
    namespace = {}
    private = exercises.load("follow_the_money", content_root()).private
    exec((private / "solution.py").read_text(encoding="utf-8"), namespace)

    for a, b in itertools.product(map(announcement, entries()), repeat=2):
        assert reasons(a, b) == namespace["comparable"](a, b)
    assert per_year(BY_ID["federal_360"]) == [namespace["per_year"](360e6, 7)]


def test_what_the_lesson_compares():
    """A total and a share of one day differ in whose money it is alone; two federal budgets in date and period."""
    marks = {name: announcement(one) for name, one in BY_ID.items()}

    assert ["public_private"] == reasons(marks["zone_435"], marks["zone_131"])
    assert ["date", "period"] == reasons(marks["federal_360"], marks["federal_334"])
    assert [] == reasons(marks["kirq_6"], marks["kirq_3"])

"""Checks of follow_the_money that run on submission."""

from qcourse.checks import is_equal, keeps_arguments, require

BASE = {
    "currency": "CAD",
    "period": 5,
    "public_private": "public",
    "planned_spent": "planned",
    "date": "2022-02-03",
}
OTHER = {
    "currency": "GBP",
    "period": 4,
    "public_private": "mixed",
    "planned_spent": "spent",
    "date": "2023-11-24",
}


def test_edges(answer):
    for what, change, expected in [
        ("the same five values", {}, []),
        ("another name, amount and payer", {"name": "x", "amount": 1, "payer": "federal"}, []),
        ("one period not stated", {"period": None}, ["period"]),
        ("two days of one year", {"date": "2022-11-24"}, ["date"]),
        ("another currency alone", {"currency": "USD"}, ["currency"]),
        ("granted, not planned", {"planned_spent": "granted"}, ["planned_spent"]),
        ("five differences", OTHER, ["currency", "date", "period", "planned_spent", "public_private"]),
    ]:
        a = {"name": "a", "amount": 2, "payer": "quebec", **BASE}
        require(is_equal(answer.comparable(a, {**a, **change}), expected).on(f"comparable: {what}"))
    unknown = {**BASE, "period": None}
    require(is_equal(answer.comparable(unknown, {**unknown}), []).on("comparable: period None, None"))


def test_untouched(answer):
    require(keeps_arguments(answer.comparable, {**BASE, "name": "a"}, {**OTHER, "name": "b"}))

"""The timelines: dates are the register's, and “next” is the first strictly after the day."""

import datetime
import re
from pathlib import Path

import pytest

from qcourse.facts import statable
from qcourse.figures.timelines import COUNTRIES, FORCES, MILESTONES, TODAY, Timelines, next_milestones

each_milestone = pytest.mark.parametrize("one", MILESTONES, ids=lambda one: f"{one.country}-{one.day}")


@each_milestone
@pytest.mark.parametrize("language", ("en", "fr"))
def test_dates_come_from_the_register(one, language):
    """The year shown stands in the fact's sentence, and the day lies in it or, for a month or year, at its end."""
    claim = statable(one.fact).claim[language]
    year = re.search(r"\d{4}", one.says[language])[0]

    assert year in claim
    assert one.day.startswith(year)
    assert one.day == "2027-01-01" or one.day == "2026-04-30" or one.day.endswith("-12-31")
    assert datetime.date.fromisoformat(one.day)


def test_months_and_days_come_from_the_register():
    """April 2026 and 1 January 2027, as values."""

    assert MILESTONES[0].day.startswith(statable("pqc-roadmap-2025").value("plans"))
    assert statable("cnsa2-2027").value() in {one.day for one in MILESTONES}


def test_every_value_of_the_register_has_a_milestone():
    """No year of the three roadmaps with values is left out."""
    for fact_id in ("pqc-roadmap-2025", "uk-2028-2031-2035", "eu-roadmap-2026-2030-2035"):
        years = {str(value)[:4] for value in statable(fact_id).values.values()}

        assert years == {one.day[:4] for one in MILESTONES if one.fact == fact_id}


@each_milestone
def test_required_is_said_where_the_register_says_so(one):
    """No roadmap, plan or draft passes for an obligation."""
    claim = statable(one.fact).claim["en"]

    assert (one.force == "required") == bool(re.search(r"\b(must comply|requires post-quantum)\b", claim))
    assert (one.force == "draft") == ("a draft" in claim)
    assert (one.force == "asked") == bool(re.search(r"\basks\b", claim))


def test_order():
    """By jurisdiction, then by day, all five there, all four kinds used."""
    keys = [(COUNTRIES.index(one.country), one.day) for one in MILESTONES]

    assert sorted(keys) == keys
    assert set(COUNTRIES) == {one.country for one in MILESTONES}
    assert set(FORCES) == {one.force for one in MILESTONES}


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (TODAY, ("2031-12-31", "2027-01-01", "2028-12-31", "2026-12-31", "2030-12-31")),
        ("2026-04-29", ("2026-04-30", "2027-01-01", "2028-12-31", "2026-12-31", "2030-12-31")),
        ("2030-12-31", ("2031-12-31", "2031-12-31", "2031-12-31", "2035-12-31", None)),
        ("2036-01-01", (None,) * 5),
    ],
)
def test_next(today, days):
    """A milestone on the day itself has come."""

    assert days == tuple(one and one.day for one in next_milestones(today).values())


def test_the_exercise_has_the_same_table():
    """Days and labels of the stub are those of the figure, without the draft, and the same one comes first on a day."""
    stub = Path(__file__).parents[1] / "exercises" / "migration_plan" / "stub.py"
    namespace = {}
    exec(stub.read_text(encoding="utf-8"), namespace)
    for country in COUNTRIES:
        shown = [
            (one.day, one.label["en"])
            for one in MILESTONES
            if one.country == country and one.force != "draft"
        ]
        rows = namespace["MILESTONES"][country]

        assert sorted(shown) == sorted(rows)
        assert {day: next(row for row in shown if row[0] == day) for day, _ in shown} == {
            day: next(row for row in rows if row[0] == day) for day, _ in rows
        }


def test_sentence():
    """Label, date, status and addressee."""
    shown = next_milestones(TODAY)

    assert (
        "Canada, next: high-priority systems migrated, end of 2031 (asked). For whom: federal departments, for systems up to Protected B."
        == Timelines.says("canada", shown["canada"], "en")
    )
    assert "plus aucune date" in Timelines.says("uk", None, "fr")

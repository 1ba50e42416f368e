"""The shelf-life desk: the arithmetic of the exercise, the survey as the register has it, the sentences."""

import pytest

from qcourse.facts import find
from qcourse.figures.shelf_life_desk import (
    MIGRATE,
    MOST,
    SECRET,
    SURVEY_FACTS,
    ShelfLifeDesk,
    margin,
    surveys,
    verdict,
)


@pytest.mark.parametrize(
    ("secret", "migrate", "earliest", "latest", "expected"),
    [
        (0, 4, 5, 20, "safe"),
        (10, 4, 5, 20, "at_risk"),
        (50, 4, 5, 20, "late"),
        (1, 4, 5, 20, "safe"),
        (1.25, 4, 5, 20, "at_risk"),
        (16, 4, 5, 20, "at_risk"),
        (16.25, 4, 5, 20, "late"),
        (0, 0, 0, 0, "safe"),
    ],
)
def test_verdict(secret, migrate, earliest, latest, expected):
    """A margin of exactly zero still holds."""

    assert expected == verdict(secret, migrate, earliest, latest)


def test_margin():
    """Secrecy and migration are taken from the threat."""

    assert -21 == margin(25, 8, 12)


def test_survey_dates_and_chances():
    """The ranges count from the year of the report and carry the register's chances."""
    ten, fifteen, other = (find(fact_id) for fact_id in SURVEY_FACTS)
    expected = {
        "wide": {
            "earliest": 2031,
            "latest": 2046,
            "chances": [
                [other.values["low_5y"], other.values["high_5y"]],
                [other.values["low_20y"], other.values["high_20y"]],
            ],
        },
        "even": {
            "earliest": 2036,
            "latest": 2041,
            "chances": [
                [ten.values["low"], ten.values["high"]],
                [fifteen.values["low"], fifteen.values["high"]],
            ],
        },
    }

    assert expected == surveys()
    assert {"2026-03-09"} == {fact.as_of for fact in (ten, fifteen, other)}


def test_even_odds_are_about_one_half():
    """The range called even odds starts near one half in the higher average and ends near it in the lower one."""
    first, last = surveys()["even"]["chances"]

    assert 50 == pytest.approx(first[1], abs=2)
    assert 50 == pytest.approx(last[0], abs=2)


def test_durations_fit_the_sliders():
    """Every duration that has words can be reached with the slider."""

    assert max(SECRET) <= MOST["secret"]
    assert max(MIGRATE) <= MOST["migrate"]


@pytest.mark.parametrize(
    ("values", "english", "french"),
    [
        (
            (10, 4, 5, 20),
            "At risk. At the earliest date the file is readable 9 years too early; at the latest date the margin is 6 years.",
            "9\u00a0ans avant la fin du secret",
        ),
        ((0, 4, 5, 20), "Safe. Even at the earliest date the margin is 1 year.", "la marge est de 1\u00a0an"),
        (
            (50, 4, 5, 20),
            "Late. Even if the machine comes at the latest date, the file is readable 34 years too early.",
            "34\u00a0ans avant la fin du secret",
        ),
        (
            (16, 4, 5, 20),
            "At risk. At the earliest date the file is readable 15 years too early; at the latest date the margin is 0 years.",
            "la marge est de 0\u00a0an",
        ),
    ],
)
def test_meaning(values, english, french):
    """The verdict is said with its margins."""

    assert english == ShelfLifeDesk.meaning(*values, "en")
    assert french in ShelfLifeDesk.meaning(*values, "fr")

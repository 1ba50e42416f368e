"""The ways through the course: their lessons exist or are planned, and their minutes are those promised."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from qcourse.sphinxext.front_matter import front_matter
from qcourse.sphinxext.lesson import coming

ROOT = Path(__file__).parents[1]
PATHS = yaml.safe_load((ROOT / "book" / "paths.yml").read_text(encoding="utf-8"))


def minutes() -> dict[str, int]:
    """Minutes of every lesson, written or planned."""
    found = {}
    for folder in (path for path in (ROOT / "modules").iterdir() if path.is_dir()):
        found |= {entry["name"]: entry["minutes"] for entry in coming(folder)}
        found |= {page.stem: matter.minutes for page in folder.glob("*.md") if (matter := front_matter(page))}
    return found


@pytest.mark.parametrize("session", PATHS["core"], ids=lambda session: session["lessons"][0])
def test_a_session_of_the_core_path_lasts_45_minutes(session: dict) -> None:
    """Lessons and recall cards of each session add up to 45."""
    total = sum(minutes()[name] for name in session["lessons"]) + session.get("cards", 0)

    assert 45 == total


@pytest.mark.parametrize(
    "role, expected",
    list(zip(PATHS["roles"], (65, 108, 141, 77, 396), strict=True)),
    ids=lambda value: value["title"]["en"] if isinstance(value, dict) else "",
)
def test_the_path_of_a_role_lasts_as_promised(role: dict, expected: int) -> None:
    """The minutes of each role's lessons; ‘all’ counts every lesson and the cards of the core path."""
    cards = sum(session.get("cards", 0) for session in PATHS["core"])
    total = (
        sum(minutes().values()) + cards
        if role["lessons"] == "all"
        else sum(minutes()[name] for name in role["lessons"])
    )

    assert expected == total


def test_the_workshop_lasts_half_a_day() -> None:
    """Its activities add up to 3 h 30."""
    assert 210 == sum(part["minutes"] for part in PATHS["workshop"])


@pytest.mark.parametrize("session", PATHS["cohort"], ids=lambda session: session["before"][0])
def test_a_session_of_the_cohort_lasts_two_hours(session: dict) -> None:
    """What happens in the room adds up to 120, and what is read before is about 30."""
    assert 120 == sum(part["minutes"] for part in session["room"])
    assert 24 <= sum(minutes()[name] for name in session["before"]) <= 36

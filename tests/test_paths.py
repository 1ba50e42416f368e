"""The ways through the course: their lessons exist or are planned, and their minutes are those promised."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from qcourse.sphinxext.front_matter import front_matter
from qcourse.sphinxext.lesson import coming
from qcourse.sphinxext.routes import said, total

ROOT = Path(__file__).parents[1]
USE = (ROOT / "book" / "how_to_use.md").read_text(encoding="utf-8")
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


@pytest.mark.parametrize(
    "name, expected",
    list(zip(PATHS["tasks"], (25, 20, 63, 57, 42, (210, 360), 270), strict=True)),
)
def test_a_route_by_task_lasts_as_promised(name: str, expected: int | tuple[int, int]) -> None:
    """Its lessons add up; where plans can be chosen, from the shortest to the longest."""
    pair = expected if isinstance(expected, tuple) else (expected, expected)

    assert pair == total(PATHS, minutes(), name)


@pytest.mark.parametrize(
    "name", [name for name, task in PATHS["tasks"].items() if task.get("lessons") and not task.get("minutes")]
)
def test_the_minutes_of_a_route_are_those_of_the_lessons_it_names(name: str) -> None:
    """The steps of the route name the lessons that are counted, and no other."""
    section = USE.partition(f"\n({name})=")[2].partition("\n(")[0]

    assert set(PATHS["tasks"][name]["lessons"]) == set(re.findall(r"\{lesson\}`(\w+)`", section))


@pytest.mark.parametrize(
    "language, expected", [("en", "3\u00a0h\u00a030 to 6\u00a0h"), ("fr", "de 3\u00a0h\u00a030 à 6\u00a0h")]
)
def test_a_length_is_said_as_readers_say_it(language: str, expected: str) -> None:
    """Minutes below two hours, then hours; a range where there is a choice."""
    assert expected == said(210, 360, language)
    assert "63\u00a0minutes" == said(63, 63, language)


@pytest.mark.parametrize("language", ("en", "fr"))
def test_every_route_of_the_cover_shows_its_length(site: Path, language: str) -> None:
    """Each entry leads somewhere and says how long it takes; no page says any more that a lesson is in preparation."""
    book = site / language / "book"
    cover = (
        (book / "index.html")
        .read_text(encoding="utf-8")
        .partition('class="qc-routes"')[2]
        .partition("</ul>")[0]
    )
    use = (book / "how_to_use.html").read_text(encoding="utf-8")
    lengths = re.findall(r'href="([^"]+)">[^<]+</a><span class="qc-minutes">([^<]+)</span>', cover)

    assert len(PATHS["tasks"]) == len(lengths) == cover.count("<li")
    assert dict(lengths)["teaching/index.html"] == said(210, 360, language)
    assert 'href="teaching/index.html"' in use and use.count('class="qc-route"') == 5
    assert "qc-coming" not in use

"""What the base article states is taught on a page, and most of it is asked for.

Taught: a lesson cites the fact by a role, in its text or in its questions and cards, or shows it in a figure.
Assessed: a question, a card or an exercise names the fact under ``facts``.
``python -m tests.test_article_coverage`` prints what is still missing.
"""

from __future__ import annotations

import re
from functools import cache

import pytest

from qcourse import exercises, facts
from qcourse.sphinxext import page_data

from .pages import LESSONS, ROOT, Page

FIGURES = ROOT / "src" / "qcourse" / "figures"
STATEMENTS = sorted(fact.id for fact in facts.register().values() if fact.in_seed)
LEAST_TAUGHT = 57
LEAST_ASSESSED = 57
"""Every statement of the article is taught and asked for; a new one waits for its place below these floors."""


@cache
def taught() -> dict[str, list[str]]:
    """For each fact that a lesson cites or shows in a figure, the names of these lessons."""
    found: dict[str, list[str]] = {}
    for lesson in LESSONS:
        for fact in dict.fromkeys([*lesson.cited(), *shown(lesson)]):
            found.setdefault(fact, []).append(lesson.name)
    return found


def shown(lesson: Page) -> list[str]:
    """The facts that the data files of a lesson's figures name."""
    called = re.findall(r"^from qcourse\.figures import (\w+)$", lesson.source, re.MULTILINE)
    data = [FIGURES / f"{re.sub(r'(?<=[a-z])(?=[A-Z])', '_', name).lower()}.yml" for name in called]
    words = {
        word
        for path in data
        if path.is_file()
        for word in re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", path.read_text(encoding="utf-8"))
    }
    return sorted(words & facts.register().keys())


@cache
def items() -> list[tuple[str, str, tuple[str, ...]]]:
    """Each question, card and exercise that names facts: its lesson ("" for an exercise), its own name, the facts."""
    found = []
    for lesson in LESSONS:
        for kind, read in (("question", page_data.questions), ("card", page_data.cards)):
            for name, item in read(lesson.path).items():
                if "facts" in item:
                    found.append((lesson.name, f"{kind} {name}", tuple(item["facts"])))
    for slug in exercises.names(ROOT):
        exercise = exercises.load(slug, ROOT)
        if exercise.facts:
            found.append(("", f"exercise {slug}", exercise.facts))
    return found


def assessed() -> dict[str, list[str]]:
    """For each fact that an item names, where."""
    found: dict[str, list[str]] = {}
    for lesson, name, named in items():
        for fact in named:
            found.setdefault(fact, []).append(f"{lesson} {name}".strip())
    return found


def missing(places: dict[str, list[str]]) -> list[str]:
    """The statements of the article for which there is no place."""
    return [fact for fact in STATEMENTS if fact not in places]


def test_the_article_is_taught() -> None:
    """Lessons cite what the article states; the message lists what is missing."""
    left = missing(taught())

    assert len(STATEMENTS) - len(left) >= LEAST_TAUGHT, f"not taught: {', '.join(left)}"


def test_the_article_is_assessed() -> None:
    """Questions, cards and exercises ask for it; the message lists what is missing."""
    left = missing(assessed())

    assert len(STATEMENTS) - len(left) >= LEAST_ASSESSED, f"not assessed: {', '.join(left)}"


@pytest.mark.parametrize(
    ("lesson", "name", "named"),
    [item for item in items() if item[0]],
    ids=lambda value: value.rpartition("/")[2].replace(" ", "_") if isinstance(value, str) else "",
)
def test_an_item_asks_for_what_its_lesson_says(lesson: str, name: str, named: tuple[str, ...]) -> None:
    """A fact that a question or a card names is cited by its lesson or by the item itself, or shown in a figure there."""
    page = next(page for page in LESSONS if page.name == lesson)
    told = [*page.cited(), *shown(page)]

    assert [] == [fact for fact in named if fact not in told]


if __name__ == "__main__":
    for title, places in (("taught", taught()), ("assessed", assessed())):
        left = missing(places)
        print(f"{title}: {len(STATEMENTS) - len(left)} of {len(STATEMENTS)}; missing:")
        print("".join(f"  {fact}\n" for fact in left), end="")

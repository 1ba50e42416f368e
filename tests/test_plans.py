"""The guide for whoever leads a session: its steps add up to the plans, and its arithmetic is right."""

from __future__ import annotations

import math
import re

import pytest

from qcourse.sphinxext.paths import paths
from qcourse.sphinxext.plans import clock, parts

from .pages import ROOT
from .test_paths import minutes

PLANS = paths(ROOT)
PLACES = {
    "half_day": ["workshop"],
    "core_path": [f"core {number}" for number in range(1, len(PLANS["core"]) + 1)],
    "cohort": [f"cohort {number}" for number in range(1, len(PLANS["cohort"]) + 1)],
}
WRITTEN = [name for name in PLACES if (ROOT / "book" / "teaching" / f"{name}.md").is_file()]


def steps(name: str) -> list[tuple[str, int, int]]:
    """The parts of a page in order: the plan, the part's number, and the minutes of its steps added up."""
    source = (ROOT / "book" / "teaching" / f"{name}.md").read_text(encoding="utf-8")
    pieces = re.split(r"^```\{plan-part\} (.+)$", source, flags=re.MULTILINE)[1:]
    found = []
    for place, text in zip(pieces[::2], pieces[1::2], strict=True):
        plan, number = place.split()
        session, _, part = number.rpartition(".")
        own = re.split(r"^## ", text, flags=re.MULTILINE)[0]
        total = sum(int(count) for count in re.findall(r"\{minutes\}`(\d+)`", own))
        found.append((f"{plan} {session}".strip(), int(part), total))
    return found


@pytest.mark.parametrize("name", WRITTEN)
def test_the_steps_of_a_plan_add_up(name: str) -> None:
    """Every part of the plan is on its page once, in order, and its steps take the minutes of the plan."""
    known = minutes()
    expected = [
        (place, number, count)
        for place in PLACES[name]
        for number, (_, count) in enumerate(parts(PLANS, known, place), 1)
    ]

    assert expected == steps(name)


def test_the_half_day_says_true_margins() -> None:
    """What the facilitator says of ten and of 120 tosses, and of arrows of 7 and 5 cm, follows from the rule."""
    assert (31, 9) == (round(98 / math.sqrt(10)), round(98 / math.sqrt(120)))
    assert (7, 5) == (round(10 / math.sqrt(2)), round(10 / 2))
    assert [1, 7, 4, 13, 1] == [7**power % 15 for power in range(5)]


@pytest.mark.parametrize("language, expected", [("en", "1:05"), ("fr", "1\u00a0h\u00a005")])
def test_the_clock_is_written_as_its_readers_write_it(language: str, expected: str) -> None:
    """Hours and minutes since the beginning."""
    assert expected == clock(65, language)

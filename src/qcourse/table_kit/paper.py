"""Table Q's arithmetic for pencil and paper: products become sums of steps, and four tables give the rest.

Each factor on a gain is near a power of ``RATIO``; its exponent is its steps. All numbers follow from the rules.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from ..policy.rules import Rules

RATIO = 1.14
"""One step of strength."""
LEAST_STEPS, MOST_STEPS = -10, 9
MISLED_STEPS = -15
"""What the first column stands for: a judgement that was plainly wrong, with or without the window."""
FLOORS = tuple(range(0, 100, 10))
"""Where the columns of table A begin."""


def steps_of(factor: float) -> int:
    """The steps of a factor on a gain."""
    return round(math.log(factor) / math.log(RATIO))


def first_gain(rules: Rules, printed: int, floor: int) -> int:
    """Table A: a printed gain of a gauge that stands between ``floor`` and ``floor`` + 10."""
    return round(printed * rules.numbers["scale"] * (1 - (floor + 5) / 100))


def after_steps(gain: int, steps: int) -> int:
    """Table C: the gain after its steps; sums outside the table count as its edge."""
    return round(gain * RATIO ** (min(MOST_STEPS, steps) if steps > LEAST_STEPS else MISLED_STEPS))


def printed_gains(rules: Rules) -> list[int]:
    """All gains that actions, events and the class's cards print, in order of size."""
    lists: list[Iterable[Sequence[Any]]] = []
    for action in rules.actions.values():
        lists += [action["effects"], action.get("then", {}).get("effects", ()), action.get("next_round", ())]
    for event in rules.events.values():
        lists += [branch["effects"] for branch in event.get("options") or event["branches"]]
    sizes = {int(amount) for effects in lists for _, amount in effects if amount > 0}
    return sorted(sizes | {3})


def cohesion_steps(rules: Rules) -> list[tuple[int, int, int]]:
    """Ranges of cohesion (first, last) with their steps, from low to high."""
    ranges: list[tuple[int, int, int]] = []
    for value in range(101):
        steps = steps_of(rules.numbers["trust_base"] + rules.numbers["trust_slope"] * value / 100)
        if ranges and ranges[-1][2] == steps:
            ranges[-1] = (ranges[-1][0], value, steps)
        else:
            ranges.append((value, value, steps))
    return ranges


def worth_steps(rules: Rules, worth: float) -> int:
    """The steps that a judgement of that worth gives to the next action."""
    weights = rules.judgement
    return steps_of(1 + worth * (weights["right"] if worth > 0 else weights["wrong"]))


def code_of(value: int) -> int:
    """Table D: a code whose mean is the code of the geometric mean."""
    return round(100 * math.log10(max(1, value)))

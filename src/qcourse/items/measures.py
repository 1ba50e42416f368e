"""Numbers on one person's answers. ``tests.js`` computes the same ones; a test compares the two."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

BINS = ((25, 40), (40, 60), (60, 80), (80, 101))
"""Groups of stated chances in percent, each from its first number up to, but without, its second."""


@dataclass(frozen=True)
class Answer:
    """One answer: whether it was ``right``, and the ``chance`` in percent that the person gave it."""

    right: bool
    chance: int


@dataclass(frozen=True)
class Group:
    """Answers whose chances lie in one of ``BINS``: how many, the mean chance, and the share right, in percent."""

    low: int
    high: int
    count: int
    said: float
    right: float


def brier(answers: Sequence[Answer]) -> float | None:
    """The mean squared gap between the stated chance and what happened: 0 is perfect, 1 the worst; None for none."""
    if not answers:
        return None
    return sum((one.chance / 100 - one.right) ** 2 for one in answers) / len(answers)


def calibration(answers: Sequence[Answer]) -> list[Group]:
    """The curve: for each group that has answers, what was said and what came."""
    found = []
    for low, high in BINS:
        inside = [one for one in answers if low <= one.chance < high]
        if inside:
            said = sum(one.chance for one in inside) / len(inside)
            right = 100 * sum(one.right for one in inside) / len(inside)
            found.append(Group(low, high - 1 if high <= 100 else 100, len(inside), said, right))
    return found


def gain(before: float, after: float, best: float) -> float | None:
    """The normalised gain: the part of what was missing that was won, (after − before)/(best − before).

    None when nothing was missing before: then nothing can be won. Negative when the result fell.
    """
    return None if before >= best else (after - before) / (best - before)


def luck(count: int) -> float:
    """By how many points luck alone moves a share of ``count`` answers, in about 19 cases out of 20."""
    return 98 / math.sqrt(count)

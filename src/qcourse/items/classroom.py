"""What a class's answers say of each item and of the class: difficulty, discrimination, calibration, gain."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from .forms import FORMS, Forms
from .measures import Group, brier, calibration, gain
from .people import Person, Sitting

UPPER = 0.27
"""The share of a class that makes its upper group, and its lower one: the usual choice of item analysis."""
ENOUGH = 30
"""Fewer people than this, and discrimination is mostly luck; the report says so."""


@dataclass(frozen=True)
class Item:
    """One item in one form. Shares from 0 to 1; ``rest`` and ``groups`` from −1 to 1, None where undefined.

    ``right`` is the difficulty (a high share is an easy item); ``rest`` the corrected point-biserial correlation, of
    the item with the score on the other items; ``groups`` the share right in the upper group less that in the lower.
    """

    id: str
    right: float
    said: float
    rest: float | None
    groups: float | None
    choices: tuple[float, ...]
    key: int


@dataclass(frozen=True)
class Sat:
    """One form, as a class sat it."""

    form: str
    people: int
    best: int
    mean: float
    brier: float
    items: tuple[Item, ...]
    calibration: tuple[Group, ...]


@dataclass(frozen=True)
class Gained:
    """Before and after, for those who sat both forms of one length, in that order.

    ``whole`` is the gain of the class's means; ``persons`` the mean of each person's own gain, over those who had
    something left to win; ``full`` counts those who had not.
    """

    short: bool
    people: int
    best: int
    before: float
    after: float
    whole: float | None
    persons: float | None
    full: int


def analyse(people: Sequence[Person], forms: Forms) -> tuple[list[Sat], list[Gained]]:
    """Every form that somebody sat, and every gain that can be computed."""
    sat = [_sat(form, [one[form] for one in people if form in one], forms) for form in FORMS]
    both = [_gained(people, "a" + end, "b" + end, forms) for end in ("", "_short")]
    return [one for one in sat if one], [one for one in both if one]


def _sat(form: str, sittings: list[Sitting], forms: Forms) -> Sat | None:
    if not sittings:
        return None
    asked = forms.asked(form)
    answers = [answer for one in sittings for answer in one.answers.values()]
    items = tuple(_item(objective.id, objective.right(form), sittings) for objective in asked)
    mean = sum(one.score for one in sittings) / len(sittings)
    return Sat(
        form, len(sittings), len(asked), mean, brier(answers) or 0.0, items, tuple(calibration(answers))
    )


def _item(name: str, key: int, sittings: list[Sitting]) -> Item:
    count = len(sittings)
    hits = [float(one.answers[name].right) for one in sittings]
    chosen = [one.choices[name] for one in sittings]
    return Item(
        name,
        sum(hits) / count,
        sum(one.answers[name].chance for one in sittings) / count / 100,
        correlation(hits, [one.score - hit for one, hit in zip(sittings, hits, strict=True)]),
        upper_lower(hits, [one.score for one in sittings]),
        tuple(chosen.count(place) / count for place in range(4)),
        key,
    )


def correlation(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Pearson's correlation; None when one of the two does not vary."""
    count = len(first)
    a, b = sum(first) / count, sum(second) / count
    across = sum((x - a) * (y - b) for x, y in zip(first, second, strict=True))
    spread = sum((x - a) ** 2 for x in first) * sum((y - b) ** 2 for y in second)
    return across / math.sqrt(spread) if spread > 1e-12 else None


def upper_lower(hits: Sequence[float], scores: Sequence[float]) -> float | None:
    """The share right among the best ``UPPER`` of the class less that among the lowest.

    People of equal score at the edge of a group count in it in part, so that the order of files changes nothing.
    None when everybody has the same score.
    """
    if min(scores) == max(scores):
        return None
    size = UPPER * len(scores)
    return _share(hits, scores, size, best=True) - _share(hits, scores, size, best=False)


def _share(hits: Sequence[float], scores: Sequence[float], size: float, best: bool) -> float:
    left, total = size, 0.0
    for score in sorted(set(scores), reverse=best):
        tied = [hit for hit, own in zip(hits, scores, strict=True) if own == score]
        weight = min(1.0, left / len(tied))
        total += weight * sum(tied)
        left -= weight * len(tied)
        if left <= 1e-9:
            break
    return total / size


def _gained(people: Sequence[Person], first: str, second: str, forms: Forms) -> Gained | None:
    pairs = [
        (one[first].score, one[second].score)
        for one in people
        if first in one and second in one and one[first].date <= one[second].date
    ]
    if not pairs:
        return None
    best, count = len(forms.asked(first)), len(pairs)
    before, after = (sum(pair[place] for pair in pairs) / count for place in (0, 1))
    own = [won for pair in pairs if (won := gain(*pair, best)) is not None]
    return Gained(
        first.endswith("short"),
        count,
        best,
        before,
        after,
        gain(before, after, best),
        sum(own) / len(own) if own else None,
        count - len(own),
    )

"""What chance decides: events, windows and evidence cards, the same for a seed in every language and on every machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from .rules import Rules

Thing = TypeVar("Thing")

MODULUS = 2**32


def chances(seed: int) -> Iterator[int]:
    """Whole numbers below 2³² without end, by a linear congruence; each product stays below 2⁵³, exact in a browser."""
    x = seed
    while True:
        x = (1664525 * x + 1013904223) % MODULUS
        yield x


def shuffled(things: Sequence[Thing], seed: int) -> list[Thing]:
    """``things`` in the order that ``seed`` gives."""
    result = list(things)
    numbers = chances(seed)
    for last in range(len(result) - 1, 0, -1):
        other = next(numbers) * (last + 1) // MODULUS
        result[last], result[other] = result[other], result[last]
    return result


def event_order(rules: Rules, seed: int) -> list[str]:
    """All events: the first six are those of the years, the others serve as false candidates."""
    return shuffled(list(rules.events), seed)


def windows(rules: Rules, seed: int) -> list[str]:
    """The window of each year."""
    draw = rules.data["draw"]
    all_windows = [item["id"] for item in rules.data["windows"]]
    first = shuffled(all_windows, seed + draw["windows_first"])
    return (first + shuffled(all_windows, seed + draw["windows_second"]))[: max(rules.lengths)]


def cards(rules: Rules, seed: int) -> list[str]:
    """The evidence card of each year; empty in a version without cards."""
    return shuffled(list(rules.cards), seed + rules.data["draw"]["cards"])[: max(rules.lengths)]


def candidates(order: Sequence[str], year: int) -> list[str]:
    """Two events of which one comes in round ``year``, by id; the other is one that never comes in this game."""
    return sorted((order[year - 1], order[len(order) // 2 + year - 1]))

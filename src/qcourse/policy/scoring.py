"""The score on the three aims of science diplomacy, and its band for the game's length."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .engine import State
from .rules import Rules


@dataclass(frozen=True)
class Score:
    """The score from 0 to 100: ``aims`` by id (``O1`` to ``O3``), their geometric mean ``base``, the ``penalties`` by
    gauge, ``early`` (ended before its last round), ``final`` and the ``band``'s id."""

    aims: dict[str, float]
    base: float
    penalties: dict[str, float]
    early: bool
    final: float
    band: str


def _part(state: State, part: Any) -> float:
    values = [state[name] for name in part["of"]]
    return min(values) if part.get("by") == "min" else sum(values) / len(values)


def score(rules: Rules, state: State) -> Score:
    """The score of the state as it stands."""
    scoring = rules.numbers["score"]
    aims = {
        aim["id"]: sum(part["weight"] * _part(state, part) for part in aim["parts"])
        for aim in scoring["aims"]
    }
    product = 1.0
    for value in aims.values():
        product *= value
    base = product ** (1 / 3)
    penalties = {
        item["gauge"]: item["weight"] * max(0.0, item["floor"] - state[item["gauge"]])
        for item in scoring["floors"]
    }
    final = max(0.0, base - sum(penalties.values())) * (scoring["early"] if state["early"] else 1)
    return Score(aims, base, penalties, state["early"], final, band(rules, final, state["rounds"]))


def band(rules: Rules, final: float, rounds: int) -> str:
    """The band's id: four limits, set for the version and the length of the game, part five bands.

    A score on the third limit or below it, up to the last, counts as the better band; the last is passed only above it.
    """
    limits = rules.data["versions"][str(rules.version)]["bands"][str(rounds)]
    place = sum(final >= limit for limit in limits[:-1]) + (final > limits[-1])
    return rules.data["bands"][place]["id"]

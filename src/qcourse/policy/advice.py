"""What the home actors ask for: advice to a person who plays alone; it never binds."""

from __future__ import annotations

from dataclasses import dataclass

from . import engine
from .game import Game


@dataclass(frozen=True)
class Advice:
    """One actor's wish: the action that it likes with most to gain, and the gauge that gains most.

    Both are None when no action that it likes can be taken.
    """

    actor: str
    action: str | None = None
    gauge: str | None = None


def advice(game: Game) -> list[Advice]:
    """The wish of each home actor now, in the actors' order."""
    return [_wish(game, actor) for actor in game.rules.data["agents"]["home"]["actors"]]


def _wish(game: Game, actor: str) -> Advice:
    best, best_gain = Advice(actor), 0.0
    for name in game.legal:
        if actor not in game.rules.actions[name]["liked_by"]:
            continue
        gains = _gains(game, name)
        gain = sum(gains.values())
        if gain > best_gain:
            best, best_gain = Advice(actor, name, max(gains, key=lambda gauge: gains[gauge])), gain
    return best


def _gains(game: Game, name: str) -> dict[str, float]:
    """How much each gauge has to gain: the effect's size times the room left; an effect that waits for a condition
    counts if the condition holds now, one that comes next year counts in full."""
    action = game.rules.actions[name]
    effects = [*action["effects"], *action.get("next_round", ())]
    then = action.get("then")
    if then and engine.holds(game.state, then["if"]):
        effects += then["effects"]
    gains: dict[str, float] = {}
    for gauge, amount in effects:
        if amount > 0:
            gains[gauge] = gains.get(gauge, 0.0) + amount * (1 - game.state[gauge] / 100)
    return gains

"""Programs that play: what an agent is shown each round, how its list is read, and a log to watch it by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..lang import current, number
from .draw import chances, shuffled
from .game import Game, new_game

Choose = Callable[[dict[str, Any], list[str], int], Sequence[str]]
"""``choose(state, legal, round_number)`` gives names of actions, tried in order."""

ANSWERS = {"E06": "mediate", "E07": "block"}
"""How an agent's side answers the two events with a choice; the default follows where it can't."""
AGENT_VERSION = 1
_SHOWN = ("money", "dc", "lit", "inv", "round", "event", "window")


def shown_state(game: Game) -> dict[str, Any]:
    """What an agent sees in a round: a new flat dict of gauges, money and the like, and what is known of next round."""
    state = game.state
    return {
        **{gauge: state[gauge] for gauge in game.rules.kinds},
        **{name: state[name] for name in _SHOWN},
        "neglect": dict(state["neglect"]),
        "next_window": game.next_window,
        "candidates": game.candidates,
    }


def play_agent(
    choose: Choose,
    seed: int,
    rounds: int = 6,
    version: int = AGENT_VERSION,
    answers: dict[str, str] = ANSWERS,
) -> list[Game]:
    """The game that an agent plays: at the end of each round's actions, and at its very end.

    Names that aren't legal at their turn are passed over; the first three legal ones are taken.
    """
    game = new_game(seed, rounds, version)
    moments = []
    while game.phase != "over":
        game = game.face(answers.get(game.event["id"]))
        for name in choose(shown_state(game), game.legal, game.state["round"]):
            if name in game.legal:
                game = game.act(name)
        moments.append(game)
        game = game.end_round()
    return [*moments, game]


def random_agent(seed: int) -> Choose:
    """An agent that names all actions in a random order each round: random legal play."""
    numbers = chances(seed)

    def choose(state: dict[str, Any], legal: list[str], round_number: int) -> list[str]:
        return shuffled(_all_actions(), next(numbers))

    return choose


def _all_actions() -> list[str]:
    from .rules import load_rules

    return list(load_rules(AGENT_VERSION).actions)


def watch(choose: Choose, seed: int = 1, language: str | None = None) -> str:
    """The log, round by round, of the six-round game that an agent plays on ``seed``: ``print(watch(choose, 1))``."""
    spoken = current(language)
    *moments, end = play_agent(choose, seed)
    words = end.rules.data["log"]
    lines = []
    for game in moments:
        state = game.state
        line = {
            "round": str(state["round"]),
            "year": str(end.rules.data["draw"]["years"][0] + state["round"] - 1),
            "event": game.event["name"][spoken],
            "window": state["window"],
            "actions": ", ".join(
                f"{name} {game.rules.actions[name]['name'][spoken]}" for name in state["chosen"]
            )
            or words["none"][spoken],
            "gauges": " ".join(
                f"{gauge} {number(round(state[gauge]), spoken)}" for gauge in game.rules.kinds
            ),
            "money": number(int(state["money"]), spoken),
            "capital": number(int(state["dc"]), spoken),
        }
        lines.append(words["round"][spoken].format(**line))
    score = end.score
    last = {
        "final": number(score.final, spoken, 1),
        "band": next(item["name"][spoken] for item in end.rules.data["bands"] if item["id"] == score.band),
        "aims": ", ".join(f"{name} {number(value, spoken, 1)}" for name, value in score.aims.items()),
        "penalty": number(sum(score.penalties.values()), spoken, 1),
    }
    lines.append(words["early" if score.early else "end"][spoken].format(**last))
    return "\n".join(lines)

"""Programs that play: what an agent is shown each round, how its list is read, and a log to watch it by."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from ..lang import current, number
from . import engine, scoring
from .draw import candidates, chances, shuffled
from .engine import State
from .game import Game, new_game
from .rules import Rules, load_rules

Choose = Callable[[dict[str, Any], list[str], int], Sequence[str]]
"""``choose(state, legal, round_number)`` gives names of actions, tried in order."""

AGENT_VERSION, AGENT_ROUNDS = 1, 6
"""Agents play the version without evidence cards, over all six years."""
ANSWERS: Mapping[str, str] = {"E06": "mediate", "E07": "block"}
"""How an agent's side answers the two events with a choice; the default follows where it can't."""
_SHOWN = ("money", "dc", "lit", "inv", "round", "event", "window")


def shown_state(rules: Rules, state: State) -> dict[str, Any]:
    """What an agent sees in a round: a new flat dict of gauges, money and the like, and what is known of next round."""
    number = state["round"]
    last = number == state["rounds"]
    return {
        **{gauge: state[gauge] for gauge in rules.kinds},
        **{name: state[name] for name in _SHOWN},
        "neglect": dict(state["neglect"]),
        "next_window": None if last else state["windows"][number],
        "candidates": [] if last else candidates(state["events"], number + 1),
    }


def agent_score(choose: Choose, seed: int) -> float:
    """The final score of the game that an agent plays on ``seed``.

    Names that aren't legal at their turn are passed over; the first three legal ones are taken.
    """
    rules = load_rules(AGENT_VERSION)
    state = engine.new_state(rules, seed, AGENT_ROUNDS)
    while state["phase"] != "over":
        engine.open_year(rules, state)
        engine.face_event(rules, state, ANSWERS.get(state["event"]))
        legal = [name for name in rules.actions if engine.allowed(rules, state, name)]
        for name in choose(shown_state(rules, state), legal, state["round"]):
            if name in rules.actions and engine.allowed(rules, state, name):
                engine.act(rules, state, name)
        engine.close_year(rules, state)
    return scoring.score(rules, state).final


def play_agent(choose: Choose, seed: int) -> list[Game]:
    """The game of ``agent_score`` with its log: as it stands after each round's actions, and at its end."""
    game = new_game(seed, AGENT_ROUNDS, AGENT_VERSION)
    moments = []
    while game.phase != "over":
        game = game.face(ANSWERS.get(game.event["id"]))
        for name in choose(shown_state(game.rules, game.state), game.legal, game.state["round"]):
            if name in game.legal:
                game = game.act(name)
        moments.append(game)
        game = game.end_round()
    return [*moments, game]


def random_agent(seed: int) -> Choose:
    """An agent that names all actions in a random order each round: random legal play."""
    numbers = chances(seed)
    names = list(load_rules(AGENT_VERSION).actions)

    def choose(state: dict[str, Any], legal: list[str], round_number: int) -> list[str]:
        return shuffled(names, next(numbers))

    return choose


@lru_cache
def random_mean(seeds: tuple[int, ...], plays: int) -> float:
    """The mean final score of random legal play, ``plays`` times on each of ``seeds``, the same at every call."""
    finals = [agent_score(random_agent(seed + play), seed) for seed in seeds for play in range(plays)]
    return sum(finals) / len(finals)


def watch(choose: Choose, seed: int = 1, language: str | None = None) -> str:
    """The log, round by round, of the six-round game that an agent plays on ``seed``: ``print(watch(choose, 1))``."""
    spoken = current(language)
    *moments, end = play_agent(choose, seed)
    words = end.rules.data["log"]
    lines = []
    for game in moments:
        state = game.state
        taken = [f"{name} {game.rules.actions[name]['name'][spoken]}" for name in state["chosen"]]
        line = {
            "round": str(state["round"]),
            "year": str(end.rules.data["draw"]["years"][0] + state["round"] - 1),
            "event": game.event["name"][spoken],
            "window": state["window"],
            "actions": ", ".join(taken) or words["none"][spoken],
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

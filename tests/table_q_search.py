"""Programs that play Table Q for the tests and the measures of balance: chance, a newcomer, and a search for the best.

The search is simulated annealing over the actions and answers of every round. Judgement of the evidence cards is right
in it, random in random play, and right in three cards of four for the newcomer.
"""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, field
from statistics import fmean
from typing import Any

from qcourse.policy import engine
from qcourse.policy.engine import State
from qcourse.policy.rules import Rules
from qcourse.policy.scoring import score

STEPS, RESTARTS = 1500, 3
"""Of one annealing, and how often it begins anew."""
RANDOM_PLAYS = 1500
DEAREST_BAN = 6.0
"""Points that doing without one action may cost, and where the search for a way around it tries harder."""
NOT_TAKEN = 30.0
"""What a play loses in the search if it lacks the answer wished for."""
Turn = tuple[list[str], str | None]
"""The actions of a round, tried in order, and the answer wished for its event."""


def spread(number: int) -> int:
    """A seed of 32 bits for each number: seeds that are neighbours would give like games."""
    return number * 2654435761 % 2**32


@dataclass
class Play:
    """A plan on one seed, with the states at each round's start, so that a change is played from there only."""

    rules: Rules
    seed: int
    rounds: int
    turns: list[Turn]
    states: list[State] = field(default_factory=list)
    wish: str | None = None
    final: float = 0.0

    def run(self, first: int = 0) -> Play:
        """Play from round ``first`` on."""
        state = (
            engine.copy_state(self.states[first])
            if first
            else engine.new_state(self.rules, self.seed, self.rounds)
        )
        self.states = self.states[:first]
        for actions, option in self.turns[first:]:
            if state["phase"] == "over":
                break
            self.states.append(engine.copy_state(state))
            play_round(self.rules, state, actions, option)
        self.final = score(self.rules, state).final - (0 if self.has_its_wish() else NOT_TAKEN)
        return self

    def has_its_wish(self) -> bool:
        """Whether the answer wished for, if any, was had in the round of its event."""
        if self.wish is None:
            return True
        for before in self.states:
            event = self.rules.events[before["events"][before["round"]]]
            if any(item["id"] == self.wish for item in event.get("options", ())):
                state = engine.copy_state(before)
                engine.open_year(self.rules, state)
                branch = engine.event_branch(state, event, self.wish)
                return branch is not None and branch["id"] == self.wish
        return False

    def with_turns(self, turns: list[Turn], first: int) -> Play:
        """The same seed under other turns, which differ from round ``first`` on."""
        play = Play(self.rules, self.seed, self.rounds, turns, self.states, self.wish)
        return play.run(min(first, len(self.states) - 1))


def play_round(
    rules: Rules, state: State, actions: list[str], option: str | None, choice: int | None = None
) -> None:
    """One round; without ``choice`` the card is judged right."""
    engine.open_year(rules, state)
    if state["phase"] == "card":
        engine.judge(rules, state, right_choice(rules, state["card"]) if choice is None else choice)
    engine.face_event(rules, state, option)
    for name in actions:
        if engine.allowed(rules, state, name):
            engine.act(rules, state, name)
    engine.close_year(rules, state)


def right_choice(rules: Rules, card: str) -> int:
    """The place of the choice that's worth most."""
    choices = rules.cards[card]["choices"]
    return max(range(len(choices)), key=lambda place: choices[place]["worth"])


def changed(
    turns: list[Turn], names: list[str], options: dict[str, list[str]], chance: random.Random
) -> tuple[list[Turn], int]:
    """A neighbouring plan and the first round in which it differs."""
    turns = [(list(actions), option) for actions, option in turns]
    first = chance.randrange(len(turns))
    kind = chance.random()
    if kind < 0.6:
        turns[first][0][chance.randrange(3)] = chance.choice(names)
    elif kind < 0.9:
        other = chance.randrange(len(turns))
        here, there = chance.randrange(3), chance.randrange(3)
        turns[first][0][here], turns[other][0][there] = turns[other][0][there], turns[first][0][here]
        first = min(first, other)
    else:
        turns[first] = (turns[first][0], chance.choice(options["all"]))
    return turns, first


def search(
    plays: list[Play],
    names: list[str],
    options: dict[str, list[str]],
    chance: random.Random,
    steps: int = STEPS,
) -> list[Play]:
    """Anneal one plan on all of ``plays`` at once; returns the best found."""
    value = fmean(play.final for play in plays)
    best, best_value = plays, value
    for step in range(steps):
        heat = 1.5 * (0.03 / 1.5) ** (step / steps)
        turns, first = changed(plays[0].turns, names, options, chance)
        tried = [play.with_turns(turns, first) for play in plays]
        found = fmean(play.final for play in tried)
        if found >= value or chance.random() < math.exp((found - value) / heat):
            plays, value = tried, found
        if value > best_value:
            best, best_value = plays, value
    return best


def start(rules: Rules, seeds: Any, rounds: int, names: list[str], chance: random.Random) -> list[Play]:
    """A random plan on each of the seeds."""
    turns: list[Turn] = [([chance.choice(names) for _ in range(3)], None) for _ in range(rounds)]
    return [Play(rules, seed, rounds, turns).run() for seed in seeds]


def best_on(rules: Rules, seed: int, rounds: int, wish: str | None = None, restarts: int = RESTARTS) -> Play:
    """The best play found on a seed; with ``wish`` that answer to its event is held fixed."""
    names, options = list(rules.actions), answers(rules, wish)
    found = []
    for restart in range(restarts):
        chance = random.Random(seed * 100 + restart)
        first = start(rules, [seed], rounds, names, chance)
        if wish:
            turns = [(actions, wish) for actions, _ in first[0].turns]
            first = [Play(rules, seed, rounds, turns, wish=wish).run()]
        found += search(first, names, options, chance)
    return max(found, key=lambda play: play.final)


def answers(rules: Rules, wish: str | None = None) -> dict[str, list[str]]:
    """The answers that a search may give."""
    every = [item["id"] for event in rules.events.values() for item in event.get("options", ())]
    return {"all": [wish] if wish else every}


def without(play: Play, banned: str) -> Play:
    """The best play found on the seed when one action can't be taken, begun from the best play of all.

    Where that costs much, it's searched for again from nothing.
    """
    names = [name for name in play.rules.actions if name != banned]
    chance, options = random.Random(play.seed), answers(play.rules)
    turns = [
        ([chance.choice(names) if name == banned else name for name in actions], option)
        for actions, option in play.turns
    ]
    found = search([play.with_turns(turns, 0)], names, options, chance)
    for _ in range(RESTARTS):
        if play.final - found[0].final > DEAREST_BAN - 2:
            again = search(start(play.rules, [play.seed], play.rounds, names, chance), names, options, chance)
            found = max(found, again, key=lambda plays: plays[0].final)
    return found[0]


def random_finals(rules: Rules, rounds: int, plays: int = RANDOM_PLAYS) -> list[float]:
    """Random legal play with random answers and, where there are cards, random judgement."""
    finals = []
    for seed in range(plays):
        chance = random.Random(seed)
        state = engine.new_state(rules, spread(10_000 + seed), rounds)
        while state["phase"] != "over":
            names = list(rules.actions)
            chance.shuffle(names)
            index = state["round"]
            choice = (
                chance.randrange(len(rules.cards[state["cards"][index]]["choices"]))
                if state["cards"]
                else None
            )
            options = [item["id"] for item in rules.events[state["events"][index]].get("options", ())]
            play_round(rules, state, names, chance.choice(options) if options else None, choice)
        finals.append(score(rules, state).final)
    return finals


def newcomer_finals(rules: Rules, rounds: int, plays: int = 100, right: float = 0.75) -> list[float]:
    """The finals of a thoughtful newcomer."""
    return [score(rules, state).final for state in newcomer_ends(rules, rounds, plays, right)]


def newcomer_ends(rules: Rules, rounds: int, plays: int, right: float = 0.75) -> list[State]:
    """A thoughtful newcomer: one of the three actions that help the score most now, three judgements of four right."""
    ends = []
    for seed in range(plays):
        chance = random.Random(seed)
        state = engine.new_state(rules, spread(20_000 + seed), rounds)
        while state["phase"] != "over":
            engine.open_year(rules, state)
            if state["phase"] == "card":
                best = right_choice(rules, state["card"])
                others = [
                    place for place in range(len(rules.cards[state["card"]]["choices"])) if place != best
                ]
                engine.judge(rules, state, best if chance.random() < right else chance.choice(others))
            options = [item["id"] for item in rules.events[state["event"]].get("options", ())]
            engine.face_event(rules, state, chance.choice(options) if options else None)
            for _ in range(rules.numbers["actions_per_round"]):
                ranked = sorted(
                    (
                        _looks(rules, state, name)
                        for name in rules.actions
                        if engine.allowed(rules, state, name)
                    ),
                    reverse=True,
                )
                if ranked:
                    engine.act(rules, state, chance.choice(ranked[:3])[1])
            engine.close_year(rules, state)
        ends.append(state)
    return ends


def _looks(rules: Rules, state: State, name: str) -> tuple[float, str]:
    """How good an action looks: the score right after it, less its price, with an eye on cohesion."""
    after = engine.copy_state(state)
    engine.act(rules, after, name)
    for effects in after["due"][len(state["due"]) :]:
        engine.apply_effects(rules, after, effects, engine.unity(rules, after))
    action = rules.actions[name]
    price = 0.2 * (action["money"] + action["capital"]) + 0.05 * max(0.0, 60 - after["C"])
    return score(rules, after).final - price, name

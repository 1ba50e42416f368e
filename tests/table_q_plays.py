"""Random plays of Table Q for the tests: choices by a seeded generator, and what the Python engine makes of them."""

from __future__ import annotations

import random
from typing import Any

from qcourse.policy import engine, load_rules
from qcourse.policy.scoring import score


def random_play(number: int, version: int) -> dict[str, Any]:
    """One play: what was chosen in each round, and the end that the Python engine gives."""
    chance = random.Random(number)
    rules = load_rules(version)
    seed = chance.choice((number, chance.randrange(2**32)))
    state = engine.new_state(rules, seed, chance.choice(rules.lengths))
    turns = []
    while state["phase"] != "over":
        engine.open_year(rules, state)
        judged = None
        if state["phase"] == "card":
            judged = chance.randrange(len(rules.cards[state["card"]]["choices"]))
            engine.judge(rules, state, judged)
        options = [item["id"] for item in rules.events[state["event"]].get("options", ())]
        option = chance.choice([None, *options])
        engine.face_event(rules, state, option)
        actions = []
        for _ in range(chance.choice((0, 1, 2, 3, 3, 3, 3))):
            legal = [name for name in rules.actions if engine.allowed(rules, state, name)]
            if legal:
                actions.append(chance.choice(legal))
                engine.act(rules, state, actions[-1])
        engine.close_year(rules, state)
        turns.append({"judged": judged, "option": option, "actions": actions})
    end = score(rules, state)
    return {
        "version": version,
        "seed": seed,
        "rounds": state["rounds"],
        "turns": turns,
        "end": {name: state[name] for name in (*rules.kinds, "money", "dc", "round")},
        "final": end.final,
        "band": end.band,
    }

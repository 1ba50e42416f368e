"""Whether Table Q is balanced: the best play that a search finds, what it uses, and what it costs to do without.

``python -m tests.benchmarks.balance`` prints what it measures and ends with status 1 if a limit is broken. With
``--write`` it keeps the plays found in ``tests/table_q_best.json``, which the tests replay. One core, some minutes.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from pathlib import Path
from statistics import fmean, pstdev
from typing import Any

from qcourse.policy import engine, load_rules, new_game, versions
from qcourse.policy.engine import State
from qcourse.policy.rules import Rules

from ..table_q_search import (
    DEAREST_BAN,
    Play,
    answers,
    best_on,
    newcomer_finals,
    play_round,
    random_finals,
    right_choice,
    search,
    spread,
    start,
    without,
)

BEST = Path(__file__).resolve().parents[1] / "table_q_best.json"
SEEDS = [spread(number) for number in range(101, 109)]
BANS = 5
"""On how many of the seeds each action is banned in turn."""
TUNING, TRIAL = ([spread(number) for number in numbers] for numbers in (range(201, 213), range(301, 329)))
MOST_USED, LEAST_USED, OPTION_GAP, RANDOM_GAP = 0.35, 0.04, 3.0, 15.0


def saved(play: Play) -> str:
    """The play as a string that ``qcourse.policy.load`` reads."""
    game = new_game(play.seed, play.rounds, play.rules.version)
    for actions, option in play.turns:
        if game.phase == "card" and game.card:
            game = game.judge(right_choice(play.rules, game.card["id"]))
        known = [item["id"] for item in game.event.get("options", ())]
        game = game.face(option if option in known else None)
        for name in actions:
            if name in game.legal:
                game = game.act(name)
        game = game.end_round()
        if game.phase == "over":
            break
    return game.save()


def measure(version: int) -> dict[str, Any]:
    """All measures of a version, with the plays behind them."""
    rules = load_rules(version)
    kept: dict[str, Any] = {"lengths": {}, "bans": {}}
    for rounds in rules.lengths:
        finals, newcomer = random_finals(rules, rounds), newcomer_finals(rules, rounds)
        best = [best_on(rules, seed, rounds) for seed in SEEDS]
        chance = random.Random(rounds)
        tuned = search(
            start(rules, TUNING, rounds, list(rules.actions), chance),
            list(rules.actions),
            answers(rules),
            chance,
        )
        fixed = [Play(rules, seed, rounds, tuned[0].turns).run().final for seed in TRIAL]
        kept["lengths"][str(rounds)] = {
            "random": [round(fmean(finals), 1), round(pstdev(finals), 1)],
            "newcomer": [round(fmean(newcomer), 1), round(pstdev(newcomer), 1)],
            "fixed": round(fmean(fixed), 1),
            "fixed_plan": tuned[0].turns,
            "best": round(fmean(play.final for play in best), 1),
            "plays": [saved(play) for play in best],
            "credible": [round(_share(rules, values, rounds), 3) for values in (finals, newcomer)],
        }
        say(
            f"version {version}, {rounds} rounds: "
            + json.dumps(
                {
                    key: value
                    for key, value in kept["lengths"][str(rounds)].items()
                    if key not in ("plays", "fixed_plan")
                }
            )
        )
        if rounds == max(rules.lengths):
            longest = best
    kept["usage"] = usage(rules, longest)
    base = longest[:BANS]
    for name in rules.actions:
        other = [without(play, name) for play in base]
        kept["bans"][name] = {
            "cost": round(fmean(play.final for play in base) - fmean(play.final for play in other), 2),
            "plays": [saved(play) for play in other],
        }
    say("bans: " + ", ".join(f"{name} {item['cost']}" for name, item in kept["bans"].items()))
    kept["options"] = answers_compared(rules)
    return kept


def answers_compared(rules: Rules) -> dict[str, Any]:
    """For each answer to an event, the best plays in which it was given."""
    found: dict[str, Any] = {}
    for event, item in rules.events.items():
        if "options" not in item:
            continue
        seeds = [
            seed for seed in range(400, 600) if event in engine.new_state(rules, seed, 6)["events"][1:6]
        ][:6]
        for option in item["options"]:
            plays = [best_on(rules, seed, 6, option["id"], 2) for seed in seeds]
            found.setdefault(event, {})[option["id"]] = {
                "mean": round(fmean(play.final for play in plays), 1),
                "plays": [saved(play) for play in plays],
            }
        say(f"{event}: " + ", ".join(f"{key} {value['mean']}" for key, value in found[event].items()))
    return found


def _share(rules: Rules, finals: list[float], rounds: int) -> float:
    limit = rules.data["versions"][str(rules.version)]["bands"][str(rounds)][1]
    return sum(final >= limit for final in finals) / len(finals)


def usage(rules: Rules, plays: list[Play]) -> dict[str, float]:
    """In which share of the best plays' rounds each action was taken."""
    taken = Counter(
        name for play in plays for state in [*play.states[1:], _end(play)] for name in state["last"]
    )
    rounds = sum(len(play.states) for play in plays)
    return {name: round(taken[name] / rounds, 3) for name in rules.actions}


def _end(play: Play) -> State:
    state = engine.copy_state(play.states[-1])
    play_round(play.rules, state, *play.turns[len(play.states) - 1])
    return state


def broken(kept: dict[str, Any]) -> list[str]:
    """The limits that the measures break."""
    longest = kept["lengths"]["6"]
    found = [
        f"{name} is used in {share:.0%} of the best rounds"
        for name, share in kept["usage"].items()
        if not LEAST_USED <= share <= MOST_USED
    ]
    found += [
        f"doing without {name} costs {item['cost']}"
        for name, item in kept["bans"].items()
        if item["cost"] > DEAREST_BAN
    ]
    for event, options in kept["options"].items():
        means = [item["mean"] for item in options.values()]
        if max(means) - min(means) > OPTION_GAP:
            found.append(f"the answers to {event} are {max(means) - min(means):.1f} apart")
    if longest["fixed"] - longest["random"][0] < RANDOM_GAP:
        found.append(
            f"random play is only {longest['fixed'] - longest['random'][0]:.1f} below the best fixed plan"
        )
    return found


def say(line: str) -> None:
    """One line with the seconds since the start."""
    print(f"{time.perf_counter() - BEGUN:6.0f} s  {line}", flush=True)


def main() -> int:
    """Measure, print, compare with the limits, keep if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--version", type=int, action="append", choices=versions(), help="only this version")
    parser.add_argument("--write", action="store_true", help=f"keep the plays found in tests/{BEST.name}")
    chosen = parser.parse_args()
    kept, faults = {}, []
    for version in chosen.version or versions():
        kept[str(version)] = measure(version)
        faults += [f"version {version}: {fault}" for fault in broken(kept[str(version)])]
    for fault in faults:
        say(fault)
    say("out of balance" if faults else "balanced")
    if chosen.write:
        kept = (json.loads(BEST.read_text(encoding="utf-8")) if BEST.exists() else {}) | kept
        BEST.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 1 if faults else 0


if __name__ == "__main__":
    BEGUN = time.perf_counter()
    sys.exit(main())

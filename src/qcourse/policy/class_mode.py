"""Table Q for a class: teams, their secret aims, timing and words, as data that the sheets and the console share."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from .engine import State
from .rules import Item, Rules, load_rules
from .scoring import score

FILE = Path(__file__).with_name("table_q_class.json")


@cache
def class_file() -> Item:
    """The class's file as it stands."""
    return json.loads(FILE.read_text(encoding="utf-8"))


def class_rules() -> Rules:
    """The version of the rules that a class plays."""
    return load_rules(class_file()["version"])


def aim_of(rules: Rules, state: State, actor: str) -> float:
    """An actor's secret aim, from 0 to 100 or a little below 0, as the state stands."""
    aims = score(rules, state).aims
    total = 0.0
    for part in class_file()["actors"][actor]["parts"]:
        values = [aims[name] if name in aims else state[name] for name in part["of"]]
        value = min(values)
        if "above" in part:
            value = max(0.0, value - part["above"])
        if part.get("mirrored"):
            value = 100 - value
        total += part["weight"] * value
    return total


def team_results(rules: Rules, state: State, teams: str) -> list[dict[str, Any]]:
    """Each team's aim, its reference for this length of game, and the difference; a team of several takes the mean."""
    references = class_file()["references"][str(state["rounds"])]
    results = []
    for team in class_file()["teams"][teams]:
        count = len(team["actors"])
        aim = sum(aim_of(rules, state, actor) for actor in team["actors"]) / count
        reference = sum(references[actor] for actor in team["actors"]) / count
        results.append(
            {"team": team["id"], "aim": aim, "reference": reference, "difference": aim - reference}
        )
    return results

"""One game of Table Q, step by step, on a plain dict.

The functions change the ``state`` that they are given; ``copy_state`` makes an independent one. ``Game`` (see
``game.py``) wraps them for people: it never changes, and it keeps the log. The state's keys:

the gauges ``T E R I S D K C fed eu uk bp``, from 0 to 100; ``money``, ``dc`` (diplomatic capital), ``lit``, ``inv``,
``neglect`` (years unheard, by home actor), ``penal``, ``last`` (last year's actions), ``chosen`` (this year's),
``due`` (delayed effects), ``round`` (0 before the first), ``rounds``, ``event``, ``window``, ``card``,
``help`` (the factor on the next action), ``phase`` and ``early``.

Phases: ``start`` → [``card`` →] ``event`` → ``actions`` → ``start`` … → ``over``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from ..errors import Text
from .draw import cards, event_order, windows
from .rules import Item, Rules

State = dict[str, Any]
Effects = Iterable[Sequence[Any]]
Happened = tuple[str, str | None, Text | None]
"""What a step was: its kind, whose it was, and the rules' sentence on it, if any."""


def new_state(rules: Rules, seed: int, rounds: int) -> State:
    """The state before the first round."""
    state: State = {gauge["id"]: float(gauge["start"]) for gauge in rules.data["gauges"]}
    home = rules.data["agents"]["home"]["actors"]
    return state | {
        "money": 0,
        "dc": 0,
        "lit": 0,
        "inv": False,
        "neglect": dict.fromkeys(home, 0),
        "penal": 0,
        "last": [],
        "chosen": [],
        "due": [],
        "round": 0,
        "rounds": rounds,
        "event": None,
        "window": None,
        "card": None,
        "help": 1.0,
        "phase": "start",
        "early": False,
        "events": event_order(rules, seed),
        "windows": windows(rules, seed),
        "cards": cards(rules, seed),
    }


def copy_state(state: State) -> State:
    """A state that can change without touching this one."""
    return state | {"neglect": dict(state["neglect"])}  # lists are replaced, never changed


def holds(state: State, conditions: Effects) -> bool:
    """Whether every condition [name, comparison, value] is true now."""
    for name, comparison, value in conditions:
        seen = state[name]
        if comparison == ">=":
            true = seen >= value
        elif comparison == "<":
            true = seen < value
        elif comparison == ">":
            true = seen > value
        else:
            true = bool(seen) == bool(value)
        if not true:
            return False
    return True


def first_true(state: State, branches: Iterable[Item]) -> Item | None:
    """The first branch whose conditions hold."""
    return next((branch for branch in branches if holds(state, branch.get("if", ()))), None)


def apply_effects(
    rules: Rules, state: State, effects: Effects, strength: float = 1.0, repeat: float = 1.0
) -> None:
    """Add each effect [name, amount] in order; ``strength`` acts on gains, ``repeat`` on trust, nothing on losses."""
    scale = rules.numbers["scale"]
    kinds = rules.kinds
    for name, amount in effects:
        if amount >= 0:
            kind = kinds.get(name)
            if kind == "gain":
                amount = amount * scale * (1 - state[name] / 100) * strength
            elif kind == "level":
                amount = amount * strength
            elif kind == "trust":
                amount = amount * repeat
        state[name] += amount


def clamp(rules: Rules, state: State) -> None:
    """Bring every gauge back between 0 and 100."""
    for gauge in rules.kinds:
        if not 0.0 <= state[gauge] <= 100.0:
            state[gauge] = min(100.0, max(0.0, state[gauge]))


def unity(rules: Rules, state: State) -> float:
    """How far cohesion carries an action: 0.7 with none, 1.3 with all."""
    return rules.numbers["trust_base"] + rules.numbers["trust_slope"] * state["C"] / 100


def open_year(rules: Rules, state: State) -> None:
    """A new round: what was built takes effect, income arrives, and event, window and card are drawn."""
    for _ in opening(rules, state):
        pass


def opening(rules: Rules, state: State) -> Iterator[Happened]:
    """``open_year`` one step at a time: yields after each what has happened."""
    state["round"] += 1
    if state["due"]:
        strength = unity(rules, state)
        for effects in state["due"]:
            apply_effects(rules, state, effects, strength)
        state["due"] = []
        clamp(rules, state)
        yield "built", None, None
    income = rules.numbers["income"]
    state["money"] = (
        min(income["money_kept"], state["money"])
        + income["money"]
        + int(state["E"] // income["money_step"])
        - state["penal"]
    )
    state["penal"] = 0
    state["dc"] = (
        min(income["capital_kept"], state["dc"])
        + income["capital"]
        + int(state["I"] // income["capital_step"])
        + state["lit"]
    )
    index = state["round"] - 1
    state["event"], state["window"] = state["events"][index], state["windows"][index]
    state["card"] = state["cards"][index] if state["cards"] else None
    state["chosen"] = []
    state["help"] = 1.0
    state["phase"] = "card" if state["card"] else "event"
    yield "income", None, None


def judge(rules: Rules, state: State, choice: int) -> Happened:
    """Answer the evidence card: the judgement's worth strengthens or weakens the next action."""
    chosen = rules.cards[state["card"]]["choices"][choice]
    weights = rules.judgement
    state["help"] = 1 + chosen["worth"] * (weights["right"] if chosen["worth"] > 0 else weights["wrong"])
    state["phase"] = "event"
    return "card", state["card"], chosen["reason"]


def face_event(rules: Rules, state: State, option: str | None) -> Happened:
    """The event happens; where the wished ``option`` can't be had, the default is taken."""
    event = rules.events[state["event"]]
    branch = event_branch(state, event, option)
    if branch:
        for name, amount in branch.get("pay", {}).items():
            state[name] -= amount
        apply_effects(rules, state, branch["effects"])
        state.update(branch.get("set", {}))
    clamp(rules, state)
    state["phase"] = "actions"
    return "event", event["id"], branch["plain"] if branch else None


def event_branch(state: State, event: Item, option: str | None) -> Item | None:
    """What the event does now, with the option wished; None if it passes by."""
    if not holds(state, event.get("if", ())):
        return None
    if "options" not in event:
        return first_true(state, event["branches"])
    options = {item["id"]: item for item in event["options"]}
    wished = options.get(option)
    return wished if wished and holds(state, wished.get("if", ())) else options[event["default"]]


def allowed(rules: Rules, state: State, name: str) -> bool:
    """Whether the action can be taken now."""
    action = rules.actions[name]
    return (
        state["phase"] == "actions"
        and len(state["chosen"]) < rules.numbers["actions_per_round"]
        and state["money"] >= action["money"]
        and state["dc"] >= action["capital"]
        and name not in state["chosen"]
        and holds(state, action["needs"])
    )


def act(rules: Rules, state: State, name: str) -> None:
    """Take an action that is allowed."""
    action = rules.actions[name]
    numbers = rules.numbers
    repeat = numbers["repeat"] if name in state["last"] else 1.0
    window = numbers["window"] if action["window"] == state["window"] else 1.0
    strength = unity(rules, state) * repeat * window * state["help"]
    trust = repeat * state["help"]
    state["money"] -= action["money"]
    state["dc"] -= action["capital"]
    apply_effects(rules, state, action["effects"], strength, trust)
    then = action.get("then")
    if then and holds(state, then["if"]):
        apply_effects(rules, state, then["effects"], strength, trust)
    if "next_round" in action:
        state["due"] = [*state["due"], action["next_round"]]
    state.update(action.get("set", {}))
    for key, amount in action.get("add", {}).items():
        state[key] += amount
    state["chosen"] = [*state["chosen"], name]
    state["help"] = 1.0
    clamp(rules, state)


def close_year(rules: Rules, state: State) -> None:
    """The round ends: the actors react in order, things drift, and the game may be over."""
    for _ in closing(rules, state):
        pass


def closing(rules: Rules, state: State) -> Iterator[Happened]:
    """``close_year`` one step at a time: yields after each what has happened."""
    agents = rules.data["agents"]
    for actor in agents["home"]["actors"]:
        home_reacts(rules, state, actor)
        yield "home", actor, None
    for agent in agents["outside"]:
        branch = first_true(state, agent["branches"])
        if branch:
            apply_effects(rules, state, branch["effects"])
            yield "outside", agent["actor"], branch["plain"]
    apply_effects(rules, state, rules.numbers["drift"])
    clamp(rules, state)
    state["last"] = state["chosen"]
    state["early"] = any(state[name] < least for name, least in rules.numbers["ends_below"].items())
    state["phase"] = "over" if state["early"] or state["round"] == state["rounds"] else "start"
    yield "drift", None, agents["drift"]["plain"]


def home_reacts(rules: Rules, state: State, actor: str) -> None:
    """One home actor counts whether the year held an action that it likes."""
    home = rules.data["agents"]["home"]
    if any(actor in rules.actions[name]["liked_by"] for name in state["chosen"]):
        state["neglect"][actor] = 0
        apply_effects(rules, state, home["heard"])
        return
    state["neglect"][actor] += 1
    if state["neglect"][actor] >= home["patience"]:
        apply_effects(rules, state, home["ignored"])

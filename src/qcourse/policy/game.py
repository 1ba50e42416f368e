"""A game that a person plays: it never changes, each move gives a new one, and all of it fits into a short string.

Undo is to go back to an earlier ``Game``. The string (``game.save()``) holds version, seed, length and choices; the
same string replays in a notebook, in the page and in class.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ..errors import Text, UsageError
from . import engine, scoring
from .draw import MODULUS, candidates
from .engine import State
from .rules import Item, Rules, load_rules, message

COUNTED = ("money", "dc", "penal", "lit")
"""What a step may change besides the gauges."""


@dataclass(frozen=True)
class Step:
    """One thing that happened: in which round, its ``kind`` (``built``, ``income``, ``card``, ``event``, ``action``,
    ``home``, ``outside``, ``drift``), whose it was, what changed by how much, and the rules' sentence on it, if any."""

    round: int
    kind: str
    id: str | None
    changes: dict[str, float]
    plain: Text | None = None


@dataclass(frozen=True)
class Game:
    """A game at one moment; ``state`` is described in ``engine.py`` and is to be read only.

    ``moves`` holds, for each round begun, the marks of the choices made, as the save string writes them.
    """

    rules: Rules
    seed: int
    state: State
    log: tuple[Step, ...] = ()
    moves: tuple[str, ...] = field(default=())

    @property
    def phase(self) -> str:
        """``card``, ``event``, ``actions`` or ``over``."""
        return self.state["phase"]

    @property
    def event(self) -> Item:
        """This round's event, as the rules write it."""
        return self.rules.events[self.state["event"]]

    @property
    def card(self) -> Item | None:
        """This round's evidence card; None in a version without cards."""
        return self.rules.cards[self.state["card"]] if self.state["card"] else None

    @property
    def next_window(self) -> str | None:
        """The window of the next round; None in the last."""
        number = self.state["round"]
        return self.state["windows"][number] if number < self.state["rounds"] else None

    @property
    def candidates(self) -> list[str]:
        """Two events of which one comes in the next round, by id; none in the last round."""
        number = self.state["round"]
        return candidates(self.state["events"], number + 1) if number < self.state["rounds"] else []

    @property
    def options(self) -> list[str]:
        """The answers to this round's event that can be had now, the default included; empty if there's no choice."""
        if self.phase != "event" or not engine.holds(self.state, self.event.get("if", ())):
            return []
        return [
            item["id"]
            for item in self.event.get("options", ())
            if engine.holds(self.state, item.get("if", ()))
        ]

    @property
    def legal(self) -> list[str]:
        """The actions that can be taken now."""
        return [name for name in self.rules.actions if engine.allowed(self.rules, self.state, name)]

    def obstacle(self, name: str) -> str | Sequence[Any] | None:
        """Why an action can't be taken now; None if it can.

        ``chosen`` or ``full`` (three are taken), else the first need that fails ([name, comparison, value]), else
        ``money`` or ``capital``.
        """
        action, state = self.rules.actions[name], self.state
        if name in state["chosen"]:
            return "chosen"
        if len(state["chosen"]) >= self.rules.numbers["actions_per_round"]:
            return "full"
        for need in action["needs"]:
            if not engine.holds(state, [need]):
                return need
        if state["money"] < action["money"]:
            return "money"
        return "capital" if state["dc"] < action["capital"] else None

    @property
    def score(self) -> scoring.Score:
        """The score as things stand."""
        return scoring.score(self.rules, self.state)

    def judge(self, choice: int) -> Game:
        """Answer the evidence card with the choice of that place, from 0."""
        self._expect("card")
        choices = len(self.rules.cards[self.state["card"]]["choices"])
        if isinstance(choice, bool) or not isinstance(choice, int) or not 0 <= choice < choices:
            raise message("choice", found=choice, most=choices - 1)
        return self._move(str(choice), lambda state: [engine.judge(self.rules, state, choice)])

    def face(self, option: str | None = None) -> Game:
        """Let the event happen, with the answer wished; what can't be had gives way to the default."""
        self._expect("event")
        known = {item["id"]: item["key"] for item in self.event.get("options", ())}
        if option is not None and option not in known:
            raise message("option", found=option, known=", ".join(known) or "–")
        branch = engine.event_branch(self.state, self.event, option) if known else None
        mark = branch["key"] if branch else "-"
        return self._move(mark, lambda state: [engine.face_event(self.rules, state, option)])

    def act(self, action: str) -> Game:
        """Take an action; UsageError for one that can't be taken now."""
        self._expect("actions")
        if action not in self.legal:
            raise message("action", found=action, known=", ".join(self.legal) or "–")

        def take(state: State) -> list[engine.Happened]:
            engine.act(self.rules, state, action)
            return [("action", action, self.rules.actions[action]["plain"])]

        return self._move(self.rules.actions[action]["key"], take)

    def end_round(self) -> Game:
        """Close the round and open the next, if there's one."""
        self._expect("actions")
        closed = self._move(".", lambda state: engine.closing(self.rules, state))
        return closed if closed.phase == "over" else closed._open()

    def save(self) -> str:
        """The game as a short string."""
        body = f"TQ{self.rules.version}-{self.seed}-{self.state['rounds']}-{''.join(self.moves)}"
        return f"{body}-{_seal(body)}"

    def _open(self) -> Game:
        return replace(
            self._move("", lambda state: engine.opening(self.rules, state)), moves=(*self.moves, "")
        )

    def _move(self, mark: str, change: Callable[[State], Iterable[engine.Happened]]) -> Game:
        state = engine.copy_state(self.state)
        log = list(self.log)
        before = engine.copy_state(state)
        for kind, name, plain in change(state):
            changes = {
                key: state[key] - before[key]
                for key in (*self.rules.kinds, *COUNTED)
                if state[key] != before[key]
            }
            log.append(Step(state["round"], kind, name, changes, plain))
            before = engine.copy_state(state)
        moves = (*self.moves[:-1], self.moves[-1] + mark) if self.moves else ()
        return replace(self, state=state, log=tuple(log), moves=moves)

    def _expect(self, phase: str) -> None:
        if self.phase != phase:
            raise message(f"now_{self.phase}")


def new_game(seed: int = 1, rounds: int | None = None, version: int | None = None) -> Game:
    """A game whose first round is open; UsageError for a seed, length or version that can't be.

    ``seed`` is a whole number from 0 to 2³² − 1; ``rounds`` is 3, 4 or 6 (4 unless said); ``version`` is the latest
    unless said.
    """
    rules = load_rules(version)
    rounds = rules.data["draw"]["default_length"] if rounds is None else rounds
    if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed < MODULUS:
        raise message("seed", found=repr(seed))
    if isinstance(rounds, bool) or rounds not in rules.lengths:
        raise message("rounds", found=repr(rounds), known=", ".join(map(str, rules.lengths)))
    return Game(rules, seed, engine.new_state(rules, seed, rounds))._open()


_SAVED = re.compile(r"TQ(\d{1,4})-(\d{1,10})-(\d{1,2})-([0-9A-Za-z.-]*)-([0-9a-z]{4})")
_ROUND = re.compile(r"([0-9]?)([-A-Z]?)([a-z]*)(\.?)")


def load(text: str) -> Game:
    """The game that a save string holds; UsageError saying what is wrong with one that is damaged."""
    text = text.strip() if isinstance(text, str) else ""
    match = _SAVED.fullmatch(text)
    if not match:
        raise message("save_form", found=text[:40] or "–")
    if match[5] != _seal(text[:-5]):
        raise message("save_seal")
    game = new_game(int(match[2]), int(match[3]), int(match[1]))
    try:
        for judged, faced, actions, ended in _ROUND.findall(match[4]):
            if judged:
                game = game.judge(int(judged))
            if faced:
                options = {item["key"]: item["id"] for item in game.event.get("options", ())}
                game = game.face(options[faced] if faced != "-" else None)
            for key in actions:
                game = game.act(
                    next(item["id"] for item in game.rules.actions.values() if item["key"] == key)
                )
            if ended:
                game = game.end_round()
    except (UsageError, KeyError, StopIteration):
        raise message("save_move", round=game.state["round"]) from None
    if game.save() != text:
        raise message("save_move", round=game.state["round"])
    return game


def _seal(body: str) -> str:
    """Four characters that a change of one character in ``body`` always changes."""
    value = 0
    for character in body:
        value = (value * 31 + ord(character)) % 36**4
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return "".join(digits[value // 36**place % 36] for place in (3, 2, 1, 0))

"""What the sheets say: words, effects and conditions of the rules in one language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from ..lang import number
from ..policy.class_mode import class_file
from ..policy.rules import Item, Rules

SIGNS = {">=": "≥", "<": "<", ">": ">"}
NBSP = "\u00a0"
_COUNTED = {"money": "money", "dc": "capital"}


class Words:
    """The kit's words in one language; text that it returns is HTML."""

    def __init__(self, rules: Rules, language: str) -> None:
        self.rules, self.language = rules, language
        self._names = {
            item["id"]: item["name"] for key in ("gauges", "windows", "bands") for item in rules.data[key]
        }
        self._actors = {item["id"]: item["name"] for item in rules.data["actors"]}

    def pick(self, text: Item) -> str:
        """A text in this language; a space that must not break does not."""
        said = text[self.language]
        if self.language == "fr":
            for sign in ":»%$":
                said = said.replace(f" {sign}", f"{NBSP}{sign}")
            said = said.replace("« ", f"«{NBSP}")
        return escape(said, quote=False)

    def say(self, name: str, **values: object) -> str:
        """One of the kit's own words, filled in."""
        return self.pick(class_file()["words"][name]).format(**values)

    def gauge(self, name: str) -> str:
        """The name of a gauge, or of what is counted."""
        return self.pick(self._names[name]) if name in self._names else self.say(_COUNTED[name])

    window = band = gauge

    def actor(self, name: str) -> str:
        """An actor's name."""
        return self.pick(self._actors[name])

    def actors(self, names: Iterable[str]) -> str:
        """Short ids of actors: the sheet of roles explains them."""
        return ", ".join(names)

    def team(self, team: Item) -> str:
        """A team's name."""
        if "name" in team:
            return self.pick(team["name"])
        return " + ".join(self.actor(actor) for actor in team["actors"])

    def amount(self, value: float) -> str:
        """A signed number."""
        return ("+" if value > 0 else "−" if value < 0 else "") + number(abs(value), self.language)

    def effects(self, effects: Iterable[Sequence[Any]]) -> str:
        """Effects in order."""
        said = [f"{self.gauge(name)}{NBSP}{self.amount(size)}" for name, size in effects]
        return "; ".join(said) or self.say("none")

    def conditions(self, conditions: Iterable[Sequence[Any]]) -> str:
        """Conditions that must all hold."""
        return ", ".join(self._condition(*condition) for condition in conditions)

    def _condition(self, name: str, comparison: str, value: int) -> str:
        if name == "inv":
            return self.pick(self.rules.actions["A12"]["name"]) + (" ✓" if value else " ✗")
        if name == "lit":
            return f"{self.pick(self.rules.actions['A16']['name'])} < {value} ×"
        return f"{self.gauge(name)} {SIGNS[comparison]}{NBSP}{value}"

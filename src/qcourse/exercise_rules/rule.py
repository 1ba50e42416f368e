"""What a rule is, and the files that every exercise has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..errors import Text
from ..exercises import Exercise

PUBLIC = ("exercise.toml", "task.en.md", "task.fr.md", "stub.py", "checks.py")
PRIVATE = ("solution.py", "hidden_checks.py", "hidden.toml", "explanation.en.md", "explanation.fr.md")

Found = Iterator[tuple[str, dict[str, str]]]
"""File of the exercise (or "") and what fills the blanks of the rule's message, for each breach."""


@dataclass(frozen=True)
class Rule:
    """One rule: ``find`` yields (file, details) for each breach; ``reason`` says why the rule is there."""

    name: str
    reason: str
    message: Text
    find: Callable[[Exercise], Found]


@dataclass(frozen=True)
class Breach:
    """One place where a folder breaks a rule."""

    rule: str
    text: Text


def fill(message: Text, slug: str, file: str, details: dict[str, str]) -> Text:
    """The message, with where it applies and its blanks filled in."""
    where = f"{slug}/{file}" if file else slug

    def filled(sentence: str) -> str:
        for name, value in details.items():
            sentence = sentence.replace("{" + name + "}", value)
        return sentence

    return {"en": f"{where}: {filled(message['en'])}", "fr": f"{where}\u00a0: {filled(message['fr'])}"}

"""The self-attestation: its code, its conditions, and what a comparison of paper and file shows."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import Text, UsageError
from .course import Lesson, lessons, rules
from .words import say

CODE_DIGITS = 16
"""How many hexadecimal digits of the checksum stand on the paper, in groups of four."""


@dataclass(frozen=True)
class Condition:
    """One condition: how much of it is ``done``, of how much in ``total``, and how much is ``needed``."""

    name: str
    done: int
    total: int
    needed: int

    @property
    def holds(self) -> bool:
        """Whether enough is done."""
        return self.done >= self.needed


def code(record: dict[str, Any]) -> str:
    """The code of a record that was read from a file, as it stands on the paper: ``1A2B-3C4D-5E6F-7A8B``."""
    digits = record["checksum"][:CODE_DIGITS].upper()
    return "-".join(re.findall(".{4}", digits))


def same_code(record: dict[str, Any], typed: str) -> bool:
    """Whether ``typed`` is the record's code; dashes, spaces and capitals don't count.

    UsageError when it is no code at all.
    """
    plain = re.sub(r"[\s\u2010-\u2015-]", "", typed).upper()
    if not re.fullmatch(rf"[0-9A-F]{{{CODE_DIGITS}}}", plain):
        raise UsageError(say("no_code", code=typed))
    return plain == code(record).replace("-", "")


def conditions(record: dict[str, Any], root: Path) -> list[Condition]:
    """The conditions of ``rules.yml`` on ``record``, by the lessons of the course at ``root``; none without a book."""
    core = [lesson for lesson in lessons(root) if lesson.core]
    if not core:
        return []
    asked = [f"{lesson.name}/{question}" for lesson in core for question in lesson.questions]
    right = sum(record["questions"][key]["last"]["right"] for key in asked if key in record["questions"])
    read = sum(_is_read(record, lesson) for lesson in core)
    share = rules()["attestation"]["questions_right"]
    found = [
        Condition("lessons", read, len(core), len(core)),
        Condition("questions", right, len(asked), math.ceil(share * len(asked) - 1e-9)),
    ]
    if wanted := rules()["attestation"]["exit_test"]:
        best = max(
            (_right_items(test) for test in record["tests"] if test["form"] == wanted["form"]), default=0
        )
        found.append(Condition("test", best, wanted["items"], wanted["right"]))
    return found


def report(record: dict[str, Any], root: Path, typed: str | None) -> tuple[bool, list[Text]]:
    """Whether the file stands by the paper (its code, if one was typed, and the conditions), and what to say."""
    lines: list[Text] = [say("intact", code=code(record), written=record.get("written", "?"))]
    stated = record.get("attestation")
    lines.append(say("attests", **stated) if stated else say("no_attestation"))
    well = stated is not None
    if typed is not None:
        same = same_code(record, typed)
        lines.append(say("same_code" if same else "other_code", code=typed))
        well = well and same
    found = conditions(record, root)
    for condition in found:
        key = f"condition_{condition.name}_{'holds' if condition.holds else 'fails'}"
        lines.append(say(key, done=condition.done, total=condition.total, needed=condition.needed))
        well = well and condition.holds
    if not found:
        lines.append(say("no_book"))
    lines.append(say("own_word"))
    return well, lines


def _is_read(record: dict[str, Any], lesson: Lesson) -> bool:
    return bool(record["lessons"].get(lesson.name, {}).get("read"))


def _right_items(test: dict[str, Any]) -> int:
    return sum(isinstance(item, dict) and item.get("right") is True for item in test["items"])

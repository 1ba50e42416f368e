"""One line of a class's file: one check by one learner, as JSON."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

from ..lang import LANGUAGES
from ..verdict import Verdict

FORMAT, VERSION = "qcourse-class", 1
MAX_LINE = 20_000
"""Bytes; a line of an exercise that fails every check has some 3 kB."""
MAX_NAME, MAX_TEXT, MAX_MISSED = 60, 300, 30
LEARNER = re.compile(r"[0-9a-f]{12}")
_MOMENT = re.compile(r"\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\dZ", re.ASCII)
_SLUG = re.compile(r"[a-z][a-z0-9_]{0,79}")


class OtherVersion(ValueError):
    """A line of this format in a version that this copy of the course doesn't read."""


def plain(text: str, limit: int) -> str:
    """``text`` on one line without control, direction or private characters, cut to ``limit`` characters."""
    kept = "".join(" " if char.isspace() else char for char in text if _shown(char))
    return " ".join(kept.split())[:limit]


def _shown(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) not in ("Cc", "Cf", "Co", "Cs", "Cn")


def line_of(verdict: Verdict, learner: str, name: str, at: str) -> bytes:
    """The line of a verdict, with its end; no value of the learner's functions is in it."""
    missed = [
        {
            "check": {language: plain(result.title[language], MAX_TEXT) for language in LANGUAGES},
            "cause": {language: plain(result.finding.diagnosis[language], MAX_TEXT) for language in LANGUAGES}
            if result.finding and result.finding.diagnosis
            else None,
        }
        for result in verdict.results
        if not result.passed and not result.hidden
    ]
    data = {
        "format": FORMAT,
        "version": VERSION,
        "learner": learner,
        "name": name,
        "at": at,
        "exercise": verdict.slug,
        "earned": verdict.earned,
        "points": verdict.points,
        "passed": verdict.passed,
        "missed": missed[:MAX_MISSED],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def parse(line: bytes) -> dict[str, Any]:
    """The data of a line; ValueError when it is no line of this format, OtherVersion when it is a later one."""
    if len(line) > MAX_LINE:
        raise ValueError("too long")
    try:
        data = json.loads(line.decode("utf-8"))
    except RecursionError as error:
        raise ValueError("too deep") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise ValueError("foreign")
    if data.get("version") != VERSION or isinstance(data["version"], bool):
        raise OtherVersion
    texts = all(isinstance(data.get(key), str) for key in ("learner", "name", "at", "exercise"))
    if not (
        texts
        and LEARNER.fullmatch(data["learner"])
        and _MOMENT.fullmatch(data["at"])
        and _SLUG.fullmatch(data["exercise"])
        and _points(data.get("earned"))
        and _points(data.get("points"))
        and isinstance(data.get("passed"), bool)
        and isinstance(data.get("missed"), list)
        and len(data["missed"]) <= MAX_MISSED
    ):
        raise ValueError("damaged")
    kept = {key: data[key] for key in ("learner", "at", "exercise", "earned", "points", "passed")}
    return {
        **kept,
        "name": plain(data["name"], MAX_NAME),
        "missed": [_missed(one) for one in data["missed"]],
    }


def _missed(one: Any) -> dict[str, Any]:
    if not isinstance(one, dict):
        raise ValueError("damaged")
    cause = one.get("cause")
    return {"check": _text(one.get("check")), "cause": None if cause is None else _text(cause)}


def _text(value: Any) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(value.get(language), str) for language in LANGUAGES):
        raise ValueError("damaged")
    return {language: plain(value[language], MAX_TEXT) for language in LANGUAGES}


def _points(value: Any) -> bool:
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return number and 0 <= value <= 100  # NaN is not

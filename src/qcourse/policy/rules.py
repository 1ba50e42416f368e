"""The rules of Table Q as data: one JSON file that the Python engine, the browser's and the printed sheets all read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ..errors import UsageError

FILE = Path(__file__).with_name("table_q.json")

Item = Mapping[str, Any]


@dataclass(frozen=True)
class Rules:
    """What one version says: ``data`` is the whole file with that version's changes applied.

    ``actions``, ``events`` and ``cards`` are the file's lists by id, in the file's order; ``cards`` is empty in a
    version without evidence cards. Everything is to be read only.
    """

    version: int
    data: Mapping[str, Any]
    actions: Mapping[str, Item]
    events: Mapping[str, Item]
    cards: Mapping[str, Item]
    kinds: Mapping[str, str]
    """Of each gauge, how a gain works on it: ``gain`` (the fuller, the slower), ``level`` or ``trust``."""

    @property
    def numbers(self) -> Mapping[str, Any]:
        """The coefficients of income, effects and score."""
        return self.data["coefficients"]

    @property
    def judgement(self) -> Mapping[str, float]:
        """How far a right judgement strengthens and a wrong one weakens the next action."""
        return self.data["versions"][str(self.version)]["judgement"]

    @property
    def lengths(self) -> list[int]:
        """The numbers of rounds that a game may have."""
        return self.data["draw"]["lengths"]


@cache
def whole_file() -> Mapping[str, Any]:
    """The rules file as it stands."""
    return json.loads(FILE.read_text(encoding="utf-8"))


def versions() -> list[int]:
    """The numbers of the versions that can be played."""
    return sorted(map(int, whole_file()["versions"]))


@cache
def load_rules(version: int | None = None) -> Rules:
    """The rules of ``version``, the latest unless it is given; UsageError for a number that doesn't exist."""
    data = whole_file()
    version = data["latest"] if version is None else version
    own = data["versions"].get(str(version))
    if own is None or isinstance(version, bool):
        raise message("version", found=repr(version), known=", ".join(map(str, versions())))
    data = {**data, "coefficients": {**data["coefficients"], **own.get("coefficients", {})}}
    return Rules(
        version=version,
        data=data,
        actions={item["id"]: item for item in data["actions"]},
        events={item["id"]: item for item in data["events"]},
        cards={item["id"]: item for item in data.get("cards", ())} if own["cards"] else {},
        kinds={item["id"]: item["kind"] for item in data["gauges"]},
    )


def message(name: str, **values: Any) -> UsageError:
    """One of the file's messages, filled in, as an error."""
    texts = whole_file()["messages"][name]
    return UsageError({language: text.format(**values) for language, text in texts.items()})

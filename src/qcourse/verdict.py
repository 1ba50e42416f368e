"""The verdict on an answer, as plain data; ``verdict_text`` says it in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .checks.finding import Finding
from .errors import Text


@dataclass(frozen=True)
class CheckResult:
    """One check's outcome.

    ``points`` is what the check is worth, ``earned`` what was given, to 0.01. ``kind`` is ``passed``, ``failed`` (a
    finding), ``partial``, or what kept the function from answering (``missing``, ``signature``, ``not_written``,
    ``raised``, ``not_plain``, ``timeout``, …). ``message`` is the exercise's own pointer on failure.
    """

    name: str
    hidden: bool
    title: Text
    points: float
    earned: float
    kind: str
    message: Text | None = None
    finding: Finding | None = None
    error: Text | None = None

    @property
    def passed(self) -> bool:
        """Whether all of the check's points were given."""
        return self.kind == "passed"

    def data(self) -> dict[str, Any]:
        """The result as plain JSON data."""
        detail = self.finding.text() if self.finding else self.error
        return {
            "name": self.name,
            "hidden": self.hidden,
            "title": dict(self.title),
            "points": self.points,
            "earned": self.earned,
            "passed": self.passed,
            "kind": self.kind,
            "message": dict(self.message) if self.message else None,
            "finding": dict(detail) if detail else None,
        }


@dataclass(frozen=True)
class Verdict:
    """The results of one answer to one exercise, in the order of its checks."""

    slug: str
    version: str
    results: tuple[CheckResult, ...]
    notes: Sequence[Text] = ()

    @property
    def earned(self) -> float:
        """Points given, to 0.01."""
        return round(sum(result.earned for result in self.results), 2)

    @property
    def points(self) -> float:
        """Points that the checks run are worth."""
        return round(sum(result.points for result in self.results), 2)

    @property
    def passed(self) -> bool:
        """Whether every check passed."""
        return all(result.passed for result in self.results)

    def data(self) -> dict[str, Any]:
        """The verdict as plain JSON data."""
        return {
            "exercise": self.slug,
            "version": self.version,
            "earned": self.earned,
            "points": self.points,
            "passed": self.passed,
            "checks": [result.data() for result in self.results],
            "notes": [dict(note) for note in self.notes],
        }

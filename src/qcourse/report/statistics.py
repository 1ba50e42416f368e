"""Numbers about a class, gathered a row at a time: what the instructor's page shows."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..exercises import Exercise

BINS = 11
"""Points rounded down to 0 … 10, whatever the maximum."""
_KILLED = ("timeout", "crashed", "resource")
_DIAGNOSIS = {"en": "Likely cause: ", "fr": "Cause probable\u00a0: "}


@dataclass
class OfExercise:
    """One exercise: how many, how many points (as shares of the maximum in tenths), and each check's passes."""

    title: Mapping[str, str]
    answers: int = 0
    missing: int = 0
    total: float = 0.0
    maximum: float = 0.0
    bins: list[int] = field(default_factory=lambda: [0] * BINS)
    statuses: Counter[str] = field(default_factory=Counter)
    passed: Counter[str] = field(default_factory=Counter)
    titles: dict[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def mean(self) -> float:
        """Mean points of the answers handed in."""
        return self.total / self.answers if self.answers else 0.0


class Statistics:
    """Everything that the page tells of the class; nothing of it grows with the class but a few short lists."""

    def __init__(self, exercises: Mapping[str, Exercise]) -> None:
        self.exercises = {slug: OfExercise(exercise.title) for slug, exercise in exercises.items()}
        self.statuses: Counter[str] = Counter()
        self.diagnoses: Counter[tuple[str, str, str]] = Counter()
        self.killed: list[dict[str, Any]] = []
        self.decisions: list[dict[str, Any]] = []
        self.faults: Counter[tuple[str, str, str]] = Counter()
        self._slowest: list[tuple[float, str, str]] = []

    def add(self, row: Mapping[str, Any]) -> None:
        """Note one row."""
        about = self.exercises[row["exercise"]]
        self.statuses[row["status"]] += 1
        about.statuses[row["status"]] += 1
        if row["decisions"] and len(self.decisions) < 2000:
            self.decisions.append(
                {
                    "learner": row["learner"],
                    "exercise": row["exercise"],
                    "points": row["points"],
                    "notes": row["decisions"],
                }
            )
        if row["status"] == "missing":
            about.missing += 1
            return
        about.answers += 1
        about.total += row["points"]
        about.maximum = row["max_points"]
        share = row["points"] / row["max_points"] if row["max_points"] else 0.0
        about.bins[min(max(int(share * 10 + 1e-9), 0), BINS - 1)] += 1
        for check in row["checks"]:
            about.titles[check["name"]] = check["title"]
            about.passed[check["name"]] += bool(check["passed"])
            self._diagnose(row, check)
        if row["status"] in _KILLED and len(self.killed) < 200:
            self.killed.append(
                {
                    name: row[name]
                    for name in ("learner", "exercise", "status", "message", "wall_s", "peak_mb")
                }
            )
        heapq.heappush(self._slowest, (row["wall_s"], row["learner"], row["exercise"]))
        if len(self._slowest) > 10:
            heapq.heappop(self._slowest)

    @property
    def slowest(self) -> list[tuple[float, str, str]]:
        """The ten slowest, slowest first."""
        return sorted(self._slowest, reverse=True)

    def hardest(self) -> list[tuple[str, str, Mapping[str, str], float]]:
        """The checks passed least: exercise, check, title, share passed."""
        found = [
            (slug, name, title, about.passed[name] / about.answers)
            for slug, about in self.exercises.items()
            if about.answers
            for name, title in about.titles.items()
        ]
        return sorted(found, key=lambda entry: (entry[3], entry[0], entry[1]))[:15]

    def _diagnose(self, row: Mapping[str, Any], check: Mapping[str, Any]) -> None:
        finding = check["finding"]
        if not finding:
            return
        if check["kind"] == "check_error":
            self.faults[row["exercise"], check["name"], finding["en"][:200]] += 1
        said = {
            language: next(
                (line[len(mark) :] for line in finding[language].split("\n") if line.startswith(mark)), ""
            )
            for language, mark in _DIAGNOSIS.items()
        }
        if said["en"] and len(self.diagnoses) < 5000:
            self.diagnoses[row["exercise"], said["en"][:200], said["fr"][:200]] += 1

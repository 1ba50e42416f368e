"""``gradebook.csv`` for the instructor, ``moodle.csv`` and ``canvas.csv`` for the platforms' own imports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..exercises import Exercise
from ..grading.journal import replace_file
from ..grading.roster import Person
from ..lang import pick
from .cells import csv_bytes


class Gradebook:
    """Points by learner and exercise, gathered a row at a time."""

    def __init__(self, exercises: Sequence[str]) -> None:
        self.exercises = list(exercises)
        self.points: dict[str, dict[str, float]] = {}
        self.maximum = dict.fromkeys(exercises, 10.0)

    def add(self, row: Mapping[str, Any]) -> None:
        """Note one row."""
        self.points.setdefault(row["learner"], {})[row["exercise"]] = float(row["points"])
        self.maximum[row["exercise"]] = max(float(row["max_points"]), 0.0)

    def write(
        self, output: Path, exercises: Mapping[str, Exercise], people: Mapping[str, Person], language: str
    ) -> None:
        """Write the tables; those of the platforms only for a class with a roster."""
        replace_file(output / "gradebook.csv", csv_bytes(self._own()))
        if people:
            titles = [pick(exercises[slug].title, language) for slug in self.exercises]
            replace_file(output / "moodle.csv", csv_bytes(self._moodle(people)))
            replace_file(output / "canvas.csv", csv_bytes(self._canvas(people, titles)))

    def _own(self) -> list[list[object]]:
        rows: list[list[object]] = [["learner", *self.exercises, "total"]]
        for learner, points in sorted(self.points.items()):
            rows.append([learner, *self._marks(points), round(sum(points.values()), 2)])
        return rows

    def _moodle(self, people: Mapping[str, Person]) -> list[list[object]]:
        """For Grades › Import › CSV file: people are matched by ID number or email, columns are mapped by their names."""
        rows: list[list[object]] = [["ID number", "Full name", "Email address", *self.exercises]]
        for learner, points in sorted(self.points.items()):
            if learner not in people:  # a platform can't match a stranger; the run has said so
                continue
            person = people[learner]
            rows.append(
                [
                    person.sis_user_id or person.moodle_id,
                    person.name or learner,
                    person.email,
                    *self._marks(points),
                ]
            )
        return rows

    def _canvas(self, people: Mapping[str, Person], titles: Sequence[str]) -> list[list[object]]:
        """For Grades › Import: the five columns that Canvas asks for, then a column and its maximum per exercise."""
        blank = [""] * 4
        rows: list[list[object]] = [["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *titles]]
        rows.append(["Points Possible", *blank, *[self.maximum[slug] for slug in self.exercises]])
        for learner, points in sorted(self.points.items()):
            if learner not in people:  # a platform can't match a stranger; the run has said so
                continue
            person = people[learner]
            about = [
                person.name or learner,
                person.canvas_id,
                person.sis_user_id,
                person.sis_login_id or person.email,
                person.section,
            ]
            rows.append([*about, *self._marks(points)])
        return rows

    def _marks(self, points: Mapping[str, float]) -> list[float]:
        return [points.get(slug, 0.0) for slug in self.exercises]

"""Grading a class again and saying whose marks would change before anything is written."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from .run import RESULTS, Options, Progress, grade_new, open_output, prepare, rows, run

Change = tuple[str, str, float | None, float | None]


def changes(options: Options, progress: Progress) -> tuple[list[Change], Callable[[], None]]:
    """Learner, exercise, points before and after for each mark that would change, and a function that writes them.

    What is graded goes to the journal, which decides no mark by itself; the results stay as they were.
    """
    before = _points(options.output / RESULTS)
    work = prepare(options)
    with closing(open_output(options)) as journal:
        grade_new(work, journal, progress)
        after = {(row["learner"], row["exercise"]): float(row["points"]) for row in rows(work, journal)}
    changed = [
        (learner, slug, before.get((learner, slug)), after.get((learner, slug)))
        for learner, slug in sorted(before.keys() | after.keys())
    ]

    def finish() -> None:
        run(replace(options, fresh=False), lambda event, data: None)

    return [change for change in changed if change[2] != change[3]], finish


def _points(path: Path) -> dict[tuple[str, str], float]:
    points = {}
    if path.exists():
        with path.open(encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                points[row["learner"], row["exercise"]] = float(row["points"])
    return points

"""What a learner may see of a graded answer: never a hidden check's input, nor any private line.

Of a hidden check only the title and the exercise's own message are shown: what the answer returned or printed there
could hold its input.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..exercises import Exercise
from ..grading.bounded import visible
from ..lang import pick
from .cells import file_name
from .pages import page


class Feedback:
    """The pages of one output folder, written where they changed."""

    def __init__(self, folder: Path, exercises: Mapping[str, Exercise], language: str) -> None:
        self.folder = folder
        self.exercises = exercises
        self.language = language
        self._written: set[Path] = set()

    def write(self, row: Mapping[str, Any]) -> None:
        """Write the page of one row; none for what was not handed in."""
        if row["status"] == "missing":
            return
        path = self.folder / file_name(row["learner"]) / f"{row['exercise']}.html"
        self._written.add(path)
        data = render(row, self.exercises[row["exercise"]], self.language).encode("utf-8", "backslashreplace")
        if not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def remove_others(self) -> None:
        """Remove pages of learners and exercises that are no longer in the class."""
        if not self.folder.is_dir():
            return
        learners = {path.parent for path in self._written}
        for folder in self.folder.iterdir():
            if folder not in learners:
                shutil.rmtree(folder, ignore_errors=True) if folder.is_dir() else folder.unlink()
                continue
            for path in folder.glob("*.html"):
                if path not in self._written and path.stem in self.exercises:
                    path.unlink()


def render(row: Mapping[str, Any], exercise: Exercise, language: str) -> str:
    """The page of one row, as HTML."""
    return page("feedback.html", language, **seen_by_learner(row, exercise, language))


def seen_by_learner(row: Mapping[str, Any], exercise: Exercise, language: str) -> dict[str, Any]:
    """The part of a row that its learner may see, in one language."""
    checks = []
    for check in row["checks"]:
        finding = check["finding"] if not check["hidden"] else None
        checks.append(
            {
                "title": pick(check["title"], language),
                "passed": check["passed"],
                "hidden": check["hidden"],
                "points": check["points"],
                "earned": check["earned"],
                "message": pick(check["message"], language) if check["message"] else "",
                "finding": pick(finding, language) if finding else "",
            }
        )
    return {
        "learner": visible(row["learner"]),
        "title": pick(exercise.title, language),
        "slug": row["exercise"],
        "remark": pick(exercise.remark, language) if exercise.remark else "",
        "status": row["status"],
        # An exception's words may come from a hidden check; a public one's stand beside the check itself.
        "message": "" if row["status"] == "error" else pick(row["message"], language),
        "points": row["points"],
        "max_points": row["max_points"],
        "checks": checks,
        "notes": [pick(note, language) for note in row["notes"]],
        "hints": exercise.hints[language] if row["status"] != "passed" else (),
        "output": row["output"],
        "adjusted": bool(row["decisions"]),
        "file": visible(row["file"] or ""),
    }

"""What comes out of a graded class: tables for spreadsheets and platforms, pages for learners, one for the instructor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..lang import current
from .feedback import Feedback
from .gradebook import Gradebook
from .page import write_page
from .similar import Similar
from .statistics import Statistics

if TYPE_CHECKING:
    from ..grading.run import Class


def write_reports(work: Class, all_rows: Iterator[dict[str, Any]]) -> dict[str, Any]:
    """Write every output from the rows, each seen once; a summary with counts by status."""
    from ..grading.run import RESULTS, write_results

    language, output = current(), work.options.output
    gradebook = Gradebook(list(work.exercises))
    feedback = Feedback(output / "feedback", work.exercises, language)
    statistics = Statistics(work.exercises)
    similar = Similar(work)

    def take(row: dict[str, Any]) -> None:
        gradebook.add(row)
        feedback.write(row)
        statistics.add(row)
        similar.add(row)

    count = write_results(output / RESULTS, all_rows, take)
    gradebook.write(output, work.exercises, work.people, language)
    feedback.remove_others()
    write_page(work, statistics, similar.pairs(), language)
    return {
        "rows": count,
        "statuses": dict(statistics.statuses),
        "learners": len(work.cohort.learners),
        "hidden_checks": all(exercise.private for exercise in work.exercises.values()),
    }


__all__ = ["write_reports"]

"""``report.html``: what the instructor should know of the class, on one page that fetches nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ..grading.bounded import visible
from ..grading.journal import replace_file
from ..grading.outcome import STATUSES
from ..lang import number, pick
from . import charts
from .pages import page
from .statistics import Statistics
from .strings import STRINGS

if TYPE_CHECKING:
    from ..grading.run import Class


def write_page(
    work: Class, statistics: Statistics, pairs: Sequence[tuple[str, str, str, float]], language: str
) -> None:
    """Write the page into the output folder."""
    html = page("report.html", language, **_values(work, statistics, pairs, language))
    replace_file(work.options.output / "report.html", html.encode("utf-8", "backslashreplace"))


def _values(
    work: Class, statistics: Statistics, pairs: Sequence[tuple[str, str, str, float]], language: str
) -> dict[str, Any]:
    def percent(value: float) -> str:
        return number(round(100 * value), language) + ("\u00a0%" if language == "fr" else "%")

    exercises = [
        {
            "slug": slug,
            "title": pick(about.title, language),
            "answers": about.answers,
            "missing": about.missing,
            "mean": about.mean,
            "maximum": about.maximum,
            "bins": about.bins,
            "chart": charts.histogram(
                about.bins,
                f"{STRINGS['distribution'][language]}{STRINGS['colon'][language]} {pick(about.title, language)}",
            ),
            "statuses": [(status, about.statuses[status]) for status in STATUSES if about.statuses[status]],
        }
        for slug, about in statistics.exercises.items()
    ]
    hardest = [
        {
            "exercise": slug,
            "check": name,
            "title": pick(title, language),
            "share": percent(passed),
            "chart": charts.share(passed, percent(passed)),
        }
        for slug, name, title, passed in statistics.hardest()
    ]
    return {
        "learners": len(work.cohort.learners),
        "statuses": [
            (status, statistics.statuses[status]) for status in STATUSES if statistics.statuses[status]
        ],
        "isolation": work.setting.isolation,
        "hidden": all(exercise.private for exercise in work.exercises.values()),
        "exercises": exercises,
        "hardest": hardest,
        "diagnoses": [
            (slug, text if language == "en" else french, count)
            for (slug, text, french), count in statistics.diagnoses.most_common(15)
        ],
        "killed": [{**entry, "message": pick(entry["message"], language)} for entry in statistics.killed],
        "slowest": statistics.slowest,
        "similar": [(slug, one, two, percent(alike)) for slug, one, two, alike in pairs],
        "decisions": [
            {**entry, "notes": [visible(pick(note, language)) for note in entry["notes"]]}
            for entry in statistics.decisions
        ],
        "policy": work.policy if work.options.policy else None,
        "remarks": [pick(remark, language) for remark in work.cohort.remarks[:500]],
        "more_remarks": max(len(work.cohort.remarks) - 500, 0),
        "faults": [
            (slug, name, text, count) for (slug, name, text), count in statistics.faults.most_common(20)
        ],
    }

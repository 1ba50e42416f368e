"""From what happened to one submission to its row: status, points and words. Pure functions on plain data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ..answer_file import CellError, said
from ..errors import Text
from ..exercises import Check, Exercise
from .bounded import visible
from .lane import Observed
from .lockdown import Limits
from .words import say

STATUSES = ("passed", "failed", "error", "crashed", "timeout", "resource", "invalid", "missing")
_LOST_STATUS = {
    "memory": "resource",
    "checker": "resource",
    "timeout": "timeout",
    "crashed": "crashed",
    "garbled": "crashed",
}
_RAISED = ("raised", "not_written")
_USED = (
    ("memory", re.compile(r"\bMemoryError\b|std::bad_alloc|[Ii]nsufficient memory")),
    ("disk", re.compile(r"\[Errno (27|28|122)\]")),
    ("processes", re.compile(r"\[Errno 11\]|can't start new thread")),
)


def row_of(exercise: Exercise, seen: Observed, name: str, limits: Limits) -> dict[str, Any]:
    """All of a row that the submission's content decides."""
    checks = exercise.all_checks(exercise.private is not None)
    results = _all_results(checks, seen, limits)
    status, message = _status(results, seen, name, limits)
    return {
        "status": status,
        "points": round(sum(result["earned"] for result in results), 2),
        "max_points": max_points(exercise),
        "checks": results,
        "message": message,
        "notes": [_shown(said(CellError(*error), name)) for error in seen.errors[:5]],
        "output": visible(seen.output, 4000),
        "wall_s": round(seen.wall_s, 3),
        "cpu_s": round(seen.cpu_s, 3),
        "peak_mb": round(seen.peak_mb, 1),
    }


def row_without_run(exercise: Exercise, status: str, message: Text) -> dict[str, Any]:
    """The row of a submission that is missing or was refused before any of it ran."""
    results = [
        _unanswered(check, status, None) for check in exercise.all_checks(exercise.private is not None)
    ]
    base = {
        "status": status,
        "points": 0.0,
        "max_points": max_points(exercise),
        "checks": results,
        "message": _shown(message),
    }
    return base | {"notes": [], "output": "", "wall_s": 0.0, "cpu_s": 0.0, "peak_mb": 0.0}


def max_points(exercise: Exercise) -> float:
    """What the checks that are run here are worth together."""
    return round(sum(check.points for check in exercise.all_checks(exercise.private is not None)), 2)


def _all_results(checks: Sequence[Check], seen: Observed, limits: Limits) -> list[dict[str, Any]]:
    """One result per check, in the exercise's order; a check that got no answer says what ended it."""
    given = {result["name"]: result for result in seen.results}
    results = []
    for check in checks:
        if check.name in given:
            result = given[check.name]
            results.append({**result, "finding": _shown(result["finding"]) if result["finding"] else None})
        elif seen.unusable is not None:
            results.append(_unanswered(check, "invalid", None))
        else:
            cause = seen.lost.get(check.name, "crashed")
            results.append(_unanswered(check, cause, _lost(cause, limits)))
    return results


def _unanswered(check: Check, kind: str, finding: Text | None) -> dict[str, Any]:
    return {
        "name": check.name,
        "hidden": check.hidden,
        "title": dict(check.title),
        "points": check.points,
        "earned": 0.0,
        "passed": False,
        "kind": kind,
        "message": dict(check.message),
        "finding": finding,
    }


def _status(results: Sequence[dict[str, Any]], seen: Observed, name: str, limits: Limits) -> tuple[str, Text]:
    """The first status that fits, with the words for it."""
    if seen.unusable is not None:
        return "invalid", _shown(seen.unusable["unusable"])
    if all(result["passed"] for result in results):
        return "passed", say("passed")
    errors = [said(CellError(*error), name) for error in seen.errors]
    raised = [result["finding"] for result in results if result["kind"] in _RAISED and result["finding"]]
    used = _used([*errors, *raised], limits)
    causes = list(seen.lost.values())
    for status in ("resource", "timeout", "crashed"):
        lost = next((cause for cause in causes if _LOST_STATUS[cause] == status), None)
        if lost:
            return status, _lost(lost, limits)
        if status == "resource" and used:
            return status, used
    if errors or raised:
        return "error", _shown((errors or raised)[0])
    first = next(result for result in results if not result["passed"])
    passed = sum(result["passed"] for result in results)
    titles = first["title"]
    summary = say("failed", passed=passed, all=len(results), title="{title}")
    return "failed", {
        language: text.replace("{title}", titles[language]) for language, text in summary.items()
    }


def _used(texts: Sequence[Text], limits: Limits) -> Text | None:
    for cause, pattern in _USED:
        if any(pattern.search(text["en"]) for text in texts):
            return say(f"used_{cause}", memory=limits.memory_mb, scratch=limits.scratch_mb)
    return None


def _lost(cause: str, limits: Limits) -> Text:
    return say(f"lost_{cause}", limit=f"{limits.timeout_s:g}", memory=limits.memory_mb)


def _shown(text: Text) -> dict[str, str]:
    return {language: visible(sentence) for language, sentence in text.items()}

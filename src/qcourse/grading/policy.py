"""From attempts and dates to a mark: late work, extensions, best or last attempt, and marks set by hand.

A pure function of the dates and of two small files that a person writes; nothing here looks at a clock.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from ..errors import Text, UsageError
from ..lang import number


@dataclass(frozen=True)
class Late:
    """What a day late costs: percent of the points per begun day after ``grace_hours``, never below ``floor_percent``;
    after ``closed_after_days``, when set, nothing is given."""

    percent_per_day: float = 0.0
    grace_hours: float = 0.0
    floor_percent: float = 0.0
    closed_after_days: float | None = None


@dataclass(frozen=True)
class Policy:
    """Which attempt counts (``last`` or ``best``), when each exercise is due (``default`` for all), what late work costs."""

    attempt: str = "last"
    due: Mapping[str, datetime] = field(default_factory=dict)
    late: Late = Late()


@dataclass(frozen=True)
class ByHand:
    """One decision of a person: ``kind`` is ``mark``, ``rubric`` or ``extension``; ``who``, ``why`` and ``when`` are required."""

    kind: str
    learner: str
    exercise: str
    who: str
    why: str
    when: str
    points: float | None = None
    out_of: float | None = None
    until: datetime | None = None


@dataclass(frozen=True)
class Decision:
    """The mark of one learner for one exercise: which attempt counts, its points, and what was applied, in words."""

    counted: int
    points: float
    added_maximum: float = 0.0
    notes: tuple[Text, ...] = ()


def decide(
    learner: str,
    exercise: str,
    attempts: Sequence[tuple[str | None, float]],
    policy: Policy,
    by_hand: Sequence[ByHand] = (),
) -> Decision:
    """The mark for ``attempts``, each a date (ISO, or None) and its points, oldest first.

    An attempt without a date is never late. A mark set by hand replaces all else; rubric points are added.
    """
    own = [
        decision
        for decision in by_hand
        if decision.learner == learner and decision.exercise in (exercise, "*")
    ]
    due, extension = _due(exercise, policy, own)
    valued = [_after_lateness(when, points, due, policy.late) for when, points in attempts]
    counted = _counted(valued, policy)
    points, late = valued[counted] if valued else (0.0, 0.0)
    notes: list[Text] = []
    if extension:
        notes.append(
            _say(
                "extension",
                extension,
                until=extension.until.isoformat(sep=" ", timespec="minutes") if extension.until else "",
            )
        )
    if late:
        notes.append(
            {
                language: text.format(days=number(round(late, 1), language), points=number(points, language))
                for language, text in _SAID["late"].items()
            }
        )
    maximum = 0.0
    for decision in own:
        if decision.kind == "rubric" and decision.points is not None:
            points, maximum = round(points + decision.points, 2), maximum + (decision.out_of or 0.0)
            notes.append(_say("rubric", decision))
    for decision in own:
        if decision.kind == "mark" and decision.points is not None:
            points = decision.points
            notes.append(_say("mark", decision))
    return Decision(counted, points, maximum, tuple(notes))


def load_policy(path: Path | None) -> Policy:
    """The policy in a TOML file; UsageError names a key that it doesn't know."""
    if path is None:
        return Policy()
    data = _toml(path)
    _known(data, {"attempt", "due", "late"}, path)
    if data.get("attempt", "last") not in ("last", "best"):
        raise _bad(path, 'attempt = "last" | "best"')
    late = data.get("late", {})
    _known(late, {"percent_per_day", "grace_hours", "floor_percent", "closed_after_days"}, path)
    try:
        due = {name: _moment(value) for name, value in data.get("due", {}).items()}
        return Policy(
            data.get("attempt", "last"), due, Late(**{name: float(value) for name, value in late.items()})
        )
    except (TypeError, ValueError) as error:
        raise _bad(path, str(error)) from error


def load_by_hand(path: Path | None) -> list[ByHand]:
    """The decisions in ``overrides.toml``: tables ``[[mark]]``, ``[[rubric]]`` and ``[[extension]]``."""
    if path is None:
        return []
    data = _toml(path)
    _known(data, {"mark", "rubric", "extension"}, path)
    decisions = []
    for kind in ("extension", "rubric", "mark"):
        for entry in data.get(kind, []):
            _known(entry, {"learner", "exercise", "who", "why", "when", "points", "out_of", "until"}, path)
            needed = {"learner", "who", "why", "when", "until" if kind == "extension" else "points"} | (
                {"exercise"} if kind != "extension" else set()
            )
            missing = sorted(needed - set(entry))
            if missing:
                raise _bad(path, f"[[{kind}]] {', '.join(missing)}")
            decisions.append(_by_hand(kind, entry, path))
    return decisions


def _by_hand(kind: str, entry: Mapping[str, Any], path: Path) -> ByHand:
    try:
        return ByHand(
            kind,
            str(entry["learner"]),
            str(entry.get("exercise", "*")),
            str(entry["who"]),
            str(entry["why"]),
            str(entry["when"]),
            round(float(entry["points"]), 2) if "points" in entry else None,
            float(entry["out_of"]) if "out_of" in entry else None,
            _moment(entry["until"]) if "until" in entry else None,
        )
    except (TypeError, ValueError) as error:
        raise _bad(path, str(error)) from error


def _due(exercise: str, policy: Policy, own: Sequence[ByHand]) -> tuple[datetime | None, ByHand | None]:
    due = policy.due.get(exercise, policy.due.get("default"))
    extensions = [decision for decision in own if decision.kind == "extension" and decision.until]
    if due is None or not extensions:
        return due, None
    latest = max(extensions, key=lambda decision: decision.until or due)
    return (latest.until, latest) if latest.until and latest.until > due else (due, None)


def _after_lateness(when: str | None, points: float, due: datetime | None, late: Late) -> tuple[float, float]:
    """The points left, and by how many days the attempt was late."""
    moment = _read(when)
    if moment is None or due is None or moment <= due:
        return points, 0.0
    days = (moment - due).total_seconds() / 86400
    if days * 24 <= late.grace_hours:
        return points, 0.0
    if late.closed_after_days is not None and days > late.closed_after_days:
        return 0.0, days
    begun = int(days) + (days > int(days))
    share = max(1 - late.percent_per_day / 100 * begun, late.floor_percent / 100)
    return int(points * share * 100 + 0.5 + 1e-9) / 100, days


def _counted(valued: Sequence[tuple[float, float]], policy: Policy) -> int:
    if policy.attempt == "best" and valued:
        best = max(points for points, _ in valued)
        return max(index for index, (points, _) in enumerate(valued) if points == best)
    return len(valued) - 1


def _moment(value: Any) -> datetime:
    """A date and time without zone: a date alone lasts until its end."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    if isinstance(value, date):
        return datetime.combine(value, time(23, 59, 59))
    moment = _read(str(value))
    if moment is None:
        raise ValueError(f"{value!r}: YYYY-MM-DD HH:MM")
    return moment


def _read(when: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(when).replace(tzinfo=None) if when else None
    except ValueError:
        return None


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _bad(path, str(error)) from error


def _known(table: Mapping[str, Any], known: set[str], path: Path) -> None:
    others = sorted(set(table) - known)
    if others:
        raise _bad(path, f"{others[0]!r}; {', '.join(sorted(known))}")


def _bad(path: Path, detail: str) -> UsageError:
    return UsageError(
        {
            "en": f"{path.name} can’t be used: {detail}. See the page for instructors, ‘Late work and marks by hand’.",
            "fr": f"{path.name} est inutilisable\u00a0: {detail}. Voir la page pour l’équipe enseignante, «\u00a0Retards et notes à la main\u00a0».",
        }
    )


def _say(key: str, decision: ByHand, **values: str) -> Text:
    texts = {}
    for language, sentence in _SAID[key].items():
        points = number(decision.points, language) if decision.points is not None else ""
        texts[language] = sentence.format(
            who=decision.who, why=decision.why, when=decision.when, points=points, **values
        )
    return texts


_SAID: dict[str, Text] = {
    "late": {
        "en": "Late by {days} days; {points} points are left.",
        "fr": "Retard de {days}\u00a0jours; il reste {points} points.",
    },
    "extension": {
        "en": "Extension until {until}, by {who} on {when}: {why}",
        "fr": "Délai jusqu’au {until}, par {who} le {when}\u00a0: {why}",
    },
    "rubric": {
        "en": "{points} points for the substance, by {who} on {when}: {why}",
        "fr": "{points} points pour le fond, par {who} le {when}\u00a0: {why}",
    },
    "mark": {
        "en": "Mark set to {points} by {who} on {when}: {why}",
        "fr": "Note fixée à {points} par {who} le {when}\u00a0: {why}",
    },
}

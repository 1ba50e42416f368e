"""A whole run: read the class, grade what is new, decide marks, write every output."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..answer_file import MAX_BYTES
from ..errors import Text, UsageError
from ..exercises import Exercise, content_root, load, names
from .cohort import Attempt, Cohort, read_cohort
from .engine import Engine, Setting, Task, default_lanes
from .journal import Journal, key_of, replace_file
from .outcome import row_without_run
from .policy import ByHand, Policy, decide, load_by_hand, load_policy
from .roster import Person, read_roster
from .words import say

JOURNAL = "journal.jsonl"
RESULTS = "results.jsonl"


@dataclass(frozen=True)
class Options:
    """What ``qcourse grade`` was asked; paths as given."""

    submissions: Path
    output: Path
    root: str | None = None
    private: str | None = None
    exercises: Sequence[str] = ()
    workers: int | None = None
    scheduler: str | None = None
    timeout_s: float | None = None
    memory_mb: int = 512
    isolation: str = "strict"
    policy: Path | None = None
    roster: Path | None = None
    overrides: Path | None = None
    fresh: bool = False
    way: str = ""


@dataclass
class Class:
    """What a run works on, before anything is graded."""

    options: Options
    exercises: dict[str, Exercise]
    cohort: Cohort
    people: dict[str, Person]
    policy: Policy
    by_hand: list[ByHand]
    setting: Setting
    keys: dict[tuple[str, str], list[tuple[Attempt, str, str]]] = field(default_factory=dict)


Progress = Callable[[str, dict[str, Any]], None]
"""Told of each step: ``start`` (total, known), ``graded`` (learner, exercise, status, points), ``end``."""


def prepare(options: Options) -> Class:
    """Read exercises, class, roster and policy; UsageError for what can't be used."""
    root = content_root(options.root)
    every = names(root)
    chosen = list(options.exercises) or [
        slug for slug in every if load(slug, root, options.private).status == "ready"
    ]
    exercises = {slug: load(slug, root, options.private) for slug in sorted(set(chosen))}
    if not exercises:
        raise UsageError(say("no_exercises", name=str(root)))
    people = read_roster(options.roster) if options.roster else {}
    cohort = read_cohort(options.submissions, list(exercises), every, people)
    strangers = [learner for learner in cohort.learners if people and learner not in people]
    cohort.remarks += [say("not_on_roster", learner=learner) for learner in strangers]
    setting = Setting(
        root=str(Path(root).resolve()),
        private=str(Path(options.private).resolve()) if options.private else None,
        exercises=tuple(exercises),
        isolation=options.isolation,
        memory_mb=options.memory_mb,
        timeout_s=options.timeout_s,
        way=options.way,
    )
    return Class(
        options,
        exercises,
        cohort,
        people,
        load_policy(options.policy),
        load_by_hand(options.overrides),
        setting,
    )


def grade_new(work: Class, journal: Journal, progress: Progress) -> int:
    """Grade every attempt that counts and isn't in the journal yet; how many there were."""
    todo = list(_new_tasks(work, journal))
    progress(
        "start", {"total": len(todo), "known": sum(len(keys) for keys in work.keys.values()) - len(todo)}
    )
    if todo:
        for task, row in _graded(work, todo):
            journal.add(task.key, row, task.learner)
            progress(
                "graded",
                {
                    "learner": task.learner,
                    "exercise": task.exercise,
                    "status": row["status"],
                    "points": row["points"],
                },
            )
    progress("end", {})
    return len(todo)


def _graded(work: Class, todo: list[Task]) -> Iterator[tuple[Task, dict[str, Any]]]:
    if work.options.scheduler:
        from .cluster import grade_on_cluster

        yield from grade_on_cluster(work.options.scheduler, work.setting, work.exercises, todo)
        return
    lanes = min(work.options.workers or default_lanes(), len(todo))
    with closing(
        Engine(
            work.setting, work.exercises, [work.options.submissions.resolve(), work.options.output.resolve()]
        )
    ) as engine:
        yield from engine.grade(todo, lanes)


def _new_tasks(work: Class, journal: Journal) -> Iterator[Task]:
    """Hash what counts; a task for each content that was never graded under the same conditions."""
    seen = set()
    for (learner, slug), attempts in sorted(work.cohort.attempts.items()):
        exercise = work.exercises[slug]
        for attempt in attempts if work.policy.attempt == "best" else attempts[-1:]:
            data = _read(attempt)
            sha = hashlib.sha256(data).hexdigest() if data is not None else ""
            suffix = attempt.name.rpartition(".")[2]
            key = (
                key_of(
                    exercise.version, sha, suffix, work.setting.limits_data(exercise), work.setting.isolation
                )
                if sha
                else ""
            )
            work.keys.setdefault((learner, slug), []).append((attempt, sha, key))
            if key and key not in journal and key not in seen:
                seen.add(key)
                yield Task(key, slug, attempt.name, learner, attempt.entry.read)


def _read(attempt: Attempt) -> bytes | None:
    """The attempt's bytes; None when it has a problem or is too large to be read."""
    if attempt.entry.problem:
        return None
    try:
        data = attempt.entry.read()
    except OSError:
        return None
    return data if len(data) <= MAX_BYTES else None


def rows(work: Class, journal: Journal) -> Iterator[dict[str, Any]]:
    """Every row, a learner at a time, exercises in order; ``missing`` where nothing was handed in."""
    for learner in work.cohort.learners:
        for slug, exercise in work.exercises.items():
            yield _row(work, journal, learner, slug, exercise)


def _row(work: Class, journal: Journal, learner: str, slug: str, exercise: Exercise) -> dict[str, Any]:
    about = {
        "learner": learner,
        "exercise": slug,
        "exercise_version": exercise.version,
        "isolation": work.setting.isolation,
        "limits": work.setting.limits_data(exercise),
        "hidden_checks": exercise.private is not None,
    }
    kept = work.keys.get((learner, slug), [])
    graded = [
        (attempt, sha, _content_row(work, journal, exercise, attempt, key)) for attempt, sha, key in kept
    ]
    decision = decide(
        learner,
        slug,
        [(attempt.date, row["points"]) for attempt, _, row in graded],
        work.policy,
        work.by_hand,
    )
    if not graded:
        row = row_without_run(exercise, "missing", say("missing"))
        more: dict[str, Any] = {"file": None, "sha256": None, "date": None, "attempts": 0}
    else:
        attempt, sha, row = graded[decision.counted]
        more = {
            "file": attempt.where,
            "sha256": sha or None,
            "date": attempt.date,
            "attempts": len(work.cohort.attempts[learner, slug]),
        }
    decided = {
        "points": decision.points,
        "checked_points": row["points"],
        "max_points": round(row["max_points"] + decision.added_maximum, 2),
    }
    return {**about, **row, **more, **decided, "decisions": [dict(note) for note in decision.notes]}


def _content_row(
    work: Class, journal: Journal, exercise: Exercise, attempt: Attempt, key: str
) -> dict[str, Any]:
    if key:
        return journal.row(key)
    return row_without_run(exercise, "invalid", _refusal(attempt))


def _refusal(attempt: Attempt) -> Text:
    problem = attempt.entry.problem
    if problem is None:
        try:
            problem = "too_large" if len(attempt.entry.read()) > MAX_BYTES else "unreadable"
        except OSError as error:
            return say(
                "refused_unreadable", name=attempt.where, detail=error.strerror or type(error).__name__
            )
    return say(f"refused_{problem}", name=attempt.where, detail=problem)


def write_results(
    path: Path, all_rows: Iterator[dict[str, Any]], also: Callable[[dict[str, Any]], None]
) -> int:
    """Write ``results.jsonl``, whole or not at all, giving each row to ``also`` on the way; how many there are."""
    new = path.with_name(f".{path.name}.new")
    count = 0
    with new.open("wb") as file:
        for row in all_rows:
            file.write(
                json.dumps(row, ensure_ascii=False, sort_keys=False).encode("utf-8", "backslashreplace")
                + b"\n"
            )
            also(row)
            count += 1
    new.replace(path)
    return count


def open_output(options: Options) -> Journal:
    """The output folder's journal; the folder is made, and emptied of old rows with ``fresh``."""
    try:
        options.output.mkdir(parents=True, exist_ok=True)
        journal = Journal(options.output / JOURNAL)
    except OSError as error:
        raise UsageError(say("bad_output", name=str(options.output), detail=error.strerror or "?")) from error
    if options.fresh:
        journal.clear()
    return journal


def run(options: Options, progress: Progress) -> dict[str, Any]:
    """Grade a class and write all outputs; a summary with counts by status and the remarks."""
    from ..report import write_reports

    work = prepare(options)
    with closing(open_output(options)) as journal:
        new = grade_new(work, journal, progress)
        summary = write_reports(work, rows(work, journal))
    return {**summary, "graded": new, "remarks": work.cohort.remarks}


__all__ = [
    "Class",
    "Options",
    "Progress",
    "grade_new",
    "open_output",
    "prepare",
    "replace_file",
    "rows",
    "run",
    "write_results",
]

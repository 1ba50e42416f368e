"""Who handed in what: learners, their attempts at each exercise, and what could not be used, said in words."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..errors import Text, UsageError
from .bounded import visible
from .entries import Entry, members, normal, open_file, single, walk
from .words import say

_MOODLE = re.compile(r"^(?P<name>.+)_(?P<number>\d{1,12})_assignsubmission_(?:file|onlinetext)_?$")
_COPY = r"(?:[ _-]*(?:copy|copie|copia)?[ _-]*\(?\d*\)?)?"
_SUFFIXES = (".py", ".ipynb")


@dataclass(frozen=True)
class Attempt:
    """One file handed in for one exercise. ``date`` is ISO where an archive or ``submitted.csv`` records one."""

    learner: str
    exercise: str
    name: str
    where: str
    entry: Entry
    date: str | None = None

    @property
    def order(self) -> tuple[bool, str, bool, str]:
        """The last in this order counts: usable, newest date, notebooks after Python files, then by name."""
        return (self.entry.problem is None, self.date or "", self.name.endswith(".ipynb"), self.where)


@dataclass
class Cohort:
    """All that was handed in. ``attempts`` are in order; the last of each list is the newest."""

    learners: list[str] = field(default_factory=list)
    attempts: dict[tuple[str, str], list[Attempt]] = field(default_factory=dict)
    remarks: list[Text] = field(default_factory=list)


def read_cohort(
    submissions: Path, exercises: Sequence[str], all_exercises: Iterable[str], roster: Iterable[str] = ()
) -> Cohort:
    """The cohort in ``submissions``: a folder of folders and archives, or one archive of the same.

    ``exercises`` are the slugs graded now; ``all_exercises`` those that exist, so that a file for another exercise is
    no stray file. ``roster`` adds learners who handed in nothing.
    """
    cohort = Cohort()
    known = set(all_exercises)
    dates: dict[tuple[str, str], str] = {}
    learners = set(roster)
    for learner, entry in _by_learner(submissions, cohort.remarks):
        if learner == "":
            if entry.name.lower() == "submitted.csv":
                dates = _dates(entry.read(), cohort.remarks)
            else:
                cohort.remarks.append(say("stray_top", name=visible(entry.name, 200)))
            continue
        learners.add(learner)
        _take(cohort, learner, entry, exercises, known)
    cohort.learners = sorted(learners)
    for key, attempts in cohort.attempts.items():
        dated = [_dated(attempt, dates) for attempt in attempts]
        cohort.attempts[key] = sorted(dated, key=lambda attempt: attempt.order)
        if len(attempts) > 1:
            names = ", ".join(attempt.where for attempt in cohort.attempts[key])
            cohort.remarks.append(
                say(
                    "several",
                    learner=key[0],
                    exercise=key[1],
                    names=names,
                    name=cohort.attempts[key][-1].where,
                )
            )
    return cohort


def _by_learner(submissions: Path, remarks: list[Text]) -> Iterator[tuple[str, Entry]]:
    """Each file with its learner; "" for a file of nobody."""
    if submissions.is_file() and submissions.suffix.lower() == ".zip":
        entries: Iterable[Entry] = members(lambda: open_file(submissions), (), whole_class=True)
    elif submissions.is_dir():
        entries = _top(submissions)
    else:
        raise UsageError(say("no_submissions", name=str(submissions)))
    for entry in entries:
        top = entry.parts[0] if entry.parts else submissions.name
        if len(entry.parts) > 1:
            yield from _unpacked(
                learner_of(top), Entry(entry.parts[1:], entry.read, entry.problem, entry.date)
            )
        elif top.lower().endswith(".zip"):
            yield from _unpacked(learner_of(top[:-4]), entry)
        else:
            yield "", entry


def _top(submissions: Path) -> Iterator[Entry]:
    for path in sorted(submissions.iterdir(), key=lambda path: normal(path.name)):
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            empty = True
            for entry in walk(path):
                empty = False
                yield Entry((normal(path.name), *entry.parts), entry.read, entry.problem, entry.date)
            if empty:
                yield Entry((normal(path.name), ""), bytes, "empty")
        else:
            yield single(path)


def _unpacked(learner: str, entry: Entry) -> Iterator[tuple[str, Entry]]:
    """The entry itself, or the files of an archive that a learner handed in (archives inside one are left alone)."""
    if entry.name.lower().endswith(".zip") and not entry.problem:
        empty = True
        for member in members(lambda: io.BytesIO(entry.read()), (entry.name,)):
            empty = False
            yield learner, member
        if empty:
            yield learner, Entry((entry.name,), bytes, "empty")
        return
    yield learner, entry


def learner_of(name: str) -> str:
    """A learner from the name of a folder or archive; Moodle's folders give name and number."""
    match = _MOODLE.match(name)
    return visible(f"{match['name']}_{match['number']}" if match else name, 120).strip() or "?"


def _take(cohort: Cohort, learner: str, entry: Entry, exercises: Sequence[str], known: set[str]) -> None:
    if entry.problem == "empty":
        return
    shown = visible("/".join(entry.parts), 300)
    slug = slug_of(entry.name, known)
    if slug is None:
        key = (
            f"entry_{entry.problem}"
            if entry.problem
            else "unknown_slug"
            if entry.name.lower().endswith(_SUFFIXES)
            else "stray"
        )
        cohort.remarks.append(say(key, learner=learner, name=shown))
    elif slug in exercises:
        name = slug + (".ipynb" if entry.name.lower().endswith(".ipynb") else ".py")
        cohort.attempts.setdefault((learner, slug), []).append(
            Attempt(learner, slug, name, shown, entry, entry.date)
        )


def slug_of(name: str, known: Iterable[str]) -> str | None:
    """The exercise that a file name means: its slug, in any case, with the marks that browsers add to copies."""
    lower = name.lower().strip()
    suffix = next((suffix for suffix in _SUFFIXES if lower.endswith(suffix)), None)
    if suffix is None:
        return None
    stem = re.sub(r"[\s-]+", "_", lower[: -len(suffix)].strip())
    for slug in sorted(known, key=len, reverse=True):
        if re.fullmatch(re.escape(slug) + _COPY, stem):
            return slug
    return None


def _dates(data: bytes, remarks: list[Text]) -> dict[tuple[str, str], str]:
    """``submitted.csv``: columns ``learner``, ``date`` (ISO) and, where needed, ``exercise``."""
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig", "replace"))))
    if not rows or not {"learner", "date"} <= set(rows[0]):
        remarks.append(say("bad_dates"))
        return {}
    return {
        (normal(row["learner"] or ""), row.get("exercise") or ""): (row["date"] or "")[:32]
        for row in rows
        if None not in row
    }


def _dated(attempt: Attempt, dates: Mapping[tuple[str, str], str]) -> Attempt:
    for key in ((attempt.learner, attempt.where), (attempt.learner, attempt.exercise), (attempt.learner, "")):
        if key in dates:
            return replace(attempt, date=dates[key])
    return attempt

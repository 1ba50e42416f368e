"""What stands in a class's folder: lines of checks and saved records, read again only where a file has changed.

Nothing is written, moved or executed; whatever can't be used is named and passed over.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .. import record
from ..errors import Text, UsageError
from .lines import MAX_NAME, OtherVersion, parse, plain
from .words import say

MAX_BYTES, MAX_FILES = 4_000_000, 5_000


@dataclass
class Found:
    """What one file gave: lines of checks, or a record, and what is said of the file."""

    lines: list[dict[str, Any]] = field(default_factory=list)
    record: dict[str, Any] | None = None
    said: list[Text] = field(default_factory=list)


@dataclass
class Person:
    """One learner: the newest verdict on each exercise (``at``, ``earned``, …), and the lessons read."""

    name: str
    exercises: dict[str, dict[str, Any]] = field(default_factory=dict)
    lessons: set[str] = field(default_factory=set)
    last: str = ""

    def add(self, exercise: str, verdict: dict[str, Any]) -> None:
        """Take a verdict; the newest of an exercise stays, its tries are counted."""
        known = self.exercises.get(exercise)
        tries = (known["tries"] if known else 0) + 1
        newest = known if known and known["at"] > verdict["at"] else verdict
        self.exercises[exercise] = {**newest, "tries": tries}
        self.last = max(self.last, verdict["at"])


class Folder:
    """A class's folder and what was last read of each file."""

    def __init__(self, path: Path) -> None:
        """Take the folder; UsageError when it can't be read."""
        self.path = path
        self._known: dict[str, tuple[tuple[int, int], Found]] = {}
        self._last: tuple[list[tuple[str, str, int, int]], tuple[dict[str, Person], list[Text]]] | None = None
        self._files()

    def people(self) -> tuple[dict[str, Person], list[Text]]:
        """Everybody by a key that stays, and what is said of files and lines that were passed over."""
        files = self._files()
        if not self._last or self._last[0] != files:
            self._last = files, self._gather(files)
        return self._last[1]

    def _gather(self, files: list[tuple[str, str, int, int]]) -> tuple[dict[str, Person], list[Text]]:
        found = {name: self._found(name, path, size, when) for name, path, size, when in files[:MAX_FILES]}
        self._known = {name: self._known[name] for name in found}
        said = [text for one in found.values() for text in one.said]
        if len(files) > MAX_FILES:
            said.append(say("too_many", limit=MAX_FILES))
        people: dict[str, Person] = {}
        lines = {
            tuple((key, repr(value)) for key, value in line.items()): line
            for one in found.values()
            for line in one.lines
        }
        for line in sorted(lines.values(), key=lambda line: line["at"]):
            person = people.setdefault(line["learner"], Person(line["name"]))
            person.name = line["name"] or person.name
            person.add(line["exercise"], line)
        seen: dict[str, str] = {}
        for name, one in found.items():
            if one.record:
                if (other := seen.setdefault(one.record["checksum"], name)) != name:
                    said.append(say("twice", name=_shown(name), other=_shown(other)))
                    continue
                key = name.split("/")[0]
                _take(people.setdefault(key, Person(_owner(name, one.record))), one.record)
        return people, said

    def _files(self) -> list[tuple[str, str, int, int]]:
        """Name below the folder, path, size and time of each plain file here and one folder down; links are left."""
        found = []
        try:
            with os.scandir(self.path) as entries:
                here = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            cause = error.strerror or type(error).__name__
            raise UsageError(say("no_folder", path=str(self.path), cause=cause)) from error
        for entry in here:
            if entry.name.startswith(("._", ".")):
                continue
            inner = [entry]
            try:
                if entry.is_dir(follow_symlinks=False):
                    with os.scandir(entry.path) as entries:
                        inner = sorted(entries, key=lambda one: one.name)
                for one in inner:
                    if one.is_file(follow_symlinks=False) and not one.name.startswith("."):
                        about = one.stat(follow_symlinks=False)
                        name = Path(one.path).relative_to(self.path).as_posix()
                        found.append((name, one.path, about.st_size, about.st_mtime_ns))
            except OSError:  # it vanished meanwhile, or isn't ours to read
                continue
        return found

    def _found(self, name: str, path: str, size: int, when: int) -> Found:
        stamp = (size, when)
        known = self._known.get(name)
        if known and known[0] == stamp:
            return known[1]
        found = _read(name, Path(path), size)
        self._known[name] = (stamp, found)
        return found


def _read(name: str, path: Path, size: int) -> Found:
    shown = _shown(name)
    if path.suffix.lower() not in (".json", ".jsonl"):
        return Found(said=[say("other", name=shown)])
    if size > MAX_BYTES:
        return Found(said=[say("too_large", name=shown, limit=MAX_BYTES // 1_000_000)])
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        return Found(said=[say("unreadable", name=shown, cause=error.strerror or type(error).__name__)])
    if path.suffix.lower() == ".jsonl":
        return _lines(shown, content)
    try:
        return Found(record=record.read(content, shown))
    except record.RecordError as error:
        return Found(said=[error.text])


def _lines(shown: str, content: bytes) -> Found:
    """The whole lines; what follows the last end of line is still being written, or torn, and waits."""
    found, damaged, newer = Found(), 0, 0
    for line in content.split(b"\n")[:-1]:
        if not line.strip():
            continue
        try:
            found.lines.append(parse(line))
        except OtherVersion:
            newer += 1
        except ValueError:
            damaged += 1
    found.said += [say("lines", name=shown, count=damaged)] if damaged else []
    found.said += [say("newer", name=shown, count=newer)] if newer else []
    return found


def _take(person: Person, data: dict[str, Any]) -> None:
    for exercise, verdict in data["exercises"].items():
        person.add(exercise, {**verdict, "missed": []})
    person.lessons |= {name for name, lesson in data["lessons"].items() if lesson["read"]}
    moments = [entry["at"] for entry in data["lessons"].values()]
    moments += [entry["last"]["at"] for entry in data["questions"].values()]
    person.last = max([person.last, *moments])


def _owner(name: str, data: dict[str, Any]) -> str:
    """The name on an attestation, else the sub-folder, else the file."""
    stem = name.split("/")[0] if "/" in name else Path(name).stem
    return plain(data.get("attestation", {}).get("name") or stem, MAX_NAME)


def _shown(name: str) -> str:
    return plain(name, 120)

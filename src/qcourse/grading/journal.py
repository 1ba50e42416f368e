"""What has been graded already: lines that are only ever added, found again by what decides a mark.

A line cut short by a sudden end is passed over, so the file is good after any ``kill -9``.
"""

from __future__ import annotations

import hashlib
import json
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def key_of(exercise_version: str, sha256: str, suffix: str, limits: dict[str, Any], isolation: str) -> str:
    """What decides a mark: the exercise's version, the file's content and kind, the limits and the isolation."""
    parts = json.dumps([exercise_version, sha256, suffix, limits, isolation], sort_keys=True)
    return hashlib.sha256(parts.encode()).hexdigest()


class Journal:
    """The lines of one output folder; only where each begins is kept in memory."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._places: dict[str, int] = {}
        whole = self._index()
        self._file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        if not whole:
            os.write(self._file, b"\n")

    def __contains__(self, key: str) -> bool:
        return key in self._places

    def add(self, key: str, row: dict[str, Any], learner: str) -> None:
        """Add one line, whole or not at all as far as a reader is concerned."""
        line = (
            json.dumps({"key": key, "learner": learner, "row": row}, ensure_ascii=False).encode(
                "utf-8", "backslashreplace"
            )
            + b"\n"
        )
        with self._lock:
            self._places[key] = os.lseek(self._file, 0, os.SEEK_END)
            while line:
                line = line[os.write(self._file, line) :]

    def row(self, key: str) -> dict[str, Any]:
        """The row added under ``key``; the last one, when there are several."""
        with self.path.open("rb") as file:
            file.seek(self._places[key])
            row: dict[str, Any] = json.loads(file.readline())["row"]
            return row

    def clear(self) -> None:
        """Forget everything, to grade afresh."""
        os.ftruncate(self._file, 0)
        self._places.clear()

    def close(self) -> None:
        """Close the file."""
        os.close(self._file)

    def _index(self) -> bool:
        """Note where each good line begins; whether the file ends with a whole line."""
        last = b"\n"
        for place, line in lines(self.path):
            last = line
            entry = _parsed(line)
            if entry:
                self._places[entry["key"]] = place
        return last.endswith(b"\n")


def lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Each line of a journal with the place where it begins."""
    if not path.exists():
        return
    place = 0
    with path.open("rb") as file:
        for line in file:
            yield place, line
            place += len(line)


def without(path: Path, learner: str) -> int:
    """Rewrite a journal without a learner's lines; how many there were. Damaged lines go too."""
    kept, dropped = [], 0
    for _, line in lines(path):
        entry = _parsed(line)
        if entry and entry["learner"] != learner:
            kept.append(line)
        else:
            dropped += bool(entry)
    replace_file(path, b"".join(kept))
    return dropped


def replace_file(path: Path, data: bytes) -> None:
    """Write a file so that it is either the old one or the new one, never half of each."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(data)
    new.replace(path)


def _parsed(line: bytes) -> dict[str, Any] | None:
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    return entry if isinstance(entry, dict) and {"key", "row", "learner"} <= set(entry) else None

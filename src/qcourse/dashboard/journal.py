"""The learner's side: a check adds one line to a file of the class's folder, if a folder is set.

Each learner and day has a file of its own, so that nobody's line meets another's; a file is only ever added to.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from ..errors import CourseError, Text
from ..verdict import Verdict
from ..workspace import home, keep_or_write
from .lines import LEARNER, MAX_NAME, line_of, plain
from .words import say


def note(verdict: Verdict) -> Text | None:
    """Add the verdict's line where ``QCOURSE_CLASS_FOLDER`` says, and give what the learner has to be told, if anything.

    It is told at the first line of each file, and when nothing could be written; no error passes through.
    """
    folder = os.environ.get("QCOURSE_CLASS_FOLDER", "").strip()
    if not folder:
        return None
    from ..record import now  # heavy, and seldom needed by a check

    at = now()
    try:
        learner = _learner()
        name = plain(os.environ.get("QCOURSE_CLASS_NAME", ""), MAX_NAME) or learner[:4]
        path = Path(folder).expanduser() / f"{learner}-{at[:10]}.jsonl"
        first = _append(path, line_of(verdict, learner, name, at))
    except CourseError as error:
        return error.text
    except (OSError, ValueError, RuntimeError) as error:
        cause = getattr(error, "strerror", None) or type(error).__name__
        return say("not_written", path=folder, cause=cause)
    return say("written", path=path, name=name) if first else None


def _learner() -> str:
    """This workspace's own random word, which says nothing of the person."""
    path = home() / "class_learner.txt"
    keep_or_write(path, lambda: secrets.token_hex(6) + "\n")
    word = path.read_text(encoding="utf-8").strip()
    if not LEARNER.fullmatch(word):
        raise ValueError(path)
    return word


def _append(path: Path, line: bytes) -> bool:
    """Add a line in one write, after the end of a torn one; whether the file is new."""
    with path.open("a+b") as file:
        size = file.seek(0, os.SEEK_END)
        if size:
            file.seek(-1, os.SEEK_END)
            line = line if file.read(1) == b"\n" else b"\n" + line
        file.write(line)
    return not size

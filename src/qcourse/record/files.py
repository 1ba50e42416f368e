"""Records on a disk: read, made when absent, added to without ever losing what is there."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

from ..errors import UsageError
from . import MAX_BYTES, empty, merge, now, read, write
from .words import say


def read_file(path: Path) -> dict[str, Any]:
    """The record in the file at ``path``.

    UsageError when the file can't be opened, RecordError when it is no record or can't be used.
    """
    try:
        with path.open("rb") as file:
            source = file.read(4 * MAX_BYTES)
    except OSError as error:
        raise UsageError(
            say("unreadable", name=str(path), cause=error.strerror or type(error).__name__)
        ) from error
    return read(source, path.name)


def read_or_empty(path: Path) -> dict[str, Any]:
    """The record in the file at ``path``, or an empty one where there is no file."""
    return read_file(path) if path.exists() else empty()


def add_result(path: Path, record: dict[str, Any], verdict: dict[str, Any]) -> None:
    """Write ``record`` with a verdict (the data of ``Verdict``) to ``path``, in one step."""
    result = {key: verdict[key] for key in ("earned", "points", "passed", "version")} | {"at": now()}
    other = {**empty(), "exercises": {verdict["exercise"]: result}}
    replace(path, write(merge(record, other)[0]))


def replace(path: Path, text: str) -> None:
    """Put a file with ``text`` in place of ``path``: whoever reads meanwhile sees the old one or the new one whole."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).replace(path)
    except OSError as error:
        raise UsageError(
            say("unwritable", name=str(path), cause=error.strerror or type(error).__name__)
        ) from error

"""Grading on several machines through Dask: chunks of files go out, rows come back.

A Dask worker never runs a learner's code itself: it drives a worker and a checker of its own, as the command does on
one machine. It needs the same course and keys and refuses a chunk when an exercise's version differs. Repeating a
chunk is free of harm, so a killed machine loses nothing but time.
"""

from __future__ import annotations

import atexit
import itertools
import os
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..errors import CourseError, UsageError
from ..exercises import Exercise, load
from .engine import Engine, Setting, Task
from .processes import BrokenError
from .words import say

CHUNK_FILES = 50
CHUNK_BYTES = 16 * 2**20
_RETRIES = 5
_WAITING = 4
"""Chunks sent out for each thread of the cluster; the others' bytes stay on disk."""

Item = tuple[str, str, str, str, bytes]
"""Key, exercise, name, learner and bytes of one file."""

_lock = threading.Lock()
_engines: dict[Setting, Engine] = {}
_lanes = itertools.count()
_lane = threading.local()


def grade_on_cluster(
    address: str, setting: Setting, exercises: Mapping[str, Exercise], tasks: Iterable[Task]
) -> Iterator[tuple[Task, dict[str, Any]]]:
    """Each task with its row, in the order in which chunks come back; UsageError when the cluster can't be used."""
    try:
        from distributed import Client, as_completed
    except ImportError as error:
        raise UsageError(say("no_dask")) from error
    versions = {slug: exercise.version for slug, exercise in exercises.items()}
    try:
        client = Client(address, timeout="20s", set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(say("no_scheduler", address=address, detail=str(error)[:200])) from error
    with client:
        _wait_for_workers(client, address)
        chunks = _chunks(tasks)
        known: dict[str, Task] = {}
        waiting = as_completed(loop=client.loop)

        def send() -> bool:
            chunk = next(chunks, None)
            if chunk is None:
                return False
            known.update((task.key, task) for task in chunk)
            items = [(task.key, task.exercise, task.name, task.learner, task.read()) for task in chunk]
            waiting.add(client.submit(grade_chunk, setting, versions, items, pure=False, retries=_RETRIES))
            return True

        threads = sum(client.nthreads().values()) or 1
        for _ in range(threads * _WAITING):
            send()
        for future in waiting:
            answer = future.result()
            future.release()
            if "refused" in answer:
                raise BrokenError(answer["refused"])
            send()
            for key, row in answer["rows"]:
                yield known.pop(key), row


def grade_chunk(setting: Setting, versions: Mapping[str, str], items: list[Item]) -> dict[str, Any]:
    """On a worker's machine: the rows of a chunk, or why it is refused there. One lane for each of Dask's threads."""
    try:
        engine = _engine(_here(setting), versions)
        if not hasattr(_lane, "number"):
            _lane.number = next(_lanes)
        rows = []
        for key, slug, name, learner, data in items:
            task = Task(key, slug, name, learner, lambda data=data: data)  # type: ignore[misc]
            rows.append((key, engine.one(_lane.number, task)))
        return {"rows": rows}
    except CourseError as error:
        return {"refused": dict(error.text)}


def _engine(setting: Setting, versions: Mapping[str, str]) -> Engine:
    with _lock:
        if setting not in _engines:
            exercises = {slug: load(slug, setting.root, setting.private) for slug in setting.exercises}
            wrong = sorted(slug for slug, exercise in exercises.items() if exercise.version != versions[slug])
            if wrong:
                raise UsageError(say("other_version", names=", ".join(wrong), machine=os.uname().nodename))
            _engines[setting] = Engine(setting, exercises)
            atexit.register(_engines[setting].close)
        return _engines[setting]


def _here(setting: Setting) -> Setting:
    """The setting with this machine's own folders, where they are elsewhere than on the one that asks."""
    root = os.environ.get("QCOURSE_ROOT") or setting.root
    private = os.environ.get("QCOURSE_PRIVATE") or setting.private
    return replace(setting, root=str(Path(root)), private=private)


def _wait_for_workers(client: Any, address: str) -> None:
    try:
        client.wait_for_workers(1, timeout=60)
    except Exception as error:  # distributed raises its own kinds of time-out
        detail = f"{type(error).__name__}: {error}"[:200]
        raise UsageError(say("no_scheduler", address=address, detail=detail)) from error


def _chunks(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    """Tasks in groups bounded in number and in bytes."""
    chunk: list[Task] = []
    size = 0
    for task in tasks:
        length = len(task.read())
        if chunk and (len(chunk) >= CHUNK_FILES or size + length > CHUNK_BYTES):
            yield chunk
            chunk, size = [], 0
        chunk.append(task)
        size += length
    if chunk:
        yield chunk

"""One worker, one checker, any number of lanes: files in, rows out."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from typing import Any

from ..exercises import Exercise
from .lane import Lane, LockdownError
from .lockdown import Limits
from .outcome import row_of
from .processes import BrokenError, Warm, check_platform, start, start_checker
from .protections import Protection, refuse_if_missing, try_all

_RESTARTS = 3


@dataclass(frozen=True)
class Task:
    """One file to grade: ``read`` gives its bytes when its turn comes, so that a class is never in memory at once."""

    key: str
    exercise: str
    name: str
    learner: str
    read: Callable[[], bytes]


@dataclass(frozen=True)
class Setting:
    """What an engine is started with; a machine elsewhere needs the same."""

    root: str
    private: str | None
    exercises: tuple[str, ...]
    isolation: str = "strict"
    memory_mb: int = 512
    timeout_s: float | None = None
    way: str = ""

    def limits(self, exercise: Exercise) -> Limits:
        """The limits for an exercise: its own time, unless one is given for all."""
        return Limits(memory_mb=self.memory_mb, timeout_s=self.timeout_s or exercise.timeout_s)

    def limits_data(self, exercise: Exercise) -> dict[str, Any]:
        """The limits as they enter the key of a mark."""
        return {"memory_mb": self.memory_mb, "timeout_s": self.timeout_s or exercise.timeout_s}


class Engine:
    """Starts the worker and the checker, refuses when a protection is missing, and grades; close it after use."""

    def __init__(
        self, setting: Setting, exercises: Mapping[str, Exercise], forbidden: Sequence[Path] = ()
    ) -> None:
        check_platform()
        self.setting = setting
        self.exercises = exercises
        self.forbidden = [
            Path(setting.root).resolve(),
            *([Path(setting.private).resolve()] if setting.private else []),
            *forbidden,
        ]
        self.protections: list[Protection] = []
        self._restarts = 0
        self._lock = threading.Lock()
        self._start()

    def _start(self) -> None:
        words = (self.setting.isolation, self.setting.way)
        self.worker: Warm = start("worker", *words)
        self.checker: Warm = start_checker(self.setting.root, self.setting.private, self.setting.exercises)
        try:
            self.worker.ready()
            if self.setting.isolation != "none" and not self.protections:
                self.protections = try_all(self.worker, self.forbidden, [*self.forbidden, Path.cwd()])
                if self.setting.isolation == "strict":
                    refuse_if_missing(self.protections)
            self.checker.ready()
        except BaseException:
            self.close()
            raise

    def grade(self, tasks: Iterable[Task], lanes: int) -> Iterator[tuple[Task, dict[str, Any]]]:
        """Each task with its row, in the order in which they end; an error of the grader itself is raised here."""
        waiting: Queue[Task | None] = Queue(lanes * 2)
        done: Queue[tuple[Task, dict[str, Any]] | BaseException | None] = Queue(lanes * 4)
        stop = threading.Event()
        threads = [
            threading.Thread(target=self._lane, args=(number, waiting, done, stop), daemon=True)
            for number in range(lanes)
        ]
        threads.append(threading.Thread(target=_feed, args=(tasks, waiting, lanes, stop), daemon=True))
        for thread in threads:
            thread.start()
        left = lanes
        try:
            while left:
                item = done.get()
                if item is None:
                    left -= 1
                elif isinstance(item, BaseException):
                    raise item
                else:
                    yield item
        finally:
            stop.set()

    def one(self, number: int, task: Task) -> dict[str, Any]:
        """The row of one task, graded in the lane ``number``; a worker that ended is started anew."""
        exercise = self.exercises[task.exercise]
        limits = self.setting.limits(exercise)
        checks = [check.name for check in exercise.all_checks(exercise.private is not None)]
        data = task.read()
        while True:
            worker = self.worker
            try:
                seen = Lane(number, worker, self.checker, limits).observe(
                    task.exercise, checks, task.name, data, limits.timeout_s
                )
                return row_of(exercise, seen, task.name, limits)
            except BrokenError:
                self._restart(worker)

    def _restart(self, broken: Warm) -> None:
        with self._lock:
            if self.worker is not broken:
                return
            self._restarts += 1
            if self._restarts > _RESTARTS:
                raise BrokenError(
                    {
                        "en": "the worker ended by itself several times. Is the machine short of memory? Run again with fewer --workers: what is graded is kept.",
                        "fr": "le processus de travail s’est arrêté plusieurs fois de lui-même. La mémoire manque-t-elle? Relancez avec moins de --workers\u00a0: ce qui est évalué est conservé.",
                    }
                )
            self.close()
            self._start()

    def _lane(
        self, number: int, waiting: Queue[Task | None], done: Queue[Any], stop: threading.Event
    ) -> None:
        while not stop.is_set():
            try:
                task = waiting.get(timeout=0.5)
            except Empty:
                continue
            if task is None:
                break
            try:
                done.put((task, self.one(number, task)))
            except LockdownError as error:
                done.put(
                    BrokenError(
                        {
                            "en": f"a process could not be locked down: {error}",
                            "fr": f"un processus n’a pu être verrouillé\u00a0: {error}",
                        }
                    )
                )
                return
            except BaseException as error:
                done.put(error)
                return
        done.put(None)

    def close(self) -> None:
        """End the worker and the checker with all that they started."""
        self.worker.close()
        self.checker.close()


def _feed(tasks: Iterable[Task], waiting: Queue[Task | None], lanes: int, stop: threading.Event) -> None:
    for task in tasks:
        while not stop.is_set():
            try:
                waiting.put(task, timeout=0.5)
                break
            except Exception:  # queue.Full: look whether to stop, then try again
                continue
        if stop.is_set():
            return
    for _ in range(lanes):
        waiting.put(None)


def default_lanes() -> int:
    """As many as this machine has processors for us."""
    return len(os.sched_getaffinity(0))

"""Locking a process down: what the worker does once, and what each learner's process does before any code of theirs runs.

Strict isolation means protections, not mechanisms. Three ways give them, tried in this order: as root, with
namespaces and a real unprivileged identity; as a plain user, with a user namespace; and, where the system refuses
those, with Landlock and the system-call filter alone, without any folder that can be written.
"""

from __future__ import annotations

import contextlib
import os
import resource
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ...errors import UsageError
from . import jail, landlock, privileges, seccomp
from .privileges import Limits

FIRST_UID = 64100
"""Identity of the first lane's learner when grading as root; far from any person's or service's."""

WAYS = ("root", "user", "bare")


@dataclass
class Lockdown:
    """The way chosen on this machine, kept by the worker and used for every learner alike.

    ``level`` is ``strict``, ``reduced`` (whatever this machine offers) or ``none`` (a process of its own, limits of
    time and memory, nothing else).
    """

    way: str
    level: str = "strict"
    gaps: list[str] = field(default_factory=list)
    _proc: int = -1
    _pids: int = -1
    _nowhere: int = -1
    _readable: list[int] = field(default_factory=list)
    _filter: bytes = b""

    @property
    def spaces(self) -> bool:
        """Whether namespaces are part of the way."""
        return self.way != "bare"

    def prepare(self) -> None:
        """Once, in the worker after its imports: the jail, and all that its children need open."""
        self._proc = os.open("/proc", os.O_RDONLY | os.O_DIRECTORY)
        if self.level == "none":
            return
        with self._gap("system calls"):
            self._filter = seccomp.program()
        paths = jail.library_paths()
        if self.spaces:
            self._pids = os.open("/proc/self/ns/pid", os.O_RDONLY)
            jail.enter(paths)
        places = {os.path.realpath(path) for path in (*paths, *jail.DEVICES) if Path(path).exists()}
        self._readable = [os.open(path, os.O_PATH) for path in sorted(places)]
        self._nowhere = os.open(os.devnull, os.O_PATH)

    def threads(self) -> int:
        """How many threads this process has: a fork is safe only with one."""
        task = os.open("self/task", os.O_RDONLY, dir_fd=self._proc)
        try:
            return len(os.listdir(task))  # noqa: PTH208 - a descriptor, not a path
        finally:
            os.close(task)

    def fork(self) -> int:
        """``os.fork``, the child being alone in a process namespace where the way has them."""
        apart = self.spaces and self.level != "none"
        if apart:
            jail.number_children_apart()
        child = os.fork()
        if child and apart:
            jail.number_children_here(self._pids)
        return child

    def confine(self, limits: Limits, lane: int, keep: Iterable[int]) -> None:
        """In a learner's process, before any of its code: all protections; only descriptors ``keep`` stay open."""
        uid = FIRST_UID + lane if self.way == "root" else os.getuid()
        size = self._size()
        writable = [self._nowhere]
        if self.level == "none":
            privileges.limit(limits, size, count_threads=False)
            privileges.die_with_parent()
            close_all_but(keep)
            return
        if self.spaces:
            jail.mount_scratch(limits.scratch_mb, limits.scratch_files, uid)
            writable.append(os.open(jail.SCRATCH, os.O_PATH))
        else:
            os.chdir("/")
        if self.way == "root" or (self.way == "bare" and os.getuid() == 0 and jail.open_to_all()):
            with self._gap("identity"):
                privileges.become(FIRST_UID + lane)
        if self.spaces:
            jail.forget_user()
        privileges.limit(limits, size, count_threads=self.spaces)
        with self._gap("capabilities"):
            privileges.drop_capabilities()
        privileges.no_new_privileges()
        if not landlock.restrict(self._readable, writable):
            self.gaps.append("landlock")
        privileges.hide_from_debuggers()
        privileges.die_with_parent()
        close_all_but(keep)
        if self._filter:
            with self._gap("system calls"):
                seccomp.install(self._filter)

    def _size(self) -> int:
        statm = os.open("self/statm", os.O_RDONLY, dir_fd=self._proc)
        try:
            return int(os.read(statm, 100).split()[0]) * os.sysconf("SC_PAGE_SIZE")
        finally:
            os.close(statm)

    @contextlib.contextmanager
    def _gap(self, name: str) -> Any:
        """Note a missing mechanism and go on: the probes then tell whether a protection is missing with it."""
        try:
            yield
        except Exception as error:  # UsageError on an unknown processor, OSError from the kernel
            self.gaps.append(f"{name}: {error}")


class CheckerConfinement:
    """What holds a checker's child, since what it parses comes from a stranger: bounds, no network, no writing.

    Made once in the checker; ``memory_mb`` is what a child may take beyond the checker's own size.
    """

    def __init__(self, memory_mb: int) -> None:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        self._memory = pages * os.sysconf("SC_PAGE_SIZE") + memory_mb * 2**20
        self._root = os.open("/", os.O_PATH)
        self._filter = b""
        with contextlib.suppress(
            UsageError
        ):  # an unknown processor: the learner's process is refused there anyway
            self._filter = seccomp.program()

    def confine(self, timeout_s: float) -> None:
        """Hold this process, for good."""
        processor_s = int(timeout_s * 2) + 2
        bounds = ((resource.RLIMIT_AS, self._memory), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0))
        for name, value in (*bounds, (resource.RLIMIT_CPU, processor_s)):
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(name, (value, value))
        with contextlib.suppress(OSError):
            privileges.no_new_privileges()
            landlock.restrict([self._root], [])
            privileges.die_with_parent()
            if self._filter:
                seccomp.install(self._filter)


def close_all_but(keep: Iterable[int]) -> None:
    """Close every descriptor except ``keep``."""
    start = 0
    for descriptor in sorted(set(keep)):
        if start < descriptor:  # an empty range would close everything
            os.closerange(start, descriptor)
        start = descriptor + 1
    os.closerange(start, 2**20)


def choose(trial: Callable[[str], str | None], ways: Sequence[str]) -> tuple[str, dict[str, str]]:
    """The first of ``ways`` that ``trial`` finds to work, with the reasons why the ones before it don't."""
    refused = {}
    for way in ways:
        if way == "root" and os.getuid() != 0:
            refused[way] = "not root"
            continue
        reason = trial(way)
        if reason is None:
            return way, refused
        refused[way] = reason
    return "bare", refused


__all__ = [
    "WAYS",
    "Limits",
    "Lockdown",
    "choose",
    "close_all_but",
    "CheckerConfinement",
    "jail",
    "landlock",
    "privileges",
    "seccomp",
]

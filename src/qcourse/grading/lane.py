"""Grading one submission: the grader owns the clock, ends what lasts too long, and believes no one but the checker."""

from __future__ import annotations

import json
import os
import select
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from .lockdown import Limits
from .processes import Child, Warm

MAX_RESULTS = 4 * 2**20
"""Bytes of results that the checker's child may write for one submission."""


@dataclass
class Observed:
    """What happened to one submission, before any word is put on it.

    ``results`` are the checks' results in order, as far as they came; ``lost`` maps a check that got no answer to
    what ended it: ``timeout``, ``memory``, ``output``, ``crashed``, ``garbled``, ``checker``. ``unusable`` holds the
    reader's refusal.
    """

    results: list[dict[str, Any]] = field(default_factory=list)
    lost: dict[str, str] = field(default_factory=dict)
    errors: list[list[Any]] = field(default_factory=list)
    unusable: dict[str, Any] | None = None
    output: str = ""
    wall_s: float = 0.0
    cpu_s: float = 0.0
    peak_mb: float = 0.0


class LockdownError(RuntimeError):
    """A learner's process could not be locked down; nothing of the learner's ran."""


class Lane:
    """One of the places where a submission is graded; any number share a worker and a checker."""

    def __init__(self, number: int, worker: Warm, checker: Warm, limits: Limits) -> None:
        self.number = number
        self.worker = worker
        self.checker = checker
        self.limits = limits

    def observe(
        self, exercise: str, checks: Sequence[str], name: str, data: bytes, timeout_s: float
    ) -> Observed:
        """Run the checks on the file's ``data``: together in one process, and one by one after a crash."""
        seen = Observed()
        start = time.monotonic()
        deadline = start + timeout_s
        remaining, at_once = list(checks), True
        while remaining and seen.unusable is None:
            if time.monotonic() >= deadline:
                seen.lost.update(dict.fromkeys(remaining, "timeout"))
                break
            run = _Run(
                self, exercise, remaining if at_once else remaining[:1], name, data, deadline, timeout_s
            )
            cause = run.watch(seen)
            done = len(run.results)
            seen.results += run.results
            remaining = remaining[done:]
            if cause and remaining:
                if cause == "timeout" or not run.read_in:
                    seen.lost.update(dict.fromkeys(remaining, cause))
                    break
                seen.lost[remaining.pop(0)] = cause
                at_once = False
            elif not done:
                break
        seen.wall_s = time.monotonic() - start
        return seen


class _Run:
    """One learner's process with the checker's child that questions it."""

    def __init__(
        self,
        lane: Lane,
        exercise: str,
        checks: Sequence[str],
        name: str,
        data: bytes,
        deadline: float,
        timeout_s: float,
    ) -> None:
        self.results: list[dict[str, Any]] = []
        self.read_in = False
        self.deadline = deadline
        limits = asdict(lane.limits) | {"timeout_s": timeout_s}
        answer = _in_memory(data)
        asked, ask = os.pipe()
        told, tell = os.pipe()
        self.output, printed = os.pipe()
        os.set_blocking(printed, False)
        self.lines, lines = os.pipe()
        try:
            self.learner = lane.worker.fork(
                {"name": name, "limits": limits, "lane": lane.number}, [answer, asked, tell, printed]
            )
            try:
                self.judge = lane.checker.fork(
                    {"exercise": exercise, "checks": list(checks), "timeout_s": timeout_s},
                    [ask, told, self.output, lines],
                )
            except BaseException:
                self.learner.kill()
                self.learner.close()
                raise
        except BaseException:
            os.close(self.output)
            os.close(self.lines)
            raise
        finally:
            for descriptor in (answer, asked, ask, told, tell, printed, lines):
                os.close(descriptor)

    def watch(self, seen: Observed) -> str | None:
        """Collect the results until the end or the deadline; None, or what cut them short."""
        try:
            cause = self._collect(seen)
            if cause in ("ended", "checker"):
                # The learner may be about to end by itself: how it does tells why.
                own_end = self._wait_briefly(self.learner)
            self.learner.kill()
            self.judge.kill()
            learner, judge = self.learner.wait(), self.judge.wait()
            if self.learner.lockdown_error:
                raise LockdownError(self.learner.lockdown_error)
            seen.cpu_s += learner.cpu_s + judge.cpu_s
            seen.peak_mb = max(seen.peak_mb, learner.peak_kb / 1024)
            if cause == "ended":
                cause = _cause(learner.code if own_end else 0, self._last_words())
            return cause
        finally:
            self.learner.close()
            self.judge.close()
            os.close(self.output)
            os.close(self.lines)

    def _collect(self, seen: Observed) -> str | None:
        buffer, total = b"", 0
        poll = select.poll()
        poll.register(self.lines, select.POLLIN)
        while True:
            left = self.deadline - time.monotonic()
            if left <= 0 or not poll.poll(left * 1000):
                return "timeout"
            part = os.read(self.lines, 65536)
            total += len(part)
            if not part or total > MAX_RESULTS:
                return "checker"
            *lines, buffer = (buffer + part).split(b"\n")
            for line in lines:
                end = self._take(json.loads(line), seen)
                if end is not None:
                    return end or None

    def _take(self, message: dict[str, Any], seen: Observed) -> str | None:
        """Note one line; None to go on, "" at a good end, else the cause of a bad one."""
        if message.get("output"):
            seen.output = seen.output or message["output"]
        if "first" in message:
            first = message["first"]
            if "errors" not in first:
                seen.unusable = first
                return ""
            self.read_in = True
            seen.errors = seen.errors or first["errors"]
        elif "check" in message:
            self.results.append(message["check"])
        elif "gone" in message:
            return str(message["gone"])
        elif "done" in message:
            return ""
        return None

    @staticmethod
    def _wait_briefly(child: Child) -> bool:
        """Whether the child ends by itself within a moment."""
        limit = time.monotonic() + 0.5
        while child.end is None:
            ready, _, _ = select.select([child.status], [], [], max(limit - time.monotonic(), 0))
            if not ready:
                return False
            child.pump()
        return True

    def _last_words(self) -> bytes:
        os.set_blocking(self.output, False)
        try:
            return os.read(self.output, 2**16)
        except OSError:
            return b""


def _cause(code: int, last_words: bytes) -> str:
    """Why a learner's process ended: libraries say on their way out when they were refused memory."""
    if (
        code == -9
        or b"memory allocation" in last_words
        or b"bad_alloc" in last_words
        or b"MemoryError" in last_words
    ):
        return "memory"
    if code == -24:  # SIGXCPU
        return "timeout"
    return "crashed"


def _in_memory(data: bytes) -> int:
    """An open, anonymous file holding ``data``, at its start."""
    descriptor = os.memfd_create("answer", os.MFD_CLOEXEC)
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor

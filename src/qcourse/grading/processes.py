"""Starting the worker and the checker, and asking them for children; all of it from the grader's side."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ..errors import CourseError, UsageError
from . import warm

START_S = 60.0
"""A worker that has said nothing by then never will: a cold disk and two busy cores need a tenth of it."""
_ONE_THREAD = dict.fromkeys(
    ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS"), "1"
)


class BrokenError(CourseError):
    """The worker or the checker ended or refused to start: grading can't go on."""


@dataclass
class End:
    """How a child ended: exit code (negative for a signal), CPU seconds, peak memory."""

    code: int
    cpu_s: float
    peak_kb: int


class Child:
    """A forked child, held by its pidfd: it can be ended at any time, whatever it does."""

    def __init__(self, status: socket.socket) -> None:
        self.status = status
        self.handle = -1
        self.end: End | None = None
        self.lockdown_error: str | None = None
        self.breaches: dict[str, str | None] | None = None

    def kill(self) -> None:
        """SIGKILL the child, if it still runs."""
        if self.handle >= 0:
            with contextlib.suppress(OSError):
                signal.pidfd_send_signal(self.handle, signal.SIGKILL)

    def pump(self) -> None:
        """Take one message from the status socket; the end is one of them."""
        message, descriptors = warm.receive(self.status)
        if message is None:
            self.end = self.end or End(-signal.SIGKILL, 0.0, 0)
        elif "started" in message:
            self.handle = descriptors[0]
        elif "code" in message:
            self.end = End(message["code"], message["cpu_s"], message["peak_kb"])
        elif "lockdown" in message:
            self.lockdown_error = message["lockdown"]
        elif "breaches" in message:
            self.breaches = message["breaches"]
        elif "failed" in message:
            raise BrokenError(
                {
                    "en": f"a process can’t be started: {message['failed']}.",
                    "fr": f"un processus ne peut démarrer\u00a0: {message['failed']}.",
                }
            )

    def started(self) -> None:
        """Wait until the child exists."""
        while self.handle < 0 and self.end is None:
            self.pump()

    def wait(self, limit_s: float = 10.0) -> End:
        """Wait for the end; a child that outlives ``limit_s`` is ended."""
        deadline = time.monotonic() + limit_s
        while self.end is None:
            ready, _, _ = select.select([self.status], [], [], max(deadline - time.monotonic(), 0))
            if not ready:
                self.kill()
                deadline = time.monotonic() + 10.0
                continue
            self.pump()
        return self.end

    def close(self) -> None:
        """Let go of the child's descriptors."""
        self.status.close()
        if self.handle >= 0:
            os.close(self.handle)
            self.handle = -1


@dataclass
class Warm:
    """One warm process and the socket to it."""

    process: subprocess.Popen[bytes]
    control: socket.socket
    said: dict[str, Any] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def fork(self, message: Mapping[str, Any], descriptors: Sequence[int]) -> Child:
        """Ask for a child; ``descriptors`` go to it."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            try:
                with self._lock:
                    warm.send(self.control, dict(message), [theirs.fileno(), *descriptors])
            except OSError as error:
                ours.close()
                raise _ended() from error
        child = Child(ours)
        child.started()
        if child.handle < 0:
            raise _ended()
        return child

    def ready(self) -> dict[str, Any]:
        """Wait for the first word of the process; BrokenError when it can't start."""
        if self.said:
            return self.said
        select.select([self.control], [], [], START_S)
        self.control.setblocking(False)
        try:
            message, _ = warm.receive(self.control)
        except OSError:
            message = None
        self.control.setblocking(True)
        if message is None:
            raise _ended()
        if "broken" in message:
            text = message["broken"]
            raise BrokenError(
                text
                if isinstance(text, dict)
                else {
                    "en": f"the worker can’t start: {text}.",
                    "fr": f"le processus de travail ne peut démarrer\u00a0: {text}.",
                }
            )
        self.said = message
        return message

    def close(self) -> None:
        """End the process with all of its children."""
        self.control.close()
        try:
            self.process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start(module: str, *words: str) -> Warm:
    """Start ``python -m qcourse.grading.<module>`` with a control socket as its first argument."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        process = subprocess.Popen(
            [
                sys.executable,
                "-s",
                "-P",
                "-B",
                "-m",
                f"qcourse.grading.{module}",
                str(theirs.fileno()),
                *words,
            ],
            pass_fds=[theirs.fileno()],
            env=environment(),
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=None if os.environ.get("QCOURSE_DEBUG") else subprocess.DEVNULL,
        )
    return Warm(process, ours)


def start_checker(root: str, private: str | None, exercises: Sequence[str]) -> Warm:
    """The checker for these exercises."""
    return start("checker", json.dumps({"root": root, "private": private, "exercises": list(exercises)}))


def environment() -> dict[str, str]:
    """All that the children find in their environment: nothing of the grader's own."""
    kept = {
        name: os.environ[name] for name in ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE") if name in os.environ
    }
    return {
        **kept,
        **_ONE_THREAD,
        "QISKIT_PARALLEL": "FALSE",
        "MALLOC_ARENA_MAX": "2",  # each arena takes 64 MB of the address space, which is what is limited
        "PYTHONHASHSEED": "0",  # same answer, same marks
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "HOME": "/scratch",
        "TMPDIR": "/scratch",
    }


def check_platform() -> None:
    """UsageError where grading can't work at all."""
    if sys.platform != "linux":
        raise UsageError(
            {
                "en": f"grading needs Linux; this is {sys.platform}. On Windows, run it inside WSL2; on a Mac, inside a Linux container.",
                "fr": f"l’évaluation demande Linux; ce système est {sys.platform}. Sous Windows, lancez-la dans WSL2; sur un Mac, dans un conteneur Linux.",
            }
        )


def _ended() -> BrokenError:
    return BrokenError(
        {
            "en": "the worker or the checker ended by itself. Run the command again: what is graded is kept. Set QCOURSE_DEBUG=1 to see its last words.",
            "fr": "le processus de travail ou de vérification s’est arrêté de lui-même. Relancez la commande\u00a0: ce qui est évalué est conservé. QCOURSE_DEBUG=1 montre ses derniers mots.",
        }
    )

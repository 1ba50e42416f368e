"""The worker: a program of its own that imports Qiskit and never sees a check, a reference or a seed.

``python -m qcourse.grading.worker CONTROL LEVEL [WAY]``: CONTROL is the number of an inherited socket; WAY leaves only one
way to lock down, for trials of each. It first finds the way
to lock down here, moves into its namespaces, imports what learners use, and then forks one learner per request.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import select
import signal
import socket
import sys
from functools import partial
from typing import Any

from ..errors import CourseError
from . import warm
from .lockdown import WAYS, Limits, Lockdown, choose, jail, privileges

_LIBRARIES = (
    "encodings.idna", "statistics", "random", "fractions", "decimal", "numpy", "numpy.random", "qiskit", "qiskit.qpy", "qiskit.quantum_info", "qiskit.circuit.library", "qiskit.circuit.classical.expr",
    "qiskit.primitives", "qiskit_aer", "qiskit_aer.noise", "qiskit_aer.primitives", "cryptography", "cryptography.hazmat.primitives.hashes",
    "cryptography.hazmat.primitives.asymmetric.x25519", "cryptography.hazmat.primitives.asymmetric.mlkem",
)  # fmt: skip
"""What learners' code imports; the standard library's modules come with it."""


def main() -> None:
    """See the module."""
    control = socket.socket(fileno=int(sys.argv[1]))
    level = sys.argv[2]
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the grader's to handle
    with contextlib.suppress(OSError):
        privileges.die_with_parent()
    lockdown, refused = _choose(level, sys.argv[3] if len(sys.argv) > 3 else "")
    if lockdown.spaces and level != "none":
        jail.leave_namespaces(own_user=lockdown.way == "user")
        inner = os.fork()  # the first process of the new process namespace: all below it end with it
        if inner:
            control.close()
            _, status = os.waitpid(inner, 0)
            os._exit(os.waitstatus_to_exitcode(status) & 0xFF)
        with contextlib.suppress(OSError):
            privileges.die_with_parent()
    priming = _import_all()
    priming.learner_side()
    priming.gather_memory()
    lockdown.prepare()
    if lockdown.threads() != 1:
        warm.send(control, {"broken": f"{lockdown.threads()} threads after the imports"})
        return
    warm.send(control, {"ready": lockdown.way, "refused": refused, "gaps": lockdown.gaps})
    from .learner import run

    warm.serve(control, partial(_fork, lockdown), partial(run, lockdown))


def _fork(lockdown: Lockdown) -> int:
    if lockdown.threads() != 1:
        raise OSError("the worker has more than one thread: a fork isn't safe")
    return lockdown.fork()


def _import_all() -> Any:
    for name in _LIBRARIES:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    # The source tree can't be read from inside the jail: all that a learner's process needs of it is read now.
    for name in ("learner", "probes"):
        importlib.import_module(f"qcourse.grading.{name}")
    return importlib.import_module("qcourse.grading.priming")


def _choose(level: str, only: str) -> tuple[Lockdown, dict[str, str]]:
    if level == "none":
        return Lockdown("bare", level), {}
    way, refused = choose(partial(_trial, level), [only] if only else WAYS)
    return Lockdown(way, level), refused


def _trial(level: str, way: str) -> str | None:
    """Try the whole way in a process that ends at once; None, or why it doesn't work here."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            _walk(Lockdown(way, level))
        except BaseException as error:
            os.write(
                writing,
                f"{getattr(error, 'filename', None) or type(error).__name__}: {_plain(error)}".encode()[:500],
            )
        os._exit(0)
    os.close(writing)
    ready, _, _ = select.select([reading], [], [], 10)
    said = os.read(reading, 500).decode() if ready else "no answer in 10 s"
    os.close(reading)
    with contextlib.suppress(OSError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return said or None


def _plain(error: BaseException) -> str:
    return (
        error.text["en"] if isinstance(error, CourseError) else getattr(error, "strerror", None) or str(error)
    )


def _walk(lockdown: Lockdown) -> None:
    if lockdown.spaces:
        jail.leave_namespaces(own_user=lockdown.way == "user")
        _in_child(partial(_prepare_and_confine, lockdown))
    else:
        _prepare_and_confine(lockdown)


def _prepare_and_confine(lockdown: Lockdown) -> None:
    lockdown.prepare()
    _in_child(partial(lockdown.confine, Limits(), 0, [0, 1, 2]), fork=lockdown.fork)


def _in_child(action: Any, fork: Any = os.fork) -> None:
    child = fork()
    if child == 0:
        try:
            action()
        except BaseException:
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if status:
        raise OSError(1, "a step of the lock-down failed", "confine")


if __name__ == "__main__":
    main()

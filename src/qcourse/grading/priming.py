"""Running each side's own path a few times before any fork, so that the forked children find it warm.

CPython 3.11 and later specialise code that has run eight times; a child that had to do it again for itself took a
fifth more. Only the course's own sample runs here, and nothing that starts a thread (never a transpilation).
"""

from __future__ import annotations

import ctypes
import io
from pathlib import Path
from typing import Any

from .lockdown.kernel import libc

ROUNDS = 9
_LARGE, _TOO_MUCH = 2 * 2**20, 400 * 2**20
_WANT_LARGE, _COLLAPSE = 14, 25  # MADV_HUGEPAGE, MADV_COLLAPSE
_SAMPLE = b"""\
from qiskit import QuantumCircuit


def circuit(n: int) -> QuantumCircuit:
    if n < 2:
        raise ValueError("too few")
    made = QuantumCircuit(n, n)
    made.h(0)
    for other in range(1, n):
        made.cx(0, other)
    return made


def measured(n: int) -> QuantumCircuit:
    made = circuit(n)
    made.measure(range(n), range(n))
    return made


def half(numbers: dict[str, float]) -> list[float]:
    return [value / 2 for value in numbers.values()]
"""
_CALLS: tuple[tuple[str, tuple[Any, ...]], ...] = (
    ("circuit", (2,)),
    ("circuit", (4,)),
    ("circuit", (1,)),
    ("measured", (2,)),
    ("half", ({"a": 1.0},)),
)


def gather_memory() -> None:
    """Ask the kernel to keep this process's own memory in large pages: a fork then copies a hundredth of the table.

    Measured: a fork costs a third less, and its child a tenth. Best effort: Linux before 6.1 refuses.
    """
    for line in Path("/proc/self/maps").read_text().splitlines():
        words = line.split()
        if words[1].startswith("rw") and (len(words) == 5 or words[5] == "[heap]"):
            first, last = (int(word, 16) for word in words[0].split("-"))
            start, size = -(-first // _LARGE) * _LARGE, last // _LARGE * _LARGE - -(-first // _LARGE) * _LARGE
            if 0 < size < _TOO_MUCH:
                libc.madvise(ctypes.c_void_p(start), ctypes.c_size_t(size), _WANT_LARGE)
                libc.madvise(ctypes.c_void_p(start), ctypes.c_size_t(size), _COLLAPSE)


def learner_side() -> list[bytes]:
    """Read a sample in and answer calls, as a learner's process does; the last round's replies."""
    from .. import answer_file, serving, wire

    requests = b"".join(wire.pack({"kind": "call", "name": name}, arguments) for name, arguments in _CALLS)
    replies = io.BytesIO()
    for _ in range(ROUNDS):
        replies = io.BytesIO()
        serving.serve(io.BytesIO(requests), replies, answer_file.read_bytes(_SAMPLE, "sample.py"))
    return [replies.getvalue()]


def checker_side() -> None:
    """Parse replies and compare, as a checker's child does."""
    from ..answer import Answer
    from ..checks import has_distribution, is_number, is_state, refuses, require
    from .remote import RemoteTransport

    (replies,) = learner_side()
    signatures = {"circuit": "(n: int)", "measured": "(n: int)", "half": "(numbers)"}
    for _ in range(ROUNDS):
        transport = RemoteTransport(io.BytesIO(), io.BytesIO(replies))
        transport.first()
        answer = Answer(signatures, transport, 1)
        made = answer.circuit(2)
        require(is_state(made, {"00": 1, "11": 1}).on("circuit(2)"))
        require(is_state(answer.circuit(4), {"0000": 1, "1111": 1}))
        require(refuses(answer.circuit, 1))
        require(has_distribution(answer.measured(2), {"00": 0.5, "11": 0.5}))
        require(is_number(answer.half({"a": 1.0})[0], 0.5))

"""One submission of the corpus, with what the grader must say of it."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

RIGHT = """\
from qiskit import QuantumCircuit


def pair():
    return ghz(2)


def ghz(n):
    if n < 2:
        raise ValueError("n must be at least 2")
    circuit = QuantumCircuit(n)
    circuit.h(0)
    for qubit in range(1, n):
        circuit.cx(0, qubit)
    return circuit


def share(counts):
    return (counts.get("00", 0) + counts.get("11", 0)) / sum(counts.values())
"""
"""An answer with full marks."""

SHARE = 3.0
"""Points of the two checks of ``share``, which most cases below break."""


@dataclass(frozen=True)
class Case:
    """A file handed in: its status, its points, and words that its message must hold.

    ``status`` may list several, where the machine decides which. ``says`` is looked for in the English message and
    findings, in any case.
    """

    source: str | bytes
    status: str
    points: float = 0.0
    says: str = ""
    name: str = "pair.py"

    @property
    def data(self) -> bytes:
        """The file's bytes."""
        return self.source if isinstance(self.source, bytes) else self.source.encode()


def while_read(body: str, after: bool = True) -> str:
    """A right answer with ``body`` run while the file is read in."""
    text = textwrap.dedent(body)
    return f"{RIGHT}\n\n{text}" if after else f"{text}\n\n{RIGHT}"


def when_called(body: str) -> str:
    """A right answer whose ``share`` runs ``body`` and returns the right value if that ends."""
    text = textwrap.indent(textwrap.dedent(body).strip("\n"), "    ")
    return RIGHT.replace("def share(counts):\n", f"def share(counts):\n{text}\n")

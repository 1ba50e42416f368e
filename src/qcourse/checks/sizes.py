"""Sizes are looked at before anything is computed, so that no circuit can hang a check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from qiskit import QuantumCircuit

from .plain import fill, say
from .usable import Unusable, circuit_of

MAX_QUBITS = 16
"""Widest circuit that is computed: 65,536 arrows."""
MAX_BITS = 64
"""Most classical bits of a circuit that is computed or counted."""
MAX_OPERATIONS = 50_000
"""Most operations, composite instructions expanded, that are computed or counted."""
MAX_BRANCHES = 4096
"""Most branches alive at one time: twelve measurements of superposed qubits."""
MAX_AMPLITUDES = 2**20
"""Most arrows held at one time, over all branches (16 MB)."""
MAX_WORK = 2**29
"""Most arrows touched in one walk, a few seconds of work."""
_STEP = 1000
"""What one step on one branch costs by itself, in arrows."""

_AT_MOST = {
    "qubits": say("at most {most} qubits", "au plus {most} qubits"),
    "bits": say("at most {most} classical bits", "au plus {most} bits classiques"),
    "operations": say(
        "at most {most} operations, composite instructions expanded",
        "au plus {most} opérations, instructions composées développées",
    ),
    "branches": say("at most {most} branches", "au plus {most} branches"),
    "amplitudes": say(
        "at most {most} arrows over all branches", "au plus {most} flèches pour l’ensemble des branches"
    ),
    "work": say(
        "a circuit that is computed in a few seconds", "un circuit qui se calcule en quelques secondes"
    ),
}
_QUBIT = say("a qubit {qubit}", "un qubit {qubit}")
_SEEN = {
    "qubits": say("{found} qubits", "{found} qubits"),
    "bits": say("{found} classical bits", "{found} bits classiques"),
    "operations": say("more operations than that", "plus d’opérations"),
    "branches": say("more measurements or resets than that allows", "plus de mesures ou de remises à zéro"),
    "amplitudes": say("more measurements or resets than that allows", "plus de mesures ou de remises à zéro"),
    "work": say("a circuit that is too large", "un circuit trop grand"),
}
_NO_PARAMETERS = say(
    "a circuit whose angles are all numbers", "un circuit dont tous les angles sont des nombres"
)


def too_many(what: str, most: int, found: int | None = None) -> Unusable:
    """The refusal of a circuit with too many ``what`` (a key of the limits above)."""
    return Unusable(fill(_AT_MOST[what], most=most), fill(_SEEN[what], found=found))


def small_circuit(value: Any, most_qubits: int = MAX_QUBITS) -> QuantumCircuit:
    """``value`` as a circuit that is small enough to compute; raises ``Unusable`` with the reason.

    Counts only what lies at the top level; ``Budget`` watches the rest while it's expanded.
    """
    circuit = circuit_of(value)
    for what, most, found in (
        ("qubits", most_qubits, circuit.num_qubits),
        ("bits", MAX_BITS, circuit.num_clbits),
        ("operations", MAX_OPERATIONS, len(circuit.data)),
    ):
        if found > most:
            raise too_many(what, most, found)
    if circuit.num_parameters:
        names = ", ".join(sorted(parameter.name for parameter in circuit.parameters)[:8])
        raise Unusable(
            _NO_PARAMETERS, say(f"free parameters: {names}", f"des paramètres libres\u00a0: {names}")
        )
    return circuit


def own_qubits(circuit: QuantumCircuit, qubits: Sequence[int]) -> None:
    """Raise ``Unusable`` if the circuit has no qubit of one of these numbers."""
    for qubit in qubits:
        if not 0 <= qubit < circuit.num_qubits:
            raise Unusable(fill(_QUBIT, qubit=qubit), fill(_SEEN["qubits"], found=circuit.num_qubits))


@dataclass
class Budget:
    """How much more a walk through a circuit may do; every step spends some of it."""

    operations: int = MAX_OPERATIONS
    work: int = MAX_WORK

    def spend(self, branches: int = 1, amplitudes: int = 1) -> None:
        """Take one operation on so many branches of so many arrows; raises ``Unusable`` when it's too much."""
        self.operations -= 1
        if self.operations < 0:
            raise too_many("operations", MAX_OPERATIONS)
        self.work -= branches * (amplitudes + _STEP)
        if self.work < 0:
            raise too_many("work", MAX_WORK)
        if branches > MAX_BRANCHES:
            raise too_many("branches", MAX_BRANCHES)
        if branches * amplitudes > MAX_AMPLITUDES:
            raise too_many("amplitudes", MAX_AMPLITUDES)

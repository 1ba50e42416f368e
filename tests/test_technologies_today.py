"""The numbers of its own that the lesson on today's technologies states."""

from __future__ import annotations

from functools import cache
from math import pi

import numpy as np
import pytest
from qiskit import QuantumCircuit
from qiskit.quantum_info import DensityMatrix, Statevector, SuperOp
from qiskit_aer.noise import depolarizing_error

from .pages import Page

LESSON = Page("modules/quantum_basics/technologies_today")


@cache
def random_circuit():
    """Five qubits, eight layers: a random turn of each, then CX between neighbours, in turns."""
    angles = np.random.default_rng(3)
    circuit = QuantumCircuit(5)
    for layer in range(8):
        for qubit in range(5):
            circuit.u(*angles.uniform(0, 2 * pi, 3), qubit)
        for qubit in range(layer % 2, 4, 2):
            circuit.cx(qubit, qubit + 1)
    return circuit


def score(noise):
    """The linear cross-entropy of the circuit where each CX is followed by depolarizing noise; exact."""
    circuit = random_circuit()
    error = SuperOp(depolarizing_error(noise, 2))
    state = DensityMatrix.from_int(0, 32)
    for step in circuit.data:
        qubits = [circuit.find_bit(qubit).index for qubit in step.qubits]
        state = state.evolve(step.operation, qubits)
        if step.operation.name == "cx":
            state = state.evolve(error, qubits)
    return 32 * Statevector(circuit).probabilities() @ state.probabilities() - 1


@pytest.mark.parametrize(("noise", "left"), [(0.01, 0.88), (0.05, 0.53), (0.2, 0.08)])
def test_score_left(noise, left):
    """The lesson gives the share of the score left at three levels of noise, in both languages."""
    assert left == pytest.approx(score(noise) / score(0), abs=0.005)
    assert f"{left:.0%}" in LESSON.source
    assert any(f"{left:.0%}".replace("%", "\u00a0%") in text for text in LESSON.translations.values())


def test_sixteen_gates():
    """The folded box counts the gates that scramble."""
    assert 16 == random_circuit().count_ops()["cx"]

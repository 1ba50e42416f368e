"""Limits are looked at first."""

from __future__ import annotations

import pytest
from qiskit import QuantumCircuit

from qcourse.checks import sizes
from qcourse.checks.sizes import Budget, small_circuit
from qcourse.checks.usable import Unusable


def test_small_circuit_is_itself():
    """A circuit within the limits passes through."""
    circuit = QuantumCircuit(sizes.MAX_QUBITS, sizes.MAX_BITS)

    assert circuit is small_circuit(circuit)


@pytest.mark.parametrize(
    ("circuit", "expected"),
    [
        (QuantumCircuit(sizes.MAX_QUBITS + 1), "at most 16 qubits"),
        (QuantumCircuit(1, sizes.MAX_BITS + 1), "at most 64 classical bits"),
    ],
)
def test_large_circuit_is_refused(circuit, expected):
    """One qubit or bit too many is refused, with the limit."""
    with pytest.raises(Unusable) as refusal:
        small_circuit(circuit)

    assert expected == refusal.value.finding.expected["en"]


def test_too_many_gates_are_refused():
    """A very long circuit is refused before anything is computed."""
    circuit = QuantumCircuit(1)
    step = QuantumCircuit(1)
    step.x(0)
    circuit.x(0)
    circuit.data = [circuit.data[0]] * (sizes.MAX_OPERATIONS + 1)
    with pytest.raises(Unusable) as refusal:
        small_circuit(circuit)

    assert "50001" not in refusal.value.finding.expected["en"]


@pytest.mark.parametrize(
    ("branches", "amplitudes", "word"),
    [(sizes.MAX_BRANCHES + 1, 1, "branches"), (64, 2**16 + 1, "arrows"), (1, sizes.MAX_WORK, "seconds")],
)
def test_budget_ends(branches, amplitudes, word):
    """Branches, arrows and work each have an end."""
    with pytest.raises(Unusable) as refusal:
        Budget().spend(branches, amplitudes)

    assert word in refusal.value.finding.expected["en"]


def test_budget_of_operations_ends():
    """So have operations."""
    budget = Budget(operations=1)
    budget.spend()
    with pytest.raises(Unusable):
        budget.spend()

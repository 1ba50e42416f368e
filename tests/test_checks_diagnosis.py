"""The usual mistakes are named by trying their repairs."""

from __future__ import annotations

import pytest
from qiskit import QuantumCircuit

from qcourse.checks.diagnosis import MOST_TRIED, explain
from qcourse.checks.states import is_state

BELL = {"00": 1, "11": 1}


def built(*steps: tuple) -> QuantumCircuit:
    """A circuit of two qubits and two bits from (method, arguments…)."""
    circuit = QuantumCircuit(2, 2)
    for name, *arguments in steps:
        getattr(circuit, name)(*arguments)
    return circuit


@pytest.mark.parametrize(
    ("steps", "target", "word"),
    [
        ([("cx", 0, 1)], BELL, "H gate is missing"),
        ([("h", 1), ("cx", 0, 1)], BELL, "swapped"),
        ([("h", 0)], BELL, "CX gate is missing"),
        ([("h", 0), ("h", 1), ("cx", 0, 1)], BELL, "too many: `h`"),
        ([("h", 0), ("cx", 0, 1), ("x", 1)], BELL, "too many: `x`"),
        ([("h", 0), ("cx", 0, 1), ("z", 0)], BELL, "signs"),
        ([("h", 0), ("cx", 0, 1), ("measure", 0, 0)], BELL, "without the measurement"),
        ([("cx", 0, 1), ("h", 0)], BELL, "reverse order"),
        ([("x", 0)], {"10": 1}, "reverse order"),
        ([("ry", 0.5, 0)], {"00": 0.8775825618903728, "01": 0.479425538604203}, "half"),
        ([("ry", 2.0, 0)], {"00": 0.8775825618903728, "01": 0.479425538604203}, "twice"),
        ([("ry", -1.0, 0), ("cx", 0, 1)], {"00": 0.8775825618903728, "11": 0.479425538604203}, "sign"),
        ([("h", 0), ("cx", 0, 1)], {"01": 1, "10": 1}, "X gate is missing"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_mistake_is_named(steps, target, word):
    """Each usual mistake is named for the state that it gives."""
    finding = is_state(built(*steps), target)

    assert (False, True) == (finding.passed, word in finding.diagnosis["en"])


def test_unexplained_difference_has_no_cause():
    """Where no single repair works nothing is claimed."""
    assert is_state(built(("rx", 0.3, 0), ("ry", 0.2, 1)), BELL).diagnosis is None


def test_long_circuits_are_not_searched():
    """The search has an end."""
    circuit = QuantumCircuit(1)
    for _ in range(MOST_TRIED + 1):
        circuit.h(0)

    assert explain(circuit, lambda repaired: True) is None


def test_causes_are_said_in_french_too():
    """Each language has the whole sentence."""
    assert "Il manque une porte H." == is_state(built(("cx", 0, 1)), BELL).diagnosis["fr"]

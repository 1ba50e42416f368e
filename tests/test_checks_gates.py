"""Gates are applied exactly."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qiskit import QuantumCircuit
from qiskit.circuit import AnnotatedOperation, ControlModifier
from qiskit.circuit.library import MCXGate, RYGate, UnitaryGate, XGate
from qiskit.quantum_info import Clifford, Operator, random_unitary

from qcourse.checks.branches import branches_from_inputs
from qcourse.checks.gates import apply, apply_instruction
from qcourse.checks.usable import Unusable


def seen(circuit: QuantumCircuit) -> np.ndarray:
    """The matrix that the walk gives."""
    return branches_from_inputs(circuit, range(circuit.num_qubits))[0].state


@given(st.permutations(range(4)), st.integers(1, 3), st.integers(0, 1000))
def test_matrix_on_any_qubits_agrees_with_operator(order, count, seed):
    """A random unitary on any qubits in any order."""
    qubits = list(order[:count])
    matrix = random_unitary(2**count, seed=seed).data
    state = np.arange(1, 17, dtype=complex)
    expected = Operator(np.eye(16)).compose(Operator(matrix), qargs=qubits).data @ state

    assert np.allclose(expected, apply(matrix, state.reshape((2,) * 4 + (1,)), qubits).reshape(-1))


@pytest.mark.parametrize(
    "gate",
    [
        MCXGate(5),
        MCXGate(3, ctrl_state=2),
        UnitaryGate(random_unitary(8, seed=1).data),
        RYGate(1).control(2, annotated=False),
        AnnotatedOperation(XGate(), ControlModifier(2)),
        Clifford(XGate()),
    ],
    ids=["mcx", "open_controls", "matrix", "controlled", "annotated", "clifford"],
)
def test_other_gates_agree_with_operator(gate):
    """Wide controlled gates, matrices, annotated operations and Cliffords."""
    circuit = QuantumCircuit(gate.num_qubits)
    circuit.append(gate, range(gate.num_qubits))

    assert np.allclose(Operator(circuit).data, seen(circuit))


def test_home_made_gate_has_no_matrix():
    """A composite named like a standard gate is left to its definition."""
    inner = QuantumCircuit(1, name="h")
    inner.x(0)
    circuit = QuantumCircuit(1)
    circuit.append(inner.to_gate(), [0])

    assert apply_instruction(circuit.data[0], np.array([1, 0], complex).reshape(2, 1), [0]) is None


def test_matrix_that_is_not_unitary_is_refused():
    """A matrix that would project or stretch is no gate."""
    circuit = QuantumCircuit(1)
    circuit.append(UnitaryGate([[1, 0], [0, 2]], check_input=False), [0])
    with pytest.raises(Unusable) as refusal:
        seen(circuit)

    assert "unitary" in refusal.value.finding.seen["en"]

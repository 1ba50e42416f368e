"""Unitaries and isometries up to global phase."""

from __future__ import annotations

import numpy as np
import pytest
from qiskit import QuantumCircuit
from qiskit.circuit.library import ZGate
from qiskit.synthesis import synth_qft_full

from qcourse.checks.unitaries import flips_sign_of, inverse_fourier, is_isometry, is_unitary, operator

H = np.array([[1, 1], [1, -1]]) / np.sqrt(2)


def encoder() -> QuantumCircuit:
    circuit = QuantumCircuit(3)
    circuit.cx(0, 1)
    circuit.cx(0, 2)
    return circuit


def oracle(marked: str, helper: bool = False, clean: bool = True) -> QuantumCircuit:
    """Flips the sign of ``marked``, directly or through a helper qubit."""
    n = len(marked)
    circuit = QuantumCircuit(n + helper)
    zeros = [qubit for qubit in range(n) if marked[n - 1 - qubit] == "0"]
    if zeros:
        circuit.x(zeros)
    if helper:
        circuit.mcx(list(range(n)), n)
        circuit.z(n)
        if clean:
            circuit.mcx(list(range(n)), n)
    else:
        circuit.append(ZGate().control(n - 1, annotated=False), range(n))
    if zeros:
        circuit.x(zeros)
    return circuit


def test_gate_is_itself_whatever_its_phase():
    """H with a global phase passes."""
    circuit = QuantumCircuit(1, global_phase=1)
    circuit.h(0)

    assert is_unitary(circuit, H).passed


def test_right_on_each_basis_state_is_not_enough():
    """Z and the identity agree on 0 and 1; superpositions tell them apart."""
    finding = is_unitary(QuantumCircuit(1), np.diag([1, -1]))

    assert (False, True) == (finding.passed, "between inputs" in finding.seen["en"])


def test_difference_is_shown_for_one_input():
    """The input that reveals most is shown."""
    circuit = QuantumCircuit(1)
    circuit.x(0)

    assert "from 0: 1: 1" == is_unitary(circuit, np.eye(2)).seen["en"]


@pytest.mark.parametrize("qubits", range(1, 7))
def test_inverse_fourier_agrees_with_qiskit(qubits):
    """The matrix is that of Qiskit's circuit, inverted."""
    assert is_unitary(synth_qft_full(qubits).inverse(), inverse_fourier(qubits)).passed


@pytest.mark.parametrize(
    ("circuit", "word"),
    [
        (synth_qft_full(3), "inverse"),
        (synth_qft_full(3, do_swaps=False).inverse(), "swaps"),
        (synth_qft_full(3).inverse().reverse_bits(), "reverse order"),
    ],
)
def test_fourier_mistakes(circuit, word):
    """The forward transform, missing swaps and reversed qubits are named."""
    finding = is_unitary(circuit, inverse_fourier(3))

    assert (False, True) == (finding.passed, word in finding.diagnosis["en"])


def test_encoder_keeps_superpositions():
    """a|0⟩+b|1⟩ becomes a|000⟩+b|111⟩; a sign between the two is a mistake."""
    wrong = encoder()
    wrong.z(1)

    assert is_isometry(encoder(), [{"000": 1}, {"111": 1}], inputs=[0]).passed
    assert not is_isometry(wrong, [{"000": 1}, {"111": 1}], inputs=[0]).passed


def test_encoder_with_a_missing_gate():
    """The missing CX is named for the input 1."""
    circuit = QuantumCircuit(3)
    circuit.cx(0, 1)
    finding = is_isometry(circuit, [{"000": 1}, {"111": 1}], inputs=[0])

    assert "from 1: 011: 1" == finding.seen["en"]
    assert "A CX gate is missing." == finding.diagnosis["en"]


@pytest.mark.parametrize("marked", ["11", "01", "010", "1010"])
@pytest.mark.parametrize("helper", [False, True])
def test_oracle_flips_one_sign(marked, helper):
    """With or without a clean helper; flipping all the other signs is the same up to global phase."""
    assert flips_sign_of(oracle(marked, helper), marked).passed


def test_oracle_that_leaves_its_helper_dirty():
    """A helper that keeps a trace of the input is refused, and said."""
    finding = flips_sign_of(oracle("11", helper=True, clean=False), "11")

    assert (False, "helper qubits back at 0") == (finding.passed, finding.expected["en"])


def test_oracle_with_reversed_bits():
    """Marking 01 for 10 is named."""
    assert "reverse order" in flips_sign_of(oracle("01"), "10").diagnosis["en"]


def test_oracle_that_flips_a_bit():
    """Turning a bit instead of a sign doesn't pass."""
    circuit = QuantumCircuit(2)
    circuit.x(0)

    assert not flips_sign_of(circuit, "11").passed


def test_oracle_without_helpers_may_not_be_wider():
    """Where helpers aren't allowed a wider circuit says so."""
    assert "3 qubits" == is_unitary(oracle("11", helper=True), np.diag([1, 1, 1, -1])).seen["en"]


@pytest.mark.parametrize("value", [None, 3, "circuit", flips_sign_of])
def test_wrong_types_are_named(value):
    """Anything but a circuit is a finding."""
    assert "a circuit (QuantumCircuit)" == is_unitary(value, H).expected["en"]


def test_measurement_and_lossy_reset_have_no_matrix():
    """A circuit that measures or forgets is not a unitary."""
    measured, forgets = QuantumCircuit(1, 1), QuantumCircuit(1)
    measured.h(0)
    measured.measure(0, 0)
    forgets.reset(0)

    assert "without the measurement" in is_unitary(measured, H).diagnosis["en"]
    assert "reset" in is_unitary(forgets, H).seen["en"]


def test_operator_of_some_inputs():
    """Columns belong to the inputs only."""
    assert (8, 2) == operator(encoder(), [0]).shape

"""States up to global phase."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from qiskit import QuantumCircuit
from qiskit.quantum_info import random_statevector

from qcourse.checks.states import is_entangled, is_pure_before_measurement, is_separate, is_state, vector_of

BELL = {"00": 1, "11": 1}


def bell() -> QuantumCircuit:
    circuit = QuantumCircuit(2)
    circuit.h(0)
    circuit.cx(0, 1)
    return circuit


def coin(*before: str) -> QuantumCircuit:
    """One qubit, the named gates, one measurement."""
    circuit = QuantumCircuit(1, 1)
    for gate in before:
        getattr(circuit, gate)(0)
    circuit.measure(0, 0)
    return circuit


def test_bell_pair_is_its_state():
    """A right circuit passes."""
    assert is_state(bell(), BELL).passed


@given(st.integers(0, 10**6), st.floats(-np.pi, np.pi), st.integers(1, 4))
def test_global_phase_never_matters(seed, phase, width):
    """Any state is itself, turned by any global phase."""
    state = random_statevector(2**width, seed=seed).data

    assert is_state(np.exp(1j * phase) * state, state).passed


@pytest.mark.parametrize(("angle", "passed"), [(1e-5, True), (1e-4, False)])
def test_tolerance_is_on_the_fidelity(angle, passed):
    """1 − F is about angle²/4: 2.5e-11 passes, 2.5e-9 does not."""
    circuit = QuantumCircuit(1)
    circuit.ry(angle, 0)

    assert passed == is_state(circuit, {"0": 1}).passed


def test_target_may_be_a_circuit():
    """The target can be given as a circuit."""
    assert is_state(bell(), bell()).passed


def test_bits_are_written_with_qubit_0_on_the_right():
    """X on qubit 0 of two is 01."""
    circuit = QuantumCircuit(2)
    circuit.x(0)

    assert (True, False) == (is_state(circuit, {"01": 1}).passed, is_state(circuit, {"10": 1}).passed)


def test_relative_sign_matters():
    """The minus sign is seen, and named."""
    circuit = bell()
    circuit.z(0)
    finding = is_state(circuit, BELL)

    assert (False, "00: 0.707, 11: −0.707") == (finding.passed, finding.seen["en"])


def test_reset_to_one_state_is_fine():
    """A reset that leaves one state is allowed; one that leaves a mixture isn't a state."""
    fresh, shared = QuantumCircuit(2), bell()
    fresh.h(0)
    fresh.reset(0)
    shared.reset(0)

    assert is_state(fresh, {"00": 1}).passed
    assert "a mixture of 2 states" == is_state(shared, {"00": 1}).seen["en"]


def test_wrong_width_is_said():
    """A circuit of another width says how many qubits it has."""
    finding = is_state(QuantumCircuit(3), BELL)

    assert ("2 qubits", "3 qubits") == (finding.expected["en"], finding.seen["en"])


def test_measured_circuit_is_not_a_state():
    """A measurement at the end spoils it, and is named."""
    circuit = bell()
    circuit.measure_all()
    finding = is_state(circuit, BELL)

    assert (False, "measurements: 2") == (finding.passed, finding.seen["en"])


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (None, "nothing (None)"),
        (bell, "a function (bell)"),
        ("h(0)", "the text 'h(0)'"),
        ([1, 0], "2 arrows"),
        ([1, 0, 0, float("nan")], "NaN"),
        ([1, 0, 0, float("inf")], "NaN"),
        ([1, 0, 0, 1], "a total of 2"),
        (["a", "b", "c", "d"], "the list"),
    ],
)
def test_unusable_values_are_named(value, word):
    """What came is said; NaN, infinity and unnormalised vectors are refused."""
    finding = is_state(value, BELL)

    assert (False, True) == (finding.passed, word in finding.seen["en"])


def test_vector_of_normalises():
    """Amplitudes by bit string are normalised."""
    assert [0.6, 0, 0, 0.8] == pytest.approx(vector_of({"00": 3, "11": 4}).real.tolist())


def test_entangled_and_separate_qubits():
    """A Bell pair's qubit is entangled, a product state's is not."""
    product = QuantumCircuit(2)
    product.h([0, 1])

    assert (True, False) == (is_entangled(bell(), 0).passed, is_separate(bell(), 1).passed)
    assert (False, True) == (is_entangled(product, 0).passed, is_separate(product, 1).passed)


@pytest.mark.parametrize("qubit", [0, 1, 2])
def test_entanglement_of_each_qubit(qubit):
    """In a pair beside a third qubit, only the pair is entangled."""
    circuit = QuantumCircuit(3)
    circuit.h(0)
    circuit.cx(0, 2)
    circuit.h(1)

    assert (qubit != 1) is is_entangled(circuit, qubit).passed


def test_coin_is_pure_before_its_measurement():
    """An H before the measurement gives equal chances from one state."""
    fair = {"0": 0.5, "1": 0.5}

    assert is_pure_before_measurement(coin("h"), fair).passed
    assert is_pure_before_measurement(coin("h", "reset", "h", "s"), fair).passed


def test_reset_after_the_measurement_does_not_matter():
    """What follows the measurement isn't looked at."""
    circuit = coin("h")
    circuit.reset(0)

    assert is_pure_before_measurement(circuit, {"0": 0.5, "1": 0.5}).passed


def test_preset_value_is_not_a_coin():
    """A qubit that is 1 beforehand has other chances."""
    finding = is_pure_before_measurement(coin("x"), {"0": 0.5, "1": 0.5})

    assert (False, True) == (finding.passed, finding.seen["en"].endswith("1: 1"))


def test_half_of_a_pair_is_a_mixture():
    """Equal chances from an entangled qubit are not one state."""
    circuit = QuantumCircuit(2, 1)
    circuit.h(0)
    circuit.cx(0, 1)
    circuit.measure(0, 0)
    finding = is_pure_before_measurement(circuit, {"0": 0.5, "1": 0.5})

    assert (False, True) == (finding.passed, "mixture" in finding.seen["en"])


def test_circuit_without_measurement_is_said():
    """Nothing measured, nothing before it."""
    assert "no measurement" == is_pure_before_measurement(QuantumCircuit(1), {"0": 1}).seen["en"]

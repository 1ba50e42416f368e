"""Exact chances of classical bits."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qiskit import QuantumCircuit
from qiskit.circuit.random import random_circuit
from qiskit.quantum_info import Statevector

from qcourse.checks.distributions import distribution, has_distribution


def interferometer(phase: float, watched: bool = False) -> QuantumCircuit:
    circuit = QuantumCircuit(1, 2 if watched else 1)
    circuit.h(0)
    if watched:
        circuit.measure(0, 0)
    circuit.p(phase, 0)
    circuit.h(0)
    circuit.measure(0, 1 if watched else 0)
    return circuit


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 4))
def test_final_measurement_agrees_with_the_state_vector(seed, width):
    """Measured at the end, a random circuit has the chances of its state vector."""
    circuit = random_circuit(width, 4, max_operands=min(width, 3), seed=seed)
    expected = Statevector(circuit).probabilities_dict()
    circuit.measure_all()

    assert has_distribution(circuit, expected).passed


@pytest.mark.parametrize("phase", [0, 0.25, 1, 3, -2])
def test_interferometer(phase):
    """The exit 1 has the chance sin²(phase/2)."""
    p_one = np.sin(phase / 2) ** 2

    assert has_distribution(interferometer(phase), {"0": 1 - p_one, "1": p_one}).passed


def test_watched_interferometer_forgets_its_phase():
    """Given either path, both exits are equally likely."""
    circuit = interferometer(1, watched=True)

    assert has_distribution(circuit, {"0": 0.5, "1": 0.5}, bits=[0]).passed
    for path in (0, 1):
        assert has_distribution(circuit, {"0": 0.5, "1": 0.5}, bits=[1], given={0: path}).passed


def test_condition_that_never_holds():
    """A chance given something impossible is a finding, not a division by zero."""
    circuit = QuantumCircuit(1, 2)
    circuit.measure(0, 0)
    finding = has_distribution(circuit, {"0": 1}, bits=[1], given={0: 1})

    assert (False, "never") == (finding.passed, finding.seen["en"])


def test_conditional_difference_says_the_condition():
    """The condition is part of what is shown."""
    circuit = QuantumCircuit(1, 2)
    circuit.h(0)
    circuit.measure(0, 0)
    circuit.measure(0, 1)
    finding = has_distribution(circuit, {"0": 0.5, "1": 0.5}, bits=[1], given={0: 1})

    assert "when bit 0 = 1: 1: 1" == finding.seen["en"]


def test_start_state():
    """A measurement in another basis is tested from given states; helpers start at 0."""
    circuit = QuantumCircuit(2, 1)
    circuit.h(0)
    circuit.measure(0, 0)

    assert has_distribution(circuit, {"1": 1}, start={"0": 1, "1": -1}).passed


def test_number_of_bits_is_checked():
    """A circuit with another number of bits says so."""
    assert "classical bits: 2" == has_distribution(QuantumCircuit(1, 2), {"0": 1}).seen["en"]


def test_bit_that_is_not_there():
    """Asking for a bit beyond the circuit's is a finding."""
    assert not has_distribution(QuantumCircuit(1, 1), {"0": 1}, bits=[3]).passed


@pytest.mark.parametrize(
    ("gates", "target", "word"),
    [
        ([("x", 0), ("measure", [0, 1], [0, 1])], {"10": 1}, "reverse order"),
        ([("measure", [0, 1], [0, 1])], {"11": 1}, "exchanged"),
        ([("measure", [0, 1], [0, 1]), ("x", 0)], {"01": 1}, "too early"),
        ([("x", 0)], {"01": 1}, "Nothing is measured"),
        ([("measure", [0, 1], [0, 1])], {"00": 0.5, "01": 0.5}, "H gate is missing"),
    ],
    ids=["reversed", "negated", "early", "unmeasured", "missing_h"],
)
def test_mistakes_are_named(gates, target, word):
    """Reversed bits, exchanged values, a measurement too early, none at all, a missing H."""
    circuit = QuantumCircuit(2, 2)
    for name, *arguments in gates:
        getattr(circuit, name)(*arguments)

    assert word in has_distribution(circuit, target).diagnosis["en"]


@pytest.mark.parametrize(("chance", "passed"), [(0.5 + 5e-7, True), (0.5 + 5e-6, False)])
def test_tolerance(chance, passed):
    """Chances agree within 1e-6."""
    circuit = QuantumCircuit(1, 1)
    circuit.ry(2 * np.arcsin(np.sqrt(chance)), 0)
    circuit.measure(0, 0)

    assert passed is has_distribution(circuit, {"0": 0.5, "1": 0.5}).passed


def test_distribution_reads_bits_in_the_order_asked():
    """The first bit asked for is on the right."""
    circuit = QuantumCircuit(1, 2)
    circuit.x(0)
    circuit.measure(0, 0)

    assert {"10": 1.0} == distribution(circuit, bits=[1, 0])


@pytest.mark.parametrize("value", [None, "0", QuantumCircuit])
def test_wrong_types_are_named(value):
    """Anything but a circuit is a finding."""
    assert not has_distribution(value, {"0": 1}).passed

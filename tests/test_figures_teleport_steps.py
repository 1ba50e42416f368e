"""Teleportation step by step: the four branches, what Bob knows, and the copier that does not exist."""

import math

import pytest
from qiskit import QuantumCircuit
from qiskit.quantum_info import Statevector, state_fidelity

from qcourse.checks import transfers_state
from qcourse.figures.teleport_steps import BRANCHES, STATES, STEPS, TeleportSteps, branch, success

ROUNDED = 2e-6
"""Amplitudes are kept to six decimals."""

each_state = pytest.mark.parametrize("place", range(len(STATES)))
each_branch = pytest.mark.parametrize("bits", BRANCHES)


@each_state
@each_branch
def test_branches(place, bits):
    """Each branch has a chance of one quarter, and there the two bits bring back the state sent, sign included."""
    found = branch(place, bits)

    assert 0.25 == pytest.approx(found["chance"])
    assert 1 == pytest.approx(found["arrives"])
    assert STATES[place] == pytest.approx(found["after"], abs=ROUNDED)


@each_state
def test_before_the_bits_nothing_changes_for_bob(place):
    """Whatever Alice has done, Bob's qubit passes half of the time; with the bits, every time."""
    found = {(step, bits): success(place, step, bits) for step in STEPS for bits in (False, True)}

    assert 1 == found.pop(("sent", True))
    assert {0.5} == set(found.values())


def test_shapes_of_the_four_branches():
    """As sent, exchanged, reversed, and both: the table's words are true."""
    a, b = STATES[0]
    before = [branch(0, bits)["before"] for bits in BRANCHES]

    assert [[a, b], [b, a], [a, -b], [-b, a]] == [pytest.approx(pair, abs=ROUNDED) for pair in before]


def test_without_the_bits_a_branch_may_fail_for_sure():
    """The average of one half hides four different chances."""
    passes = [branch(0, bits)["passes"] for bits in BRANCHES]

    assert passes == pytest.approx([1, 0.9216, 0.0784, 0], abs=ROUNDED)


@each_state
def test_data(place):
    """The eight arrows of every step carry the whole chance, and Alice's gates leave Bob's reading at one half."""
    state = TeleportSteps.compute()["states"][place]

    for eight in state["eight"]:
        assert 1 == pytest.approx(sum(arrow**2 for arrow in eight), abs=1e-5)
        assert 0.5 == pytest.approx(sum(arrow**2 for arrow in eight[1::2]), abs=1e-5)


def test_same_circuit_as_the_exercise():
    """The figure's steps, written as one circuit, transfer every state, not only those shown."""
    circuit = QuantumCircuit(3, 2)
    circuit.h(1)
    circuit.cx(1, 2)
    circuit.cx(0, 1)
    circuit.h(0)
    circuit.measure([0, 1], [0, 1])
    with circuit.if_test((circuit.clbits[1], 1)):
        circuit.x(2)
    with circuit.if_test((circuit.clbits[0], 1)):
        circuit.z(2)

    assert transfers_state(circuit, 0, 2).passed


def test_copier_of_the_lesson():
    """CX copies 0 and 1; from two equal arrows it makes a Bell pair, half faithful to two copies."""
    copier = QuantumCircuit(2)
    copier.cx(0, 1)
    equal = Statevector.from_label("+")
    copied = Statevector.from_label("0").tensor(equal).evolve(copier)

    assert Statevector.from_label("11") == Statevector.from_label("01").evolve(copier)
    assert 0.5 == pytest.approx(state_fidelity(copied, equal.tensor(equal)))
    assert [math.sqrt(0.5), 0, 0, math.sqrt(0.5)] == pytest.approx(copied.data.real)


def test_sentences():
    """The sentences carry the values in each language's form."""

    assert "50% of the time: a coin toss" in TeleportSteps.says(0, "sent", "10", False, "en")
    assert "dans 100\u00a0% des cas" in TeleportSteps.says(0, "sent", "10", True, "fr")
    assert "arrow of 1 reversed" in TeleportSteps.says(0, "read", "10", False, "en")

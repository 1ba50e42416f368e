"""Effects on every input, branch by branch."""

from __future__ import annotations

import numpy as np
import pytest
from qiskit import QuantumCircuit
from qiskit.quantum_info import Choi, Kraus, Operator

from qcourse.checks.channels import choi_state, is_channel, measures_gently, transfers_state

PARITIES: dict[str, set[str]] = {}
for basis in range(8):
    a, b, c = (basis >> place & 1 for place in range(3))
    PARITIES.setdefault(f"{b ^ c}{a ^ b}", set()).add(f"{basis:03b}")


def teleport(x: bool = True, z: bool = True, exchanged: bool = False) -> QuantumCircuit:
    circuit = QuantumCircuit(3, 2)
    circuit.h(1)
    circuit.cx(1, 2)
    circuit.cx(0, 1)
    circuit.h(0)
    circuit.measure([0, 1], [0, 1])
    for wanted, bit, gate in ((x, 1, "x"), (z, 0, "z")):
        if wanted:
            with circuit.if_test((circuit.clbits[bit ^ exchanged], 1)):
                getattr(circuit, gate)(2)
    return circuit


def syndrome() -> QuantumCircuit:
    circuit = QuantumCircuit(5, 2)
    for control, helper in ((0, 3), (1, 3), (1, 4), (2, 4)):
        circuit.cx(control, helper)
    circuit.measure([3, 4], [0, 1])
    return circuit


def test_teleportation_transfers_every_state():
    """Fidelity 1 in each of the four branches."""
    assert transfers_state(teleport(), 0, 2).passed


def test_plain_swap_transfers_too():
    """How the state travels is another question."""
    circuit = QuantumCircuit(3)
    circuit.swap(0, 2)

    assert transfers_state(circuit, 0, 2).passed


@pytest.mark.parametrize(
    ("circuit", "word"),
    [
        (teleport(x=False), "(X)"),
        (teleport(z=False), "(Z)"),
        (teleport(exchanged=True), "exchanged"),
        (QuantumCircuit(3), None),
    ],
)
def test_missing_corrections_are_named(circuit, word):
    """The correction that would mend the branch is named; a state that never left has none."""
    finding = transfers_state(circuit, 0, 2)

    assert not finding.passed
    assert finding.diagnosis is None if word is None else word in finding.diagnosis["en"]


def test_sign_needs_a_superposition_to_show():
    """The input shown is one that reveals the difference."""
    assert "(0: 0.6, 1: 0.8)" in transfers_state(teleport(z=False), 0, 2).expected["en"]


def test_half_of_a_pair_is_no_transfer():
    """A target left entangled is not in a state of its own."""
    circuit = QuantumCircuit(3)
    circuit.cx(0, 2)

    assert "not in one state" in transfers_state(circuit, 0, 2).seen["en"]


def test_missing_qubit_is_said():
    """A circuit too small for the question says how many qubits it has."""
    assert "2 qubits" == transfers_state(QuantumCircuit(2), 0, 2).seen["en"]
    assert "2 qubits" == measures_gently(QuantumCircuit(2, 2), [0, 1, 2], PARITIES).seen["en"]


def test_syndrome_is_gentle():
    """Parities are told and superpositions of one parity survive; helpers may stay as they are or be reset."""
    reset = syndrome()
    reset.reset([3, 4])

    assert measures_gently(syndrome(), [0, 1, 2], PARITIES).passed
    assert measures_gently(reset, [0, 1, 2], PARITIES).passed


def spoiled(name: str) -> QuantumCircuit:
    circuit = syndrome()
    if name == "measured":
        circuit.measure(0, 0)
        circuit.cx(0, 3)
        circuit.cx(1, 3)
        circuit.measure(3, 0)
    elif name == "sign":
        circuit.z(0)
    elif name == "bits_exchanged":
        circuit = QuantumCircuit(5, 2)
        circuit.compose(syndrome(), clbits=[1, 0], inplace=True)
    elif name == "peeking_helper":
        circuit.cx(0, 3)
    elif name == "corrected":
        with circuit.if_test((circuit.cregs[0], 1)):
            circuit.x(0)
    return circuit


@pytest.mark.parametrize("name", ["measured", "sign", "bits_exchanged", "peeking_helper", "corrected"])
def test_disturbance_is_seen(name):
    """Measuring the data, a sign, exchanged bits, a helper that keeps a trace, a correction made too soon."""
    assert not measures_gently(spoiled(name), [0, 1, 2], PARITIES).passed


@pytest.mark.parametrize("angle", [0.25, 1.5, 3])
def test_choi_state_agrees_with_qiskit(angle):
    """Forgetting a helper, measured or not, gives Qiskit's Choi matrix over 2 (whose index has the output least)."""
    circuit = QuantumCircuit(2)
    circuit.ry(angle, 0)
    circuit.cx(0, 1)
    circuit.rz(0.7, 0)
    table = Operator(circuit).data
    expected = Choi(Kraus([table[[2 * helper, 2 * helper + 1], :2] for helper in (0, 1)])).data / 2
    circuit.measure_all()
    output_least = [0, 2, 1, 3]

    assert np.allclose(expected[np.ix_(output_least, output_least)], choi_state(circuit, [0], [0]))


def test_channel_forgets_bits():
    """Measuring and a CNOT to a helper that is thrown away have one effect; nothing at all has another."""
    measured, copied = QuantumCircuit(2, 1), QuantumCircuit(2)
    measured.measure(0, 0)
    copied.cx(0, 1)

    assert is_channel(measured, copied, [0], [0]).passed
    assert not is_channel(QuantumCircuit(2), copied, [0], [0]).passed


@pytest.mark.parametrize(
    "compare", [lambda v: transfers_state(v, 0, 1), lambda v: measures_gently(v, [0], {"0": {"0"}})]
)
def test_wrong_types_are_named(compare):
    """None is a finding."""
    assert "nothing (None)" == compare(None).seen["en"]

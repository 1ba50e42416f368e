"""What a circuit is made of."""

from __future__ import annotations

import pytest
from qiskit import QuantumCircuit
from qiskit.circuit.library import UnitaryGate
from qiskit.quantum_info import Operator

from qcourse.checks.resources import (
    counts,
    does_not_join,
    has_no_measurement,
    has_shape,
    measurements,
    measures_in_order,
    uses_at_most,
    uses_exactly,
    uses_only,
)


def disguised(name: str = "h") -> QuantumCircuit:
    """A CX between qubits 0 and 2 inside a gate with an innocent name."""
    inner = QuantumCircuit(2, name=name)
    inner.cx(0, 1)
    circuit = QuantumCircuit(3)
    circuit.append(inner.to_gate(), [0, 2])
    return circuit


def teleport() -> QuantumCircuit:
    circuit = QuantumCircuit(3, 2)
    circuit.h(1)
    circuit.cx(1, 2)
    circuit.barrier()
    circuit.cx(0, 1)
    circuit.h(0)
    circuit.measure([0, 1], [0, 1])
    with circuit.if_test((circuit.clbits[1], 1)):
        circuit.x(2)
    return circuit


def test_a_gate_named_h_may_hold_anything():
    """Composites count by what they hold."""
    assert {"cx": 1} == counts(disguised())


def test_blocks_count_and_barriers_do_not():
    """Gates in an if are counted; barriers are not."""
    assert {"h": 2, "cx": 2, "measure": 2, "x": 1} == counts(teleport())


def test_shape():
    """Numbers of qubits and bits, exact or at least."""
    circuit = QuantumCircuit(3, 2)

    assert has_shape(circuit, 3, 2).passed
    assert has_shape(circuit, 2, 2, more_qubits=True).passed
    assert not has_shape(circuit, 3, 3, more_bits=True).passed
    assert "3 qubits, 2 classical bits" == has_shape(circuit, 1, 1).seen["en"]
    assert "1 qubit, au moins 3 bits classiques" == has_shape(circuit, 1, 3, more_bits=True).expected[
        "fr"
    ].replace(";", ",")


def test_none_is_singular_in_french():
    """0 bit, but 0 bits in English."""
    finding = has_shape(QuantumCircuit(1, 0), 1, 1)

    assert ("1 qubit, 0 classical bits", "1 qubit; 0 bit classique") == (
        finding.seen["en"],
        finding.seen["fr"],
    )


def test_hidden_measurement_is_found():
    """A measurement inside a composite instruction counts."""
    inner = QuantumCircuit(1, 1)
    inner.measure(0, 0)
    circuit = QuantumCircuit(2, 2)
    circuit.append(inner.to_instruction(), [1], [0])

    assert not has_no_measurement(circuit).passed
    assert [(1, 0)] == measurements(circuit)


def test_order_of_measurements():
    """The order written in the circuit decides."""
    assert measures_in_order(teleport(), [(0, 0), (1, 1)]).passed
    assert (
        "qubit 0 into bit 0, qubit 1 into bit 1" == measures_in_order(teleport(), [(1, 1), (0, 0)]).seen["en"]
    )


def test_numbers_of_gates():
    """Exact and largest numbers of some gates."""
    assert uses_exactly(teleport(), {"measure": 2}).passed
    assert "`measure`: 2" == uses_exactly(teleport(), {"measure": 1}).seen["en"]
    assert (True, False) == (
        uses_at_most(teleport(), {"cx": 2}).passed,
        uses_at_most(teleport(), {"cx": 1}).passed,
    )


def test_gate_set():
    """Only the named gates, after expansion."""
    assert uses_only(disguised(), {"cx"}).passed
    assert "`cx`" == uses_only(disguised(), {"h"}).seen["en"]


def test_teleportation_joins_nothing_forbidden():
    """The right protocol passes: conditions on bits and barriers join no qubits."""
    assert does_not_join(teleport(), (0, 2)).passed
    assert does_not_join(teleport(), (1, 2), after=(0, 1)).passed


@pytest.mark.parametrize("name", ["h", "shared_pair"])
def test_disguised_join_is_found(name):
    """A CX inside a gate of another name joins its qubits, and the finding says where."""
    assert f"`cx`, inside `{name}`, joins them" == does_not_join(disguised(name), (0, 2)).seen["en"]


def test_deferred_measurement_is_found():
    """CX from qubit 1 to 2 after 0 has met 1 is no classical message."""
    circuit = QuantumCircuit(3)
    circuit.cx(1, 2)
    circuit.cx(0, 1)
    circuit.cx(1, 2)

    assert not does_not_join(circuit, (1, 2), after=(0, 1)).passed


def test_bare_matrix_and_initialize_join_all_their_qubits():
    """Even a matrix that does nothing, and a state set on several qubits."""
    matrix, state = QuantumCircuit(3), QuantumCircuit(3)
    matrix.append(UnitaryGate(Operator(QuantumCircuit(3))), [0, 1, 2])
    state.initialize([1] + [0] * 7, [0, 1, 2])

    assert [False, False] == [does_not_join(circuit, (0, 2)).passed for circuit in (matrix, state)]


def test_composite_over_all_qubits_joins_only_what_its_gates_join():
    """A composite of two separate gates joins nothing."""
    inner = QuantumCircuit(3)
    inner.h(0)
    inner.x(2)
    circuit = QuantumCircuit(3)
    circuit.append(inner.to_gate(), [0, 1, 2])

    assert does_not_join(circuit, (0, 2)).passed


@pytest.mark.parametrize(
    "compare", [has_no_measurement, lambda v: has_shape(v, 1), lambda v: does_not_join(v, (0, 1))]
)
def test_wrong_types_are_named(compare):
    """None is a finding."""
    assert "nothing (None)" == compare(None).seen["en"]

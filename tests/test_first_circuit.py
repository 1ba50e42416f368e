"""The numbers and outcomes that the lesson on reading a circuit states."""

from __future__ import annotations

import pytest
from qiskit import QuantumCircuit, transpile
from qiskit.quantum_info import DensityMatrix
from qiskit_aer.noise import depolarizing_error

from qcourse.figures.circuit_playground import EXAMPLES, CircuitPlayground, amplitudes, outcomes

SCRAMBLED = 0.01
"""How often a CX scrambles its two qubits, in the lesson's example."""


def chances(count, *gates):
    """The outcomes of a circuit of the playground that have a chance."""
    steps = [{"gate": name, "qubits": list(qubits)} for name, *qubits in gates]
    found = zip(outcomes(count), amplitudes(count, steps), strict=True)
    return {outcome: abs(amplitude) ** 2 for outcome, amplitude in found if abs(amplitude) > 1e-9}


def adder():
    """One and one added: two qubits that carry 1, then the sum and the carry."""
    circuit = QuantumCircuit(4)
    circuit.x(0)
    circuit.x(1)
    circuit.barrier()
    circuit.ccx(0, 1, 3)
    circuit.cx(0, 2)
    circuit.cx(1, 2)
    return circuit


def rewritten():
    """The adder in gates on one qubit and CX, as Qiskit rewrites it without looking for a shorter way."""
    return transpile(adder(), basis_gates=["cx", "u"], optimization_level=0)


def test_three_gates_drawn_and_eight_run():
    """Three gates add on paper, one of them on three qubits; rewritten, eight join two qubits."""
    drawn = adder().count_ops()

    assert (1, 2) == (drawn["ccx"], drawn["cx"])
    assert 8 == rewritten().count_ops()["cx"]


@pytest.mark.parametrize(("scrambled", "right"), [(0, 1), (SCRAMBLED, 0.95)])
def test_one_and_one(scrambled, right):
    """Without errors the sum is two every time; if each CX scrambles once in a hundred, about 95% of the time."""
    state, error = DensityMatrix.from_label("0000"), depolarizing_error(scrambled, 2)
    circuit = rewritten()
    for step in circuit.data:
        if step.operation.name == "barrier":
            continue
        places = [circuit.find_bit(qubit).index for qubit in step.qubits]
        state = state.evolve(step.operation, places)
        if step.operation.name == "cx":
            state = state.evolve(error.to_quantumchannel(), places)

    assert right == pytest.approx(state.probabilities_dict([2, 3])["10"], abs=0.005)


def test_the_annex():
    """X on q0 gives 01 with q0 on the right; the counts of the annex add up."""
    assert {"01": 1} == pytest.approx(chances(2, ("x", 0)))
    assert (1000, 27) == (973 + 19 + 7 + 1, 19 + 7 + 1)


def test_order_counts():
    """Z between two splitters makes a sure 1; Z before them, a sure 0."""
    assert {"1": 1} == pytest.approx(chances(1, ("h", 0), ("z", 0), ("h", 0)))
    assert {"0": 1} == pytest.approx(chances(1, ("z", 0), ("h", 0), ("h", 0)))


def test_cx_before_the_splitter():
    """H then CX gives 00 and 11; CX then H gives 00 and 01."""
    assert {"00": 0.5, "11": 0.5} == pytest.approx(chances(2, ("h", 0), ("cx", 0, 1)))
    assert {"00": 0.5, "01": 0.5} == pytest.approx(chances(2, ("cx", 0, 1), ("h", 0)))


def test_names_of_the_examples():
    """The lesson names two examples of the playground as the page shows them."""
    assert {"phase", "bell"} <= EXAMPLES.keys()
    assert "The same with a half turn between" == CircuitPlayground.word("phase", "en")
    assert "Les mêmes, avec un demi-tour entre les deux" == CircuitPlayground.word("phase", "fr")
    assert "Two qubits that agree" == CircuitPlayground.word("bell", "en")
    assert "Deux qubits qui concordent" == CircuitPlayground.word("bell", "fr")


def test_questions():
    """X on q2 of three gives 100; a splitter on q0 alone never gives 10."""
    assert {"100": 1} == pytest.approx(chances(3, ("x", 2)))
    assert {"00": 0.5, "01": 0.5} == pytest.approx(chances(2, ("h", 0)))
    assert 1000 == 489 + 503 + 8

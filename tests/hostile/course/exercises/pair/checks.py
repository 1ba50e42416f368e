"""Checks of the exercise that the grader's own tests use."""

from qiskit import QuantumCircuit
from qiskit.quantum_info import Statevector

from qcourse.checks.finding import Finding, require
from qcourse.errors import AnswerRaised


def same_state(circuit, n):
    if not isinstance(circuit, QuantumCircuit) or circuit.num_qubits != n:
        return Finding(
            False,
            {"en": f"{n} qubits", "fr": f"{n} qubits"},
            {"en": "another shape", "fr": "une autre forme"},
        )
    right = Statevector.from_label("0" * n) + Statevector.from_label("1" * n)
    fidelity = abs(Statevector(circuit).inner(right / 2**0.5)) ** 2
    return Finding(
        abs(fidelity - 1) <= 1e-9,
        {"en": "the right state", "fr": "le bon état"},
        {"en": f"{fidelity:.3f}", "fr": f"{fidelity:.3f}"},
    )


def test_pair(answer):
    require(same_state(answer.pair(), 2))


def test_share(answer):
    value = answer.share({"00": 3, "01": 1})
    require(
        Finding(
            type(value) is float and abs(value - 0.75) <= 1e-9,
            {"en": "0.75", "fr": "0,75"},
            {"en": repr(value), "fr": repr(value)},
        )
    )


def test_too_few(answer):
    try:
        answer.ghz(1)
    except AnswerRaised as error:
        require(Finding("ValueError" in error.bases))
        return
    require(Finding(False, {"en": "ValueError", "fr": "ValueError"}, {"en": "a value", "fr": "une valeur"}))

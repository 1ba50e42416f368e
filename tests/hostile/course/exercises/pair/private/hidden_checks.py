"""Hidden checks. MARKER-HIDDEN-4f1d must never be seen by a learner."""

from qiskit.quantum_info import Statevector

from qcourse.checks.finding import Finding, require

MARKER = "MARKER-HIDDEN-4f1d"


def test_ghz(answer):
    for n in (2, 5):
        circuit = answer.ghz(n)
        right = (Statevector.from_label("0" * n) + Statevector.from_label("1" * n)) / 2**0.5
        require(
            Finding(circuit.num_qubits == n and abs(abs(Statevector(circuit).inner(right)) - 1) <= 1e-9).on(
                f"ghz({n})"
            )
        )


def test_share_other(answer):
    value = answer.share({"11": 987654, "10": 0, "01": 0})
    require(Finding(type(value) is float and abs(value - 1) <= 1e-9).on("share of 987654"))

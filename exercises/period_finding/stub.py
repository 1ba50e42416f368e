from qiskit import QuantumCircuit
from qiskit.circuit.library import QFTGate

# Given: the period-finding circuit for 7 and 15. Qubits 0 to 3 count, qubits 4 to 7 hold the clock.
TIMES_7 = QuantumCircuit(4, name="times 7 mod 15")
TIMES_7.swap(0, 1)
TIMES_7.swap(1, 2)
TIMES_7.swap(2, 3)
TIMES_7.x([0, 1, 2, 3])

PERIOD_FINDING = QuantumCircuit(8, 4)
PERIOD_FINDING.h([0, 1, 2, 3])
PERIOD_FINDING.x(4)
for qubit in range(4):
    for _ in range(2**qubit):
        PERIOD_FINDING.append(TIMES_7.to_gate().control(), [qubit, 4, 5, 6, 7])
PERIOD_FINDING.append(QFTGate(4).inverse(), [0, 1, 2, 3])
PERIOD_FINDING.measure([0, 1, 2, 3], [0, 1, 2, 3])


def order_from_counts(counts: dict[str, int], a: int, n: int) -> int | None:
    raise NotImplementedError("YOUR ANSWER HERE")


def factors_from_order(a: int, order: int, n: int) -> tuple[int, int] | None:
    raise NotImplementedError("YOUR ANSWER HERE")


def counting_register(t: int) -> QuantumCircuit:
    raise NotImplementedError("YOUR ANSWER HERE")

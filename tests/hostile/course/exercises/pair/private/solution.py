"""The reference. MARKER-REFERENCE-9b2c must never be seen by a learner."""

from qiskit import QuantumCircuit

MARKER = "MARKER-REFERENCE-9b2c"


def pair():
    return ghz(2)


def ghz(n):
    if n < 2:
        raise ValueError("n must be at least 2")
    circuit = QuantumCircuit(n)
    circuit.h(0)
    for qubit in range(1, n):
        circuit.cx(0, qubit)
    return circuit


def share(counts):
    return (counts.get("00", 0) + counts.get("11", 0)) / sum(counts.values())

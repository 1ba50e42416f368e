# fails: ghz, ghz_to_ten
from qiskit import QuantumCircuit


def bell_pair() -> QuantumCircuit:
    circuit = QuantumCircuit(2)
    circuit.h(0)
    circuit.cx(0, 1)
    return circuit


def ghz(n: int) -> QuantumCircuit:
    if n < 2:
        raise ValueError("too few qubits")
    circuit = QuantumCircuit(n + 1)
    circuit.h(0)
    for follower in range(1, n):
        circuit.cx(0, follower)
    return circuit

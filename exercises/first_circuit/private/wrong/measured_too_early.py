# fails: flip, alike, apart, other_way
from qiskit import QuantumCircuit


def flip() -> QuantumCircuit:
    circuit = QuantumCircuit(1, 1)
    circuit.measure(0, 0)
    circuit.x(0)
    return circuit


def two_bits(a: int, b: int) -> QuantumCircuit:
    circuit = QuantumCircuit(2, 2)
    circuit.measure([0, 1], [0, 1])
    if a:
        circuit.x(0)
    if b:
        circuit.x(1)
    return circuit

# fails: only_bits_travel, whole_protocol
from qiskit import QuantumCircuit


def teleport() -> QuantumCircuit:
    circuit = QuantumCircuit(3, 2)
    circuit.swap(0, 1)
    circuit.swap(1, 2)
    return circuit

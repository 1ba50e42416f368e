# fails: no_shortcut, whole_protocol
from qiskit import QuantumCircuit


def teleport() -> QuantumCircuit:
    circuit = QuantumCircuit(3, 2)
    circuit.swap(0, 2)
    return circuit

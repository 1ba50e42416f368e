# fails: arrives, whole_protocol
from qiskit import QuantumCircuit


def teleport() -> QuantumCircuit:
    circuit = QuantumCircuit(3, 2)
    circuit.initialize([0.6, 0.8], 2)
    circuit.measure([0, 1], [0, 1])
    return circuit

# fails: shape, no_shortcut, only_bits_travel, whole_protocol
from qiskit import QuantumCircuit


def teleport() -> QuantumCircuit:
    circuit = QuantumCircuit(3)
    circuit.h(1)
    circuit.cx(1, 2)
    circuit.cx(0, 1)
    circuit.h(0)
    circuit.cx(1, 2)
    circuit.cz(0, 2)
    return circuit

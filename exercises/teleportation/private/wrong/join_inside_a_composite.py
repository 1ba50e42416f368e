# fails: no_shortcut, whole_protocol
from qiskit import QuantumCircuit


def teleport() -> QuantumCircuit:
    circuit = QuantumCircuit(3, 2)
    hop = QuantumCircuit(3, name="local_work")
    hop.swap(0, 2)
    circuit.append(hop.to_gate(), [0, 1, 2])
    return circuit

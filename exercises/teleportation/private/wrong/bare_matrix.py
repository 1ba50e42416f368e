# fails: no_shortcut, whole_protocol
from qiskit import QuantumCircuit
from qiskit.quantum_info import Operator


def teleport() -> QuantumCircuit:
    circuit = QuantumCircuit(3, 2)
    swapped = QuantumCircuit(3)
    swapped.swap(0, 2)
    circuit.unitary(Operator(swapped), [0, 1, 2])
    return circuit

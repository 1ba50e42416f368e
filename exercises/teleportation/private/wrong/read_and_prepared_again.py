# fails: arrives, whole_protocol
from qiskit import QuantumCircuit


def teleport() -> QuantumCircuit:
    circuit = QuantumCircuit(3, 2)
    circuit.measure(0, 0)
    with circuit.if_test((circuit.clbits[0], 1)):
        circuit.x(2)
    return circuit

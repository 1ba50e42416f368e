from qiskit import QuantumCircuit


def teleport() -> QuantumCircuit:
    raise NotImplementedError("YOUR ANSWER HERE")

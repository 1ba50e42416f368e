from qiskit import QuantumCircuit


def interferometer(phase: float) -> QuantumCircuit:
    raise NotImplementedError("YOUR ANSWER HERE")


def watched_interferometer(phase: float) -> QuantumCircuit:
    raise NotImplementedError("YOUR ANSWER HERE")

from qiskit import QuantumCircuit


def oracle(marked: str) -> QuantumCircuit:
    raise NotImplementedError("YOUR ANSWER HERE")


def best_rounds(n: int) -> int:
    raise NotImplementedError("YOUR ANSWER HERE")


def search(marked: str) -> QuantumCircuit:
    raise NotImplementedError("YOUR ANSWER HERE")

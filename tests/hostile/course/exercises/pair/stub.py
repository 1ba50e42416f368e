from qiskit import QuantumCircuit


def pair() -> QuantumCircuit:
    raise NotImplementedError("YOUR ANSWER HERE")


def ghz(n: int) -> QuantumCircuit:
    raise NotImplementedError("YOUR ANSWER HERE")


def share(counts: dict[str, int]) -> float:
    raise NotImplementedError("YOUR ANSWER HERE")

from qiskit import QuantumCircuit


def encode() -> QuantumCircuit:
    raise NotImplementedError("YOUR ANSWER HERE")


def syndrome() -> QuantumCircuit:
    raise NotImplementedError("YOUR ANSWER HERE")


def correction(bit0: int, bit1: int) -> int | None:
    raise NotImplementedError("YOUR ANSWER HERE")


def logical_error_rate(p: float) -> float:
    raise NotImplementedError("YOUR ANSWER HERE")

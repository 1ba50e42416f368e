from qiskit import QuantumCircuit


def prepare(bit: int, basis: str) -> QuantumCircuit:
    raise NotImplementedError("YOUR ANSWER HERE")


def measure(basis: str) -> QuantumCircuit:
    raise NotImplementedError("YOUR ANSWER HERE")


def sift(bits: list[int], alice: str, bob: str) -> list[int]:
    raise NotImplementedError("YOUR ANSWER HERE")


def error_rate(a: list[int], b: list[int]) -> float:
    raise NotImplementedError("YOUR ANSWER HERE")


def expected_error_with_eavesdropper(fraction: float) -> float:
    raise NotImplementedError("YOUR ANSWER HERE")

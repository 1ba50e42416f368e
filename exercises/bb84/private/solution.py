from qiskit import QuantumCircuit


def prepare(bit: int, basis: str) -> QuantumCircuit:
    circuit = QuantumCircuit(1)
    if bit == 1:
        circuit.x(0)
    if basis == "X":
        circuit.h(0)
    return circuit


def measure(basis: str) -> QuantumCircuit:
    circuit = QuantumCircuit(1, 1)
    if basis == "X":
        circuit.h(0)
    circuit.measure(0, 0)
    return circuit


def sift(bits: list[int], alice: str, bob: str) -> list[int]:
    return [bit for bit, sent, read in zip(bits, alice, bob, strict=True) if sent == read]


def error_rate(a: list[int], b: list[int]) -> float:
    if len(a) != len(b):
        raise ValueError("the two lists differ in length")
    if not a:
        return 0.0
    return sum(first != second for first, second in zip(a, b, strict=True)) / len(a)


def expected_error_with_eavesdropper(fraction: float) -> float:
    return fraction / 4

# fails: rate, any_rate
from qiskit import QuantumCircuit


def encode() -> QuantumCircuit:
    circuit = QuantumCircuit(3)
    circuit.cx(0, 1)
    circuit.cx(0, 2)
    return circuit


def syndrome() -> QuantumCircuit:
    circuit = QuantumCircuit(5, 2)
    circuit.cx(0, 3)
    circuit.cx(1, 3)
    circuit.cx(1, 4)
    circuit.cx(2, 4)
    circuit.measure(3, 0)
    circuit.measure(4, 1)
    return circuit


def correction(bit0: int, bit1: int) -> int | None:
    return {(0, 0): None, (1, 0): 0, (1, 1): 1, (0, 1): 2}[bit0, bit1]


def logical_error_rate(p: float) -> float:
    return 3 * p**2 * (1 - p)

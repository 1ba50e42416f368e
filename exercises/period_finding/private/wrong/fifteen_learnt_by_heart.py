# fails: spread, larger, register_to_six
from math import pi

from qiskit import QuantumCircuit


def order_from_counts(counts: dict[str, int], a: int, n: int) -> int | None:
    if a in (11, 14) and "1000" in counts:
        return 2
    return 4 if {"0100", "1100"} & counts.keys() else None


def factors_from_order(a: int, order: int, n: int) -> tuple[int, int] | None:
    return None if a in (14, 4) else (3, 5)


def counting_register(t: int) -> QuantumCircuit:
    circuit = QuantumCircuit(t)
    if t == 2:
        circuit.swap(0, 1)
        circuit.h(0)
        circuit.cp(-pi / 2, 0, 1)
    circuit.h(t - 1)
    return circuit

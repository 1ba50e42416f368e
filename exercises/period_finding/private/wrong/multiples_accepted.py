# fails: spread
from math import gcd, pi

from qiskit import QuantumCircuit


def order_from_counts(counts: dict[str, int], a: int, n: int) -> int | None:
    for bits, count in counts.items():
        if count > 0:
            for candidate in convergent_denominators(int(bits, 2), 2 ** len(bits)):
                if pow(a, candidate, n) == 1:
                    return candidate
    return None


def convergent_denominators(value: int, size: int) -> list[int]:
    # Euclid: each quotient makes the next denominator from the two before it.
    before, last, found = 1, 0, []
    while size:
        quotient, rest = divmod(value, size)
        before, last = last, quotient * last + before
        found.append(last)
        value, size = size, rest
    return found


def factors_from_order(a: int, order: int, n: int) -> tuple[int, int] | None:
    half, odd = divmod(order, 2)
    root = pow(a, half, n)
    if odd or root == n - 1:
        return None
    below = gcd(root - 1, n)
    return min(below, n // below), max(below, n // below)


def counting_register(t: int) -> QuantumCircuit:
    circuit = QuantumCircuit(t)
    for low in range(t // 2):
        circuit.swap(low, t - 1 - low)
    for target in range(t):
        for control in range(target):
            circuit.cp(-pi / 2 ** (target - control), control, target)
        circuit.h(target)
    return circuit

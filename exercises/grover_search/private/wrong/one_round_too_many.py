# fails: rounds, search, every_size, every_search
from math import asin, pi

from qiskit import QuantumCircuit
from qiskit.circuit.library import ZGate


def oracle(marked: str) -> QuantumCircuit:
    n = len(marked)
    circuit = QuantumCircuit(n)
    zeros = [qubit for qubit in range(n) if marked[n - 1 - qubit] == "0"]
    for qubit in zeros:
        circuit.x(qubit)
    circuit.append(ZGate().control(n - 1), range(n))
    for qubit in zeros:
        circuit.x(qubit)
    return circuit


def best_rounds(n: int) -> int:
    return round(pi / (4 * asin(2 ** (-n / 2))) + 0.5)


def search(marked: str) -> QuantumCircuit:
    n = len(marked)
    circuit = QuantumCircuit(n, n)
    circuit.h(range(n))
    for _ in range(best_rounds(n)):
        circuit.compose(oracle(marked), inplace=True)
        circuit.h(range(n))
        circuit.compose(oracle("0" * n), inplace=True)
        circuit.h(range(n))
    circuit.measure(range(n), range(n))
    return circuit

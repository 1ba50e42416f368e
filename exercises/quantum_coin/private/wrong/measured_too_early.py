# fails: fair, two_arrows
import numpy as np
from qiskit import QuantumCircuit


def fair_coin() -> QuantumCircuit:
    circuit = QuantumCircuit(1, 1)
    circuit.measure(0, 0)
    circuit.h(0)
    return circuit


def biased_coin(p_one: float) -> QuantumCircuit:
    if not 0 <= p_one <= 1:
        raise ValueError("no chance")
    circuit = QuantumCircuit(1, 1)
    circuit.ry(2 * np.arcsin(np.sqrt(p_one)), 0)
    circuit.measure(0, 0)
    return circuit

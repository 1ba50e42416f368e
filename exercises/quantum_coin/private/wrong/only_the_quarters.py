# fails: any_chance
import numpy as np
from qiskit import QuantumCircuit


def fair_coin() -> QuantumCircuit:
    circuit = QuantumCircuit(1, 1)
    circuit.h(0)
    circuit.measure(0, 0)
    return circuit


def biased_coin(p_one: float) -> QuantumCircuit:
    if not 0 <= p_one <= 1:
        raise ValueError("no chance")
    circuit = QuantumCircuit(1, 1)
    degrees = np.interp(p_one, [0, 0.25, 0.5, 0.75, 1], [0, 60, 90, 120, 180])
    circuit.ry(np.radians(degrees), 0)
    circuit.measure(0, 0)
    return circuit

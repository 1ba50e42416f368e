# fails: every_phase
from qiskit import QuantumCircuit


def interferometer(phase: float) -> QuantumCircuit:
    if phase < 0:
        raise ValueError("negative phase")
    circuit = QuantumCircuit(1, 1)
    circuit.h(0)
    circuit.p(phase, 0)
    circuit.h(0)
    circuit.measure(0, 0)
    return circuit


def watched_interferometer(phase: float) -> QuantumCircuit:
    circuit = QuantumCircuit(1, 2)
    circuit.h(0)
    circuit.p(phase, 0)
    circuit.measure(0, 0)
    circuit.h(0)
    circuit.measure(0, 1)
    return circuit

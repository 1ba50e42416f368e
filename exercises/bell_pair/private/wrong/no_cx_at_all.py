# fails: state, ghz, ghz_to_ten
from qiskit import QuantumCircuit


def bell_pair() -> QuantumCircuit:
    circuit = QuantumCircuit(2)
    circuit.h(0)
    return circuit


def ghz(n: int) -> QuantumCircuit:
    if n < 2:
        raise ValueError("too few qubits")
    circuit = QuantumCircuit(n)
    circuit.h(0)
    return circuit

# fails: state, ghz, ghz_to_ten
from qiskit import QuantumCircuit


def bell_pair() -> QuantumCircuit:
    circuit = QuantumCircuit(2, 1)
    circuit.h(0)
    circuit.measure(0, 0)
    with circuit.if_test((circuit.clbits[0], 1)):
        circuit.x(1)
    return circuit


def ghz(n: int) -> QuantumCircuit:
    if n < 2:
        raise ValueError("too few qubits")
    circuit = QuantumCircuit(n, 1)
    circuit.h(0)
    circuit.measure(0, 0)
    with circuit.if_test((circuit.clbits[0], 1)):
        circuit.x(range(1, n))
    return circuit

# fails: noisy, many_shots
from qiskit import QuantumCircuit
from qiskit_aer import AerSimulator
from qiskit_aer.noise import NoiseModel, depolarizing_error


def noisy_counts(p: float, shots: int, seed: int) -> dict[str, int]:
    circuit = QuantumCircuit(2, 2)
    circuit.h(0)
    circuit.cx(0, 1)
    circuit.measure([0, 1], [0, 1])
    model = NoiseModel()
    model.add_all_qubit_quantum_error(depolarizing_error(p / 100, 2), ["cx"])
    simulator = AerSimulator(noise_model=model, seed_simulator=seed)
    return simulator.run(circuit, shots=shots).result().get_counts()


def error_share(counts: dict[str, int]) -> float:
    total = sum(counts.values())
    if not total:
        raise ValueError("no counts")
    return (counts.get("01", 0) + counts.get("10", 0)) / total


def noise_from_share(share: float) -> float:
    return min(1.0, 2 * share)

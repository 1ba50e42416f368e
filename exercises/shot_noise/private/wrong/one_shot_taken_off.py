# fails: estimate, rare_counts
import math

from qiskit import QuantumCircuit
from qiskit_aer import AerSimulator


def run(circuit: QuantumCircuit, shots: int, seed: int) -> dict[str, int]:
    simulator = AerSimulator(seed_simulator=seed)
    return dict(simulator.run(circuit, shots=shots).result().get_counts())


def estimate(counts: dict[str, int]) -> tuple[float, float]:
    total = sum(counts.values())
    if total == 0:
        raise ValueError("nothing was counted")
    share = counts.get("1", 0) / total
    return share, math.sqrt(share * (1 - share) / max(1, total - 1))


def shots_needed(margin: float) -> int:
    return math.ceil((1.96 / (2 * margin)) ** 2)

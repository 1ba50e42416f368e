# fails: registers
import math

from qiskit import QuantumCircuit
from qiskit.primitives import StatevectorSampler


def run(circuit: QuantumCircuit, shots: int, seed: int) -> dict[str, int]:
    result = StatevectorSampler(seed=seed).run([circuit], shots=shots).result()[0]
    return next(iter(result.data.values())).get_counts()


def estimate(counts: dict[str, int]) -> tuple[float, float]:
    total = sum(counts.values())
    if total == 0:
        raise ValueError("nothing was counted")
    share = counts.get("1", 0) / total
    return share, math.sqrt(share * (1 - share) / total)


def shots_needed(margin: float) -> int:
    return math.ceil((1.96 / (2 * margin)) ** 2)

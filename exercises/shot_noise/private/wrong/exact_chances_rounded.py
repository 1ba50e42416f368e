# fails: seed, registers
import math

from qiskit import QuantumCircuit
from qiskit.quantum_info import Statevector


def run(circuit: QuantumCircuit, shots: int, seed: int) -> dict[str, int]:
    chances = Statevector(circuit.remove_final_measurements(inplace=False)).probabilities_dict()
    counts = {bits: int(chance * shots) for bits, chance in chances.items()}
    likeliest = max(chances, key=chances.get)
    counts[likeliest] += shots - sum(counts.values())
    return counts


def estimate(counts: dict[str, int]) -> tuple[float, float]:
    total = sum(counts.values())
    if total == 0:
        raise ValueError("nothing was counted")
    share = counts.get("1", 0) / total
    return share, math.sqrt(share * (1 - share) / total)


def shots_needed(margin: float) -> int:
    return math.ceil((1.96 / (2 * margin)) ** 2)

from qiskit import QuantumCircuit


def run(circuit: QuantumCircuit, shots: int, seed: int) -> dict[str, int]:
    raise NotImplementedError("YOUR ANSWER HERE")


def estimate(counts: dict[str, int]) -> tuple[float, float]:
    raise NotImplementedError("YOUR ANSWER HERE")


def shots_needed(margin: float) -> int:
    raise NotImplementedError("YOUR ANSWER HERE")

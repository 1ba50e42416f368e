# ruff: noqa: F401 (the answer uses what is imported here)
from qiskit import QuantumCircuit
from qiskit_aer import AerSimulator
from qiskit_aer.noise import NoiseModel, depolarizing_error


def noisy_counts(p: float, shots: int, seed: int) -> dict[str, int]:
    raise NotImplementedError("YOUR ANSWER HERE")


def error_share(counts: dict[str, int]) -> float:
    raise NotImplementedError("YOUR ANSWER HERE")


def noise_from_share(share: float) -> float:
    raise NotImplementedError("YOUR ANSWER HERE")

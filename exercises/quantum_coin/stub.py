# ruff: noqa: F401 (the answer uses what is imported here)
import numpy as np
from qiskit import QuantumCircuit


def fair_coin() -> QuantumCircuit:
    raise NotImplementedError("YOUR ANSWER HERE")


def biased_coin(p_one: float) -> QuantumCircuit:
    raise NotImplementedError("YOUR ANSWER HERE")

"""Applying one gate to a state, exactly."""

from __future__ import annotations

import numpy as np
from qiskit.circuit import CircuitInstruction, ControlledGate, Operation

from ..errors import Text
from .plain import fill, say
from .usable import Unusable

WIDEST_MATRIX = 6
"""Gates on more qubits are taken by their definition rather than as a matrix."""

_UNITARY = say("gates that keep the chances’ total at 1", "des portes qui gardent à 1 la somme des probabilités")
_NOT_UNITARY = say(
    "`{name}`, whose matrix does not", "`{name}`, dont la matrice ne le fait pas"
)
_COMPUTABLE: Text = say(
    "operations whose effect is known: gates, measurement, reset, if and switch",
    "des opérations dont l’effet est connu\u00a0: portes, mesure, remise à zéro, if et switch",
)
_UNKNOWN = say("`{name}`", "`{name}`")


def unknown(name: str) -> Unusable:
    """The refusal of an operation that can't be computed."""
    return Unusable(_COMPUTABLE, fill(_UNKNOWN, name=name))


def apply(matrix: np.ndarray, state: np.ndarray, qubits: list[int]) -> np.ndarray:
    """``matrix`` (first of ``qubits`` least significant) applied to ``state``.

    ``state`` has one axis of length 2 for each qubit, the highest qubit first, then one axis of columns.
    """
    width, count = state.ndim - 1, len(qubits)
    if count == 1:
        above = 2 ** (width - 1 - qubits[0])
        split = state.reshape(above, 2, -1)
        return np.matmul(matrix, split).reshape(state.shape)
    axes = [width - 1 - qubit for qubit in reversed(qubits)]
    moved = np.tensordot(matrix.reshape((2,) * (2 * count)), state, axes=(range(count, 2 * count), axes))
    return np.moveaxis(moved, range(count), axes)


def apply_instruction(instruction: CircuitInstruction, state: np.ndarray, qubits: list[int]) -> np.ndarray | None:
    """The state after a gate whose matrix is known; None if its definition has to be walked instead.

    A matrix is taken only from Qiskit's own gate classes: a gate that was named ``h`` by hand has no matrix of
    its own and counts by its definition. Raises ``Unusable`` for a matrix that is not unitary.
    """
    if instruction.is_standard_gate():
        return apply(instruction.matrix, state, qubits)
    operation = instruction.operation
    if not type(operation).__module__.startswith("qiskit."):
        return None
    if _plainly_controlled(operation):
        return _apply_controlled(operation, state, qubits)
    matrix = _matrix(operation)
    return None if matrix is None else apply(matrix, state, qubits)


def _matrix(operation: Operation) -> np.ndarray | None:
    widest = 10 if operation.name == "unitary" else WIDEST_MATRIX
    if operation.num_clbits or operation.num_qubits > widest:
        return None
    only_a_matrix = not hasattr(operation, "definition") and hasattr(operation, "to_matrix")
    if not (hasattr(operation, "__array__") or only_a_matrix):
        return None
    matrix = np.asarray(operation.to_matrix(), complex)
    size = 2**operation.num_qubits
    if matrix.shape != (size, size) or not np.abs(matrix.conj().T @ matrix - np.eye(size)).max() <= 1e-7:
        raise Unusable(_UNITARY, fill(_NOT_UNITARY, name=operation.name))
    return matrix


def _plainly_controlled(operation: Operation) -> bool:
    """Whether it is one of the library's controlled gates with nothing but controls and a standard target."""
    return (
        isinstance(operation, ControlledGate)
        and type(operation) is not ControlledGate
        and getattr(operation.base_gate, "_standard_gate", None) is not None
        and operation.num_qubits == operation.num_ctrl_qubits + operation.base_gate.num_qubits
    )


def _apply_controlled(operation: ControlledGate, state: np.ndarray, qubits: list[int]) -> np.ndarray:
    """The base gate applied where all controls hold; exact, and cheap for any number of controls."""
    controls, targets = qubits[: operation.num_ctrl_qubits], qubits[operation.num_ctrl_qubits :]
    width = state.ndim - 1
    where: list[int | slice] = [slice(None)] * state.ndim
    for place, qubit in enumerate(controls):
        where[width - 1 - qubit] = operation.ctrl_state >> place & 1
    # the sub-state has no axis for the controls, so the targets' places move down past them
    lowered = [qubit - sum(control < qubit for control in controls) for qubit in targets]
    result = state.copy()
    result[tuple(where)] = apply(operation.base_gate.to_matrix(), np.ascontiguousarray(state[tuple(where)]), lowered)
    return result

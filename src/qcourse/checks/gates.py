"""Applying one gate to a state, exactly."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from qiskit.circuit import CircuitInstruction, ControlledGate, Operation

from ..errors import Text
from .plain import fill, say
from .usable import Unusable

WIDEST_MATRIX = 6
"""Gates on more qubits are taken by their definition rather than as a matrix."""
_WIDEST_BY_ENTRY = 3
"""Up to here a matrix is applied entry by entry, which skips the zeros; beyond, as one contraction."""

_UNITARY = say(
    "gates that keep the chances’ total at 1", "des portes qui gardent à 1 la somme des probabilités"
)
_NOT_UNITARY = say("`{name}`, whose matrix does not", "`{name}`, dont la matrice ne le fait pas")
_COMPUTABLE: Text = say(
    "operations whose effect is known: gates, measurement, reset, if and switch",
    "des opérations dont l’effet est connu\u00a0: portes, mesure, remise à zéro, if et switch",
)
_UNKNOWN = say("`{name}`", "`{name}`")


def unknown(name: str) -> Unusable:
    """The refusal of an operation that can't be computed."""
    return Unusable(_COMPUTABLE, fill(_UNKNOWN, name=name))


def apply(
    matrix: np.ndarray, state: np.ndarray, qubits: list[int], controls: Mapping[int, int] | None = None
) -> np.ndarray:
    """``matrix`` (first of ``qubits`` least significant) applied to ``state`` where the ``controls`` have their values.

    ``state`` has one axis of length 2 for each qubit, the highest qubit first, then one axis of columns. The axes of
    untouched qubits are merged for the work: NumPy is slow on many short axes.
    """
    controls = controls or {}
    touched = sorted([*qubits, *controls], reverse=True)
    shape, above = [], state.ndim - 1
    for qubit in touched:
        shape += [2 ** (above - 1 - qubit), 2]
        above = qubit
    old = np.ascontiguousarray(state).reshape([*shape, -1])
    axis = {qubit: 2 * place + 1 for place, qubit in enumerate(touched)}
    if len(qubits) > _WIDEST_BY_ENTRY and not controls:
        return _contracted(matrix, old, [axis[qubit] for qubit in reversed(qubits)]).reshape(state.shape)
    where: list[int | slice] = [slice(None)] * old.ndim
    for qubit, value in controls.items():
        where[axis[qubit]] = value
    places = []
    for index in range(len(matrix)):
        for place, qubit in enumerate(qubits):
            where[axis[qubit]] = index >> place & 1
        places.append(tuple(where))
    new = old.copy() if controls else np.empty_like(old)
    for row, here in zip(matrix, places, strict=True):
        entries = np.flatnonzero(row)
        total = row[entries[0]] * old[places[entries[0]]]
        for entry in entries[1:]:
            total += row[entry] * old[places[entry]]
        new[here] = total
    return new.reshape(state.shape)


def _contracted(matrix: np.ndarray, old: np.ndarray, axes: list[int]) -> np.ndarray:
    count = len(axes)
    moved = np.tensordot(matrix.reshape((2,) * (2 * count)), old, axes=(range(count, 2 * count), axes))
    return np.ascontiguousarray(np.moveaxis(moved, range(count), axes))


def apply_instruction(
    instruction: CircuitInstruction, state: np.ndarray, qubits: list[int]
) -> np.ndarray | None:
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
    held = qubits[: operation.num_ctrl_qubits]
    controls = {qubit: operation.ctrl_state >> place & 1 for place, qubit in enumerate(held)}
    return apply(operation.base_gate.to_matrix(), state, qubits[operation.num_ctrl_qubits :], controls)

"""Comparing what a circuit does to every input at once: unitaries and isometries, up to global phase."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from qiskit import QuantumCircuit

from ..errors import Text
from .branches import branches_from_inputs
from .diagnosis import REVERSED, explain
from .finding import PASSED, Finding
from .plain import bit_string, contrast_amplitudes, fill, say
from .resources import has_no_measurement, has_shape, refuse_measurement
from .sizes import small_circuit
from .states import vector_of
from .usable import Unusable, comparator

UNITARY_TOLERANCE = 1e-9
"""Largest 1 − |tr U†V|/d of operations that count as equal."""
MAX_TABLE_QUBITS = 12
"""Widest circuit whose effect on all inputs is computed at once, helpers included."""

_FROM = say("from {bits}: {state}", "à partir de {bits}\u00a0: {state}")
_RELATIVE = say(
    "every input by itself comes out right; between inputs the arrows’ directions differ",
    "chaque entrée prise seule donne le bon résultat; d’une entrée à l’autre, la direction des flèches diffère",
)
_RELATIVE_EXPECTED = say(
    "the same relative directions for all inputs", "les mêmes directions relatives pour toutes les entrées"
)
_INVERSE = say("It is the inverse of what is asked.", "C’est l’inverse de ce qui est demandé.")
_NO_SWAPS = say(
    "The qubits come out in reverse order: swaps are missing, or there are too many.",
    "Les qubits sortent dans l’ordre inverse\u00a0: il manque des échanges (swap), ou il y en a de trop.",
)
_CLEAN = say("helper qubits back at 0", "des qubits auxiliaires revenus à 0")
_DIRTY = say(
    "from {bits}: helper qubits left in another state, chance {chance}",
    "à partir de {bits}\u00a0: qubits auxiliaires laissés dans un autre état, probabilité {chance}",
)
_ONE_WAY = say("a circuit that keeps every superposition", "un circuit qui conserve toute superposition")
_LOSES = say("a reset that loses part of the input", "une remise à zéro qui perd une partie de l’entrée")


def operator(circuit: Any, inputs: Sequence[int] | None = None) -> np.ndarray:
    """The circuit as a matrix, shape (2**n, 2**len(inputs)), the qubits outside ``inputs`` starting in |0⟩.

    Without ``inputs`` all qubits are inputs. Raises ``Unusable`` if it measures, or resets a qubit that matters.
    """
    circuit = small_circuit(circuit, MAX_TABLE_QUBITS)
    refuse_measurement(circuit)
    ways = branches_from_inputs(circuit, range(circuit.num_qubits) if inputs is None else inputs)
    if len(ways) != 1:
        raise Unusable(_ONE_WAY, _LOSES)
    return ways[0].state


def overlap(first: np.ndarray, second: np.ndarray) -> float:
    """|tr A†B|/d for two matrices of one shape with d columns: 1 if equal up to global phase.

    It is the square root of the process fidelity, √F_pro [Nielsen2002].
    """
    return float(abs(np.vdot(first, second))) / first.shape[1]


@comparator
def is_unitary(circuit: Any, target: Any, helpers: bool = False) -> Finding:
    """Whether a circuit does what ``target`` does to every input, superpositions included: 1 − |tr U†V|/d ≤ 1e-9.

    ``target``: a unitary matrix, shape (2**n, 2**n), qubit 0 least significant, or a circuit without measurement. With
    ``helpers`` the circuit may have more qubits than that, the first n being the target's: helpers start in |0⟩ and
    have to come back to |0⟩ for every input. Up to one global phase. Does not look at the gates used, nor at helpers
    that start in another state.
    """
    matrix = operator(target) if isinstance(target, QuantumCircuit) else np.asarray(target, complex)
    return _compared(circuit, matrix, list(range(_width(matrix.shape[1]))), helpers)


@comparator
def is_isometry(
    circuit: Any, columns: Sequence[Any], inputs: Sequence[int], helpers: bool = False
) -> Finding:
    """Whether inputs on some qubits come out as given states, superpositions included: 1 − |tr U†V|/d ≤ 1e-9.

    ``columns``: the state for each basis input of the qubits ``inputs`` (``inputs[0]`` least significant), each as in
    ``vector_of``; the other qubits start in |0⟩. Up to one global phase for all inputs together. ``helpers``: as in
    ``is_unitary``. Says nothing of what happens when the other qubits start otherwise.
    """
    return _compared(
        circuit, np.column_stack([vector_of(column) for column in columns]), list(inputs), helpers
    )


@comparator
def flips_sign_of(circuit: Any, marked: str, helpers: bool = True) -> Finding:
    """Whether the sign of the basis state ``marked`` alone is flipped, for every input: 1 − |tr U†V|/d ≤ 1e-9.

    ``marked``: bits, qubit 0 on the right. Helpers after the first len(marked) qubits start and end in |0⟩. Up to global
    phase: flipping all signs but one is the same thing.
    """
    return _compared(circuit, _sign_flip(marked), list(range(len(marked))), helpers)


def _sign_flip(marked: str) -> np.ndarray:
    signs = np.ones(2 ** len(marked), complex)
    signs[int(marked, 2)] = -1
    return np.diag(signs)


def _width(size: int) -> int:
    return size.bit_length() - 1


def _compared(circuit: Any, expected: np.ndarray, inputs: list[int], helpers: bool) -> Finding:
    circuit = small_circuit(circuit, MAX_TABLE_QUBITS)
    width = _width(expected.shape[0])
    shape = has_shape(circuit, width, more_qubits=helpers)
    if not shape.passed:
        return shape
    unmeasured = has_no_measurement(circuit)
    if not unmeasured.passed:
        return Finding(
            False,
            unmeasured.expected,
            unmeasured.seen,
            explain(circuit, lambda other: _does(other, expected, inputs)),
        )
    seen = operator(circuit, inputs)
    wanted = _padded(expected, seen.shape[0])
    if abs(1 - overlap(wanted, seen)) <= UNITARY_TOLERANCE:
        return PASSED
    return _difference(circuit, wanted, seen, inputs, width)


def _padded(expected: np.ndarray, rows: int) -> np.ndarray:
    """The same with helper qubits that end in |0⟩: rows of zeros below."""
    return np.vstack([expected, np.zeros((rows - expected.shape[0], expected.shape[1]), complex)])


def _difference(
    circuit: QuantumCircuit, wanted: np.ndarray, seen: np.ndarray, inputs: list[int], width: int
) -> Finding:
    """The basis input where the two differ most; if there is none, the relative phases differ."""
    cause = _cause(circuit, wanted, seen, inputs, width)
    agreement = np.abs(np.sum(wanted.conj() * seen, axis=0)) ** 2
    column = int(np.argmin(agreement.round(9)))
    bits = bit_string(column, len(inputs))
    if abs(1 - agreement[column]) <= 1e-9:
        return Finding(False, _RELATIVE_EXPECTED, _RELATIVE, cause)
    dirt = float(np.sum(np.abs(seen[2**width :, column]) ** 2))
    if dirt > 1e-9:
        chance = {
            language: f"{dirt:.3g}".replace(".", separator)
            for language, separator in (("en", "."), ("fr", ","))
        }
        return Finding(False, _CLEAN, fill(_DIRTY, bits=bits, chance=chance), cause)
    right, came = contrast_amplitudes(wanted[: 2**width, column], seen[: 2**width, column])
    return Finding(False, fill(_FROM, bits=bits, state=right), fill(_FROM, bits=bits, state=came), cause)


def _does(circuit: QuantumCircuit, expected: np.ndarray, inputs: list[int]) -> bool:
    if circuit.num_qubits < _width(expected.shape[0]):
        return False
    seen = operator(circuit, inputs)
    return abs(1 - overlap(_padded(expected, seen.shape[0]), seen)) <= UNITARY_TOLERANCE


def _cause(
    circuit: QuantumCircuit, wanted: np.ndarray, seen: np.ndarray, inputs: list[int], width: int
) -> Text | None:
    if wanted.shape[0] == wanted.shape[1]:
        if abs(1 - overlap(wanted, seen.conj().T)) <= UNITARY_TOLERANCE:
            return _INVERSE
        order = [int(bit_string(index, width)[::-1] or "0", 2) for index in range(2**width)]
        if abs(1 - overlap(wanted, seen[np.ix_(order, order)])) <= UNITARY_TOLERANCE:
            return REVERSED
        if max(overlap(wanted, seen[order]), overlap(wanted, seen[:, order])) >= 1 - UNITARY_TOLERANCE:
            return _NO_SWAPS
    return explain(circuit, lambda other: _does(other, wanted[: 2**width], inputs))


def inverse_fourier(qubits: int) -> np.ndarray:
    """The inverse quantum Fourier transform, entry (j, k) = exp(−2πi·jk/2^t)/√2^t [NielsenChuang2010, §5.1].

    Qubit 0 is least significant, as in the rest of the course.
    """
    size = 2**qubits
    places = np.arange(size)
    return np.exp(-2j * np.pi * np.outer(places, places) / size) / np.sqrt(size)

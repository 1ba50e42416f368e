"""Comparing states: up to global phase, in plain notation, with the usual mistake named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from qiskit import QuantumCircuit
from qiskit.quantum_info import Statevector

from ..errors import Text
from .branches import before_measurement, branches
from .diagnosis import REVERSED, SIGN, explain
from .finding import PASSED, Finding
from .plain import contrast_amplitudes, contrast_chances, decimals, fill, say
from .resources import has_no_measurement, has_shape, refuse_measurement
from .usable import Unusable, comparator, wrong_type

STATE_TOLERANCE = 1e-9
"""Largest 1 − fidelity of states that count as equal; rounding alone stays below 1e-13."""
CHANCE_TOLERANCE = 1e-6
"""Largest difference of chances that count as equal."""

_CIRCUIT_OR_STATE = say("a circuit or a state", "un circuit ou un état")
_ONE_STATE = say("one state", "un seul état")
_MIXTURE = say("a mixture of {count} states", "un mélange de {count} états")
_NORMALISED = say("a state whose chances add up to 1", "un état dont la somme des probabilités est 1")
_TOTAL = say("a total of {total}", "une somme de {total}")
_SIZE = say("{count} arrows", "{count} flèches")
_ENTANGLED = say("qubit {qubit} entangled with the others", "le qubit {qubit} intriqué avec les autres")
_SEPARATE = say(
    "qubit {qubit} not entangled with the others", "le qubit {qubit} non intriqué avec les autres"
)
_PURE = say(
    "just before the measurement: one state, with the chances {chances}",
    "juste avant la mesure\u00a0: un seul état, avec les probabilités {chances}",
)
_MIXED_BEFORE = say(
    "just before the measurement: a mixture, as if the result were drawn beforehand",
    "juste avant la mesure\u00a0: un mélange, comme si le résultat était tiré d’avance",
)


def vector_of(target: Any) -> np.ndarray:
    """A target as a normalised vector, qubit 0 least significant: amplitudes by bit string, a vector or a circuit.

    In ``{"00": 1, "11": 1}`` the amplitudes are normalised; outcomes left out are 0, and all strings have one length.
    """
    if isinstance(target, QuantumCircuit):
        return _only_state(target)
    if isinstance(target, Mapping):
        width = len(next(iter(target)))
        vector = np.zeros(2**width, complex)
        for bits, amplitude in target.items():
            vector[int(bits, 2) if bits else 0] = amplitude
    else:
        vector = np.asarray(target, complex).reshape(-1)
    return vector / np.linalg.norm(vector)


def fidelity(first: np.ndarray, second: np.ndarray) -> float:
    """|⟨first|second⟩|² of two normalised vectors, 1 for the same state up to global phase [NielsenChuang2010, §9.2.2]."""
    return float(abs(np.vdot(first, second)) ** 2)


@comparator
def is_state(answer: Any, target: Any) -> Finding:
    """Whether a circuit makes ``target`` from |0…0⟩, or a state is ``target``: 1 − F ≤ 1e-9.

    ``answer``: a circuit without measurement, or a vector of 2**n amplitudes whose squares add up to 1. ``target``: as in
    ``vector_of``. Tested on the input |0…0⟩ only and up to global phase; says nothing about other inputs, the gates
    used or helpers beyond the target's qubits (a wider circuit does not pass).
    """
    expected = vector_of(target)
    width = expected.size.bit_length() - 1
    if isinstance(answer, QuantumCircuit):
        shape = has_shape(answer, width)
        if not shape.passed:
            return shape
        unmeasured = has_no_measurement(answer)
        if not unmeasured.passed:
            cause = explain(answer, lambda circuit: _makes(circuit, expected))
            return Finding(False, unmeasured.expected, unmeasured.seen, cause)
        seen = _only_state(answer)
    else:
        seen = _given_vector(answer, expected.size)
    if abs(1 - fidelity(expected, seen)) <= STATE_TOLERANCE:
        return PASSED
    return Finding(False, *contrast_amplitudes(expected, seen), _cause(answer, expected, seen))


@comparator
def is_entangled(answer: Any, qubit: int) -> Finding:
    """Whether ``qubit`` is entangled with the rest: the purity of its own state is below 1 − 1e-9.

    ``answer``: a circuit without measurement, from |0…0⟩, or a vector. Says nothing about how much or with which other
    qubit.
    """
    if _purity(answer, qubit) < 1 - STATE_TOLERANCE:
        return PASSED
    return Finding(False, fill(_ENTANGLED, qubit=qubit), fill(_SEPARATE, qubit=qubit))


@comparator
def is_separate(answer: Any, qubit: int) -> Finding:
    """Whether ``qubit`` shares no entanglement with the rest: the purity of its own state is 1 within 1e-9."""
    if abs(1 - _purity(answer, qubit)) <= STATE_TOLERANCE:
        return PASSED
    return Finding(False, fill(_SEPARATE, qubit=qubit), fill(_ENTANGLED, qubit=qubit))


@comparator
def is_pure_before_measurement(circuit: Any, chances: Mapping[str, float]) -> Finding:
    """Whether the first measured qubit is, just before, in one state (not a mixture) with these chances of 0 and 1.

    ``chances``: ``{"0": …, "1": …}``. Pure means a purity of 1 within 1e-9 for that qubit by itself; chances agree
    within 1e-6. The arrows' directions and whatever follows the first measurement are not looked at; a circuit without
    measurement does not pass.
    """
    qubit, states = before_measurement(circuit)
    mixed = np.sum([_own_state(state, qubit) for state in states], axis=0)
    seen = {"0": float(mixed[0, 0].real), "1": float(mixed[1, 1].real)}
    wanted = {key: float(chances.get(key, 0)) for key in "01"}
    expected_text, seen_text = contrast_chances(wanted, seen)
    if not abs(1 - float(np.vdot(mixed, mixed).real)) <= STATE_TOLERANCE:
        return Finding(False, fill(_PURE, chances=expected_text), _MIXED_BEFORE)
    if all(abs(wanted[key] - seen[key]) <= CHANCE_TOLERANCE for key in wanted):
        return PASSED
    return Finding(False, fill(_PURE, chances=expected_text), fill(_PURE, chances=seen_text))


def _own_state(state: np.ndarray, qubit: int) -> np.ndarray:
    """The 2 × 2 density matrix of one qubit of a (sub-normalised) state."""
    split = np.moveaxis(state.reshape(-1, 2, 2**qubit), 1, 0).reshape(2, -1)
    return split @ split.conj().T


def _purity(answer: Any, qubit: int) -> float:
    state = _only_state(answer) if isinstance(answer, QuantumCircuit) else _given_vector(answer, None)
    if state.size < 2 ** (qubit + 1):
        raise Unusable(say(f"a qubit {qubit}", f"un qubit {qubit}"), fill(_SIZE, count=state.size))
    own = _own_state(state, qubit)
    return float(np.vdot(own, own).real)


def _only_state(circuit: QuantumCircuit) -> np.ndarray:
    """The circuit's one final state; a mixture (after a reset of an entangled qubit) is refused."""
    refuse_measurement(circuit)
    ways = branches(circuit)
    first = ways[0].state / np.sqrt(ways[0].probability)
    for way in ways[1:]:
        if not abs(1 - fidelity(first, way.state / np.sqrt(way.probability))) <= STATE_TOLERANCE:
            raise Unusable(_ONE_STATE, fill(_MIXTURE, count=len(ways)))
    return first


def _given_vector(value: Any, size: int | None) -> np.ndarray:
    if isinstance(value, Statevector):
        value = value.data
    if not isinstance(value, np.ndarray | list | tuple):
        raise wrong_type(_CIRCUIT_OR_STATE, value)
    try:
        vector = np.asarray(value, complex).reshape(-1)
    except (TypeError, ValueError):
        raise wrong_type(_CIRCUIT_OR_STATE, value) from None
    if size is None:
        size = 1 << max(vector.size - 1, 0).bit_length()
    if vector.size != size:
        raise Unusable(fill(_SIZE, count=size), fill(_SIZE, count=vector.size))
    total = float(np.vdot(vector, vector).real)
    if not abs(total - 1) <= STATE_TOLERANCE:
        raise Unusable(_NORMALISED, fill(_TOTAL, total=decimals(total) if np.isfinite(total) else "NaN"))
    return vector


def _makes(circuit: QuantumCircuit, expected: np.ndarray) -> bool:
    return circuit.num_qubits == expected.size.bit_length() - 1 and _is_close(expected, _only_state(circuit))


def _is_close(expected: np.ndarray, seen: np.ndarray) -> bool:
    return abs(1 - fidelity(expected, seen)) <= STATE_TOLERANCE


def _cause(answer: Any, expected: np.ndarray, seen: np.ndarray) -> Text | None:
    """The mistake that the state itself shows, else the one whose repair in the circuit works."""
    width = expected.size.bit_length() - 1
    backwards = seen.reshape((2,) * width).transpose().reshape(-1) if width else seen
    if _is_close(expected, backwards):
        return REVERSED
    if np.abs(np.abs(expected) - np.abs(seen)).max() <= 1e-9:
        return SIGN
    if isinstance(answer, QuantumCircuit):
        return explain(answer, lambda circuit: _makes(circuit, expected))
    return None

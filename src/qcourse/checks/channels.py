"""What a circuit with measurements does to every input: by its Choi state, exactly, branch by branch."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import numpy as np
from qiskit import QuantumCircuit

from ..errors import Text
from .branches import Branch, branches_from_inputs
from .finding import PASSED, Finding
from .plain import bit_string, contrast_amplitudes, decimals, fill, say
from .resources import has_shape
from .sizes import own_qubits, small_circuit
from .states import STATE_TOLERANCE
from .usable import comparator

CHOI_TOLERANCE = 1e-9
"""Largest trace distance of Choi states (normalised to trace 1) that count as equal."""
MAX_CHANNEL_QUBITS = 10

_INPUTS: dict[str, tuple[complex, complex]] = {
    "0: 1": (1, 0),
    "1: 1": (0, 1),
    "0: 0.6, 1: 0.8": (0.6, 0.8),
    "0: 0.6, 1: 0.8i": (0.6, 0.8j),
}
_RESULT = say(
    "qubit {source} starting in ({input}), bits {bits}: qubit {target} in ({state})",
    "qubit {source} partant de ({input}), bits {bits}\u00a0: qubit {target} dans ({state})",
)
_LEFT = say(
    "qubit {source} starting in ({input}), bits {bits}: qubit {target} not in one state of its own",
    "qubit {source} partant de ({input}), bits {bits}\u00a0: qubit {target} pas dans un état qui lui soit propre",
)
_PAULIS = {
    "X": np.array([[0, 1], [1, 0]]),
    "Z": np.array([[1, 0], [0, -1]]),
    "XZ": np.array([[0, -1], [1, 0]]),
}
_CORRECTION = {
    "X": say(
        "For some results a correction of the bit (X) is missing or one too many.",
        "Pour certains résultats, il manque une correction du bit (X), ou il y en a une de trop.",
    ),
    "Z": say(
        "For some results a correction of the sign (Z) is missing or one too many.",
        "Pour certains résultats, il manque une correction du signe (Z), ou il y en a une de trop.",
    ),
    "XZ": say(
        "For some results the corrections of bit and sign are both wrong: are the two bits exchanged?",
        "Pour certains résultats, les corrections du bit et du signe sont fausses toutes les deux\u00a0: les deux bits sont-ils échangés?",
    ),
}
_SAME_CHANNEL = say("the same effect on every input", "le même effet sur toute entrée")
_DISTANCE = say(
    "a difference (trace distance) of {distance}", "une différence (distance trace) de {distance}"
)
_OUTCOME = say("from data {data}: bits {bits}", "à partir des données {data}\u00a0: bits {bits}")
_GENTLE = say(
    "with bits {bits}, a superposition of {first} and {second} left as it was",
    "avec les bits {bits}, une superposition de {first} et {second} laissée intacte",
)
_DISTURBED = say("the superposition is disturbed", "la superposition est perturbée")


def choi_state(circuit: Any, inputs: Sequence[int], outputs: Sequence[int]) -> np.ndarray:
    """The Choi state of the channel from ``inputs`` to ``outputs``: half of a maximally entangled state goes through.

    Complex, shape (d, d) with d = 2**(len(inputs)+len(outputs)), trace 1, index = output·2**len(inputs) + input; the
    first of each is least significant. Other qubits start in |0⟩ and are traced out, classical bits forgotten
    [Watrous2018, §2.2].
    """
    circuit = small_circuit(circuit, MAX_CHANNEL_QUBITS)
    own_qubits(circuit, outputs)
    size = 2 ** (len(inputs) + len(outputs))
    total = np.zeros((size, size), complex)
    for branch in branches_from_inputs(circuit, inputs):
        rows = _outputs_first(branch, circuit.num_qubits, outputs)
        flat = np.swapaxes(rows, 1, 2).reshape(size, -1)
        total += flat @ flat.conj().T
    return total / 2 ** len(inputs)


@comparator
def is_channel(
    circuit: Any, target: Any, inputs: Sequence[int] | None = None, outputs: Sequence[int] | None = None
) -> Finding:
    """Whether a circuit has, on every input, the effect of ``target``: trace distance of Choi states ≤ 1e-9.

    ``target``: a circuit, or a Choi state as ``choi_state`` gives. ``inputs``, ``outputs``: qubits, all by default. Classical
    bits are forgotten: use ``has_distribution`` for these, or ``measures_gently`` for both at once.
    """
    circuit = small_circuit(circuit, MAX_CHANNEL_QUBITS)
    whole = list(range(circuit.num_qubits))
    inputs, outputs = whole if inputs is None else inputs, whole if outputs is None else outputs
    if isinstance(target, QuantumCircuit):
        shape = has_shape(circuit, target.num_qubits)
        if not shape.passed:
            return shape
        target = choi_state(target, inputs, outputs)
    difference = choi_state(circuit, inputs, outputs) - np.asarray(target, complex)
    distance = float(np.abs(np.linalg.eigvalsh(difference)).sum()) / 2
    if abs(distance) <= CHOI_TOLERANCE:
        return PASSED
    return Finding(False, _SAME_CHANNEL, fill(_DISTANCE, distance=decimals(distance)))


@comparator
def transfers_state(circuit: Any, source: int, target: int) -> Finding:
    """Whether, whatever state qubit ``source`` is given, ``target`` ends in it in every measurement branch.

    Entanglement fidelity 1 within 1e-9 in each branch, which is exact for every input, entangled ones included
    [Nielsen2002]. Other qubits start in |0⟩. Does not look at how the state travels: see ``does_not_join``.
    """
    circuit = small_circuit(circuit, MAX_CHANNEL_QUBITS)
    own_qubits(circuit, [target])
    for branch in branches_from_inputs(circuit, [source]):
        rows = _outputs_first(branch, circuit.num_qubits, [target])
        if not abs(1 - _entanglement_fidelity(rows, np.eye(2))) <= STATE_TOLERANCE:
            return _lost(branch, rows, source, target)
    return PASSED


@comparator
def measures_gently(circuit: Any, data: Sequence[int], outcomes: Mapping[str, Collection[str]]) -> Finding:
    """Whether the bits tell to which set the data belong and nothing more: superpositions inside a set survive.

    ``outcomes``: for each string of classical bits (bit 0 on the right), the basis states of the qubits ``data``
    (``data[0]`` on the right) that give it. For every outcome the data's state, whatever it was, is its projection on
    the set: entanglement fidelity within 1e-9. Other qubits start in |0⟩ and may end in any state that does not depend
    on the data. A projective measurement in the sense of [NielsenChuang2010, §2.2.5].
    """
    circuit = small_circuit(circuit, MAX_CHANNEL_QUBITS)
    belongs = {int(basis, 2): bits for bits, members in outcomes.items() for basis in members}
    for branch in branches_from_inputs(circuit, data):
        for column in np.flatnonzero(np.sum(np.abs(branch.state) ** 2, axis=0) > 1e-9):
            if belongs[int(column)] != branch.bits:
                name = bit_string(int(column), len(data))
                return Finding(
                    False,
                    fill(_OUTCOME, data=name, bits=belongs[int(column)]),
                    fill(_OUTCOME, data=name, bits=branch.bits),
                )
    return _gentle(circuit, data, outcomes)


def _gentle(circuit: QuantumCircuit, data: Sequence[int], outcomes: Mapping[str, Collection[str]]) -> Finding:
    """Every branch is a projection: the amplitude that stays in place is the same for all members of its set."""
    for branch in branches_from_inputs(circuit, data):
        rows = _outputs_first(branch, circuit.num_qubits, data)
        members = sorted(int(basis, 2) for basis in outcomes[branch.bits])
        projector = np.zeros((rows.shape[0], rows.shape[2]))
        projector[members, members] = 1
        if abs(1 - _entanglement_fidelity(rows, projector)) <= STATE_TOLERANCE:
            continue
        first = members[0]
        second = max(members, key=lambda basis: np.abs(rows[basis, :, basis] - rows[first, :, first]).sum())
        names = [bit_string(basis, len(data)) for basis in (first, second)]
        return Finding(False, fill(_GENTLE, bits=branch.bits, first=names[0], second=names[1]), _DISTURBED)
    return PASSED


def _outputs_first(branch: Branch, width: int, outputs: Sequence[int]) -> np.ndarray:
    """A branch's Kraus operator with axes (outputs, other qubits, inputs)."""
    tensor = branch.state.reshape((2,) * width + (-1,))
    axes = [width - 1 - qubit for qubit in reversed(outputs)]
    moved = np.moveaxis(tensor, axes, range(len(axes)))
    return moved.reshape(2 ** len(outputs), -1, tensor.shape[-1])


def _entanglement_fidelity(rows: np.ndarray, target: np.ndarray) -> float:
    """How near a branch is to ``target`` on the outputs times one fixed state of the rest; 1 if it's exactly that."""
    kept = np.einsum("oi,ori->r", target.conj(), rows)
    norm = float(np.vdot(rows, rows).real) * float(np.vdot(target, target).real)
    return float(np.vdot(kept, kept).real) / norm


def _lost(branch: Branch, rows: np.ndarray, source: int, target: int) -> Finding:
    """An input that shows the difference, and the correction that would mend it."""
    cause: Text | None = next(
        (
            _CORRECTION[name]
            for name, pauli in _PAULIS.items()
            if abs(1 - _entanglement_fidelity(rows, pauli)) <= STATE_TOLERANCE
        ),
        None,
    )
    for name, state in _INPUTS.items():
        out = rows @ np.array(state, complex)
        weight = float(np.vdot(out, out).real)
        if weight <= 1e-12:
            continue
        own = out @ out.conj().T / weight
        if abs(1 - float((np.conj(state) @ own @ np.array(state)).real)) <= STATE_TOLERANCE:
            continue
        shown = {"en": name, "fr": name.replace(",", ";").replace(".", ",").replace(":", "\u00a0:")}
        parts = {"source": source, "input": shown, "bits": branch.bits or "—", "target": target}
        purity = float(np.vdot(own, own).real)
        values, vectors = np.linalg.eigh(own)
        texts = contrast_amplitudes(np.array(state), vectors[:, int(np.argmax(values))])
        expected = fill(_RESULT, state=texts[0], **parts)
        if abs(1 - purity) <= 1e-6:
            return Finding(False, expected, fill(_RESULT, state=texts[1], **parts), cause)
        return Finding(False, expected, fill(_LEFT, **parts), cause)
    return Finding(False, _SAME_CHANNEL, say("another effect", "un autre effet"), cause)

"""Comparing the exact chances of a circuit's classical bits, over all branches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from qiskit import QuantumCircuit

from ..errors import Text
from .branches import branches
from .diagnosis import explain
from .finding import PASSED, Finding
from .plain import contrast_chances, fill, say
from .sizes import small_circuit
from .states import CHANCE_TOLERANCE, vector_of
from .usable import Unusable, comparator

_BITS = say("classical bits: {count}", "bits classiques\u00a0: {count}")
_SUCH_BITS = say("a classical bit {bit}", "un bit classique {bit}")
_POSSIBLE = say("bit {bit} = {value} at least sometimes", "bit {bit} = {value} au moins quelquefois")
_NEVER = say("never", "jamais")
_WHEN = say("when {given}: {chances}", "quand {given}\u00a0: {chances}")
_READS_REVERSED = say(
    "The classical bits are in reverse order (bit 0 is written on the right).",
    "Les bits classiques sont dans l’ordre inverse (le bit 0 s’écrit à droite).",
)
_NEGATED = say("0 and 1 are exchanged.", "Les 0 et les 1 sont intervertis.")
_NOTHING_MEASURED = say("Nothing is measured.", "Rien n’est mesuré.")


def distribution(
    circuit: Any, bits: Sequence[int] | None = None, start: Any = None, given: Mapping[int, int] | None = None
) -> dict[str, float]:
    """The exact chance of each string of classical bits; strings of chance 0 are left out.

    ``bits``: the classical bits to read, the first on the right (all of them by default). ``start``: another state of the
    qubits than |0…0⟩, as in ``vector_of``. ``given``: only the branches where these bits have these values, and the
    chances among those. Raises ``Unusable`` if there are none, and as ``branches`` does.
    """
    circuit = small_circuit(circuit)
    chosen = list(range(circuit.num_clbits)) if bits is None else list(bits)
    for bit in [*chosen, *(given or {})]:
        if not 0 <= bit < circuit.num_clbits:
            raise Unusable(fill(_SUCH_BITS, bit=bit), fill(_BITS, count=circuit.num_clbits))
    totals: dict[str, float] = {}
    for branch in branches(circuit, _start(circuit, start)):
        read = branch.bits[::-1]
        if all(read[bit] == str(value) for bit, value in (given or {}).items()):
            key = "".join(read[bit] for bit in reversed(chosen))
            totals[key] = totals.get(key, 0.0) + branch.probability
    whole = sum(totals.values()) if given else 1.0
    if given and not whole > CHANCE_TOLERANCE:
        bit, value = next(iter(given.items()))
        raise Unusable(fill(_POSSIBLE, bit=bit, value=value), _NEVER)
    return {key: total / whole for key, total in totals.items()}


@comparator
def has_distribution(
    circuit: Any,
    target: Mapping[str, float],
    bits: Sequence[int] | None = None,
    start: Any = None,
    given: Mapping[int, int] | None = None,
) -> Finding:
    """Whether the classical bits read ``target``'s strings with ``target``'s chances, each within 1e-6.

    ``target``: chance by bit string, bit 0 on the right; strings left out have chance 0. ``bits``, ``start``, ``given``: as
    in ``distribution``; without ``bits`` the circuit has exactly as many classical bits as the strings are long.
    Exact over all branches, from |0…0⟩ unless ``start`` is given. Says nothing of the qubits afterwards nor of how the
    chances come about.
    """
    circuit = small_circuit(circuit)
    width = len(next(iter(target)))
    if bits is None and circuit.num_clbits != width:
        return Finding(False, fill(_BITS, count=width), fill(_BITS, count=circuit.num_clbits))
    seen = distribution(circuit, bits, start, given)
    if same_chances(target, seen):
        return PASSED
    right, came = contrast_chances(target, seen)
    if given:
        when = ", ".join(f"bit {bit} = {value}" for bit, value in given.items())
        right, came = (fill(_WHEN, given=when, chances=text) for text in (right, came))
    return Finding(False, right, came, _cause(circuit, target, seen, (bits, start, given)))


def same_chances(first: Mapping[str, float], second: Mapping[str, float]) -> bool:
    """Whether two distributions agree within 1e-6 for every outcome."""
    return all(abs(first.get(key, 0) - second.get(key, 0)) <= CHANCE_TOLERANCE for key in {*first, *second})


def _start(circuit: QuantumCircuit, start: Any) -> np.ndarray | None:
    """``start`` for all qubits; where it is given for fewer, it's for the first ones and the others are in |0⟩."""
    if start is None:
        return None
    vector = vector_of(start)
    size = 2**circuit.num_qubits
    if vector.size > size:
        wanted = vector.size.bit_length() - 1
        raise Unusable(
            say(f"at least {wanted} qubits", f"au moins {wanted} qubits"),
            say(f"{circuit.num_qubits} qubits", f"{circuit.num_qubits} qubits"),
        )
    return np.concatenate([vector, np.zeros(size - vector.size, complex)])


def _cause(
    circuit: QuantumCircuit,
    target: Mapping[str, float],
    seen: Mapping[str, float],
    options: tuple[Sequence[int] | None, Any, Mapping[int, int] | None],
) -> Text | None:
    if "measure" not in circuit.count_ops() and set(seen) == {"0" * len(next(iter(seen)))}:
        return _NOTHING_MEASURED
    if same_chances(target, {key[::-1]: chance for key, chance in seen.items()}):
        return _READS_REVERSED
    if same_chances(target, {key.translate({48: "1", 49: "0"}): chance for key, chance in seen.items()}):
        return _NEGATED
    return explain(circuit, lambda other: same_chances(target, distribution(other, *options)))

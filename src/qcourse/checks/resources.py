"""What a circuit is made of, composite instructions expanded: a gate named ``h`` may hold anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from qiskit import QuantumCircuit
from qiskit.circuit import Barrier, CircuitInstruction, ControlFlowOp, Delay, Measure, Reset

from ..errors import Text
from .finding import PASSED, Finding
from .plain import fill, join, say
from .sizes import Budget, small_circuit
from .usable import Unusable, comparator

MAX_COUNTED_QUBITS = 64
"""Widest circuit whose operations are counted (nothing is simulated here)."""

_LEAST = say("at least ", "au moins ")
_QUBITS = (
    say("{least}{count} qubit", "{least}{count} qubit"),
    say("{least}{count} qubits", "{least}{count} qubits"),
)
_BITS = (
    say("{least}{count} classical bit", "{least}{count} bit classique"),
    say("{least}{count} classical bits", "{least}{count} bits classiques"),
)
_NOT_MEASURED = say("no measurement", "aucune mesure")
_MEASURED = say("measurements: {count}", "mesures\u00a0: {count}")
_COUNT = say("`{name}`: {count}", "`{name}`\u00a0: {count}")
_AT_MOST = say("`{name}`: at most {count}", "`{name}`\u00a0: au plus {count}")
_ONLY = say("only {names}", "seulement {names}")
_ORDER = say("qubit {qubit} into bit {bit}", "qubit {qubit} dans le bit {bit}")
_NO_JOIN = say(
    "no gate that joins qubits {first} and {second}", "aucune porte qui relie les qubits {first} et {second}"
)
_NO_JOIN_AFTER = say(
    "no gate that joins qubits {first} and {second} once qubits {third} and {fourth} have met",
    "aucune porte qui relie les qubits {first} et {second} une fois que les qubits {third} et {fourth} se sont rencontrés",
)
_JOIN = say("`{name}` joins them", "`{name}` les relie")
_INSIDE = say("`{name}`, inside `{outer}`, joins them", "`{name}`, dans `{outer}`, les relie")


@dataclass(frozen=True)
class Step:
    """One operation after expansion: its name, its qubits and bits by number, and the composite it came from."""

    name: str
    qubits: tuple[int, ...]
    bits: tuple[int, ...]
    outer: str | None
    measures: bool


def steps(circuit: Any) -> list[Step]:
    """Every operation of ``circuit`` in order, composites expanded down to Qiskit's standard gates.

    The blocks of if, switch, boxes and loops are listed in turn, each once, with the qubits that its own gates use; the
    enclosing operation itself is not listed. Barriers and delays are left out. A bare matrix, ``initialize`` and
    anything without a definition stand as one operation on all their qubits. Raises ``Unusable`` beyond the limits of
    ``sizes`` (here up to ``MAX_COUNTED_QUBITS`` qubits).
    """
    circuit = small_circuit(circuit, MAX_COUNTED_QUBITS)
    qubits, bits = range(circuit.num_qubits), range(circuit.num_clbits)
    return list(_expanded(circuit, list(qubits), list(bits), None, Budget()))


def counts(circuit: Any) -> Counter[str]:
    """How many of each operation, by name, after expansion."""
    return Counter(step.name for step in steps(circuit))


def measurements(circuit: Any) -> list[tuple[int, int]]:
    """Every measurement in order as (qubit, classical bit), after expansion."""
    return [(step.qubits[0], step.bits[0]) for step in steps(circuit) if step.measures]


@comparator
def has_shape(
    circuit: Any, qubits: int, bits: int | None = None, more_qubits: bool = False, more_bits: bool = False
) -> Finding:
    """Whether the circuit has so many qubits and, unless None, classical bits (with ``more_…``: at least so many)."""
    circuit = small_circuit(circuit, MAX_COUNTED_QUBITS)
    found = (circuit.num_qubits, None if bits is None else circuit.num_clbits)
    if _enough(found[0], qubits, more_qubits) and _enough(found[1], bits, more_bits):
        return PASSED
    return Finding(False, _shape(qubits, bits, more_qubits, more_bits), _shape(*found))


@comparator
def has_no_measurement(circuit: Any) -> Finding:
    """Whether nothing is measured, not even inside a composite instruction or a block."""
    refuse_measurement(small_circuit(circuit, MAX_COUNTED_QUBITS))
    return PASSED


def refuse_measurement(circuit: QuantumCircuit) -> None:
    """Raise ``Unusable`` if anything is measured."""
    found = measurements(circuit)
    if found:
        raise Unusable(_NOT_MEASURED, fill(_MEASURED, count=len(found)))


@comparator
def measures_in_order(circuit: Any, expected: list[tuple[int, int]]) -> Finding:
    """Whether the measurements are exactly ``expected``, (qubit, classical bit) in this order.

    Looks at the order written in the circuit; measurements in the blocks of an if count as if they were made.
    """
    found = measurements(circuit)
    if found == expected:
        return PASSED
    texts = [
        join(fill(_ORDER, qubit=qubit, bit=bit) for qubit, bit in pairs) if pairs else _NOT_MEASURED
        for pairs in (expected, found[:8])
    ]
    return Finding(False, *texts)


@comparator
def uses_exactly(circuit: Any, expected: Mapping[str, int]) -> Finding:
    """Whether the operations named in ``expected`` occur so many times after expansion; others are not looked at."""
    found = counts(circuit)
    for name, count in expected.items():
        if found[name] != count:
            return Finding(
                False, fill(_COUNT, name=name, count=count), fill(_COUNT, name=name, count=found[name])
            )
    return PASSED


@comparator
def uses_at_most(circuit: Any, expected: Mapping[str, int]) -> Finding:
    """Whether the operations named in ``expected`` occur at most so many times after expansion."""
    found = counts(circuit)
    for name, most in expected.items():
        if found[name] > most:
            return Finding(
                False, fill(_AT_MOST, name=name, count=most), fill(_COUNT, name=name, count=found[name])
            )
    return PASSED


@comparator
def uses_only(circuit: Any, names: Collection[str]) -> Finding:
    """Whether every operation after expansion bears one of these names of Qiskit's standard operations."""
    others = sorted(set(counts(circuit)) - set(names))
    if not others:
        return PASSED
    written = [", ".join(f"`{name}`" for name in some) for some in (sorted(names), others[:8])]
    return Finding(False, fill(_ONLY, names=written[0]), say(written[1], written[1]))


@comparator
def does_not_join(circuit: Any, pair: tuple[int, int], after: tuple[int, int] | None = None) -> Finding:
    """Whether no gate acts on both qubits of ``pair`` (with ``after``: once a gate has acted on both of ``after``).

    Composite instructions count by the standard gates that they expand to; a bare matrix, ``initialize`` and an
    operation without a definition join all their qubits; barriers, delays and conditions on classical bits join none.
    A gate that acts on both counts even where it would do nothing.
    """
    met = after is None
    for step in steps(circuit):
        touched = set(step.qubits)
        if met and touched.issuperset(pair):
            template = _JOIN if step.outer is None else _INSIDE
            return Finding(False, _forbidden(pair, after), fill(template, name=step.name, outer=step.outer))
        met = met or touched.issuperset(after or ())
    return PASSED


def _forbidden(pair: tuple[int, int], after: tuple[int, int] | None) -> Text:
    if after is None:
        return fill(_NO_JOIN, first=pair[0], second=pair[1])
    return fill(_NO_JOIN_AFTER, first=pair[0], second=pair[1], third=after[0], fourth=after[1])


def _enough(found: int | None, wanted: int | None, more: bool) -> bool:
    return found == wanted or (more and found is not None and wanted is not None and found > wanted)


def _shape(qubits: int, bits: int | None, more_qubits: bool = False, more_bits: bool = False) -> Text:
    """``2 qubits, 0 classical bits``; in French none is singular."""
    parts = []
    for noun, count, more in ((_QUBITS, qubits, more_qubits), (_BITS, bits, more_bits)):
        if count is not None:
            english, french = noun[count != 1]["en"], noun[count > 1]["fr"]
            parts.append(fill(say(english, french), count=count, least=_LEAST if more else ""))
    return join(parts)


def _expanded(
    circuit: QuantumCircuit, qubits: list[int], bits: list[int], outer: str | None, budget: Budget
) -> Iterator[Step]:
    places = {qubit: qubits[index] for index, qubit in enumerate(circuit.qubits)}
    bit_places = {bit: bits[index] for index, bit in enumerate(circuit.clbits)}
    for instruction in circuit.data:
        budget.spend()
        on = [places[qubit] for qubit in instruction.qubits]
        into = [bit_places[bit] for bit in instruction.clbits]
        operation = instruction.operation
        if isinstance(operation, Barrier | Delay):
            continue
        if isinstance(operation, ControlFlowOp):
            for block in operation.blocks:
                yield from _expanded(block, on, into, outer, budget)
            continue
        definition = None if _stands_alone(instruction) else getattr(operation, "definition", None)
        if isinstance(definition, QuantumCircuit):
            yield from _expanded(definition, on, into, outer or operation.name, budget)
        else:
            measures = isinstance(operation, Measure)
            yield Step(operation.name, tuple(on), tuple(into), outer, measures)


def _stands_alone(instruction: CircuitInstruction) -> bool:
    """Whether it is counted as it stands: a standard gate, measurement, reset, a bare matrix or a given state."""
    return (
        instruction.is_standard_gate()
        or isinstance(instruction.operation, Measure | Reset)
        or instruction.operation.name in ("unitary", "initialize", "state_preparation", "isometry")
        and type(instruction.operation).__module__.startswith("qiskit.circuit.library")
    )

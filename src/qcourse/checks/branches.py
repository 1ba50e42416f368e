"""An exact walk through every branch of a circuit: each measurement and reset splits the state in two.

Understood: gates, measurement anywhere, reset, barriers, if/else, switch, boxes, typed expressions over bits and
registers, composite instructions and any nesting of these. Loops and stores are refused with a message.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qiskit import QuantumCircuit
from qiskit.circuit import (
    CASE_DEFAULT,
    Barrier,
    BoxOp,
    BreakLoopOp,
    CircuitInstruction,
    Clbit,
    ContinueLoopOp,
    ControlFlowOp,
    Delay,
    ForLoopOp,
    IfElseOp,
    Measure,
    Operation,
    Reset,
    Store,
    SwitchCaseOp,
    WhileLoopOp,
)
from qiskit.circuit.library import Initialize

from .classical import Reader, holds, value_of
from .gates import apply_instruction, unknown
from .plain import bit_string, say
from .sizes import Budget, own_qubits, small_circuit
from .usable import Unusable

NEGLIGIBLE = 1e-15
"""A branch with less than this share of the total is dropped: it comes from rounding."""

_NO_LOOP = say(
    "a circuit without loops or stored variables (write the steps out, or use if)",
    "un circuit sans boucle ni variable mémorisée (écrire les étapes une à une, ou employer if)",
)
_LOOP = say("a loop (`for_loop` or `while_loop`)", "une boucle (`for_loop` ou `while_loop`)")
_STORE = say("a stored variable (`store`)", "une variable mémorisée (`store`)")
_FINITE = say("chances whose total is 1", "des probabilités dont la somme est 1")
_NOT_FINITE = say("an angle or number that is not finite", "un angle ou un nombre qui n’est pas fini")
_NESTED = say("a circuit that is nested less deeply", "un circuit moins profondément imbriqué")
_OWN_BITS = say("conditions on the circuit’s own bits", "des conditions sur les bits du circuit lui-même")
_FOREIGN_BIT = say("a condition on a bit of another circuit", "une condition sur un bit d’un autre circuit")
_DEEP = say("too many levels", "trop de niveaux")


@dataclass(frozen=True)
class Branch:
    """One way through a circuit.

    ``bits``: the classical bits at the end, bit 0 on the right. ``state``: complex, shape (2**n,), or (2**n, columns)
    when the walk was made from several inputs at once; its squared length is the branch's probability (summed over
    columns), so the state is sub-normalised.
    """

    bits: str
    state: np.ndarray

    @property
    def probability(self) -> float:
        """The chance of this branch (for several inputs: the sum of their chances)."""
        return float(np.vdot(self.state, self.state).real)


@dataclass
class _Live:
    bits: int
    state: np.ndarray


class _Reached(Exception):
    """The walk came to the first measurement, as asked."""

    def __init__(self, qubit: int, live: list[_Live]) -> None:
        self.qubit = qubit
        self.live = live


def branches(circuit: Any, start: np.ndarray | None = None) -> tuple[Branch, ...]:
    """Every branch of ``circuit`` from |0…0⟩, or from ``start``, exactly.

    ``start``: complex, shape (2**n,) or (2**n, columns), qubit 0 least significant. Branches of less than
    ``NEGLIGIBLE`` are left out; branches with the same bits are not merged. Raises ``Unusable`` for loops, stores,
    free parameters, operations of unknown effect and circuits beyond the limits of ``sizes``.
    """
    circuit = small_circuit(circuit)
    columns = _start(circuit, start)
    live = _walk(circuit, columns, stop=False)
    shape = (-1,) if start is None or start.ndim == 1 else (2**circuit.num_qubits, -1)
    return tuple(
        Branch(bit_string(branch.bits, circuit.num_clbits), branch.state.reshape(shape)) for branch in live
    )


def branches_from_inputs(circuit: Any, inputs: Sequence[int]) -> tuple[Branch, ...]:
    """Every branch for all basis states of the qubits ``inputs`` at once, the other qubits starting in |0⟩.

    Column j of a branch's ``state`` belongs to basis input j (``inputs[0]`` least significant): it's the branch's
    Kraus operator, exact for every input state, superpositions included.
    """
    circuit = small_circuit(circuit)
    own_qubits(circuit, inputs)
    columns = np.zeros((2**circuit.num_qubits, 2 ** len(inputs)), complex)
    for column in range(columns.shape[1]):
        row = sum((column >> place & 1) << qubit for place, qubit in enumerate(inputs))
        columns[row, column] = 1
    return branches(circuit, columns)


def before_measurement(circuit: Any) -> tuple[int, tuple[np.ndarray, ...]]:
    """The first qubit to be measured, and the sub-normalised states just before: one unless resets made a mixture.

    Raises ``Unusable`` if nothing is measured.
    """
    circuit = small_circuit(circuit)
    try:
        _walk(circuit, _start(circuit, None), stop=True)
    except _Reached as reached:
        return reached.qubit, tuple(branch.state.reshape(-1) for branch in reached.live)
    raise Unusable(say("a measurement", "une mesure"), say("no measurement", "aucune mesure"))


def _start(circuit: QuantumCircuit, start: np.ndarray | None) -> np.ndarray:
    if start is None:
        start = np.zeros(2**circuit.num_qubits, complex)
        start[0] = 1
    return np.asarray(start, complex).reshape((2,) * circuit.num_qubits + (-1,))


def _walk(circuit: QuantumCircuit, columns: np.ndarray, stop: bool) -> list[_Live]:
    total = float(np.vdot(columns, columns).real)
    walker = _Walker(total, stop)
    bits = {bit: index for index, bit in enumerate(circuit.clbits)}
    try:
        live = walker.circuit(circuit, [_Live(0, columns)], list(range(circuit.num_qubits)), bits)
    except RecursionError:
        raise Unusable(_NESTED, _DEEP) from None
    found = sum(float(np.vdot(branch.state, branch.state).real) for branch in live)
    if not abs(found - total) <= 1e-6 * total:
        raise Unusable(_FINITE, _NOT_FINITE)
    return live


class _Walker:
    """Takes a list of live branches through a circuit; nested blocks map their qubits and bits to the outer ones."""

    def __init__(self, total: float, stop: bool) -> None:
        self.least = NEGLIGIBLE * total
        self.stop = stop
        self.budget = Budget()

    def circuit(
        self, circuit: QuantumCircuit, live: list[_Live], qubits: list[int], bits: Mapping[Clbit, int]
    ) -> list[_Live]:
        places = {qubit: qubits[index] for index, qubit in enumerate(circuit.qubits)}
        for instruction in circuit.data:
            if not live:
                break
            self.budget.spend(len(live), live[0].state.size)
            live = self.instruction(instruction, live, [places[qubit] for qubit in instruction.qubits], bits)
        if circuit.global_phase:
            turn = np.exp(1j * float(circuit.global_phase))
            live = [_Live(branch.bits, turn * branch.state) for branch in live]
        return live

    def instruction(
        self, instruction: CircuitInstruction, live: list[_Live], qubits: list[int], bits: Mapping[Clbit, int]
    ) -> list[_Live]:
        operation = instruction.operation
        match operation:
            case Barrier() | Delay():
                return live
            case Measure():
                if self.stop:
                    raise _Reached(qubits[0], live)
                return self.measure(live, qubits[0], bits[instruction.clbits[0]])
            case Reset():
                return self.reset(live, qubits[0])
            case Initialize() if len(operation.params) == 2 ** len(qubits):
                return self.initialize(live, qubits, np.array(operation.params, complex))
            case ControlFlowOp() | BreakLoopOp() | ContinueLoopOp() | Store():
                return self.control_flow(operation, instruction, live, qubits, bits)
        after = [
            _Live(branch.bits, state)
            for branch in live
            if (state := apply_instruction(instruction, branch.state, qubits)) is not None
        ]
        if after:
            return after
        definition = getattr(operation, "definition", None)
        if not isinstance(definition, QuantumCircuit):
            raise unknown(operation.name)
        return self.circuit(definition, live, qubits, _inner_bits(definition, instruction, bits))

    def split(self, live: list[_Live], qubit: int) -> list[tuple[_Live, int]]:
        """Each branch projected on the qubit's 0 and on its 1, with that result."""
        halves = []
        for branch in live:
            above = 2 ** (branch.state.ndim - 2 - qubit)
            whole = np.ascontiguousarray(branch.state).reshape(above, 2, -1)
            for result in (0, 1):
                half = np.zeros_like(whole)
                half[:, result] = whole[:, result]
                if not float(np.vdot(half, half).real) <= self.least:
                    halves.append((_Live(branch.bits, half.reshape(branch.state.shape)), result))
        return halves

    def measure(self, live: list[_Live], qubit: int, bit: int) -> list[_Live]:
        return [
            _Live(branch.bits & ~(1 << bit) | result << bit, branch.state)
            for branch, result in self.split(live, qubit)
        ]

    def reset(self, live: list[_Live], qubit: int) -> list[_Live]:
        after: list[_Live] = []
        for branch in live:
            states = [
                np.flip(half.state, half.state.ndim - 2 - qubit) if result else half.state
                for half, result in self.split([branch], qubit)
            ]
            after.extend(_Live(branch.bits, state) for state in _merged(states))
        return after

    def initialize(self, live: list[_Live], qubits: list[int], vector: np.ndarray) -> list[_Live]:
        """Reset, then the state itself: exact, and far quicker than the synthesised gates."""
        for qubit in qubits:
            live = self.reset(live, qubit)
        prepared = []
        for branch in live:
            width = branch.state.ndim - 1
            axes = [width - 1 - qubit for qubit in reversed(qubits)]
            rest = np.moveaxis(branch.state, axes, range(len(axes)))[(0,) * len(axes)]
            state = np.multiply.outer(vector.reshape((2,) * len(axes)), rest)
            prepared.append(_Live(branch.bits, np.moveaxis(state, range(len(axes)), axes)))
        return prepared

    def control_flow(
        self,
        operation: Operation,
        instruction: CircuitInstruction,
        live: list[_Live],
        qubits: list[int],
        bits: Mapping[Clbit, int],
    ) -> list[_Live]:
        choose: Callable[[Reader], int]
        match operation:
            case BoxOp():
                blocks, choose = operation.blocks, _first
            case IfElseOp():
                blocks, choose = operation.blocks, _if_choice(operation)
            case SwitchCaseOp():
                cases = list(operation.cases_specifier())
                blocks, choose = (
                    tuple(block for _, block in cases),
                    _switch_choice(operation, [case for case, _ in cases]),
                )
            case ForLoopOp() | WhileLoopOp() | BreakLoopOp() | ContinueLoopOp():
                raise Unusable(_NO_LOOP, _LOOP)
            case Store():
                raise Unusable(_NO_LOOP, _STORE)
            case _:
                raise unknown(operation.name)
        taken: dict[int, list[_Live]] = {}
        for branch in live:
            taken.setdefault(choose(_reader(branch, bits)), []).append(branch)
        after: list[_Live] = []
        for choice, chosen in sorted(taken.items()):
            if choice < len(blocks):
                inner = _inner_bits(blocks[choice], instruction, bits)
                chosen = self.circuit(blocks[choice], chosen, qubits, inner)
            after.extend(chosen)
        return after


def _merged(states: list[np.ndarray]) -> list[np.ndarray]:
    """The two states after a reset as one when they differ by a factor only: the qubit wasn't shared with the rest."""
    if len(states) == 2:
        first, second = (float(np.vdot(state, state).real) for state in states)
        if abs(np.vdot(*states)) ** 2 >= (1 - 1e-14) * first * second:
            return [states[0] * np.sqrt((first + second) / first)]
    return states


def _inner_bits(
    inner: QuantumCircuit, instruction: CircuitInstruction, bits: Mapping[Clbit, int]
) -> dict[Clbit, int]:
    """Where each bit of a block or definition lives; conditions inside may also name the outer bits themselves."""
    return {**bits, **{bit: bits[outer] for bit, outer in zip(inner.clbits, instruction.clbits, strict=True)}}


def _reader(branch: _Live, bits: Mapping[Clbit, int]) -> Reader:
    def read(bit: Clbit) -> int:
        if bit not in bits:
            raise Unusable(_OWN_BITS, _FOREIGN_BIT)
        return branch.bits >> bits[bit] & 1

    return read


def _first(read: Reader) -> int:
    return 0


def _if_choice(operation: IfElseOp) -> Callable[[Reader], int]:
    """Block 0 if the condition holds, else block 1 (which may not be there: then nothing is done)."""
    return lambda read: 0 if holds(operation.condition, read) else 1


def _switch_choice(operation: SwitchCaseOp, cases: Sequence[Sequence[Any]]) -> Callable[[Reader], int]:
    """The first block with a matching case; past the last when none matches."""

    def choose(read: Reader) -> int:
        value = value_of(operation.target, read)
        for index, values in enumerate(cases):
            if any(case is CASE_DEFAULT or case == value for case in values):
                return index
        return len(cases)

    return choose

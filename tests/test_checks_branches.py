"""The branch walker agrees with Qiskit's own operators and density matrices, and refuses what it can't walk."""

from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qiskit import ClassicalRegister, QuantumCircuit, QuantumRegister, qpy
from qiskit.circuit import Gate, Parameter
from qiskit.circuit.classical import expr, types
from qiskit.circuit.library import CXGate, HGate, RYGate, UnitaryGate, XGate
from qiskit.circuit.random import random_circuit
from qiskit.quantum_info import Operator, Statevector, partial_trace

from qcourse.checks.branches import Branch, before_measurement, branches, branches_from_inputs
from qcourse.checks.usable import Unusable

QUBITS = 3
BITS = 2


def chances(circuit: QuantumCircuit) -> dict[str, float]:
    """The rounded chance of each string of classical bits."""
    totals: dict[str, float] = {}
    for branch in branches(circuit):
        totals[branch.bits] = totals.get(branch.bits, 0) + branch.probability
    return {bits: round(total, 9) for bits, total in sorted(totals.items())}


def through_qpy(circuit: QuantumCircuit) -> QuantumCircuit:
    """The circuit as the grader's checker receives it."""
    file = io.BytesIO()
    qpy.dump(circuit, file)
    file.seek(0)
    return qpy.load(file)[0]


class Deferred:
    """The same random steps twice: with measurement and if, and with a fresh qubit for every measurement."""

    def __init__(self, steps: list[tuple]) -> None:
        self.circuit = QuantumCircuit(QuantumRegister(QUBITS), ClassicalRegister(BITS, "c"))
        fresh = sum(step[0] in ("measure", "reset") for step in steps)
        self.deferred = QuantumCircuit(QUBITS + BITS + fresh)
        self.next = QUBITS + BITS
        self.record = [QUBITS + bit for bit in range(BITS)]
        for name, *rest in steps:
            getattr(self, name)(*rest)

    def gate(self, gate: Gate, qubits: tuple[int, ...]) -> None:
        """One gate in both."""
        self.circuit.append(gate, qubits)
        self.deferred.append(gate, qubits)

    def measure(self, qubit: int, bit: int) -> None:
        """A copy to a fresh qubit stands for the measurement."""
        self.circuit.measure(qubit, bit)
        self.deferred.cx(qubit, self.next)
        self.record[bit] = self.next
        self.next += 1

    def reset(self, qubit: int) -> None:
        """A swap with a fresh qubit stands for the reset."""
        self.circuit.reset(qubit)
        self.deferred.swap(qubit, self.next)
        self.next += 1

    def if_bit(self, bit: int, value: int, gate: Gate, qubits: tuple[int, ...], otherwise: Gate) -> None:
        """A controlled gate stands for the if, one with the opposite control for the else."""
        with self.circuit.if_test((self.circuit.clbits[bit], value)) as else_:
            self.circuit.append(gate, qubits)
        with else_:
            self.circuit.append(otherwise, qubits[:1])
        self.deferred.append(gate.control(1, ctrl_state=value, annotated=False), [self.record[bit], *qubits])
        self.deferred.append(
            otherwise.control(1, ctrl_state=1 - value, annotated=False), [self.record[bit], qubits[0]]
        )

    def if_register(self, value: int, gate: Gate, qubits: tuple[int, ...]) -> None:
        """A gate controlled by all records stands for the if."""
        with self.circuit.if_test((self.circuit.cregs[0], value)):
            self.circuit.append(gate, qubits)
        self.deferred.append(gate.control(BITS, ctrl_state=value, annotated=False), [*self.record, *qubits])

    def expected(self, bits: int) -> np.ndarray:
        """The sub-normalised density matrix of the qubits where the records read ``bits``."""
        state = Statevector(self.deferred).data.reshape((2,) * self.deferred.num_qubits).copy()
        for bit, qubit in enumerate(self.record):
            where = [slice(None)] * state.ndim
            where[-1 - qubit] = 1 - (bits >> bit & 1)
            state[tuple(where)] = 0
        return partial_trace(
            Statevector(state.reshape(-1)), list(range(QUBITS, self.deferred.num_qubits))
        ).data


QUBIT = st.integers(0, QUBITS - 1)
GATES = st.one_of(
    st.tuples(st.just(HGate()), st.tuples(QUBIT)),
    st.tuples(st.builds(RYGate, st.integers(-12, 12).map(lambda k: k / 4)), st.tuples(QUBIT)),
    st.tuples(st.just(CXGate()), st.permutations(range(QUBITS)).map(lambda order: tuple(order[:2]))),
)
STEPS = st.one_of(
    GATES.map(lambda gate: ("gate", *gate)),
    st.tuples(st.just("measure"), QUBIT, st.integers(0, BITS - 1)),
    st.tuples(st.just("reset"), QUBIT),
    st.tuples(st.integers(0, BITS - 1), st.integers(0, 1), GATES, st.sampled_from([XGate(), HGate()])).map(
        lambda parts: ("if_bit", parts[0], parts[1], *parts[2], parts[3])
    ),
    st.tuples(st.integers(0, 2**BITS - 1), GATES).map(lambda parts: ("if_register", parts[0], *parts[1])),
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(STEPS, max_size=12).filter(lambda steps: sum(s[0] in ("measure", "reset") for s in steps) <= 5)
)
def test_measured_circuits_agree_with_deferred_measurement(steps):
    """Each outcome's density matrix is that of the circuit whose measurements are deferred to fresh qubits."""
    both = Deferred(steps)
    seen = np.zeros((2**BITS, 2**QUBITS, 2**QUBITS), complex)
    for branch in branches(both.circuit):
        seen[int(branch.bits, 2)] += np.outer(branch.state, branch.state.conj())
    expected = np.array([both.expected(bits) for bits in range(2**BITS)])

    assert np.abs(expected - seen).max() < 1e-9


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 5))
def test_unitary_circuits_agree_with_operator(seed, width):
    """Without measurement the one branch from all inputs is Qiskit's operator, global phase included."""
    circuit = random_circuit(width, 6, max_operands=min(width, 4), seed=seed)
    (branch,) = branches_from_inputs(circuit, range(width))

    assert np.abs(Operator(circuit).data - branch.state).max() < 1e-9


@pytest.mark.parametrize("controls", [1, 3, 5])
def test_open_controls_and_many_controls_agree_with_operator(controls):
    """Controlled gates act where the controls read ``ctrl_state``."""
    circuit = QuantumCircuit(controls + 1)
    circuit.append(XGate().control(controls, ctrl_state=0, annotated=False), [controls, *range(controls)])
    circuit.append(RYGate(0.5).control(controls, ctrl_state=1, annotated=False), [*range(controls, -1, -1)])
    circuit.mcx(list(range(1, controls + 1)), 0)
    (branch,) = branches_from_inputs(circuit, range(controls + 1))

    assert np.abs(Operator(circuit).data - branch.state).max() < 1e-9


def test_fair_coin_has_two_branches():
    """A measurement splits the state in two, each with its bit and its sub-normalised state."""
    circuit = QuantumCircuit(1, 1)
    circuit.h(0)
    circuit.measure(0, 0)
    seen = [(branch.bits, branch.state.round(3).tolist()) for branch in branches(circuit)]

    assert [("0", [0.707, 0]), ("1", [0, 0.707])] == seen


def test_branch_without_bits_has_an_empty_string():
    """A circuit without classical bits has one branch whose bits are the empty string."""
    (branch,) = branches(QuantumCircuit(1))

    assert ("", 1.0) == (branch.bits, branch.probability)


def test_a_gate_named_h_counts_by_its_definition():
    """A home-made gate named ``h`` that flips is a flip."""
    flip = QuantumCircuit(1, name="h")
    flip.x(0)
    circuit = QuantumCircuit(1, 1)
    circuit.append(flip.to_gate(), [0])
    circuit.measure(0, 0)

    assert {"1": 1.0} == chances(circuit) == chances(through_qpy(circuit))


def test_composite_instruction_with_measurement():
    """Measurements inside a composite instruction write the outer bits."""
    inner = QuantumCircuit(2, 2)
    inner.x(0)
    inner.measure(0, 1)
    inner.reset(1)
    inner.measure(1, 0)
    outer = QuantumCircuit(3, 3)
    outer.append(inner.to_instruction(), [2, 0], [1, 2])

    assert {"100": 1.0} == chances(outer) == chances(through_qpy(outer))


def test_nested_blocks_see_outer_bits_and_registers():
    """An if inside an if inside a box reads the outer register, also after a trip through QPY."""
    circuit = QuantumCircuit(QuantumRegister(2), ClassicalRegister(2, "a"), ClassicalRegister(1, "b"))
    circuit.x(0)
    circuit.measure(0, 1)
    with circuit.box(), circuit.if_test((circuit.cregs[0], 2)), circuit.if_test((circuit.clbits[1], 1)):
        circuit.x(1)
        circuit.measure(1, 2)

    assert {"110": 1.0} == chances(circuit) == chances(through_qpy(circuit))


def test_blocks_with_bits_of_their_own_map_to_the_outer_ones():
    """A block built apart has its own bit objects; their places decide."""
    block = QuantumCircuit(1, 2)
    block.x(0)
    block.measure(0, 1)
    inner = QuantumCircuit(1, 2)
    inner.if_else((inner.clbits[0], 1), block, None, [0], [0, 1])
    circuit = QuantumCircuit(1, 2)
    circuit.x(0)
    circuit.measure(0, 1)
    circuit.if_else((circuit.clbits[1], 1), inner, None, [0], [1, 0])

    assert {"10": 1.0} == chances(circuit)


@pytest.mark.parametrize(("value", "bits"), [(0, "00"), (1, "01"), (2, "10"), (3, "11")])
def test_switch_takes_the_first_matching_case(value, bits):
    """Switch on a register, with a case of two values and a default."""
    circuit = QuantumCircuit(QuantumRegister(3), ClassicalRegister(2, "c"), ClassicalRegister(2, "out"))
    for bit in range(2):
        if value >> bit & 1:
            circuit.x(bit)
        circuit.measure(bit, bit)
    with circuit.switch(circuit.cregs[0]) as case:
        with case(1, 2):
            circuit.x(2)
        with case(case.DEFAULT):
            circuit.h(2)
            circuit.h(2)
    circuit.measure(2, 2)
    expected = f"0{int(value in (1, 2))}{bits}"

    assert {expected: 1.0} == chances(circuit) == chances(through_qpy(circuit))


def test_switch_without_default_may_do_nothing():
    """No matching case and no default: the block is passed over."""
    circuit = QuantumCircuit(1, 1)
    with circuit.switch(circuit.clbits[0]) as case, case(1):
        circuit.x(0)
    circuit.measure(0, 0)

    assert {"0": 1.0} == chances(circuit)


EXPRESSIONS = {
    "and": (lambda a, b, r: expr.logic_and(a, b), lambda a, b, r: a and b),
    "or": (lambda a, b, r: expr.logic_or(a, b), lambda a, b, r: a or b),
    "not": (lambda a, b, r: expr.logic_not(a), lambda a, b, r: not a),
    "xor": (lambda a, b, r: expr.bit_xor(a, b), lambda a, b, r: a ^ b),
    "bit_not": (lambda a, b, r: expr.equal(expr.bit_not(r), 1), lambda a, b, r: (~r & 7) == 1),
    "less": (lambda a, b, r: expr.less(r, 3), lambda a, b, r: r < 3),
    "greater_equal": (lambda a, b, r: expr.greater_equal(r, 5), lambda a, b, r: r >= 5),
    "index": (lambda a, b, r: expr.index(r, 2), lambda a, b, r: r >> 2 & 1),
    "add_wraps": (
        lambda a, b, r: expr.equal(expr.add(r, expr.lift(5, types.Uint(3))), 1),
        lambda a, b, r: (r + 5) % 8 == 1,
    ),
    "shift": (lambda a, b, r: expr.equal(expr.shift_left(r, 1), 4), lambda a, b, r: (r << 1) % 8 == 4),
    "cast": (lambda a, b, r: expr.cast(r, types.Bool()), lambda a, b, r: r != 0),
}


@pytest.mark.parametrize("name", EXPRESSIONS)
@pytest.mark.parametrize("value", range(8))
def test_expressions_over_bits_and_registers(name, value):
    """A typed expression decides as the same Python expression does."""
    build, truth = EXPRESSIONS[name]
    circuit = QuantumCircuit(QuantumRegister(4), ClassicalRegister(3, "r"), ClassicalRegister(1, "out"))
    for bit in range(3):
        if value >> bit & 1:
            circuit.x(bit)
        circuit.measure(bit, bit)
    with circuit.if_test(build(circuit.clbits[0], circuit.clbits[1], circuit.cregs[0])):
        circuit.x(3)
    circuit.measure(3, 3)
    expected = int(bool(truth(value & 1, value >> 1 & 1, value)))

    assert {f"{expected}{value:03b}": 1.0} == chances(circuit) == chances(through_qpy(circuit))


def test_reset_of_a_shared_qubit_leaves_a_mixture():
    """Resetting half of a Bell pair leaves the other half in two branches."""
    circuit = QuantumCircuit(2)
    circuit.h(0)
    circuit.cx(0, 1)
    circuit.reset(0)
    seen = [branch.state.round(3).tolist() for branch in branches(circuit)]

    assert [[0.707, 0, 0, 0], [0, 0, 0.707, 0]] == seen


def test_reset_of_an_unshared_qubit_keeps_one_branch():
    """Resetting a qubit that is not entangled leaves one state."""
    circuit = QuantumCircuit(2)
    circuit.h([0, 1])
    circuit.reset(0)
    seen = [branch.state.round(3).tolist() for branch in branches(circuit)]

    assert [[0.707, 0, 0.707, 0]] == seen


def test_initialize_resets_first():
    """``initialize`` gives its state whatever was there before, its first qubit least significant."""
    circuit = QuantumCircuit(2)
    circuit.x(0)
    circuit.h(1)
    circuit.initialize([0.6, 0, 0, 0.8j], [1, 0])
    mixed = sum(np.outer(branch.state, branch.state.conj()) for branch in branches(circuit))
    expected = np.outer([0.6, 0, 0, 0.8j], np.conj([0.6, 0, 0, 0.8j]))

    assert np.abs(expected - mixed).max() < 1e-12


def test_start_state_is_used():
    """A walk may start from any given state."""
    circuit = QuantumCircuit(1)
    circuit.h(0)
    (branch,) = branches(circuit, np.array([1, -1]) / np.sqrt(2))

    assert [0, 1] == branch.state.round(9).tolist()


def test_probability_is_the_squared_length():
    """A branch's chance is the squared length of its state."""
    branch = Branch("0", np.array([0.6, 0]))

    assert 0.36 == pytest.approx(branch.probability)


def test_before_measurement_is_the_state_just_before():
    """The first measured qubit and its circuit's one state before it; what follows doesn't matter."""
    circuit = QuantumCircuit(2, 1)
    circuit.h(1)
    circuit.measure(1, 0)
    circuit.reset(1)
    qubit, states = before_measurement(circuit)

    assert (1, [[0.707, 0, 0.707, 0]]) == (qubit, [state.round(3).tolist() for state in states])


def loop():
    circuit = QuantumCircuit(1, 1)
    with circuit.for_loop(range(10**9)):
        circuit.h(0)
    return circuit


def while_loop():
    circuit = QuantumCircuit(1, 1)
    with circuit.while_loop((circuit.clbits[0], 0)):
        circuit.measure(0, 0)
    return circuit


def stored():
    circuit = QuantumCircuit(1, 1)
    circuit.store(circuit.clbits[0], True)
    return circuit


def with_parameter():
    circuit = QuantumCircuit(1)
    circuit.rx(Parameter("θ"), 0)
    return circuit


def empty_gate():
    circuit = QuantumCircuit(1)
    circuit.append(Gate("mystery", 1, []), [0])
    return circuit


def not_a_number():
    circuit = QuantumCircuit(1)
    circuit.rx(float("nan"), 0)
    return circuit


def not_unitary():
    circuit = QuantumCircuit(1)
    circuit.append(UnitaryGate([[1, 0], [1, 0]], check_input=False), [0])
    return circuit


def doubled_sixty_times():
    inner = QuantumCircuit(1)
    inner.x(0)
    for _ in range(60):
        outer = QuantumCircuit(1)
        twice = Gate("twice", 1, [])
        twice.definition = inner
        outer.append(twice, [0], copy=False)
        outer.append(twice, [0], copy=False)
        inner = outer
    return inner


def many_resets():
    circuit = QuantumCircuit(2)
    for _ in range(40):
        circuit.h(0)
        circuit.cx(0, 1)
        circuit.reset(0)
        circuit.ry(1, 1)
    return circuit


def many_measurements():
    circuit = QuantumCircuit(16, 16)
    circuit.h(range(16))
    circuit.measure(range(16), range(16))
    return circuit


@pytest.mark.parametrize(
    ("build", "word"),
    [
        (loop, "loop"),
        (while_loop, "loop"),
        (stored, "store"),
        (with_parameter, "θ"),
        (empty_gate, "mystery"),
        (not_a_number, "finite"),
        (not_unitary, "unitary"),
        (doubled_sixty_times, "operations"),
        (many_resets, "resets"),
        (many_measurements, "measurements"),
        (lambda: QuantumCircuit(40), "40 qubits"),
        (lambda: QuantumCircuit(200_000), "200000 qubits"),
        (lambda: QuantumCircuit(1, 100), "100 classical bits"),
        (lambda: None, "None"),
    ],
)
def test_what_cannot_be_walked_is_refused_with_a_message(build, word):
    """Loops, stores, free angles, unknown operations, non-finite numbers and large sizes say what they are."""
    with pytest.raises(Unusable) as refusal:
        branches(build())

    assert word in refusal.value.finding.seen["en"]

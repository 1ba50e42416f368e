"""The usual mistakes, each tried on the learner's circuit until one explains what was seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from qiskit import QuantumCircuit
from qiskit.circuit import CircuitInstruction, ControlledGate, Measure
from qiskit.circuit.library import CXGate, HGate, XGate, ZGate

from ..errors import Text
from .plain import fill, say
from .resources import measurements
from .resources import steps as steps_of
from .usable import Unusable

MOST_TRIED = 40
"""Longest circuit, in operations after expansion, whose mistakes are looked for."""
WIDEST_TRIED = 10
"""Widest such circuit, in qubits."""
_MOST_BRANCHED = 1000
"""Largest number of operations times possible branches: a search takes a second or two at most."""

Accept = Callable[[QuantumCircuit], bool]
"""Whether a repaired circuit does what was asked."""

MEASURED = say(
    "It is measured; without the measurement it would be right.",
    "Il y a une mesure; sans elle, ce serait juste.",
)
REVERSED = say(
    "The qubits are in reverse order (qubit 0 is written on the right).",
    "Les qubits sont dans l’ordre inverse (le qubit 0 s’écrit à droite).",
)
SIGN = say(
    "Each outcome has the right chance, but the arrows’ directions (signs) differ.",
    "Chaque résultat a la bonne probabilité, mais la direction (le signe) des flèches diffère.",
)
_TOO_EARLY = say(
    "A measurement comes too early: before a gate.", "Une mesure vient trop tôt\u00a0: avant une porte."
)
_SWAPPED = say(
    "Control and target are swapped in a controlled gate.",
    "Le contrôle et la cible d’une porte contrôlée sont inversés.",
)
_NO_H = say("An H gate is missing.", "Il manque une porte H.")
_NO_CX = say("A CX gate is missing.", "Il manque une porte CX.")
_NO_X = say("An X gate is missing: a qubit is flipped.", "Il manque une porte X\u00a0: un qubit est inversé.")
_NO_Z = say("A Z gate is missing: a sign is wrong.", "Il manque une porte Z\u00a0: un signe est faux.")
_TOO_SMALL = say("The angles are half of what they should be.", "Les angles sont la moitié de ce qu’il faut.")
_TOO_LARGE = say("The angles are twice what they should be.", "Les angles sont le double de ce qu’il faut.")
_NEGATIVE = say("The angles have the wrong sign.", "Les angles sont de signe contraire.")
_TOO_MUCH = say("There is one gate too many: `{name}`.", "Il y a une porte de trop\u00a0: `{name}`.")
_BACKWARDS = say("The gates come in reverse order.", "Les portes sont dans l’ordre inverse.")


def explain(circuit: QuantumCircuit, accept: Accept) -> Text | None:
    """The first usual mistake whose repair makes ``circuit`` acceptable; None when no single one explains it.

    Tries repairs of the top level only, one kind at a time, on circuits of at most ``MOST_TRIED`` operations and
    ``WIDEST_TRIED`` qubits. It explains what was seen; it doesn't prove what the learner had in mind.
    """
    try:
        size = len(steps_of(circuit))
        branches = 2 ** min(len(measurements(circuit)), WIDEST_TRIED)
    except Unusable:
        return None
    if size > MOST_TRIED or circuit.num_qubits > WIDEST_TRIED or size * branches > _MOST_BRANCHED:
        return None
    for cause, repaired in repairs(circuit):
        try:
            if accept(repaired):
                return cause
        except Unusable:
            continue
    return None


def repairs(circuit: QuantumCircuit) -> Iterator[tuple[Text, QuantumCircuit]]:
    """Every single repair of ``circuit`` with the mistake that it undoes, the likeliest mistakes first."""
    steps = list(circuit.data)
    measured = any(isinstance(step.operation, Measure) for step in steps)
    if measured:
        yield MEASURED, _rebuilt(circuit, [step for step in steps if not isinstance(step.operation, Measure)])
        yield (
            _TOO_EARLY,
            _rebuilt(circuit, sorted(steps, key=lambda step: isinstance(step.operation, Measure))),
        )
    yield REVERSED, circuit.reverse_bits()
    yield from ((_SWAPPED, _rebuilt(circuit, changed)) for changed in _with_controls_swapped(steps))
    for cause, factor in ((_TOO_SMALL, 2.0), (_TOO_LARGE, 0.5), (_NEGATIVE, -1.0)):
        if any(_angles(step) for step in steps):
            yield cause, _rebuilt(circuit, [_scaled(step, factor) for step in steps])
    backwards = [step for step in reversed(steps) if not isinstance(step.operation, Measure)]
    yield (
        _BACKWARDS,
        _rebuilt(circuit, backwards + [step for step in steps if isinstance(step.operation, Measure)]),
    )
    for place, step in enumerate(steps):
        yield fill(_TOO_MUCH, name=step.name), _rebuilt(circuit, steps[:place] + steps[place + 1 :])
    for cause, gate in ((_NO_H, HGate()), (_NO_X, XGate()), (_NO_Z, ZGate())):
        for extra in [[qubit] for qubit in circuit.qubits] + [list(circuit.qubits)]:
            added = [CircuitInstruction(gate, [qubit]) for qubit in extra]
            yield cause, _rebuilt(circuit, added + steps)
            yield cause, _rebuilt(circuit, steps + added)
            if measured:
                yield cause, _rebuilt(circuit, _inserted_before_measurements(steps, added))
    for control in circuit.qubits:
        for target in circuit.qubits:
            if control is not target:
                added = [CircuitInstruction(CXGate(), [control, target])]
                yield _NO_CX, _rebuilt(circuit, _inserted_before_measurements(steps, added))


def _rebuilt(circuit: QuantumCircuit, steps: list[CircuitInstruction]) -> QuantumCircuit:
    rebuilt = circuit.copy_empty_like()
    for step in steps:
        rebuilt._append(
            step
        )  # the bits are the circuit's own, so the checks of append() would be repeated in vain
    return rebuilt


def _inserted_before_measurements(
    steps: list[CircuitInstruction], added: list[CircuitInstruction]
) -> list[CircuitInstruction]:
    """``added`` just before the measurements at the end."""
    last = len(steps)
    while last and isinstance(steps[last - 1].operation, Measure):
        last -= 1
    return steps[:last] + added + steps[last:]


def _with_controls_swapped(steps: list[CircuitInstruction]) -> Iterator[list[CircuitInstruction]]:
    """All two-qubit controlled gates turned round at once, then each alone."""
    places = [
        place
        for place, step in enumerate(steps)
        if isinstance(step.operation, ControlledGate) and len(step.qubits) == 2
    ]
    for turned in [places] + [[place] for place in places] if len(places) > 1 else [places] if places else []:
        yield [
            step.replace(qubits=step.qubits[::-1]) if place in turned else step
            for place, step in enumerate(steps)
        ]


def _angles(step: CircuitInstruction) -> bool:
    return step.is_standard_gate() and any(isinstance(angle, float | int) for angle in step.params)


def _scaled(step: CircuitInstruction, factor: float) -> CircuitInstruction:
    if not _angles(step):
        return step
    return step.replace(params=[angle * factor for angle in step.params])

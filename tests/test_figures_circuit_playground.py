"""The circuit playground: examples, words and the order of qubits."""

import math

import pytest

from qcourse.figures.circuit_playground import (
    EXAMPLES,
    MOST_GATES,
    MOST_QUBITS,
    CircuitPlayground,
    amplitudes,
    outcomes,
)


@pytest.mark.parametrize(
    ("example", "chances"),
    [
        ("coin", {"0": 0.5, "1": 0.5}),
        ("undo", {"0": 1}),
        ("phase", {"1": 1}),
        ("bell", {"00": 0.5, "11": 0.5}),
        ("opposite", {"01": 0.5, "10": 0.5}),
        ("ghz", {"000": 0.5, "111": 0.5}),
    ],
)
def test_examples(example, chances):
    """Each example gives the chances that its name promises."""
    count, gates = EXAMPLES[example]
    found = {
        outcome: abs(amplitude) ** 2
        for outcome, amplitude in zip(outcomes(count), amplitudes(count, gates), strict=True)
    }

    assert {outcome: chances.get(outcome, 0) for outcome in found} == pytest.approx(found, abs=1e-12)
    assert count <= MOST_QUBITS and len(gates) <= MOST_GATES


def test_qubit_0_is_on_the_right():
    """A flip of qubit 0 of three gives 001."""
    found = amplitudes(3, [{"gate": "x", "qubits": [0]}])

    assert 1 == found[outcomes(3).index("001")]


def test_angles_are_in_degrees():
    """RY by 60 degrees gives 1 with the chance sin² of 30 degrees."""
    found = amplitudes(1, [{"gate": "ry", "qubits": [0], "angle": 60}])

    assert math.sin(math.radians(30)) ** 2 == pytest.approx(abs(found[1]) ** 2)


def test_sentence():
    """The sentence lists the outcomes that have a chance."""

    assert "Gates: 2 of 10. Chances: 00: 50%, 11: 50%." == CircuitPlayground.says(*EXAMPLES["bell"], "en")
    assert (
        "Portes\u00a0: 2 sur 10. Probabilités\u00a0: 00\u00a0: 50\u00a0%, 11\u00a0: 50\u00a0%."
        == CircuitPlayground.says(*EXAMPLES["bell"], "fr")
    )


def test_steps_in_words():
    """A gate is named with its qubits and its angle."""

    assert "RY by \u221290° on q1" == CircuitPlayground.step_text(
        {"gate": "ry", "qubits": [1], "angle": -90}, "en"
    )
    assert "CX de q0 vers q2" == CircuitPlayground.step_text({"gate": "cx", "qubits": [0, 2]}, "fr")
    assert "SWAP on q0 and q1" == CircuitPlayground.step_text({"gate": "swap", "qubits": [0, 1]}, "en")

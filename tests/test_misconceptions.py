"""Two misconceptions whose simulation no figure shows: the numbers of lessons and register, computed again, exactly."""

from __future__ import annotations

import math

import numpy as np
import pytest
from qiskit import QuantumCircuit
from qiskit.quantum_info import PTM, DensityMatrix, Kraus, SuperOp

from qcourse import facts
from qcourse.figures.words import percent

from .pages import Page


def hidden_string(secret: str, noise: float) -> float:
    """The chance that one run of Bernstein and Vazirani's circuit reads ``secret``; qubit 0 is written on the right.

    After each CX of the rule its two qubits are, with chance ``noise``, replaced by two random ones.
    """
    scrambled = SuperOp(PTM(np.diag([1.0] + [1 - noise] * 15)))
    ask, link, read = QuantumCircuit(5), QuantumCircuit(2), QuantumCircuit(5)
    ask.x(4)
    ask.h(range(5))
    link.cx(0, 1)
    read.h(range(4))
    state = DensityMatrix(ask)
    for qubit, digit in enumerate(reversed(secret)):
        if digit == "1":
            state = state.evolve(link, [qubit, 4]).evolve(scrambled, [qubit, 4])
    return float(state.evolve(read).probabilities(range(4))[int(secret, 2)])


def fringe(probes: int, phase: float, loss: float = 0.0) -> float:
    """The chance that ``probes`` entangled probes answer 1 to ``phase`` (radians); ``loss``: dephasing of each probe."""
    spread, back = QuantumCircuit(probes), QuantumCircuit(probes)
    spread.h(0)
    for probe in range(1, probes):
        spread.cx(0, probe)
        back.cx(0, probe)
    for probe in range(probes):
        spread.p(phase, probe)
    back.h(0)
    dephased = Kraus([np.diag([1, math.sqrt(1 - loss)]), np.diag([0, math.sqrt(loss)])])
    state = DensityMatrix(spread)
    for probe in range(probes):
        state = state.evolve(dephased, [probe])
    return float(state.evolve(back).probabilities([0])[1])


def test_one_question_to_a_perfect_rule_reveals_a_hidden_string():
    """As the register says; with noise the answer fades, down to one chance in sixteen."""
    assert 1 == pytest.approx(hidden_string("1011", 0))
    assert hidden_string("1011", 0) > hidden_string("1011", 0.1) > hidden_string("1011", 0.4) > 1 / 16
    assert "one query" in facts.find("bernstein-vazirani").claim["en"]


@pytest.mark.parametrize("language", ("en", "fr"))
def test_the_lesson_gives_the_share_that_is_left(language):
    """The number of the folded box on hidden secrets is the one computed here."""
    page = Page("modules/encryption_risk/post_quantum_cryptography")
    text = page.source if language == "en" else "\n".join(page.translations.values())

    assert percent(hidden_string("1011", 0.4), language, 0) in text


def test_entangled_probes_gain_and_fade():
    """Five probes answer a small phase about 23 times more strongly, and lose contrast faster: the register's claim."""
    contrast = {n: fringe(n, math.pi / n, 0.3) - fringe(n, 0, 0.3) for n in (1, 5)}

    assert 23 == round(fringe(5, 0.2) / fringe(1, 0.2))
    assert "about 23 times" in facts.find("entangled-sensing").claim["en"]
    assert contrast[1] > 0.8 > 0.5 > contrast[5] > 0.3

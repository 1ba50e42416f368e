"""Noise on linked qubits, flips by hand and the repetition code: exact chances, and what the lesson says of them."""

import itertools
import math
from pathlib import Path

import pytest

from qcourse import facts
from qcourse.figures.noise_slider import (
    FLIPS,
    NOISE,
    PATTERNS,
    SIZES,
    START,
    NoiseSlider,
    by_hand,
    code_error,
    fine,
    linked,
    wrong_share,
)

LESSON = Path(__file__).resolve().parents[1] / "modules" / "quantum_basics" / "noise_and_correction.md"


@pytest.mark.parametrize("noise", NOISE)
def test_bell_pair(noise):
    """With a chance of noise the pair is random: then half of the results disagree."""
    chances = linked(2, noise)

    assert wrong_share(2, noise) == pytest.approx(noise / 2, abs=1e-8)
    assert chances["01"] == chances["10"] == pytest.approx(noise / 4, abs=1e-8)
    assert chances["00"] == chances["11"] == pytest.approx(0.5 - noise / 4, abs=1e-8)


@pytest.mark.parametrize("size", SIZES)
def test_no_noise(size):
    """An ideal row reads all 0 or all 1, half of the time each."""

    assert 0.5 == linked(size, 0)["0" * size] == linked(size, 0)["1" * size]
    assert 0 == wrong_share(size, 0)


@pytest.mark.parametrize("noise", NOISE)
def test_more_links_more_wrong(noise):
    """Each further link can only add wrong results."""
    shares = [wrong_share(size, noise) for size in SIZES]

    assert sorted(shares) == shares


@pytest.mark.parametrize(("size", "noise"), [(2, 0.1), (3, 0.3), (4, 0.05)])
def test_the_noise_is_that_of_aer(size, noise):
    """Aer's own noise model gives the same chances, without sampling."""
    from qiskit import QuantumCircuit
    from qiskit_aer import AerSimulator
    from qiskit_aer.noise import NoiseModel, depolarizing_error

    circuit, model = QuantumCircuit(size), NoiseModel()
    circuit.h(0)
    for qubit in range(size - 1):
        circuit.cx(qubit, qubit + 1)
    circuit.save_probabilities()
    model.add_all_qubit_quantum_error(depolarizing_error(noise, 2), "cx")
    simulator = AerSimulator(method="density_matrix", noise_model=model)
    found = simulator.run(circuit).result().data()["probabilities"]

    assert list(linked(size, noise).values()) == pytest.approx(list(found), abs=1e-8)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_flips_by_hand(pattern):
    """The checks compare neighbours; the correction undoes at most one flip and gets two or three wrong."""
    found = by_hand(pattern)
    flipped = sum(bit << qubit for qubit, bit in enumerate(pattern))
    one, two = START

    assert (pattern[0] ^ pattern[1], pattern[1] ^ pattern[2]) == found["checks"]
    assert {flipped: one, 7 - flipped: two} == {
        outcome: arrow for outcome, arrow in enumerate(found["arrows"]) if arrow
    }
    assert (sum(pattern) < 2) == found["saved"]
    assert [one, two][:: 1 if found["saved"] else -1] == found["end"]
    if sum(pattern) == 1:
        assert pattern.index(1) == found["flip"]


@pytest.mark.parametrize("chance", FLIPS)
def test_code(chance):
    """Flips need two of three to do harm; turned arrows need an odd number."""
    kept = 1 - chance

    def total(harmful):
        return sum(
            math.prod(chance if bit else kept for bit in pattern)
            for pattern in itertools.product((0, 1), repeat=3)
            if harmful(sum(pattern))
        )

    assert code_error("flips", chance) == pytest.approx(3 * chance**2 - 2 * chance**3, abs=1e-8)
    assert code_error("flips", chance) == pytest.approx(total(lambda errors: errors >= 2), abs=1e-8)
    assert code_error("turns", chance) == pytest.approx(total(lambda errors: errors % 2 == 1), abs=1e-8)


def test_break_even():
    """Below one half the code helps against flips, at one half it doesn't matter, above it harms."""
    for chance in FLIPS[1:]:
        assert (code_error("flips", chance) < chance) == (chance < 0.5)
        assert chance >= 0.5 or code_error("turns", chance) > chance

    assert 0.5 == code_error("flips", 0.5)


def test_agrees_with_the_register():
    """The register's numbers are these, rounded."""
    gain, loss = facts.find("repetition-code-gain"), facts.find("repetition-code-loss")

    assert gain.values[""] == pytest.approx(code_error("flips", 0.05))
    assert "5%" in gain.claim["en"]
    assert "0.7%" in gain.claim["en"]
    assert "above 50%" in loss.claim["en"]


def test_sentences():
    """The sentences carry the values in each language's form."""

    assert "noise of 10%: 5% of the results" in NoiseSlider.noise_says(2, 0.1, "en")
    assert "Des inversions de 5\u00a0% sur chaque qubit deviennent 0,725\u00a0%" in NoiseSlider.code_says(
        "flips", 0.05, "fr"
    )
    assert "neither helps nor harms" in NoiseSlider.code_says("flips", 0.5, "en")
    assert "worse" in NoiseSlider.code_says("flips", 0.6, "en")
    assert "become 13.6%" in NoiseSlider.code_says("turns", 0.05, "en")
    assert "no check will say so" in NoiseSlider.hand_says((1, 1, 0), "en")
    assert ["0.0003%", "1.25%", "13%"] == [fine(share, "en") for share in (2.998e-6, 0.0125, 0.13)]


def test_numbers_of_the_lesson():
    """Every percentage that the lesson states of the simulation is computed here."""
    text = " ".join(LESSON.read_text(encoding="utf-8").split())

    def right(qubits, noise):
        return fine(1 - wrong_share(qubits, noise), "en")

    assert "5%" == fine(wrong_share(2, 0.1), "en")
    assert "disagree on 5% of the pairs" in text
    assert "87%" == right(5, 0.05)
    assert "99.9%" == right(3, 0.001)
    assert (
        "fail 5% of the time give the ideal pattern in 87% of the runs; three qubits at 0.1%, in 99.9%"
        in text
    )
    assert f"5% on each qubit becomes {fine(code_error('turns', 0.05), 'en')}" in text
    assert (
        f"flips 60% of the time, the code is wrong {fine(code_error('flips', 0.6), 'en')} of the time" in text
    )


def test_a_copier_does_not_copy():
    """CX on a qubit with two equal arrows gives a state of fidelity one half with two copies, as the lesson says."""
    from qiskit import QuantumCircuit
    from qiskit.quantum_info import Statevector, state_fidelity

    copied, copies = QuantumCircuit(2), QuantumCircuit(2)
    copied.h(0)
    copied.cx(0, 1)
    copies.h([0, 1])

    assert state_fidelity(Statevector(copied), Statevector(copies)) == pytest.approx(0.5)
    assert 0.5 == facts.find("no-cloning").values[""]
    assert "only 50% fidelity" in LESSON.read_text(encoding="utf-8")

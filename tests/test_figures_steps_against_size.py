"""Steps against size: counts of the three kinds of problem, Grover's peak, and the sum that the lesson quotes."""

import itertools
import math
from pathlib import Path

import pytest

from qcourse.figures.steps_against_size import (
    DOUBLINGS,
    LISTS,
    StepsAgainstSize,
    best_rounds,
    chance,
    noisy_sum,
    ordinary_repeat,
    ordinary_search,
    quantum_repeat,
    short,
    steps,
)
from qcourse.figures.two_paths import marked_chance

LESSON = Path(__file__).resolve().parents[1] / "modules" / "quantum_basics" / "speedups.md"


@pytest.mark.parametrize("rounds", range(4))
def test_the_formula_is_what_the_circuit_does(rounds):
    """Among eight entries the closed form gives what Qiskit's state gives."""

    assert marked_chance(rounds) == pytest.approx(chance(rounds, 8), abs=1e-6)


@pytest.mark.parametrize("doublings", range(2, 15))
def test_best_rounds_are_the_first_peak(doublings):
    """The chance climbs at every round before, and falls at the next."""
    entries = 2**doublings
    best = best_rounds(entries)
    climb = [chance(rounds, entries) for rounds in range(best + 2)]

    assert climb[:-1] == sorted(climb[:-1])
    assert climb[-1] < climb[-2]


def test_the_ordinary_average_of_a_repeat():
    """All orders of a list of three pairs, tried out; and the growth with the square root."""
    orders = list(itertools.permutations("aabbcc"))
    looks = [next(k for k in range(1, 7) if len(set(order[:k])) < k) for order in orders]

    assert ordinary_repeat(6) == pytest.approx(sum(looks) / len(looks))
    assert ordinary_repeat(2**20) == pytest.approx(math.sqrt(math.pi * 2**19), rel=0.01)


def test_the_runs_of_a_hidden_repeat():
    """With three digits: two independent clues among four, one of which says nothing."""

    assert quantum_repeat(3) == pytest.approx(4 / 3 + 4 / 2)
    assert quantum_repeat(21) - quantum_repeat(20) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("doublings", DOUBLINGS)
def test_three_kinds(doublings):
    """Copying gains nothing, a search about a square root, a repeat far more once the list is long."""
    (written, same), (tries, rounds), (looks, runs) = (
        steps(kind, doublings) for kind in ("copy", "search", "repeat")
    )

    assert written == same == 2**doublings
    assert ordinary_search(2**doublings) == tries
    assert rounds <= math.pi / 4 * math.sqrt(2**doublings) + 0.5
    assert runs < looks


def test_the_lesson_quotes_what_is_computed():
    """Numbers in the text of the lesson are those of this module."""
    page = LESSON.read_text(encoding="utf-8")

    assert f"needs about {round(best_rounds(2**20), -2)} rounds" in page
    assert f"right in {100 * noisy_sum(0.01):.1f}% of the runs" in page
    assert "about 1,280 on average" in page
    assert 1280 == round(ordinary_repeat(2**20), -1)
    assert f"about {quantum_repeat(20):.0f} runs are enough" in page
    assert 41 == round(100 * (ordinary_repeat(2**21) / ordinary_repeat(2**20) - 1))
    assert [12, 25] == [best_rounds(entries) for entries in (256, 1024)]


def test_a_perfect_machine_adds_without_fail():
    """And noise only makes it worse."""
    rights = [noisy_sum(error) for error in (0, 0.001, 0.01, 0.05)]

    assert 1 == rights[0]
    assert rights == sorted(rights, reverse=True)


def test_numbers_are_short():
    """One decimal for small counts, halves rounded up."""

    assert [2.7, 512.5, 1024, 524289] == [short(value) for value in (2.6667, 512.5, 1024, 524288.5)]


@pytest.mark.parametrize("entries", LISTS)
def test_advice(entries):
    """The figure says go on, stop and too many on the right sides of the peak."""
    best = best_rounds(entries)

    for rounds, key in ((best - 1, "below"), (best, "best"), (best + 1, "above")):
        advice = StepsAgainstSize.words[key]["en"].split("{")[0]
        assert advice in StepsAgainstSize.rounds_say(entries, rounds, "en")

"""The repeat clock: the clock's arithmetic, the circuit's chances and the arrows behind them."""

import math

import pytest

from qcourse.figures.repeat_clock import (
    BASES,
    MODULUS,
    READINGS,
    RepeatClock,
    chances,
    factors,
    order,
    paths,
    points_to,
    power,
)

each_base = pytest.mark.parametrize("base", BASES)


def test_the_bases():
    """The reader may choose every number below 15 that shares no factor with it."""

    assert tuple(number for number in range(2, MODULUS) if math.gcd(number, MODULUS) == 1) == BASES


def test_the_repeat_of_seven():
    """The lesson walks 1, 7, 4, 13 and back to 1."""

    assert [power(7, steps) for steps in range(5)] == [1, 7, 4, 13, 1]
    assert order(7) == 4
    assert factors(7) == (3, 5)


@each_base
def test_chances_are_sharp_at_the_multiples(base):
    """The circuit reads each multiple of 16 / repeat equally often, and nothing else."""
    repeat = order(base)
    expected = [1 / repeat if reading * repeat % READINGS == 0 else 0 for reading in range(READINGS)]

    assert expected == pytest.approx(list(chances(base)), abs=1e-6)


@each_base
def test_arrows_add_up_to_the_chances(base):
    """The squared length of the arrows added tip to tail is the chance that Qiskit computes."""
    sums = [abs(sum(paths(order(base), reading))) ** 2 for reading in range(READINGS)]

    assert list(chances(base)) == pytest.approx(sums, abs=1e-6)


@each_base
def test_factors(base):
    """Every base but 14 gives the two factors of 15; 14 is one step before 15."""
    pair = factors(base)

    assert (base == MODULUS - 1) == (pair is None)
    assert pair is None or (pair[0] * pair[1] == MODULUS and 1 not in pair)


def test_a_reading_may_show_a_part_of_the_repeat():
    """Reading 8 shows only 2 for the repeat 4, and the sentence says that the check fails."""

    assert (points_to(8), points_to(12)) == (2, 4)
    assert "fails the check" in RepeatClock.says(7, 4, 8, "en")
    assert "the arrows cancel" in RepeatClock.says(7, 4, 1, "en")


def test_the_size_that_the_lesson_states():
    """Every number of 2,048 bits has 617 digits."""

    assert {len(str(number)) for number in (2**2047, 2**2048 - 1)} == {617}

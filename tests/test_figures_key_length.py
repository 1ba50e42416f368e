"""Key length: steps, times and the square root that Grover takes."""

import math

import pytest

from qcourse import facts
from qcourse.figures.key_length import (
    LENGTHS,
    MACHINES,
    STEP_SECONDS,
    YEAR_SECONDS,
    KeyLength,
    amount,
    duration,
    parts,
    rounds,
    tries,
)


def test_the_register_says_the_same():
    """The time for a 128-bit key is that of the register, to its two digits."""
    years = rounds(128) * STEP_SECONDS / YEAR_SECONDS

    assert facts.statable("grover-aes128-time").value() == pytest.approx(years, rel=0.005)
    assert KeyLength.lasts(rounds(128), "en") == "460,000 years"


@pytest.mark.parametrize("length", LENGTHS)
def test_grover_halves_the_doublings(length):
    """Grover's rounds are the square root of the tries, but for a constant."""

    assert math.log2(tries(length)) / 2 == pytest.approx(math.log2(rounds(length) * 4 / math.pi))


@pytest.mark.parametrize("machines", MACHINES)
def test_machines_help_grover_by_their_square_root(machines):
    """A hundred machines divide the tries by a hundred and the rounds by ten."""

    assert tries(128) / machines == pytest.approx(tries(128, machines))
    assert rounds(128) / math.sqrt(machines) == pytest.approx(rounds(128, machines))
    assert math.isqrt(machines) ** 2 == machines


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (1, (0, "instant")),
        (2, (2, "seconds")),
        (120, (2, "minutes")),
        (7200, (2, "hours")),
        (172800, (2, "days")),
        (2 * YEAR_SECONDS, (2, "years")),
    ],
)
def test_units(seconds, expected):
    """A time is given in the largest unit of which it holds at least two."""

    assert expected == duration(seconds / STEP_SECONDS)


def test_numbers_are_short():
    """Two digits, in the language's own writing."""

    assert parts(459204.7) == (460000, 0)
    assert parts(1.4488e19) == (1.4, 19)
    assert amount(1.4488e19, "fr") == "1,4\u00a0×\u00a010¹⁹"
    assert amount(7.008, "en") == "7"

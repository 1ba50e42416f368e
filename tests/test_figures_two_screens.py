"""Two screens: the chances of an entangled pair and the limits of the game."""

import itertools
import math

import pytest

from qcourse.figures.two_screens import (
    BEST_ALICE,
    BEST_BOB,
    QUANTUM_LIMIT,
    REACH,
    STEP,
    TwoScreens,
    agreement,
    amplitudes,
    classical_limit,
    paths,
    win_share,
)

ROUNDED = 2e-6
"""Amplitudes are kept to six decimals."""

angles = pytest.mark.parametrize(
    ("alice", "bob"), [(0, 0), (0, 45), (-90, 90), (35, -20), (90, 90), (-45, 45)]
)


@angles
def test_agreement(alice, bob):
    """The screens agree with the chance cos² of half the angle between the dials."""

    assert math.cos(math.radians(alice - bob) / 2) ** 2 == pytest.approx(agreement(alice, bob), abs=ROUNDED)


@angles
def test_no_signalling(alice, bob):
    """Each screen alone shows 0 half of the time at any angles."""
    chances = [amplitude**2 for amplitude in amplitudes(alice, bob)]

    assert 0.5 == pytest.approx(chances[0] + chances[1], abs=ROUNDED)
    assert 0.5 == pytest.approx(chances[0] + chances[2], abs=ROUNDED)


@angles
def test_only_the_difference_counts(alice, bob):
    """The page may look the amplitudes up by the difference of the angles."""

    assert amplitudes(alice - bob, 0) == pytest.approx(amplitudes(alice, bob), abs=ROUNDED)


@angles
def test_arrows_add_up(alice, bob):
    """The two arrows into each outcome add up to the outcome's arrow."""
    sums = [sum(paths(alice, bob, outcome)) for outcome in ((0, 0), (0, 1), (1, 0), (1, 1))]

    assert sums == pytest.approx(amplitudes(alice, bob), abs=ROUNDED)


def test_equal_dials_cancel():
    """With both dials at 90 degrees two equal and opposite arrows arrive at 01."""
    by_00, by_11 = paths(90, 90, (0, 1))

    assert by_00 == pytest.approx(-by_11, abs=ROUNDED)
    assert abs(by_00) > 0.3


def test_limits():
    """Plans made in advance stop at three quarters, a pair at cos²(π/8)."""

    assert 0.75 == classical_limit()
    assert 0.853553 == pytest.approx(QUANTUM_LIMIT, abs=1e-6)
    assert QUANTUM_LIMIT == pytest.approx(win_share(BEST_ALICE, BEST_BOB), abs=ROUNDED)


def test_no_better_angles():
    """No position of the four dials beats the best angles that the figure offers."""
    table = TwoScreens.compute()["agreement"]

    def agreed(a, b):
        return table[(a - b + 2 * REACH) // STEP]

    positions = range(-REACH, REACH + 1, STEP)
    best = max(
        max(agreed(a, c) + agreed(b, c) for c in positions)
        + max(agreed(a, d) + 1 - agreed(b, d) for d in positions)
        for a, b in itertools.product(positions, repeat=2)
    )

    assert 4 * QUANTUM_LIMIT == pytest.approx(best, abs=1e-5)


def test_data_covers_every_position():
    """There is an entry for every difference of two dials."""
    data = TwoScreens.compute()
    places = {
        (a - b + 2 * REACH) / STEP
        for a in range(-REACH, REACH + 1, STEP)
        for b in range(-REACH, REACH + 1, STEP)
    }

    assert set(range(len(data["amplitudes"]))) == places
    assert len(data["agreement"]) == len(data["amplitudes"])


def test_game_with_all_dials_at_zero():
    """Without turning a dial the pair does no better than a plan."""

    assert (
        "They win 75% of the rounds: a plan made in advance does as well or better."
        == TwoScreens.game_says((0, 0), (0, 0), "en")
    )


def test_sentences():
    """The sentences carry the values in each language's form."""

    assert "agree 85.4% of the time" in TwoScreens.pair_says(0, 45, "en")
    assert "concordent dans 85,4\u00a0% des cas" in TwoScreens.pair_says(0, 45, "fr")
    assert "\u221245°" in TwoScreens.pair_says(0, -45, "fr")
    assert "the most that quantum physics allows" in TwoScreens.game_says(BEST_ALICE, BEST_BOB, "en")

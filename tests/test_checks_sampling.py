"""Counts against exact chances."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qcourse.checks.sampling import (
    FALSE_ALARM,
    are_counts,
    are_drawn_anew,
    binomial_bounds,
    counts_fit,
    seeds_needed,
)

BELL = {"00": 0.5, "11": 0.5}


def tail(shots: int, chance: float, counts: range) -> float:
    """The exact chance of these counts, by whole-number arithmetic."""
    return sum(math.comb(shots, k) * chance**k * (1 - chance) ** (shots - k) for k in counts)


@settings(deadline=None)
@given(st.integers(1, 400), st.floats(0.01, 0.99), st.sampled_from([0.1, 1e-3, 1e-6, 1e-9]))
def test_bounds_are_exact(shots, chance, alarm):
    """Outside lies at most half the false alarm at each end, and one count further in lies more."""
    low, high = binomial_bounds(shots, chance, alarm)

    assert tail(shots, chance, range(low)) <= alarm / 2 * (1 + 1e-6)
    assert tail(shots, chance, range(high + 1, shots + 1)) <= alarm / 2 * (1 + 1e-6)
    assert tail(shots, chance, range(low + 1)) >= alarm / 2 * (1 - 1e-6)
    assert tail(shots, chance, range(high, shots + 1)) >= alarm / 2 * (1 - 1e-6)


@pytest.mark.parametrize(("chance", "bounds"), [(0.0, (0, 0)), (1.0, (50, 50))])
def test_certain_outcomes(chance, bounds):
    """Never is 0 and always is all of them."""
    assert bounds == binomial_bounds(50, chance)


def test_false_alarm_is_far_below_the_stated_bar():
    """Ten comparisons at ``FALSE_ALARM`` stay at 1e-9."""
    assert 1e-9 >= 10 * FALSE_ALARM


def test_honest_counts_pass_on_many_seeds():
    """Drawn from the very chances, counts pass."""
    rng = np.random.default_rng(7)
    drawn = [rng.multinomial(1000, [0.475, 0.025, 0.025, 0.475]) for _ in range(200)]
    chances = dict(zip(["00", "01", "10", "11"], [0.475, 0.025, 0.025, 0.475], strict=True))

    assert all(counts_fit(dict(zip(chances, map(int, one), strict=True)), chances).passed for one in drawn)


@pytest.mark.parametrize(
    "counts",
    [
        {"00": 300, "11": 700},
        {"00": 499, "11": 500, "01": 1},
        {"00": 1000},
        {"00": 500.0, "11": 500},
        {},
        None,
    ],
)
def test_other_counts_fail(counts):
    """Too far, an impossible outcome, one outcome only, counts that are no whole numbers."""
    finding = counts_fit(counts, BELL)

    assert (counts == {}) is finding.passed


def test_reversed_bits_are_named():
    """Counts of the reversed strings are named."""
    assert "reverse order" in counts_fit({"01": 1000}, {"10": 1.0}).diagnosis["en"]


def test_form_of_counts():
    """Total, length of strings; spaces between registers are optional."""
    assert are_counts({"0 1": 600, "11": 400}, 1000, 2).passed
    assert "999 shots in all" == are_counts({"00": 999}, 1000, 2).seen["en"]
    assert not are_counts({"0": 1000}, 1000, 2).passed
    assert not are_counts({"0x": 1000}, 1000, 2).passed
    assert not are_counts({"00": True}, 1, 2).passed
    assert not are_counts({"00": -1, "11": 2}, 1, 2).passed


def test_seed_that_is_ignored():
    """The same counts for every seed are refused; any difference passes."""
    assert not are_drawn_anew([{"0": 5, "1": 5}] * 8).passed
    assert are_drawn_anew([{"0": 5, "1": 5}] * 7 + [{"0": 4, "1": 6}]).passed


def test_seeds_needed():
    """With a thousand fair shots eight seeds are enough for 1e-10."""
    needed = seeds_needed(1000, 0.5)
    likeliest = math.comb(1000, 500) / 2**1000

    assert likeliest ** (needed - 1) <= FALSE_ALARM < likeliest ** (needed - 2)


def test_certain_outcome_has_no_number_of_seeds():
    """Where counts can't vary no number of seeds would do."""
    with pytest.raises(ValueError, match="same counts"):
        seeds_needed(100, 1.0)

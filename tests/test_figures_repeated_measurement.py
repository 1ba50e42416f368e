"""Repeated measurement: honest samples, the margin's rule of thumb, and the numbers that the lesson states."""

import math
import re
from pathlib import Path

import pytest
from scipy.stats import binom

from qcourse.checks import binomial_bounds
from qcourse.figures.repeated_measurement import (
    BATCHES,
    CHANCES,
    COIN,
    READ_AGAIN,
    SHOTS,
    RepeatedMeasurement,
    amplitudes,
    chance_within,
    coin_as_far,
    count,
    margin,
    read_again,
    readings,
    shots_needed,
    span,
)

LESSON = Path(__file__).parent.parent / "modules/quantum_basics/measurement.md"
places = pytest.mark.parametrize("place", range(len(CHANCES)), ids=[f"{chance:.0%}" for chance in CHANCES])


@places
def test_arrows(place):
    """The squared lengths of the arrows are the chances."""
    zero, one = amplitudes(CHANCES[place])

    assert CHANCES[place] == pytest.approx(one**2, abs=2e-6)
    assert pytest.approx(1, abs=2e-6) == zero**2 + one**2


@places
def test_samples_are_honest(place):
    """All batches together lie within exact binomial bounds, and no two batches are alike unless they must be."""
    total = sum(count(place, batch, SHOTS[-1]) for batch in range(BATCHES))
    low, high = binomial_bounds(BATCHES * SHOTS[-1], CHANCES[place])
    different = {readings(place, batch) for batch in range(BATCHES)}

    assert low <= total <= high
    assert len(different) == (BATCHES if CHANCES[place] < 1 else 1)


@places
def test_one_qubit_read_again(place):
    """A qubit read again repeats its first reading; over the batches both results occur where both can."""
    first = {read_again(place, batch) for batch in range(BATCHES)}

    assert first <= {"0" * READ_AGAIN, "1" * READ_AGAIN}
    assert len(first) == 2 or CHANCES[place] > 0.9


@pytest.mark.parametrize("shots", SHOTS)
def test_about_nineteen_in_twenty(shots):
    """At every stop and chance at least 92.7% of batches fall within the margin, and the sum is SciPy's."""
    low, high = (math.ceil(shots * (COIN - margin(shots))), math.floor(shots * (COIN + margin(shots))))

    assert min(chance_within(shots, chance) for chance in CHANCES) >= 0.927
    assert binom.cdf(high, shots, COIN) - binom.cdf(low - 1, shots, COIN) == pytest.approx(
        chance_within(shots, COIN)
    )


def test_the_lesson_counts_right():
    """The table of the lesson gives the least number of shots for each margin."""
    table = re.search(r"```\{list-table\}.*?```", LESSON.read_text(encoding="utf-8"), re.DOTALL)[0]
    rows = re.findall(r"^\* - ([\d.]+)\n  - ([\d,]+)$", table, re.MULTILINE)

    assert len(rows) == 6
    for points, shots in rows:
        assert shots_needed(float(points) / 100) == int(shots.replace(",", ""))


def test_the_demonstration_of_the_lesson():
    """56 of 100 is no news, 560 of 1000 is; a claim shows in half of the batches or in 39 of 40."""

    def shows(chance, shots):
        return sum(binom.pmf(k, shots, chance) for k in range(shots + 1) if k / shots - margin(shots) > COIN)

    assert span(56, 100) == pytest.approx((0.462, 0.658))
    assert span(560, 1000) == pytest.approx((0.529, 0.591), abs=5e-4)
    assert coin_as_far(56, 100) == pytest.approx(0.27, abs=0.005)
    assert coin_as_far(560, 1000) < 2e-4
    assert shows(0.56, shots_needed(0.06)) == pytest.approx(0.5, abs=0.01)
    assert shows(0.56, shots_needed(0.03)) == pytest.approx(39 / 40, abs=0.005)
    assert 0.997**1000 == pytest.approx(1 / 20, abs=0.001)
    assert 100 * margin(5000) == pytest.approx(1.4, abs=0.05)
    assert 100 * margin(20000) == pytest.approx(0.7, abs=0.05)


def test_what_the_lesson_says_of_the_figure():
    """Fresh digits are mixed at 75%; at 52% most batches leave a coin possible; at 50% batches 2 and 15 stand out."""
    most = SHOTS[-1]
    spans = [span(count(CHANCES.index(0.52), batch, most), most) for batch in range(BATCHES)]
    outside = [
        batch + 1 for batch in range(BATCHES) if abs(count(0, batch, most) / most - COIN) > margin(most)
    ]

    assert all(
        {"0", "1"} == set(readings(CHANCES.index(0.75), batch)[:READ_AGAIN]) for batch in range(BATCHES)
    )
    assert sum(low <= COIN <= high for low, high in spans) > BATCHES / 2
    assert [2, 15] == outside


def test_sentences():
    """The sentence says whether a fair coin could have done it, in each language's form."""

    assert "a fair coin is not ruled out" in RepeatedMeasurement.says(2, 0, 1, "en")
    assert "50% lies outside that range: a fair coin" in RepeatedMeasurement.says(2, 0, 1000, "en")
    assert "it is the exact chance" in RepeatedMeasurement.says(0, 1, 1000, "en")
    assert "à 9,8 points de pourcentage près" in RepeatedMeasurement.says(2, 0, 100, "fr")

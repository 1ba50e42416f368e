"""Checks of interference that run on submission only."""

from itertools import groupby
from math import pi, sin

from qcourse.checks import has_distribution, has_shape, measurements, measures_in_order, require

ALL_ALIKE = {"00": 0.25, "01": 0.25, "10": 0.25, "11": 0.25}
"""Each path half of the time and, given either path, each exit half of the time."""


def phases(answer):
    """Either side of zero, of a half turn and of whole turns, and some that nobody can foresee."""
    drawn = [round(float(phase), 3) for phase in answer.random.uniform(-4 * pi, 4 * pi, 6)]
    return [-0.25, 1, 3, 3.5, 2 * pi, -pi / 2, 5.5, 7.25, -pi, 3 * pi, *drawn]


def test_every_phase(answer):
    for phase in phases(answer):
        one = sin(phase / 2) ** 2
        circuit = answer.interferometer(phase)
        require(
            has_shape(circuit, 1, 1).on(f"interferometer({phase})"),
            has_distribution(circuit, {"0": 1 - one, "1": one}).on(f"interferometer({phase})"),
        )


def test_watched_every_phase(answer):
    for phase in phases(answer):
        circuit = answer.watched_interferometer(phase)
        call = f"watched_interferometer({phase})"
        require(has_shape(circuit, 1, 2).on(call))
        written = [bit for bit, _ in groupby(bit for _, bit in measurements(circuit))]
        if written != [0, 1]:
            require(measures_in_order(circuit, [(0, 0), (0, 1)]).on(call))
        require(has_distribution(circuit, ALL_ALIKE).on(call))

"""Checks of interference that a learner may see."""

from itertools import groupby
from math import pi, sin

from qcourse.checks import has_distribution, has_shape, measurements, measures_in_order, require

ALL_ALIKE = {"00": 0.25, "01": 0.25, "10": 0.25, "11": 0.25}
"""Each path half of the time and, given either path, each exit half of the time."""


def test_undo(answer):
    circuit = answer.interferometer(0)
    require(
        has_shape(circuit, 1, 1).on("interferometer(0)"),
        has_distribution(circuit, {"0": 1}).on("interferometer(0)"),
    )


def test_phase(answer):
    for phase, given in ((pi / 3, "pi / 3"), (pi / 2, "pi / 2"), (pi, "pi")):
        one = sin(phase / 2) ** 2
        circuit = answer.interferometer(phase)
        require(
            has_shape(circuit, 1, 1).on(f"interferometer({given})"),
            has_distribution(circuit, {"0": 1 - one, "1": one}).on(f"interferometer({given})"),
        )


def test_watched(answer):
    for phase, given in ((0, "0"), (pi / 2, "pi / 2"), (pi, "pi")):
        circuit = answer.watched_interferometer(phase)
        call = f"watched_interferometer({given})"
        require(has_shape(circuit, 1, 2).on(call))
        written = [bit for bit, _ in groupby(bit for _, bit in measurements(circuit))]
        if written != [0, 1]:
            require(measures_in_order(circuit, [(0, 0), (0, 1)]).on(call))
        require(has_distribution(circuit, ALL_ALIKE).on(call))

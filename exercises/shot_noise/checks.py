"""Checks of shot_noise that a learner may see.

Counts are drawn, so they are held against exact binomial bounds: an honest answer fails a check with a chance below 1e-9.
"""

from math import pi, sqrt

from qiskit import QuantumCircuit

from qcourse.checks import (
    are_counts,
    are_drawn_anew,
    counts_fit,
    is_equal,
    is_integer,
    refuses,
    require,
    seeds_needed,
)

FAIR = {"0": 0.5, "1": 0.5}


def turned(angle):
    circuit = QuantumCircuit(1, 1)
    circuit.ry(angle, 0)
    circuit.measure(0, 0)
    return circuit


def test_run(answer):
    for angle, chances in ((pi / 2, FAIR), (pi / 3, {"0": 0.75, "1": 0.25}), (pi, {"1": 1.0})):
        for shots in (1, 1000):
            counts = answer.run(turned(angle), shots, 5)
            given = f"run(ry({angle:.4f}), {shots}, 5)"
            require(are_counts(counts, shots, 1).on(given), counts_fit(counts, chances).on(given))


def coins(count):
    circuit = QuantumCircuit(count, count)
    circuit.h(range(count))
    circuit.measure(range(count), range(count))
    return circuit


def test_seed(answer):
    # Two samples of one fair bit are equal by chance about once in fifty; of four bits, less than once in 1e15.
    first = answer.run(coins(4), 1000, 7)
    given = "run(h(0) … h(3), 1000, 7)"
    require(is_equal(answer.run(coins(4), 1000, 7), first).on(given))
    seeds = range(11, 11 + seeds_needed(1000, 0.5))
    samples = [answer.run(turned(pi / 2), 1000, seed) for seed in seeds]
    require(are_drawn_anew(samples).on(f"run(ry(1.5708), 1000, {seeds[0]} … {seeds[-1]})"))


def test_estimate(answer):
    for zeros, ones in ((60, 40), (100, 300)):
        share = ones / (zeros + ones)
        expected = (share, sqrt(share * (1 - share) / (zeros + ones)))
        counts = {"0": zeros, "1": ones}
        require(is_equal(answer.estimate(counts), expected).on(f"estimate({counts})"))


def test_nothing_counted(answer):
    require(refuses(answer.estimate, {}))


def test_shots_needed(answer):
    for margin, shots in ((0.25, 16), (0.02, 2401), (0.01, 9604)):
        require(is_integer(answer.shots_needed(margin), shots).on(f"shots_needed({margin})"))

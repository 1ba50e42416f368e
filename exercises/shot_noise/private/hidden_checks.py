"""Checks of shot_noise that run on submission only.

Counts are held against exact binomial bounds: an honest answer fails a check with a chance below 1e-9.
"""

from math import pi, sqrt

from qiskit import ClassicalRegister, QuantumCircuit, QuantumRegister

from qcourse.checks import are_counts, counts_fit, is_equal, is_integer, keeps_arguments, refuses, require


def two_registers():
    circuit = QuantumCircuit(
        QuantumRegister(3, "q"), ClassicalRegister(1, "first"), ClassicalRegister(2, "second")
    )
    circuit.ry(pi / 3, 0)
    circuit.h(1)
    circuit.x(2)
    circuit.measure([0, 1, 2], [0, 1, 2])
    return circuit


def crossed():
    circuit = QuantumCircuit(2, 2)
    circuit.x(0)
    circuit.ry(pi / 3, 1)
    circuit.measure([0, 1], [1, 0])
    return circuit


def test_registers(answer):
    split = {"100": 0.375, "101": 0.125, "110": 0.375, "111": 0.125}
    for circuit, chances, name in (
        (two_registers(), split, "two registers"),
        (crossed(), {"10": 0.75, "11": 0.25}, "two bits"),
    ):
        given = f"run(<{name}>, 2000, 3)"
        counts = answer.run(circuit, 2000, 3)
        require(are_counts(counts, 2000, circuit.num_clbits).on(given), counts_fit(counts, chances).on(given))
        require(keeps_arguments(answer.run, circuit, 10, 3))


def test_rare_counts(answer):
    for counts, expected in (
        ({"1": 8}, (1.0, 0.0)),
        ({"0": 8}, (0.0, 0.0)),
        ({"0": 0, "1": 5}, (1.0, 0.0)),
        ({"0": 1, "1": 1}, (0.5, sqrt(0.125))),
        ({"1": 1}, (1.0, 0.0)),
        ({"0": 9990, "1": 10}, (0.001, sqrt(0.001 * 0.999 / 10000))),
    ):
        require(is_equal(answer.estimate(counts), expected).on(f"estimate({counts})"))
    require(keeps_arguments(answer.estimate, {"0": 3}))
    require(refuses(answer.estimate, {"0": 0}), refuses(answer.estimate, {"0": 0, "1": 0}))


def test_many_margins(answer):
    for margin, shots in (
        (0.75, 2),
        (0.5, 4),
        (0.99, 1),
        (0.125, 62),
        (0.1, 97),
        (0.0625, 246),
        (0.05, 385),
        (0.03125, 984),
    ):
        require(is_integer(answer.shots_needed(margin), shots).on(f"shots_needed({margin})"))

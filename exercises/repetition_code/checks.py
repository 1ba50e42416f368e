"""Checks of repetition_code that a learner may see."""

import numpy as np

from qcourse.checks import (
    has_distribution,
    has_shape,
    is_equal,
    is_isometry,
    is_number,
    measures_gently,
    require,
)

DATA = [f"{number:03b}" for number in range(8)]


def bits_of(data):
    """The two bits for data written with qubit 0 on the right; bit 0 on the right too."""
    last, middle, first = map(int, data)
    return f"{middle ^ last}{first ^ middle}"


OUTCOMES = {bits: [data for data in DATA if bits_of(data) == bits] for bits in ("00", "01", "10", "11")}


def test_encode(answer):
    circuit = answer.encode()
    require(
        has_shape(circuit, 3).on("encode()"),
        is_isometry(circuit, [{"000": 1}, {"111": 1}], [0]).on("encode()"),
    )


def test_parities(answer):
    circuit = answer.syndrome()
    require(has_shape(circuit, 5, 2).on("syndrome()"))
    for data in DATA:
        start = np.zeros(32, complex)
        start[int(data, 2)] = 1
        require(has_distribution(circuit, {bits_of(data): 1}, start=start).on(f"syndrome(), {data}"))


def test_gentle(answer):
    circuit = answer.syndrome()
    require(
        has_shape(circuit, 5, 2).on("syndrome()"),
        measures_gently(circuit, [0, 1, 2], OUTCOMES).on("syndrome()"),
    )


def test_correction(answer):
    for bits, qubit in (((0, 0), None), ((1, 0), 0)):
        require(is_equal(answer.correction(*bits), qubit).on(f"correction{bits}"))


def test_rate(answer):
    for p, rate in ((0.25, 0.15625), (0.05, 0.00725), (0.5, 0.5)):
        require(is_number(answer.logical_error_rate(p), rate).on(f"logical_error_rate({p})"))

"""Checks of repetition_code that run on submission only."""

from qcourse.checks import is_equal, is_number, require

FLIPPED = {(0, 0): None, (1, 0): 0, (1, 1): 1, (0, 1): 2}


def test_every_correction(answer):
    for bits, qubit in FLIPPED.items():
        require(is_equal(answer.correction(*bits), qubit).on(f"correction{bits}"))


def test_any_rate(answer):
    drawn = [round(float(p), 3) for p in answer.random.uniform(0.001, 0.999, 5)]
    for p in (0.0, 1.0, 0, 1, 0.75, 0.6, 0.01, *drawn):
        rate = p * p * (p + 3 * (1 - p))
        require(is_number(answer.logical_error_rate(p), rate).on(f"logical_error_rate({p})"))

"""Checks of quantum_coin that run on submission only."""

from qcourse.checks import (
    has_distribution,
    has_shape,
    is_pure_before_measurement,
    measures_in_order,
    refuses,
    require,
)


def is_coin(answer, p_one):
    """The findings on one biased coin."""
    circuit, chances = answer.biased_coin(p_one), {"0": 1 - p_one, "1": p_one}
    findings = (
        has_shape(circuit, 1, 1),
        has_distribution(circuit, chances),
        measures_in_order(circuit, [(0, 0)]),
        is_pure_before_measurement(circuit, chances),
    )
    return [finding.on(f"biased_coin({p_one})") for finding in findings]


def test_sure(answer):
    for p_one in (0.0, 1.0, 0, 1):
        require(*is_coin(answer, p_one))


def test_any_chance(answer):
    drawn = [round(float(chance), 3) for chance in answer.random.uniform(0.01, 0.99, 5)]
    for p_one in (0.1, 0.9, 0.01, *drawn):
        require(*is_coin(answer, p_one))


def test_far_from_a_chance(answer):
    for p_one in (-1, 2, 100.0):
        require(refuses(answer.biased_coin, p_one))

"""Checks of quantum_coin that a learner may see."""

from qcourse.checks import (
    has_distribution,
    has_shape,
    is_pure_before_measurement,
    measures_in_order,
    refuses,
    require,
)


def test_fair(answer):
    circuit = answer.fair_coin()
    require(
        has_shape(circuit, 1, 1).on("fair_coin()"),
        has_distribution(circuit, {"0": 0.5, "1": 0.5}).on("fair_coin()"),
    )


def test_two_arrows(answer):
    circuit = answer.fair_coin()
    require(
        measures_in_order(circuit, [(0, 0)]).on("fair_coin()"),
        is_pure_before_measurement(circuit, {"0": 0.5, "1": 0.5}).on("fair_coin()"),
    )


def test_biased(answer):
    for p_one in (0.5, 0.25, 0.75):
        circuit, chances = answer.biased_coin(p_one), {"0": 1 - p_one, "1": p_one}
        given = f"biased_coin({p_one})"
        require(
            has_shape(circuit, 1, 1).on(given),
            has_distribution(circuit, chances).on(given),
            measures_in_order(circuit, [(0, 0)]).on(given),
            is_pure_before_measurement(circuit, chances).on(given),
        )


def test_no_chance(answer):
    for p_one in (-0.25, 1.25):
        require(refuses(answer.biased_coin, p_one))

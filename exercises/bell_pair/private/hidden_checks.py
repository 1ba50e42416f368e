"""Checks of bell_pair that run on submission only."""

from qcourse.checks import is_state, refuses, require


def test_ghz_to_ten(answer):
    for n in range(4, 11):
        all_alike = {n * "0": 1, n * "1": 1}
        require(is_state(answer.ghz(n), all_alike).on(f"ghz({n})"))


def test_none_or_fewer(answer):
    for n in (0, -1):
        require(refuses(answer.ghz, n))

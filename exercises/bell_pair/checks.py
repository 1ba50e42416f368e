"""Checks of bell_pair that a learner may see."""

from qcourse.checks import is_state, refuses, require


def test_state(answer):
    require(is_state(answer.bell_pair(), {"00": 1, "11": 1}).on("bell_pair()"))


def test_ghz(answer):
    for n in (2, 3):
        require(is_state(answer.ghz(n), {"0" * n: 1, "1" * n: 1}).on(f"ghz({n})"))


def test_too_few(answer):
    require(refuses(answer.ghz, 1))

"""Checks of chsh_game that run on submission only."""

from qcourse.checks import is_number, keeps_arguments, require


def test_any_value(answer):
    for numbers in [
        (-0.5, -0.75, -1.0, 0.25),
        (1, -1, 1, 1),
        (-1, 1, 1, 1),
        (0.0, 0.25, -0.5, 0.75),
        *drawn(answer),
    ]:
        table = {(1, 1): numbers[3], (0, 1): numbers[1], (1, 0): numbers[2], (0, 0): numbers[0]}
        expected = abs(numbers[0] + numbers[1] + numbers[2] - numbers[3])
        require(is_number(answer.chsh_value(table), float(expected)).on(f"chsh_value({table})"))


def test_untouched(answer):
    require(keeps_arguments(answer.chsh_value, {(0, 0): 0.5, (0, 1): -0.25, (1, 0): 0.75, (1, 1): -1.0}))


def drawn(answer):
    """Five tables that nobody can foresee, in quarters."""
    return [[int(quarters) / 4 for quarters in answer.random.integers(-4, 5, 4)] for _ in range(5)]

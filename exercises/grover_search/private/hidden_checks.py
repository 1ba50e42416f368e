"""Checks of grover_search that run on submission only."""

from math import asin, sin

from qcourse.checks import flips_sign_of, has_distribution, has_shape, is_integer, require


def chance_after(rounds, n):
    """The chance of reading the one marked item of 2ⁿ after so many rounds."""
    return sin((2 * rounds + 1) * asin(2 ** (-n / 2))) ** 2


def first_peak(n):
    """The number of rounds after which one round more would lower the chance."""
    rounds = 0
    while chance_after(rounds + 1, n) > chance_after(rounds, n):
        rounds += 1
    return rounds


def items(answer):
    """All items of two and three digits, and some longer ones that nobody can foresee."""
    short = [f"{number:0{n}b}" for n in (2, 3) for number in range(2**n)]
    drawn = [f"{int(answer.random.integers(2**n)):0{n}b}" for n in (4, 5, 6)]
    return [*short, "0001", "11010", "100000", "111111", *drawn]


def test_every_oracle(answer):
    for marked in items(answer):
        require(flips_sign_of(answer.oracle(marked), marked).on(f'oracle("{marked}")'))


def test_every_size(answer):
    for n in range(2, 21):
        require(is_integer(answer.best_rounds(n), first_peak(n)).on(f"best_rounds({n})"))


def test_every_search(answer):
    for marked in items(answer):
        n = len(marked)
        best = chance_after(first_peak(n), n)
        chances = {f"{number:0{n}b}": (1 - best) / (2**n - 1) for number in range(2**n)}
        circuit = answer.search(marked)
        require(
            has_shape(circuit, n, n, more_qubits=True).on(f'search("{marked}")'),
            has_distribution(circuit, {**chances, marked: best}).on(f'search("{marked}")'),
        )

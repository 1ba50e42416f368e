"""Checks of grover_search that a learner may see."""

from math import asin, sin

from qcourse.checks import (
    PASSED,
    Finding,
    distribution,
    flips_sign_of,
    has_distribution,
    has_shape,
    is_integer,
    require,
    say,
)


def chance_after(rounds, n):
    """The chance of reading the one marked item of 2ⁿ after so many rounds."""
    return sin((2 * rounds + 1) * asin(2 ** (-n / 2))) ** 2


def first_peak(n):
    """The number of rounds after which one round more would lower the chance."""
    rounds = 0
    while chance_after(rounds + 1, n) > chance_after(rounds, n):
        rounds += 1
    return rounds


def chances(marked):
    """What a search reads after the best number of rounds."""
    n = len(marked)
    best = chance_after(first_peak(n), n)
    outcomes = [f"{number:0{n}b}" for number in range(2**n)]
    return {bits: best if bits == marked else (1 - best) / (2**n - 1) for bits in outcomes}


def honest(circuit, marked):
    """Whether the marked item isn't read more often than a search can bring about."""
    best = chances(marked)[marked]
    seen = distribution(circuit).get(marked, 0)
    if seen <= best + 1e-6:
        return PASSED
    return Finding(
        False,
        say(f"{marked}: {best:.3f}", f"{marked}\u00a0: {best:.3f}".replace(".", ",")),
        say(f"{marked}: {seen:.3f}", f"{marked}\u00a0: {seen:.3f}".replace(".", ",")),
        say(
            "No search by rounds succeeds so often: the circuit contains the answer elsewhere than in the test.",
            "Aucune recherche par itérations ne réussit aussi souvent\u00a0: le circuit contient la réponse ailleurs que dans la vérification.",
        ),
    )


def searches(answer, marked):
    """Fail unless ``search(marked)`` reads what the best number of rounds makes one read."""
    call = f'search("{marked}")'
    n = len(marked)
    circuit = answer.search(marked)
    require(has_shape(circuit, n, n, more_qubits=True).on(call))
    require(honest(circuit, marked).on(call), has_distribution(circuit, chances(marked)).on(call))


def test_oracle(answer):
    for marked in ("11", "01", "00", "101", "110"):
        require(flips_sign_of(answer.oracle(marked), marked).on(f'oracle("{marked}")'))


def test_rounds(answer):
    for n in (2, 3, 4, 10):
        require(is_integer(answer.best_rounds(n), first_peak(n)).on(f"best_rounds({n})"))


def test_search(answer):
    for marked in ("01", "110"):
        searches(answer, marked)

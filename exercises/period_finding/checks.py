"""Checks of period_finding that a learner may see."""

from dataclasses import replace

from qcourse.checks import inverse_fourier, is_equal, is_unitary, require, say

MULTIPLE = say(
    "A multiple of the order: a to this power is 1 modulo n, but a smaller power is too.",
    "Un multiple de l’ordre\u00a0: a à cette puissance vaut 1 modulo n, mais une puissance plus petite aussi.",
)
NOT_ONE = say("a to this power is not 1 modulo n.", "a à cette puissance ne vaut pas 1 modulo n.")
NOT_SHOWN = say(
    "It is the order, but no outcome that was seen has it among its candidates.",
    "C’est bien l’ordre, mais aucun résultat obtenu ne l’a parmi ses candidats.",
)
OVERLOOKED = say(
    "One of the outcomes seen has the order among its candidates: try all the candidates of all the outcomes.",
    "Un des résultats obtenus a l’ordre parmi ses candidats\u00a0: essayez tous les candidats de tous les résultats.",
)


def order_is(answer, counts, a, n, expected):
    """Whether ``order_from_counts`` returns ``expected``, with the usual reason when it doesn't."""
    seen = answer.order_from_counts(counts, a, n)
    finding = is_equal(seen, expected)
    if not finding.passed and finding.diagnosis is None:
        finding = replace(finding, diagnosis=why(seen, a, n))
    return finding.on(f"order_from_counts({counts}, {a}, {n})")


def why(seen, a, n):
    """The usual reason for a wrong order."""
    if seen is None:
        return OVERLOOKED
    if type(seen) is not int or seen < 1:
        return None
    if pow(a, seen, n) != 1:
        return NOT_ONE
    return MULTIPLE if any(pow(a, power, n) == 1 for power in range(1, seen)) else NOT_SHOWN


def test_order(answer):
    for counts, a, expected in [
        ({"0000": 24, "0100": 25, "1000": 26, "1100": 25}, 7, 4),
        ({"1100": 1}, 7, 4),
        ({"0000": 60, "1000": 39, "0100": 1}, 13, 4),
        ({"1000": 48}, 7, None),
        ({"0000": 100}, 7, None),
        ({"0000": 50, "1000": 50}, 11, 2),
        ({"0000": 9, "1000": 8}, 14, 2),
    ]:
        require(order_is(answer, counts, a, 15, expected))


def test_factors(answer):
    for a, order, expected in [
        (7, 4, (3, 5)),
        (2, 4, (3, 5)),
        (11, 2, (3, 5)),
        (14, 2, None),
    ]:
        finding = is_equal(answer.factors_from_order(a, order, 15), expected)
        require(finding.on(f"factors_from_order({a}, {order}, 15)"))
    require(is_equal(answer.factors_from_order(4, 3, 21), None).on("factors_from_order(4, 3, 21)"))


def test_register(answer):
    for t in (1, 2):
        require(is_unitary(answer.counting_register(t), inverse_fourier(t)).on(f"counting_register({t})"))

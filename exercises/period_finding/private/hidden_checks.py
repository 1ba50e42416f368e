"""Checks of period_finding that run on submission."""

from dataclasses import replace

from qcourse.checks import inverse_fourier, is_equal, is_unitary, keeps_arguments, require, say

MULTIPLE = say(
    "A multiple of the order: a to this power is 1 modulo n, but a smaller power is too.",
    "Un multiple de l’ordre\u00a0: a à cette puissance vaut 1 modulo n, mais une puissance plus petite aussi.",
)
OVERLOOKED = say(
    "One of the outcomes seen has the order among its candidates, perhaps not the last of them.",
    "Un des résultats obtenus a l’ordre parmi ses candidats, peut-être pas au dernier rang.",
)


def test_spread(answer):
    for counts, a, n, expected in [
        # 61/256: candidates 1, 4, 21, 256; the nearest fraction up to 15 is 3/13.
        ({"00111101": 3}, 7, 15, 4),
        # 85/512 and 427/512, near 1/6 and 5/6: the order of 2 modulo 21 stands in the middle.
        ({"001010101": 5}, 2, 21, 6),
        ({"110101011": 1, "000000000": 90}, 2, 21, 6),
        # 171/512, near 1/3, and 256/512: only divisors of 6.
        ({"010101011": 7, "100000000": 7}, 2, 21, None),
        # 2/16 = 1/8: a multiple of 4, and 4 itself is not among the candidates.
        ({"0010": 8}, 7, 15, None),
        ({"0110": 8, "0010": 1, "1110": 2}, 7, 15, None),
        # 205/2048, near 1/10: the order of 2 modulo 33.
        ({"00011001101": 1}, 2, 33, 10),
        # An outcome that was not seen.
        ({"0100": 0, "1000": 7}, 7, 15, None),
        ({"0100": 0, "1100": 2, "0000": 0}, 7, 15, 4),
        ({}, 7, 15, None),
        # 1 comes back at once; 6 and 10 share a factor with 15 and never come back.
        ({"0000": 3}, 1, 15, 1),
        ({"0101": 3}, 1, 15, 1),
        ({"0000": 3, "0100": 3, "0011": 3}, 6, 15, None),
        ({"0000": 3, "0100": 3, "0011": 3}, 10, 15, None),
        # Five bits for a number of two: the order is the largest there can be, one less than 3.
        ({"10000": 2}, 2, 3, 2),
    ]:
        seen = answer.order_from_counts(counts, a, n)
        finding = is_equal(seen, expected)
        if not finding.passed and finding.diagnosis is None:
            finding = replace(finding, diagnosis=why(seen, a, n))
        require(finding.on(f"order_from_counts({counts}, {a}, {n})"))
    require(keeps_arguments(answer.order_from_counts, {"0100": 0, "1000": 4, "1100": 1}, 7, 15))


def why(seen, a, n):
    """The usual reason for a wrong order."""
    if seen is None:
        return OVERLOOKED
    if type(seen) is int and seen > 0 and pow(a, seen, n) == 1:
        return MULTIPLE if any(pow(a, power, n) == 1 for power in range(1, seen)) else None
    return None


def test_larger(answer):
    for a, order, n, expected in [
        (2, 6, 21, (3, 7)),
        (5, 6, 21, None),
        (20, 2, 21, None),
        (8, 2, 21, (3, 7)),
        (13, 2, 21, (3, 7)),
        (2, 10, 33, None),
        (10, 2, 33, (3, 11)),
        (2, 12, 35, (5, 7)),
        (11, 3, 35, None),
        (1, 1, 35, None),
        (2, 6, 9, None),
        (2, 20, 25, None),
        (2, 12, 45, (5, 9)),
        (2, 12, 105, (5, 21)),
        (29, 2, 105, (7, 15)),
        (2, 8, 255, (15, 17)),
    ]:
        given = f"factors_from_order({a}, {order}, {n})"
        require(is_equal(answer.factors_from_order(a, order, n), expected).on(given))


def test_register_to_six(answer):
    for t in (3, 4, 5, 6):
        require(is_unitary(answer.counting_register(t), inverse_fourier(t)).on(f"counting_register({t})"))

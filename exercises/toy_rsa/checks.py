"""Checks of toy_rsa that a learner may see."""

from dataclasses import replace
from math import gcd, lcm

from qcourse.checks import is_equal, refuses, require, say

PRODUCT = say(
    "This d is the inverse modulo the product of p − 1 and q − 1; the task takes their least common multiple.",
    "Ce d est l’inverse modulo le produit de p − 1 et de q − 1; la consigne prend leur plus petit commun multiple.",
)
NOT_LEAST = say(
    "This d would open the messages too, but it is not the least positive one.",
    "Ce d ouvrirait aussi les messages, mais ce n’est pas le plus petit nombre positif.",
)
SWAPPED = say("The two keys come in the other order.", "Les deux clés sont dans l’autre ordre.")
SAME_KEY = say(
    "The public key came back: what locks does not open.",
    "La clé publique est revenue\u00a0: ce qui verrouille n’ouvre pas.",
)


def keys(p, q, e):
    """The public and the private key, by trying every d in turn."""
    modulus = lcm(p - 1, q - 1)
    return (p * q, e), (p * q, next(d for d in range(1, modulus) if e * d % modulus == 1))


def cause(private, seen, p, q, e):
    """The usual slip that gives this private key, if it is one; ``seen`` may be anything."""
    if not (isinstance(seen, tuple) and len(seen) == 2 and seen[0] == private[0] and type(seen[1]) is int):
        return None
    if seen == (p * q, e):
        return SAME_KEY
    product = (p - 1) * (q - 1)
    if gcd(e, product) == 1 and seen[1] == pow(e, -1, product):
        return PRODUCT
    return NOT_LEAST if e * seen[1] % lcm(p - 1, q - 1) == 1 else None


def pair(answer, p, q, e):
    """What was found of ``make_keys(p, q, e)``."""
    expected = keys(p, q, e)
    seen = answer.make_keys(p, q, e)
    finding = is_equal(seen, expected).on(f"make_keys({p}, {q}, {e})")
    if finding.passed or finding.diagnosis or not isinstance(seen, tuple) or len(seen) != 2:
        return finding
    slip = SWAPPED if seen == expected[::-1] else cause(expected[1], seen[1], p, q, e)
    return replace(finding, diagnosis=slip)


def broken(answer, p, q, e):
    """What was found of ``break_key`` on the public key of p, q and e."""
    expected = keys(p, q, e)[1]
    seen = answer.break_key((p * q, e))
    finding = is_equal(seen, expected).on(f"break_key(({p * q}, {e}))")
    return (
        replace(finding, diagnosis=finding.diagnosis or cause(expected, seen, p, q, e))
        if not finding.passed
        else finding
    )


def test_keys(answer):
    for p, q, e in ((5, 11, 3), (11, 5, 3), (11, 13, 7), (53, 61, 17)):
        require(pair(answer, p, q, e))


def test_refusal(answer):
    for p, q, e in ((5, 11, 5), (7, 13, 3), (53, 61, 2)):
        require(refuses(answer.make_keys, p, q, e))


def test_locking(answer):
    for m, public in ((7, (55, 3)), (2, (143, 7)), (65, (3233, 17))):
        n, e = public
        require(is_equal(answer.encrypt(m, public), m**e % n).on(f"encrypt({m}, {public})"))
    for c, private in ((13, (55, 7)), (128, (143, 43)), (2790, (3233, 413))):
        n, d = private
        require(is_equal(answer.decrypt(c, private), c**d % n).on(f"decrypt({c}, {private})"))


def test_breaking(answer):
    for p, q, e in ((5, 11, 3), (11, 13, 7), (53, 61, 17)):
        require(broken(answer, p, q, e))

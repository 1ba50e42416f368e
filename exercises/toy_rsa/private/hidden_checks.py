"""Checks of toy_rsa that run on submission."""

from math import gcd, lcm

from qcourse.checks import is_equal, require, say

PRIMES = [n for n in range(3, 200, 2) if all(n % k for k in range(3, n, 2))]
ROUND_TRIP = say("what was locked, opened again", "ce qui a été verrouillé, rouvert")
LARGEST = ((991, 997), (827, 829), (3, 333323), (617, 619), (101, 9887), (13, 76919))
"""Pairs of primes: nearly equal, twins, and as unequal as can be; every product is at most a million."""


def inverse(e, modulus):
    """The least positive d with e·d ≡ 1, by the remainders of Euclid."""
    d, after, a, b = 1, 0, e % modulus, modulus
    while b:
        d, after, a, b = after, d - a // b * after, b, a % b
    return d % modulus


def usable(p, q, wanted):
    """The first e from ``wanted`` on that has an inverse."""
    return next(e for e in range(wanted, wanted + 1000) if gcd(e, lcm(p - 1, q - 1)) == 1)


def made(answer, p, q, e):
    """The keys that the answer makes: two pairs, whatever they hold."""
    keys = answer.make_keys(p, q, e)
    if not (
        isinstance(keys, list | tuple)
        and len(keys) == 2
        and all(isinstance(key, list | tuple) and len(key) == 2 for key in keys)
    ):
        expected = (p * q, e), (p * q, inverse(e, lcm(p - 1, q - 1)))
        require(is_equal(keys, expected).on(f"make_keys({p}, {q}, {e})"))
    return keys


def test_other_keys(answer):
    cases = [(3, 5, 1), (3, 5, 7), (5, 7, 17), (17, 11, 161), (3, 199, 5)]
    for _ in range(8):
        p, q = (PRIMES[place] for place in answer.random.choice(len(PRIMES), 2, replace=False))
        cases.append((p, q, usable(p, q, int(answer.random.integers(2, 3 * p * q)))))
    for p, q, e in cases:
        expected = (p * q, e), (p * q, inverse(e, lcm(p - 1, q - 1)))
        require(is_equal(answer.make_keys(p, q, e), expected).on(f"make_keys({p}, {q}, {e})"))


def test_every_message(answer):
    pairs = [((15, 3), (15, 3)), ((55, 3), (55, 7)), ((323, 5), (323, 29)), ((187, 7), (187, 23))]
    for public, private in pairs:
        n, e = public
        tried = range(n) if n == 15 else sorted({0, 1, 2, 11, 17, n // 2, n - 2, n - 1})
        for m in tried:
            c = answer.encrypt(m, public)
            require(is_equal(c, m**e % n).on(f"encrypt({m}, {public})"))
            require(
                is_equal(answer.decrypt(c, private), m).on(
                    {
                        "en": f"decrypt({c}, {private}), {ROUND_TRIP['en']}",
                        "fr": f"decrypt({c}, {private}), {ROUND_TRIP['fr']}",
                    }
                )
            )
    first, second = made(answer, 5, 11, 3), made(answer, 11, 13, 7)
    for n, (public, private) in ((55, first), (143, second), (55, first)):
        for m in (0, 2, 9, n - 1):
            require(
                is_equal(answer.decrypt(answer.encrypt(m, public), private), m).on(
                    {
                        "en": f"m = {m}, keys {public} and {private}",
                        "fr": f"m = {m}, clés {public} et {private}",
                    }
                )
            )


def test_largest_toys(answer):
    for p, q in ((3, 5), *LARGEST):
        for smaller, larger in ((p, q), (q, p)):
            e = usable(p, q, 5 if smaller == p else larger + 100)
            expected = (p * q, inverse(e, lcm(p - 1, q - 1)))
            require(is_equal(answer.break_key((p * q, e)), expected).on(f"break_key(({p * q}, {e}))"))

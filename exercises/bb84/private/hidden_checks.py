"""Checks of bb84 that run on submission."""

from qcourse.checks import is_equal, is_number, keeps_arguments, refuses, require


def drawn(answer, count):
    """Digits and two strings of bases."""
    bits = [int(bit) for bit in answer.random.integers(0, 2, count)]
    alice, bob = ("".join("ZX"[at] for at in answer.random.integers(0, 2, count)) for _ in range(2))
    return bits, alice, bob


def test_sift_any(answer):
    cases = [
        ([], "", ""),
        ([1], "X", "X"),
        ([0], "Z", "X"),
        ([0, 1, 1], "XXX", "XXX"),
        ([1, 0, 1], "XZX", "ZXZ"),
        ([0, 1, 1, 0, 1], "XXXZZ", "XZXXZ"),
        *(drawn(answer, count) for count in (9, 40)),
    ]
    for bits, alice, bob in cases:
        kept = [bits[place] for place in range(len(bits)) if alice[place] == bob[place]]
        require(is_equal(answer.sift(bits, alice, bob), kept).on(f'sift({bits}, "{alice}", "{bob}")'))
    require(keeps_arguments(answer.sift, [1, 0, 1], "ZXZ", "ZZZ"))


def test_errors_any(answer):
    one, other = ([int(bit) for bit in answer.random.integers(0, 2, 40)] for _ in range(2))
    opposite = [1 - bit for bit in one]
    for a, b in ((one, other), (one, opposite), (one, list(one)), ([1], [0]), ([0, 1, 1], [0, 0, 1])):
        errors = sum(1 for place in range(len(a)) if a[place] != b[place])
        require(is_number(answer.error_rate(a, b), errors / len(a)).on(f"error_rate({a}, {b})"))
    for a, b in (([], [0]), ([1, 0], []), ([1], [1, 0]), ([0, 0, 1], [0, 0])):
        require(refuses(answer.error_rate, a, b))
    require(keeps_arguments(answer.error_rate, [1, 0, 1], [1, 1, 1]))


def test_eavesdropper_any(answer):
    for fraction in (0.001, 0.02, 0.25, 1 / 3, 0.5, 0.99, float(answer.random.uniform(0, 1))):
        seen = answer.expected_error_with_eavesdropper(fraction)
        require(is_number(seen, fraction / 4).on(f"expected_error_with_eavesdropper({fraction:g})"))

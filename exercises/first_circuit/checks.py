"""Checks of first_circuit that a learner may see."""

from qcourse.checks import has_distribution, has_shape, require


def reads(answer, a, b):
    """The findings on two_bits for a pair of digits; bit 0 is on the right."""
    circuit = answer.two_bits(a, b)
    findings = has_shape(circuit, 2, 2), has_distribution(circuit, {f"{b}{a}": 1})
    return [finding.on(f"two_bits({a}, {b})") for finding in findings]


def test_flip(answer):
    circuit = answer.flip()
    require(has_shape(circuit, 1, 1).on("flip()"), has_distribution(circuit, {"1": 1}).on("flip()"))


def test_alike(answer):
    require(*reads(answer, 0, 0), *reads(answer, 1, 1))


def test_apart(answer):
    require(*reads(answer, 1, 0))

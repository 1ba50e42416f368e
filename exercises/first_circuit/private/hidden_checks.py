"""Checks of first_circuit that run on submission only."""

from qcourse.checks import has_distribution, has_shape, require


def test_other_way(answer):
    circuit = answer.two_bits(0, 1)
    findings = has_shape(circuit, 2, 2), has_distribution(circuit, {"10": 1})
    require(*(finding.on("two_bits(0, 1)") for finding in findings))

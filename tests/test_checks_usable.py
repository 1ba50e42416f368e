"""What can't be used becomes a finding."""

from __future__ import annotations

import pytest
from qiskit import QuantumCircuit

from qcourse.checks.finding import PASSED
from qcourse.checks.usable import Unusable, circuit_of, comparator, wrong_type


def test_circuit_is_itself():
    """A circuit passes through."""
    circuit = QuantumCircuit(1)

    assert circuit is circuit_of(circuit)


@pytest.mark.parametrize(("value", "word"), [(None, "return"), (len, "parentheses"), ("text", None)])
def test_wrong_type_names_the_usual_reason(value, word):
    """None means a missing return, a function means missing parentheses, a text means nothing in particular."""
    diagnosis = wrong_type({"en": "x", "fr": "x"}, value).finding.diagnosis

    assert (word is None and diagnosis is None) or word in diagnosis["en"]


def test_comparator_returns_the_finding():
    """A comparator never raises ``Unusable``."""

    @comparator
    def compare(value):
        circuit_of(value)
        return PASSED

    assert (True, False) == (compare(QuantumCircuit(1)).passed, compare(3).passed)


def test_unusable_is_an_answer_error_in_both_languages():
    """Raised outside a comparator it still speaks both languages."""
    error = Unusable({"en": "a", "fr": "b"}, {"en": "c", "fr": "d"})

    assert {"en": "Expected: a\nSeen: c", "fr": "Attendu\u00a0: b\nObtenu\u00a0: d"} == error.text

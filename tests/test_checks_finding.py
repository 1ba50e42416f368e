"""Findings as data and as text."""

from __future__ import annotations

import pytest

from qcourse.checks.finding import PASSED, Finding, require
from qcourse.errors import CheckFailed

WRONG = Finding(False, {"en": "1", "fr": "1"}, {"en": "2", "fr": "2"})


def test_given_is_added():
    """``on`` adds the input that revealed the difference."""
    assert "With: f(3)\nExpected: 1\nSeen: 2" == WRONG.on("f(3)").text()["en"]


def test_french_colon_has_its_space():
    """In French a no-break space stands before the colon."""
    assert "Attendu\u00a0: 1\nObtenu\u00a0: 2" == WRONG.text()["fr"]


def test_require_raises_the_first_that_did_not_pass():
    """The finding travels with the error."""
    with pytest.raises(CheckFailed) as failure:
        require(PASSED, WRONG, PASSED)

    assert WRONG is failure.value.finding


def test_require_is_silent_when_all_passed():
    """Nothing is raised."""
    assert require(PASSED, PASSED) is None

"""Errors raised and arguments left alone."""

from __future__ import annotations

import numpy as np
import pytest

from qcourse.answer import Function, LocalTransport
from qcourse.checks.behaviour import keeps_arguments, refuses
from qcourse.errors import AnswerError


def learner(source: str) -> Function:
    """The learner's ``f``, called as a check calls it."""
    namespace: dict = {"__name__": "answer"}
    exec(source, namespace)
    return Function("f", "(n)", LocalTransport(namespace))


@pytest.mark.parametrize(
    "error", ["ValueError('small')", "UnicodeError()", "type('Mine', (ValueError,), {})()"]
)
def test_error_or_subclass_is_a_refusal(error):
    """ValueError and anything derived from it."""
    assert refuses(learner(f"def f(n): raise {error}"), 1).passed


@pytest.mark.parametrize(
    ("source", "word"),
    [
        ("def f(n): return None", "nothing (None) came back"),
        ("def f(n): raise TypeError()", "TypeError"),
        ("def f(n): return ValueError('small')", "ValueError"),
        ("def f(n): return float('nan')", "NaN"),
    ],
)
def test_other_outcomes_are_said(source, word):
    """A value, another error, an error returned instead of raised."""
    finding = refuses(learner(source), 1)

    assert (False, True) == (finding.passed, word in finding.seen["en"])
    assert "f(1)" == finding.given["en"]


@pytest.mark.parametrize(
    "source", ["", "def f(): pass", "def f(n): raise NotImplementedError('YOUR ANSWER HERE')"]
)
def test_missing_or_unwritten_function_is_no_refusal(source):
    """Such errors pass through, with their own message."""
    with pytest.raises(AnswerError):
        refuses(learner(source), 1)


def test_another_error_can_be_asked_for():
    """``error`` names the error."""
    assert refuses(learner("def f(n): raise KeyError(n)"), 1, error=LookupError).passed


def test_ordinary_functions_work_too():
    """A function of this process is called directly."""

    def strict(n):
        raise ValueError(n)

    assert (True, False) == (refuses(strict, 1).passed, refuses(len, 1).passed)


def test_arguments_left_alone():
    """``sorted`` copies, ``sort`` does not; deep changes are seen."""
    assert keeps_arguments(learner("def f(n): return sorted(n)"), [2, 1]).passed
    assert (
        "changed by the call to the list [1, 2]"
        == keeps_arguments(learner("def f(n): n.sort()\n"), [2, 1]).seen["en"]
    )
    assert not keeps_arguments(learner("def f(n): n[0]['a'] = 2"), [{"a": 1}]).passed


def test_ordinary_functions_get_copies():
    """The check's own argument survives."""
    given = [2, 1]

    assert (False, [2, 1]) == (keeps_arguments(list.sort, given).passed, given)


def test_arrays_and_floats():
    """Arrays are compared element by element."""
    assert keeps_arguments(lambda a: a + 1, np.array([1, 2])).passed
    assert not keeps_arguments(lambda a: a.sort(), np.array([2, 1])).passed

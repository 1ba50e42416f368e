"""Plain values, with care for their types."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcourse.checks.values import (
    is_between,
    is_equal,
    is_integer,
    is_list,
    is_number,
    is_one_of,
    is_text,
    same,
)

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(PLAIN)
def test_a_plain_value_equals_itself(value):
    """Whatever it holds."""
    assert is_equal(value, value).passed


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, 1),
        (1, True),
        (0, False),
        (3.0, 3),
        ("3", 3),
        (3, "3"),
        ((1, 2), [1, 2]),
        ([1, 2], (1, 2)),
        ([1, 2], {1, 2}),
        (None, 0),
        (0, None),
        (True, 1.0),
        (1 + 0j, 1.0),
        (b"a", "a"),
        (math.nan, math.nan),
        (math.inf, 1.0),
        ({"a": 1}, {"a": 1, "b": 2}),
        ([[1], [2.5]], [[1], [2.0]]),
        (np.True_, 1),
        (10**400, 1.0),
    ],
)
def test_what_is_not_equal(value, expected):
    """Bool is not int, list is not tuple, NaN equals nothing."""
    assert not is_equal(value, expected).passed
    assert not same(value, expected)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (np.int64(3), 3),
        (np.float64(0.5), 0.5),
        (np.bool_(True), True),
        (1, 1.0),
        (0.1 + 0.2, 0.3),
        (1e6 + 0.5, 1e6),
        ({"a": 1.0}, {"a": 1.0 + 1e-9}),
        ((2, None), (2, None)),
        (frozenset({1}), {1}),
    ],
)
def test_what_is_equal(value, expected):
    """NumPy's scalars count, whole numbers count as numbers, floats within 1e-6·max(1, |y|)."""
    assert is_equal(value, expected).passed


@pytest.mark.parametrize(
    ("value", "expected", "word"),
    [
        (-0.5, 0.5, "sign"),
        (0.1, 0.2, "half"),
        (0.4, 0.2, "twice"),
        (85.0, 0.85, "percent"),
        (0.15, 0.85, "1 minus"),
        (0.04, 0.2, "square of"),
        (4.0, 0.25, "divided"),
        (7, 8, "off by one"),
        ([3, 2, 1], [1, 2, 3], "order is reversed"),
        ([2, 1, 3], [1, 2, 3], "the order is not"),
        ([1, 2], [1, 2, 3], "missing"),
        ([1, 2, 3, 4], [1, 2, 3], "too many"),
        ([1, 2, 2], [1, 2], "more than once"),
        ({"a"}, {"a", "b"}, "missing"),
        ((1, 2), [1, 2], "the type is not"),
        ("At Risk", "at risk", "capitals"),
    ],
)
def test_usual_slips_are_named(value, expected, word):
    """The slip that gives exactly what was seen is named."""
    assert word in is_equal(value, expected).diagnosis["en"]


def test_huge_numbers_are_shown():
    """Neither a number of thousands of digits nor 1e300 stops a finding."""
    assert "the whole number …" == is_equal(10**5000, 3).seen["en"]
    assert ("1e+300", "−1,5e+20") == (is_number(1e300, 1).seen["en"], is_number(-1.5e20, 1).seen["fr"])


def test_place_of_a_difference_is_said():
    """In a long list, the first place that differs."""
    finding = is_equal(list(range(50)) + [0], list(range(50)) + [1])

    assert "the whole number 0, at place [50]" == finding.seen["en"]


def test_decimal_comma_in_french():
    """Numbers are written in each language's way."""
    finding = is_number(0.25, 0.75)

    assert ("0.75", "0,75") == (finding.expected["en"], finding.expected["fr"])


@pytest.mark.parametrize("value", [None, "0.5", True, 1j, [0.5], math.nan, math.inf, -math.inf, is_number])
def test_not_a_number(value):
    """Bool, text, complex, NaN and infinity are no numbers."""
    assert not is_number(value).passed


def test_between():
    """Both ends count, and a missing end is no limit."""
    assert is_between(0.85355, low=0.85).passed
    assert is_between(0.25, 0.25, 0.75).passed
    assert not is_between(0.8, low=0.85).passed
    assert not is_between(math.nan, low=0).passed
    assert "a number of at least 0.85" == is_between(0.8, low=0.85).expected["en"]


@pytest.mark.parametrize(
    ("value", "passed"), [(3, True), (np.int32(3), True), (3.0, False), (True, False), ("3", False)]
)
def test_integer(value, passed):
    """Whole numbers by type, not by value."""
    assert passed is is_integer(value, 3).passed is is_integer(value).passed


def test_text_and_list():
    """Types first, then content."""
    assert (True, True, False) == (is_text("a").passed, is_text("a", "a").passed, is_text(3, "3").passed)
    assert (True, True, False) == (is_list([]).passed, is_list([1], [1]).passed, is_list((1,), [1]).passed)


def test_one_of():
    """One of several values, type included."""
    assert (True, False) == (is_one_of("late", ["late", "safe"]).passed, is_one_of(1, [True, False]).passed)

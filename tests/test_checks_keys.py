"""Judgements: form and agreement."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qcourse.checks.keys import agreement, is_labelling, jaccard

IDS = ["d01", "d02"]
LABELS = ["quebec", "federal"]


def test_complete_labelling():
    """One known label for each id."""
    assert is_labelling({"d01": "quebec", "d02": "federal"}, IDS, LABELS).passed


@pytest.mark.parametrize(
    ("value", "word"),
    [
        ({"d01": "quebec"}, "none for d02"),
        ({"d01": "quebec", "d02": "federal", "d03": "quebec"}, "d03"),
        ({"d01": "quebec", "d02": "Federal"}, "'Federal'"),
        ({"d01": "quebec", "d02": None}, "None"),
        ([], "the list"),
        (None, "None"),
    ],
)
def test_form_is_said(value, word):
    """What is missing, unknown or misspelt is named."""
    assert word in is_labelling(value, IDS, LABELS).seen["en"]


def test_several_labels():
    """Sets or lists of labels, with a largest number."""
    assert is_labelling({"d01": set(), "d02": {"quebec", "federal"}}, IDS, LABELS, several=set).passed
    assert not is_labelling({"d01": [], "d02": {"quebec"}}, IDS, LABELS, several=set).passed
    assert not is_labelling(
        {"d01": ["quebec", "federal"], "d02": []}, IDS, LABELS, several=list, most=1
    ).passed
    assert not is_labelling({"d01": 3, "d02": []}, IDS, LABELS, several=list).passed


def test_agreement_is_a_share():
    """Half right is 0.5; extra entries don't count."""
    assert 0.5 == agreement({"a": 1, "b": 3, "c": 9}, {"a": 1, "b": 2})


@given(st.sets(st.integers(0, 9)), st.sets(st.integers(0, 9)))
def test_jaccard_is_symmetric_and_one_only_for_equal_sets(first, second):
    """From 0 to 1; 1 for equal sets, two empty ones included."""
    share = jaccard(first, second)

    assert share == jaccard(second, first)
    assert (share == 1) is (first == second)

"""Plain notation in both languages."""

from __future__ import annotations

import numpy as np
import pytest

from qcourse.checks.plain import (
    amplitudes,
    contrast_amplitudes,
    contrast_chances,
    contrast_numbers,
    decimals,
    describe,
)

NB = "\u00a0"
HALF = np.sqrt(0.5)


def test_state_in_both_languages():
    """Decimal point and comma; the minus sign is a real one; the colon has its no-break space in French."""
    text = amplitudes([HALF, 0, 0, -HALF])

    assert {"en": "00: 0.707, 11: −0.707", "fr": f"00{NB}: 0,707; 11{NB}: −0,707"} == text


def test_complex_amplitude():
    """Imaginary parts are written with i."""
    assert "0: 0.6, 1: 0.8i" == amplitudes([0.6, 0.8j])["en"]
    assert "0: 0.707, 1: 0.5−0.5i" == amplitudes([HALF, 0.5 - 0.5j])["en"]


def test_global_phase_is_turned_away():
    """The first arrow always points along the positive numbers."""
    assert "0: 0.6, 1: −0.8" == amplitudes([-0.6j, 0.8j])["en"]


def test_long_state_shows_where_it_differs():
    """Of many outcomes, eight are shown, those that differ among them."""
    flat = np.full(16, 0.25)
    other = flat.copy()
    other[15] = -0.25
    expected, seen = contrast_amplitudes(flat, other)

    assert expected["en"].endswith("1111: 0.25, …")
    assert seen["en"].endswith("1111: −0.25, …")


def test_near_numbers_get_decimals_enough_to_differ():
    """Rounding never hides the difference."""
    assert ("0.5", "0.5000002") == tuple(text["en"].rstrip("0") for text in contrast_numbers(0.5, 0.5000002))
    assert (
        "0: 0.500002, 1: 0.499998"
        == contrast_chances({"0": 0.5, "1": 0.5}, {"0": 0.500002, "1": 0.499998})[1]["en"]
    )


def test_chance_of_nothing_is_a_zero():
    """A distribution without outcomes is written 0."""
    assert "0" == contrast_chances({"0": 1}, {})[1]["en"]


def test_small_number_keeps_a_digit():
    """A tiny number is not written as 0."""
    assert {"en": "0.00000003", "fr": "0,00000003"} == {
        language: text.rstrip("0") for language, text in decimals(3e-8).items()
    }


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (None, "nothing (None)", "rien (None)"),
        (True, "the truth value True", "la valeur logique True"),
        (3, "the whole number 3", "le nombre entier 3"),
        ("ab", "the text 'ab'", "le texte 'ab'"),
        ([1], "the list [1]", "la liste [1]"),
        (describe, "a function (describe)", "une fonction (describe)"),
        (object(), "an object of type object", "un objet de type object"),
    ],
)
def test_values_are_named_in_words(value, english, french):
    """What came is said with its type, in both languages."""
    assert {"en": english, "fr": french} == describe(value)


def test_long_values_are_cut():
    """A huge value can't fill the screen."""
    assert 80 > len(describe("x" * 10_000)["en"])

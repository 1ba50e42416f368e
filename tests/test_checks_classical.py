"""Conditions on classical bits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from qiskit.circuit import ClassicalRegister, Clbit
from qiskit.circuit.classical import expr, types

from qcourse.checks.classical import holds, value_of
from qcourse.checks.usable import Unusable

REGISTER = ClassicalRegister(4, "r")


def reader(value: int):
    """Reads the register as if it held ``value``."""
    return lambda bit: value >> list(REGISTER).index(bit) & 1


@given(st.integers(0, 15), st.integers(0, 15))
def test_register_is_a_number_with_its_first_bit_least(value, wanted):
    """A pair (register, value) holds for that value only."""
    assert (value == wanted) is holds((REGISTER, wanted), reader(value))


@pytest.mark.parametrize("value", [0, 1])
def test_bit_pair(value):
    """A pair (bit, value) looks at one bit."""
    assert [value == 0, value == 1] == [holds((REGISTER[0], wanted), reader(value)) for wanted in (0, 1)]


@given(st.integers(0, 15), st.integers(0, 15))
def test_arithmetic_wraps_at_the_width(left, right):
    """Sums and products of four-bit numbers are taken modulo 16, as differences are."""
    other = expr.lift(right, types.Uint(4))
    seen = [value_of(build(REGISTER, other), reader(left)) for build in (expr.add, expr.sub, expr.mul)]

    assert [(left + right) % 16, (left - right) % 16, (left * right) % 16] == seen


def test_division_by_zero_is_refused():
    """A division by a register of zeros says so."""
    with pytest.raises(Unusable) as refusal:
        value_of(expr.div(expr.lift(1, types.Uint(4)), REGISTER), reader(0))

    assert "division by zero" == refusal.value.finding.seen["en"].removeprefix("a ")


def test_huge_shift_is_cut():
    """A shift by more than the width leaves nothing and fills no memory."""
    assert 0 == value_of(expr.shift_left(REGISTER, expr.lift(2**40, types.Uint(41))), reader(15))


def test_stored_variable_is_refused():
    """Variables that live apart from bits are not followed."""
    with pytest.raises(Unusable):
        value_of(expr.Var.new("kept", types.Bool()), reader(0))


def test_lone_bit_has_its_value():
    """A bit by itself is a value too."""
    bit = Clbit()

    assert 1 == value_of(bit, lambda asked: int(asked is bit))

"""Conditions on classical bits: old-style pairs and Qiskit's typed expressions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qiskit.circuit import ClassicalRegister, Clbit
from qiskit.circuit.classical import expr, types

from ..errors import Text
from .plain import say
from .usable import Unusable

Reader = Callable[[Clbit], int]
"""Reads one classical bit of the branch at hand."""

_CONDITION: Text = say(
    "conditions on the circuit’s classical bits and registers",
    "des conditions sur les bits et registres classiques du circuit",
)
_VARIABLE = say("a condition on a stored variable", "une condition sur une variable mémorisée")
_OTHER = say("a condition of another kind", "une condition d’un autre type")

_UNARY = {
    expr.Unary.Op.BIT_NOT: lambda value: ~value,
    expr.Unary.Op.LOGIC_NOT: lambda value: not value,
    expr.Unary.Op.NEGATE: lambda value: -value,
}
_BINARY = {
    expr.Binary.Op.BIT_AND: lambda left, right: left & right,
    expr.Binary.Op.BIT_OR: lambda left, right: left | right,
    expr.Binary.Op.BIT_XOR: lambda left, right: left ^ right,
    expr.Binary.Op.LOGIC_AND: lambda left, right: bool(left) and bool(right),
    expr.Binary.Op.LOGIC_OR: lambda left, right: bool(left) or bool(right),
    expr.Binary.Op.EQUAL: lambda left, right: left == right,
    expr.Binary.Op.NOT_EQUAL: lambda left, right: left != right,
    expr.Binary.Op.LESS: lambda left, right: left < right,
    expr.Binary.Op.LESS_EQUAL: lambda left, right: left <= right,
    expr.Binary.Op.GREATER: lambda left, right: left > right,
    expr.Binary.Op.GREATER_EQUAL: lambda left, right: left >= right,
    expr.Binary.Op.SHIFT_RIGHT: lambda left, right: left >> right,
    expr.Binary.Op.ADD: lambda left, right: left + right,
    expr.Binary.Op.SUB: lambda left, right: left - right,
    expr.Binary.Op.MUL: lambda left, right: left * right,
}


def value_of(source: Any, read: Reader) -> Any:
    """The value of a bit, a register (its first bit least significant) or an expression."""
    if isinstance(source, Clbit):
        return read(source)
    if isinstance(source, ClassicalRegister):
        return sum(read(bit) << place for place, bit in enumerate(source))
    if isinstance(source, expr.Expr):
        return _fitted(_expression(source, read), source.type)
    raise Unusable(_CONDITION, _VARIABLE)


def holds(condition: Any, read: Reader) -> bool:
    """Whether a condition is met: a pair (bit or register, value), or an expression."""
    if isinstance(condition, tuple):
        target, wanted = condition
        return value_of(target, read) == int(wanted)
    return bool(value_of(condition, read))


def _fitted(value: Any, kind: types.Type) -> Any:
    """``value`` as the expression's type holds it: whole numbers wrap round at their width."""
    if isinstance(kind, types.Bool):
        return bool(value)
    if isinstance(kind, types.Uint):
        return int(value) & ((1 << kind.width) - 1)
    return value


def _expression(node: expr.Expr, read: Reader) -> Any:
    match node:
        case expr.Var():
            return value_of(node.var, read)
        case expr.Value():
            return node.value
        case expr.Cast():
            return value_of(node.operand, read)
        case expr.Unary():
            return _UNARY[node.op](value_of(node.operand, read))
        case expr.Index():
            return value_of(node.target, read) >> value_of(node.index, read) & 1
        case expr.Binary():
            return _binary(node, value_of(node.left, read), value_of(node.right, read))
    raise Unusable(_CONDITION, _OTHER)


def _binary(node: expr.Binary, left: Any, right: Any) -> Any:
    if node.op is expr.Binary.Op.SHIFT_LEFT:
        # a shift past the width leaves nothing; shifting by a huge number first would fill the memory
        return left << min(right, getattr(node.type, "width", 64))
    if node.op is expr.Binary.Op.DIV:
        if right == 0:
            raise Unusable(_CONDITION, say("a division by zero", "une division par zéro"))
        return left // right if isinstance(left, int) else left / right
    return _BINARY[node.op](left, right)

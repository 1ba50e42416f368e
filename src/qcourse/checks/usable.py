"""What a check can't use, said as a finding instead of a traceback."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

from qiskit import QuantumCircuit

from ..errors import AnswerError, Text
from .finding import Finding
from .plain import describe, say

_Arguments = ParamSpec("_Arguments")

_CIRCUIT = say("a circuit (QuantumCircuit)", "un circuit (QuantumCircuit)")
_NO_RETURN = say(
    "The function ends without a `return` line, or returns nothing.",
    "La fonction se termine sans ligne `return`, ou ne renvoie rien.",
)
_NOT_CALLED = say(
    "A function itself came back; parentheses after its name would call it.",
    "C’est la fonction elle-même qui est renvoyée; pour l’appeler, ajoutez des parenthèses après son nom.",
)


class Unusable(AnswerError):
    """A value that a comparator can't work with; ``finding`` says what was expected and what came."""

    def __init__(self, expected: Text, seen: Text, diagnosis: Text | None = None) -> None:
        self.finding = Finding(passed=False, expected=expected, seen=seen, diagnosis=diagnosis)
        super().__init__(self.finding.text(), kind="unusable")


def comparator(compare: Callable[_Arguments, Finding]) -> Callable[_Arguments, Finding]:
    """Make ``compare`` return a finding, not passed, where it raises ``Unusable``."""

    @wraps(compare)
    def compared(*args: _Arguments.args, **options: _Arguments.kwargs) -> Finding:
        try:
            return compare(*args, **options)
        except Unusable as problem:
            return problem.finding

    return compared


def wrong_type(expected: Text, value: Any) -> Unusable:
    """The error for a value of another type than ``expected``, with the usual reason for it."""
    diagnosis = None
    if value is None:
        diagnosis = _NO_RETURN
    elif callable(value) and not isinstance(value, type):
        diagnosis = _NOT_CALLED
    return Unusable(expected, describe(value), diagnosis)


def circuit_of(value: Any) -> QuantumCircuit:
    """``value`` itself if it is a circuit; raises ``Unusable`` otherwise."""
    if not isinstance(value, QuantumCircuit):
        raise wrong_type(_CIRCUIT, value)
    return value

"""What a call does besides returning: which errors it raises, and whether it leaves its arguments alone."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

from ..errors import AnswerError, AnswerRaised
from .finding import PASSED, Finding
from .plain import describe, fill, say
from .values import same

_RAISES = say("the error {error}", "l’erreur {error}")
_RAISED = say("the error {error}", "l’erreur {error}")
_RETURNED = say("no error; {value} came back", "aucune erreur; la fonction a renvoyé {value}")
_RETURNS_IT = say(
    "The error is returned; `raise` has to send it instead.",
    "L’erreur est renvoyée; c’est `raise` qui doit la lancer.",
)
_KEPT = say("argument {place} left as it was: {value}", "l’argument {place} laissé tel quel\u00a0: {value}")
_CHANGED = say("changed by the call to {value}", "changé par l’appel en {value}")
_WORK_ON_A_COPY = say(
    "The function works on the caller’s own object; a copy would leave it alone.",
    "La fonction modifie l’objet même qu’on lui a donné; travailler sur une copie le laisserait intact.",
)

_PROBLEMS_OF_THE_VALUE = frozenset({"not_plain", "not_finite", "too_large", "too_deep"})
"""Kinds of errors that mean: the call did return, but something that can't be used."""


def refuses(function: Callable[..., Any], *arguments: Any, error: type[Exception] = ValueError) -> Finding:
    """Whether ``function(*arguments)`` raises ``error`` or a subclass of it; the message of the error is free.

    An answer that is missing, not written yet or has another signature isn't a refusal: that error passes through.
    """
    given = f"{_name(function)}({', '.join(repr(argument) for argument in arguments)})"[:200]
    expected = fill(_RAISES, error=error.__name__)
    try:
        value = function(*arguments)
    except AnswerRaised as raised:
        if error.__name__ in (raised.type_name, *raised.bases):
            return PASSED
        return Finding(False, expected, fill(_RAISED, error=raised.type_name)).on(given)
    except AnswerError as problem:
        if problem.kind in _PROBLEMS_OF_THE_VALUE:
            return Finding(False, expected, problem.text).on(given)
        raise
    except Exception as raised:
        if isinstance(raised, error):
            return PASSED
        return Finding(False, expected, fill(_RAISED, error=type(raised).__name__)).on(given)
    cause = _RETURNS_IT if isinstance(value, BaseException) or value is error else None
    return Finding(False, expected, fill(_RETURNED, value=describe(value)), cause).on(given)


def keeps_arguments(function: Callable[..., Any], *arguments: Any) -> Finding:
    """Whether ``function(*arguments)`` leaves its arguments as they were, deep inside too.

    Asks the learner's function for its arguments after the call; an ordinary function is called with copies.
    """
    if hasattr(function, "after"):
        after = function.after(*arguments)
    else:
        after = copy.deepcopy(arguments)
        function(*after)
    given = f"{_name(function)}(…)"
    for place, (before, now) in enumerate(zip(arguments, after, strict=True), start=1):
        if not _kept(now, before):
            return Finding(
                False,
                fill(_KEPT, place=place, value=describe(before)),
                fill(_CHANGED, value=describe(now)),
                _WORK_ON_A_COPY,
            ).on(given)
    return PASSED


def _kept(now: Any, before: Any) -> bool:
    if hasattr(before, "dtype") or hasattr(before, "num_qubits"):
        return bool((now == before).all()) if hasattr(before, "dtype") else bool(now == before)
    return same(now, before)


def _name(function: Callable[..., Any]) -> str:
    return str(getattr(function, "name", None) or getattr(function, "__name__", "function"))

"""Comparing plain values with care for their types: numbers, text, lists, sets, dictionaries."""

from __future__ import annotations

import math
import operator
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from numbers import Real
from typing import Any

from ..errors import Text
from .finding import PASSED, Finding
from .plain import contrast_numbers, decimals, describe, fill, join, say
from .usable import Unusable, comparator, wrong_type

NUMBER_TOLERANCE = 1e-6
"""Numbers x and y count as equal when |x − y| ≤ 1e-6·max(1, |y|)."""

_NUMBER = say("a number", "un nombre")
_WHOLE = say("a whole number (int)", "un nombre entier (int)")
_TRUTH = say("True or False", "True ou False")
_TEXT = say("a text (str)", "un texte (str)")
_KIND = {
    list: say("a list of {count}", "une liste de {count}"),
    tuple: say("a tuple of {count}", "un tuple de {count}"),
    set: say("a set of {count}", "un ensemble de {count}"),
    dict: say("a dictionary of {count}", "un dictionnaire de {count}"),
}
_ANY = {
    list: say("a list", "une liste"),
    tuple: say("a tuple", "un tuple"),
    set: say("a set", "un ensemble"),
    dict: say("a dictionary", "un dictionnaire"),
    str: _TEXT,
    bytes: say("bytes", "des octets (bytes)"),
    bool: _TRUTH,
    int: _WHOLE,
    float: _NUMBER,
}
_FINITE = say("a finite number", "un nombre fini")
_AT = say("{what}, at place {place}", "{what}, à la place {place}")
_KEYS = say("the keys {keys}", "les clés {keys}")
_BETWEEN = say("a number from {low} to {high}", "un nombre de {low} à {high}")
_AT_LEAST = say("a number of at least {low}", "un nombre d’au moins {low}")
_AT_MOST = say("a number of at most {high}", "un nombre d’au plus {high}")
_ONE_OF = say("one of {options}", "l’une des valeurs {options}")

_CAUSES: dict[str, Text] = {
    "sign": say("The sign is reversed.", "Le signe est inversé."),
    "half": say("It is half of what is asked.", "C’est la moitié de ce qui est demandé."),
    "double": say("It is twice what is asked.", "C’est le double de ce qui est demandé."),
    "percent": say(
        "It is in percent; a fraction from 0 to 1 is asked.",
        "C’est en pourcentage; on demande une fraction de 0 à 1.",
    ),
    "fraction": say("It is a hundredth of what is asked.", "C’est le centième de ce qui est demandé."),
    "complement": say("It is 1 minus what is asked.", "C’est 1 moins ce qui est demandé."),
    "inverse": say("It is 1 divided by what is asked.", "C’est 1 divisé par ce qui est demandé."),
    "square": say("It is the square of what is asked.", "C’est le carré de ce qui est demandé."),
    "root": say("It is the square root of what is asked.", "C’est la racine carrée de ce qui est demandé."),
    "one": say("It is off by one.", "C’est à 1 près."),
    "reversed": say("The order is reversed.", "L’ordre est inversé."),
    "order": say("The content is right; the order is not.", "Le contenu est juste; l’ordre ne l’est pas."),
    "missing": say("Some are missing.", "Il en manque."),
    "extra": say("There are some too many.", "Il y en a de trop."),
    "repeated": say("Some come more than once.", "Certains éléments figurent plus d’une fois."),
    "case": say("Only capitals or spaces differ.", "Seules les majuscules ou les espaces diffèrent."),
    "kind": say("The content is right; the type is not.", "Le contenu est juste; le type ne l’est pas."),
}


@dataclass(frozen=True)
class _Difference:
    expected: Text
    seen: Text
    cause: Text | None = None


def same(value: Any, expected: Any) -> bool:
    """Whether ``value`` equals ``expected`` as ``is_equal`` understands it."""
    try:
        return _difference(value, expected) is None
    except Unusable:
        return False


@comparator
def is_equal(value: Any, expected: Any) -> Finding:
    """Whether two plain values are equal, type and content, inside lists, tuples, sets and dictionaries too.

    A float is expected: any real number within 1e-6·max(1, |expected|). An int: any whole number that is not a bool
    (NumPy's included; 3.0 is not one). Bool, text, bytes and None: exactly that. Lists, tuples, sets and dictionaries
    are not interchangeable; sets and keys of dictionaries are compared exactly. NaN and infinity equal nothing.
    """
    difference = _difference(value, expected)
    if difference is None:
        return PASSED
    return Finding(False, difference.expected, difference.seen, difference.cause)


@comparator
def is_number(value: Any, expected: float | None = None, tolerance: float = NUMBER_TOLERANCE) -> Finding:
    """Whether a value is a finite real number, and, if given, ``expected`` within tolerance·max(1, |expected|).

    Whole numbers and NumPy's numbers are fine; a bool, a text or a complex number is not.
    """
    seen = _real(value)
    if expected is None or abs(seen - expected) <= tolerance * max(1.0, abs(expected)):
        return PASSED
    return Finding(False, *contrast_numbers(expected, seen), _number_cause(expected, seen))


@comparator
def is_between(
    value: Any, low: float | None = None, high: float | None = None, tolerance: float = NUMBER_TOLERANCE
) -> Finding:
    """Whether a value is a finite real number from ``low`` to ``high``, both included, within ``tolerance``."""
    seen = _real(value)
    if (low is None or seen >= low - tolerance) and (high is None or seen <= high + tolerance):
        return PASSED
    template = _AT_MOST if low is None else _AT_LEAST if high is None else _BETWEEN
    expected = fill(template, low=decimals(low or 0.0), high=decimals(high or 0.0))
    return Finding(False, expected, decimals(seen))


@comparator
def is_integer(value: Any, expected: int | None = None) -> Finding:
    """Whether a value is a whole number (int or NumPy's, not a bool nor 3.0), and ``expected`` if given."""
    return is_equal(value, _whole(value) if expected is None else expected)


@comparator
def is_text(value: Any, expected: str | None = None) -> Finding:
    """Whether a value is a text, and ``expected`` letter for letter if given."""
    return _typed(value, str, expected)


@comparator
def is_list(value: Any, expected: list[Any] | None = None) -> Finding:
    """Whether a value is a list (not a tuple), and equal to ``expected``, order included, if given."""
    return _typed(value, list, expected)


@comparator
def is_one_of(value: Any, options: Collection[Any]) -> Finding:
    """Whether a value equals one of ``options``, type included."""
    if any(same(value, option) for option in options):
        return PASSED
    return Finding(False, fill(_ONE_OF, options=join(repr(option) for option in options)), describe(value))


def _typed(value: Any, kind: type, expected: Any) -> Finding:
    if not isinstance(value, kind):
        raise wrong_type(_ANY[kind], value)
    return PASSED if expected is None else is_equal(value, expected)


def _real(value: Any) -> float:
    if isinstance(value, bool) or type(value).__name__ in ("bool_", "bool") or not isinstance(value, Real):
        raise wrong_type(_NUMBER, value)
    try:
        number = float(value)
    except OverflowError:
        raise Unusable(_FINITE, describe(value)) from None
    if not math.isfinite(number):
        raise Unusable(_FINITE, describe(value))
    return number


def _whole(value: Any) -> int:
    if isinstance(value, bool) or type(value).__name__ == "bool_":
        raise wrong_type(_WHOLE, value)
    try:
        return operator.index(value)
    except TypeError:
        raise wrong_type(_WHOLE, value) from None


def _difference(value: Any, expected: Any, place: str = "") -> _Difference | None:
    """The first difference between ``value`` and ``expected``; None if there is none."""
    try:
        if isinstance(expected, bool):
            found = (
                None if _truth(value) is expected else _Difference(describe(expected), describe(bool(value)))
            )
        elif isinstance(expected, int):
            seen = _whole(value)
            found = None if seen == expected else _plain_numbers(expected, seen)
        elif isinstance(expected, float):
            number = _real(value)
            close = abs(number - expected) <= NUMBER_TOLERANCE * max(1.0, abs(expected))
            found = (
                None
                if close
                else _Difference(*contrast_numbers(expected, number), _number_cause(expected, number))
            )
        elif isinstance(expected, list | tuple | set | dict):
            return _container_difference(value, expected, place)
        else:
            found = _exact(value, expected)
    except Unusable as problem:
        found = _Difference(
            problem.finding.expected or _NUMBER, problem.finding.seen or _NUMBER, problem.finding.diagnosis
        )
    if found and place:
        return _Difference(_placed(found.expected, place), _placed(found.seen, place), found.cause)
    return found


def _placed(what: Text, place: str) -> Text:
    return fill(_AT, what=what, place=place)


def _truth(value: Any) -> bool:
    if not (isinstance(value, bool) or type(value).__name__ in ("bool_", "bool")):
        raise wrong_type(_TRUTH, value)
    return bool(value)


def _exact(value: Any, expected: Any) -> _Difference | None:
    if expected is None:
        return None if value is None else _Difference(describe(None), describe(value))
    if value is None or (type(value) is not type(expected) and not isinstance(value, type(expected))):
        raise wrong_type(_ANY.get(type(expected), describe(expected)), value)
    if value == expected:
        return None
    cause = None
    if (
        isinstance(expected, str)
        and "".join(value.split()).casefold() == "".join(expected.split()).casefold()
    ):
        cause = _CAUSES["case"]
    return _Difference(describe(expected), describe(value), cause)


def _container_difference(value: Any, expected: Any, place: str) -> _Difference | None:
    kind = next(kind for kind in (list, tuple, set, dict) if isinstance(expected, kind))
    if not isinstance(value, kind) and not (kind is set and isinstance(value, frozenset)):
        cause = None
        if isinstance(value, list | tuple | set) and kind is not dict and same(_as(kind, value), expected):
            cause = _CAUSES["kind"]
        problem = wrong_type(_ANY[kind], value).finding
        return _Difference(_ANY[kind], describe(value), cause or problem.diagnosis)
    if kind is set:
        return (
            None
            if value == expected
            else _Difference(describe(expected), describe(value), _members(value, expected))
        )
    if isinstance(expected, dict):
        return _dict_difference(value, expected, place)
    if len(value) != len(expected):
        return _whole_sequence(value, expected)
    for index, (one, other) in enumerate(zip(value, expected, strict=True)):
        found = _difference(one, other, f"{place}[{index}]")
        if found:
            cause = _sequence_cause(value, expected) or found.cause
            short = len(repr(expected)) <= 60 and len(repr(value)) <= 60
            if short and not place:
                return _Difference(describe(expected), describe(value), cause)
            return _Difference(found.expected, found.seen, cause)
    return None


def _as(kind: type, value: Any) -> Any:
    try:
        return kind(value)
    except TypeError:
        return None


def _whole_sequence(value: Any, expected: Any) -> _Difference:
    if len(repr(expected)) <= 60:
        return _Difference(describe(expected), describe(value), _sequence_cause(value, expected))
    kind = list if isinstance(expected, list) else tuple
    return _Difference(
        fill(_KIND[kind], count=len(expected)),
        fill(_KIND[kind], count=len(value)),
        _sequence_cause(value, expected),
    )


def _sequence_cause(value: Any, expected: Any) -> Text | None:
    if len(value) == len(expected):
        if all(same(one, other) for one, other in zip(reversed(value), expected, strict=True)):
            return _CAUSES["reversed"]
        try:
            return _CAUSES["order"] if sorted(value) == sorted(expected) else None
        except TypeError:
            return None
    try:
        if len(set(value)) < len(value) and set(value) == set(expected):
            return _CAUSES["repeated"]
        return _members(set(value), set(expected))
    except TypeError:
        return None


def _members(value: Any, expected: Any) -> Text | None:
    if value < expected:
        return _CAUSES["missing"]
    return _CAUSES["extra"] if value > expected else None


def _dict_difference(value: Any, expected: Mapping[Any, Any], place: str) -> _Difference | None:
    if set(value) != set(expected):
        wanted, found = (fill(_KEYS, keys=_listed(keys)) for keys in (expected, value))
        return _Difference(wanted, found, _members(set(value), set(expected)))
    for key in expected:
        difference = _difference(value[key], expected[key], f"{place}[{key!r}]")
        if difference:
            return difference
    return None


def _listed(keys: Collection[Any]) -> str:
    written = ", ".join(repr(key) for key in list(keys)[:12])
    return written + (", …" if len(keys) > 12 else "") if written else "—"


def _plain_numbers(expected: int, seen: int) -> _Difference:
    cause = _CAUSES["one"] if abs(expected - seen) == 1 else _number_cause(expected, seen)
    return _Difference(describe(expected), describe(seen), cause)


def _number_cause(expected: float, seen: float) -> Text | None:
    """The usual slip that turns ``expected`` into exactly ``seen``."""
    try:
        return _slip(expected, seen)
    except OverflowError:
        return None


def _slip(expected: float, seen: float) -> Text | None:
    slips = {
        "sign": -expected,
        "half": expected / 2,
        "double": expected * 2,
        "percent": expected * 100,
        "fraction": expected / 100,
        "complement": 1 - expected,
        "inverse": 1 / expected if expected else None,
        "square": expected**2,
        "root": math.sqrt(expected) if expected > 0 else None,
    }
    for name, slip in slips.items():
        if slip is None or not abs(slip - expected) > NUMBER_TOLERANCE * max(1.0, abs(expected)):
            continue
        if abs(seen - slip) <= 1e-9 * max(1.0, abs(slip)):
            return _CAUSES[name]
    return None

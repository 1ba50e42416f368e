"""Plain notation in both languages: ``00: 0.707, 11: −0.707`` and ``00 : 0,707; 11 : −0,707``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from ..errors import Text
from ..lang import LANGUAGES, NBSP, both, number

TERMS = 8
"""How many terms of a state or a distribution are written out before ``…``."""

_COLON = {"en": ": ", "fr": f"{NBSP}: "}
_COMMA = {"en": ", ", "fr": "; "}
_DIGITS = (3, 6, 9, 12)
_LONGEST = 60
_LARGE = 1e15
"""From here on numbers are written with a power of ten, as in 1e+20."""

_KINDS: tuple[tuple[str, str, str], ...] = (
    ("bool", "the truth value {}", "la valeur logique {}"),
    ("int", "the whole number {}", "le nombre entier {}"),
    ("float", "the number {} (float)", "le nombre {} (float)"),
    ("complex", "the complex number {}", "le nombre complexe {}"),
    ("str", "the text {}", "le texte {}"),
    ("bytes", "the bytes {}", "les octets {}"),
    ("list", "the list {}", "la liste {}"),
    ("tuple", "the tuple {}", "le tuple {}"),
    ("set", "the set {}", "l’ensemble {}"),
    ("frozenset", "the set {}", "l’ensemble {}"),
    ("dict", "the dictionary {}", "le dictionnaire {}"),
)


def say(en: str, fr: str) -> Text:
    """One text in both languages."""
    return {"en": en, "fr": fr}


def fill(template: Text, **parts: Any) -> Text:
    """``template`` with its ``{names}`` filled in; a part that is itself a text is taken in each language."""
    return {language: template[language].format(**_in(language, parts)) for language in LANGUAGES}


def _in(language: str, parts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: part[language] if isinstance(part, Mapping) else part for name, part in parts.items()}


def decimal(value: float, language: str, digits: int = 3) -> str:
    """``value`` with at most ``digits`` decimals and no idle zeros."""
    if not abs(value) < _LARGE:
        return (
            f"{value:.6g}".replace("-", "−")
            if language == "en"
            else f"{value:.6g}".replace("-", "−").replace(".", ",")
        )
    written = number(round(float(value), digits) + 0.0, language, digits)
    separator = "." if language == "en" else ","
    return written.rstrip("0").rstrip(separator) if separator in written else written


def decimals(value: float) -> Text:
    """A number in both languages, with as many decimals as tell it from nothing (12 at most)."""
    digits = next((some for some in _DIGITS if value == 0 or abs(value) >= 10.0**-some), _DIGITS[-1])
    return {language: decimal(value, language, max(digits, 6)) for language in LANGUAGES}


def join(parts: Iterable[str | Text]) -> Text:
    """Parts as one list, with the language's own separator."""
    texts: list[Text] = [both(part) if isinstance(part, str) else part for part in parts]
    return {language: _COMMA[language].join(text[language] for text in texts) for language in LANGUAGES}


def bit_string(index: int, width: int) -> str:
    """Basis state ``index`` as bits, qubit 0 on the right; empty for no qubit."""
    return format(index, f"0{width}b") if width else ""


def describe(value: Any) -> Text:
    """What a value is, in words, with its content where that is short and plain."""
    if value is None:
        return say("nothing (None)", "rien (None)")
    kind = type(value).__name__
    for name, en, fr in _KINDS:
        if kind == name and type(value).__module__ == "builtins":
            shown = _shown(value)
            return say(en.format(shown), fr.format(shown))
    if kind == "QuantumCircuit":
        return say("a circuit (QuantumCircuit)", "un circuit (QuantumCircuit)")
    if callable(value):
        name = getattr(value, "__name__", kind)
        return say(f"a function ({name})", f"une fonction ({name})")
    return say(f"an object of type {kind}", f"un objet de type {kind}")


def _shown(value: Any) -> str:
    try:
        shown = repr(value)
    except ValueError:  # Python refuses to write whole numbers of more than 4300 digits
        shown = "…"
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"


def amplitudes(state: ArrayLike) -> Text:
    """One state's arrows by outcome, up to global phase, at most ``TERMS`` of them."""
    return contrast_amplitudes(state, state)[0]


def contrast_amplitudes(expected: ArrayLike, seen: ArrayLike) -> tuple[Text, Text]:
    """Both states, the outcomes where they differ most first in line to be shown, with decimals enough to differ.

    Each is shown with its first arrow turned to point along the positive numbers (the global phase never matters).
    """
    first, second = _turned(np.asarray(expected, complex)), _turned(np.asarray(seen, complex))
    return _contrast(_terms(first), _terms(second), _complex)


def contrast_chances(expected: Mapping[str, float], seen: Mapping[str, float]) -> tuple[Text, Text]:
    """Both distributions, the outcomes where they differ most first in line to be shown."""
    return _contrast(expected, seen, decimal)


def contrast_numbers(expected: float, seen: float) -> tuple[Text, Text]:
    """Both numbers with decimals enough to differ."""
    for digits in _DIGITS:
        pair = [
            {language: decimal(value, language, digits) for language in LANGUAGES}
            for value in (expected, seen)
        ]
        if pair[0] != pair[1]:
            break
    return pair[0], pair[1]


def _turned(state: np.ndarray) -> np.ndarray:
    large = np.flatnonzero(np.abs(state) > 1e-9)
    return state * (np.abs(state[large[0]]) / state[large[0]]) if large.size else state


def _terms(state: np.ndarray) -> dict[str, complex]:
    width = int(np.log2(state.size))
    return {
        bit_string(int(index), width): complex(state[index])
        for index in np.flatnonzero(np.abs(state) > 1e-12)
    }


def _complex(value: complex, language: str, digits: int) -> str:
    real, imaginary = decimal(value.real, language, digits), decimal(value.imag, language, digits)
    if imaginary == "0":
        return real
    if real == "0":
        return f"{imaginary}i"
    return f"{real}{'' if imaginary.startswith('−') else '+'}{imaginary}i"


def _contrast(
    expected: Mapping[str, Any], seen: Mapping[str, Any], write: Callable[[Any, str, int], str]
) -> tuple[Text, Text]:
    keys = sorted(
        set(expected) | set(seen), key=lambda key: (-abs(expected.get(key, 0) - seen.get(key, 0)), key)
    )
    largest = [max(terms, key=lambda key: (abs(terms[key]), key)) for terms in (expected, seen) if terms]
    shown = set(list(dict.fromkeys([*largest, *keys]))[:TERMS])
    for digits in _DIGITS:
        pair = [_written(terms, shown, write, digits) for terms in (expected, seen)]
        if pair[0] != pair[1] or expected == seen:
            break
    return pair[0], pair[1]


def _written(
    terms: Mapping[str, Any], shown: set[str], write: Callable[[Any, str, int], str], digits: int
) -> Text:
    texts = {}
    for language in LANGUAGES:
        parts = [
            f"{key}{_COLON[language]}{value}"
            for key in sorted(terms)
            if key in shown and (value := write(terms[key], language, digits)) != "0"
        ]
        more = ["…"] if any(key not in shown for key in terms) else []
        texts[language] = _COMMA[language].join(parts + more) or "0"
    return texts

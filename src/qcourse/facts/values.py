"""A value of the register as a reader of English or French expects to see it."""

from __future__ import annotations

import re
from typing import Any

from ..lang import NBSP, date, number
from . import Fact

_SYMBOL = {"CAD": "$", "USD": "$" + NBSP + "US", "EUR": "€", "GBP": "£", "CHF": "CHF"}
_YEARS = ("year", "year founded")


def formatted(fact: Fact, name: str, language: str) -> str:
    """The value called ``name`` of ``fact``: amount with currency, percentage, date or plain number."""
    value = fact.value(name)
    if isinstance(value, str):
        return date(value, language) if re.fullmatch(r"\d{4}(-\d{2}){0,2}", value) else value
    currency = name.upper() if name.upper() in _SYMBOL else fact.currency
    if currency:
        return _amount(value, currency, language)
    if fact.unit in _YEARS or name in ("year", "deadline", "from_year", "to_year"):
        return str(value)
    if fact.unit and fact.unit.startswith("percent"):
        return number(value, language) + (NBSP if language == "fr" else "") + "%"
    return _rounded(value, language)


def _amount(value: float, currency: str, language: str) -> str:
    if language == "fr":
        symbol = _SYMBOL[currency]
        if abs(value) >= 1e6:
            plain = number(_short(value / 1e6), "fr")
            return f"{plain}{NBSP}M{symbol}" if currency != "CHF" else f"{plain}{NBSP}MCHF"
        return f"{number(_short(value), 'fr')}{NBSP}{symbol}"
    return f"{currency}{NBSP}{_rounded(value, 'en')}"


def _rounded(value: float, language: str) -> str:
    """Whole millions and billions in words, the rest in figures."""
    for size, words in (
        (10**9, {"en": "billion", "fr": "milliard"}),
        (10**6, {"en": "million", "fr": "million"}),
    ):
        if abs(value) >= size:
            count = _short(value / size)
            plural = "s" if language == "fr" and abs(count) >= 2 else ""
            return f"{number(count, language)}{NBSP}{words[language]}{plural}"
    return number(_short(value), language)


def _short(value: Any) -> Any:
    """A whole float as an int, so that it is written without decimals."""
    return int(value) if float(value).is_integer() else float(f"{value:.6g}")

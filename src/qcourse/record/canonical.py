"""The canonical form of JSON data (RFC 8785), which the page's script writes as well, and its checksum."""

from __future__ import annotations

import hashlib
import json
import math
from typing import Any

_WHOLE = 2**53
"""Up to here a whole number is the same in JavaScript."""


def canonical(value: Any) -> str:
    """``value`` as text: keys sorted by their UTF-16 units, no spaces, numbers as JavaScript writes them.

    ValueError for a number that is not finite and for anything that JSON does not know.
    """
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{_quoted(key)}:{canonical(value[key])}" for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    if isinstance(value, str):
        return _quoted(value)
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, (int, float)):
        return _number(value)
    raise ValueError(f"JSON has no {type(value).__name__}")


def checksum(data: dict[str, Any]) -> str:
    """The SHA-256, in hexadecimal, of the canonical form of ``data`` without its own ``checksum``."""
    rest = {key: value for key, value in data.items() if key != "checksum"}
    return hashlib.sha256(canonical(rest).encode("utf-8")).hexdigest()


def _quoted(text: str) -> str:
    text.encode("utf-8")  # half a surrogate pair is no text: UnicodeEncodeError, a ValueError
    return json.dumps(text, ensure_ascii=False)


def _number(value: int | float) -> str:
    if isinstance(value, int) and abs(value) <= _WHOLE:
        return str(value)
    value = float(value)
    if not math.isfinite(value):
        raise ValueError("JSON has no number that is not finite")
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    mantissa, _, power = f"{abs(value)!r}".partition("e")
    whole, _, part = mantissa.partition(".")
    digits = (whole + part).lstrip("0")
    point = len(whole) + int(power or 0) - (len(whole + part) - len(digits))
    digits = digits.rstrip("0")
    # As ECMAScript's Number::toString: ``point`` is where the decimal point stands among the digits.
    if 0 < point <= 21:
        text = digits.ljust(point, "0")
        return sign + text[:point] + (f".{text[point:]}" if text[point:] else "")
    if -6 < point <= 0:
        return f"{sign}0.{'0' * -point}{digits}"
    exponent = f"e{'+' if point > 0 else '-'}{abs(point - 1)}"
    return sign + digits[0] + (f".{digits[1:]}" if digits[1:] else "") + exponent

"""How a figure writes its values, in step with ``words.js``."""

from __future__ import annotations

import math

from ..lang import NBSP, number


def percent(share: float, language: str, digits: int = 1) -> str:
    """A fraction as a percentage, halves rounded up: 0.8536 gives 85.4% in English, 85,4 % in French."""
    scale = 10**digits
    rounded = math.floor(share * 100 * scale + 0.5 + 1e-6) / scale
    plain = number(int(rounded) if rounded == int(rounded) else rounded, language)
    return plain + (NBSP + "%" if language == "fr" else "%")


def degrees(angle: float, language: str) -> str:
    """An angle with its sign: −45°."""
    return number(int(angle), language) + "°"

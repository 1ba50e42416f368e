"""How a figure writes its values, in step with ``words.js``."""

from __future__ import annotations

import math

from ..facts import Fact, statable
from ..lang import LANGUAGES, NBSP, date, number

_DATED = {
    "en": "As of {as_of}; check again by {review}.",
    "fr": "En date de\u00a0: {as_of}; à réviser avant le {review}.",
}
_LASTING = {"en": "As of {as_of}.", "fr": "En date de\u00a0: {as_of}."}


def percent(share: float, language: str, digits: int = 1) -> str:
    """A fraction as a percentage, halves rounded up: 0.8536 gives 85.4% in English, 85,4 % in French."""
    scale = 10**digits
    rounded = math.floor(share * 100 * scale + 0.5 + 1e-6) / scale
    plain = number(int(rounded) if rounded == int(rounded) else rounded, language)
    return plain + (NBSP + "%" if language == "fr" else "%")


def degrees(angle: float, language: str) -> str:
    """An angle with its sign: −45°."""
    return number(int(angle), language) + "°"


def dated(fact: Fact) -> dict[str, str]:
    """A fact's date, and the day by which it must be checked again if there is one, in each language."""
    forms = _DATED if fact.review_by else _LASTING
    return {
        language: forms[language].format(
            as_of=date(fact.as_of, language), review=date(fact.review_by or fact.as_of, language)
        )
        for language in LANGUAGES
    }


def stated(fact_id: str) -> dict[str, str]:
    """The register's sentence in both languages, with its date; what the article alone states is attributed to it."""
    fact = statable(fact_id)
    if fact.status == "seed":
        told = {"en": "according to the 2022 article", "fr": "selon l’article de 2022"}
    else:
        told = {language: date(fact.as_of, language) for language in LANGUAGES}
    return {language: f"{fact.claim[language]} ({told[language]})" for language in LANGUAGES}

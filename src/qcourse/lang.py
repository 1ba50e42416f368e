"""The two languages of the course: which one to speak, and how it writes numbers and dates."""

from __future__ import annotations

import locale
import os

from .errors import Text

LANGUAGES = ("en", "fr")
NBSP = "\u00a0"

_MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
}


def both(text: str) -> Text:
    """The same text in each language, for names and code that need no translation."""
    return dict.fromkeys(LANGUAGES, text)


def pick(text: Text, language: str) -> str:
    """The text in ``language``."""
    return text[language]


def current(language: str | None = None) -> str:
    """The language to speak: ``language`` if given, else ``COURSE_LANG``, else the system's, else French.

    Only ``en`` and ``fr`` (with any region, ``fr_CA``) count; another value is passed over.
    """
    system = locale.getlocale()[0] if not os.environ.get("LC_ALL") else os.environ["LC_ALL"]
    for candidate in (language, os.environ.get("COURSE_LANG"), system, os.environ.get("LANG")):
        code = (candidate or "")[:2].lower()
        if code in LANGUAGES:
            return code
    return "fr"


def number(value: float | int, language: str, digits: int | None = None) -> str:
    """A number as the language writes it: 1,234.5 in English, 1 234,5 in French (no-break spaces).

    ``digits`` fixes the decimals; without it a whole number has none and another up to six.
    """
    if digits is None:
        plain = f"{value:,}" if isinstance(value, int) else f"{value:,.6f}".rstrip("0").rstrip(".")
    else:
        plain = f"{value:,.{digits}f}"
    plain = plain.replace("-", "\u2212")
    if language == "en":
        return plain
    return plain.replace(",", NBSP).replace(".", ",")


def date(iso: str, language: str) -> str:
    """An ISO date, month or year in words: ``2025-05-21`` gives 21 May 2025, 21 mai 2025."""
    parts = iso.split("-")
    if len(parts) == 1:
        return parts[0]
    month = _MONTHS[language][int(parts[1]) - 1]
    if len(parts) == 2:
        return f"{month} {parts[0]}"
    day = int(parts[2])
    if language == "fr":
        return f"{'1er' if day == 1 else day} {month} {parts[0]}"
    return f"{day} {month} {parts[0]}"

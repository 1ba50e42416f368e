"""Cutting what a stranger's process said down to what is expected of it: types, lengths, plain characters."""

from __future__ import annotations

import unicodedata
from typing import Any

MAX_TEXT = 2000
_SPACES = "\n\t"
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def visible(text: str, limit: int = MAX_TEXT) -> str:
    """``text`` cut to ``limit``, with control, direction and invisible characters shown as escapes such as \\x1b."""
    kept = text[:limit]
    if kept.isascii() and kept.isprintable():
        return kept if len(text) <= limit else kept + "…"
    shown = "".join(character if _plain(character) else _escape(character) for character in kept)
    return shown if len(text) <= limit else shown + "…"


def errors_of(value: Any) -> list[list[Any]]:
    """A list of ``[cell, exception, detail, line]`` from whatever was sent."""
    if not isinstance(value, list):
        return []
    errors = []
    for entry in value[:20]:
        if isinstance(entry, list) and len(entry) == 4:
            cell, type_name, detail, line = entry
            errors.append(
                [_number(cell), visible(str(type_name), 100), visible(str(detail), 500), _number(line)]
            )
    return errors


def text_of(value: Any) -> dict[str, str]:
    """A text in both languages from whatever was sent."""
    given = value if isinstance(value, dict) else {}
    return {language: visible(str(given.get(language, "?")), 1000) for language in ("en", "fr")}


def _number(value: Any) -> int | None:
    return value if type(value) is int and 0 <= value < 10**9 else None


def _plain(character: str) -> bool:
    return character in _SPACES or unicodedata.category(character) not in _HIDDEN


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"

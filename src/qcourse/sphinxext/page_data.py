"""Data that stands beside a lesson: its questions and recall cards, in one format each, in both languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import yaml

from ..errors import ContentError, FactError
from ..facts import statable

_TEXT = {
    "type": "object",
    "additionalProperties": False,
    "required": ["en", "fr"],
    "properties": {"en": {"type": "string", "minLength": 1}, "fr": {"type": "string", "minLength": 1}},
}
_ID = {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"}
_FACTS = {
    "type": "array",
    "minItems": 1,
    "uniqueItems": True,
    "items": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
}
"""The facts of the register that an item asks for; they are not shown."""
_CHOICE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["text", "reason"],
    "properties": {"text": _TEXT, "reason": _TEXT, "right": {"const": True}},
}
QUESTIONS_SCHEMA = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": ["id", "ask", "choices"],
        "properties": {
            "id": _ID,
            "facts": _FACTS,
            "ask": _TEXT,
            "choices": {"type": "array", "minItems": 2, "maxItems": 5, "items": _CHOICE},
        },
    },
}
CARDS_SCHEMA = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": ["id", "front", "back"],
        "properties": {"id": _ID, "facts": _FACTS, "front": _TEXT, "back": _TEXT},
    },
}


def questions(page: Path) -> dict[str, dict[str, Any]]:
    """The questions beside ``page`` by id; ContentError names the file and what is wrong with it."""
    path = questions_path(page)
    found = _load(path, QUESTIONS_SCHEMA)
    for question in found:
        right = sum(bool(choice.get("right")) for choice in question["choices"])
        if right != 1:
            raise _wrong(
                path,
                f"question {question['id']!r} has {right} right choices; it needs exactly one `right: true`",
            )
    return _by_id(path, found)


def cards(page: Path) -> dict[str, dict[str, Any]]:
    """The recall cards beside ``page`` by id; ContentError names the file and what is wrong with it."""
    path = cards_path(page)
    found = _load(path, CARDS_SCHEMA)
    for card in found:
        # The front is the label of what unfolds: a link inside it could not be reached by every screen reader.
        if any("`" in text for text in card["front"].values()):
            raise _wrong(path, f"card {card['id']!r} has a role in its front; put it into the back")
    return _by_id(path, found)


def questions_path(page: Path) -> Path:
    """Where the questions of ``page`` are."""
    return page.with_suffix(".questions.yml")


def cards_path(page: Path) -> Path:
    """Where the cards of ``page`` are."""
    return page.with_suffix(".cards.yml")


def _load(path: Path, schema: dict[str, Any]) -> list[dict[str, Any]]:
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        jsonschema.validate(data, schema)
        for item in data:
            for fact_id in item.get("facts", ()):
                statable(fact_id)
    except (OSError, yaml.YAMLError) as error:
        raise _wrong(path, f"can’t be read: {error}") from error
    except jsonschema.ValidationError as error:
        raise _wrong(path, f"at {error.json_path}: {error.message}") from error
    except FactError as error:
        raise _wrong(path, f"under `facts`, {error.text['en'].rstrip('.')}") from error
    return data


def _by_id(path: Path, items: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for item in items:
        if item["id"] in found:
            raise _wrong(path, f"the id {item['id']!r} stands twice")
        found[item["id"]] = item
    return found


def _wrong(path: Path, what: str) -> ContentError:
    return ContentError(
        {
            "en": f"{path.name}: {what}. See CONTRIBUTING.md, ‘Questions’ and ‘Cards’.",
            "fr": f"{path.name}\u00a0: {what}. Voir CONTRIBUTING.md, «\u00a0Questions\u00a0» et «\u00a0Cards\u00a0».",
        }
    )

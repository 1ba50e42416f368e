"""The two parallel forms, read from ``book/tests.yml``: one entry tests one objective, by one item in each form."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from ..errors import ContentError, FactError
from ..facts import statable

FORMS = ("a", "b", "a_short", "b_short")
"""The names that results carry; the first letter says which form, ``short`` that only its short items were asked."""
PARTS = ("concepts", "encryption", "policy")
LOWEST_CHANCE = 25
"""In percent: four choices, so a pure guess is right once in four."""

_TEXT = {
    "type": "object",
    "additionalProperties": False,
    "required": ["en", "fr"],
    "properties": {"en": {"type": "string", "minLength": 1}, "fr": {"type": "string", "minLength": 1}},
}
_ITEM = {
    "type": "object",
    "additionalProperties": False,
    "required": ["ask", "choices"],
    "properties": {
        "ask": _TEXT,
        "choices": {
            "type": "array",
            "minItems": 4,
            "maxItems": 4,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["text", "reason"],
                "properties": {"text": _TEXT, "reason": _TEXT, "right": {"const": True}},
            },
        },
    },
}
SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["edition", "objectives"],
    "properties": {
        "edition": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}[a-z]?$"},
        "objectives": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["id", "part", "lesson", "objective", "a", "b"],
                "properties": {
                    "id": {"type": "string", "pattern": "^[a-z][a-z_]*$"},
                    "part": {"enum": list(PARTS)},
                    "lesson": {"type": "string", "pattern": "^[a-z][a-z_]*$"},
                    "objective": {"type": "string", "minLength": 1},
                    "short": {"const": True},
                    "facts": {"type": "array", "minItems": 1, "items": {"type": "string"}},
                    "a": _ITEM,
                    "b": _ITEM,
                },
            },
        },
    },
}


@dataclass(frozen=True)
class Objective:
    """One objective of one ``lesson``, and the item of each form that tests it."""

    id: str
    part: str
    lesson: str
    objective: str
    short: bool
    facts: tuple[str, ...]
    items: dict[str, dict[str, Any]]

    def right(self, form: str) -> int:
        """The position of the right choice in a form."""
        return next(place for place, choice in enumerate(self.items[form[0]]["choices"]) if "right" in choice)


@dataclass(frozen=True)
class Forms:
    """Both forms, and their ``edition``: results of two editions are never mixed."""

    edition: str
    objectives: tuple[Objective, ...]

    def asked(self, form: str) -> tuple[Objective, ...]:
        """The objectives that a form asks, in its order."""
        return tuple(one for one in self.objectives if one.short or not form.endswith("short"))


def path(root: Path) -> Path:
    """Where the tests are."""
    return root / "book" / "tests.yml"


def load(root: Path) -> Forms:
    """The tests of the course at ``root``; ContentError names what is wrong."""
    file = path(root)
    try:
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
        jsonschema.validate(data, SCHEMA)
        for entry in data["objectives"]:
            for fact in entry.get("facts", ()):
                statable(fact)
            for form in ("a", "b"):
                if sum("right" in choice for choice in entry[form]["choices"]) != 1:
                    raise _wrong(file, f"{entry['id']} needs exactly one right choice in form {form}")
    except (OSError, yaml.YAMLError) as error:
        raise _wrong(file, str(error)) from error
    except jsonschema.ValidationError as error:
        raise _wrong(file, f"{error.json_path}: {error.message}") from error
    except FactError as error:
        raise _wrong(file, error.text["en"]) from error
    ids = [entry["id"] for entry in data["objectives"]]
    if len(set(ids)) != len(ids):
        raise _wrong(file, "an id stands twice")
    return Forms(
        data["edition"],
        tuple(
            Objective(
                entry["id"],
                entry["part"],
                entry["lesson"],
                entry["objective"],
                "short" in entry,
                tuple(entry.get("facts", ())),
                {form: entry[form] for form in ("a", "b")},
            )
            for entry in data["objectives"]
        ),
    )


def _wrong(file: Path, what: str) -> ContentError:
    return ContentError(
        {
            "en": f"{file.name}: {what}. See CONTRIBUTING.md, ‘The tests’. With --root, give the course’s folder.",
            "fr": f"{file.name}\u00a0: {what}. Voir CONTRIBUTING.md, «\u00a0The tests\u00a0». Avec --root, donnez le dossier du cours.",
        }
    )

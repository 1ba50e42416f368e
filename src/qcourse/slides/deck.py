"""A deck as data: its parts with their minutes, and its slides, each in both languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from ..errors import ContentError, Text

WORKSHOP = "workshop"

_TEXT = {
    "type": "object",
    "additionalProperties": False,
    "required": ["en", "fr"],
    "properties": {"en": {"type": "string", "minLength": 1}, "fr": {"type": "string", "minLength": 1}},
}
_ID = {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"}
_PART = {
    "type": "object",
    "additionalProperties": False,
    "required": ["minutes", "title"],
    "properties": {"minutes": {"type": "number", "exclusiveMinimum": 0}, "title": _TEXT},
}
_SLIDE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["id", "part", "minutes", "title", "notes"],
    "properties": {
        "id": _ID,
        "part": {"type": "integer", "minimum": 1},
        "minutes": {"type": "number", "exclusiveMinimum": 0},
        "title": _TEXT,
        "text": _TEXT,
        "big": {"const": True},
        "figure": {"type": "string", "pattern": "^[A-Z][A-Za-z]+$"},
        "position": {"type": "object"},
        "question": {"type": "string", "pattern": "^[a-z_]+/[a-z_]+ [a-z0-9_]+$"},
        "notes": _TEXT,
        "myth": _TEXT,
    },
}
DECK_SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["title", "subtitle", "slides"],
    "properties": {
        "title": _TEXT,
        "subtitle": _TEXT,
        "parts": {"type": "array", "minItems": 1, "items": _PART},
        "slides": {"type": "array", "minItems": 1, "items": _SLIDE},
    },
}


@dataclass(frozen=True)
class Slide:
    """One idea: ``text`` is what the room reads, ``notes`` what is said, ``myth`` the misconception to expect.

    ``part`` is the number of its part, from 1; ``figure`` names a figure's class and ``position`` where it starts;
    ``question`` is a lesson and one of its questions (``module/lesson id``), taken from beside the lesson.
    """

    id: str
    part: int
    minutes: float
    title: Text
    notes: Text
    text: Text | None = None
    big: bool = False
    figure: str | None = None
    position: Mapping[str, Any] = field(default_factory=dict)
    question: str | None = None
    myth: Text | None = None


@dataclass(frozen=True)
class Part:
    """A stretch of the session."""

    title: Text
    minutes: float


@dataclass(frozen=True)
class Deck:
    """The slides of a module or of the workshop; ``name`` is the module's, or ``workshop``."""

    name: str
    title: Text
    subtitle: Text
    parts: Sequence[Part]
    slides: Sequence[Slide]

    def starts(self) -> list[float]:
        """The minute at which each slide begins."""
        return [sum(slide.minutes for slide in self.slides[:place]) for place in range(len(self.slides))]


def decks(root: Path) -> dict[str, Path]:
    """The file of every deck below ``root``, by name: the modules in alphabetical order, then the workshop."""
    found = {path.parts[-3]: path for path in sorted(root.glob("modules/*/slides/deck.yml"))}
    workshop = root / "book" / "teaching" / "slides" / "deck.yml"
    return found | ({WORKSHOP: workshop} if workshop.is_file() else {})


def load(root: Path, name: str) -> Deck:
    """The deck called ``name``; ContentError when there is none, or its form or its minutes are wrong."""
    files = decks(root)
    if name not in files:
        known = ", ".join(files)
        raise ContentError(
            {
                "en": f"no slides {name!r}. There are: {known}.",
                "fr": f"aucunes diapositives «\u00a0{name}\u00a0». Il y a\u00a0: {known}.",
            }
        )
    path = files[name]
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    try:
        jsonschema.validate(data, DECK_SCHEMA)
    except jsonschema.ValidationError as error:
        place = "/".join(str(step) for step in error.absolute_path)
        raise ContentError(
            {
                "en": f"{path}: at {place or 'the top'}: {error.message}. CONTRIBUTING.md shows the form of a deck.",
                "fr": f"{path}\u00a0: à {place or 'la racine'}\u00a0: {error.message}. CONTRIBUTING.md montre la forme attendue.",
            }
        ) from error
    parts = data.get("parts") or _plan(root, name)
    deck = Deck(
        name,
        data["title"],
        data["subtitle"],
        [Part(part["title"], part["minutes"]) for part in parts],
        [Slide(**slide) for slide in data["slides"]],
    )
    _check(deck, path)
    return deck


def _plan(root: Path, name: str) -> list[dict[str, Any]]:
    """The plan of that name in ``book/paths.yml``: the workshop's parts stand there once, for page and slides."""
    plan: list[dict[str, Any]] = yaml.safe_load((root / "book" / "paths.yml").read_text(encoding="utf-8"))[
        name
    ]
    return plan


def _check(deck: Deck, path: Path) -> None:
    """Parts in their order and filled to the minute; no id and no figure twice."""
    faults = []
    order = [slide.part for slide in deck.slides]
    if order != sorted(order):
        faults.append(("slides leave the order of the parts", "l’ordre des parties n’est pas suivi"))
    for number, part in enumerate(deck.parts, 1):
        filled = sum(slide.minutes for slide in deck.slides if slide.part == number)
        if filled != part.minutes:
            faults.append(
                (
                    f"part {number} lasts {part.minutes:g} minutes, its slides {filled:g}",
                    f"la partie {number} dure {part.minutes:g} minutes, ses diapositives {filled:g}",
                )
            )
    for values, (english, french) in (
        ([slide.id for slide in deck.slides], ("id", "identifiant")),
        ([slide.figure for slide in deck.slides if slide.figure], ("figure", "figure")),
    ):
        twice = sorted({value for value in values if values.count(value) > 1})
        if twice:
            faults.append(
                (f"{english} used twice: {', '.join(twice)}", f"{french} en double\u00a0: {', '.join(twice)}")
            )
    if max(order) > len(deck.parts):
        faults.append(
            (
                f"there is no part {max(order)}: the last is {len(deck.parts)}",
                f"il n’y a pas de partie {max(order)}\u00a0: la dernière est {len(deck.parts)}",
            )
        )
    if faults:
        raise ContentError(
            {
                "en": f"{path}: {'; '.join(english for english, _ in faults)}. Correct the deck, or the plan.",
                "fr": f"{path}\u00a0: {'; '.join(french for _, french in faults)}. Corrigez les diapositives, ou le plan.",
            }
        )

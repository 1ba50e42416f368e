"""What a record is measured against: the lessons of this copy of the course, their questions, cards and exercises."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True)
class Lesson:
    """A written lesson: its page below the root, without suffix, and the ids beside it."""

    name: str
    module: str
    page: str
    core: bool
    questions: tuple[str, ...]
    cards: tuple[str, ...]
    exercises: tuple[str, ...]


@cache
def rules() -> dict[str, Any]:
    """``rules.yml``: the boxes of the cards, and the conditions of the attestation."""
    found: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("rules.yml").read_text(encoding="utf-8"))
    return found


def lessons(root: Path) -> list[Lesson]:
    """The lessons that the course at ``root`` holds, in the order of ``_toc.yml``; none where there is no book."""
    toc, paths = root / "_toc.yml", root / "book" / "paths.yml"
    if not (toc.is_file() and paths.is_file()):
        return []
    core = {name for session in _yaml(paths)["core"] for name in session["lessons"]}
    return [
        _lesson(root, page, core)
        for page in _pages(_yaml(toc)["parts"])
        if page.startswith("modules/") and not page.endswith("/index")
    ]


def _lesson(root: Path, page: str, core: set[str]) -> Lesson:
    _, module, name = page.split("/")
    path = root / f"{page}.md"
    text = path.read_text(encoding="utf-8")
    exercises = re.findall(r"^[`:]{3,}\{exercise\}[ ]*(\w+)", text, re.MULTILINE)
    return Lesson(
        name,
        module,
        page,
        name in core,
        _ids(path.with_suffix(".questions.yml")),
        _ids(path.with_suffix(".cards.yml")),
        tuple(exercises),
    )


def _pages(entries: list[dict[str, Any]]) -> list[str]:
    found = []
    for entry in entries:
        found += [entry["file"]] if "file" in entry else []
        found += _pages(entry.get("chapters", []) + entry.get("sections", []))
    return found


def _ids(path: Path) -> tuple[str, ...]:
    return tuple(item["id"] for item in _yaml(path)) if path.is_file() else ()


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))

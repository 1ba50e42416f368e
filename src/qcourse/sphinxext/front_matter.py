"""The front matter of a lesson: read from its file, checked key by key."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from ..errors import ContentError

_KNOWN = {"file_format", "kernelspec", "minutes", "objectives", "prerequisites", "review_by"}


@dataclass(frozen=True)
class FrontMatter:
    """What a lesson says of itself: ``minutes`` of reading with figure and questions, objectives, earlier lessons."""

    minutes: int
    objectives: tuple[str, ...]
    prerequisites: tuple[str, ...]
    review_by: datetime.date


def front_matter(path: Path) -> FrontMatter | None:
    """The front matter of the page at ``path``; None for a page that is no lesson (it states no minutes).

    ContentError names the page and the key that is missing, unknown or of the wrong kind.
    """
    return _front_matter(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=256)
def _front_matter(path: Path, changed: int) -> FrontMatter | None:
    data = raw(path.read_text(encoding="utf-8"))
    if "minutes" not in data:
        return None
    others = sorted(set(data) - _KNOWN)
    if others:
        raise _wrong(path, others[0], "unknown; known keys are " + ", ".join(sorted(_KNOWN)))
    for key, kind in (("minutes", int), ("objectives", list), ("prerequisites", list), ("review_by", str)):
        if not isinstance(data.get(key), kind):
            raise _wrong(path, key, f"expected {kind.__name__}, found {data.get(key)!r}")
    try:
        review_by = datetime.date.fromisoformat(data["review_by"])
    except ValueError as error:
        raise _wrong(path, "review_by", f"expected a quoted ISO date, found {data['review_by']!r}") from error
    return FrontMatter(data["minutes"], tuple(data["objectives"]), tuple(data["prerequisites"]), review_by)


def raw(text: str) -> dict[str, Any]:
    """The YAML between the two ``---`` lines at the top of ``text``, or an empty dict."""
    if not text.startswith("---\n"):
        return {}
    return yaml.safe_load(text.split("\n---", 1)[0][4:]) or {}


def _wrong(path: Path, key: str, what: str) -> ContentError:
    return ContentError(
        {
            "en": f"{path.name}: front matter key `{key}`: {what}. See CONTRIBUTING.md, ‘A lesson’.",
            "fr": f"{path.name}\u00a0: clé d’en-tête `{key}`\u00a0: {what}. Voir CONTRIBUTING.md, «\u00a0A lesson\u00a0».",
        }
    )

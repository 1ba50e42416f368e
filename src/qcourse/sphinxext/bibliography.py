"""The sources of the register as entries that a reader can follow, in the reader's language."""

from __future__ import annotations

import re

from docutils import nodes

from ..errors import Text
from ..lang import date
from ..sources import authors, entries, plain, plain_url
from .boxes import box

_SAID: dict[str, Text] = {
    "in": {"en": "in", "fr": "dans"},
    "seen": {"en": "seen {date}", "fr": "consulté le {date}"},
    "undated": {"en": "undated", "fr": "sans date"},
}


def source_nodes(key: str, language: str) -> list[nodes.Node]:
    """Author, title with its link, place of publication and date of one source."""
    entry = entries()[key]
    fields = entry.fields
    title = plain(fields["title"])
    url = fields.get("url")
    linked: nodes.Node = box("a", title, inline=True, href=plain_url(url)) if url else nodes.Text(title)
    parts: list[nodes.Node] = [nodes.Text(authors(entry) + ", "), box("cite", linked, inline=True)]
    journal = fields.get("journal") or fields.get("institution") or fields.get("publisher")
    if journal and plain(journal) != authors(entry):
        parts.append(nodes.Text(f", {plain(journal)}"))
    when = fields.get("date") or fields.get("year")
    parts.append(
        nodes.Text(
            ", "
            + (
                date(when, language)
                if when and re.fullmatch(r"\d{4}(-\d{2}){0,2}", when)
                else when or _SAID["undated"][language]
            )
        )
    )
    if "urldate" in fields:
        parts.append(
            nodes.Text(f" ({_SAID['seen'][language].format(date=date(fields['urldate'], language))})")
        )
    return parts

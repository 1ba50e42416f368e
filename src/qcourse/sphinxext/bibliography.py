"""The sources of the register as entries that a reader can follow, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from docutils import nodes
from pybtex.database import Entry, parse_string

from .. import facts
from ..errors import Text
from ..lang import date
from .boxes import box

_SAID: dict[str, Text] = {
    "in": {"en": "in", "fr": "dans"},
    "seen": {"en": "seen {date}", "fr": "consulté le {date}"},
    "undated": {"en": "undated", "fr": "sans date"},
}


@cache
def entries() -> Mapping[str, Entry]:
    """Every source by its key."""
    return parse_string(facts.bibliography(), "bibtex").entries


def sort_key(key: str) -> tuple[str, str]:
    """Order of a list of sources: author, then date."""
    entry = entries()[key]
    return (authors(entry).casefold(), entry.fields.get("date", entry.fields.get("year", "")))


def authors(entry: Entry) -> str:
    """The authors of an entry in a row; an institution as it calls itself."""
    people = entry.persons.get("author", ())
    named = [
        plain(
            " ".join([*person.first_names, *person.middle_names, *person.prelast_names, *person.last_names])
        )
        for person in people
    ]
    return ", ".join(named)


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


def plain(text: str) -> str:
    """BibTeX's text without its braces and escapes."""
    return re.sub(
        r"\s+", " ", re.sub(r"\\([&$%_#])", r"\1", text).replace("{", "").replace("}", "").replace("--", "–")
    ).strip()


def plain_url(url: str) -> str:
    """A link without BibTeX's escapes."""
    return re.sub(r"\\([&%_#~])", r"\1", url)


def missing_keys() -> list[str]:
    """Keys that a fact names and the bibliography lacks."""
    named = {key for fact in facts.register().values() for key in (fact.source, *fact.also)}
    return sorted(named - set(entries()))

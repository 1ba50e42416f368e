"""The sources of the register, read from its bibliography."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from pybtex.database import Entry, parse_string

from . import facts


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

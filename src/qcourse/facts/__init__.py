"""The register of dated facts: the only source for what the course says about the world.

``register/<topic>.yml`` holds the facts, ``sources.bib`` their sources, ``contradictions.yml`` the points on which
sources differ, ``schema.json`` the form of an entry.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

import yaml

from ..errors import FactError, Text

STATABLE = ("verified", "computed", "seed")


@dataclass(frozen=True)
class Fact:
    """One dated fact; the fields are those of ``schema.json``.

    ``claim`` is the sentence in each language; ``values`` maps a name to a number or ISO date (a single value has
    the name ``""``); ``as_of`` is a year, month or ISO date; ``review_by`` is the ISO date by which the fact must be
    checked again, or None; ``names_person`` marks a fact that names an office holder, which the course never does.
    """

    id: str
    topic: str
    claim: Text
    as_of: str
    status: str
    in_seed: bool
    source: str
    review_by: str | None
    values: Mapping[str, Any] = field(default_factory=dict)
    names_person: bool = False
    unit: str | None = None
    currency: str | None = None
    endnote: int | None = None
    endnote_key: str | None = None
    also: tuple[str, ...] = ()
    url: str | None = None
    evidence_level: str | None = None
    how: str | None = None
    note: str | None = None
    updates: tuple[str, ...] = ()
    updated_by: tuple[str, ...] = ()

    def value(self, name: str = "") -> Any:
        """The value called ``name`` ("" where the fact has a single one); FactError names the values there are."""
        if name in self.values:
            return self.values[name]
        known = ", ".join(f"`{self.id} {key}`".replace(" `", "`") for key in self.values)
        raise FactError(
            {
                "en": f"fact {self.id!r} has no value {name!r}. "
                + (
                    f"Use one of: {known}." if known else "It has none at all: use the claim role, or source."
                ),
                "fr": f"le fait {self.id!r} n’a pas de valeur {name!r}. "
                + (
                    f"Valeurs possibles\u00a0: {known}."
                    if known
                    else "Il n’en a aucune\u00a0: utilisez claim ou source."
                ),
            }
        )

    def expired(self, today: datetime.date) -> bool:
        """Whether the fact should have been checked again before ``today``."""
        return self.review_by is not None and datetime.date.fromisoformat(self.review_by) < today


def topics() -> list[str]:
    """The topics of the register, in alphabetical order."""
    return sorted(
        entry.name.removesuffix(".yml") for entry in resources.files(__name__).joinpath("register").iterdir()
    )


def raw(topic: str) -> list[dict[str, Any]]:
    """The entries of one topic as they stand in its file."""
    return yaml.load(_read(f"register/{topic}.yml"), Loader=_Loader)


@cache
def register() -> Mapping[str, Fact]:
    """All facts by id, in the order of topics and files."""
    return {entry["id"]: _fact(topic, entry) for topic in topics() for entry in raw(topic)}


@cache
def contradictions() -> list[dict[str, Any]]:
    """The points on which sources differ, with the wording to prefer in each language."""
    return yaml.load(_read("contradictions.yml"), Loader=_Loader)


def bibliography() -> str:
    """The sources, as BibTeX."""
    return _read("sources.bib")


def find(fact_id: str) -> Fact:
    """The fact called ``fact_id``; FactError suggests the nearest id when there is none."""
    import difflib

    facts = register()
    if fact_id in facts:
        return facts[fact_id]
    near = difflib.get_close_matches(fact_id, facts, n=3)
    raise FactError(
        {
            "en": f"no fact {fact_id!r} in the register."
            + (f" Did you mean {' or '.join(near)}?" if near else ""),
            "fr": f"aucun fait {fact_id!r} au registre."
            + (f" Vouliez-vous dire {' ou '.join(near)}?" if near else ""),
        }
    )


def statable(fact_id: str) -> Fact:
    """The fact, if the course may state it; FactError for one that is unknown, unverified or names an office holder."""
    fact = find(fact_id)
    if fact.names_person:
        raise FactError(
            {
                "en": f"fact {fact_id!r} names an office holder: the course never does. Leave it out.",
                "fr": f"le fait {fact_id!r} nomme une personne en fonction\u00a0: le cours ne le fait jamais. Retirez-le.",
            }
        )
    if fact.status not in STATABLE:
        raise FactError(
            {
                "en": f"fact {fact_id!r} is {fact.status}: it may not be stated. Leave it out, or verify it in the register first.",
                "fr": f"le fait {fact_id!r} n’est pas vérifié\u00a0: on ne peut l’énoncer. Retirez-le, ou vérifiez-le d’abord au registre.",
            }
        )
    return fact


def _fact(topic: str, entry: dict[str, Any]) -> Fact:
    plain = {
        key: value for key, value in entry.items() if key not in ("claim_en", "claim_fr", "value", "values")
    }
    for key in ("also", "updates", "updated_by"):
        plain[key] = tuple(entry.get(key, ()))
    values = entry["values"] if "values" in entry else {"": entry["value"]} if "value" in entry else {}
    return Fact(topic=topic, claim={"en": entry["claim_en"], "fr": entry["claim_fr"]}, values=values, **plain)


def _read(name: str) -> str:
    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8")


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The fast safe loader without its conversion of dates: the register's dates are text."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

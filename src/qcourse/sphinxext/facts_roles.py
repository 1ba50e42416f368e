"""The roles ``fact``, ``claim`` and ``source``, the list of a page's sources, and the pages of all facts and sources."""

from __future__ import annotations

import datetime
import re
import sys
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import SphinxDirective, SphinxRole

from .. import facts
from ..errors import FactError, Text
from ..facts.values import formatted
from ..lang import NBSP, date
from ..site import EXPIRED
from ..sources import sort_key
from . import bibliography
from .boxes import box, own_language

LEDGER_PAGE = "book/facts"
ATTRIBUTION = {
    "en": re.compile(r"\b(article|authors)\b", re.I),
    "fr": re.compile(r"\b(article|auteurs)\b", re.I),
}
"""A block that uses a ``seed`` fact says whose statement it is: it holds one of these words."""

SAID: dict[str, Text] = {
    "sources": {"en": "Sources", "fr": "Sources"},
    "as_of": {"en": "as of {date}", "fr": "date\u00a0: {date}"},
    "computed": {"en": "computed for this course", "fr": "calculé pour ce cours"},
    "ledger": {"en": "fact", "fr": "fait"},
    "mark": {"en": "source {number}", "fr": "source {number}"},
    "seed": {"en": "stated by the 2022 article only", "fr": "affirmé par le seul article de 2022"},
    "verified": {"en": "verified", "fr": "vérifié"},
    "unverified": {
        "en": "not verified: not stated in the course",
        "fr": "non vérifié\u00a0: non affirmé dans le cours",
    },
    "check": {"en": "to be checked again by {date}", "fr": "à revérifier avant le {date}"},
    "updates": {"en": "updates:", "fr": "met à jour\u00a0:"},
    "updated_by": {"en": "updated by:", "fr": "mis à jour par\u00a0:"},
}


class FactUseError(SphinxError):
    """A page uses a fact in a way that its status doesn't allow; the build stops."""

    category = "Fact used wrongly"


class _Mark(nodes.Inline, nodes.Element):
    """The place of a source mark; ``fact`` is the fact's id."""


class _Sources(nodes.General, nodes.Element):
    """The place of the page's list of sources."""


class _FactRole(SphinxRole):
    """Common to the three roles: find the fact, or stop the build naming page, line and id."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """The role's nodes."""
        fact_id, _, name = self.text.strip().partition(" ")
        try:
            fact = facts.statable(fact_id)
            shown = self.shown(fact, name.strip())
        except FactError as error:
            path, line = self.get_source_info()
            raise FactUseError(f"{path}:{line}: {error.text['en']}") from error
        self.env.metadata[self.env.docname].setdefault("qcourse_facts", [])
        if fact_id not in self.env.metadata[self.env.docname]["qcourse_facts"]:
            self.env.metadata[self.env.docname]["qcourse_facts"].append(fact_id)
        mark = _Mark("", fact=fact_id, line_in_page=self.lineno)
        return [*shown, mark], []

    def shown(self, fact: facts.Fact, name: str) -> list[nodes.Node]:
        """What stands before the source mark."""
        raise NotImplementedError

    def as_of(self, fact: facts.Fact) -> list[nodes.Node]:
        """The date of the fact in brackets; a calculation has none."""
        if fact.status == "computed":
            return []
        return [box("span", f"({date(fact.as_of, self.config.language)})", inline=True, class_="qc-asof")]


class FactRole(_FactRole):
    """A value in the reader's format, its date and its source mark."""

    def shown(self, fact: facts.Fact, name: str) -> list[nodes.Node]:
        """The value and its date."""
        value = formatted(fact, name, self.config.language)
        dated = self.as_of(fact)
        return [box("span", value, *([NBSP] if dated else []), *dated, inline=True, class_="qc-fact")]


class ClaimRole(_FactRole):
    """The register's sentence and its source mark."""

    def shown(self, fact: facts.Fact, name: str) -> list[nodes.Node]:
        """The sentence."""
        _no_value(fact, name)
        return [nodes.Text(fact.claim[self.config.language])]


class SourceRole(_FactRole):
    """The source mark alone, for a sentence in the author's own words."""

    def shown(self, fact: facts.Fact, name: str) -> list[nodes.Node]:
        """The date."""
        _no_value(fact, name)
        return self.as_of(fact)


def _no_value(fact: facts.Fact, name: str) -> None:
    if name:
        raise FactError(
            {
                "en": f"fact {fact.id!r}: only the fact role takes a value’s name ({name!r} found).",
                "fr": f"fait {fact.id!r}\u00a0: seul le rôle fact prend un nom de valeur ({name!r}).",
            }
        )


class SourcesDirective(SphinxDirective):
    """The place where the sources of the page are listed."""

    def run(self) -> list[nodes.Node]:
        """A placeholder, filled when the page's marks are known."""
        return [_Sources()]


class LedgerDirective(SphinxDirective):
    """The whole register, topic by topic."""

    def run(self) -> list[nodes.Node]:
        """A section for each topic with every fact, its status, date and source."""
        language = self.config.language
        ledger = box("div", class_="qc-ledger")
        for topic in facts.topics():
            section = box("section", box("h2", TOPICS[topic][language]), id=f"topic-{topic}")
            section += [
                _ledger_fact(fact, language)
                for fact in facts.register().values()
                if fact.topic == topic and not fact.names_person
            ]
            ledger += section
        own_language(ledger)
        return [ledger]


class ReferencesDirective(SphinxDirective):
    """Every source of a fact that the course may state."""

    def run(self) -> list[nodes.Node]:
        """A list in order of author and date."""
        keys = {
            key
            for fact in facts.register().values()
            if fact.status in facts.STATABLE and not fact.names_person
            for key in (fact.source, *fact.also)
        }
        listed = box("ul", class_="qc-references")
        for key in sorted(keys, key=sort_key):
            listed += box("li", *bibliography.source_nodes(key, self.config.language), id=f"source-{key}")
        own_language(listed)
        return [listed]


def _ledger_fact(fact: facts.Fact, language: str) -> nodes.Element:
    status = SAID["computed" if fact.status == "computed" else fact.status][language]
    details = [status, SAID["as_of"][language].format(date=date(fact.as_of, language))]
    if fact.review_by:
        details.append(SAID["check"][language].format(date=date(fact.review_by, language)))
    entry = box(
        "div",
        box("p", fact.claim[language], class_="qc-claim"),
        class_="qc-ledger-fact",
        id=f"fact-{fact.id}",
        data_status=fact.status,
    )
    entry += box("p", "; ".join(details), " · ", box("code", fact.id, inline=True), class_="qc-ledger-status")
    if fact.status != "unverified":
        entry += box("p", *bibliography.source_nodes(fact.source, language), class_="qc-ledger-source")
    for key, linked in (("updates", fact.updates), ("updated_by", fact.updated_by)):
        others = [other for other in linked if not facts.find(other).names_person]
        if others:
            links: list[nodes.Node] = []
            for other in others:
                links += [nodes.Text(" "), box("a", other, inline=True, href=f"#fact-{other}")]
            entry += box("p", SAID[key][language], *links, class_="qc-ledger-link")
    return entry


def _check_attribution(app: Sphinx, doctree: nodes.document) -> None:
    """A block that uses a seed fact must say that the statement is the article's."""
    pattern = ATTRIBUTION.get(app.config.language, ATTRIBUTION["en"])
    for mark in doctree.findall(_Mark):
        if facts.find(mark["fact"]).status != "seed":
            continue
        block = mark.parent
        while block.parent is not None and not isinstance(
            block, (nodes.paragraph, nodes.list_item, nodes.entry, nodes.caption)
        ):
            block = block.parent
        if not pattern.search(block.astext()):
            raise FactUseError(
                f"{doctree['source']}:{mark['line_in_page']}: fact {mark['fact']!r} is a statement of the base article alone: "
                "attribute it in the same paragraph (‘according to the 2022 article’, « selon l’article de 2022 »)."
            )


def _number(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Number the page's sources in the order of their marks, and list them."""
    language = app.config.language
    numbers: dict[str, int] = {}
    cited: dict[str, list[str]] = {}
    places = list(doctree.findall(_Sources))
    for position, mark in enumerate(list(doctree.findall(_Mark)), 1):
        fact = facts.find(mark["fact"])
        number = numbers.setdefault(fact.source, len(numbers) + 1)
        if fact.id not in cited.setdefault(fact.source, []):
            cited[fact.source].append(fact.id)
        _space_before(mark)
        href = f"#source-{number}" if places else _ledger_uri(app, docname, fact.id)
        link = box(
            "a",
            str(number),
            inline=True,
            href=href,
            id=f"mark-{position}",
            aria_label=SAID["mark"][language].format(number=number),
        )
        mark.replace_self(box("sup", link, inline=True, class_="qc-mark"))
    for place in places:
        place.replace_self(_source_list(app, docname, numbers, cited) if numbers else [])


def _space_before(mark: nodes.Element) -> None:
    """Set a date that follows a word without a space apart from it, and one that follows a space alone."""
    dated = mark.previous_sibling()
    if not isinstance(dated, nodes.Element) or (dated.get("html") or {}).get("class") != "qc-asof":
        return
    before = dated.previous_sibling()
    if isinstance(before, nodes.Text) and not before.astext()[-1:].isspace():
        mark.parent.insert(mark.parent.index(dated), nodes.Text(NBSP))


def _source_list(
    app: Sphinx, docname: str, numbers: dict[str, int], cited: dict[str, list[str]]
) -> nodes.Element:
    language = app.config.language
    listed = box("ol", class_="qc-sources")
    for key, number in numbers.items():
        entry = box("li", *bibliography.source_nodes(key, language), id=f"source-{number}")
        for fact_id in cited[key]:
            fact = facts.find(fact_id)
            state = (
                SAID["computed"][language]
                if fact.status == "computed"
                else SAID["as_of"][language].format(date=date(fact.as_of, language))
            )
            entry += [
                nodes.Text(" · "),
                box(
                    "a",
                    f"{SAID['ledger'][language]}, {state}",
                    inline=True,
                    href=_ledger_uri(app, docname, fact_id),
                    class_="qc-ledger-ref",
                ),
            ]
        listed += entry
    return box(
        "section", box("h2", SAID["sources"][language]), listed, class_="qc-sources-section", id="sources"
    )


def _ledger_uri(app: Sphinx, docname: str, fact_id: str) -> str:
    return f"{app.builder.get_relative_uri(docname, LEDGER_PAGE)}#fact-{fact_id}"


def _list_expired(app: Sphinx, env: Any) -> None:
    """Say which facts that pages state should have been checked again by now."""
    today = datetime.date.today()
    stated = {fact_id for metadata in env.metadata.values() for fact_id in metadata.get("qcourse_facts", ())}
    late = sorted(fact_id for fact_id in stated if facts.find(fact_id).expired(today))
    if late:
        print(
            EXPIRED + ", ".join(late), file=sys.stderr
        )  # heard in a quiet build too, and no warning that stops it


def setup(app: Sphinx) -> None:
    """Register the roles and directives."""
    for node in (_Mark, _Sources):
        app.add_node(node)
    app.add_role("fact", FactRole())
    app.add_role("claim", ClaimRole())
    app.add_role("source", SourceRole())
    app.add_directive("sources", SourcesDirective)
    app.add_directive("ledger", LedgerDirective)
    app.add_directive("references", ReferencesDirective)
    app.connect("doctree-read", _check_attribution)
    app.connect("doctree-resolved", _number)
    app.connect("env-updated", _list_expired)


TOPICS: dict[str, Text] = {
    "advantage": {"en": "Claims of quantum advantage", "fr": "Annonces d’avantage quantique"},
    "basics": {
        "en": "Physics and algorithms on a few qubits",
        "fr": "Physique et algorithmes sur quelques qubits",
    },
    "collaboration": {"en": "Bilateral and European research", "fr": "Recherche bilatérale et européenne"},
    "communication": {"en": "Quantum communication", "fr": "Communications quantiques"},
    "encryption": {
        "en": "What quantum algorithms do to encryption",
        "fr": "Effet des algorithmes quantiques sur le chiffrement",
    },
    "error_correction": {"en": "Error correction", "fr": "Correction d’erreurs"},
    "ethics_and_ai": {"en": "Ethics, and the precedent of AI", "fr": "Éthique, et le précédent de l’IA"},
    "export_controls": {"en": "Export controls", "fr": "Contrôle des exportations"},
    "federal_strategy": {"en": "Canada’s federal strategy", "fr": "Stratégie fédérale du Canada"},
    "hardware": {"en": "Machines and roadmaps", "fr": "Machines et feuilles de route"},
    "law_data_language": {"en": "Powers, data and language", "fr": "Compétences, données et langue"},
    "multilateral": {"en": "Forums of many states", "fr": "Enceintes multilatérales"},
    "pqc_migration": {
        "en": "Migration to post-quantum cryptography",
        "fr": "Migration vers la cryptographie postquantique",
    },
    "quantum_threat": {"en": "How near the threat is", "fr": "Proximité de la menace"},
    "quebec_companies": {"en": "Québec firms", "fr": "Entreprises du Québec"},
    "quebec_government": {
        "en": "Government of Québec and its network",
        "fr": "Gouvernement du Québec et son réseau",
    },
    "quebec_infrastructure": {
        "en": "Machines and institutes in Québec",
        "fr": "Machines et instituts au Québec",
    },
    "quebec_strategy": {"en": "Québec’s commitments", "fr": "Engagements du Québec"},
    "research_security": {"en": "Research security", "fr": "Sécurité de la recherche"},
    "science_diplomacy": {"en": "Science diplomacy", "fr": "Diplomatie scientifique"},
    "sensing": {"en": "Quantum sensing", "fr": "Détection quantique"},
    "standards": {"en": "Standards", "fr": "Normes"},
    "talent_investment": {"en": "Talent and investment", "fr": "Talents et investissements"},
    "world_funding": {"en": "Funding elsewhere", "fr": "Financement ailleurs"},
    "zone_distriq": {
        "en": "Innovation zones of Sherbrooke and Bromont",
        "fr": "Zones d’innovation de Sherbrooke et de Bromont",
    },
}

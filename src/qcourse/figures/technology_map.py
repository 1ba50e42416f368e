"""Quantum technologies by use and maturity, drawn from the register: what each dated fact says, and what it does not show."""

from __future__ import annotations

import textwrap
from collections import Counter
from functools import cache
from typing import Any

import yaml

from ..facts import statable
from ..lang import LANGUAGES, date
from .base import Figure, data_file
from .drawing import ACCENT, LINE, MUTED, box, line, picture, text

FAMILIES = ("computing", "simulation", "communication", "sensing")
USES = {
    "calculate": "computing",
    "correct": "computing",
    "imitate": "simulation",
    "keys": "communication",
    "network": "communication",
    "time": "sensing",
    "gravity": "sensing",
    "fields": "sensing",
}
"""Each use with its family, in the order of the rows."""

MATURITIES = ("planned", "laboratory", "field", "in_use")
"""The course's reading, from the least to the most mature; ``criterion_…`` below says when each applies."""

_COLUMN, _HEAD, _STEP = 148, 128, 15


@cache
def technologies() -> list[dict[str, Any]]:
    """The technologies as they stand in ``technology_map.yml``, each with its family."""
    return [{**one, "family": USES[one["use"]]} for one in yaml.safe_load(data_file("technology_map.yml"))]


def tally(family: str | None = None) -> dict[str, int]:
    """How many technologies stand at each maturity, in one family or in all."""
    count = Counter(one["maturity"] for one in technologies() if family in (None, one["family"]))
    return {maturity: count[maturity] for maturity in MATURITIES}


class TechnologyMap(Figure):
    """The reader filters the map by family, opens a technology, and reads its dated facts with what they leave open."""

    title = {"en": "Four families, by use and maturity", "fr": "Quatre familles, par usage et par maturité"}
    alt = {
        "en": "A map of twenty-one technologies in eight uses. Four are planned, eleven were shown in a laboratory, five work or are on trial outside one, and one is in use: the clocks of GPS satellites.",
        "fr": "Une carte de vingt et une technologies en huit usages. Quatre sont prévues, onze ont été montrées en laboratoire, cinq fonctionnent ou sont à l’essai hors du laboratoire, et une est en usage\u00a0: les horloges des satellites GPS.",
    }
    caption = {
        "en": "The statements and their dates come from the register, checked on 22 November 2026 and added to on 25 November. The place on the map is the course’s reading, by the criterion above; the register may miss what others know.",
        "fr": "Les énoncés et leurs dates viennent du registre, vérifié le 22 novembre 2026 et complété le 25. La place sur la carte est la lecture du cours, selon le critère ci-dessus; le registre peut ignorer ce que d’autres savent.",
    }
    numbers = {"en": "The map in a table", "fr": "La carte en tableau"}
    words = {
        "lens": {"en": "Show", "fr": "Montrer"},
        "all": {"en": "all", "fr": "tout"},
        "computing": {"en": "computing", "fr": "calcul"},
        "simulation": {"en": "simulation", "fr": "simulation"},
        "communication": {"en": "communication", "fr": "communication"},
        "sensing": {"en": "sensing", "fr": "détection"},
        "quebec": {"en": "Québec", "fr": "Québec"},
        "use": {"en": "Use", "fr": "Usage"},
        "calculate": {"en": "Calculate", "fr": "Calculer"},
        "correct": {"en": "Protect qubits", "fr": "Protéger des qubits"},
        "imitate": {"en": "Imitate nature", "fr": "Imiter la nature"},
        "keys": {"en": "Share keys", "fr": "Partager des clés"},
        "network": {"en": "Link qubits", "fr": "Relier des qubits"},
        "time": {"en": "Tell the time", "fr": "Donner l’heure"},
        "gravity": {"en": "Gravity, motion", "fr": "Gravité, mouvement"},
        "fields": {"en": "Fields and waves", "fr": "Champs et ondes"},
        "maturity": {"en": "Maturity, as the course reads it", "fr": "Maturité, selon la lecture du cours"},
        "planned": {"en": "Planned", "fr": "Prévu"},
        "laboratory": {"en": "In the laboratory", "fr": "En laboratoire"},
        "field": {"en": "Outside, on trial", "fr": "Dehors, à l’essai"},
        "in_use": {"en": "In use", "fr": "En usage"},
        "sign_planned": {"en": "○", "fr": "○"},
        "sign_laboratory": {"en": "◔", "fr": "◔"},
        "sign_field": {"en": "◑", "fr": "◑"},
        "sign_in_use": {"en": "●", "fr": "●"},
        "criterion_planned": {
            "en": "an aim, an order or an expectation; no result in the register",
            "fr": "une cible, une commande ou une attente; aucun résultat au registre",
        },
        "criterion_laboratory": {
            "en": "a result where the makers set the conditions",
            "fr": "un résultat là où ses auteurs fixent les conditions",
        },
        "criterion_field": {
            "en": "it worked, or can be tried, where others set the conditions: a city, a mountain, an orbit, a site for users",
            "fr": "cela a fonctionné, ou s’essaie, là où d’autres fixent les conditions\u00a0: une ville, une montagne, une orbite, un site pour utilisateurs",
        },
        "criterion_in_use": {
            "en": "people who did not build it rely on it for another job",
            "fr": "des gens qui ne l’ont pas construit s’y fient pour un autre travail",
        },
        "criterion": {"en": "The criterion for each place", "fr": "Le critère de chaque place"},
        "choose": {
            "en": "Choose a technology to read its facts",
            "fr": "Choisissez une technologie pour lire ses faits",
        },
        "marks": {"en": "Qualifiers", "fr": "Précisions"},
        "mark_physical": {"en": "physical qubits", "fr": "qubits physiques"},
        "mark_logical": {"en": "logical or protected qubits", "fr": "qubits logiques ou protégés"},
        "mark_post_selected": {
            "en": "runs discarded (post-selection)",
            "fr": "exécutions rejetées (postsélection)",
        },
        "mark_peer_reviewed": {"en": "peer-reviewed", "fr": "évalué par les pairs"},
        "mark_preprint": {
            "en": "not peer-reviewed in June 2026",
            "fr": "non évalué par les pairs en juin 2026",
        },
        "mark_contested": {"en": "contested", "fr": "contesté"},
        "mark_claimed": {"en": "figures of those who built it", "fr": "chiffres de ceux qui l’ont construit"},
        "mark_target": {"en": "plan or target", "fr": "projet ou cible"},
        "mark_trusted_node": {"en": "trusted relay", "fr": "relais de confiance"},
        "mark_test_bed": {"en": "test bed", "fr": "banc d’essai"},
        "mark_dual": {"en": "military and civilian users", "fr": "usagers militaires et civils"},
        "mark_quebec": {"en": "with Québec", "fr": "avec le Québec"},
        "unsaid": {
            "en": "The register does not say whether it was peer-reviewed.",
            "fr": "Le registre ne dit pas si c’est évalué par les pairs.",
        },
        "register": {"en": "In the register", "fr": "Au registre"},
        "not_shown": {"en": "What this does not show", "fr": "Ce que cela ne montre pas"},
        "as_of": {"en": "{claim} ({date})", "fr": "{claim} ({date})"},
        "and": {"en": " · ", "fr": " · "},
        "count": {
            "en": "{lens}: {count} of {total}. Planned {planned}, in the laboratory {laboratory}, outside {field}, in use {in_use}.",
            "fr": "{lens}\u00a0: {count} sur {total}. Prévu {planned}, en laboratoire {laboratory}, dehors {field}, en usage {in_use}.",
        },
        "technology": {"en": "Technology", "fr": "Technologie"},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """The technologies with the sentences of the register and their dates, row by row."""
        return {
            "families": list(FAMILIES),
            "uses": [{"id": use, "family": family} for use, family in USES.items()],
            "maturities": list(MATURITIES),
            "technologies": [
                {
                    **{
                        key: one[key]
                        for key in ("id", "family", "use", "maturity", "marks", "name", "not_shown")
                    },
                    "facts": [_said(fact_id) for fact_id in one["facts"]],
                }
                for one in technologies()
            ],
        }

    @classmethod
    def still(cls, language: str) -> str:
        """The grid: a row for each use, a column for each maturity, names in the cells."""
        width = _HEAD + len(MATURITIES) * _COLUMN
        drawn = []
        for place, maturity in enumerate(MATURITIES):
            head = f"{cls.word(f'sign_{maturity}', language)} {cls.word(maturity, language)}"
            drawn.append(text(_HEAD + _COLUMN * place + 8, 20, head, 13, font_weight="bold"))
        y = 32
        for use, family in USES.items():
            cells = [
                [
                    textwrap.wrap(one["name"][language], 22)
                    for one in technologies()
                    if (one["use"], one["maturity"]) == (use, maturity)
                ]
                for maturity in MATURITIES
            ]
            height = max(46, *(12 + sum(_STEP * len(name) + 7 for name in cell) for cell in cells))
            drawn += [
                line(0, y, width, y),
                text(4, y + 20, cls.word(use, language), 13, font_weight="bold"),
                text(4, y + 37, cls.word(family, language), 12, fill=MUTED),
            ]
            for place, cell in enumerate(cells):
                x, top = _HEAD + _COLUMN * place, y + 8
                for name in cell:
                    drawn.append(
                        box(x + 2, top, _COLUMN - 6, _STEP * len(name) + 3, rx=5, fill="none", stroke=ACCENT)
                    )
                    for row, words in enumerate(name):
                        drawn.append(text(x + 8, top + 12 + _STEP * row, words, 12))
                    top += _STEP * len(name) + 7
            y += height
        drawn.append(box(0.5, 0.5, width - 1, y - 1, fill="none", stroke=LINE))
        return picture(width, y, cls.alt[language], *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """Each technology with its use, its place, its dated facts, its qualifiers and what they do not show."""
        heads = ("technology", "use", "maturity", "register", "marks", "not_shown")
        rows = [[cls.word(key, language) for key in heads]]
        for one in technologies():
            joined = cls.word("and", language)
            rows.append(
                [
                    one["name"][language],
                    joined.join(cls.word(key, language) for key in (one["family"], one["use"])),
                    cls.word(one["maturity"], language),
                    " ".join(_said(fact_id)[language] for fact_id in one["facts"]),
                    joined.join(cls.word(f"mark_{mark}", language) for mark in one["marks"]) or "—",
                    one["not_shown"][language],
                ]
            )
        return rows


def _said(fact_id: str) -> dict[str, str]:
    fact = statable(fact_id)
    return {
        language: TechnologyMap.word(
            "as_of", language, claim=fact.claim[language], date=date(fact.as_of, language)
        )
        for language in LANGUAGES
    }

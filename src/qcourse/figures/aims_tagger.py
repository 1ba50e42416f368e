"""Twelve measures of the base article to tag with three aims, then the course's own reading with its reasons."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

import yaml

from ..facts import statable
from ..lang import LANGUAGES, date, number
from .base import Figure, data_file
from .drawing import ACCENT, LINE, MUTED, box, hatching, picture, tag, text

AIMS = ("talent_and_funding", "bilateral_research", "influence")


@cache
def measures() -> list[dict[str, Any]]:
    """The twelve measures with the course's reading, as they stand in ``aims_tagger.yml``."""
    return yaml.safe_load(data_file("aims_tagger.yml"))


def overlap(given: Collection[str], reading: Collection[str]) -> float:
    """How far two sets of tags agree, from 0 to 1: those in both over those in either (Jaccard)."""
    return len(set(given) & set(reading)) / len(set(given) | set(reading)) if given or reading else 1.0


def score(tags: Mapping[str, Collection[str]]) -> float:
    """The mean overlap with the course's reading over all twelve measures; one without tags counts 0."""
    return sum(overlap(tags.get(one["id"], ()), one["aims"]) for one in measures()) / len(measures())


def shares(tags: Mapping[str, Collection[str]]) -> dict[str, float]:
    """The share of each aim among all tags given; 0 for each where there are none."""
    total = sum(len(given) for given in tags.values())
    return {aim: sum(aim in given for given in tags.values()) / total if total else 0.0 for aim in AIMS}


class AimsTagger(Figure):
    """The reader tags each measure, then compares with the course's reading, which gives a reason each time."""

    title = {"en": "What is each measure for?", "fr": "À quoi sert chaque mesure?"}
    alt = {
        "en": "Three bars: in the course’s reading of the twelve measures, six serve talent and funding, five bilateral research and four influence; three serve two aims.",
        "fr": "Trois barres\u00a0: selon la lecture du cours, six des douze mesures servent les talents et le financement, cinq la recherche bilatérale et quatre l’influence; trois servent deux visées.",
    }
    caption = {
        "en": "The twelve measures are those of the 2022 article and are told as the article tells them; the tags and reasons are the course’s reading, which can be argued with.",
        "fr": "Les douze mesures sont celles de l’article de 2022, rapportées comme il les rapporte; les visées et les raisons sont la lecture du cours, et elle se discute.",
    }
    numbers = {"en": "The course’s reading in a table", "fr": "La lecture du cours en tableau"}
    words = {
        "rule": {
            "en": "Tag what the measure is for: an aim that the article names, or that the measure works on directly. What might follow later is not tagged, and neither is the paragraph where the article happens to mention the measure.",
            "fr": "On retient ce à quoi sert la mesure\u00a0: une visée que l’article nomme ou à laquelle la mesure concourt directement. Ce qui pourrait en découler plus tard ne compte pas, ni le paragraphe où l’article en fait mention.",
        },
        "talent_and_funding": {
            "en": "Attract talent and funding",
            "fr": "Attirer des talents et du financement",
        },
        "bilateral_research": {"en": "Ease bilateral research", "fr": "Faciliter la recherche bilatérale"},
        "influence": {
            "en": "Influence foreign policy ecosystems",
            "fr": "Influencer les milieux de la politique étrangère",
        },
        "measures": {"en": "The twelve measures", "fr": "Les douze mesures"},
        "measure_of": {"en": "Measure {place} of {total}", "fr": "Mesure {place} sur {total}"},
        "state_open": {"en": "not tagged", "fr": "non étiquetée"},
        "state_tagged": {"en": "tagged", "fr": "étiquetée"},
        "state_compared": {"en": "compared", "fr": "comparée"},
        "aims": {"en": "What is it for? One aim or more", "fr": "À quoi sert-elle? Une visée ou plus"},
        "previous": {"en": "Previous", "fr": "Précédente"},
        "next": {"en": "Next", "fr": "Suivante"},
        "compare": {"en": "Compare with the course’s reading", "fr": "Comparer avec la lecture du cours"},
        "reading": {"en": "The course’s reading: {aims}.", "fr": "Lecture du cours\u00a0: {aims}."},
        "and": {"en": " + ", "fr": " + "},
        "both": {"en": "you and the course", "fr": "vous et le cours"},
        "only_course": {"en": "only the course", "fr": "le cours seulement"},
        "only_you": {"en": "only you", "fr": "vous seulement"},
        "match_full": {"en": "Same reading.", "fr": "Même lecture."},
        "match_part": {"en": "Partly the same reading.", "fr": "Lecture en partie semblable."},
        "match_none": {"en": "Another reading.", "fr": "Autre lecture."},
        "since": {"en": "Since then", "fr": "Depuis"},
        "as_of": {"en": "{claim} ({date})", "fr": "{claim} ({date})"},
        "progress": {
            "en": "{compared} of {total} compared. Agreement so far: {score}.",
            "fr": "{compared} sur {total} comparées. Accord jusqu’ici\u00a0: {score}.",
        },
        "finished": {
            "en": "All {total} compared. Agreement with the course’s reading: {score}.",
            "fr": "Les {total} mesures sont comparées. Accord avec la lecture du cours\u00a0: {score}.",
        },
        "nothing_yet": {"en": "Tag a measure, then compare.", "fr": "Choisissez une visée, puis comparez."},
        "tag_first": {"en": "Choose at least one aim first.", "fr": "Choisissez d’abord au moins une visée."},
        "shares": {
            "en": "Share of each aim among the tags",
            "fr": "Part de chaque visée parmi les étiquettes",
        },
        "aim": {"en": "Aim", "fr": "Visée"},
        "yours": {"en": "Yours", "fr": "Les vôtres"},
        "course": {"en": "The course’s", "fr": "Celles du cours"},
        "restart": {"en": "Start again", "fr": "Recommencer"},
        "measure": {"en": "Measure", "fr": "Mesure"},
        "reading_short": {"en": "The course’s reading", "fr": "Lecture du cours"},
        "reason": {"en": "Reason", "fr": "Raison"},
        "count": {"en": "{count} of 12", "fr": "{count} sur 12"},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """The measures with reading, reason and what happened since, and the shares of the course's tags."""
        return {
            "aims": list(AIMS),
            "measures": [
                {
                    "id": one["id"],
                    "aims": one["aims"],
                    "short": one["short"],
                    "text": {language: one[language] for language in LANGUAGES},
                    "reason": one["reason"],
                    "since": [_since(fact_id) for fact_id in one["since"]],
                }
                for one in measures()
            ],
            "shares": {aim: round(share, 6) for aim, share in shares(_reading()).items()},
        }

    @classmethod
    def still(cls, language: str) -> str:
        """How many of the twelve measures serve each aim."""
        drawn = []
        identifiers = [f"figure-{cls.name}-{aim}-{language}" for aim in AIMS]
        patterns = [
            hatching(identifier, ACCENT, angle)
            for identifier, angle in zip(identifiers, (45, 0, -45), strict=True)
        ]
        for place, (aim, identifier) in enumerate(zip(AIMS, identifiers, strict=True)):
            serving = sum(aim in one["aims"] for one in measures())
            y = 20 + 62 * place
            drawn += [
                text(16, y, cls.word(aim, language), 14, font_weight="bold"),
                text(
                    504,
                    y,
                    cls.word("count", language, count=number(serving, language)),
                    14,
                    text_anchor="end",
                    fill=MUTED,
                ),
            ]
            for cell in range(12):
                fill = f"url(#{identifier})" if cell < serving else "none"
                drawn.append(
                    box(
                        16 + 41 * cell,
                        y + 8,
                        37,
                        22,
                        rx=4,
                        fill=fill,
                        stroke=ACCENT if cell < serving else LINE,
                    )
                )
        return picture(520, 190, cls.alt[language], tag("defs", *patterns), *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """Each measure with the course's reading and its reason."""
        rows = [[cls.word(key, language) for key in ("measure", "reading_short", "reason")]]
        for one in measures():
            aims = cls.word("and", language).join(cls.word(aim, language) for aim in one["aims"])
            rows.append([f"{one['short'][language]}. {one[language]}", aims, one["reason"][language]])
        return rows


def _reading() -> dict[str, list[str]]:
    return {one["id"]: one["aims"] for one in measures()}


def _since(fact_id: str) -> dict[str, str]:
    fact = statable(fact_id)
    return {
        language: AimsTagger.word(
            "as_of", language, claim=fact.claim[language], date=date(fact.as_of, language)
        )
        for language in LANGUAGES
    }

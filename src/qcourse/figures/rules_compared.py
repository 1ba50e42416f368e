"""Three questions put to the rules of four places, two side by side, with dates; then four vignettes to decide."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml

from ..facts import statable
from ..lang import LANGUAGES, date
from .base import Figure, data_file
from .drawing import ACCENT, LINE, MUTED, box, picture, text
from .words import stated

QUESTIONS = ("export", "research", "data")
PLACES = ("canada", "eu", "uk", "us")
BINDS = ("permit", "duty", "condition", "guidance", "reach")


@cache
def rules() -> dict[str, list[dict[str, Any]]]:
    """The twelve cells and the four vignettes, as they stand in ``rules_compared.yml``."""
    return yaml.safe_load(data_file("rules_compared.yml"))


def cell(question: str, place: str) -> dict[str, Any]:
    """What one place's rules say on one question."""
    return next(one for one in rules()["cells"] if (one["question"], one["place"]) == (question, place))


class RulesCompared(Figure):
    """Two places side by side on one question; then four vignettes, each choice with its reason."""

    title = {"en": "Three questions, four sets of rules", "fr": "Trois questions, quatre ensembles de règles"}
    alt = {
        "en": "A grid of three questions and four places. Export: a permit in Canada, the European Union, the United Kingdom and the United States. Research security: a condition of money in Canada and the United States, guidance in the European Union, a permit in the United Kingdom. Data: a duty before sending in Québec, the European Union and the United Kingdom, a power to demand in the United States.",
        "fr": "Une grille de trois questions et de quatre lieux. Exportation\u00a0: une licence au Canada, dans l’Union européenne, au Royaume-Uni et aux États-Unis. Sécurité de la recherche\u00a0: une condition de financement au Canada et aux États-Unis, une orientation dans l’Union européenne, une autorisation au Royaume-Uni. Données\u00a0: une obligation avant l’envoi au Québec, dans l’Union européenne et au Royaume-Uni, un pouvoir d’exiger aux États-Unis.",
    }
    caption = {
        "en": "A comparison for teaching, with the date of each rule; it is not legal advice, and each cell says what it does not establish. One rule stands for each question: every place has others.",
        "fr": "Une comparaison pédagogique, avec la date de chaque règle; ce n’est pas un avis juridique, et chaque case dit ce qu’elle n’établit pas. Une règle représente chaque question\u00a0: chaque lieu en a d’autres.",
    }
    numbers = {
        "en": "All rules and vignettes in a table",
        "fr": "Toutes les règles et les vignettes en tableau",
    }
    words = {
        "question": {"en": "The question", "fr": "La question"},
        "export": {"en": "Export", "fr": "Exportation"},
        "research": {"en": "Research security", "fr": "Sécurité de la recherche"},
        "data": {"en": "Data", "fr": "Données"},
        "first": {"en": "Place on the first side", "fr": "Premier lieu"},
        "second": {"en": "Place on the second side", "fr": "Second lieu"},
        "canada": {"en": "Canada and Québec", "fr": "Canada et Québec"},
        "eu": {"en": "European Union", "fr": "Union européenne"},
        "uk": {"en": "United Kingdom", "fr": "Royaume-Uni"},
        "us": {"en": "United States", "fr": "États-Unis"},
        "permit": {"en": "a permit first", "fr": "une autorisation d’abord"},
        "duty": {"en": "a duty before sending", "fr": "une obligation avant l’envoi"},
        "condition": {"en": "a condition of money", "fr": "une condition de financement"},
        "guidance": {"en": "guidance", "fr": "une orientation"},
        "reach": {"en": "a power to demand", "fr": "un pouvoir d’exiger"},
        "binds": {"en": "How it binds: {binds}.", "fr": "Force\u00a0: {binds}."},
        "register": {"en": "In the register", "fr": "Au registre"},
        "open": {"en": "Not established here", "fr": "Non établi ici"},
        "alike": {
            "en": "{first} · {second}: the same kind of rule here, {kind}. The texts and dates differ.",
            "fr": "{first} · {second}\u00a0: ici, le même genre de règle, {kind}. Les textes et les dates diffèrent.",
        },
        "unlike": {
            "en": "{first}: {kind}. {second}: {other}.",
            "fr": "{first}\u00a0: {kind}. {second}\u00a0: {other}.",
        },
        "itself": {
            "en": "The same place on both sides: choose another.",
            "fr": "Le même lieu des deux côtés\u00a0: choisissez-en un autre.",
        },
        "vignettes": {
            "en": "Four vignettes: what do you propose?",
            "fr": "Quatre vignettes\u00a0: que proposez-vous?",
        },
        "steps": {"en": "The four vignettes", "fr": "Les quatre vignettes"},
        "vignette_of": {"en": "Vignette {place} of {total}", "fr": "Vignette {place} sur {total}"},
        "choose": {"en": "Your proposal", "fr": "Votre proposition"},
        "decide": {"en": "Decide and read the reason", "fr": "Décider et lire la raison"},
        "previous": {"en": "Previous", "fr": "Précédente"},
        "next": {"en": "Next", "fr": "Suivante"},
        "state_open": {"en": "open", "fr": "à décider"},
        "state_compared": {"en": "decided", "fr": "décidée"},
        "match": {"en": "This is what the course proposes.", "fr": "C’est ce que le cours propose."},
        "differ": {"en": "The course proposes otherwise.", "fr": "Le cours propose autre chose."},
        "proposal": {"en": "The course’s proposal: {text}", "fr": "La proposition du cours\u00a0: {text}"},
        "choose_first": {"en": "Choose a proposal first.", "fr": "Choisissez d’abord une proposition."},
        "nothing_yet": {"en": "Choose, then decide.", "fr": "Choisissez, puis décidez."},
        "progress": {
            "en": "{compared} of {total} decided; {right} as the course proposes.",
            "fr": "{compared} sur {total} décidées; {right} comme le cours le propose.",
        },
        "what": {"en": "Question and place, or vignette", "fr": "Question et lieu, ou vignette"},
        "rule": {"en": "Rule, or proposal", "fr": "Règle, ou proposition"},
        "where": {"en": "Register with dates, or reason", "fr": "Registre daté, ou raison"},
        "dash": {"en": "–", "fr": "–"},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """The cells and the vignettes with what the register says of each, dated."""
        return {
            "questions": list(QUESTIONS),
            "places": list(PLACES),
            "cells": {
                question: {place: _with_facts(cell(question, place)) for place in PLACES}
                for question in QUESTIONS
            },
            "vignettes": [
                _with_facts(one) | {"text": {language: one[language] for language in LANGUAGES}}
                for one in rules()["vignettes"]
            ],
        }

    @classmethod
    def still(cls, language: str) -> str:
        """The grid of questions and places: how each rule binds, and its date."""
        drawn = [
            text(126 + 152 * place, 22, cls.word(name, language), 13, font_weight="bold")
            for place, name in enumerate(PLACES)
        ]
        for row, question in enumerate(QUESTIONS):
            y = 36 + 84 * row
            for line, words in enumerate(_two_lines(cls.word(question, language))):
                drawn.append(text(6, y + 34 + 18 * line, words, 13, font_weight="bold"))
            for place, name in enumerate(PLACES):
                one, x = cell(question, name), 118 + 152 * place
                drawn.append(
                    box(x, y, 146, 76, rx=6, fill="none", stroke=ACCENT if one["binds"] == "permit" else LINE)
                )
                for line, words in enumerate(_two_lines(cls.word(one["binds"], language))):
                    drawn.append(text(x + 8, y + 24 + 17 * line, words, 13))
                day = date(statable(one["facts"][0]).as_of, language)
                drawn.append(text(x + 8, y + 66, day, 12, fill=MUTED))
        return picture(726, 292, cls.alt[language], *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """Each cell of the grid, then each vignette with the course's proposal and its reason."""
        rows = [[cls.word(key, language) for key in ("what", "rule", "where", "open")]]
        for question in QUESTIONS:
            for place in PLACES:
                one = cell(question, place)
                name = f"{cls.word(question, language)}, {cls.word(place, language)}"
                binds = cls.word("binds", language, binds=cls.word(one["binds"], language))
                told = " ".join(stated(fact)[language] for fact in one["facts"])
                rows.append([name, f"{one['says'][language]} {binds}", told, one["open"][language]])
        for one in rules()["vignettes"]:
            best = next(choice for choice in one["choices"] if choice.get("right"))
            name = f"{one['short'][language]}. {one[language]}"
            rows.append([name, best["text"][language], best["reason"][language], cls.word("dash", language)])
        return rows


def _with_facts(one: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in one.items() if key not in (*LANGUAGES, "question", "place", "facts")}
    return kept | {"facts": [stated(fact) for fact in one["facts"]]}


def _two_lines(words: str) -> list[str]:
    """The words on one line, or on two where they are long: ``a condition of`` / ``money``."""
    if len(words) <= 15:
        return [words]
    at = words.rfind(" ", 0, 17)
    return [words[:at], words[at + 1 :]]

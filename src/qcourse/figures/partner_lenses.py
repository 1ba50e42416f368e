"""One fact told to three capitals in about sixty words, and room to write the fourth; nothing typed is kept or sent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import yaml

from ..facts import statable
from ..lang import LANGUAGES, date, number
from .base import Figure, data_file
from .drawing import LINE, MUTED, line, picture, text

FEWEST, MOST = 50, 70
"""Words of a text of about sixty."""

CHECKS = ("fact", "theirs", "limit", "ask")
_LINES = 11
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


@cache
def everything() -> dict[str, Any]:
    """The fact, its three lenses and the helps for a fourth, as they stand in ``partner_lenses.yml``."""
    return yaml.safe_load(data_file("partner_lenses.yml"))


def word_count(written: str) -> int:
    """The number of words; «d’essai» is one, a sign alone is none."""
    return len(_WORD.findall(written))


class PartnerLenses(Figure):
    """The reader compares three framings of one fact, then writes the fourth with a count of words and four checks."""

    title = {"en": "One fact, three capitals, and yours", "fr": "Un fait, trois capitales, et la vôtre"}
    alt = {
        "en": "A sheet with lines to write the fourth text on: the place, the fact with its date, what the partner looks for, the limit, the request, in about sixty words.",
        "fr": "Une feuille lignée pour écrire le quatrième texte\u00a0: le lieu, le fait avec sa date, ce que cherche le partenaire, la limite, la demande, en une soixantaine de mots.",
    }
    caption = {
        "en": "The three texts are the course’s, written for practice; nobody has sent them. What you type stays on this page: it is neither kept nor sent, and is gone when you leave.",
        "fr": "Les trois textes sont ceux du cours, écrits pour s’exercer; personne ne les a envoyés. Ce que vous tapez reste sur cette page\u00a0: rien n’est conservé ni transmis, et tout disparaît quand vous la quittez.",
    }
    numbers = {"en": "The three texts in a table", "fr": "Les trois textes en tableau"}
    words = {
        "fact": {"en": "The fact, the same for all:", "fr": "Le fait, le même pour tous\u00a0:"},
        "lens": {"en": "Tell it to", "fr": "Le dire à"},
        "listens": {"en": "What is listened for", "fr": "Ce qu’on y écoute"},
        "mind": {"en": "What not to claim", "fr": "Ce qu’on n’affirme pas"},
        "rests": {"en": "In the register", "fr": "Au registre"},
        "claim": {"en": "{claim} (fact of {date})", "fr": "{claim} (fait daté\u00a0: {date})"},
        "says": {
            "en": "{name}: {count} words. The first sentence is the same in all three; the request is not.",
            "fr": "{name}\u00a0: {count} mots. La première phrase est la même dans les trois; la demande, non.",
        },
        "yours": {"en": "Now write the fourth", "fr": "À vous d’écrire le quatrième"},
        "where": {"en": "For which place?", "fr": "Pour quel lieu?"},
        "other": {"en": "my own post", "fr": "mon propre poste"},
        "help": {
            "en": "The register offers for this place:",
            "fr": "Pour ce lieu, le registre offre\u00a0:",
        },
        "help_none": {
            "en": "Look for your place in the register; if it says nothing, ask before you write.",
            "fr": "Cherchez votre lieu dans le registre; s’il ne dit rien, renseignez-vous avant d’écrire.",
        },
        "write": {
            "en": "Your text, about sixty words; nothing secret",
            "fr": "Votre texte, une soixantaine de mots; rien de secret",
        },
        "count_0": {"en": "Nothing written yet.", "fr": "Rien d’écrit encore."},
        "count_1": {"en": "1 word.", "fr": "1 mot."},
        "count_few": {
            "en": "{count} words: room is left up to {most}.",
            "fr": "{count} mots\u00a0: il reste de la place, jusqu’à {most}.",
        },
        "count_good": {"en": "{count} words: about sixty.", "fr": "{count} mots\u00a0: une soixantaine."},
        "count_many": {
            "en": "{count} words: more than {most}. What can go?",
            "fr": "{count} mots\u00a0: plus de {most}. Que peut-on retrancher?",
        },
        "checks": {"en": "Read it again: is it there?", "fr": "Relisez\u00a0: est-ce que tout y est?"},
        "check_fact": {"en": "The same fact, with its date", "fr": "Le même fait, avec sa date"},
        "check_theirs": {"en": "One interest of theirs, not of ours", "fr": "Un intérêt à eux, non à nous"},
        "check_limit": {"en": "One limit, said before they say it", "fr": "Une limite, dite avant eux"},
        "check_ask": {
            "en": "One request that a person can answer",
            "fr": "Une demande à laquelle quelqu’un peut répondre",
        },
        "place_on_paper": {"en": "Place:", "fr": "Lieu\u00a0:"},
        "place": {"en": "Place", "fr": "Lieu"},
        "text": {"en": "Text", "fr": "Texte"},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """The texts with their counts of words, and the facts they rest on, dated."""
        return {
            "fewest": FEWEST,
            "most": MOST,
            "checks": list(CHECKS),
            "fact": _told([everything()["fact"]])[0],
            "lenses": [
                {
                    **{key: one[key] for key in ("id", "name", "listens", "text", "mind")},
                    "count": {language: word_count(one["text"][language]) for language in LANGUAGES},
                    "facts": _told(one["facts"]),
                }
                for one in everything()["lenses"]
            ],
            "helps": [
                {"id": one["id"], "name": one["name"], "facts": _told(one["facts"])}
                for one in everything()["helps"]
            ],
        }

    @classmethod
    def says(cls, place: int, language: str) -> str:
        """The sentence for the lens that is shown."""
        one = everything()["lenses"][place]
        count = number(word_count(one["text"][language]), language)
        return cls.word("says", language, name=one["name"][language], count=count)

    @classmethod
    def counted(cls, written: str, language: str) -> str:
        """What the counter says of a text."""
        count = word_count(written)
        if count < 2:
            return cls.word(f"count_{count}", language)
        key = "few" if count < FEWEST else "good" if count <= MOST else "many"
        most = number(MOST, language)
        return cls.word(f"count_{key}", language, count=number(count, language), most=most)

    @classmethod
    def still(cls, language: str) -> str:
        """Lines to write the fourth text on, and what it must hold."""
        drawn = [
            text(8, 22, cls.word("yours", language), 15, font_weight="bold"),
            text(8, 50, cls.word("place_on_paper", language), 14),
            line(70, 52, 632, 52, stroke=LINE),
        ]
        drawn += [line(8, 84 + 30 * row, 632, 84 + 30 * row, stroke=LINE) for row in range(_LINES)]
        top = 84 + 30 * _LINES
        for place, check in enumerate(CHECKS):
            said = f"☐ {cls.word('check_' + check, language)}"
            drawn.append(text(8 + 316 * (place % 2), top + 22 * (place // 2), said, 13, fill=MUTED))
        return picture(640, top + 34, cls.alt[language], *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """Each capital with its text, what is listened for and what to leave out."""
        head = [cls.word(key, language) for key in ("place", "text", "listens", "mind")]
        rows = [
            [one[key][language] for key in ("name", "text", "listens", "mind")]
            for one in everything()["lenses"]
        ]
        return [head, *rows]


def _told(ids: Iterable[str]) -> list[Mapping[str, str]]:
    facts = [statable(fact_id) for fact_id in ids]
    return [
        {
            language: PartnerLenses.word(
                "claim", language, claim=fact.claim[language], date=date(fact.as_of, language)
            )
            for language in LANGUAGES
        }
        for fact in facts
    ]

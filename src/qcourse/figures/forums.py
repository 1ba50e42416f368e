"""Rooms where quantum technologies are discussed: who sits there, what comes out, and how Québec can be in the room."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

import yaml

from ..facts import statable
from ..lang import LANGUAGES, date, number
from .base import Figure, data_file
from .drawing import ACCENT, INK, LINE, MUTED, SURFACE, box, line, picture, tag, text

WHO = ("states", "experts", "firms")
DECIDES = ("rule", "standard", "declaration", "money", "preparation")
ROOMS = ("own", "within", "through", "silent")


@cache
def forums() -> list[dict[str, Any]]:
    """The forums, as they stand in ``forums.yml``."""
    return yaml.safe_load(data_file("forums.yml"))


def matching(who: str = "all", decides: str = "all", room: str = "all") -> list[dict[str, Any]]:
    """The forums where these sit, with such a result, and with this way in for Québec; ``all`` asks nothing."""
    return [
        one
        for one in forums()
        if (who == "all" or who in one["who"])
        and (decides == "all" or decides in one["decides"])
        and room in ("all", one["room"])
    ]


class Forums(Figure):
    """The reader filters by who sits there, by what is decided and by Québec's way in, then opens one forum."""

    title = {"en": "Which room, and how does one get in?", "fr": "Quelle enceinte, et comment y entre-t-on?"}
    alt = {
        "en": "Fifteen forums in rows, with dots for who sits there, what comes out, and a sign for Québec’s way in: once in its own name, once within Canada’s delegation, six times through teams, experts or firms; of seven the register says nothing.",
        "fr": "Quinze enceintes en lignes, avec des points pour qui y siège, ce qui en sort et un signe pour l’entrée du Québec\u00a0: une fois en son nom, une fois au sein de la délégation du Canada, six fois par des équipes, des spécialistes ou des entreprises; de sept, le registre ne dit rien.",
    }
    caption = {
        "en": "The statements and their dates come from the register. Who sits there and what comes out are sorted by the course, for quantum matters only; “the register does not say” is not “no”.",
        "fr": "Les énoncés et leurs dates viennent du registre. Le classement de qui siège et de ce qui en sort est celui du cours, pour les seules matières quantiques; «\u00a0le registre ne dit rien\u00a0» ne veut pas dire «\u00a0non\u00a0».",
    }
    numbers = {"en": "The forums in a table", "fr": "Les enceintes en tableau"}
    words = {
        "who": {"en": "Who sits there", "fr": "Qui y siège"},
        "decides": {"en": "What comes out", "fr": "Ce qui en sort"},
        "room": {"en": "Québec in the room", "fr": "Le Québec dans la salle"},
        "all": {"en": "any", "fr": "peu importe"},
        "states": {"en": "states", "fr": "États"},
        "experts": {"en": "experts", "fr": "spécialistes"},
        "firms": {"en": "firms", "fr": "entreprises"},
        "rule": {"en": "rule for states", "fr": "règle pour les États"},
        "standard": {"en": "technical standard", "fr": "norme technique"},
        "declaration": {"en": "declaration, strategy or advice", "fr": "déclaration, stratégie ou avis"},
        "money": {"en": "money", "fr": "argent"},
        "preparation": {"en": "projects, no text", "fr": "projets, sans texte"},
        "own": {"en": "in its own name", "fr": "en son propre nom"},
        "within": {"en": "within Canada’s delegation", "fr": "au sein de la délégation du Canada"},
        "through": {
            "en": "through teams, experts or firms",
            "fr": "par des équipes, des spécialistes ou des entreprises",
        },
        "silent": {"en": "the register does not say", "fr": "le registre ne dit rien"},
        "mark_own": {"en": "★", "fr": "★"},
        "mark_within": {"en": "◐", "fr": "◐"},
        "mark_through": {"en": "→", "fr": "→"},
        "mark_silent": {"en": "?", "fr": "?"},
        "forums": {
            "en": "The forums: choose one to read its card",
            "fr": "Les enceintes\u00a0: choisissez-en une pour lire sa fiche",
        },
        "says_found": {
            "en": "Forums: {found} of {total}; in {open} the register shows a way in for Québec.",
            "fr": "Enceintes\u00a0: {found} sur {total}; dans {open}, le registre montre une entrée pour le Québec.",
        },
        "says_none": {
            "en": "No forum of the {total} is like that: loosen a choice.",
            "fr": "Aucune des {total} enceintes n’est ainsi\u00a0: relâchez un choix.",
        },
        "sits": {"en": "Who sits there: {who}.", "fr": "Qui y siège\u00a0: {who}."},
        "comes": {"en": "What comes out: {decides}. {out}", "fr": "Ce qui en sort\u00a0: {decides}. {out}"},
        "inside": {"en": "Québec: {room}. {how}", "fr": "Le Québec\u00a0: {room}. {how}"},
        "and": {"en": ", ", "fr": ", "},
        "register": {"en": "In the register", "fr": "Au registre"},
        "way": {"en": "On Québec’s way in", "fr": "Sur l’entrée du Québec"},
        "claim": {"en": "{claim} (fact of {date})", "fr": "{claim} (fait daté\u00a0: {date})"},
        "claim_article": {
            "en": "{claim} (according to the 2022 article)",
            "fr": "{claim} (selon l’article de 2022)",
        },
        "forum": {"en": "Forum", "fr": "Enceinte"},
        "as_of": {"en": "Last date in the register", "fr": "Dernière date au registre"},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """The forums with what the register says of each and of Québec's way in, dated."""
        return {
            "who": list(WHO),
            "decides": list(DECIDES),
            "rooms": list(ROOMS),
            "forums": [
                {
                    **{key: one[key] for key in ("id", "name", "who", "decides", "room")},
                    "card": {language: cls.card(one, language) for language in LANGUAGES},
                    "facts": _told(one["facts"]),
                    "way": _told(one["way"]),
                }
                for one in forums()
            ],
        }

    @classmethod
    def card(cls, one: dict[str, Any], language: str) -> list[str]:
        """The three sentences of a forum's card."""

        def joined(keys: Iterable[str]) -> str:
            return cls.word("and", language).join(cls.word(key, language) for key in keys)

        return [
            cls.word("sits", language, who=joined(one["who"])),
            cls.word("comes", language, decides=joined(one["decides"]), out=one["out"][language]),
            cls.word("inside", language, room=cls.word(one["room"], language), how=one["how"][language]),
        ]

    @classmethod
    def says(cls, who: str, decides: str, room: str, language: str) -> str:
        """How many forums the three choices leave, and in how many the register shows a way in."""
        found = matching(who, decides, room)
        total = number(len(forums()), language)
        if not found:
            return cls.word("says_none", language, total=total)
        return cls.word(
            "says_found",
            language,
            found=number(len(found), language),
            total=total,
            open=number(sum(one["room"] != "silent" for one in found), language),
        )

    @classmethod
    def still(cls, language: str) -> str:
        """A row for each forum: dots for who sits there and what comes out, a sign for Québec's way in."""
        columns = (*WHO, *DECIDES)
        left, step, top, row = 302, 38, 128, 24
        drawn = []
        for place, key in enumerate(columns):
            x = left + step * place + (12 if place >= len(WHO) else 0)
            drawn.append(
                text(
                    x,
                    top - 14,
                    cls.word(key, language).split(",")[0],
                    12,
                    transform=f"rotate(-50 {x} {top - 14})",
                )
            )
        sign = left + step * len(columns) + 24
        for place, one in enumerate(forums()):
            y = top + row * place
            drawn += [
                line(8, y + 16, sign + 16, y + 16, stroke=LINE),
                text(8, y + 10, one["name"][language], 13),
                text(
                    sign,
                    y + 10,
                    cls.word(f"mark_{one['room']}", language),
                    14,
                    text_anchor="middle",
                    fill=ACCENT,
                ),
            ]
            for column, key in enumerate(columns):
                x = left + step * column + (12 if column >= len(WHO) else 0)
                if key in one["who"]:
                    drawn.append(tag("circle", cx=x, cy=y + 5, r=5.5, fill=ACCENT))
                elif key in one["decides"]:
                    drawn.append(box(x - 5.5, y - 0.5, 11, 11, fill=SURFACE, stroke=INK, stroke_width=2))
        foot = top + row * len(forums()) + 24
        for place, room in enumerate(ROOMS):
            key = f"{cls.word(f'mark_{room}', language)} {cls.word(room, language)}"
            drawn.append(text(8 + 320 * (place % 2), foot + 20 * (place // 2), key, 13, fill=MUTED))
        return picture(660, foot + 32, cls.alt[language], *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """Each forum with who sits there, what comes out, Québec's way in and the newest date on it."""
        rows = [[cls.word(key, language) for key in ("forum", "who", "decides", "room", "as_of")]]
        for one in forums():
            newest = max(statable(fact_id).as_of for fact_id in one["facts"])
            lists = [
                cls.word("and", language).join(cls.word(key, language) for key in keys)
                for keys in (one["who"], one["decides"])
            ]
            way = f"{cls.word(one['room'], language)}. {one['how'][language]}"
            rows.append([one["name"][language], *lists, way, date(newest, language)])
        return rows


def _told(ids: Iterable[str]) -> list[dict[str, str]]:
    facts = [statable(fact_id) for fact_id in ids]
    return [
        {
            language: Forums.word(
                "claim_article" if fact.status == "seed" else "claim",
                language,
                claim=fact.claim[language],
                date=date(fact.as_of, language),
            )
            for language in LANGUAGES
        }
        for fact in facts
    ]

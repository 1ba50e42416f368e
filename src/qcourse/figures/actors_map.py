"""Who decides, funds, advises or carries out in Québec's quantum ecosystem, and fifteen decisions to place by level."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from ..facts import statable
from ..lang import LANGUAGES, date, number
from .base import Figure, data_file
from .drawing import ACCENT, LINE, MUTED, box, picture, text

GROUPS = ("quebec", "federal", "ecosystem", "abroad")
ROLES = ("decides", "funds", "advises", "runs")
LEVELS = ("quebec", "federal", "shared", "neither")


@cache
def everything() -> dict[str, list[dict[str, Any]]]:
    """The actors and the cards, as they stand in ``actors_map.yml``."""
    return yaml.safe_load(data_file("actors_map.yml"))


def actors() -> list[dict[str, Any]]:
    """The actors, each with its group, its roles and the facts that it rests on."""
    return everything()["actors"]


def cards() -> list[dict[str, Any]]:
    """The fifteen decisions, each with the level that takes it, a reason and its facts."""
    return everything()["cards"]


def right(given: Mapping[str, str]) -> int:
    """How many cards are placed as the course places them."""
    return sum(given.get(one["id"]) == one["level"] for one in cards())


class ActorsMap(Figure):
    """The reader looks at the actors by role, opens one, then says of each card who takes the decision."""

    title = {"en": "Who does what, and who decides?", "fr": "Qui fait quoi, et qui décide?"}
    alt = {
        "en": "A map of eighteen actors in four groups: five of Québec’s government, five federal, five of the ecosystem and three abroad, each marked with its roles: decides, funds, advises, carries out.",
        "fr": "Une carte de dix-huit acteurs en quatre groupes\u00a0: cinq du gouvernement du Québec, cinq fédéraux, cinq de l’écosystème et trois à l’étranger, chacun marqué de ses rôles\u00a0: décide, finance, conseille, réalise.",
    }
    caption = {
        "en": "The statements and their dates come from the register; the roles, the placing of the cards and the reasons are the course’s reading. A ministry or a program may have changed since: check before you quote.",
        "fr": "Les énoncés et leurs dates viennent du registre; les rôles, la place des cartes et les raisons sont la lecture du cours. Un ministère ou un programme a pu changer depuis\u00a0: vérifiez avant de citer.",
    }
    numbers = {
        "en": "The actors and the fifteen cards in a table",
        "fr": "Les acteurs et les quinze cartes en tableau",
    }
    words = {
        "lens": {"en": "Show who…", "fr": "Montrer qui…"},
        "all": {"en": "everyone", "fr": "tout le monde"},
        "decides": {"en": "decides", "fr": "décide"},
        "funds": {"en": "funds", "fr": "finance"},
        "advises": {"en": "advises", "fr": "conseille"},
        "runs": {"en": "carries out", "fr": "réalise"},
        "mark_decides": {"en": "◆", "fr": "◆"},
        "mark_funds": {"en": "$", "fr": "$"},
        "mark_advises": {"en": "“”", "fr": "«\u00a0»"},
        "mark_runs": {"en": "▸", "fr": "▸"},
        "group_quebec": {"en": "Government of Québec", "fr": "Gouvernement du Québec"},
        "group_federal": {"en": "Federal government", "fr": "Gouvernement fédéral"},
        "group_ecosystem": {"en": "Ecosystem", "fr": "Écosystème"},
        "group_abroad": {"en": "Abroad", "fr": "À l’étranger"},
        "actors": {
            "en": "The actors: choose one to read its card",
            "fr": "Les acteurs\u00a0: choisissez-en un pour lire sa fiche",
        },
        "and": {"en": ", ", "fr": ", "},
        "matching": {"en": "{count} of {total} shown.", "fr": "{count} sur {total} sont montrés."},
        "as_of": {"en": "{claim} ({date})", "fr": "{claim} ({date})"},
        "as_of_article": {
            "en": "{claim} (according to the 2022 article)",
            "fr": "{claim} (selon l’article de 2022)",
        },
        "sort": {
            "en": "Fifteen decisions: who takes each?",
            "fr": "Quinze décisions\u00a0: qui prend chacune?",
        },
        "rule": {
            "en": "Place each card with the one who takes the decision, not with who pays, advises or is affected. “Shared” means that both governments must each decide a part; “neither”, that the decision belongs to someone else.",
            "fr": "Placez chaque carte chez celui qui prend la décision, et non chez celui qui paie, conseille ou en subit l’effet. «\u00a0Partagé\u00a0»\u00a0: chacun des deux gouvernements doit décider d’une partie; «\u00a0ni l’un ni l’autre\u00a0»\u00a0: la décision appartient à quelqu’un d’autre.",
        },
        "cards": {"en": "The fifteen cards", "fr": "Les quinze cartes"},
        "card_of": {"en": "Card {place} of {total}", "fr": "Carte {place} sur {total}"},
        "state_open": {"en": "not placed", "fr": "non placée"},
        "state_tagged": {"en": "placed", "fr": "placée"},
        "state_compared": {"en": "compared", "fr": "comparée"},
        "who": {"en": "Who decides?", "fr": "Qui décide?"},
        "quebec": {"en": "Québec", "fr": "Le Québec"},
        "federal": {"en": "Federal", "fr": "Le fédéral"},
        "shared": {"en": "Shared", "fr": "Partagé"},
        "neither": {"en": "Neither", "fr": "Ni l’un ni l’autre"},
        "previous": {"en": "Previous", "fr": "Précédente"},
        "next": {"en": "Next", "fr": "Suivante"},
        "compare": {"en": "Compare with the course’s reading", "fr": "Comparer avec la lecture du cours"},
        "reading": {"en": "The course’s reading: {level}.", "fr": "Lecture du cours\u00a0: {level}."},
        "match": {"en": "Same reading.", "fr": "Même lecture."},
        "differ": {"en": "Another reading.", "fr": "Autre lecture."},
        "register": {"en": "In the register", "fr": "Au registre"},
        "nothing_yet": {
            "en": "Choose an answer, then compare.",
            "fr": "Choisissez une réponse, puis comparez.",
        },
        "choose_first": {"en": "Choose an answer first.", "fr": "Choisissez d’abord une réponse."},
        "progress": {
            "en": "{compared} of {total} compared; {right} as the course reads them.",
            "fr": "{compared} sur {total} comparées; {right} selon la lecture du cours.",
        },
        "restart": {"en": "Start the cards again", "fr": "Recommencer les cartes"},
        "what": {"en": "Actor or card", "fr": "Acteur ou carte"},
        "where": {"en": "Group or level", "fr": "Groupe ou niveau"},
        "why": {"en": "Role or reason", "fr": "Rôle ou raison"},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """The actors and the cards with what the register says of each, dated."""
        return {
            "groups": list(GROUPS),
            "roles": list(ROLES),
            "levels": list(LEVELS),
            "actors": [
                {key: one[key] for key in ("id", "group", "roles", "name", "does")} | {"facts": _said_of(one)}
                for one in actors()
            ],
            "cards": [
                {
                    "id": one["id"],
                    "level": one["level"],
                    "short": one["short"],
                    "text": {language: one[language] for language in LANGUAGES},
                    "reason": one["reason"],
                    "facts": _said_of(one),
                }
                for one in cards()
            ],
        }

    @classmethod
    def still(cls, language: str) -> str:
        """The four groups with their actors, each with the marks of its roles, and the key to the marks."""
        drawn = []
        for place, group in enumerate(GROUPS):
            members = [one for one in actors() if one["group"] == group]
            x, y = 10 + 330 * (place % 2), 10 + 186 * (place // 2)
            drawn += [
                box(x, y, 320, 176, rx=8, fill="none", stroke=LINE),
                text(x + 14, y + 24, cls.word(f"group_{group}", language), 15, font_weight="bold"),
            ]
            for row, one in enumerate(members):
                marks = " ".join(cls.word(f"mark_{role}", language) for role in one["roles"])
                drawn += [
                    text(x + 14, y + 52 + 26 * row, marks, 13, fill=ACCENT),
                    text(x + 52, y + 52 + 26 * row, one["name"][language], 13),
                ]
        for place, role in enumerate(ROLES):
            key = f"{cls.word(f'mark_{role}', language)}  {cls.word(role, language)}"
            drawn.append(text(24 + 160 * place, 404, key, 13, fill=MUTED))
        return picture(660, 416, cls.alt[language], *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """Each actor with its group and roles, then each card with its level and reason."""
        rows = [[cls.word(key, language) for key in ("what", "where", "why")]]
        for one in actors():
            roles = cls.word("and", language).join(cls.word(role, language) for role in one["roles"])
            does = f"{roles[0].upper()}{roles[1:]}. {one['does'][language]}"
            rows.append([one["name"][language], cls.word(f"group_{one['group']}", language), does])
        for place, one in enumerate(cards(), 1):
            named = f"{number(place, language)}. {one[language]}"
            rows.append([named, cls.word(one["level"], language), one["reason"][language]])
        return rows


def _said_of(one: Mapping[str, Any]) -> list[dict[str, str]]:
    facts = [(statable(fact_id), None) for fact_id in one["facts"]]
    if "told" in one:
        facts.append((statable(one["told"]["id"]), one["told"]))
    return [
        {
            language: ActorsMap.word(
                "as_of_article" if fact.status == "seed" else "as_of",
                language,
                claim=(told or fact.claim)[language],
                date=date(fact.as_of, language),
            )
            for language in LANGUAGES
        }
        for fact, told in facts
    ]

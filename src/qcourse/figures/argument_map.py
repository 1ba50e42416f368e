"""An argument map from the AI precedent to responsible quantum: supports, objections, and what still holds."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from itertools import compress, product
from typing import Any

import yaml

from ..facts import statable
from ..lang import LANGUAGES, date, number
from .base import Figure, data_file
from .drawing import ACCENT, LINE, MUTED, SURFACE, WARN, box, line, picture, tag, text

KINDS = ("record", "article", "reading")


@cache
def argument() -> dict[str, list[dict[str, Any]]]:
    """The supports, conclusions and objections, as they stand in ``argument_map.yml``."""
    return yaml.safe_load(data_file("argument_map.yml"))


def standing(off: Collection[str] = (), objection: str = "none") -> set[str]:
    """The supports that stand: not turned off by the reader, not set aside by the objection."""
    hit = {one["hits"] for one in argument()["objections"] if one["id"] == objection}
    return {one["id"] for one in argument()["supports"]} - set(off) - hit


def holding(off: Collection[str] = (), objection: str = "none") -> list[str]:
    """The conclusions that hold: each of their needs is met by at least one support that stands."""
    stand = standing(off, objection)
    return [one["id"] for one in argument()["conclusions"] if all(stand & set(need) for need in one["needs"])]


class ArgumentMap(Figure):
    """The reader turns a support on or off, or lets an objection speak, and sees which conclusions still hold."""

    title = {
        "en": "From AI to quantum: what still holds?",
        "fr": "De l’IA au quantique\u00a0: qu’est-ce qui tient?",
    }
    alt = {
        "en": "Nine supports on the left, five conclusions on the right, joined by lines; five supports are each marked with the objection that sets it aside. The strongest conclusion, that a text will bring an institution, needs four supports, and three objections bring it down.",
        "fr": "Neuf appuis à gauche, cinq conclusions à droite, reliés par des traits; cinq appuis portent chacun la marque de l’objection qui l’écarte. La conclusion la plus forte, qu’un texte amènera une institution, a besoin de quatre appuis, et trois objections la font tomber.",
    }
    caption = {
        "en": "The facts and their dates come from the register. Which conclusion needs which support, and which support an objection sets aside, is the course’s reading: argue with it.",
        "fr": "Les faits et leurs dates viennent du registre. Quelle conclusion a besoin de quel appui, et quel appui une objection écarte, c’est la lecture du cours\u00a0: elle se discute.",
    }
    numbers = {"en": "The argument in a table", "fr": "L’argument en tableau"}
    words = {
        "supports": {
            "en": "Supports: keep those you accept",
            "fr": "Les appuis\u00a0: gardez ceux que vous admettez",
        },
        "kind_record": {"en": "on record", "fr": "au registre"},
        "kind_article": {"en": "according to the article", "fr": "selon l’article"},
        "kind_reading": {"en": "the course’s comparison", "fr": "comparaison du cours"},
        "objections": {"en": "Let one objection speak", "fr": "Laissez parler une objection"},
        "none": {"en": "No objection yet", "fr": "Aucune objection pour l’instant"},
        "set_aside": {"en": "set aside by the objection", "fr": "écarté par l’objection"},
        "holds": {"en": "What still holds", "fr": "Ce qui tient encore"},
        "conclusion": {"en": "Conclusion", "fr": "Conclusion"},
        "now": {"en": "Now", "fr": "À présent"},
        "stands": {"en": "✓ holds", "fr": "✓ tient"},
        "falls": {"en": "✗ falls without: {missing}", "fr": "✗ tombe faute de\u00a0: {missing}"},
        "or": {"en": " or ", "fr": " ou "},
        "and": {"en": "; ", "fr": "; "},
        "says": {
            "en": "Conclusions that hold: {holding} of {total}.",
            "fr": "Conclusions qui tiennent\u00a0: {holding} sur {total}.",
        },
        "answer": {"en": "What can still be said", "fr": "Ce qu’on peut encore dire"},
        "read": {"en": "Read what a support rests on", "fr": "Lire sur quoi repose un appui"},
        "claim": {"en": "{claim} (fact of {date})", "fr": "{claim} (fait daté\u00a0: {date})"},
        "claim_article": {
            "en": "{claim} (according to the 2022 article)",
            "fr": "{claim} (selon l’article de 2022)",
        },
        "restart": {"en": "Start again", "fr": "Recommencer"},
        "part": {"en": "Part of the argument", "fr": "Partie de l’argument"},
        "role": {"en": "Role", "fr": "Rôle"},
        "rests": {
            "en": "What it rests on, or what it sets aside",
            "fr": "Ce sur quoi elle repose, ou ce qu’elle écarte",
        },
        "support_role": {"en": "support, {kind}", "fr": "appui, {kind}"},
        "conclusion_role": {"en": "conclusion", "fr": "conclusion"},
        "objection_role": {"en": "objection", "fr": "objection"},
        "needs": {"en": "Needs: {needs}.", "fr": "A besoin de\u00a0: {needs}."},
        "hits": {"en": "Sets aside: {support}. {left}", "fr": "Écarte\u00a0: {support}. {left}"},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """The parts with their facts, and for each objection and each choice of supports which conclusions hold.

        ``holds[objection]`` has a character for each choice: bit k of its place says whether support k is kept, bit k
        of its value, in base 32, whether conclusion k holds.
        """
        parts = argument()
        return {
            "supports": [
                {**{key: one[key] for key in ("id", "kind", "short", "says")}, "facts": _told(one)}
                for one in parts["supports"]
            ],
            "conclusions": [
                {key: one[key] for key in ("id", "short", "needs")} for one in parts["conclusions"]
            ],
            "objections": [
                {**{key: one[key] for key in ("id", "hits", "short", "says", "left")}, "facts": _told(one)}
                for one in parts["objections"]
            ],
            "holds": {objection: _every_choice(objection) for objection in _objections()},
        }

    @classmethod
    def says(cls, off: Collection[str], objection: str, language: str) -> str:
        """How many conclusions hold."""
        total = len(argument()["conclusions"])
        return cls.word(
            "says",
            language,
            holding=number(len(holding(off, objection)), language),
            total=number(total, language),
        )

    @classmethod
    def state(cls, conclusion: str, off: Collection[str], objection: str, language: str) -> str:
        """Whether a conclusion holds, or what it lacks."""
        one = next(one for one in argument()["conclusions"] if one["id"] == conclusion)
        stand = standing(off, objection)
        missing = [need for need in one["needs"] if not stand & set(need)]
        if not missing:
            return cls.word("stands", language)
        return cls.word("falls", language, missing=cls.needed(missing, language))

    @classmethod
    def needed(cls, needs: Collection[Collection[str]], language: str) -> str:
        """Needs in words: the supports' names, with ‘or’ inside a need."""
        names = {one["id"]: one["short"][language] for one in argument()["supports"]}
        return cls.word("and", language).join(
            cls.word("or", language).join(names[support] for support in need) for need in needs
        )

    @classmethod
    def still(cls, language: str) -> str:
        """Supports on the left, conclusions on the right, a line for each need, a sign for each objection."""
        parts = argument()
        left = {one["id"]: 14 + 44 * place for place, one in enumerate(parts["supports"])}
        right = {one["id"]: 30 + 82 * place for place, one in enumerate(parts["conclusions"])}
        drawn = [
            line(
                272,
                left[support] + 17,
                392,
                right[one["id"]] + 22,
                stroke=MUTED,
                **({"stroke_dasharray": "5 4"} if len(need) > 1 else {}),
            )
            for one in parts["conclusions"]
            for need in one["needs"]
            for support in need
        ]
        for one in parts["supports"]:
            y = left[one["id"]]
            drawn += [
                box(8, y, 264, 34, rx=6, fill=SURFACE, stroke=LINE),
                text(18, y + 15, one["short"][language], 13),
                text(18, y + 29, cls.word(f"kind_{one['kind']}", language), 11, fill=MUTED),
            ]
        for place, one in enumerate(parts["objections"], 1):
            y = left[one["hits"]] + 17
            drawn += [
                tag("circle", cx=258, cy=y, r=9, fill=SURFACE, stroke=WARN, stroke_width=2),
                text(258, y + 4, number(place, language), 11, text_anchor="middle", fill=WARN),
            ]
        for one in parts["conclusions"]:
            y = right[one["id"]]
            drawn += [
                box(392, y, 260, 44, rx=6, fill=SURFACE, stroke=ACCENT, stroke_width=2),
                text(402, y + 27, one["short"][language], 13, font_weight="bold"),
            ]
        foot = 14 + 44 * len(parts["supports"]) + 22
        for place, one in enumerate(parts["objections"]):
            told = f"{number(place + 1, language)}. {one['short'][language]}"
            drawn.append(text(8 + 330 * (place % 2), foot + 20 * (place // 2), told, 12, fill=MUTED))
        return picture(660, foot + 52, cls.alt[language], *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """Each support with its facts, each conclusion with its needs, each objection with what is left to say."""
        parts = argument()
        names = {one["id"]: one["short"][language] for one in parts["supports"]}
        rows = [[cls.word(key, language) for key in ("part", "role", "rests")]]
        for one in parts["supports"]:
            role = cls.word("support_role", language, kind=cls.word(f"kind_{one['kind']}", language))
            facts = " ".join(fact[language] for fact in _told(one))
            rows.append([one["short"][language], role, f"{one['says'][language]} {facts}"])
        for one in parts["conclusions"]:
            needs = cls.word("needs", language, needs=cls.needed(one["needs"], language))
            rows.append([one["short"][language], cls.word("conclusion_role", language), needs])
        for one in parts["objections"]:
            hits = cls.word("hits", language, support=names[one["hits"]], left=one["left"][language])
            facts = " ".join(fact[language] for fact in _told(one))
            told = f"{one['says'][language]} {facts} {hits}"
            rows.append([one["short"][language], cls.word("objection_role", language), told])
        return rows


def _objections() -> list[str]:
    return ["none", *(one["id"] for one in argument()["objections"])]


def _every_choice(objection: str) -> str:
    supports = [one["id"] for one in argument()["supports"]]
    conclusions = [one["id"] for one in argument()["conclusions"]]
    digits = "0123456789abcdefghijklmnopqrstuv"
    found = []
    for kept in product((False, True), repeat=len(supports)):
        off = set(supports) - set(compress(supports, reversed(kept)))
        hold = holding(off, objection)
        found.append(digits[sum(1 << place for place, name in enumerate(conclusions) if name in hold)])
    return "".join(found)


def _told(one: dict[str, Any]) -> list[dict[str, str]]:
    facts = [(statable(fact_id), None) for fact_id in one["facts"]]
    if own := one.get("told"):
        facts.append((statable(own["id"]), own))
    return [
        {
            language: ArgumentMap.word(
                "claim_article" if fact.status == "seed" else "claim",
                language,
                claim=(own or fact.claim)[language],
                date=date(fact.as_of, language),
            )
            for language in LANGUAGES
        }
        for fact, own in facts
    ]

"""Table Q alone: the simulation played in the page, with the rules file of ``policy`` and its browser engine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml

from ..lang import number
from ..policy.rules import whole_file
from .base import Figure, data_file
from .drawing import ACCENT, INK, LINE, MUTED, SURFACE, box, line, picture, tag, text

LESSONS = {
    "checking_claims": ("quantum_basics", "Checking claims", "Vérifier une affirmation"),
    "ecosystem": ("quebec_strategy", "Who decides what", "Qui décide de quoi"),
    "entanglement": ("quantum_basics", "Entanglement", "L’intrication"),
    "harvest_now_decrypt_later": (
        "encryption_risk",
        "Harvest now, decrypt later",
        "Récolter maintenant, déchiffrer plus tard",
    ),
    "migration": ("encryption_risk", "Migration", "La migration"),
    "network_and_partners": (
        "quebec_strategy",
        "The network and its partners",
        "Le réseau et ses partenaires",
    ),
    "noise_and_correction": ("quantum_basics", "Noise and correction", "Le bruit et la correction"),
    "post_quantum_cryptography": (
        "encryption_risk",
        "Post-quantum cryptography",
        "La cryptographie postquantique",
    ),
    "quantum_key_distribution": (
        "encryption_risk",
        "Quantum key distribution",
        "La distribution quantique de clés",
    ),
    "science_diplomacy": (
        "quebec_strategy",
        "Science diplomacy in three aims",
        "La diplomatie scientifique en trois visées",
    ),
    "sensitive_technology": ("quebec_strategy", "Sensitive technology", "Les technologies sensibles"),
    "speedups": ("quantum_basics", "Speedups", "Les accélérations"),
    "teleportation": ("quantum_basics", "Teleportation", "La téléportation"),
    "what_breaks": ("encryption_risk", "What breaks", "Ce qui casse"),
}
"""The lessons that the evidence cards lead to: module, and a short title in each language."""


class TableQ(Figure):
    """The whole game; ``TableQ(position={"saved": "TQ2-1-4-…"})`` opens a saved one."""

    minutes = 20
    title = {"en": "Table Q, alone", "fr": "Table Q, en solo"}
    alt = {
        "en": "A year at Table Q in four steps: judge one piece of evidence, face one event, act up to three times, account to those left out. Four such years give one score on three aims: talent and funding, bilateral research, influence.",
        "fr": "Une année à Table Q en quatre temps\u00a0: juger une pièce au dossier, affronter un événement, agir jusqu’à trois fois, répondre à ceux qu’on a négligés. Quatre années donnent un résultat sur trois visées\u00a0: talents et financement, recherche bilatérale, influence.",
    }
    caption = whole_file()["frame"]["teaching_values"]
    numbers = {"en": "The eighteen actions, on paper", "fr": "Les dix-huit actions, sur papier"}
    words = yaml.safe_load(data_file("table_q.yml"))

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """The rules file, but what only a text game says, and the lessons that the cards lead to."""
        return {
            "file": {key: value for key, value in whole_file().items() if key != "log"},
            "lessons": {
                name: {"module": module, "title": {"en": english, "fr": french}}
                for name, (module, english, french) in LESSONS.items()
            },
        }

    @classmethod
    def still(cls, language: str) -> str:
        """Four steps of a year in a row, and what four years lead to."""
        drawn = []
        for place, key in enumerate(("card", "event", "actions", "end")):
            x = 10 + 128 * place
            drawn += [
                box(x, 20, 112, 74, rx=10, fill=SURFACE, stroke=ACCENT, stroke_width=2),
                text(
                    x + 56,
                    50,
                    cls.word(f"still_{key}", language),
                    16,
                    text_anchor="middle",
                    font_weight="bold",
                ),
                *_two_lines(x + 56, 70, cls.word(f"still_{key}_more", language)),
            ]
            if place:
                drawn += [
                    line(x - 16, 57, x - 3, 57, stroke=INK, stroke_width=2),
                    tag("path", d=f"M{x - 8} 52l7 5l-7 5z", fill=INK),
                ]
        drawn += [
            tag("path", d="M66 104v18h384v-18", fill="none", stroke=LINE, stroke_width=2),
            text(258, 146, cls.word("still_years", language), 15, text_anchor="middle"),
        ]
        return picture(516, 160, cls.alt[language], *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """The actions: cost, window, effects before any rate, what each needs."""
        windows = {item["id"]: item["name"][language] for item in whole_file()["windows"]}
        rows = [
            [cls.word(f"paper_{key}", language) for key in ("action", "cost", "where", "effects", "needs")]
            + [cls.word("why", language)]
        ]
        for action in whole_file()["actions"]:
            effects = _effects(action["effects"], language)
            if later := action.get("next_round"):
                effects = cls.word("later", language, effects=_effects(later, language))
            if then := action.get("then"):
                condition = _conditions(then["if"], language)
                effects += f". {cls.word('then_no', language, condition=condition)}"
            rows.append(
                [
                    action["name"][language],
                    f"{number(action['money'], language)}, {number(action['capital'], language)}",
                    windows[action["window"]],
                    effects,
                    _conditions(action["needs"], language) or cls.word("paper_nothing", language),
                    " ".join(one[language] for one in action["why"]),
                ]
            )
        return rows


def _two_lines(x: float, y: float, words: str) -> list[str]:
    parts = words.split(" ")
    middle = (len(parts) + 1) // 2
    halves = [words] if len(words) < 18 else [" ".join(parts[:middle]), " ".join(parts[middle:])]
    return [
        text(x, y + 14 * place, half, 12, text_anchor="middle", fill=MUTED)
        for place, half in enumerate(halves)
    ]


def _gauges(language: str) -> dict[str, str]:
    return {gauge["id"]: gauge["name"][language] for gauge in whole_file()["gauges"]}


def _effects(effects: Sequence[Sequence[Any]], language: str) -> str:
    names = _gauges(language)
    return " · ".join(
        f"{names[key]} {'+' if amount > 0 else ''}{number(amount, language)}" for key, amount in effects
    )


def _conditions(needs: Sequence[Sequence[Any]], language: str) -> str:
    named = {("inv", 1): "inventory_made", ("inv", 0): "inventory_none", ("lit", 2): "trained_less"}
    names = _gauges(language)
    return ", ".join(
        TableQ.word(named[key, value], language)
        if (key, value) in named
        else TableQ.word("at_least", language, gauge=names[key], value=number(value, language))
        for key, _, value in needs
    )

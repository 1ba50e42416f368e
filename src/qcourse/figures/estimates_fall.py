"""How the published estimates for breaking RSA-2048 and elliptic curves fell, each with its date and assumptions."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from ..errors import Text
from ..facts import statable
from ..lang import date, number
from .base import Figure
from .drawing import ACCENT, INK, LINE, MUTED, SURFACE, WARN, line, picture, tag, text

YEARS = (2019, 2027)
POWERS = (4, 8)
"""The scale runs from ten to the power 4 to ten to the power 8 physical qubits."""


@dataclass(frozen=True)
class Estimate:
    """One published estimate: ``fact`` gives number and date, the rest says no more than the register does.

    ``kind`` is the key it speaks of (``rsa``, ``curve`` or ``any``); ``below`` whether the number is an upper bound;
    ``also`` the other facts that the texts rest on.
    """

    fact: str
    kind: str
    below: bool
    name: Text
    run: Text
    assumes: Text
    review: Text
    also: tuple[str, ...] = ()


ESTIMATES = (
    Estimate(
        "rsa-2048-gidney-ekera-2019",
        "rsa",
        False,
        {"en": "Gidney and Ekerå", "fr": "Gidney et Ekerå"},
        {"en": "eight hours", "fr": "huit heures"},
        {
            "en": "noisy qubits; the register holds no more",
            "fr": "des qubits bruités; le registre n’en dit pas plus",
        },
        {
            "en": "known here through the preprint of 2025 by one of its authors; the register does not say whether it was reviewed",
            "fr": "connue ici par la prépublication de 2025 de l’un de ses auteurs; le registre ne dit pas si elle a été évaluée par les pairs",
        },
    ),
    Estimate(
        "rsa-2048-gidney-2025",
        "rsa",
        True,
        {"en": "Gidney", "fr": "Gidney"},
        {"en": "under a week", "fr": "moins d’une semaine"},
        {
            "en": "a square grid, a gate error of 0.1%, a cycle of one microsecond, a reaction time of ten microseconds",
            "fr": "une grille carrée, une erreur de porte de 0,1\u00a0%, un cycle d’une microseconde, un temps de réaction de dix microsecondes",
        },
        {
            "en": "preprint; the register does not say whether it was reviewed",
            "fr": "prépublication; le registre ne dit pas si elle a été évaluée par les pairs",
        },
        ("gidney-2025-assumptions",),
    ),
    Estimate(
        "rsa-2048-pinnacle-2026",
        "rsa",
        True,
        {"en": "Pinnacle architecture", "fr": "Architecture Pinnacle"},
        {"en": "not in the register", "fr": "absente du registre"},
        {
            "en": "codes called qLDPC, which generally need connections over longer distances than a plain grid has",
            "fr": "des codes dits qLDPC, qui exigent en général des connexions à plus longue portée que celles d’une simple grille",
        },
        {
            "en": "preprint; the register does not say whether it was reviewed",
            "fr": "prépublication; le registre ne dit pas si elle a été évaluée par les pairs",
        },
    ),
    Estimate(
        "ecc-google-2026",
        "curve",
        True,
        {"en": "Google researchers", "fr": "Chercheurs de Google"},
        {"en": "some nine minutes", "fr": "quelque neuf minutes"},
        {
            "en": "fewer than 1,200 logical qubits and 90 million Toffoli gates",
            "fr": "moins de 1\u00a0200 qubits logiques et 90 millions de portes de Toffoli",
        },
        {
            "en": "circuits withheld, a zero-knowledge proof published instead; known here through accounts by others",
            "fr": "circuits non divulgués, remplacés par une preuve à divulgation nulle de connaissance; connue ici par des comptes rendus de tiers",
        },
        ("ecc-google-logical", "ecc-google-zkp"),
    ),
    Estimate(
        "ecc-neutral-atoms-2026",
        "curve",
        False,
        {"en": "Neutral atoms, P-256", "fr": "Atomes neutres, P-256"},
        {"en": "a few days", "fr": "quelques jours"},
        {
            "en": "neutral atoms, under the preprint’s stated assumptions; its authors note substantial engineering challenges",
            "fr": "des atomes neutres, selon les hypothèses énoncées; ses auteurs signalent d’importants défis d’ingénierie",
        },
        {
            "en": "preprint; the register does not say whether it was reviewed",
            "fr": "prépublication; le registre ne dit pas si elle a été évaluée par les pairs",
        },
        ("estimates-not-machines",),
    ),
    Estimate(
        "rsa-neutral-atoms-2026",
        "any",
        False,
        {"en": "Neutral atoms, minimum", "fr": "Atomes neutres, minimum"},
        {
            "en": "not in the register for this number; RSA-2048 would take ten to a hundred times as long as P-256",
            "fr": "absente du registre pour ce nombre; RSA-2048 prendrait de dix à cent fois plus de temps que P-256",
        },
        {
            "en": "the same preprint; about the least for Shor’s algorithm at a useful size",
            "fr": "la même prépublication; environ le minimum pour l’algorithme de Shor à une taille utile",
        },
        {
            "en": "preprint; the register does not say whether it was reviewed",
            "fr": "prépublication; le registre ne dit pas si elle a été évaluée par les pairs",
        },
        ("ecc-neutral-atoms-2026",),
    ),
)


def qubits(estimate: Estimate) -> int:
    """The physical qubits that the estimate calls for, an upper bound where it is ``below``."""
    return int(statable(estimate.fact).value())


def when(iso: str) -> float:
    """An ISO date as a year with its fraction; a month or year alone counts at its middle."""
    parts = [int(part) for part in iso.split("-")]
    if len(parts) == 1:
        return parts[0] + 0.5
    return parts[0] + (parts[1] - 1 + (parts[2] / 31 if len(parts) == 3 else 0.5)) / 12


class EstimatesFall(Figure):
    """A dated chart, one mark for each estimate; the reader picks one and reads what it rests on."""

    title = {"en": "How the estimates fell", "fr": "Comment les estimations ont baissé"}
    alt = {
        "en": "A chart of physical qubits against dates, each line of the scale ten times the one below. For RSA-2048: 20 million in 2019, fewer than 1 million in May 2025, fewer than 100,000 in February 2026. "
        "For a 256-bit elliptic curve, both in March 2026: fewer than 500,000, and 26,000. About 10,000 as the least for Shor’s algorithm at a useful size, in March 2026.",
        "fr": "Un graphique des qubits physiques selon la date, chaque ligne de l’échelle valant dix fois celle du dessous. Pour RSA-2048\u00a0: 20 millions en 2019, moins de 1 million en mai 2025, moins de 100\u00a0000 en février 2026. "
        "Pour une courbe elliptique de 256 bits, toutes deux en mars 2026\u00a0: moins de 500\u00a0000, et 26\u00a0000. Environ 10\u00a0000 comme minimum pour l’algorithme de Shor à une taille utile, en mars 2026.",
    }
    caption = {
        "en": "Each mark is a calculation on paper for a machine that nobody has built; the marks assume different machines, so no line joins them. An arrow down means fewer than the number shown. "
        "Fewer qubits often cost a longer run. Estimates that the register could not verify are left out.",
        "fr": "Chaque repère est un calcul sur papier pour une machine que personne n’a construite; ils supposent des machines différentes, et aucune ligne ne les relie. Une flèche vers le bas signifie moins que le nombre indiqué. "
        "Moins de qubits, c’est souvent une exécution plus longue. Les estimations que le registre du cours n’a pas pu vérifier sont omises.",
    }
    words = {
        "choose": {"en": "Choose an estimate", "fr": "Choisissez une estimation"},
        "option": {"en": "{kind}, {date}: {qubits}", "fr": "{kind}, {date}\u00a0: {qubits}"},
        "rsa": {"en": "RSA-2048", "fr": "RSA-2048"},
        "curve": {"en": "256-bit elliptic curve", "fr": "courbe elliptique de 256 bits"},
        "any": {"en": "Shor’s algorithm, the least", "fr": "algorithme de Shor, le minimum"},
        "exactly": {"en": "{count}", "fr": "{count}"},
        "below": {"en": "fewer than {count}", "fr": "moins de {count}"},
        "about": {"en": "about {count}", "fr": "environ {count}"},
        "million": {"en": "{count} million", "fr": "{count} million"},
        "millions": {"en": "{count} million", "fr": "{count} millions"},
        "axis": {
            "en": "Physical qubits (each line is ten times the one below)",
            "fr": "Qubits physiques (chaque ligne vaut dix fois celle du dessous)",
        },
        "details": {"en": "What the estimate rests on", "fr": "Sur quoi repose l’estimation"},
        "what": {"en": "Point", "fr": "Élément"},
        "said": {"en": "What the register says", "fr": "Ce que dit le registre du cours"},
        "who": {"en": "Estimate", "fr": "Estimation"},
        "date": {"en": "Date", "fr": "Date"},
        "key": {"en": "Key", "fr": "Clé"},
        "qubits": {"en": "Physical qubits", "fr": "Qubits physiques"},
        "run": {"en": "Run", "fr": "Durée d’exécution"},
        "assumes": {"en": "Rests on", "fr": "Repose sur"},
        "review": {"en": "Review", "fr": "Évaluation"},
        "says": {
            "en": "{name}, {date}, {kind}. Physical qubits: {qubits}. Run: {run}.",
            "fr": "{name}, {date}, {kind}. Qubits physiques\u00a0: {qubits}. Durée\u00a0: {run}.",
        },
    }
    details = ("who", "date", "key", "qubits", "run", "assumes", "review")

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """Place and kind of each estimate on the chart, from the register."""
        points = [
            {
                "id": one.fact,
                "kind": one.kind,
                "below": one.below,
                "when": round(when(statable(one.fact).as_of), 3),
                "power": round(math.log10(qubits(one)), 4),
            }
            for one in ESTIMATES
        ]
        return {"years": list(YEARS), "powers": list(POWERS), "points": points, "details": list(cls.details)}

    @classmethod
    def all_texts(cls) -> dict[str, dict[str, str]]:
        """The strings, with those of each estimate and of the scale's lines."""
        texts = super().all_texts()
        for language, own in texts.items():
            for place, one in enumerate(ESTIMATES):
                own |= {f"point_{place}_{key}": words for key, words in cls.described(one, language).items()}
                option = cls.word("option", language, **cls._heads(one, language))
                own[f"point_{place}_option"] = option[0].upper() + option[1:]
                own[f"point_{place}_says"] = cls.says(place, language)
            own |= {
                f"scale_{power}": cls._count(10**power, language) for power in range(POWERS[0], POWERS[1] + 1)
            }
        return texts

    @classmethod
    def described(cls, estimate: Estimate, language: str) -> dict[str, str]:
        """What the register says of an estimate, by the names in ``details``."""
        heads = cls._heads(estimate, language)
        return {
            "who": estimate.name[language],
            "date": heads["date"],
            "key": heads["kind"],
            "qubits": heads["qubits"],
            "run": estimate.run[language],
            "assumes": estimate.assumes[language],
            "review": estimate.review[language],
        }

    @classmethod
    def says(cls, place: int, language: str) -> str:
        """The sentence for the estimate at ``place``."""
        one = ESTIMATES[place]
        return cls.word(
            "says", language, name=one.name[language], run=one.run[language], **cls._heads(one, language)
        )

    @classmethod
    def _heads(cls, estimate: Estimate, language: str) -> dict[str, str]:
        form = "below" if estimate.below else "about" if estimate.kind == "any" else "exactly"
        count = cls.word(form, language, count=cls._count(qubits(estimate), language))
        return {
            "date": date(statable(estimate.fact).as_of, language),
            "kind": cls.word(estimate.kind, language),
            "qubits": count,
        }

    @classmethod
    def _count(cls, value: int, language: str) -> str:
        if value < 10**6:
            return number(value, language)
        return cls.word(
            "million" if value < 2 * 10**6 else "millions", language, count=number(value // 10**6, language)
        )

    @classmethod
    def still(cls, language: str) -> str:
        """All estimates with their numbers."""
        left, width, top, tall = 96, 440, 40, 250

        def at(year: float, power: float) -> tuple[float, float]:
            return left + width * (year - YEARS[0]) / (YEARS[1] - YEARS[0]), top + tall * (
                POWERS[1] - power
            ) / (POWERS[1] - POWERS[0])

        drawn = [text(24, 22, cls.word("axis", language), 13, fill=MUTED)]
        for power in range(POWERS[0], POWERS[1] + 1):
            y = at(YEARS[0], power)[1]
            drawn += [
                line(left, y, left + width, y, stroke=LINE),
                text(left - 8, y + 5, cls._count(10**power, language), 12, text_anchor="end", fill=MUTED),
            ]
        for year in range(YEARS[0], YEARS[1] + 1):
            x = at(year, POWERS[0])[0]
            drawn += [
                line(x, top + tall, x, top + tall + 5, stroke=MUTED),
                text(x, top + tall + 20, str(year), 12, text_anchor="middle", fill=MUTED),
            ]
        for one in ESTIMATES:
            x, y = at(when(statable(one.fact).as_of), math.log10(qubits(one)))
            early = x < left + width / 2
            label = cls._heads(one, language)["qubits"]
            drawn += [
                _mark(one, x, y),
                text(
                    x + (14 if early else -14),
                    y - 5,
                    label,
                    13,
                    text_anchor="start" if early else "end",
                    fill=INK,
                ),
            ]
        for place, kind in enumerate(("rsa", "curve", "any")):
            sample = next(one for one in ESTIMATES if one.kind == kind)
            y = top + tall + 44 + 20 * place
            drawn += [_shape(sample.kind, 104, y - 4), text(118, y, cls.word(kind, language), 13)]
        return picture(560, top + tall + 96, cls.alt[language], *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """All that the register says of each estimate."""
        return [
            [cls.word(key, language) for key in cls.details],
            *([*cls.described(one, language).values()] for one in ESTIMATES),
        ]


def _mark(estimate: Estimate, x: float, y: float) -> str:
    down = line(x, y + 7, x, y + 18, stroke=INK, stroke_width=1.5) + tag(
        "polygon", points=f"{x - 4:.2f},{y + 15:.2f} {x + 4:.2f},{y + 15:.2f} {x:.2f},{y + 22:.2f}", fill=INK
    )
    return _shape(estimate.kind, x, y) + (down if estimate.below else "")


def _shape(kind: str, x: float, y: float) -> str:
    if kind == "rsa":
        return tag("circle", cx=x, cy=y, r=6.5, fill=ACCENT)
    if kind == "curve":
        return tag("rect", x=x - 6, y=y - 6, width=12, height=12, fill=WARN)
    return tag(
        "polygon",
        points=f"{x:.2f},{y - 8:.2f} {x + 8:.2f},{y:.2f} {x:.2f},{y + 8:.2f} {x - 8:.2f},{y:.2f}",
        fill=SURFACE,
        stroke=INK,
        stroke_width=2,
    )

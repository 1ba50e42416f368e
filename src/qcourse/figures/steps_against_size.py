"""Steps against size: no gain, a square root, an exponential gain; and Grover's rounds, which overshoot."""

from __future__ import annotations

import math
from functools import cache
from typing import Any

from ..lang import number
from .base import Figure
from .drawing import ACCENT, INK, LINE, MUTED, WARN, box, hatching, line, picture, tag, text
from .words import percent

DOUBLINGS = tuple(range(2, 31))
"""Sizes of the list: two to this power, from four entries to about a billion."""

KINDS = ("copy", "search", "repeat")
"""Write every entry out; find the one marked entry; find the pattern of a list in which each entry comes twice."""

LISTS = (4, 8, 16, 64, 256, 1024)
"""Lists in which the reader counts Grover's rounds."""

START = 20
_TABLE = (3, 10, 20, 30)
_STILL_LIST = 64


def chance(rounds: int, entries: int) -> float:
    """The chance of reading the one marked entry after so many of Grover's rounds: sin²((2k + 1)θ), sin θ = 1/√N."""
    return math.sin((2 * rounds + 1) * math.asin(1 / math.sqrt(entries))) ** 2


def best_rounds(entries: int) -> int:
    """The rounds at the first peak of that chance."""
    return round(math.pi / (4 * math.asin(1 / math.sqrt(entries))) - 0.5)


def ordinary_search(entries: int) -> float:
    """How many entries one tries on average until the marked one is met, in an order of no use."""
    return (entries + 1) / 2


@cache
def ordinary_repeat(entries: int) -> float:
    """How many entries one looks at on average until two are the same, when each comes twice.

    After k different ones, the next is a partner of one of them with chance k/(N − k).
    """
    average, none_yet, seen = 0.0, 1.0, 0
    while none_yet > 1e-12:
        average += none_yet
        none_yet *= 1 - min(1.0, seen / (entries - seen))
        seen += 1
    return average


@cache
def quantum_repeat(doublings: int) -> float:
    """How many runs of Simon's algorithm are needed on average for a pattern of so many digits.

    Each run gives a random clue among the 2^(n−1) that agree with the pattern; n − 1 independent ones fix it.
    """
    return sum(1 / (1 - 2.0**-missing) for missing in range(1, doublings))


def steps(kind: str, doublings: int) -> tuple[float, float]:
    """How often an ordinary machine and a quantum one use the list, for a list of two to this power."""
    entries = 2**doublings
    if kind == "copy":
        return entries, entries
    if kind == "search":
        return ordinary_search(entries), best_rounds(entries)
    return ordinary_repeat(entries), quantum_repeat(doublings)


@cache
def noisy_sum(error: float) -> float:
    """The chance that four qubits add 1 and 1 rightly, if each gate on two qubits scrambles both with chance ``error``.

    The half-adder is broken down into CX gates and gates on one qubit, which are perfect here; nothing is sampled.
    """
    import numpy as np
    from qiskit import QuantumCircuit, transpile
    from qiskit.quantum_info import PTM, DensityMatrix, SuperOp

    adder = QuantumCircuit(4)
    adder.x([0, 1])
    adder.ccx(0, 1, 3)
    adder.cx(0, 2)
    adder.cx(1, 2)
    scrambled = SuperOp(PTM(np.diag([1.0] + [1 - error] * 15)))
    state = DensityMatrix.from_label("0000")
    for step in transpile(adder, basis_gates=["cx", "u"], optimization_level=0).data:
        qubits = [adder.qubits.index(qubit) for qubit in step.qubits]
        state = state.evolve(step.operation, qubits)
        if len(qubits) == 2:
            state = state.evolve(scrambled, qubits)
    return round(float(state.probabilities([2, 3])[2]), 9)


def short(value: float) -> float:
    """A count as it is shown: one decimal below a thousand, none above."""
    return int(value + 0.5) if value >= 1000 else int(value * 10 + 0.5) / 10


class StepsAgainstSize(Figure):
    """A slider for the size and three pairs of bars; below, a list, a number of rounds and the chance after each."""

    title = {
        "en": "Steps against size: three kinds of problem",
        "fr": "Le nombre d’étapes selon la taille\u00a0: trois sortes de problèmes",
    }
    alt = {
        "en": "Three pairs of bars for a list of about a million entries, on a scale where each doubling of the steps adds the same length. "
        "Writing all entries out: two bars of the same length. Searching one entry: the quantum bar has half the length of the other. Finding a hidden repeat: the quantum bar is much shorter still. "
        "Below, the chance after each Grover round in a list of 64: it climbs to almost 100% at six rounds, then falls back to almost nothing at twelve.",
        "fr": "Trois paires de barres pour une liste d’environ un million d’entrées, sur une échelle où chaque doublement du nombre d’étapes ajoute la même longueur. "
        "Tout recopier\u00a0: deux barres de même longueur. Chercher une entrée\u00a0: la barre quantique est moitié moins longue que l’autre. Trouver une répétition cachée\u00a0: la barre quantique est bien plus courte encore. "
        "En dessous, la probabilité après chaque itération de Grover dans une liste de 64\u00a0: elle monte à presque 100\u00a0% à la sixième, puis retombe à presque rien à la douzième.",
    }
    caption = {
        "en": "A step is one use of the list, on average for the ordinary machine and for the repeat, at the best number of rounds for Grover. Each doubling adds the same length to a bar: half the length means the square root of the steps. "
        "Steps are not seconds: one on protected qubits may last far longer than one on a chip, and an ordinary list must first be loaded, entry by entry. All numbers are computed.",
        "fr": "Une étape est un emploi de la liste, en moyenne pour la machine ordinaire et pour la répétition, au meilleur nombre d’itérations pour Grover. Chaque doublement ajoute la même longueur à une barre\u00a0: une barre moitié moins longue veut dire la racine carrée du nombre d’étapes. "
        "Des étapes ne sont pas des secondes\u00a0: une étape sur des qubits protégés peut durer bien plus qu’une étape sur une puce, et une liste ordinaire doit d’abord être chargée, entrée par entrée. Tous les nombres sont calculés.",
    }
    words = {
        "size": {"en": "Size of the list", "fr": "Taille de la liste"},
        "entries": {"en": "{count} entries", "fr": "{count}\u00a0entrées"},
        "copy": {
            "en": "No gain: write all entries out",
            "fr": "Aucun gain\u00a0: recopier toutes les entrées",
        },
        "search": {
            "en": "Square root: find the one marked entry",
            "fr": "Racine carrée\u00a0: trouver l’unique entrée marquée",
        },
        "repeat": {
            "en": "Exponential: find a hidden repeat",
            "fr": "Exponentiel\u00a0: trouver une répétition cachée",
        },
        "plain": {"en": "Ordinary machine", "fr": "Machine ordinaire"},
        "quantum": {"en": "Quantum machine", "fr": "Machine quantique"},
        "scale": {
            "en": "Steps; the whole width is 30 doublings, about a billion",
            "fr": "Étapes; la largeur entière compte 30 doublements, soit environ un milliard",
        },
        "says": {
            "en": "{entries}. Writing all out: {copy} steps on either machine. Search: {search_plain} tries or {search_quantum} rounds. Repeat: {repeat_plain} looks or {repeat_quantum} runs.",
            "fr": "{entries}. Tout recopier\u00a0: {copy} étapes sur l’une ou l’autre machine. Recherche\u00a0: {search_plain} essais ou {search_quantum} itérations. Répétition\u00a0: {repeat_plain} consultations ou {repeat_quantum} exécutions.",
        },
        "rounds_title": {"en": "Grover’s rounds, one by one", "fr": "Les itérations de Grover, une par une"},
        "list": {"en": "Entries in the list", "fr": "Entrées dans la liste"},
        "rounds": {"en": "Rounds before reading", "fr": "Itérations avant la lecture"},
        "chance_axis": {
            "en": "Chance of reading the marked entry, after each number of rounds",
            "fr": "Probabilité de lire l’entrée marquée, selon le nombre d’itérations",
        },
        "rounds_0": {"en": "no round", "fr": "aucune itération"},
        "rounds_1": {"en": "1 round", "fr": "1\u00a0itération"},
        "rounds_n": {"en": "{count} rounds", "fr": "{count}\u00a0itérations"},
        "rounds_say": {
            "en": "{entries}, {rounds}: the marked entry is read with a chance of {chance}. {advice}",
            "fr": "{entries}, {rounds}\u00a0: l’entrée marquée est lue avec une probabilité de {chance}. {advice}",
        },
        "below": {
            "en": "Go on: the peak is at {best}.",
            "fr": "Continuez\u00a0: le sommet est à {best}.",
        },
        "best": {
            "en": "Stop here: one more round would lower the chance.",
            "fr": "Arrêtez ici\u00a0: une itération de plus ferait baisser la probabilité.",
        },
        "above": {
            "en": "Too many: the peak was at {best}.",
            "fr": "C’est trop\u00a0: le sommet était à {best}.",
        },
        "list_head": {"en": "Entries", "fr": "Entrées"},
        "copy_head": {"en": "Write all out, either machine", "fr": "Tout recopier, l’une ou l’autre machine"},
        "search_plain_head": {"en": "Search, ordinary tries", "fr": "Recherche, essais ordinaires"},
        "search_quantum_head": {"en": "Search, Grover rounds", "fr": "Recherche, itérations de Grover"},
        "repeat_plain_head": {"en": "Repeat, ordinary looks", "fr": "Répétition, consultations ordinaires"},
        "repeat_quantum_head": {"en": "Repeat, quantum runs", "fr": "Répétition, exécutions quantiques"},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """For each size: steps as shown and the length of each bar; for each list: the chance after each round."""
        return {
            "doublings": [DOUBLINGS[0], DOUBLINGS[-1]],
            "start": START,
            "kinds": list(KINDS),
            "steps": [
                [[_bar(value) for value in steps(kind, doublings)] for kind in KINDS]
                for doublings in DOUBLINGS
            ],
            "lists": list(LISTS),
            "best": [best_rounds(entries) for entries in LISTS],
            "chances": [
                [round(chance(rounds, entries), 6) for rounds in range(cls.most_rounds(entries) + 1)]
                for entries in LISTS
            ],
        }

    @staticmethod
    def most_rounds(entries: int) -> int:
        """Enough rounds to see the chance fall to its lowest and rise again."""
        return 2 * best_rounds(entries) + 2

    @classmethod
    def says(cls, doublings: int, language: str) -> str:
        """The sentence for a size of the list."""
        counts = {}
        for kind in KINDS:
            for key, value in zip(("plain", "quantum"), steps(kind, doublings), strict=True):
                counts[f"{kind}_{key}"] = _written(value, language)
        entries = cls.word("entries", language, count=number(2**doublings, language))
        return cls.word("says", language, entries=entries, copy=counts["copy_plain"], **counts)

    @classmethod
    def rounds_in_words(cls, rounds: int, language: str) -> str:
        """No round, 1 round, 12 rounds."""
        key = f"rounds_{rounds}" if rounds < 2 else "rounds_n"
        return cls.word(key, language, count=number(rounds, language))

    @classmethod
    def rounds_say(cls, entries: int, rounds: int, language: str) -> str:
        """The sentence for a list and a number of rounds."""
        best = best_rounds(entries)
        advice = "best" if rounds == best else "below" if rounds < best else "above"
        return cls.word(
            "rounds_say",
            language,
            entries=cls.word("entries", language, count=number(entries, language)),
            rounds=cls.rounds_in_words(rounds, language),
            chance=percent(chance(rounds, entries), language),
            advice=cls.word(advice, language, best=cls.rounds_in_words(best, language)),
        )

    @classmethod
    def still(cls, language: str) -> str:
        """The three pairs of bars for about a million entries, and the rounds in a list of 64."""
        left, width = 24, 512
        pattern = f"figure-{cls.name}-hatching-{language}"
        drawn = [
            text(
                left,
                20,
                cls.word("entries", language, count=number(2**START, language)),
                14,
                font_weight="bold",
            ),
            text(left, 40, cls.word("scale", language), 13, fill=MUTED),
        ]
        y = 54
        for kind in KINDS:
            drawn.append(text(left, y + 14, cls.word(kind, language), 14))
            y += 20
            for key, value in zip(("plain", "quantum"), steps(kind, START), strict=True):
                fill, edge = (ACCENT, ACCENT) if key == "plain" else (f"url(#{pattern})", WARN)
                long = width * math.log2(value) / DOUBLINGS[-1]
                drawn.append(
                    text(left, y + 12, f"{cls.word(key, language)}\u00a0· {_written(value, language)}", 12)
                )
                drawn.append(box(left, y + 17, width, 12, rx=3, fill="none", stroke=LINE))
                drawn.append(box(left, y + 17, long, 12, rx=3, fill=fill, stroke=edge))
                y += 35
            y += 8
        drawn.append(text(left, y + 16, cls.word("rounds_title", language), 14, font_weight="bold"))
        entries = cls.word("entries", language, count=number(_STILL_LIST, language))
        drawn.append(text(left, y + 36, f"{cls.word('chance_axis', language)} ({entries})", 12, fill=MUTED))
        count = cls.most_rounds(_STILL_LIST) + 1
        gap, base = width / count, y + 154
        for rounds in range(count):
            tall = 96 * chance(rounds, _STILL_LIST)
            fill = f"url(#{pattern})" if rounds == best_rounds(_STILL_LIST) else ACCENT
            drawn.append(box(left + gap * rounds + 3, base - tall, gap - 6, tall, fill=fill, stroke=ACCENT))
            drawn.append(
                text(left + gap * (rounds + 0.5), base + 18, str(rounds), 12, text_anchor="middle", fill=INK)
            )
        drawn.append(line(left, base, left + width, base, stroke=MUTED))
        return picture(560, base + 30, cls.alt[language], tag("defs", hatching(pattern, WARN)), *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """Steps of the three kinds for some sizes."""
        heads = (
            "list_head",
            "copy_head",
            "search_plain_head",
            "search_quantum_head",
            "repeat_plain_head",
            "repeat_quantum_head",
        )
        rows = [[cls.word(key, language) for key in heads]]
        for doublings in _TABLE:
            copied, *others = (steps(kind, doublings) for kind in KINDS)
            values = [2**doublings, copied[0], *(value for pair in others for value in pair)]
            rows.append([_written(value, language) for value in values])
        return rows


def _bar(value: float) -> list[float]:
    """A count as shown, and its doublings."""
    return [short(value), round(math.log2(value), 2)]


def _written(value: float, language: str) -> str:
    plain = short(value)
    return number(int(plain) if plain == int(plain) else plain, language)

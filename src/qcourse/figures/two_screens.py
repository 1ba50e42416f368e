"""Two partners share an entangled pair: what each sees alone, how often they agree, and the game that tells them apart."""

from __future__ import annotations

import itertools
import math
from functools import cache
from typing import Any

from .arrows import CELL, HEIGHT, arrows
from .base import Figure
from .drawing import ACCENT, INK, LINE, MUTED, WARN, box, hatching, line, picture, tag, text
from .words import degrees, percent

STEP = 5
"""Degrees between two positions of a dial."""

REACH = 90
"""A dial turns from −REACH to REACH degrees."""

BEST_ALICE = (0, 90)
BEST_BOB = (45, -45)
QUANTUM_LIMIT = math.cos(math.pi / 8) ** 2
"""Tsirelson's bound on the share of rounds won."""

REACH_OF_ARROWS = math.sqrt(0.5)
"""No outcome of a pair is more likely than one half."""

_STILL_ANGLES = (0, 45)
_OUTCOMES = ((0, 0), (0, 1), (1, 0), (1, 1))


@cache
def amplitudes(alice: int, bob: int) -> tuple[float, ...]:
    """The amplitudes of the outcomes (Alice, Bob) = 00, 01, 10, 11 for dials at these angles, in degrees.

    Each partner turns her or his half of the pair by Ry(−angle) and measures, as in the exercise ``chsh_game``;
    only the difference of the angles counts.
    """
    from qiskit import QuantumCircuit
    from qiskit.quantum_info import Statevector

    circuit = QuantumCircuit(2)
    circuit.h(0)
    circuit.cx(0, 1)
    circuit.ry(-math.radians(alice), 0)
    circuit.ry(-math.radians(bob), 1)
    state = Statevector(circuit)
    return tuple(round(float(state[a + 2 * b].real), 6) + 0.0 for a, b in _OUTCOMES)


@cache
def reading(angle: int) -> tuple[tuple[float, ...], ...]:
    """How a dial at this angle, in degrees, splits the arrow of 0, then that of 1, towards the readings 0 and 1."""
    from qiskit.circuit.library import RYGate

    columns = RYGate(-math.radians(angle)).to_matrix().real.T
    return tuple(tuple(round(float(entry), 6) + 0.0 for entry in column) for column in columns)


def paths(alice: int, bob: int, outcome: tuple[int, int]) -> list[float]:
    """The two arrows that arrive at an outcome (Alice, Bob): by way of 00 and by way of 11."""
    return [
        math.sqrt(0.5) * reading(alice)[via][outcome[0]] * reading(bob)[via][outcome[1]] for via in (0, 1)
    ]


def agreement(alice: int, bob: int) -> float:
    """The share of pairs on which both screens show the same, for dials at these angles, in degrees."""
    return sum(amplitude**2 for amplitude in amplitudes(alice, bob)[::3])


def win_share(alice: tuple[int, int], bob: tuple[int, int]) -> float:
    """The share of rounds won in the game, given the angle of each partner for the questions 0 and 1, in degrees.

    The answers must be the same, except when both questions are 1: then they must differ.
    """
    agreed = {(x, y): agreement(alice[x], bob[y]) for x, y in _OUTCOMES}
    return sum(1 - share if (x, y) == (1, 1) else share for (x, y), share in agreed.items()) / 4


def classical_limit() -> float:
    """The greatest share of rounds won by plans made in advance: all sixteen are tried."""
    plans = itertools.product(itertools.product((0, 1), repeat=2), repeat=2)
    return max(sum((alice[x] ^ bob[y]) == (x & y) for x, y in _OUTCOMES) / 4 for alice, bob in plans)


class TwoScreens(Figure):
    """Two screens turned by hand: chances, arrows and the game of 75 against 85 in 100."""

    title = {"en": "Two screens, one entangled pair", "fr": "Deux écrans, une paire intriquée"}
    alt = {
        "en": "Four arrows, one for each pair of results, with Alice’s dial at 0° and Bob’s at 45°: same results 42.7% each, different results 7.3% each. "
        "Below, two bars: plans made in advance win at most 75% of the rounds of the game, an entangled pair up to 85.4%.",
        "fr": "Quatre flèches, une par couple de résultats, avec le cadran d’Alice à 0° et celui de Bob à 45°\u00a0: résultats identiques, 42,7\u00a0% chacun; résultats différents, 7,3\u00a0% chacun. "
        "Au-dessous, deux barres\u00a0: un plan convenu d’avance gagne au plus 75\u00a0% des manches du jeu, une paire intriquée jusqu’à 85,4\u00a0%.",
    }
    caption = {
        "en": "Each screen alone shows 0 half of the time, whatever the other partner does: nothing that one does can be read by the other, so no message passes. "
        "Only how often the two agree depends on the angles, and that is known once both lists of results are brought together. Computed with Qiskit for an ideal pair.",
        "fr": "Chaque écran, pris seul, affiche 0 une fois sur deux, quoi que fasse l’autre partenaire\u00a0: rien de ce que fait l’un ne se lit chez l’autre, et aucun message ne passe. "
        "Seule la fréquence des concordances dépend des angles, et on ne la connaît qu’une fois réunies les deux listes de résultats. Calculé avec Qiskit pour une paire idéale.",
    }
    words = {
        "mode": {"en": "What to look at", "fr": "Que regarder"},
        "pair": {"en": "One pair", "fr": "Une paire"},
        "game": {"en": "The game", "fr": "Le jeu"},
        "alice": {"en": "Alice", "fr": "Alice"},
        "bob": {"en": "Bob", "fr": "Bob"},
        "alice_angle": {"en": "Alice’s dial", "fr": "Cadran d’Alice"},
        "bob_angle": {"en": "Bob’s dial", "fr": "Cadran de Bob"},
        "alice_asked": {"en": "Alice, when asked {question}", "fr": "Alice, à la question {question}"},
        "bob_asked": {"en": "Bob, when asked {question}", "fr": "Bob, à la question {question}"},
        "pair_source": {"en": "pair", "fr": "paire"},
        "outcome": {"en": "Alice {alice}, Bob {bob}", "fr": "Alice {alice}, Bob {bob}"},
        "arrows": {
            "en": "An arrow for each pair of results; its squared length is the chance (the circle marks 50%)",
            "fr": "Une flèche par couple de résultats; sa longueur au carré est la probabilité (le cercle marque 50\u00a0%)",
        },
        "look": {"en": "How the dials made the arrow of", "fr": "Comment les cadrans ont fait la flèche de"},
        "and": {"en": " and ", "fr": " et "},
        "paths_0": {"en": "No arrow arrives there.", "fr": "Aucune flèche n’y arrive."},
        "paths_1": {
            "en": "One arrow arrives, by way of {sources}: chance {chance}.",
            "fr": "Une flèche arrive, en passant par {sources}\u00a0: probabilité de {chance}.",
        },
        "paths_2": {
            "en": "Two arrows arrive, by way of {sources}. Alone, they would give {alone}; added tip to tail, they give {chance}.",
            "fr": "Deux flèches arrivent, en passant par {sources}. Seules, elles donneraient {alone}; mises bout à bout, elles donnent {chance}.",
        },
        "chances": {
            "en": "Chance of each pair of results",
            "fr": "Probabilité de chaque couple de résultats",
        },
        "shows": {"en": "{name} shows {bit}", "fr": "{name} affiche {bit}"},
        "alone_alice": {"en": "Alice alone", "fr": "Alice, seule"},
        "alone_bob": {"en": "Bob alone", "fr": "Bob, seul"},
        "agree": {"en": "The two screens agree", "fr": "Les deux écrans concordent"},
        "pair_says": {
            "en": "Dials at {alice} and {bob}: the screens agree {agree} of the time. Each alone shows 0 half of the time.",
            "fr": "Cadrans à {alice} et {bob}\u00a0: les écrans concordent dans {agree} des cas. Chacun, pris seul, affiche 0 une fois sur deux.",
        },
        "rule": {
            "en": "A referee asks each partner a question, 0 or 1; they cannot talk. They win the round by showing the same result, except when both are asked 1: then the results must differ. "
            "Each turns the dial to the angle chosen for that question.",
            "fr": "Un arbitre pose à chaque partenaire une question, 0 ou 1; ils ne peuvent pas se parler. Ils gagnent la manche en affichant le même résultat, sauf quand la question est 1 pour les deux\u00a0: les résultats doivent alors différer. "
            "Chacun tourne son cadran jusqu’à l’angle choisi pour cette question.",
        },
        "rounds": {"en": "The four kinds of rounds", "fr": "Les quatre sortes de manches"},
        "questions": {"en": "Questions to Alice and Bob", "fr": "Questions à Alice et à Bob"},
        "questions_xy": {"en": "{x} and {y}", "fr": "{x} et {y}"},
        "wanted": {"en": "To win, show", "fr": "Résultats gagnants"},
        "same": {"en": "the same", "fr": "identiques"},
        "different": {"en": "different", "fr": "différents"},
        "won": {"en": "Won", "fr": "Gagnées"},
        "win": {"en": "Rounds won", "fr": "Manches gagnées"},
        "ceiling": {
            "en": "plans made in advance: {share} at most",
            "fr": "plans convenus d’avance\u00a0: {share} au plus",
        },
        "limit": {"en": "entangled pair: {share} at most", "fr": "paire intriquée\u00a0: {share} au plus"},
        "best": {"en": "Set the best angles", "fr": "Choisir les meilleurs angles"},
        "restart": {"en": "All dials at 0°", "fr": "Tous les cadrans à 0°"},
        "says_below": {
            "en": "They win {win} of the rounds: a plan made in advance does as well or better.",
            "fr": "Ils gagnent {win} des manches\u00a0: un plan convenu d’avance fait aussi bien ou mieux.",
        },
        "says_above": {
            "en": "They win {win} of the rounds: more than the {ceiling} of any plan made in advance.",
            "fr": "Ils gagnent {win} des manches\u00a0: plus que les {ceiling} de tout plan convenu d’avance.",
        },
        "says_best": {
            "en": "They win {win} of the rounds: the most that quantum physics allows.",
            "fr": "Ils gagnent {win} des manches\u00a0: le maximum que permet la physique quantique.",
        },
        "difference": {"en": "Angle between the dials", "fr": "Angle entre les cadrans"},
        "agree_short": {"en": "Agree", "fr": "Concordent"},
        "differ_short": {"en": "Differ", "fr": "Diffèrent"},
        "each_alone": {"en": "Each alone shows 0", "fr": "Chacun, pris seul, affiche 0"},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """The amplitudes for each difference of angles, and the limits of the game."""
        differences = range(-2 * REACH, 2 * REACH + 1, STEP)
        return {
            "step": STEP,
            "reach": REACH,
            "arrow": round(REACH_OF_ARROWS, 6),
            "amplitudes": [list(amplitudes(difference, 0)) for difference in differences],
            "agreement": [round(agreement(difference, 0), 6) for difference in differences],
            "reading": [
                [list(column) for column in reading(angle)] for angle in range(-REACH, REACH + 1, STEP)
            ],
            "best": {"alice": list(BEST_ALICE), "bob": list(BEST_BOB)},
            "classical": classical_limit(),
            "quantum": round(QUANTUM_LIMIT, 6),
        }

    @classmethod
    def pair_says(cls, alice: int, bob: int, language: str) -> str:
        """The sentence under one pair, for dials at these angles in degrees."""
        angles = {"alice": degrees(alice, language), "bob": degrees(bob, language)}
        return cls.word("pair_says", language, **angles, agree=percent(agreement(alice, bob), language))

    @classmethod
    def made_says(cls, alice: int, bob: int, outcome: tuple[int, int], language: str) -> str:
        """The sentence on how an outcome's arrow is made, for dials at these angles in degrees."""
        arriving = {
            via: path
            for via, path in zip(("00", "11"), paths(alice, bob, outcome), strict=True)
            if abs(path) > 1e-6
        }
        together = cls.word("and", language)
        return cls.word(
            f"paths_{len(arriving)}",
            language,
            sources=together.join(arriving),
            alone=together.join(percent(path**2, language) for path in arriving.values()),
            chance=percent(sum(arriving.values()) ** 2, language),
        )

    @classmethod
    def game_says(cls, alice: tuple[int, int], bob: tuple[int, int], language: str) -> str:
        """The sentence under the game, for each partner's angles in degrees at the questions 0 and 1."""
        win, ceiling = win_share(alice, bob), classical_limit()
        key = (
            "says_best"
            if win > QUANTUM_LIMIT - 1e-4
            else "says_above"
            if win > ceiling + 1e-4
            else "says_below"
        )
        return cls.word(key, language, win=percent(win, language), ceiling=percent(ceiling, language))

    @classmethod
    def still(cls, language: str) -> str:
        """The arrows for dials at 0° and 45°, and the two limits of the game."""
        names = [cls.word("outcome", language, alice=str(a), bob=str(b)) for a, b in _OUTCOMES]
        width = 4 * CELL + 56
        angles = " · ".join(
            f"{cls.word(key, language)} {degrees(angle, language)}"
            for key, angle in zip(("alice_angle", "bob_angle"), _STILL_ANGLES, strict=True)
        )
        state = list(zip(names, map(complex, amplitudes(*_STILL_ANGLES)), strict=True))
        pattern = f"figure-{cls.name}-hatching-{language}"
        bars = (
            (classical_limit(), "ceiling", f"url(#{pattern})", WARN),
            (QUANTUM_LIMIT, "limit", ACCENT, ACCENT),
        )
        top = 46 + HEIGHT
        limit = 28 + 384 * classical_limit()
        drawn = [
            text(width / 2, 20, angles, 14, text_anchor="middle", fill=MUTED),
            arrows(28, 34, state, language, REACH_OF_ARROWS),
        ]
        drawn.append(text(28, top + 20, cls.word("win", language), 14, font_weight="bold"))
        for place, (share, key, fill, edge) in enumerate(bars):
            y = top + 32 + 46 * place
            drawn.append(box(28, y, 384, 16, rx=3, fill="none", stroke=LINE))
            drawn.append(box(28, y, 384 * share, 16, rx=3, fill=fill, stroke=edge))
            drawn.append(text(28, y + 33, cls.word(key, language, share=percent(share, language)), 13))
        drawn.append(line(limit, top + 28, limit, top + 98, stroke=INK, stroke_dasharray="4 3"))
        return picture(width, top + 132, cls.alt[language], tag("defs", hatching(pattern, WARN)), *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """How often the screens agree and differ, by the angle between them."""
        keys = ("difference", "agree_short", "differ_short", "each_alone")
        rows = [[cls.word(key, language) for key in keys]]
        for angle in (0, 15, 30, 45, 60, 75, 90, 120, 135, 150, 180):
            same = agreement(angle, 0)
            alone = sum(amplitude**2 for amplitude in amplitudes(angle, 0)[:2])
            rows.append(
                [degrees(angle, language), *(percent(share, language) for share in (same, 1 - same, alone))]
            )
        return rows

"""Two paths between two splitters, with and without a record of the path; and eight answers whose arrows meet."""

from __future__ import annotations

import math
from functools import cache
from typing import Any

from .arrows import CELL, HEIGHT, arrow, arrows
from .base import Figure
from .drawing import ACCENT, INK, LINE, MUTED, SURFACE, box, line, picture, tag, text
from .words import degrees, percent

STEP = 15
"""Degrees between two positions of the phase."""

REACH = 360
"""The phase goes from 0 to REACH degrees."""

ANSWERS = 3
"""Qubits of the search: eight answers."""

MARKED = "101"
MOST_ROUNDS = 3

_STILL_PHASE = 60
_TABLE_PHASES = (0, 30, 60, 90, 120, 150, 180, 270, 360)
_EXITS = (0, 1)


@cache
def reaching(phase: int, exit_: int) -> tuple[complex, complex]:
    """The two arrows that reach an exit, by way of path 0 and of path 1; ``phase`` in degrees."""
    from qiskit.circuit.library import HGate, PhaseGate

    splitter, turn = HGate().to_matrix(), PhaseGate(math.radians(phase)).to_matrix()
    first, second = (complex(splitter[exit_, path] * turn[path, path] * splitter[path, 0]) for path in (0, 1))
    return first, second


@cache
def open_chances(phase: int) -> tuple[float, float]:
    """The chances of the exits 0 and 1 when nobody looks."""
    from qiskit import QuantumCircuit
    from qiskit.quantum_info import Statevector

    circuit = QuantumCircuit(1)
    circuit.h(0)
    circuit.p(math.radians(phase), 0)
    circuit.h(0)
    zero, one = Statevector(circuit).probabilities()
    return round(float(zero), 9), round(float(one), 9)


@cache
def watched_chances(phase: int) -> tuple[float, float]:
    """The chances of the exits 0 and 1 when the path is recorded, over all branches."""
    from qiskit import QuantumCircuit

    from ..checks import distribution

    circuit = QuantumCircuit(1, 2)
    circuit.h(0)
    circuit.p(math.radians(phase), 0)
    circuit.measure(0, 0)
    circuit.h(0)
    circuit.measure(0, 1)
    found = distribution(circuit, bits=[1])
    return round(found.get("0", 0.0), 9), round(found.get("1", 0.0), 9)


@cache
def search(rounds: int) -> tuple[float, ...]:
    """The arrows of the eight answers after so many rounds of Grover's search; bit k of an index is qubit k.

    A global phase of half a turn a round keeps the marked arrow pointing right at first; it changes no chance.
    """
    from qiskit import QuantumCircuit
    from qiskit.quantum_info import Statevector

    every = range(ANSWERS)
    unmarked = [qubit for qubit in every if MARKED[::-1][qubit] == "0"]
    circuit = QuantumCircuit(ANSWERS, global_phase=math.pi * rounds)
    circuit.h(every)
    for _ in range(rounds):
        circuit.x(unmarked)
        circuit.ccz(*every)
        circuit.x(unmarked)
        circuit.h(every)
        circuit.x(every)
        circuit.ccz(*every)
        circuit.x(every)
        circuit.h(every)
    return tuple(round(float(amplitude.real), 6) for amplitude in Statevector(circuit).data)


def marked_chance(rounds: int) -> float:
    """The chance of reading the marked answer after so many rounds."""
    return search(rounds)[int(MARKED, 2)] ** 2


class TwoPaths(Figure):
    """A phase turned by hand, a watcher who comes and goes, and a search that overshoots."""

    title = {"en": "Two paths, a phase and a watcher", "fr": "Deux chemins, une phase et un témoin"}
    alt = {
        "en": "With the arrow of path 1 turned by 60° and nobody looking, the two arrows that reach exit 0 add up to a chance of 75%, those that reach exit 1 to 25%; with the path recorded, each exit has 50%. "
        "Below, four bars: in a search among eight answers, the marked one is read 12.5%, 78.1%, 94.5% and 33% of the time after 0, 1, 2 and 3 rounds.",
        "fr": "La flèche du chemin 1 étant tournée de 60° et personne ne regardant, les deux flèches qui atteignent la sortie 0 donnent ensemble une probabilité de 75\u00a0%, celles qui atteignent la sortie 1, de 25\u00a0%; si le chemin laisse une trace, chaque sortie a 50\u00a0%. "
        "Au-dessous, quatre barres\u00a0: dans une recherche parmi huit réponses, la réponse marquée est lue dans 12,5\u00a0%, 78,1\u00a0%, 94,5\u00a0% et 33\u00a0% des cas après 0, 1, 2 et 3 itérations.",
    }
    caption = {
        "en": "The squared length of an arrow is a chance. Arrows are added only where they lead to the same outcome: a record of the path makes two outcomes of each exit, and nothing is added. Computed with Qiskit for an ideal qubit.",
        "fr": "Le carré de la longueur d’une flèche est une probabilité. Les flèches ne s’additionnent que si elles mènent au même résultat\u00a0: une trace du chemin fait de chaque sortie deux résultats, et rien ne s’additionne. Calculé avec Qiskit pour un qubit idéal.",
    }
    words = {
        "mode": {"en": "What to look at", "fr": "Que regarder"},
        "open": {"en": "Nobody looks", "fr": "Personne ne regarde"},
        "watched": {"en": "A watcher", "fr": "Un témoin"},
        "answers": {"en": "Eight answers", "fr": "Huit réponses"},
        "phase": {"en": "Turn of the arrow of path 1", "fr": "Rotation de la flèche du chemin 1"},
        "exit": {"en": "Exit {exit}", "fr": "Sortie {exit}"},
        "source": {"en": "start", "fr": "départ"},
        "two_arrive": {
            "en": "Two arrows arrive. Alone, each would give {alone}; added tip to tail, they give {chance}.",
            "fr": "Deux flèches arrivent. Seule, chacune donnerait {alone}; mises bout à bout, elles donnent {chance}.",
        },
        "four": {
            "en": "The record makes four outcomes of two exits. One arrow reaches each: nothing is added.",
            "fr": "La trace fait quatre résultats de deux sorties. Une seule flèche atteint chacun\u00a0: rien ne s’additionne.",
        },
        "path_exit": {"en": "path {path}, exit {exit}", "fr": "chemin {path}, sortie {exit}"},
        "says_open": {
            "en": "Arrow of path 1 turned by {turn}, nobody looks. Exit 0: {zero}; exit 1: {one}.",
            "fr": "Flèche du chemin 1 tournée de {turn}, personne ne regarde. Sortie 0\u00a0: {zero}; sortie 1\u00a0: {one}.",
        },
        "says_watched": {
            "en": "Arrow of path 1 turned by {turn}, path recorded. Exit 0: {zero}; exit 1: {one}. The turn changes nothing.",
            "fr": "Flèche du chemin 1 tournée de {turn}, chemin enregistré. Sortie 0\u00a0: {zero}; sortie 1\u00a0: {one}. La rotation n’y change rien.",
        },
        "rounds": {"en": "Rounds", "fr": "Itérations"},
        "eight": {
            "en": "The arrows of the eight answers; a test recognizes {marked}, the marked one.",
            "fr": "Les flèches des huit réponses; un test reconnaît {marked}, la réponse marquée.",
        },
        "is_marked": {"en": "{answer}, marked", "fr": "{answer}, marquée"},
        "says_rounds": {
            "en": "Rounds: {rounds}. The marked answer is read {chance} of the time, each of the seven others {other}.",
            "fr": "Itérations\u00a0: {rounds}. La réponse marquée est lue dans {chance} des cas, chacune des sept autres dans {other}.",
        },
        "watched_still": {"en": "A watcher (path → exit)", "fr": "Un témoin (chemin → sortie)"},
        "turn": {"en": "Turn on path 1", "fr": "Rotation, chemin 1"},
        "open_exit": {"en": "Exit {exit}, nobody looks", "fr": "Sortie {exit}, personne ne regarde"},
        "watched_exit": {"en": "Exit {exit}, path recorded", "fr": "Sortie {exit}, chemin enregistré"},
        "search_still": {
            "en": "Eight answers: the marked one, after 0 to 3 rounds",
            "fr": "Huit réponses\u00a0: celle qui est marquée, après 0 à 3 itérations",
        },
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """The arrows that reach each exit and the chances, by phase; the arrows of the search, by round."""
        phases = range(0, REACH + 1, STEP)
        return {
            "step": STEP,
            "reach": REACH,
            "reaching": [
                [[_pair(one) for one in reaching(phase, exit_)] for exit_ in _EXITS] for phase in phases
            ],
            "open": [list(open_chances(phase)) for phase in phases],
            "watched": [list(watched_chances(phase)) for phase in phases],
            "marked": MARKED,
            "rounds": [list(search(rounds)) for rounds in range(MOST_ROUNDS + 1)],
        }

    @classmethod
    def paths_say(cls, phase: int, watched: bool, language: str) -> str:
        """The sentence under the two paths, for a phase in degrees."""
        zero, one = (
            percent(chance, language) for chance in (watched_chances if watched else open_chances)(phase)
        )
        key = "says_watched" if watched else "says_open"
        return cls.word(key, language, turn=degrees(phase, language), zero=zero, one=one)

    @classmethod
    def search_says(cls, rounds: int, language: str) -> str:
        """The sentence under the eight answers after so many rounds."""
        chance = percent(marked_chance(rounds), language)
        other = percent(search(rounds)[0] ** 2, language)
        return cls.word("says_rounds", language, rounds=str(rounds), chance=chance, other=other)

    @classmethod
    def still(cls, language: str) -> str:
        """The arrows at both exits for a turn of 60°, the same with a record of the path, and the search."""
        width = 4 * CELL + 56
        turn = f"{cls.word('phase', language)}{_colon(language)}{degrees(_STILL_PHASE, language)}"
        drawn = [text(width / 2, 20, turn, 14, text_anchor="middle", fill=MUTED)]
        drawn.append(text(28, 48, cls.word("open", language), 14, font_weight="bold"))
        for exit_ in _EXITS:
            drawn.append(
                _meeting(28 + 192 * exit_, 60, exit_, language, cls.word("exit", language, exit=str(exit_)))
            )
        top = 212
        drawn.append(text(28, top, cls.word("watched_still", language), 14, font_weight="bold"))
        outcomes = [
            (f"{path} → {exit_}", reaching(_STILL_PHASE, exit_)[path]) for exit_ in _EXITS for path in (0, 1)
        ]
        drawn.append(_four(28, top + 8, outcomes, language))
        top += 30 + HEIGHT + 22
        drawn.append(text(28, top, cls.word("search_still", language), 14, font_weight="bold"))
        for rounds in range(MOST_ROUNDS + 1):
            y = top + 14 + 26 * rounds
            share = marked_chance(rounds)
            drawn += [
                text(28, y + 13, str(rounds), 14),
                box(48, y, 300, 16, rx=3, fill="none", stroke=LINE),
                box(48, y, 300 * share, 16, rx=3, fill=ACCENT),
                text(358, y + 13, percent(share, language), 14, font_weight="bold"),
            ]
        return picture(width, top + 14 + 26 * (MOST_ROUNDS + 1), cls.alt[language], *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """The chances of the exits by phase, with and without a record of the path."""
        rows = [
            [
                cls.word("turn", language),
                *(cls.word("open_exit", language, exit=str(exit_)) for exit_ in _EXITS),
                *(cls.word("watched_exit", language, exit=str(exit_)) for exit_ in _EXITS),
            ]
        ]
        for phase in _TABLE_PHASES:
            chances = (*open_chances(phase), *watched_chances(phase))
            rows.append([degrees(phase, language), *(percent(chance, language) for chance in chances)])
        return rows


def _pair(amplitude: complex) -> list[float]:
    return [round(amplitude.real, 6) + 0.0, round(amplitude.imag, 6) + 0.0]


def _colon(language: str) -> str:
    return "\u00a0: " if language == "fr" else ": "


def _meeting(x: float, y: float, exit_: int, language: str, name: str) -> str:
    """The two arrows that meet at an exit, tip to tail, their sum and its chance."""
    unit = 60
    middle, height = x + 70, y + 66
    first, second = reaching(_STILL_PHASE, exit_)
    return "".join(
        (
            tag("circle", cx=middle, cy=height, r=unit, fill=SURFACE, stroke=LINE),
            tag("circle", cx=middle, cy=height, r=2, fill=INK),
            arrow(middle, height, first, unit, MUTED),
            arrow(middle + first.real * unit, height - first.imag * unit, second, unit, MUTED),
            arrow(middle, height, first + second, unit),
            text(x + 138, y + 30, name, 13),
            text(x + 138, y + 50, percent(abs(first + second) ** 2, language), 15, font_weight="bold"),
        )
    )


def _four(x: float, y: float, outcomes: list[tuple[str, complex]], language: str) -> str:
    return arrows(x, y, outcomes, language, math.sqrt(0.5)) + line(
        x, y + HEIGHT + 6, x + 4 * CELL, y + HEIGHT + 6
    )

"""A qubit's two arrows, set and turned by hand, beside a coin with the same chances: read at once, or after a splitter."""

from __future__ import annotations

import cmath
import math
from functools import cache
from typing import Any

from .arrows import CELL, HEIGHT, arrows
from .base import Figure
from .drawing import MUTED, picture, text
from .words import degrees, percent

SHARE_STEP = 5
"""Percentage points between two settings of the chance of reading 1."""

TURN_STEP = 15
"""Degrees between two positions of an arrow."""

REACH = 180
"""An arrow turns from −REACH to REACH degrees, counter-clockwise."""

_TURNS = range(-REACH, REACH + 1, TURN_STEP)
_SHARES = range(0, 101, SHARE_STEP)
_STILL_TURNS = (0, 180)


@cache
def amplitudes(share: int, zero: int, one: int, splitter: bool = False) -> tuple[complex, complex]:
    """The arrows of 0 and 1, computed with Qiskit: ``share`` percent for 1, turned by ``zero`` and ``one`` degrees.

    With ``splitter``, those after one more gate H.
    """
    from qiskit import QuantumCircuit
    from qiskit.quantum_info import Statevector

    circuit = QuantumCircuit(1)
    circuit.ry(2 * math.asin(math.sqrt(share / 100)), 0)
    circuit.p(math.radians(one), 0)
    circuit.x(0)
    circuit.p(math.radians(zero), 0)
    circuit.x(0)
    if splitter:
        circuit.h(0)
    first, second = (complex(amplitude) for amplitude in Statevector(circuit))
    return _rounded(first), _rounded(second)


@cache
def reads_one(share: int, difference: int, splitter: bool) -> float:
    """The chance that the qubit reads 1 when the arrow of 1 is ``difference`` degrees ahead of the arrow of 0."""
    return round(abs(amplitudes(share, 0, difference, splitter)[1]) ** 2, 6) + 0.0


@cache
def coin_reads_one(share: int, splitter: bool) -> float:
    """The same chance for a coin: a qubit with one arrow only, the arrow of 1 in ``share`` percent of the cases."""
    from qiskit import QuantumCircuit
    from qiskit.quantum_info import DensityMatrix

    circuit = QuantumCircuit(1)
    if splitter:
        circuit.h(0)
    coin = DensityMatrix([[1 - share / 100, 0], [0, share / 100]]).evolve(circuit)
    return round(float(coin.probabilities()[1]), 6) + 0.0


@cache
def splits() -> tuple[tuple[float, ...], ...]:
    """How a splitter shares the arrow of 0, then that of 1, between the readings 0 and 1."""
    from qiskit.circuit.library import HGate

    columns = HGate().to_matrix().real.T
    return tuple(tuple(round(float(entry), 6) + 0.0 for entry in column) for column in columns)


def paths(share: int, zero: int, one: int, reading: int) -> list[complex]:
    """The arrows that arrive at a reading after the splitter: by way of 0 and by way of 1."""
    return [arrow * splits()[via][reading] for via, arrow in enumerate(amplitudes(share, zero, one))]


def between(zero: int, one: int) -> int:
    """The angle between two directions, from 0 to 180 degrees."""
    return abs((one - zero + 180) % 360 - 180)


class TurningArrows(Figure):
    """Two arrows that turn, and the bars of a qubit and of a coin."""

    title = {
        "en": "Two arrows that turn, and a coin beside them",
        "fr": "Deux flèches qui tournent, et une pièce à côté",
    }
    alt = {
        "en": "Two qubits. Both have two arrows of equal length, so 0 and 1 have a chance of 50% each; in the second the arrow of 1 is reversed. "
        "After a splitter the first reads 0 in 100% of the cases, the second reads 1 in 100% of the cases.",
        "fr": "Deux qubits. Tous deux ont deux flèches de même longueur, donc 0 et 1 ont chacun une probabilité de 50\u00a0%; dans le second, la flèche de 1 est inversée. "
        "Après un séparateur, le premier donne 0 dans 100\u00a0% des cas, le second donne 1 dans 100\u00a0% des cas.",
    }
    caption = {
        "en": "Computed with Qiskit, without noise. The circle around an arrow marks a length of 1. "
        "The coin is a qubit with one arrow only, for 0 or for 1, drawn with the same chances; a qubit that has been read, and whose result nobody noted, is such a coin.",
        "fr": "Calculé avec Qiskit, sans bruit. Le cercle autour d’une flèche marque une longueur de 1. "
        "La pièce est un qubit qui n’a qu’une flèche, de 0 ou de 1, tirée avec les mêmes probabilités; un qubit qui a été lu, et dont personne n’a noté le résultat, est une telle pièce.",
    }
    words = {
        "mode": {"en": "Before the reading", "fr": "Avant la lecture"},
        "now": {"en": "Nothing", "fr": "Rien"},
        "splitter": {"en": "A splitter", "fr": "Un séparateur"},
        "share": {
            "en": "Chance of 1 (length of its arrow)",
            "fr": "Probabilité de 1 (longueur de sa flèche)",
        },
        "share_value": {"en": "{chance} ({length})", "fr": "{chance} ({length})"},
        "turn": {"en": "Turn the arrow of {bit}", "fr": "Tourner la flèche de {bit}"},
        "before": {"en": "The qubit’s arrows", "fr": "Les flèches du qubit"},
        "after": {"en": "After the splitter", "fr": "Après le séparateur"},
        "arrow_of": {"en": "arrow of {bit}", "fr": "flèche de {bit}"},
        "look": {"en": "How the splitter made the", "fr": "Comment le séparateur a fait la"},
        "and": {"en": " and ", "fr": " et "},
        "paths_1": {
            "en": "One arrow arrives, from {sources}: chance {chance}.",
            "fr": "Une seule flèche arrive, de {sources}\u00a0: probabilité de {chance}.",
        },
        "paths_2": {
            "en": "Two arrows arrive, from {sources}. Alone, they would give {alone}; added tip to tail, they give {chance}.",
            "fr": "Deux flèches arrivent, de {sources}. Seules, elles donneraient {alone}; mises bout à bout, elles donnent {chance}.",
        },
        "chart": {"en": "Chance of each reading", "fr": "Probabilité de chaque lecture"},
        "qubit": {"en": "qubit", "fr": "qubit"},
        "coin": {"en": "coin", "fr": "pièce"},
        "reads": {"en": "reads {bit}", "fr": "donne {bit}"},
        "says_now": {
            "en": "Read at once, the chance of a 1 is {qubit}, for the qubit as for a coin with the same chances. The directions play no part.",
            "fr": "À la lecture immédiate, la probabilité d’un 1 est de {qubit}, pour le qubit comme pour une pièce de mêmes probabilités. Les directions n’y jouent aucun rôle.",
        },
        "says_differs": {
            "en": "After a splitter, the chance of a 1 is {qubit} for the qubit and {coin} for the coin. The angle between the qubit’s arrows was {angle}.",
            "fr": "Après un séparateur, la probabilité d’un 1 est de {qubit} pour le qubit et de {coin} pour la pièce. L’angle entre les flèches du qubit était de {angle}.",
        },
        "says_same": {
            "en": "After a splitter, the chance of a 1 is {coin} for both: at this setting, nothing tells the qubit from the coin.",
            "fr": "Après un séparateur, la probabilité d’un 1 est de {coin} pour les deux\u00a0: à ce réglage, rien ne distingue le qubit de la pièce.",
        },
        "still_row": {
            "en": "Arrow of 1 turned by {angle}: before and after a splitter",
            "fr": "Flèche de 1 tournée de {angle}\u00a0: avant et après un séparateur",
        },
        "cell_before": {"en": "{bit}, before", "fr": "{bit}, avant"},
        "cell_after": {"en": "{bit}, after", "fr": "{bit}, après"},
        "set_chance": {"en": "Chance of 1 at the start", "fr": "Probabilité de 1 au départ"},
        "angle": {"en": "Angle between the arrows", "fr": "Angle entre les flèches"},
        "column_now": {"en": "Read at once: 1", "fr": "Lu aussitôt\u00a0: 1"},
        "column_qubit": {"en": "After a splitter: 1", "fr": "Après un séparateur\u00a0: 1"},
        "column_coin": {"en": "Coin after a splitter: 1", "fr": "Pièce après un séparateur\u00a0: 1"},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """The lengths and directions of the arrows, what the splitter does, and the chances of qubit and coin."""
        directions = [_rounded(cmath.exp(1j * math.radians(turn))) for turn in _TURNS]
        return {
            "share_step": SHARE_STEP,
            "turn_step": TURN_STEP,
            "reach": REACH,
            "lengths": [[abs(arrow) for arrow in amplitudes(share, 0, 0)] for share in _SHARES],
            "directions": [[direction.real, direction.imag] for direction in directions],
            "splits": [list(column) for column in splits()],
            "qubit": {
                "now": [reads_one(share, 0, False) for share in _SHARES],
                "splitter": [
                    [reads_one(share, angle, True) for angle in range(0, 181, TURN_STEP)] for share in _SHARES
                ],
            },
            "coin": {
                "now": [coin_reads_one(share, False) for share in _SHARES],
                "splitter": [coin_reads_one(share, True) for share in _SHARES],
            },
        }

    @classmethod
    def says(cls, mode: str, share: int, zero: int, one: int, language: str) -> str:
        """The sentence for a mode, a chance of 1 in percent, and the turns of the two arrows in degrees."""
        if mode == "now":
            return cls.word("says_now", language, qubit=percent(reads_one(share, 0, False), language))
        angle = between(zero, one)
        qubit, coin = reads_one(share, angle, True), coin_reads_one(share, True)
        shown = {"qubit": percent(qubit, language), "coin": percent(coin, language)}
        key = "says_same" if abs(qubit - coin) < 1e-4 else "says_differs"
        return cls.word(key, language, **shown, angle=degrees(angle, language))

    @classmethod
    def made_says(cls, share: int, zero: int, one: int, reading: int, language: str) -> str:
        """The sentence on how the splitter made the arrow of a reading."""
        arriving = {
            str(via): path for via, path in enumerate(paths(share, zero, one, reading)) if abs(path) > 1e-6
        }
        together = cls.word("and", language)
        return cls.word(
            f"paths_{len(arriving)}",
            language,
            sources=together.join(arriving),
            alone=together.join(percent(abs(path) ** 2, language) for path in arriving.values()),
            chance=percent(abs(sum(arriving.values())) ** 2, language),
        )

    @classmethod
    def still(cls, language: str) -> str:
        """Two qubits with equal chances and different directions, before and after a splitter."""
        width, row = 4 * CELL + 24, HEIGHT + 44
        drawn = []
        for place, turn in enumerate(_STILL_TURNS):
            label = cls.word("still_row", language, angle=degrees(turn, language))
            drawn.append(text(width / 2, 20 + row * place, label, 14, text_anchor="middle", fill=MUTED))
            cells = [
                (cls.word(key, language, bit=str(bit)), amplitudes(50, 0, turn, splitter)[bit])
                for key, splitter in (("cell_before", False), ("cell_after", True))
                for bit in (0, 1)
            ]
            drawn.append(arrows(12, 30 + row * place, cells, language))
        return picture(width, 2 * row, cls.alt[language], *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """The chances of reading 1, by the chance at the start and the angle between the arrows."""
        keys = ("set_chance", "angle", "column_now", "column_qubit", "column_coin")
        rows = [[cls.word(key, language) for key in keys]]
        for share, angle in [
            *((50, angle) for angle in (0, 30, 60, 90, 105, 120, 150, 180)),
            *((25, angle) for angle in (0, 90, 180)),
            *((share, 0) for share in (0, 100)),
        ]:
            chances = (
                reads_one(share, angle, False),
                reads_one(share, angle, True),
                coin_reads_one(share, True),
            )
            rows.append(
                [
                    percent(share / 100, language),
                    degrees(angle, language),
                    *(percent(chance, language) for chance in chances),
                ]
            )
        return rows


def _rounded(arrow: complex) -> complex:
    return complex(round(arrow.real, 6) + 0.0, round(arrow.imag, 6) + 0.0)

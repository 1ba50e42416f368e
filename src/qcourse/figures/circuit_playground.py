"""A circuit of up to three qubits and ten gates, with the chances and arrows of all outcomes at once."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from .arrows import CELL, HEIGHT, arrows
from .base import Figure
from .drawing import ACCENT, INK, MUTED, SURFACE, box, line, picture, tag, text
from .words import degrees, percent

MOST_QUBITS = 3
MOST_GATES = 10
ONE_QUBIT = ("h", "x", "y", "z", "s", "t")
TURNS = ("rx", "ry", "rz")
TWO_QUBITS = ("cx", "cz", "swap")

EXAMPLES: dict[str, tuple[int, list[dict[str, Any]]]] = {
    "coin": (1, [{"gate": "h", "qubits": [0]}]),
    "undo": (1, [{"gate": "h", "qubits": [0]}, {"gate": "h", "qubits": [0]}]),
    "phase": (1, [{"gate": "h", "qubits": [0]}, {"gate": "z", "qubits": [0]}, {"gate": "h", "qubits": [0]}]),
    "bell": (2, [{"gate": "h", "qubits": [0]}, {"gate": "cx", "qubits": [0, 1]}]),
    "opposite": (
        2,
        [{"gate": "h", "qubits": [0]}, {"gate": "cx", "qubits": [0, 1]}, {"gate": "x", "qubits": [1]}],
    ),
    "ghz": (
        3,
        [{"gate": "h", "qubits": [0]}, {"gate": "cx", "qubits": [0, 1]}, {"gate": "cx", "qubits": [1, 2]}],
    ),
}
"""Circuits to start from: number of qubits and gates."""

_COLUMN = 46
_ROW = 44


def amplitudes(count: int, gates: Sequence[Mapping[str, Any]]) -> list[complex]:
    """The amplitudes of all outcomes by Qiskit; bit k of an index is qubit k, angles are in degrees."""
    from qiskit import QuantumCircuit
    from qiskit.quantum_info import Statevector

    circuit = QuantumCircuit(count)
    for step in gates:
        turn = (math.radians(step["angle"]),) if step["gate"] in TURNS else ()
        getattr(circuit, step["gate"])(*turn, *step["qubits"])
    return [complex(amplitude) for amplitude in Statevector(circuit).data]


def outcomes(count: int) -> list[str]:
    """The outcomes by index, qubit 0 on the right."""
    return [format(index, f"0{count}b") for index in range(2**count)]


class CircuitPlayground(Figure):
    """Gates chosen from lists, a diagram, and an arrow and a chance for every outcome."""

    title = {"en": "A circuit to play with", "fr": "Un circuit à composer"}
    alt = {
        "en": "A circuit on two qubits: an H gate on q0, then a CX gate from q0 to q1. Four arrows below it: outcomes 00 and 11 have a chance of 50% each, 01 and 10 none.",
        "fr": "Un circuit de deux qubits\u00a0: une porte H sur q0, puis une porte CX de q0 vers q1. Au-dessous, quatre flèches\u00a0: les résultats 00 et 11 ont chacun une probabilité de 50\u00a0%, 01 et 10 aucune.",
    }
    caption = {
        "en": "All qubits start at 0 and all are measured at the end. In an outcome, q0 is the digit on the right. The squared length of an arrow is the chance of its outcome; its direction alone changes nothing that is measured. "
        "Your browser does the arithmetic of an ideal machine, and it has been compared with Qiskit.",
        "fr": "Tous les qubits partent de 0 et tous sont mesurés à la fin. Dans un résultat, q0 est le chiffre de droite. La longueur d’une flèche, au carré, est la probabilité du résultat; sa direction, à elle seule, ne change rien à ce qu’on mesure. "
        "Le navigateur fait le calcul d’une machine idéale, et ce calcul a été comparé à celui de Qiskit.",
    }
    numbers = {"en": "Examples in a table", "fr": "Des exemples en tableau"}
    words = {
        "qubits": {"en": "Qubits", "fr": "Qubits"},
        "example": {"en": "Start from", "fr": "Partir de"},
        "choose_example": {"en": "An example…", "fr": "Un exemple…"},
        "coin": {"en": "A fair coin", "fr": "Une pièce équilibrée"},
        "undo": {"en": "Two splitters that undo each other", "fr": "Deux séparateurs qui s’annulent"},
        "phase": {
            "en": "The same with a half turn between",
            "fr": "Les mêmes, avec un demi-tour entre les deux",
        },
        "bell": {"en": "Two qubits that agree", "fr": "Deux qubits qui concordent"},
        "opposite": {"en": "Two qubits that disagree", "fr": "Deux qubits opposés"},
        "ghz": {"en": "Three qubits that agree", "fr": "Trois qubits qui concordent"},
        "add_a_gate": {"en": "Add a gate", "fr": "Ajouter une porte"},
        "gate": {"en": "Gate", "fr": "Porte"},
        "on": {"en": "On", "fr": "Sur"},
        "control": {"en": "Control", "fr": "Contrôle"},
        "target": {"en": "Target", "fr": "Cible"},
        "first": {"en": "First", "fr": "Premier"},
        "second": {"en": "Second", "fr": "Second"},
        "angle": {"en": "Angle", "fr": "Angle"},
        "add": {"en": "Add this gate", "fr": "Ajouter cette porte"},
        "undo_last": {"en": "Remove the last gate", "fr": "Retirer la dernière porte"},
        "clear": {"en": "Remove all gates", "fr": "Retirer toutes les portes"},
        "about_h": {
            "en": "H, the splitter: each arrow is split in two; the part that goes from 1 to 1 turns by half a turn.",
            "fr": "H, le séparateur\u00a0: chaque flèche est partagée en deux; la part qui va de 1 à 1 fait un demi-tour.",
        },
        "about_x": {
            "en": "X flips the qubit: 0 becomes 1 and 1 becomes 0.",
            "fr": "X inverse le qubit\u00a0: 0 devient 1 et 1 devient 0.",
        },
        "about_y": {
            "en": "Y flips the qubit and turns its arrows by a quarter turn, one each way.",
            "fr": "Y inverse le qubit et fait tourner ses flèches d’un quart de tour, une dans chaque sens.",
        },
        "about_z": {
            "en": "Z turns the arrows where the qubit is 1 by half a turn.",
            "fr": "Z fait tourner d’un demi-tour les flèches où le qubit vaut 1.",
        },
        "about_s": {
            "en": "S turns the arrows where the qubit is 1 by a quarter turn.",
            "fr": "S fait tourner d’un quart de tour les flèches où le qubit vaut 1.",
        },
        "about_t": {
            "en": "T turns the arrows where the qubit is 1 by an eighth of a turn.",
            "fr": "T fait tourner d’un huitième de tour les flèches où le qubit vaut 1.",
        },
        "about_rx": {
            "en": "RX splits each arrow, more or less unequally according to the angle, with a quarter turn for the part that changes.",
            "fr": "RX partage chaque flèche en deux parts plus ou moins égales selon l’angle, avec un quart de tour pour la part qui change.",
        },
        "about_ry": {
            "en": "RY splits each arrow, more or less unequally according to the angle.",
            "fr": "RY partage chaque flèche en deux parts plus ou moins égales selon l’angle.",
        },
        "about_rz": {
            "en": "RZ turns the arrows by half the angle, one way where the qubit is 0, the other way where it is 1.",
            "fr": "RZ fait tourner les flèches de la moitié de l’angle, dans un sens quand le qubit vaut 0, dans l’autre quand il vaut 1.",
        },
        "about_cx": {
            "en": "CX flips the target where the control is 1.",
            "fr": "CX inverse la cible là où le contrôle vaut 1.",
        },
        "about_cz": {
            "en": "CZ turns the arrows where both qubits are 1 by half a turn.",
            "fr": "CZ fait tourner d’un demi-tour les flèches où les deux qubits valent 1.",
        },
        "about_swap": {"en": "SWAP exchanges two qubits.", "fr": "SWAP échange deux qubits."},
        "diagram": {"en": "Circuit diagram", "fr": "Schéma du circuit"},
        "no_gate": {
            "en": "No gate yet: every qubit reads 0.",
            "fr": "Aucune porte pour l’instant\u00a0: chaque qubit donne 0.",
        },
        "step": {"en": "{gate} on {qubits}", "fr": "{gate} sur {qubits}"},
        "step_angle": {"en": "{gate} by {angle} on {qubits}", "fr": "{gate} de {angle} sur {qubits}"},
        "step_control": {
            "en": "{gate} from {control} to {target}",
            "fr": "{gate} de {control} vers {target}",
        },
        "and": {"en": " and ", "fr": " et "},
        "then": {"en": ", then ", "fr": ", puis "},
        "circuit_is": {"en": "Circuit: {steps}.", "fr": "Circuit\u00a0: {steps}."},
        "result": {"en": "{outcome}: {chance}", "fr": "{outcome}\u00a0: {chance}"},
        "says": {
            "en": "Gates: {gates} of {most}. Chances: {results}.",
            "fr": "Portes\u00a0: {gates} sur {most}. Probabilités\u00a0: {results}.",
        },
        "full": {"en": "Ten gates is the most that fits here.", "fr": "Le maximum est ici de dix portes."},
        "arrows": {
            "en": "An arrow for each outcome (q0 is the digit on the right)",
            "fr": "Une flèche par résultat (q0 est le chiffre de droite)",
        },
        "look": {
            "en": "How the last gate made the arrow of",
            "fr": "Comment la dernière porte a fait la flèche de",
        },
        "paths_0": {"en": "No arrow arrives at {outcome}.", "fr": "Aucune flèche n’arrive à {outcome}."},
        "paths_1": {
            "en": "One arrow arrives at {outcome}, from {sources}: chance {chance}.",
            "fr": "Une flèche arrive à {outcome}, venant de {sources}\u00a0: probabilité de {chance}.",
        },
        "paths_2": {
            "en": "Two arrows arrive at {outcome}, from {sources}. Alone, they would give {alone}; added tip to tail, they give {chance}.",
            "fr": "Deux flèches arrivent à {outcome}, venant de {sources}. Seules, elles donneraient {alone}; mises bout à bout, elles donnent {chance}.",
        },
        "example_short": {"en": "Example", "fr": "Exemple"},
        "circuit": {"en": "Circuit", "fr": "Circuit"},
        "chances": {"en": "Chances", "fr": "Probabilités"},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """The gates, the limits and the examples with Qiskit's chances."""
        return {
            "most_qubits": MOST_QUBITS,
            "most_gates": MOST_GATES,
            "gates": [*ONE_QUBIT, *TURNS, *TWO_QUBITS],
            "turns": list(TURNS),
            "two": list(TWO_QUBITS),
            "order": list(EXAMPLES),
            "examples": {key: {"qubits": count, "gates": gates} for key, (count, gates) in EXAMPLES.items()},
        }

    @classmethod
    def step_text(cls, step: Mapping[str, Any], language: str) -> str:
        """A gate in words: H on q0."""
        names = [f"q{qubit}" for qubit in step["qubits"]]
        gate = step["gate"].upper()
        if step["gate"] in ("cx",):
            return cls.word("step_control", language, gate=gate, control=names[0], target=names[1])
        if step["gate"] in TURNS:
            return cls.word(
                "step_angle", language, gate=gate, angle=degrees(step["angle"], language), qubits=names[0]
            )
        return cls.word("step", language, gate=gate, qubits=cls.word("and", language).join(names))

    @classmethod
    def results_text(cls, count: int, gates: Sequence[Mapping[str, Any]], language: str) -> str:
        """The outcomes whose chance rounds to more than nothing, with their chances, as the page writes them."""
        chances = [abs(amplitude) ** 2 for amplitude in amplitudes(count, gates)]
        return ", ".join(
            cls.word("result", language, outcome=outcome, chance=percent(chance, language))
            for outcome, chance in zip(outcomes(count), chances, strict=True)
            if chance > 0.0005 - 1e-9
        )

    @classmethod
    def says(cls, count: int, gates: Sequence[Mapping[str, Any]], language: str) -> str:
        """The sentence under the figure for a circuit."""
        return cls.word(
            "says",
            language,
            gates=str(len(gates)),
            most=str(MOST_GATES),
            results=cls.results_text(count, gates, language),
        )

    @classmethod
    def still(cls, language: str) -> str:
        """The circuit of a Bell pair and its arrows."""
        count, gates = EXAMPLES["bell"]
        width = 4 * CELL + 32
        state = list(zip(outcomes(count), amplitudes(count, gates), strict=True))
        top = count * _ROW + 30
        left = (width - 4 * _COLUMN) / 2
        return picture(
            width,
            top + HEIGHT,
            cls.alt[language],
            _diagram(left, 10, count, gates),
            arrows(16, top, state, language),
        )

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """The examples with their circuits and chances."""
        rows = [[cls.word(key, language) for key in ("example_short", "circuit", "chances")]]
        for key, (count, gates) in EXAMPLES.items():
            steps = cls.word("then", language).join(cls.step_text(step, language) for step in gates)
            rows.append([cls.word(key, language), steps, cls.results_text(count, gates, language)])
        return rows


def _diagram(x: float, y: float, count: int, gates: Sequence[Mapping[str, Any]]) -> str:
    rows = [y + _ROW * qubit + _ROW / 2 for qubit in range(count)]
    end = x + _COLUMN * (len(gates) + 1.8)
    drawn = []
    for qubit, row in enumerate(rows):
        drawn += [
            text(x - 24, row + 5, f"q{qubit}", 14),
            line(x, row, end, row, stroke=MUTED),
            _meter(end, row),
        ]
    for place, step in enumerate(gates):
        middle = x + _COLUMN * (place + 1)
        first, *others = (rows[qubit] for qubit in step["qubits"])
        if step["gate"] == "cx":
            drawn += [
                line(middle, first, middle, others[0], stroke=ACCENT, stroke_width=2),
                tag("circle", cx=middle, cy=first, r=5, fill=ACCENT),
                tag("circle", cx=middle, cy=others[0], r=12, fill=SURFACE, stroke=ACCENT, stroke_width=2),
                line(middle - 12, others[0], middle + 12, others[0], stroke=ACCENT, stroke_width=2),
                line(middle, others[0] - 12, middle, others[0] + 12, stroke=ACCENT, stroke_width=2),
            ]
        else:
            drawn += [
                box(middle - 16, first - 16, 32, 32, rx=4, fill=SURFACE, stroke=ACCENT, stroke_width=2),
                text(middle, first + 5, step["gate"].upper(), 14, text_anchor="middle", font_weight="bold"),
            ]
    return "".join(drawn)


def _meter(x: float, y: float) -> str:
    return (
        box(x, y - 14, 30, 28, rx=4, fill=SURFACE, stroke=MUTED)
        + tag("path", d=f"M{x + 6:.2f},{y + 6:.2f}a9,9 0 0 1 18,0", fill="none", stroke=INK)
        + line(x + 15, y + 6, x + 23, y - 7, stroke=INK)
    )

"""Noise on linked qubits, three qubits that check each other, and what their code gains or loses: exact chances."""

from __future__ import annotations

import itertools
import math
from functools import cache
from typing import Any

from .base import Figure
from .drawing import ACCENT, GOOD, INK, LINE, MUTED, WARN, box, line, picture, tag, text
from .words import percent

SIZES = (2, 3, 4, 5)
"""How many qubits may be linked."""

FLIPS = (0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)
"""Chances of an error on each qubit of the code."""

NOISE = (*FLIPS, 0.7, 0.8, 0.9, 1)
"""Chances that a gate on two qubits scrambles both."""

KINDS = ("flips", "turns")
"""An error exchanges 0 and 1, or turns the arrow of 1 around."""

START = (0.6, 0.8)
"""The arrows of 0 and 1 that the code protects in the second view."""

PATTERNS = tuple(itertools.product((0, 1), repeat=3))
"""Which of the qubits 0, 1 and 2 are flipped by hand."""

_STILL_NOISE = 0.1
_TABLE = (0, 0.001, 0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 0.6)


@cache
def linked(qubits: int, noise: float) -> dict[str, float]:
    """The chances of every outcome of a row of linked qubits: H, then CX from each qubit to the next.

    After each CX its two qubits are, with chance ``noise``, replaced by two random ones (Qiskit's depolarizing error);
    ideally all read 0 or all read 1, half of the time each. Qubit 0 is written on the right.
    """
    import numpy as np
    from qiskit import QuantumCircuit
    from qiskit.quantum_info import PTM, DensityMatrix, SuperOp

    scrambled = SuperOp(PTM(np.diag([1.0] + [1 - noise] * 15)))
    start, link = QuantumCircuit(qubits), QuantumCircuit(2)
    start.h(0)
    link.cx(0, 1)
    state = DensityMatrix(start)
    for qubit in range(qubits - 1):
        state = state.evolve(link, [qubit, qubit + 1]).evolve(scrambled, [qubit, qubit + 1])
    return {
        f"{outcome:0{qubits}b}": round(float(chance), 9) + 0.0
        for outcome, chance in enumerate(state.probabilities())
    }


def wrong_share(qubits: int, noise: float) -> float:
    """The share of outcomes that an ideal row of linked qubits never gives."""
    chances = linked(qubits, noise)
    return round(1 - chances["0" * qubits] - chances["1" * qubits], 9) + 0.0


@cache
def _steps() -> dict[str, Any]:
    """Encoding on the qubits 0 to 2, the two checks on the helpers 3 and 4, the correction, and the way back."""
    from qiskit import QuantumCircuit
    from qiskit.circuit.library import XGate

    encode, check, correct = (QuantumCircuit(5) for _ in range(3))
    encode.cx(0, [1, 2])
    check.cx([0, 1], 3)
    check.cx([1, 2], 4)
    for qubit, state in ((0, "01"), (1, "11"), (2, "10")):
        correct.append(XGate().control(2, ctrl_state=state), [3, 4, qubit])
    return {"encode": encode, "check": check, "correct": correct, "decode": encode.inverse()}


@cache
def by_hand(pattern: tuple[int, ...]) -> dict[str, Any]:
    """What the code does after flips by hand: the arrows of 000 … 111, the two checks, the qubit flipped back, the end.

    ``arrows``: after the flips; ``checks``: 1 where the two qubits differ; ``flip``: 0, 1, 2 or None; ``end``: the
    arrows of 000 and 111 after the correction; ``saved``: whether they are those of the start.
    """
    from qiskit import QuantumCircuit
    from qiskit.quantum_info import Statevector

    steps = _steps()
    start, flips = QuantumCircuit(5), QuantumCircuit(5)
    start.ry(2 * math.atan2(START[1], START[0]), 0)
    for qubit, flipped in enumerate(pattern):
        if flipped:
            flips.x(qubit)
    state = Statevector(start).evolve(steps["encode"]).evolve(flips)
    arrows = [float(state[outcome].real) for outcome in range(8)]
    checked = state.evolve(steps["check"])
    (helpers,) = checked.probabilities_dict([3, 4], decimals=9)
    checks = (int(helpers[1]), int(helpers[0]))
    ended = checked.evolve(steps["correct"])
    ends = [float(ended[outcome + 8 * int(helpers, 2)].real) for outcome in range(8)]
    before = [float(checked[outcome + 8 * int(helpers, 2)].real) for outcome in range(8)]
    moved = max(range(8), key=lambda outcome: abs(before[outcome])) ^ max(
        range(8), key=lambda outcome: abs(ends[outcome])
    )
    return {
        "arrows": [round(arrow, 6) + 0.0 for arrow in arrows],
        "checks": checks,
        "flip": moved.bit_length() - 1 if moved else None,
        "end": [round(ends[0], 6) + 0.0, round(ends[7], 6) + 0.0],
        "saved": abs(ends[0] - START[0]) < 1e-6,
    }


@cache
def code_error(kind: str, chance: float) -> float:
    """The chance that the corrected qubit is wrong when each of the three suffers an error with ``chance``.

    The checks and the correction are perfect, and done once. For ``flips`` the qubit carries 0, for ``turns`` two
    equal arrows: the inputs on which that kind of error shows every time.
    """
    import numpy as np
    from qiskit import QuantumCircuit
    from qiskit.quantum_info import PTM, DensityMatrix, SuperOp

    kept = 1 - 2 * chance
    error = SuperOp(PTM(np.diag([1.0, 1.0, kept, kept] if kind == "flips" else [1.0, kept, kept, 1.0])))
    steps, split = _steps(), QuantumCircuit(5)
    if kind == "turns":
        split.h(0)
    state = DensityMatrix.from_label("00000").evolve(split).evolve(steps["encode"])
    for qubit in range(3):
        state = state.evolve(error, [qubit])
    for step in (steps["check"], steps["correct"], steps["decode"], split):
        state = state.evolve(step)
    return round(float(state.probabilities([0])[1]), 9) + 0.0


def fine(share: float, language: str) -> str:
    """A percentage with more decimals the smaller it is, in step with the script."""
    return percent(share, language, 1 if share >= 0.1 else 2 if share >= 0.01 else 4)


class NoiseSlider(Figure):
    """Noise from a slider, flips by hand, and the repetition code against one qubit alone."""

    title = {"en": "Noise, and three qubits against it", "fr": "Le bruit, et trois qubits contre lui"}
    alt = {
        "en": "Bars for a Bell pair with 10% of noise: 00 and 11 at 47.5% each instead of 50%, 01 and 10 at 2.5% each instead of 0%. "
        "Below, the error of the three-qubit code against the error of each qubit: under the diagonal for flips up to one half, above it for turned arrows.",
        "fr": "Barres pour une paire de Bell avec 10\u00a0% de bruit\u00a0: 00 et 11 à 47,5\u00a0% chacun au lieu de 50\u00a0%, 01 et 10 à 2,5\u00a0% chacun au lieu de 0\u00a0%. "
        "Au-dessous, l’erreur du code à trois qubits selon l’erreur de chaque qubit\u00a0: sous la diagonale pour les inversions jusqu’à un demi, au-dessus pour les flèches retournées.",
    }
    caption = {
        "en": "Exact chances, computed with Qiskit. The break-even at one half holds only for flips and for perfect checks made once: it is not the threshold of a real machine, where checks and corrections err too.",
        "fr": "Probabilités exactes, calculées avec Qiskit. L’équilibre à un demi ne vaut que pour des inversions et pour des vérifications parfaites, faites une seule fois\u00a0: ce n’est pas le seuil d’une machine réelle, où vérifications et corrections se trompent aussi.",
    }
    words = {
        "mode": {"en": "What to look at", "fr": "Que regarder"},
        "noise": {"en": "Noise", "fr": "Le bruit"},
        "hand": {"en": "Flips by hand", "fr": "Inversions à la main"},
        "code": {"en": "The code", "fr": "Le code"},
        "level": {
            "en": "Noise: how often each link scrambles its two qubits",
            "fr": "Bruit\u00a0: fréquence à laquelle chaque lien brouille ses deux qubits",
        },
        "size": {"en": "Linked qubits", "fr": "Qubits liés"},
        "chances": {
            "en": "Chance of each outcome: the bar with noise, the mark without",
            "fr": "Probabilité de chaque résultat\u00a0: la barre avec bruit, le repère sans bruit",
        },
        "others": {"en": "all {count} others", "fr": "les {count} autres"},
        "ideal": {"en": "without noise {chance}", "fr": "sans bruit {chance}"},
        "says_noise": {
            "en": "{count} linked qubits, noise of {noise}: {wrong} of the results are among those that an ideal machine never gives.",
            "fr": "{count} qubits liés, bruit de {noise}\u00a0: {wrong} des résultats sont de ceux qu’une machine idéale ne donne jamais.",
        },
        "flip_which": {"en": "Flip these qubits", "fr": "Inverser ces qubits"},
        "qubit": {"en": "qubit {qubit}", "fr": "qubit {qubit}"},
        "after_flips": {
            "en": "The arrows after the flips (qubit 0 is written on the right)",
            "fr": "Les flèches après les inversions (le qubit 0 s’écrit à droite)",
        },
        "checks": {"en": "The two checks", "fr": "Les deux vérifications"},
        "compared": {"en": "Qubits compared", "fr": "Qubits comparés"},
        "result": {"en": "Result", "fr": "Résultat"},
        "pair": {"en": "{one} and {other}", "fr": "{one} et {other}"},
        "same": {"en": "the same", "fr": "identiques"},
        "differ": {"en": "different", "fr": "différents"},
        "after_correction": {
            "en": "The arrows after the correction (at the start: 36% and 64%)",
            "fr": "Les flèches après la correction (au départ\u00a0: 36\u00a0% et 64\u00a0%)",
        },
        "says_hand_none": {
            "en": "Neither check finds a difference: nothing is flipped.",
            "fr": "Aucune des deux vérifications ne trouve de différence\u00a0: rien n’est inversé.",
        },
        "says_hand_flip": {
            "en": "The checks point to qubit {qubit}, which is flipped.",
            "fr": "Les vérifications désignent le qubit {qubit}, qui est inversé.",
        },
        "says_saved": {
            "en": "The arrows are those of the start, and nobody has read their lengths.",
            "fr": "Les flèches sont celles du départ, et personne n’a lu leur longueur.",
        },
        "says_lost": {
            "en": "The arrows of 000 and 111 are exchanged: the qubit is now wrong, and no check will say so.",
            "fr": "Les flèches de 000 et de 111 sont échangées\u00a0: le qubit est désormais faux, et aucune vérification ne le dira.",
        },
        "kind": {"en": "The error", "fr": "L’erreur"},
        "flips": {"en": "exchanges 0 and 1", "fr": "échange 0 et 1"},
        "turns": {"en": "turns the arrow of 1 around", "fr": "retourne la flèche de 1"},
        "chance": {
            "en": "Chance of an error on each qubit",
            "fr": "Probabilité d’une erreur sur chaque qubit",
        },
        "alone": {"en": "One qubit alone is wrong", "fr": "Un qubit seul est faux"},
        "three": {"en": "Three qubits with the code are wrong", "fr": "Trois qubits avec le code sont faux"},
        "axis": {"en": "error with the code", "fr": "erreur avec le code"},
        "axis_alone": {"en": "error of one qubit", "fr": "erreur d’un qubit"},
        "diagonal": {"en": "no gain", "fr": "aucun gain"},
        "says_none": {"en": "No error, nothing to correct.", "fr": "Aucune erreur, rien à corriger."},
        "says_flips_gain": {
            "en": "Flips of {alone} on each qubit become {three}: the code helps.",
            "fr": "Des inversions de {alone} sur chaque qubit deviennent {three}\u00a0: le code aide.",
        },
        "says_flips_even": {
            "en": "At {alone} the code neither helps nor harms.",
            "fr": "À {alone}, le code n’aide ni ne nuit.",
        },
        "says_flips_loss": {
            "en": "Flips of {alone} on each qubit become {three}: the code makes things worse.",
            "fr": "Des inversions de {alone} sur chaque qubit deviennent {three}\u00a0: le code aggrave la situation.",
        },
        "says_turns_loss": {
            "en": "Turns of {alone} on each qubit become {three}: the checks do not see them, and three qubits offer three occasions.",
            "fr": "Des retournements de {alone} sur chaque qubit deviennent {three}\u00a0: les vérifications ne les voient pas, et trois qubits offrent trois occasions.",
        },
        "says_turns_lost": {
            "en": "Turns of {alone} on each qubit: {three} with the code. Nothing is protected.",
            "fr": "Des retournements de {alone} sur chaque qubit\u00a0: {three} avec le code. Rien n’est protégé.",
        },
        "error": {"en": "Noise or error", "fr": "Bruit ou erreur"},
        "wrong_of": {
            "en": "Wrong results, {count} linked qubits",
            "fr": "Résultats faux, {count} qubits liés",
        },
        "code_of": {"en": "Code: error {kind}", "fr": "Code\u00a0: l’erreur {kind}"},
        "still_pair": {"en": "A Bell pair, noise of {noise}", "fr": "Une paire de Bell, bruit de {noise}"},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """The chances by noise and number of qubits, the eight cases of flips, and the errors of the code."""
        return {
            "sizes": list(SIZES),
            "noise": list(NOISE),
            "flips": list(FLIPS),
            "rows": {
                str(size): [[chance for _, chance in cls.outcomes(size, noise, "en")] for noise in NOISE]
                for size in SIZES
            },
            "wrong": {str(size): [wrong_share(size, noise) for noise in NOISE] for size in SIZES},
            "hand": [
                {**by_hand(pattern), "checks": list(by_hand(pattern)["checks"])} for pattern in PATTERNS
            ],
            "code": {kind: [code_error(kind, chance) for chance in FLIPS] for kind in KINDS},
        }

    @classmethod
    def outcomes(cls, qubits: int, noise: float, language: str) -> list[tuple[str, float]]:
        """The rows of the chart: all four outcomes of two qubits; for more, all 0, all 1 and the others together."""
        chances = linked(qubits, noise)
        if qubits == 2:
            return list(chances.items())
        others = cls.word("others", language, count=str(2**qubits - 2))
        ends = [(bit * qubits, chances[bit * qubits]) for bit in "01"]
        return [*ends, (others, wrong_share(qubits, noise))]

    @classmethod
    def noise_says(cls, qubits: int, noise: float, language: str) -> str:
        """The sentence under the linked qubits."""
        wrong = fine(wrong_share(qubits, noise), language)
        return cls.word("says_noise", language, count=str(qubits), noise=fine(noise, language), wrong=wrong)

    @classmethod
    def hand_says(cls, pattern: tuple[int, ...], language: str) -> str:
        """The sentence under the three qubits flipped by hand."""
        found = by_hand(pattern)
        first = (
            cls.word("says_hand_none", language)
            if found["flip"] is None
            else cls.word("says_hand_flip", language, qubit=str(found["flip"]))
        )
        return f"{first} {cls.word('says_saved' if found['saved'] else 'says_lost', language)}"

    @classmethod
    def code_says(cls, kind: str, chance: float, language: str) -> str:
        """The sentence under the code."""
        three = code_error(kind, chance)
        if chance == 0:
            key = "says_none"
        elif kind == "turns":
            key = "says_turns_loss" if chance < 0.5 else "says_turns_lost"
        else:
            key = f"says_flips_{'gain' if three < chance else 'loss' if three > chance else 'even'}"
        return cls.word(key, language, alone=fine(chance, language), three=fine(three, language))

    @classmethod
    def still(cls, language: str) -> str:
        """A Bell pair with some noise, and the error with the code against the error without."""
        width = 440
        noise = fine(_STILL_NOISE, language)
        drawn = [text(28, 22, cls.word("still_pair", language, noise=noise), 14, font_weight="bold")]
        ideal = dict(cls.outcomes(2, 0, language))
        for place, (name, chance) in enumerate(cls.outcomes(2, _STILL_NOISE, language)):
            y = 36 + 28 * place
            drawn += [
                text(28, y + 14, name, 14),
                box(60, y, 250, 16, rx=3, fill="none", stroke=LINE),
                box(60, y, 250 * chance, 16, rx=3, fill=ACCENT),
                line(
                    60 + 250 * ideal[name], y - 3, 60 + 250 * ideal[name], y + 19, stroke=GOOD, stroke_width=3
                ),
                text(318, y + 14, fine(chance, language), 14, font_weight="bold"),
            ]
        top, side = 186, 240
        left, base = 90, 186 + 240
        scale = side / FLIPS[-1]
        drawn.append(text(28, top - 18, cls.word("axis", language), 13, fill=MUTED))
        drawn += [
            line(left, base, left + side, base, stroke=MUTED),
            line(left, top, left, base, stroke=MUTED),
            line(left, base, left + side, base - side, stroke=INK, stroke_dasharray="4 3"),
            text(left + side + 8, base - side + 6, cls.word("diagonal", language), 13),
            text(left + side, base + 36, cls.word("axis_alone", language), 13, text_anchor="end", fill=MUTED),
        ]
        for share in (0, 0.25, 0.5):
            at = share * scale
            drawn += [
                text(left + at, base + 18, percent(share, language), 12, text_anchor="middle"),
                text(left - 8, base - at + 4, percent(share, language), 12, text_anchor="end"),
            ]
        for kind, colour, dashes in (("flips", ACCENT, "none"), ("turns", WARN, "7 4")):
            points = " ".join(
                f"{left + p * scale:.2f},{base - code_error(kind, p) * scale:.2f}" for p in FLIPS
            )
            drawn.append(
                tag(
                    "polyline",
                    points=points,
                    fill="none",
                    stroke=colour,
                    stroke_width=3,
                    stroke_dasharray=dashes,
                )
            )
        drawn += [
            text(left + 118, base - 40, cls.word("flips", language), 13, fill=ACCENT),
            text(left + 12, base - side + 10, cls.word("turns", language), 13, fill=WARN),
        ]
        return picture(width, base + 48, cls.alt[language], *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """Wrong results and errors of the code by noise or chance of error."""
        rows = [
            [
                cls.word("error", language),
                *(cls.word("wrong_of", language, count=str(size)) for size in (2, 5)),
                *(cls.word("code_of", language, kind=cls.word(kind, language)) for kind in KINDS),
            ]
        ]
        for level in _TABLE:
            shares = (
                wrong_share(2, level),
                wrong_share(5, level),
                *(code_error(kind, level) for kind in KINDS),
            )
            rows.append([fine(level, language), *(fine(share, language) for share in shares)])
        return rows

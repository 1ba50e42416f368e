"""Shor's step on a small number: the repeat of aˣ mod 15 on a clock, and what the period-finding circuit reads."""

from __future__ import annotations

import cmath
import math
from fractions import Fraction
from functools import cache
from typing import Any

from .base import Figure
from .drawing import ACCENT, INK, LINE, MUTED, SURFACE, box, line, picture, tag, text
from .words import percent

MODULUS = 15
BASES = (2, 4, 7, 8, 11, 13, 14)
"""Every number from 2 to 14 without a factor in common with 15."""

COUNTING = 4
"""Qubits of the counting register: it reads a number from 0 to 15."""

READINGS = 2**COUNTING
WORK = 4
"""Qubits that hold a number below 15."""

_STILL_BASE = 7


def power(base: int, steps: int) -> int:
    """What the clock shows after ``steps`` multiplications by ``base``, from 1."""
    return pow(base, steps, MODULUS)


def order(base: int) -> int:
    """The repeat: the least number of multiplications after which the clock shows 1 again."""
    return next(steps for steps in range(1, MODULUS) if power(base, steps) == 1)


def factors(base: int) -> tuple[int, int] | None:
    """What the numbers just below and just above half a repeat share with 15; None where that is no factor."""
    half, odd = divmod(order(base), 2)
    root = power(base, half)
    if odd or root == MODULUS - 1:
        return None
    return math.gcd(root - 1, MODULUS), math.gcd(root + 1, MODULUS)


@cache
def chances(base: int) -> tuple[float, ...]:
    """The exact chance of each reading 0 … 15 of the counting register, computed with Qiskit.

    The counting qubit k, when it is 1, multiplies the number on the clock by ``base`` to the power 2ᵏ, modulo 15; then
    the inverse quantum Fourier transform, and all counting qubits are read (qubit 0 least significant).
    """
    from qiskit import QuantumCircuit
    from qiskit.circuit.library import QFTGate, UnitaryGate
    from qiskit.quantum_info import Statevector

    counting, work = list(range(COUNTING)), list(range(COUNTING, COUNTING + WORK))
    circuit = QuantumCircuit(COUNTING + WORK)
    circuit.h(counting)
    circuit.x(work[0])
    for qubit in counting:
        circuit.append(UnitaryGate(_controlled_times(power(base, 2**qubit))), [qubit, *work])
    circuit.append(QFTGate(COUNTING).inverse(), counting)
    return tuple(round(float(chance), 6) + 0.0 for chance in Statevector(circuit).probabilities(counting))


def _controlled_times(factor: int) -> Any:
    """The matrix that multiplies the work number by ``factor`` modulo 15 when the first qubit is 1; 15 stays 15."""
    import numpy as np

    matrix = np.zeros((2 ** (WORK + 1),) * 2)
    for number in range(2**WORK):
        product = number * factor % MODULUS if number < MODULUS else number
        matrix[2 * number, 2 * number] = 1
        matrix[2 * product + 1, 2 * number + 1] = 1
    return matrix


def paths(repeat: int, reading: int) -> list[complex]:
    """The arrows that meet at one reading when the clock shows 1, one for each count 0, ``repeat``, 2 × ``repeat`` …

    Their sum, squared, is the chance of the reading: it is the same whatever the clock shows.
    """
    counts = range(0, READINGS, repeat)
    size = 1 / math.sqrt(READINGS * len(counts))
    return [size * cmath.exp(-2j * math.pi * count * reading / READINGS) for count in counts]


def points_to(reading: int) -> int:
    """The denominator of reading / 16 in lowest terms: the repeat, or a part of it."""
    return Fraction(reading, READINGS).denominator


class RepeatClock(Figure):
    """The clock of aˣ mod 15, the chances of the period-finding circuit, and the arrows behind each of them."""

    title = {
        "en": "A repeat on a clock, and how a circuit reads it",
        "fr": "Une répétition sur une horloge, et comment un circuit la lit",
    }
    alt = {
        "en": "Left, a clock with the hours 0 to 14: multiplying by 7 leads from 1 to 7, 4, 13 and back to 1, a repeat of 4. "
        "Right, the chances of the sixteen readings of the period-finding circuit: 25% each for 0, 4, 8 and 12, and 0% for all others.",
        "fr": "À gauche, une horloge graduée de 0 à 14\u00a0: multiplier par 7 mène de 1 à 7, à 4, à 13, puis de nouveau à 1, une répétition de 4. "
        "À droite, les probabilités des seize lectures du circuit de recherche de période\u00a0: 25\u00a0% chacune pour 0, 4, 8 et 12, et 0\u00a0% pour toutes les autres.",
    }
    caption = {
        "en": "The circuit has four qubits that count the multiplications and four that hold the clock; the chances are exact, computed with Qiskit, without noise. "
        "The arrows are those of the counts for which the clock shows 1; for every other hour they have the same lengths. "
        "Fifteen is a toy: its repeats divide 16, so the readings are sharp; for most numbers they are spread around the right places.",
        "fr": "Le circuit compte quatre qubits pour dénombrer les multiplications et quatre pour l’horloge; les probabilités sont exactes, calculées avec Qiskit, sans bruit. "
        "Les flèches sont celles des comptes pour lesquels l’horloge indique 1; pour toute autre heure, elles ont les mêmes longueurs. "
        "Quinze est un cas d’école\u00a0: ses répétitions divisent 16, donc les lectures sont nettes; pour la plupart des nombres, elles s’étalent autour des bons endroits.",
    }
    words = {
        "base": {"en": "Multiply by", "fr": "Multiplier par"},
        "steps": {"en": "Multiplications so far", "fr": "Multiplications effectuées"},
        "reading": {"en": "Reading to look at", "fr": "Lecture à examiner"},
        "clock": {"en": "The clock: after 14 comes 0", "fr": "L’horloge\u00a0: après 14 vient 0"},
        "chart": {"en": "Chance of each reading", "fr": "Probabilité de chaque lecture"},
        "arrows": {
            "en": "The {count} arrows that meet at the reading {reading}, tip to tail, and their sum (the circle marks {most})",
            "fr": "Les {count} flèches qui aboutissent à la lecture {reading}, bout à bout, et leur somme (le cercle marque {most})",
        },
        "clock_says": {
            "en": "Multiplied by {base}, {steps} times over: the clock shows {hour}. It comes back to 1 every {repeat} steps.",
            "fr": "Multiplication par {base}, {steps} fois\u00a0: l’horloge indique {hour}. Elle revient à 1 tous les {repeat} pas.",
        },
        "never": {
            "en": "Reading {reading}: the arrows cancel, so it never comes up.",
            "fr": "Lecture {reading}\u00a0: les flèches s’annulent, donc elle ne sort jamais.",
        },
        "nothing": {
            "en": "Reading 0 ({chance}): it says nothing of the repeat; run again.",
            "fr": "Lecture 0 ({chance})\u00a0: elle ne dit rien de la répétition; on recommence.",
        },
        "part": {
            "en": "Reading {reading} ({chance}): {reading}/16 = {fraction}. {found} fails the check, being only a part of the repeat; run again.",
            "fr": "Lecture {reading} ({chance})\u00a0: {reading}/16 = {fraction}. {found} échoue à la vérification, car ce n’est qu’une partie de la répétition; on recommence.",
        },
        "whole": {
            "en": "Reading {reading} ({chance}): {reading}/16 = {fraction}, and {found} is the repeat.",
            "fr": "Lecture {reading} ({chance})\u00a0: {reading}/16 = {fraction}, et {found} est bien la répétition.",
        },
        "gives": {
            "en": "Half a repeat leads to {root}: {low} and {high} share the factors {first} and {second} with 15.",
            "fr": "Une demi-répétition mène à {root}\u00a0: {low} et {high} ont en commun avec 15 les facteurs {first} et {second}.",
        },
        "gives_none": {
            "en": "Half a repeat leads to {root}, one step before 15: no factor comes out. Draw another number.",
            "fr": "Une demi-répétition mène à {root}, juste avant 15\u00a0: aucun facteur n’en sort. On tire un autre nombre.",
        },
        "reading_short": {"en": "Reading", "fr": "Lecture"},
        "fraction": {"en": "Over 16, simplified", "fr": "Sur 16, simplifié"},
        "chance": {"en": "Chance", "fr": "Probabilité"},
        "points": {"en": "Repeat it points to", "fr": "Répétition indiquée"},
        "others": {"en": "any other", "fr": "toute autre"},
        "none": {"en": "none", "fr": "aucune"},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """Clock, repeat, factors and exact chances of each base; the arrows of each repeat and reading."""
        repeats = sorted({order(base) for base in BASES})
        return {
            "modulus": MODULUS,
            "readings": READINGS,
            "bases": list(BASES),
            "hours": {str(base): [power(base, steps) for steps in range(READINGS)] for base in BASES},
            "repeat": {str(base): order(base) for base in BASES},
            "factors": {str(base): list(factors(base) or ()) for base in BASES},
            "root": {str(base): power(base, order(base) // 2) for base in BASES},
            "chances": {str(base): list(chances(base)) for base in BASES},
            "fractions": [str(Fraction(reading, READINGS)) for reading in range(READINGS)],
            "points": [points_to(reading) for reading in range(READINGS)],
            "arrows": {
                str(repeat): [
                    [_rounded(step) for step in paths(repeat, reading)] for reading in range(READINGS)
                ]
                for repeat in repeats
            },
        }

    @classmethod
    def says(cls, base: int, steps: int, reading: int, language: str) -> str:
        """The sentence for a base, a number of multiplications and a reading."""
        return " ".join(
            (
                cls._clock_says(base, steps, language),
                cls._reading_says(base, reading, language),
                cls._factors_say(base, language),
            )
        )

    @classmethod
    def _clock_says(cls, base: int, steps: int, language: str) -> str:
        return cls.word(
            "clock_says",
            language,
            base=str(base),
            steps=str(steps),
            hour=str(power(base, steps)),
            repeat=str(order(base)),
        )

    @classmethod
    def _reading_says(cls, base: int, reading: int, language: str) -> str:
        chance, found = chances(base)[reading], points_to(reading)
        if chance == 0:
            return cls.word("never", language, reading=str(reading))
        key = "nothing" if reading == 0 else "whole" if found == order(base) else "part"
        return cls.word(
            key,
            language,
            reading=str(reading),
            chance=percent(chance, language),
            fraction=str(Fraction(reading, READINGS)),
            found=str(found),
        )

    @classmethod
    def _factors_say(cls, base: int, language: str) -> str:
        pair, root = factors(base), power(base, order(base) // 2)
        if pair is None:
            return cls.word("gives_none", language, root=str(root))
        return cls.word(
            "gives",
            language,
            root=str(root),
            low=str(root - 1),
            high=str(root + 1),
            first=str(pair[0]),
            second=str(pair[1]),
        )

    @classmethod
    def still(cls, language: str) -> str:
        """The clock with the path of 7, beside the chances of the sixteen readings."""
        radius, middle, width = 78, (110, 132), 560

        def at(hour: int, reach: float) -> tuple[float, float]:
            angle = 2 * math.pi * hour / MODULUS
            return middle[0] + reach * math.sin(angle), middle[1] - reach * math.cos(angle)

        visited = [power(_STILL_BASE, steps) for steps in range(order(_STILL_BASE))]
        corners = " ".join(f"{x:.2f},{y:.2f}" for x, y in (at(hour, radius) for hour in visited))
        drawn = [tag("circle", cx=middle[0], cy=middle[1], r=radius, fill=SURFACE, stroke=LINE)]
        drawn.append(tag("polygon", points=corners, fill="none", stroke=ACCENT, stroke_width=2))
        for hour in range(MODULUS):
            (x, y), (a, b) = at(hour, radius), at(hour, radius + 16)
            here = hour in visited
            drawn.append(tag("circle", cx=x, cy=y, r=6 if here else 2.5, fill=ACCENT if here else MUTED))
            drawn.append(
                text(
                    a,
                    b + 5,
                    str(hour),
                    14 if here else 12,
                    text_anchor="middle",
                    fill=INK if here else MUTED,
                    **({"font_weight": "bold"} if here else {}),
                )
            )
        left, base_line, step, tall = 250, 210, 18.5, 130
        drawn.append(line(left, base_line, left + step * READINGS, base_line, stroke=MUTED))
        for reading, chance in enumerate(chances(_STILL_BASE)):
            x = left + step * reading
            drawn.append(
                box(x + 3, base_line - tall * chance / 0.25, step - 6, tall * chance / 0.25, fill=ACCENT)
            )
            drawn.append(
                text(
                    x + step / 2,
                    base_line + 17,
                    str(reading),
                    12,
                    text_anchor="middle",
                    fill=INK if chance else MUTED,
                )
            )
            if chance:
                drawn.append(
                    text(
                        x + step / 2,
                        base_line - tall - 8,
                        percent(chance, language),
                        13,
                        text_anchor="middle",
                        font_weight="bold",
                    )
                )
        heads = (
            text(middle[0], 20, f"7, 7×7, 7×7×7 … mod {MODULUS}", 14, text_anchor="middle", fill=MUTED),
            text(
                left + step * READINGS / 2,
                20,
                cls.word("chart", language),
                14,
                text_anchor="middle",
                fill=MUTED,
            ),
        )
        return picture(width, 240, cls.alt[language], *heads, *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """The readings that can come up for the base 7."""
        rows = [[cls.word(key, language) for key in ("reading_short", "fraction", "chance", "points")]]
        for reading, chance in enumerate(chances(_STILL_BASE)):
            if chance:
                points = str(points_to(reading)) if reading else cls.word("none", language)
                rows.append(
                    [str(reading), str(Fraction(reading, READINGS)), percent(chance, language), points]
                )
        return [*rows, [cls.word("others", language), "–", percent(0, language), cls.word("none", language)]]


def _rounded(step: complex) -> list[float]:
    return [round(step.real, 6) + 0.0, round(step.imag, 6) + 0.0]

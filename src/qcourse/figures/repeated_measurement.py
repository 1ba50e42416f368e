"""Repeated measurement: batches of 1 to 1000 shots beside the exact chance and the margin, and one qubit read again."""

from __future__ import annotations

import math
from functools import cache
from typing import Any

from ..lang import number
from .base import Figure
from .drawing import ACCENT, INK, LINE, MUTED, SURFACE, box, line, picture, tag, text
from .words import percent

CHANCES = (0.5, 0.52, 0.75, 0.95, 1.0)
"""Chances of reading 1 that the reader can choose."""

SHOTS = (1, 2, 3, 5, 6, 8, 10, 15, 20, 30, 40, 50, 60, 80, 100, 150, 200, 250, 300, 400, 500, 600, 800, 1000)
"""Where the slider of shots stops. Not at 4: the margin's rule of thumb fails a fair coin there too often."""

BATCHES = 20
READ_AGAIN = 20
"""Readings of one and the same qubit, and readings that the page writes out."""

COIN = 0.5

_STILL = (2, (10, 100, 1000))
_TABLE_SHOTS = (1, 10, 100, 400, 1000)


def prepared(chance: float, bits: int) -> Any:
    """A circuit with one qubit whose chance of 1 is ``chance``, and room for ``bits`` readings."""
    from qiskit import QuantumCircuit

    circuit = QuantumCircuit(1, bits)
    circuit.ry(2 * math.asin(math.sqrt(chance)), 0)
    return circuit


def amplitudes(chance: float) -> list[float]:
    """The arrows of 0 and 1 before the reading, from Qiskit's state vector."""
    from qiskit.quantum_info import Statevector

    state = Statevector(prepared(chance, 0))
    return [round(float(entry.real), 6) + 0.0 for entry in state.data]


@cache
def readings(place: int, batch: int) -> str:
    """The readings of a batch in order, a qubit prepared afresh for each; ``place`` is that of the chance."""
    from qiskit.providers.basic_provider import BasicSimulator

    circuit = prepared(CHANCES[place], 1)
    circuit.measure(0, 0)
    job = BasicSimulator().run(circuit, shots=SHOTS[-1], seed_simulator=_seed(place, batch), memory=True)
    return "".join(job.result().get_memory())


@cache
def read_again(place: int, batch: int) -> str:
    """The readings in order of one qubit prepared once and read ``READ_AGAIN`` times."""
    from qiskit.providers.basic_provider import BasicSimulator

    circuit = prepared(CHANCES[place], READ_AGAIN)
    for bit in range(READ_AGAIN):
        circuit.measure(0, bit)
    job = BasicSimulator().run(circuit, shots=1, seed_simulator=500 + _seed(place, batch), memory=True)
    return str(job.result().get_memory()[0][::-1])


def _seed(place: int, batch: int) -> int:
    return 1000 * (place + 1) + batch


def count(place: int, batch: int, shots: int) -> int:
    """How often 1 came up in the first ``shots`` readings of a batch."""
    return readings(place, batch)[:shots].count("1")


def margin(shots: int) -> float:
    """The margin of a share counted over so many shots, whatever the chance: 1.96·√(1/(4·shots))."""
    return 1.96 * math.sqrt(1 / (4 * shots))


def shots_needed(wanted: float) -> int:
    """The fewest shots whose margin is at most ``wanted``."""
    guess = max(1, math.ceil((1.96 / (2 * wanted)) ** 2) - 1)
    return next(shots for shots in range(guess, guess + 3) if margin(shots) <= wanted)


def span(ones: int, shots: int) -> tuple[float, float]:
    """The share give or take its margin, kept between 0 and 1."""
    share = ones / shots
    return max(0.0, share - margin(shots)), min(1.0, share + margin(shots))


def within(place: int, shots: int) -> int:
    """How many batches have a share within the margin of the exact chance."""
    near = [
        abs(count(place, batch, shots) / shots - CHANCES[place]) <= margin(shots) for batch in range(BATCHES)
    ]
    return sum(near)


def chance_of_count(ones: int, shots: int, chance: float) -> float:
    """The exact chance of exactly so many 1."""
    return math.comb(shots, ones) * chance**ones * (1 - chance) ** (shots - ones)


def chance_within(shots: int, chance: float) -> float:
    """The exact chance that a batch's share lies within the margin of the chance."""
    near = (ones for ones in range(shots + 1) if abs(ones / shots - chance) <= margin(shots))
    return min(1.0, math.fsum(chance_of_count(ones, shots, chance) for ones in near))


def coin_as_far(ones: int, shots: int) -> float:
    """The exact chance that a fair coin gives a share at least as far from one half."""
    far = abs(2 * ones - shots)
    return math.fsum(
        chance_of_count(other, shots, COIN) for other in range(shots + 1) if abs(2 * other - shots) >= far
    )


class RepeatedMeasurement(Figure):
    """A batch of shots that grows under the hand, twenty batches beside it, and a single qubit read again and again."""

    title = {"en": "Read once, read a thousand times", "fr": "Une lecture, mille lectures"}
    alt = {
        "en": "Three rows of twenty dots, each dot the share of 1 in one batch, for an exact chance of 75%. With 10 shots the dots spread widely, and the margin is 31 points; "
        "with 100 shots they draw together, with a margin of 9.8 points; with 1,000 shots they stand close to 75%, with a margin of 3.1 points.",
        "fr": "Trois rangées de vingt points, chaque point étant la part de 1 dans une série, pour une probabilité exacte de 75\u00a0%. Avec 10 tirs, les points sont très dispersés et la marge est de 31 points de pourcentage; "
        "avec 100 tirs, ils se resserrent et la marge est de 9,8 points de pourcentage; avec 1\u00a0000 tirs, ils se tiennent près de 75\u00a0% et la marge est de 3,1 points de pourcentage.",
    }
    caption = {
        "en": "For each chance, twenty batches of 1,000 shots were drawn once with a Qiskit simulator from fixed seeds; the page only looks them up, so every reader sees the same luck. "
        "The margin is 1.96·√(1/(4·shots)), the widest over all chances; about 19 batches in 20 fall within it, more where the chance is near 0% or 100%. With a handful of shots it is only a rough guide. Ideal qubits and readings, no noise.",
        "fr": "Pour chaque probabilité, vingt séries de 1\u00a0000\u00a0tirs ont été tirées une fois pour toutes avec un simulateur de Qiskit, à partir de graines fixes; la page ne fait que les lire, et le hasard est donc le même pour tout le monde. "
        "La marge est 1,96·√(1/(4·tirs)), la plus large pour toutes les probabilités; environ 19 séries sur 20 s’y trouvent, davantage quand la probabilité est proche de 0\u00a0% ou de 100\u00a0%. Avec quelques tirs seulement, elle n’est qu’une indication. Qubits et lectures parfaits, sans bruit.",
    }
    words = {
        "chance": {"en": "Exact chance of reading 1", "fr": "Probabilité exacte de lire 1"},
        "shots": {"en": "Shots", "fr": "Tirs"},
        "another": {"en": "Another batch", "fr": "Une autre série"},
        "first_batch": {"en": "Back to the first batch", "fr": "Revenir à la première série"},
        "before": {"en": "The arrows before a reading", "fr": "Les flèches avant une lecture"},
        "after": {
            "en": "The arrows once the qubit has shown {bit}",
            "fr": "Les flèches une fois que le qubit a donné {bit}",
        },
        "outcome": {"en": "result {bit}", "fr": "résultat {bit}"},
        "fresh": {
            "en": "A qubit prepared afresh for each shot (the first {count})",
            "fr": "Un qubit préparé à neuf pour chaque tir (les {count} premiers)",
        },
        "fresh_one": {
            "en": "A qubit prepared afresh for each shot (the first one)",
            "fr": "Un qubit préparé à neuf pour chaque tir (le premier)",
        },
        "again": {
            "en": "One qubit prepared once and read again and again",
            "fr": "Un seul qubit, préparé une fois, lu et relu",
        },
        "spread": {
            "en": "Share of 1 in each of the {batches} batches: the band is the margin on either side of the exact chance, a hollow dot lies outside it, the large dot is your batch",
            "fr": "Part de 1 dans chacune des {batches} séries\u00a0: la bande est la marge de part et d’autre de la probabilité exacte, un point creux est hors de la bande, le gros point est votre série",
        },
        "coin": {"en": "fair coin", "fr": "pile ou face"},
        "report": {"en": "Your batch in numbers", "fr": "Votre série en chiffres"},
        "what": {"en": "Batch {batch} of {batches}", "fr": "Série {batch} sur {batches}"},
        "value": {"en": "Value", "fr": "Valeur"},
        "ones": {"en": "Readings of 1", "fr": "Lectures donnant 1"},
        "ones_of": {"en": "{ones} of {shots}", "fr": "{ones} sur {shots}"},
        "share": {"en": "Share of 1", "fr": "Part de 1"},
        "margin": {"en": "Margin", "fr": "Marge"},
        "points": {"en": "{points} points", "fr": "{points}\u00a0points de pourcentage"},
        "range": {"en": "Share give or take the margin", "fr": "Part, à la marge près"},
        "from_to": {"en": "{low} to {high}", "fr": "de {low} à {high}"},
        "inside": {"en": "Batches within the margin", "fr": "Séries dans la marge"},
        "inside_of": {"en": "{inside} of {batches}", "fr": "{inside} sur {batches}"},
        "says": {
            "en": "{ones} of {shots} shots gave 1: {share}, give or take {margin} points, that is {low} to {high}.",
            "fr": "Lectures donnant 1\u00a0: {ones} sur {shots}, soit {share}, à {margin} points de pourcentage près\u00a0: de {low} à {high}.",
        },
        "coin_inside": {
            "en": "50% lies in that range: on this batch alone, a fair coin is not ruled out.",
            "fr": "50\u00a0% est dans cet intervalle\u00a0: cette série, à elle seule, n’exclut pas un tirage à pile ou face.",
        },
        "coin_outside": {
            "en": "50% lies outside that range: a fair coin strays that far in about one batch in twenty, or fewer.",
            "fr": "50\u00a0% est hors de cet intervalle\u00a0: à pile ou face, un tel écart survient dans environ une série sur vingt, ou moins.",
        },
        "is_coin_inside": {
            "en": "50% lies in that range, and 50% is the exact chance.",
            "fr": "50\u00a0% est dans cet intervalle, et 50\u00a0% est la probabilité exacte.",
        },
        "is_coin_outside": {
            "en": "50% lies outside that range, although it is the exact chance: luck does this in about one batch in twenty.",
            "fr": "50\u00a0% est hors de cet intervalle, et c’est pourtant la probabilité exacte\u00a0: le hasard fait cela dans environ une série sur vingt.",
        },
        "again_says": {
            "en": "The one qubit that was read again gave {bit} every time.",
            "fr": "Le qubit unique, lu et relu, a donné {bit} chaque fois.",
        },
        "table_shots": {"en": "Shots in a batch", "fr": "Tirs par série"},
        "table_low": {"en": "Lowest share of 20 batches", "fr": "Part la plus basse de 20 séries"},
        "table_high": {"en": "Highest share of 20 batches", "fr": "Part la plus haute de 20 séries"},
        "table_inside": {
            "en": "Exact chance to fall within the margin",
            "fr": "Probabilité exacte d’être dans la marge",
        },
        "still": {
            "en": "Share of 1 in twenty batches; exact chance: {chance}",
            "fr": "Part de 1 dans vingt séries; probabilité exacte\u00a0: {chance}",
        },
        "still_row": {"en": "{shots} shots", "fr": "{shots}\u00a0tirs"},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """For each chance: the arrows, the counts of every batch at every stop, the first readings; the margins."""
        return {
            "chances": list(CHANCES),
            "shots": list(SHOTS),
            "margins": [round(margin(shots), 6) for shots in SHOTS],
            "arrows": [amplitudes(chance) for chance in CHANCES],
            "counts": [
                [[count(place, batch, shots) for shots in SHOTS] for batch in range(BATCHES)]
                for place in range(len(CHANCES))
            ],
            "within": [[within(place, shots) for shots in SHOTS] for place in range(len(CHANCES))],
            "fresh": [
                [readings(place, batch)[:READ_AGAIN] for batch in range(BATCHES)]
                for place in range(len(CHANCES))
            ],
            "again": [
                [read_again(place, batch) for batch in range(BATCHES)] for place in range(len(CHANCES))
            ],
        }

    @classmethod
    def points(cls, shots: int, language: str) -> str:
        """The margin in percentage points."""
        return number(round(100 * margin(shots), 1), language).removesuffix(
            ",0" if language == "fr" else ".0"
        )

    @classmethod
    def says(cls, place: int, batch: int, shots: int, language: str) -> str:
        """The sentence for a chance, a batch and so many shots."""
        ones = count(place, batch, shots)
        low, high = span(ones, shots)
        first = cls.word(
            "says",
            language,
            ones=number(ones, language),
            shots=number(shots, language),
            share=percent(ones / shots, language),
            margin=cls.points(shots, language),
            low=percent(low, language),
            high=percent(high, language),
        )
        side = "inside" if low <= COIN <= high else "outside"
        second = cls.word(f"is_coin_{side}" if CHANCES[place] == COIN else f"coin_{side}", language)
        third = cls.word("again_says", language, bit=read_again(place, batch)[0])
        return f"{first} {second} {third}"

    @classmethod
    def still(cls, language: str) -> str:
        """One chance, three numbers of shots: twenty dots each, with the margin."""
        place, rows = _STILL
        left, width, tall = 24, 512, 78

        def at(share: float) -> float:
            return left + width * share

        drawn = [
            text(
                left,
                22,
                cls.word("still", language, chance=percent(CHANCES[place], language)),
                13,
                fill=MUTED,
            )
        ]
        for row, shots in enumerate(rows):
            y = 40 + (tall + 22) * row
            low, high = max(0.0, CHANCES[place] - margin(shots)), min(1.0, CHANCES[place] + margin(shots))
            drawn += [
                text(left, y + 14, cls.word("still_row", language, shots=number(shots, language)), 13),
                text(
                    left + width,
                    y + 14,
                    f"± {cls.word('points', language, points=cls.points(shots, language))}",
                    13,
                    text_anchor="end",
                ),
                box(
                    at(low),
                    y + 22,
                    width * (high - low),
                    tall - 22,
                    fill=ACCENT,
                    fill_opacity=0.14,
                    stroke=ACCENT,
                    stroke_dasharray="4 3",
                ),
                line(left, y + tall, left + width, y + tall, stroke=LINE),
                line(at(CHANCES[place]), y + 22, at(CHANCES[place]), y + tall, stroke=INK, stroke_width=2),
            ]
            for batch in range(BATCHES):
                share = count(place, batch, shots) / shots
                inside = abs(share - CHANCES[place]) <= margin(shots)
                drawn.append(
                    tag(
                        "circle",
                        cx=at(share),
                        cy=y + 29 + 10.5 * (batch % 5),
                        r=4,
                        fill=ACCENT if inside else SURFACE,
                        stroke=ACCENT,
                        stroke_width=2,
                    )
                )
        bottom = 40 + (tall + 22) * len(rows)
        for tenth in range(0, 11, 2):
            anchor = "start" if tenth == 0 else "end" if tenth == 10 else "middle"
            drawn.append(
                text(
                    at(tenth / 10),
                    bottom - 2,
                    percent(tenth / 10, language),
                    12,
                    text_anchor=anchor,
                    fill=MUTED,
                )
            )
        return picture(560, bottom + 10, cls.alt[language], *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """Margin and spread for some numbers of shots, at the chance of the still picture."""
        place = _STILL[0]
        rows = [
            [
                cls.word(key, language)
                for key in ("table_shots", "margin", "table_low", "table_high", "table_inside")
            ]
        ]
        for shots in _TABLE_SHOTS:
            shares = [count(place, batch, shots) / shots for batch in range(BATCHES)]
            rows.append(
                [
                    number(shots, language),
                    cls.word("points", language, points=cls.points(shots, language)),
                    percent(min(shares), language),
                    percent(max(shares), language),
                    percent(chance_within(shots, CHANCES[place]), language),
                ]
            )
        return rows

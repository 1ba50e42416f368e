"""BB84 signal by signal: an eavesdropper who reads and resends leaves errors, an impostor at both ends leaves none."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from ..lang import number
from .arrows import CELL, HEIGHT, arrows
from .base import Figure
from .drawing import BAD, INK, LINE, MUTED, box, hatching, line, picture, tag, text
from .words import percent

BASES = ("Z", "X")
MODES = ("none", "intercept", "impersonate")

SIGNALS = 20
"""Signals of the worked example; the fraction slider has as many steps."""

COMPARED = 100
"""Kept digits that Alice and Bob give up to look for errors, in the chance of an alarm."""

ALMOST_SURE = 0.999
"""Chances above are said to be more than this, never to be certain."""

MANY = 20_000
"""Signals of the long run in the table."""

_SEED = 34671
"""A draw with about as many 0 as 1 and Z as X, and with the expected share of errors under full interception."""

_MANY_SEED = 25
_STILL_FRACTIONS = (0, 2, 5, 10, 15, 20)


@cache
def amplitudes(bit: int, written: str, read: str) -> tuple[float, float]:
    """The amplitudes of reading 0 and 1, for a digit written in one basis and read in another, computed with Qiskit."""
    from qiskit import QuantumCircuit
    from qiskit.quantum_info import Statevector

    circuit = QuantumCircuit(1)
    if bit:
        circuit.x(0)
    if written == "X":
        circuit.h(0)
    if read == "X":
        circuit.h(0)
    state = Statevector(circuit)
    return round(float(state[0].real), 6) + 0.0, round(float(state[1].real), 6) + 0.0


def chance(bit: int, written: str, read: str, seen: int) -> float:
    """The chance of reading ``seen``."""
    return amplitudes(bit, written, read)[seen] ** 2


@cache
def error_when_tapped() -> float:
    """The chance that a kept digit is wrong when its signal was read and resent: over all digits and bases, exactly."""
    cases = itertools.product((0, 1), BASES, BASES, (0, 1))
    weighed = (
        chance(bit, basis, tapped, seen) * chance(seen, tapped, basis, 1 - bit) / 8
        for bit, basis, tapped, seen in cases
    )
    return round(sum(weighed), 6)


def expected_error(fraction: float) -> float:
    """The expected share of errors among the kept digits when this fraction of the signals is intercepted."""
    return fraction * error_when_tapped()


def alarm(fraction: float, compared: int = COMPARED) -> float:
    """The chance that at least one of so many compared digits is wrong."""
    return 1 - (1 - expected_error(fraction)) ** compared


@dataclass(frozen=True)
class Signal:
    """One signal of the example, under each of the three modes.

    ``eve`` and ``seen``: the basis in which she reads it and what she gets, if she takes it. ``free`` and ``tapped``: what
    Bob reads when she lets it pass or resends it. ``own``, ``own_basis`` and ``fooled``: what she sends him as an
    impostor, and what he then reads. ``turn``: with ``turn`` others already taken, she takes this one next.
    """

    bit: int
    alice: str
    bob: str
    eve: str
    seen: int
    free: int
    tapped: int
    own: int
    own_basis: str
    fooled: int
    turn: int

    def kept(self) -> bool:
        """Whether Alice and Bob used the same basis."""
        return self.alice == self.bob

    def wrong(self, taken: int) -> bool:
        """Whether it's kept and Bob's digit is not Alice's, when ``taken`` signals are intercepted."""
        return self.kept() and self.reads(taken) != self.bit

    def reads(self, taken: int) -> int:
        """What Bob reads when ``taken`` signals are intercepted."""
        return self.tapped if self.turn < taken else self.free


def drawn(count: int, seed: int) -> list[Signal]:
    """So many signals: Qiskit gives every chance, a seeded generator draws."""
    source = random.Random(seed)
    turns = list(range(count))
    source.shuffle(turns)

    def coin() -> int:
        return int(source.random() < 0.5)

    def read(bit: int, written: str, basis: str) -> int:
        return int(source.random() < chance(bit, written, basis, 1))

    signals = []
    for turn in turns:
        bit, own = coin(), coin()
        alice, bob, eve, own_basis = (BASES[coin()] for _ in range(4))
        seen = read(bit, alice, eve)
        signals.append(
            Signal(
                bit=bit,
                alice=alice,
                bob=bob,
                eve=eve,
                seen=seen,
                free=read(bit, alice, bob),
                tapped=read(seen, eve, bob),
                own=own,
                own_basis=own_basis,
                fooled=read(own, own_basis, bob),
                turn=turn,
            )
        )
    return signals


@cache
def example() -> tuple[Signal, ...]:
    """The twenty signals that the page shows."""
    return tuple(drawn(SIGNALS, _SEED))


def error_share(signals: Sequence[Signal], fraction: float) -> float:
    """The share of wrong digits among those kept, when this fraction of the signals is intercepted."""
    taken = round(fraction * len(signals))
    kept = [signal for signal in signals if signal.kept()]
    return sum(signal.wrong(taken) for signal in kept) / len(kept)


def impostor_errors(signals: Sequence[Signal]) -> tuple[int, int]:
    """Wrong digits in the two keys that an impostor shares, with Alice and with Bob."""
    with_alice = sum(one.alice == one.eve and one.seen != one.bit for one in signals)
    with_bob = sum(one.own_basis == one.bob and one.fooled != one.own for one in signals)
    return with_alice, with_bob


@cache
def long_run() -> tuple[Signal, ...]:
    """A long run, for the table."""
    return tuple(drawn(MANY, _MANY_SEED))


class KeyExchange(Figure):
    """BB84 with an eavesdropper switch and a slider for the fraction of signals that she takes."""

    title = {"en": "Twenty signals, and who reads them", "fr": "Vingt signaux, et qui les lit"}
    alt = {
        "en": "A digit 0 written in the basis Z: read in Z it has one arrow, on 0; read in X it has two equal arrows, 50% each. "
        "Below, three bars of the share of errors that Alice and Bob see: nobody listens, 0%; Eve reads and resends every signal, 25%; Eve impersonates both ends, 0%.",
        "fr": "Un chiffre 0 écrit dans la base Z\u00a0: lu en Z, il a une seule flèche, sur 0; lu en X, il a deux flèches égales, 50\u00a0% chacune. "
        "Au-dessous, trois barres de la part d’erreurs que voient Alice et Bob\u00a0: personne n’écoute, 0\u00a0%; Ève lit et renvoie chaque signal, 25\u00a0%; Ève se fait passer pour les deux bouts, 0\u00a0%.",
    }
    caption = {
        "en": "The chances and the expected errors are computed with Qiskit for perfect equipment; the twenty signals are one draw, chosen because it comes out as expected. "
        "Real equipment makes errors of its own, and this Eve is naive: she reads each signal alone and resends what she read.",
        "fr": "Les probabilités et les erreurs attendues sont calculées avec Qiskit pour un équipement parfait; les vingt signaux sont un tirage, choisi parce qu’il donne le résultat attendu. "
        "Un équipement réel fait ses propres erreurs, et cette Ève est naïve\u00a0: elle lit chaque signal isolément et renvoie ce qu’elle a lu.",
    }
    words = {
        "mode": {"en": "Eve", "fr": "Ève"},
        "none": {"en": "is not there", "fr": "est absente"},
        "intercept": {"en": "reads and resends", "fr": "lit et renvoie"},
        "impersonate": {"en": "impersonates both ends", "fr": "se fait passer pour les deux bouts"},
        "fraction": {"en": "Signals that Eve takes", "fr": "Signaux que prend Ève"},
        "fraction_is": {"en": "{share} ({count} of {total})", "fr": "{share} ({count} sur {total})"},
        "signals": {
            "en": "Choose a signal: the basis and the digit on each side",
            "fr": "Choisissez un signal\u00a0: la base et le chiffre de chaque côté",
        },
        "alice": {"en": "Alice", "fr": "Alice"},
        "eve": {"en": "Eve", "fr": "Ève"},
        "bob": {"en": "Bob", "fr": "Bob"},
        "state_kept": {"en": "kept", "fr": "gardé"},
        "state_wrong": {"en": "error", "fr": "erreur"},
        "state_dropped": {"en": "dropped", "fr": "écarté"},
        "state_a": {"en": "for Alice", "fr": "pour Alice"},
        "state_b": {"en": "for Bob", "fr": "pour Bob"},
        "state_both": {"en": "for both", "fr": "pour les deux"},
        "eve_arrows": {
            "en": "Written in {written}, read by Eve in {read}",
            "fr": "Écrit en {written}, lu par Ève en {read}",
        },
        "bob_arrows": {
            "en": "Written in {written}, read by Bob in {read}",
            "fr": "Écrit en {written}, lu par Bob en {read}",
        },
        "zero": {"en": "reads 0", "fr": "lit 0"},
        "one": {"en": "reads 1", "fr": "lit 1"},
        "sends": {
            "en": "Signal {place}: Alice sends {bit} in {basis}.",
            "fr": "Signal {place}\u00a0: Alice envoie {bit} en {basis}.",
        },
        "taps": {
            "en": "Eve reads it in {basis}, gets {seen} and sends that on.",
            "fr": "Ève le lit en {basis}, obtient {seen} et l’envoie à son tour.",
        },
        "plays_bob": {
            "en": "Eve, in Bob’s place, reads it in {basis} and gets {seen}.",
            "fr": "Ève, à la place de Bob, le lit en {basis} et obtient {seen}.",
        },
        "plays_alice": {
            "en": "In Alice’s place she sends Bob {bit} in {basis}.",
            "fr": "À la place d’Alice, elle envoie à Bob {bit} en {basis}.",
        },
        "bob_reads": {
            "en": "Bob reads in {basis} and gets {seen}:",
            "fr": "Bob lit en {basis} et obtient {seen}\u00a0:",
        },
        "is_kept": {
            "en": "the same basis as Alice’s, so it is kept.",
            "fr": "la même base qu’Alice, donc il est gardé.",
        },
        "is_wrong": {
            "en": "the same basis as Alice’s, so it is kept, and it is an error.",
            "fr": "la même base qu’Alice, donc il est gardé, et c’est une erreur.",
        },
        "is_dropped": {
            "en": "not the basis of Alice, so it is dropped.",
            "fr": "une autre base qu’Alice, donc il est écarté.",
        },
        "is_a": {"en": "only Alice keeps it.", "fr": "seule Alice le garde."},
        "is_b": {"en": "only Bob keeps it.", "fr": "seul Bob le garde."},
        "is_both": {"en": "both keep it.", "fr": "les deux le gardent."},
        "is_neither": {"en": "neither keeps it.", "fr": "aucun des deux ne le garde."},
        "totals_none": {
            "en": "Of {total} signals, {kept} are kept, with {errors} errors.",
            "fr": "Sur {total} signaux, {kept} sont gardés; erreurs\u00a0: {errors}.",
        },
        "totals_intercept": {
            "en": "Of {total} signals, {kept} are kept, with {errors} errors; over many signals, {expected} of the kept digits are wrong.",
            "fr": "Sur {total} signaux, {kept} sont gardés; erreurs\u00a0: {errors}. Sur un grand nombre de signaux, {expected} des chiffres gardés sont faux.",
        },
        "totals_impersonate": {
            "en": "Alice keeps {alice} digits and Bob {bob}, with {errors} errors: each shares a key with Eve, and none with the other.",
            "fr": "Alice garde {alice} chiffres et Bob {bob}; erreurs\u00a0: {errors}. Chacun partage une clé avec Ève, et aucune avec l’autre.",
        },
        "numbers_table": {"en": "Over many signals", "fr": "Sur un grand nombre de signaux"},
        "quantity": {"en": "Quantity", "fr": "Grandeur"},
        "value": {"en": "Value", "fr": "Valeur"},
        "expected": {"en": "Wrong digits among those kept", "fr": "Chiffres faux parmi ceux qui sont gardés"},
        "alarm": {
            "en": "Chance that {compared} compared digits show an error",
            "fr": "Probabilité que {compared} chiffres comparés révèlent une erreur",
        },
        "known": {
            "en": "Kept digits that Eve knows for certain",
            "fr": "Chiffres gardés qu’Ève connaît à coup sûr",
        },
        "more_than": {"en": "more than {share}", "fr": "plus de {share}"},
        "case": {"en": "Eve", "fr": "Ève"},
        "case_intercept": {
            "en": "reads and resends {share} of the signals",
            "fr": "lit et renvoie {share} des signaux",
        },
        "run": {
            "en": "Drawn: errors in a run of {many} signals",
            "fr": "Tirage\u00a0: erreurs sur {many} signaux",
        },
        "still_z": {"en": "0 written in Z, read in Z", "fr": "0 écrit en Z, lu en Z"},
        "still_x": {"en": "0 written in Z, read in X", "fr": "0 écrit en Z, lu en X"},
        "still_errors": {
            "en": "Share of errors that Alice and Bob see",
            "fr": "Part d’erreurs que voient Alice et Bob",
        },
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """The twenty signals, the arrows of every reading, and what to expect at each position of the slider."""
        fractions = [taken / SIGNALS for taken in range(SIGNALS + 1)]
        return {
            "signals": [asdict(signal) for signal in example()],
            "arrows": {
                f"{bit}{written}{read}": list(amplitudes(bit, written, read))
                for bit in (0, 1)
                for written in BASES
                for read in BASES
            },
            "errors": [sum(signal.wrong(taken) for signal in example()) for taken in range(SIGNALS + 1)],
            "kept": sum(signal.kept() for signal in example()),
            "kept_alice": sum(signal.alice == signal.eve for signal in example()),
            "kept_bob": sum(signal.own_basis == signal.bob for signal in example()),
            "impostor": sum(impostor_errors(example())),
            "expected": [round(expected_error(fraction), 6) for fraction in fractions],
            "alarm": [round(alarm(fraction), 6) for fraction in fractions],
            "known": [round(fraction / 2, 6) for fraction in fractions],
            "compared": COMPARED,
            "almost_sure": ALMOST_SURE,
            "modes": list(MODES),
        }

    @classmethod
    def chance_text(cls, share: float, language: str) -> str:
        """A chance in words: near one it's said to be more than 99.9%."""
        if share > ALMOST_SURE:
            return cls.word("more_than", language, share=percent(ALMOST_SURE, language))
        return percent(share, language)

    @classmethod
    def says(cls, mode: str, taken: int, place: int, language: str) -> str:
        """The sentences under the figure: one signal (from 1), then all of them."""
        return " ".join([*cls._signal_says(mode, taken, place, language), cls._totals(mode, taken, language)])

    @classmethod
    def _signal_says(cls, mode: str, taken: int, place: int, language: str) -> list[str]:
        signal = example()[place - 1]

        def say(key: str, **values: object) -> str:
            return cls.word(key, language, **{name: str(value) for name, value in values.items()})

        parts = [say("sends", place=place, bit=signal.bit, basis=signal.alice)]
        if mode == "impersonate":
            parts.append(say("plays_bob", basis=signal.eve, seen=signal.seen))
            parts.append(say("plays_alice", bit=signal.own, basis=signal.own_basis))
            alice, bob = signal.alice == signal.eve, signal.own_basis == signal.bob
            outcome = "both" if alice and bob else "a" if alice else "b" if bob else "neither"
            return [*parts, say("bob_reads", basis=signal.bob, seen=signal.fooled), say(f"is_{outcome}")]
        taken = taken if mode == "intercept" else 0
        if signal.turn < taken:
            parts.append(say("taps", basis=signal.eve, seen=signal.seen))
        outcome = "wrong" if signal.wrong(taken) else "kept" if signal.kept() else "dropped"
        return [*parts, say("bob_reads", basis=signal.bob, seen=signal.reads(taken)), say(f"is_{outcome}")]

    @classmethod
    def _totals(cls, mode: str, taken: int, language: str) -> str:
        data = cls.computed()
        taken = taken if mode == "intercept" else 0
        return cls.word(
            f"totals_{mode}",
            language,
            total=str(SIGNALS),
            kept=str(data["kept"]),
            alice=str(data["kept_alice"]),
            bob=str(data["kept_bob"]),
            errors=str(data["impostor"] if mode == "impersonate" else data["errors"][taken]),
            expected=percent(data["expected"][taken], language),
        )

    @classmethod
    def still(cls, language: str) -> str:
        """The arrows of one digit read in both bases, and the errors in the three cases."""
        width = 4 * CELL + 72
        names = [cls.word(key, language) for key in ("zero", "one")]
        drawn_arrows = []
        for x, key, read in ((12, "still_z", "Z"), (2 * CELL + 60, "still_x", "X")):
            state = list(zip(names, map(complex, amplitudes(0, "Z", read)), strict=True))
            drawn_arrows.append(
                text(x + CELL, 20, cls.word(key, language), 13, text_anchor="middle", fill=MUTED)
            )
            drawn_arrows.append(arrows(x, 30, state, language))
        top = HEIGHT + 48
        pattern = f"figure-{cls.name}-hatching-{language}"
        bars = [text(24, top + 18, cls.word("still_errors", language), 14, font_weight="bold")]
        every = percent(1, language)
        rows = (
            (0.0, cls.word("none", language)),
            (error_when_tapped(), cls.word("case_intercept", language, share=every)),
            (0.0, cls.word("impersonate", language)),
        )
        for place, (share, name) in enumerate(rows):
            y = top + 32 + 46 * place
            bars.append(box(24, y, 400, 16, rx=3, fill="none", stroke=LINE))
            if share:
                bars.append(box(24, y, 400 * share, 16, rx=3, fill=f"url(#{pattern})", stroke=BAD))
            bars.append(line(24, y - 3, 24, y + 19, stroke=INK, stroke_width=2))
            label = f"{cls.word('case', language)} {name} · {percent(share, language)}"
            bars.append(text(24, y + 33, label, 13))
        defs = tag("defs", hatching(pattern, BAD))
        return picture(width, top + 176, cls.alt[language], defs, *drawn_arrows, *bars)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """What to expect for several fractions and for an impostor, beside a drawn run."""
        many = number(MANY, language)
        head = [
            cls.word("case", language),
            cls.word("expected", language),
            cls.word("run", language, many=many),
            cls.word("alarm", language, compared=str(COMPARED)),
            cls.word("known", language),
        ]
        rows = [head]
        for taken in _STILL_FRACTIONS:
            fraction = taken / SIGNALS
            key = "case_intercept" if taken else "none"
            rows.append(
                [
                    cls.word(key, language, share=percent(fraction, language)),
                    percent(expected_error(fraction), language),
                    percent(error_share(long_run(), fraction), language),
                    cls.chance_text(alarm(fraction), language),
                    percent(fraction / 2, language),
                ]
            )
        errors = sum(impostor_errors(long_run())) / MANY
        name = cls.word("impersonate", language)
        rows.append(
            [
                name,
                percent(0, language),
                percent(errors, language),
                percent(0, language),
                percent(1, language),
            ]
        )
        return rows

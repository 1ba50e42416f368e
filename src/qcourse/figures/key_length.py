"""Key length against tries: what an ordinary search and Grover's algorithm need for a symmetric key."""

from __future__ import annotations

import math
from typing import Any

from ..lang import number
from .base import Figure
from .drawing import ACCENT, INK, LINE, MUTED, WARN, box, hatching, line, picture, tag, text

STEP_SECONDS = 1e-6
"""Time of one try or one round: a choice of the course, the one of the fact ``grover-aes128-time``."""

YEAR_SECONDS = 365.25 * 86400
LENGTHS = tuple(range(48, 257, 8))
MACHINES = (1, 10**2, 10**4, 10**6)
LONGEST = 256
MARKS = {"year": YEAR_SECONDS, "billion_years": YEAR_SECONDS * 1e9}
"""Durations marked on the bars, in seconds."""

NAMES = {128: "AES-128", 192: "AES-192", 256: "AES-256"}
_UNITS = (
    ("minutes", 120, 60),
    ("hours", 7200, 3600),
    ("days", 172800, 86400),
    ("years", 2 * YEAR_SECONDS, YEAR_SECONDS),
)
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def tries(length: int, machines: int = 1) -> float:
    """The tries in a row on each machine that cover all keys of ``length`` bits, shared out among ``machines``."""
    return 2.0**length / machines


def rounds(length: int, machines: int = 1) -> float:
    """The rounds in a row of a Grover search on each machine, π/4 times the square root of its share of the keys."""
    return math.pi / 4 * math.sqrt(tries(length, machines))


def duration(steps: float) -> tuple[float, str]:
    """How long so many steps in a row take: a count and its unit (``instant`` below two seconds)."""
    seconds = steps * STEP_SECONDS
    if seconds < 2:
        return 0, "instant"
    unit, _, size = next((entry for entry in reversed(_UNITS) if seconds >= entry[1]), ("seconds", 0, 1))
    return seconds / size, unit


def parts(value: float) -> tuple[float, int]:
    """Two significant digits: (number, 0) below a million, else (mantissa, power of ten)."""
    digits = math.floor(math.log10(value)) if value >= 1 else 0
    rounded = round(value / 10.0 ** (digits - 1)) * 10.0 ** (digits - 1)
    if rounded < 999_999:
        return round(rounded, 1), 0
    power = math.floor(math.log10(rounded) + 1e-9)
    return round(rounded / 10.0**power, 1), power


def amount(value: float, language: str) -> str:
    """A number in two significant digits: 4,300 or 1.4 × 10¹⁹."""
    mantissa, power = parts(value)
    plain = number(int(mantissa) if mantissa == int(mantissa) else mantissa, language)
    return f"{plain}\u00a0×\u00a010{str(power).translate(_SUPERSCRIPTS)}" if power else plain


class KeyLength(Figure):
    """A slider for the key, a choice of machines, and two bars: Grover halves the bar, which is far from emptying it."""

    title = {
        "en": "Key length against tries, with and without Grover",
        "fr": "Longueur de clé et nombre d’essais, avec et sans Grover",
    }
    alt = {
        "en": "Four bars on a scale where each bit doubles the work. Trying all 128-bit keys: 128 bits long. The same with Grover: half as long, "
        "about 460,000 years at one microsecond a round. For 256-bit keys, 256 bits long, and with Grover as long as the first bar.",
        "fr": "Quatre barres sur une échelle où chaque bit double le travail. Essayer toutes les clés de 128 bits\u00a0: une barre de 128 bits. Avec Grover\u00a0: moitié moins longue, "
        "environ 460\u00a0000\u00a0ans à une microseconde par itération. Pour les clés de 256 bits, une barre de 256 bits et, avec Grover, une barre aussi longue que la première.",
    }
    caption = {
        "en": "Each further bit doubles the tries of an ordinary search; a bar grows by one step, not to the double. "
        "One microsecond for a try and for a Grover round alike is the course’s choice: it is kind to Grover, because one round holds a whole encryption, on protected qubits. "
        "Machines share the keys: an ordinary search gains as many times as there are machines, Grover’s only the square root. 10²⁵ is 1 followed by 25 zeros.",
        "fr": "Chaque bit de plus double le nombre d’essais d’une recherche ordinaire; la barre s’allonge d’un cran et non du double. "
        "Compter une microseconde pour un essai comme pour une itération de Grover est un choix du cours\u00a0: il est favorable à Grover, car une itération contient un chiffrement entier, sur des qubits protégés. "
        "Les machines se partagent les clés\u00a0: une recherche ordinaire gagne autant de fois qu’il y a de machines, celle de Grover seulement la racine carrée. 10²⁵, c’est 1 suivi de 25 zéros.",
    }
    words = {
        "length": {"en": "Length of the key", "fr": "Longueur de la clé"},
        "bits": {"en": "{length} bits", "fr": "{length} bits"},
        "bits_named": {"en": "{length} bits ({name})", "fr": "{length} bits ({name})"},
        "machines": {"en": "Machines at work together", "fr": "Machines travaillant ensemble"},
        "plain": {"en": "Ordinary search", "fr": "Recherche ordinaire"},
        "grover": {"en": "Search with Grover", "fr": "Recherche avec Grover"},
        "year": {"en": "a year", "fr": "un an"},
        "billion_years": {"en": "a billion years", "fr": "un milliard d’années"},
        "scale": {
            "en": "Steps in a row on each machine; the whole width is 256 doublings",
            "fr": "Étapes successives sur chaque machine; la largeur entière compte 256 doublements",
        },
        "numbers_table": {"en": "In numbers", "fr": "En chiffres"},
        "search": {"en": "Search", "fr": "Recherche"},
        "steps": {"en": "Steps in a row, at most", "fr": "Étapes successives, au plus"},
        "time": {"en": "Time at 1 µs a step", "fr": "Durée à 1\u00a0µs par étape"},
        "instant": {"en": "under two seconds", "fr": "moins de deux secondes"},
        "seconds": {"en": "{count} seconds", "fr": "{count}\u00a0secondes"},
        "minutes": {"en": "{count} minutes", "fr": "{count}\u00a0minutes"},
        "hours": {"en": "{count} hours", "fr": "{count}\u00a0heures"},
        "days": {"en": "{count} days", "fr": "{count}\u00a0jours"},
        "years": {"en": "{count} years", "fr": "{count}\u00a0ans"},
        "says": {
            "en": "Key of {bits}: an ordinary search lasts {plain} at most, a search with Grover {grover}.",
            "fr": "Clé de {bits}\u00a0: une recherche ordinaire dure au plus {plain}, une recherche avec Grover {grover}.",
        },
        "says_one": {
            "en": "A key of {double} bits would leave Grover about as many steps as this one leaves an ordinary search.",
            "fr": "Une clé de {double} bits laisserait à Grover à peu près autant d’étapes que celle-ci en laisse à une recherche ordinaire.",
        },
        "says_many": {
            "en": "{machines} machines divide the ordinary time by {machines}, and Grover’s by only {root}.",
            "fr": "{machines} machines divisent la durée ordinaire par {machines}, et celle de Grover par {root} seulement.",
        },
        "key_head": {"en": "Key", "fr": "Clé"},
        "plain_steps": {"en": "Tries, at most", "fr": "Essais, au plus"},
        "grover_steps": {"en": "Grover rounds", "fr": "Itérations de Grover"},
        "grover_time": {
            "en": "Time with Grover at 1 µs a round",
            "fr": "Durée avec Grover, à 1\u00a0µs par itération",
        },
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """For each number of machines and length: doublings, steps and time of both searches; the marks on the bars."""
        return {
            "lengths": {"first": LENGTHS[0], "last": LENGTHS[-1], "step": LENGTHS[1] - LENGTHS[0]},
            "longest": LONGEST,
            "names": {str(length): name for length, name in NAMES.items()},
            "machines": list(MACHINES),
            "roots": [math.isqrt(machines) for machines in MACHINES],
            "marks": [[name, round(math.log2(seconds / STEP_SECONDS), 2)] for name, seconds in MARKS.items()],
            "searches": [
                [[_entry(steps(length, machines)) for steps in (tries, rounds)] for length in LENGTHS]
                for machines in MACHINES
            ],
        }

    @classmethod
    def bits(cls, length: int, language: str) -> str:
        """A key length in words, with the name of the cipher that has it."""
        key = "bits_named" if length in NAMES else "bits"
        return cls.word(key, language, length=str(length), name=NAMES.get(length, ""))

    @classmethod
    def lasts(cls, steps: float, language: str) -> str:
        """How long so many steps take, in words."""
        count, unit = duration(steps)
        return cls.word(unit, language, count=amount(count, language) if count else "")

    @classmethod
    def says(cls, length: int, machines: int, language: str) -> str:
        """The sentence for a key of ``length`` bits and so many machines."""
        times = {
            key: cls.lasts(steps(length, machines), language)
            for key, steps in (("plain", tries), ("grover", rounds))
        }
        first = cls.word("says", language, bits=cls.bits(length, language), **times)
        if machines == 1:
            return f"{first} {cls.word('says_one', language, double=str(2 * length))}"
        return f"{first} {cls.word('says_many', language, machines=number(machines, language), root=number(math.isqrt(machines), language))}"

    @classmethod
    def still(cls, language: str) -> str:
        """Two key lengths, each with and without Grover."""
        left, width = 24, 512
        pattern = f"figure-{cls.name}-hatching-{language}"
        drawn = [text(left, 22, cls.word("scale", language), 13, fill=MUTED)]
        y = 40
        for length in (128, 256):
            for key, steps, fill, edge in (
                ("plain", tries, ACCENT, ACCENT),
                ("grover", rounds, f"url(#{pattern})", WARN),
            ):
                label = f"{cls.word(key, language)}, {cls.bits(length, language)}\u00a0· {cls.lasts(steps(length), language)}"
                drawn.append(text(left, y + 14, label, 13))
                drawn.append(box(left, y + 20, width, 16, rx=3, fill="none", stroke=LINE))
                drawn.append(
                    box(
                        left,
                        y + 20,
                        width * math.log2(steps(length)) / LONGEST,
                        16,
                        rx=3,
                        fill=fill,
                        stroke=edge,
                    )
                )
                y += 46
        for place, (name, seconds) in enumerate(MARKS.items()):
            x = left + width * math.log2(seconds / STEP_SECONDS) / LONGEST
            for bar in range(4):
                drawn.append(
                    line(
                        x,
                        57 + 46 * bar,
                        x,
                        79 + 46 * bar,
                        stroke=INK,
                        stroke_width=2,
                        stroke_dasharray="3 2" if place else "none",
                    )
                )
            drawn.append(
                text(
                    x + (4 if place else -4),
                    y + 16,
                    cls.word(name, language),
                    12,
                    text_anchor="start" if place else "end",
                    fill=INK,
                )
            )
        return picture(560, y + 26, cls.alt[language], tag("defs", hatching(pattern, WARN)), *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """Steps and time for some key lengths, on one machine."""
        rows = [
            [cls.word(key, language) for key in ("key_head", "plain_steps", "grover_steps", "grover_time")]
        ]
        for length in (64, 96, 128, 192, 256):
            rows.append(
                [
                    cls.bits(length, language),
                    amount(tries(length), language),
                    amount(rounds(length), language),
                    cls.lasts(rounds(length), language),
                ]
            )
        return rows


def _entry(steps: float) -> list[Any]:
    """Doublings, steps and time of one search, as the page looks them up."""
    count, unit = duration(steps)
    return [round(math.log2(steps), 2), list(parts(steps)), list(parts(count)) if count else [0, 0], unit]

"""Counts of a sampler against exact chances: bounds of the binomial distribution, false alarm below 1e-9."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from .finding import PASSED, Finding
from .plain import describe, fill, say
from .usable import Unusable, comparator, wrong_type
from .values import same

FALSE_ALARM = 1e-10
"""Chance that honest counts fail one comparison; ten comparisons in a check stay below 1e-9."""
MAX_SHOTS = 10_000_000
"""Most shots whose bounds are computed."""

_COUNTS = say(
    "counts: a dictionary of bit strings and whole numbers",
    "des comptes\u00a0: un dictionnaire de chaînes de bits et de nombres entiers",
)
_SHOTS = say("{shots} shots in all", "{shots} tirs en tout")
_KEYS = say("bit strings of length {bits}", "des chaînes de {bits} bits")
_COUNT = say("{key}: from {low} to {high} of {shots}", "{key}\u00a0: de {low} à {high} sur {shots}")
_SEEN = say("{key}: {count}", "{key}\u00a0: {count}")
_ANEW = say("other counts for another seed", "d’autres comptes pour une autre graine (seed)")
_REPEATED = say(
    "the same counts for {count} seeds: {counts}", "les mêmes comptes pour {count} graines\u00a0: {counts}"
)
_SEED_IGNORED = say(
    "The seed is not passed on, or the counts are not drawn.",
    "La graine n’est pas transmise, ou les comptes ne sont pas tirés.",
)
_SWAPPED = say(
    "The bits are in reverse order (bit 0 is written on the right).",
    "Les bits sont dans l’ordre inverse (le bit 0 s’écrit à droite).",
)


@comparator
def are_counts(value: Any, shots: int, bits: int) -> Finding:
    """Whether a value is a dictionary of counts: strings of ``bits`` bits, whole numbers from 0, ``shots`` in all.

    Spaces between registers are passed over; outcomes that did not occur may be left out. Says nothing of the chances.
    """
    found = counts_of(value)
    for key in found:
        if len(key) != bits:
            return Finding(False, fill(_KEYS, bits=bits), describe(key))
    total = sum(found.values())
    if total == shots:
        return PASSED
    return Finding(False, fill(_SHOTS, shots=shots), fill(_SHOTS, shots=total))


@comparator
def counts_fit(value: Any, chances: Mapping[str, float], false_alarm: float = FALSE_ALARM) -> Finding:
    """Whether counts may come from these chances: each outcome within its exact binomial bounds.

    ``chances``: by bit string, bit 0 on the right; an outcome left out must not occur. Honest counts fail with a chance
    of at most ``false_alarm`` over all outcomes together (Bonferroni). It's a coarse test for few shots: 1000 fair shots pass
    from 396 to 604. The bounds are those of the binomial distribution itself, not its normal approximation.
    """
    counts = counts_of(value)
    misfit = _misfit(counts, chances, false_alarm)
    if misfit is None:
        return PASSED
    key, low, high = misfit
    mirrored = {name[::-1]: count for name, count in counts.items()}
    cause = _SWAPPED if _misfit(mirrored, chances, false_alarm) is None else None
    expected = fill(_COUNT, key=key, low=low, high=high, shots=sum(counts.values()))
    return Finding(False, expected, fill(_SEEN, key=key, count=counts.get(key, 0)), cause)


def _misfit(
    counts: Mapping[str, int], chances: Mapping[str, float], false_alarm: float
) -> tuple[str, int, int] | None:
    """The first outcome outside its bounds, with the bounds."""
    shots = sum(counts.values())
    for key in sorted({*counts, *chances}):
        low, high = binomial_bounds(shots, chances.get(key, 0.0), false_alarm / max(1, len(chances)))
        if not low <= counts.get(key, 0) <= high:
            return key, low, high
    return None


@comparator
def are_drawn_anew(samples: Sequence[Any]) -> Finding:
    """Whether counts for several seeds are not all the same.

    Honest counts may repeat by luck: with n fair shots one repeats with a chance of about 1/√(πn); take as many samples as
    ``seeds_needed`` says for a false alarm below 1e-9.
    """
    counts = [counts_of(sample) for sample in samples]
    if any(other != counts[0] for other in counts[1:]):
        return PASSED
    return Finding(
        False, _ANEW, fill(_REPEATED, count=len(counts), counts=describe(samples[0])), _SEED_IGNORED
    )


def seeds_needed(shots: int, chance: float, false_alarm: float = FALSE_ALARM) -> int:
    """How many seeds ``are_drawn_anew`` needs so that honest counts of one outcome all agree by luck that rarely.

    The other samples all equal the first with a chance of at most (largest chance of any one count)**(seeds − 1).
    """
    likeliest = float(np.exp(_log_chances(shots, chance).max())) if 0 < chance < 1 else 1.0
    if not likeliest < 1 - 1e-9:
        raise ValueError("an outcome that always or never occurs gives the same counts for every seed")
    return 1 + int(np.ceil(np.log(false_alarm) / np.log(likeliest)))


def binomial_bounds(shots: int, chance: float, false_alarm: float = FALSE_ALARM) -> tuple[int, int]:
    """The least interval of counts, symmetric in chance, that misses at most ``false_alarm``: half of it at each end."""
    if chance <= 0:
        return 0, 0
    if chance >= 1:
        return shots, shots
    terms = np.exp(_log_chances(shots, chance))
    below, above = np.cumsum(terms), np.cumsum(terms[::-1])
    low = int(np.searchsorted(below, false_alarm / 2, side="right"))
    high = shots - int(np.searchsorted(above, false_alarm / 2, side="right"))
    return low, high


def counts_of(value: Any) -> dict[str, int]:
    """Counts with the spaces between registers taken out; raises ``Unusable`` for anything else."""
    if not isinstance(value, Mapping):
        raise wrong_type(_COUNTS, value)
    counts: dict[str, int] = {}
    for key, count in value.items():
        if not isinstance(key, str) or not set(key) <= {"0", "1", " "}:
            raise Unusable(_COUNTS, describe(key))
        if not same(count, int(count) if hasattr(count, "__index__") else 0) or count < 0:
            raise Unusable(_COUNTS, describe(count))
        bits = key.replace(" ", "")
        counts[bits] = counts.get(bits, 0) + int(count)
    if sum(counts.values()) > MAX_SHOTS:
        raise Unusable(fill(_SHOTS, shots=MAX_SHOTS), fill(_SHOTS, shots=sum(counts.values())))
    return {bits: count for bits, count in counts.items() if count}


def _log_chances(shots: int, chance: float) -> np.ndarray:
    """log of C(n, k)·p**k·(1−p)**(n−k) for k = 0 … n, each from the one before."""
    step = np.arange(shots)
    ratios = np.log((shots - step) / (step + 1.0)) + np.log(chance) - np.log1p(-chance)
    logs = np.concatenate([[0.0], np.cumsum(ratios)])
    return logs - logs.max() - np.log(np.exp(logs - logs.max()).sum())

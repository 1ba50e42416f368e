"""Answers that are judgements: their form, and how far they agree with a key."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from ..errors import Text
from .finding import PASSED, Finding
from .plain import describe, fill, join, say
from .usable import comparator, wrong_type

_DICT = say("a dictionary (dict)", "un dictionnaire (dict)")
_IDS = say("one entry for each of {ids}", "une entrée pour chacun de {ids}")
_MISSING = say("none for {ids}", "aucune pour {ids}")
_UNKNOWN = say("entries of other names: {ids}", "des entrées qui portent d’autres noms\u00a0: {ids}")
_LABEL = say("for {id}: one of {labels}", "pour {id}\u00a0: l’un de {labels}")
_LABELS = say("for {id}: a {kind} of any of {labels}", "pour {id}\u00a0: {kind} parmi {labels}")
_MOST = say("for {id}: at most {most}", "pour {id}\u00a0: au plus {most}")
_FOR = say("for {id}: {seen}", "pour {id}\u00a0: {seen}")
_KINDS: dict[type, Text] = {list: say("list", "une liste"), set: say("set", "un ensemble")}


@comparator
def is_labelling(
    value: Any,
    ids: Collection[str],
    labels: Collection[str],
    several: type | None = None,
    most: int | None = None,
) -> Finding:
    """Whether a dictionary gives each of ``ids`` one of ``labels``: the form only, not whether it's right.

    ``several``: ``set`` or ``list`` when each entry holds any number of labels, at most ``most`` of them. Repeated labels in
    a list count each time.
    """
    if not isinstance(value, Mapping):
        raise wrong_type(_DICT, value)
    missing = [name for name in ids if name not in value]
    if missing:
        return Finding(False, fill(_IDS, ids=join(ids)), fill(_MISSING, ids=join(missing)))
    others = [str(name)[:40] for name in value if name not in ids]
    if others:
        return Finding(False, fill(_IDS, ids=join(ids)), fill(_UNKNOWN, ids=join(others[:8])))
    for name in ids:
        finding = _entry(name, value[name], labels, several, most)
        if not finding.passed:
            return finding
    return PASSED


def agreement(value: Mapping[str, Any], key: Mapping[str, Any]) -> float:
    """The share of the key's entries that ``value`` has equal: 0.0 to 1.0."""
    return sum(name in value and value[name] == right for name, right in key.items()) / len(key)


def jaccard(first: Collection[Any], second: Collection[Any]) -> float:
    """What two sets have in common over what they have together: |A∩B|/|A∪B| [Jaccard1901]; 1.0 for two empty ones."""
    one, other = set(first), set(second)
    return len(one & other) / len(one | other) if one | other else 1.0


def _items(entry: Any) -> Collection[Any]:
    return entry if isinstance(entry, Collection) else ()


def _entry(name: str, entry: Any, labels: Collection[str], several: type | None, most: int | None) -> Finding:
    seen = fill(_FOR, id=name, seen=describe(entry))
    if several is None:
        right = isinstance(entry, str) and entry in labels
        return PASSED if right else Finding(False, fill(_LABEL, id=name, labels=join(labels)), seen)
    right = isinstance(entry, several) and all(
        isinstance(label, str) and label in labels for label in _items(entry)
    )
    if not right:
        return Finding(False, fill(_LABELS, id=name, kind=_KINDS[several], labels=join(labels)), seen)
    if most is not None and len(entry) > most:
        return Finding(False, fill(_MOST, id=name, most=most), seen)
    return PASSED

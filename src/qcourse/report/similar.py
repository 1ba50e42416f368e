"""Pairs of answers that share unusually much: worth a look by a person, never a penalty.

Each answer is reduced to the 64 smallest hashes of its five-word sequences (a bottom-k sketch: A. Broder, "On the
resemblance and containment of documents", 1997). Sequences of the stub, or common to many answers, don't count.
"""

from __future__ import annotations

import json
import re
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..grading.run import Class

SKETCH = 64
WORDS = 5
LEAST = 12
"""Sequences of its own that an answer needs to be compared at all."""
ALIKE = 0.7
_MAX_BYTES = 256 * 1024
_WORD = re.compile(r"\w+|[^\w\s]")
_COMMENT = re.compile(r"#.*")


class Similar:
    """Sketches of the answers that counted, and the pairs among them that are alike."""

    def __init__(self, work: Class) -> None:
        self._work = work
        self._sketches: dict[str, list[tuple[str, array[int]]]] = defaultdict(list)
        self._stubs = {
            slug: set(_hashes(exercise.read("stub.py"))) for slug, exercise in work.exercises.items()
        }

    def add(self, row: Mapping[str, Any]) -> None:
        """Note the answer of one row."""
        kept = self._work.keys.get((row["learner"], row["exercise"]), [])
        attempt = next((attempt for attempt, sha, _ in kept if sha and sha == row["sha256"]), None)
        if attempt is None or row["status"] == "invalid":
            return
        try:
            text = _code(attempt.entry.read(), attempt.name)
        except (OSError, ValueError, TypeError, AttributeError, RecursionError):  # a stranger's file
            return
        sketch = sorted(set(_hashes(text)) - self._stubs[row["exercise"]])[:SKETCH]
        if len(sketch) >= LEAST:
            self._sketches[row["exercise"]].append((row["learner"], array("Q", sketch)))

    def pairs(self) -> list[tuple[str, str, str, float]]:
        """Exercise, two learners, and how alike (0 to 1), most alike first, at most 30."""
        found = []
        for slug, sketches in self._sketches.items():
            common = _common(sketches)
            holders: dict[int, list[int]] = defaultdict(list)
            for place, (_, sketch) in enumerate(sketches):
                for value in sketch:
                    if value not in common:
                        holders[value].append(place)
            shared: Counter[tuple[int, int]] = Counter()
            for places in holders.values():
                shared.update(
                    (one, two) for index, one in enumerate(places[:30]) for two in places[index + 1 : 30]
                )
            for (one, two), count in shared.items():
                alike = count / min(
                    SKETCH, len(set(sketches[one][1]) - common | set(sketches[two][1]) - common)
                )
                if alike >= ALIKE and count >= LEAST:
                    found.append((slug, sketches[one][0], sketches[two][0], round(alike, 2)))
        return sorted(found, key=lambda pair: (-pair[3], *pair[:3]))[:30]


def _common(sketches: list[tuple[str, array[int]]]) -> set[int]:
    """Sequences that more than a fifth of the class, and at least five people, wrote."""
    counts = Counter(value for _, sketch in sketches for value in sketch)
    return {value for value, count in counts.items() if count >= max(5, len(sketches) / 5)}


def _code(data: bytes, name: str) -> str:
    text = data[:_MAX_BYTES].decode("utf-8", "replace")
    if not name.endswith(".ipynb"):
        return text
    if len(data) > _MAX_BYTES:
        return ""
    cells = json.loads(text).get("cells", []) if text.lstrip().startswith("{") else []
    sources = [
        cell.get("source", "") for cell in cells if isinstance(cell, dict) and cell.get("cell_type") == "code"
    ]
    return "\n".join(
        "".join(map(str, source)) if isinstance(source, list) else str(source) for source in sources
    )


def _hashes(text: str) -> list[int]:
    words = _WORD.findall(_COMMENT.sub("", text))
    return [
        zlib.crc32(" ".join(words[place : place + WORDS]).encode("utf-8", "replace"))
        for place in range(len(words) - WORDS + 1)
    ]

"""Text that is safe wherever it is opened: in a spreadsheet, a terminal, a file name."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterable, Sequence

from ..grading.bounded import visible


def csv_bytes(rows: Iterable[Sequence[object]]) -> bytes:
    """Rows as CSV in UTF-8, where no cell is a formula and no character is hidden."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows([[cell(value) for value in row] for row in rows])
    return buffer.getvalue().encode("utf-8", "backslashreplace")


def cell(value: object) -> str:
    """One cell: numbers as they are, text without a formula's first sign."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    text = visible(str(value), 500).replace("\n", " ").replace("\t", " ")
    return "'" + text if text.lstrip()[:1] in ("=", "+", "-", "@", "|", "%") and text else text


def file_name(learner: str) -> str:
    """A folder name for a learner: itself where it is harmless, else a harmless one that no other learner gets."""
    kept = re.sub(r"[^\w .@-]", "_", learner).strip(" .")[:80]
    reserved = re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", kept)
    if kept and kept == learner and not reserved:
        return kept
    return f"{kept or '_'}-{hashlib.sha256(learner.encode('utf-8', 'backslashreplace')).hexdigest()[:8]}"

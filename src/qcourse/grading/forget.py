"""Erasing one learner from an output folder, wherever the name or the work stands."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

from ..errors import Text, UsageError
from ..report.cells import cell, file_name
from .journal import replace_file, without
from .run import JOURNAL, RESULTS
from .words import say


def erase(learner: str, output: Path) -> list[Text]:
    """Erase ``learner`` in ``output``; a line of words for each thing erased."""
    if not (output / JOURNAL).exists() and not (output / RESULTS).exists():
        raise UsageError(say("no_results", name=str(output)))
    erased: list[Text] = []
    if (output / JOURNAL).exists():
        count = without(output / JOURNAL, learner)
        erased += [say("erased_lines", count=count, name=JOURNAL)] if count else []
    for path in sorted(output.glob("*.jsonl")):
        if path.name != JOURNAL:
            erased += _lines(path, learner)
    erased += _rows(output / "gradebook.csv", learner)
    folder = output / "feedback" / file_name(learner)
    if folder.is_dir():
        erased.append(say("erased_pages", count=len(list(folder.iterdir()))))
        shutil.rmtree(folder)
    for name in ("report.html", "moodle.csv", "canvas.csv"):
        # They name people in other words than the learner's own; the next run makes them anew, without this one.
        if erased and (output / name).exists():
            (output / name).unlink()
            erased.append(say("erased_whole", name=name))
    return erased


def _lines(path: Path, learner: str) -> list[Text]:
    kept, dropped = [], 0
    for line in path.read_bytes().splitlines(keepends=True):
        try:
            entry = json.loads(line)
        except ValueError:
            entry = {}
        if isinstance(entry, dict) and entry.get("learner") == learner:
            dropped += 1
        else:
            kept.append(line)
    if not dropped:
        return []
    replace_file(path, b"".join(kept))
    return [say("erased_lines", count=dropped, name=path.name)]


def _rows(path: Path, learner: str) -> list[Text]:
    if not path.exists():
        return []
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
    kept = [row for row in rows if row[:1] != [cell(learner)]]
    if len(kept) == len(rows):
        return []
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(kept)
    replace_file(path, buffer.getvalue().encode())
    return [say("erased_lines", count=len(rows) - len(kept), name=path.name)]

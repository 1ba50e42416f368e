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
    names = {learner} | _other_names(learner, output)
    erased: list[Text] = []
    if (output / JOURNAL).exists():
        count = without(output / JOURNAL, learner)
        erased += [say("erased_lines", count=count, name=JOURNAL)] if count else []
    for path in sorted(output.glob("*.jsonl")):
        if path.name != JOURNAL:
            erased += _lines(path, learner)
    for path in sorted(output.glob("*.csv")):
        erased += _rows(path, names)
    folder = output / "feedback" / file_name(learner)
    if folder.is_dir():
        erased.append(say("erased_pages", count=len(list(folder.iterdir()))))
        shutil.rmtree(folder)
    report = output / "report.html"
    if erased and report.exists():
        # It names people in several lists; it is made anew, without this one, by the next run.
        report.unlink()
        erased.append(say("erased_report"))
    return erased


def _other_names(learner: str, output: Path) -> set[str]:
    """The names and addresses by which the platforms' tables know the learner: their row holds the same person."""
    try:
        order = [
            row[0] for row in csv.reader(io.StringIO((output / "gradebook.csv").read_text(encoding="utf-8")))
        ][1:]
        place = order.index(cell(learner))
    except (OSError, ValueError, IndexError):
        return set()
    names = set()
    for name, skip, column in (("moodle.csv", 1, 1), ("canvas.csv", 2, 0)):
        path = output / name
        if path.exists():
            rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))[skip:]
            if len(rows) == len(order):
                names.add("\0".join(rows[place][:5] if column == 0 else rows[place][:3]))
    return names


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


def _rows(path: Path, names: set[str]) -> list[Text]:
    rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
    shown = {cell(name) for name in names}
    kept = [
        row
        for row in rows
        if not row
        or not (
            row[0] in shown
            or "\0".join(row[:5]) in names
            or "\0".join(row[:3]) in names
            or (len(row) > 1 and row[1] in shown)
        )
    ]
    if len(kept) == len(rows):
        return []
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(kept)
    replace_file(path, buffer.getvalue().encode())
    return [say("erased_lines", count=len(rows) - len(kept), name=path.name)]

"""Packing a learner's work into the archive that is handed in, with a summary that a person can read."""

from __future__ import annotations

import getpass
import hashlib
import os
import re
import zipfile
from datetime import datetime
from pathlib import Path

from ..answer_file import read_bytes
from ..errors import AnswerError, Text, UsageError
from ..exercises import names
from ..lang import LANGUAGES
from .cohort import slug_of
from .entries import MAX_BYTES, walk
from .words import say


def pack(
    folder: str | None, name: str | None, output: str | None, root: str | None
) -> tuple[Path | None, list[Text]]:
    """Write the archive of the answers found in ``folder`` (else the workspace); where it is, and what to say.

    The newest file of each exercise is taken, by the learner's own file system: it is the learner's own machine.
    """
    work = Path(folder or os.environ.get("QCOURSE_HOME") or Path.home() / "qcourse")
    if not work.is_dir():
        raise UsageError(say("no_workspace", name=str(work)))
    learner = re.sub(r"[\\/:*?\"<>|\x00-\x1f]", "_", name or getpass.getuser()).strip(" .") or "answers"
    found, notes = _newest(work, set(names(root)))
    if not found:
        return None, [*notes, say("nothing_to_submit", name=str(work))]
    path = Path(output or f"{learner}.zip")
    lines = {language: [say("submitted_by", name=learner)[language]] for language in LANGUAGES}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for slug, file in sorted(found.items()):
            data = file.read_bytes()
            when = datetime.fromtimestamp(file.stat().st_mtime)
            stored = f"{slug}{file.suffix.lower()}"
            info = zipfile.ZipInfo(stored, (max(when.year, 1980), *when.timetuple()[1:6]))
            archive.writestr(info, data, zipfile.ZIP_DEFLATED)
            line = say(
                "submitted_file",
                name=stored,
                size=len(data),
                sha=hashlib.sha256(data).hexdigest()[:16],
                when=when.isoformat(sep=" ", timespec="minutes"),
            )
            notes.append(line)
            for language in LANGUAGES:
                lines[language].append(line[language])
        archive.writestr(
            "summary.txt", "\n\n".join("\n".join(lines[language]) for language in LANGUAGES) + "\n"
        )
    return path, [*notes, say("submitted", name=str(path), count=len(found))]


def _newest(work: Path, known: set[str]) -> tuple[dict[str, Path], list[Text]]:
    found: dict[str, Path] = {}
    notes: list[Text] = []
    for entry in walk(work):
        slug = slug_of(entry.name, known)
        path = work.joinpath(*entry.parts)
        if slug is None or entry.problem:
            if slug:
                notes.append(say(f"entry_{entry.problem}", learner=str(work), name="/".join(entry.parts)))
            continue
        try:
            data = path.read_bytes()[: MAX_BYTES + 1]
            read_bytes(data, path.name)
        except AnswerError as error:
            notes.append(error.text)  # said, and packed all the same: the teacher may still help
        if slug not in found or path.stat().st_mtime > found[slug].stat().st_mtime:
            found[slug] = path
    return found, notes

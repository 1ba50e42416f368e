"""The three bundles of the exercises: for a graded class, for the person who grades it, and for self-paced learners."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

from ..errors import UsageError
from ..exercises import Exercise, content_root, load, names
from ..lang import LANGUAGES
from .words import say

_PUBLIC = ("exercise.toml", "task.en.md", "task.fr.md", "stub.py", "checks.py")
_KEYS = ("solution.py", "hidden_checks.py", "hidden.toml", "equivalent.toml")
_FIXED_DATE = (2020, 1, 1, 0, 0, 0)  # the same content gives the same archive


def write_kit(
    which: str, root: str | None, private: str | None, output: Path | None
) -> tuple[Path, int, int]:
    """Write the bundle; where it is, how many files it has and how many of them are private.

    ``learner``: public files and notebooks' sources only. ``teacher``: the keys, as the overlay that ``--private``
    takes, and the public files. ``selfpaced``: public files, keys and explanations.
    """
    base = content_root(root)
    exercises = [load(slug, base, private) for slug in names(base)]
    if which != "learner" and not any(exercise.private for exercise in exercises):
        raise UsageError(say("no_keys"))
    path = output or Path("out") / "packages" / f"qcourse-{which}.zip"
    path.parent.mkdir(parents=True, exist_ok=True)
    files = list(_files(which, exercises))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, "_config.yml", b"# marks the course's root folder\n")
        _add(archive, "README.txt", _readme(which))
        for name, data in files:
            _add(archive, name, data)
    return path, len(files) + 2, sum("/private/" in name for name, _ in files)


def _files(which: str, exercises: list[Exercise]) -> Iterator[tuple[str, bytes]]:
    for exercise in exercises:
        if exercise.status != "ready":
            continue
        for name in _PUBLIC:
            yield f"exercises/{exercise.slug}/{name}", (exercise.folder / name).read_bytes()
        yield from _notebooks(exercise)
        if which == "learner" or not exercise.private:
            continue
        for name in _KEYS if which == "teacher" else (*_KEYS, "explanation.en.md", "explanation.fr.md"):
            path = exercise.private / name
            if path.is_file():
                place = (
                    f"private/{exercise.slug}/private"
                    if which == "teacher"
                    else f"exercises/{exercise.slug}/private"
                )
                yield f"{place}/{name}", path.read_bytes()


def _notebooks(exercise: Exercise) -> Iterator[tuple[str, bytes]]:
    """The learners' notebooks, one per language."""
    from ..learner_notebook import text

    for language in LANGUAGES:
        yield f"notebooks/{language}/{exercise.slug}.ipynb", text(exercise, language).encode()


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _FIXED_DATE)
    info.external_attr = 0o644 << 16
    archive.writestr(info, data, zipfile.ZIP_DEFLATED)


def _readme(which: str) -> bytes:
    text = say(f"kit_{which}")
    return f"{text['en']}\n\n{text['fr']}\n".encode()

"""The packages that leave the project, in ``out/packages``: kits, the offline site, the handbook, learning platforms.

All of them are made from the built site and the sources; ``contents.yml`` says what goes into each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from ..errors import CourseError
from ..lang import LANGUAGES
from . import archive, half_day, handbook, scorm

OFFLINE = "qcourse-offline.zip"

Part = Callable[[Path, Path, Path], list[Path]]
"""Writes a part of the packages: the root, the built site, the folder to write into; what was written."""


def offline(root: Path, site: Path, folder: Path) -> list[Path]:
    """The site alone, to unpack on any machine: ``index.html`` opens it."""
    files = archive.below(site) | archive.below(root / "LICENSES", "LICENSES/")
    return [archive.write(folder / OFFLINE, files)]


def handbooks(root: Path, site: Path, folder: Path) -> list[Path]:
    """The handbook, one PDF per language."""
    return [handbook.write(root, site, language, folder) for language in LANGUAGES]


def kits(root: Path, site: Path, folder: Path) -> list[Path]:
    """The bundles of the exercises: for learners, for the person who grades, for self-paced use."""
    from ..grading.kits import write_kit

    return [
        write_kit(which, str(root), None, folder / f"qcourse-{which}.zip")[0]
        for which in ("learner", "selfpaced", "teacher")
    ]


PARTS: dict[str, Part] = {
    "half_day": lambda root, site, folder: [half_day.write(root, site, folder)],
    "offline": offline,
    "handbook": handbooks,
    "scorm": scorm.write_all,
    "kits": kits,
}
"""What can be asked for alone."""


def write(
    root: Path, site: Path, names: Sequence[str], folder: Path, echo: Callable[[Path], None]
) -> list[CourseError]:
    """Write the parts called ``names``; a part that can't be made doesn't stop the others. The errors met."""
    errors = []
    for name in names:
        try:
            for path in PARTS[name](root, site, folder):
                echo(path)
        except CourseError as error:
            errors.append(error)
    return errors

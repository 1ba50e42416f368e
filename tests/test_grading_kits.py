"""The three bundles hold what they say and no more; a learner's archive is one that the grader reads."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from qcourse.errors import UsageError
from qcourse.exercises import load
from qcourse.grading.cohort import read_cohort
from qcourse.grading.kits import write_kit
from qcourse.grading.submit import pack

COURSE = Path(__file__).parent / "hostile" / "course"
MARKERS = (b"MARKER-HIDDEN-4f1d", b"MARKER-REFERENCE-9b2c")


def _kit(which: str, folder: Path) -> dict[str, bytes]:
    path, files, _ = write_kit(which, str(COURSE), None, folder / f"{which}.zip")
    with zipfile.ZipFile(path) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    assert files == len(found)
    return found


def test_learner_kit_has_no_key(tmp_path: Path) -> None:
    """No private file, and no line of one, goes to learners; the notebooks are there in both languages."""
    kit = _kit("learner", tmp_path)

    assert [] == [
        name for name, data in kit.items() if "private" in name or any(marker in data for marker in MARKERS)
    ]
    assert {"notebooks/en/pair.ipynb", "notebooks/fr/pair.ipynb", "exercises/pair/checks.py"} <= set(kit)


def test_teacher_kit_is_an_overlay_that_grades(tmp_path: Path) -> None:
    """Unpacked, the kit is a course whose folder ``private`` gives the hidden checks and the same version."""
    _kit("teacher", tmp_path)
    with zipfile.ZipFile(tmp_path / "teacher.zip") as archive:
        archive.extractall(tmp_path / "kit")
    theirs = load("pair", tmp_path / "kit", tmp_path / "kit" / "private")

    assert (load("pair", COURSE).version, ["ghz", "share_other"]) == (theirs.version, list(theirs.hidden))
    assert load("pair", tmp_path / "kit").private is None


@pytest.mark.parametrize("which", ["learner", "teacher", "selfpaced"])
def test_same_content_same_bytes(tmp_path: Path, which: str) -> None:
    """A kit made twice is the same file."""
    first, _, _ = write_kit(which, str(COURSE), None, tmp_path / "a.zip")
    second, _, _ = write_kit(which, str(COURSE), None, tmp_path / "b.zip")

    assert first.read_bytes() == second.read_bytes()


def test_kit_without_keys_is_refused(tmp_path: Path) -> None:
    """A copy without keys can't make the kits that hold them."""
    _kit("learner", tmp_path)
    with zipfile.ZipFile(tmp_path / "learner.zip") as archive:
        archive.extractall(tmp_path / "public")

    with pytest.raises(UsageError):
        write_kit("teacher", str(tmp_path / "public"), None, tmp_path / "x.zip")


def test_submitted_archive_is_read_by_the_grader(tmp_path: Path) -> None:
    """``submit`` packs the newest file of each exercise with a summary, and the grader finds it."""
    work = tmp_path / "work"
    work.mkdir()
    (work / "pair.py").write_text("x = 1\n")
    (work / "diary.txt").write_text("private")
    (tmp_path / "in").mkdir()
    path, notes = pack(str(work), "Zoé Roy", str(tmp_path / "in" / "Zoé_Roy.zip"), str(COURSE))
    cohort = read_cohort(tmp_path / "in", ["pair"], ["pair"])

    assert path is not None and "sha256" in notes[0]["fr"]
    assert [b"x = 1\n"] == [attempt.entry.read() for attempt in cohort.attempts["Zoé_Roy", "pair"]]
    assert b"diary" not in path.read_bytes()


def test_nothing_to_submit(tmp_path: Path) -> None:
    """A folder without answers makes no archive and says so."""
    path, notes = pack(str(tmp_path), "a", str(tmp_path / "a.zip"), str(COURSE))

    assert (None, True, False) == (path, "bell_pair.ipynb" in notes[-1]["en"], (tmp_path / "a.zip").exists())

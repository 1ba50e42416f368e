"""Reading what a class handed in: folders, archives, Moodle's download, and all that is not a plain file."""

from __future__ import annotations

import os
import stat
import zipfile
from pathlib import Path

import pytest

from qcourse.errors import UsageError
from qcourse.grading.cohort import Cohort, read_cohort, slug_of
from qcourse.grading.entries import MAX_BYTES, MAX_ENTRIES

KNOWN = ["bell_pair", "bb84", "toy_rsa"]


def _read(folder: Path) -> Cohort:
    return read_cohort(folder, ["bell_pair", "bb84"], KNOWN)


def _put(path: Path, data: bytes = b"x = 1\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def _zip(path: Path, members: dict[str, bytes], date: tuple[int, ...] = (2026, 3, 1, 12, 0, 0)) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, date), data)
    return path


def _counted(cohort: Cohort, learner: str, slug: str = "bell_pair") -> str:
    return cohort.attempts[learner, slug][-1].where


def _said(cohort: Cohort) -> str:
    return "\n".join(remark["en"] for remark in cohort.remarks)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("bell_pair.py", "bell_pair"),
        ("Bell_Pair.PY", "bell_pair"),
        ("bell_pair (1).ipynb", "bell_pair"),
        ("bell_pair-Copy1.ipynb", "bell_pair"),
        ("bell-pair.py", "bell_pair"),
        ("bell pair copie.py", "bell_pair"),
        ("bb84.py", "bb84"),
        ("bb84_2.py", "bb84"),
        ("bell_pairs.py", None),
        ("my_bell_pair.py", None),
        ("bell_pair.txt", None),
        ("bell_pair", None),
    ],
)
def test_slug_of_a_file_name(name: str, slug: str | None) -> None:
    """A name means an exercise in any case, with the marks of copies, and never by accident."""
    assert slug == slug_of(name, KNOWN)


def test_folders_archives_and_moodle(tmp_path: Path) -> None:
    """The three layouts together; a learner in a Moodle folder has name and number."""
    _put(tmp_path / "Alice" / "bell_pair.py")
    _zip(tmp_path / "Bob.zip", {"work/bell_pair.ipynb": b"{}", "bb84.py": b""})
    _put(tmp_path / "Zoé Roy_123456_assignsubmission_file_" / "bell_pair.py")
    cohort = _read(tmp_path)

    assert ["Alice", "Bob", "Zoé Roy_123456"] == cohort.learners
    assert {
        ("Alice", "bell_pair"),
        ("Bob", "bell_pair"),
        ("Bob", "bb84"),
        ("Zoé Roy_123456", "bell_pair"),
    } == set(cohort.attempts)


def test_whole_class_in_one_archive(tmp_path: Path) -> None:
    """Moodle's download as it comes, and a learner's archive inside it."""
    inner = _zip(tmp_path / "inner.zip", {"bell_pair.py": b"x = 1"}).read_bytes()
    download = _zip(
        tmp_path / "all.zip",
        {
            "Ann_1_assignsubmission_file_/bell_pair.py": b"y = 2",
            "Bo_2_assignsubmission_file_/work.zip": inner,
        },
    )
    cohort = _read(download)

    assert [b"y = 2", b"x = 1"] == [
        cohort.attempts[learner, "bell_pair"][0].entry.read() for learner in ("Ann_1", "Bo_2")
    ]


def test_newest_recorded_date_counts(tmp_path: Path) -> None:
    """A date in an archive decides; the file system's dates never do."""
    old = _put(tmp_path / "a" / "bell_pair.py")
    _zip(tmp_path / "a" / "work.zip", {"bell_pair.py": b"later"})
    os.utime(old, (2e9, 2e9))
    cohort = _read(tmp_path)

    assert "work.zip/bell_pair.py" == _counted(cohort, "a")
    assert "work.zip/bell_pair.py counts" in _said(cohort)


def test_submitted_csv_gives_dates(tmp_path: Path) -> None:
    """``submitted.csv`` says when a learner handed in."""
    _put(tmp_path / "a" / "bell_pair.py")
    _put(tmp_path / "submitted.csv", b"learner,date,exercise\na,2026-10-03 08:00,bell_pair\n")

    assert "2026-10-03 08:00" == _read(tmp_path).attempts["a", "bell_pair"][0].date


def test_without_dates_the_notebook_counts_then_the_last_name(tmp_path: Path) -> None:
    """The same file counts on every machine."""
    for name in ("bell_pair.py", "bell_pair (2).ipynb", "bell_pair.ipynb"):
        _put(tmp_path / "a" / name)

    assert "bell_pair.ipynb" == _counted(_read(tmp_path), "a")


def test_links_pipes_and_devices_are_refused(tmp_path: Path) -> None:
    """What is not a plain file is named and never opened; a good file beside it counts."""
    secret = _put(tmp_path.parent / "secret.py", b"SECRET = 1")
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "a" / "bell_pair.py").symlink_to(secret)
    os.mkfifo(tmp_path / "b" / "bell_pair.ipynb")
    _put(tmp_path / "b" / "bell_pair.py")
    (tmp_path / "c").symlink_to(tmp_path / "b")
    cohort = _read(tmp_path)

    assert "symlink" == cohort.attempts["a", "bell_pair"][-1].entry.problem
    assert "bell_pair.py" == _counted(cohort, "b")
    assert ("c", "bell_pair") not in cohort.attempts


@pytest.mark.parametrize(
    "name", ["../../bell_pair.py", "/etc/bell_pair.py", "..\\bell_pair.py", "C:/bell_pair.py"]
)
def test_zip_slip_is_refused(tmp_path: Path, name: str) -> None:
    """A member that asks to be written elsewhere is not used, and nothing is ever unpacked."""
    _zip(tmp_path / "a.zip", {name: b"x"})
    cohort = _read(tmp_path)

    assert "outside" == cohort.attempts["a", "bell_pair"][-1].entry.problem
    assert ["a.zip"] == [path.name for path in tmp_path.iterdir()]


def test_zip_link_and_encrypted_member(tmp_path: Path) -> None:
    """A link in an archive and a member with a password are named."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        info = zipfile.ZipInfo("bell_pair.py")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
    data = bytearray(_zip(tmp_path / "b.zip", {"bell_pair.py": b"x"}).read_bytes())
    central = data.rindex(b"PK\x01\x02")
    data[central + 8] |= 1
    (tmp_path / "b.zip").write_bytes(data)
    cohort = _read(tmp_path)

    assert ["symlink", "encrypted"] == [
        cohort.attempts[learner, "bell_pair"][-1].entry.problem for learner in ("a", "b")
    ]


def test_zip_bomb_is_cut(tmp_path: Path) -> None:
    """A member that unpacks to far too much is refused by its stated size, and read no further when it lies."""
    path = _zip(tmp_path / "a.zip", {"bell_pair.py": b"#" * 50_000_000})
    assert "too_large" == _read(tmp_path).attempts["a", "bell_pair"][-1].entry.problem
    data = bytearray(path.read_bytes())
    for sign, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = data.index(sign) + place
        data[start : start + 4] = (1000).to_bytes(4, "little")
    path.write_bytes(data)
    entry = _read(tmp_path).attempts["a", "bell_pair"][-1].entry

    try:
        size = len(entry.read())
    except OSError:  # the sum of the content is wrong too
        size = 0

    assert size <= MAX_BYTES + 1


def test_archive_of_too_many_files(tmp_path: Path) -> None:
    """An archive of thousands of files is named and left alone."""
    _zip(tmp_path / "a.zip", {f"{number}.txt": b"" for number in range(MAX_ENTRIES + 1)})

    assert "far too many" in _said(_read(tmp_path))


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"not a zip" * 100, b"PK\x05\x06" + b"\xff" * 18, b"PK\x05\x06" + bytes(30)]
)
def test_damaged_archives(tmp_path: Path, data: bytes) -> None:
    """A damaged archive is a remark, not the end of the run."""
    _put(tmp_path / "a.zip", data)
    _put(tmp_path / "b" / "bell_pair.py")
    cohort = _read(tmp_path)

    assert ["a", "b"] == cohort.learners
    assert ("b", "bell_pair") in cohort.attempts


def test_odd_names(tmp_path: Path) -> None:
    """Undecodable bytes, other compositions of accents and hidden characters give one visible learner each."""
    for name in (b"caf\xe9", "Zoe\u0301".encode(), "a\u202egnp.exe".encode(), b"=cmd()"):
        _put(tmp_path / os.fsdecode(name) / "bell_pair.py")
    cohort = _read(tmp_path)

    assert ["=cmd()", "Zoé", "a\\u202egnp.exe", "caf\\xe9"] == cohort.learners
    assert 4 == len(cohort.attempts)


def test_stray_files_are_reported(tmp_path: Path) -> None:
    """Unknown names, files of nobody and checkpoints: said in words, nothing lost."""
    _put(tmp_path / "a" / "essai.py")
    _put(tmp_path / "a" / "toy_rsa.py")
    _put(tmp_path / "a" / "notes.pdf")
    _put(tmp_path / "a" / ".ipynb_checkpoints" / "bell_pair-checkpoint.ipynb")
    _put(tmp_path / "__MACOSX" / "._x")
    _put(tmp_path / "readme.md")
    said = _said(_read(tmp_path))

    assert [True, True, True, False, False] == [
        name in said for name in ("essai.py", "notes.pdf", "readme.md", "toy_rsa", "checkpoint")
    ]


def test_no_submissions(tmp_path: Path) -> None:
    """A folder that isn't there is an error of use."""
    with pytest.raises(UsageError):
        _read(tmp_path / "nowhere")

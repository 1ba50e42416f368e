"""The learner's folder: never overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from qcourse import workspace
from qcourse.errors import UsageError


def unwanted() -> str:
    raise AssertionError("nothing was to be made")


def test_the_folder_is_made_where_qcourse_home_says(tmp_path, monkeypatch):
    """With its parents."""
    monkeypatch.setenv("QCOURSE_HOME", str(tmp_path / "a" / "b"))

    assert tmp_path / "a" / "b" == workspace.home()
    assert (tmp_path / "a" / "b").is_dir()


def test_without_qcourse_home_it_is_in_the_home_folder(tmp_path, monkeypatch):
    """Called qcourse."""
    monkeypatch.delenv("QCOURSE_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))

    assert tmp_path / "qcourse" == workspace.home()


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path, monkeypatch):
    """With the way out."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("QCOURSE_HOME", str(tmp_path / "file" / "below"))
    with pytest.raises(UsageError) as refusal:
        workspace.home()

    assert all("QCOURSE_HOME" in text for text in refusal.value.text.values())


def test_a_new_file_is_written(tmp_path):
    """As UTF-8 with plain line ends."""
    assert workspace.keep_or_write(tmp_path / "a.ipynb", lambda: "é\n")
    assert "é\n".encode() == (tmp_path / "a.ipynb").read_bytes()


@pytest.mark.parametrize("there", ["file", "empty file", "folder", "dangling link"])
def test_what_is_there_stays_as_it_is(tmp_path, there):
    """Whatever it is."""
    path = tmp_path / "a.ipynb"
    if there == "folder":
        path.mkdir()
    elif there == "dangling link":
        path.symlink_to(tmp_path / "gone")
    else:
        path.write_text("mine" if there == "file" else "", encoding="utf-8")

    assert not workspace.keep_or_write(path, unwanted)
    assert there != "file" or "mine" == path.read_text(encoding="utf-8")
    assert not (tmp_path / "gone").exists()


def test_a_file_that_appears_meanwhile_is_kept(tmp_path):
    """Two clicks on the same link write once."""
    path = tmp_path / "a.ipynb"

    def slow() -> str:
        path.write_text("first", encoding="utf-8")
        return "second"

    assert not workspace.keep_or_write(path, slow)
    assert "first" == path.read_text(encoding="utf-8")


def test_a_place_that_cannot_be_written_is_said_so(tmp_path):
    """With the way out."""
    with pytest.raises(UsageError) as refusal:
        workspace.keep_or_write(Path(tmp_path, "absent", "a.ipynb"), lambda: "")

    assert all("QCOURSE_HOME" in text for text in refusal.value.text.values())

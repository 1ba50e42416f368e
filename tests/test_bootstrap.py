"""Setting up: one clear line, and status 2, for a Python that can't serve."""

from __future__ import annotations

import ast
import importlib.util
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "src" / "qcourse" / "bootstrap.py"


@pytest.fixture
def bootstrap(monkeypatch: pytest.MonkeyPatch):
    """The script as a module, run without arguments."""
    spec = importlib.util.spec_from_file_location("bootstrap_under_test", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr("sys.argv", ["bootstrap.py"])
    return module


@pytest.mark.parametrize(
    ("version", "word"),
    [
        ((3, 9, 1), {"en": "too old", "fr": "trop ancien"}),
        ((3, 19, 0), {"en": "too new", "fr": "trop récent"}),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_unfit_python_is_refused_in_one_line(
    bootstrap, monkeypatch, capsys, version, word, language
) -> None:
    """The line names the version found, the versions that do, and the next step."""
    monkeypatch.setenv("COURSE_LANG", language)
    monkeypatch.setattr(bootstrap.sys, "version_info", version)
    with pytest.raises(SystemExit) as caught:
        bootstrap.main()
    said = capsys.readouterr().err

    assert (2, 1, True, True) == (
        caught.value.code,
        said.count("\n"),
        word[language] in said,
        "make course PYTHON=python3.13" in said,
    )


def test_a_missing_venv_module_is_named(bootstrap, monkeypatch, capsys) -> None:
    """Debian ships venv apart: the line says which package to install."""
    monkeypatch.setenv("COURSE_LANG", "en")
    monkeypatch.setitem(bootstrap.sys.modules, "ensurepip", None)
    with pytest.raises(SystemExit) as caught:
        bootstrap.main()

    assert (2, True) == (caught.value.code, "python3-venv" in capsys.readouterr().err)


def test_nothing_is_installed_twice(bootstrap, monkeypatch, tmp_path: Path) -> None:
    """A second run with the same pins installs nothing; changed pins install again."""
    runs = []
    for name in ("requirements.txt", "pyproject.toml"):
        (tmp_path / name).write_text("one", encoding="utf-8")
    (tmp_path / ".venv").mkdir()
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "requirements.txt").write_text("one", encoding="utf-8")
    monkeypatch.setattr(bootstrap, "ROOT", str(tmp_path))
    monkeypatch.setattr(bootstrap, "install", lambda files, details: runs.append(files))
    bootstrap.main()
    bootstrap.main()
    (tmp_path / "requirements.txt").write_text("two", encoding="utf-8")
    bootstrap.main()

    assert [["requirements.txt"]] * 2 == runs


def test_the_script_is_understood_by_old_pythons() -> None:
    """An old Python must get far enough to say that it is too old: no syntax newer than 3.6."""
    ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))

"""``pytest exercises/<slug>/checks.py --answer FILE``, as it is typed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
EXERCISE = ROOT / "exercises" / "shelf_life"
AIMS = ROOT / "exercises" / "three_aims"
RIGHT = (EXERCISE / "private" / "solution.py").read_text(encoding="utf-8")


def run(
    folder: Path, *words: object, installed: bool = False, **environment: str
) -> subprocess.CompletedProcess[str]:
    """pytest in a process of its own, in an empty folder.

    The plugin is named, which spares the start of all others; ``installed`` leaves it to its entry point, as a learner does.
    """
    settings = {**os.environ, "COURSE_LANG": "en", "PYTHONUTF8": "1", **environment}
    plugin = []
    if not installed:
        settings["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
        plugin = ["-p", "qcourse.pytest_plugin"]
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *plugin, *map(str, words)]
    return subprocess.run(
        command,
        cwd=folder,
        env=settings,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


@pytest.fixture
def my(tmp_path):
    """Write an answer; its path."""

    def write(text: str | bytes, name: str = "my.py") -> Path:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def test_a_right_answer_passes_public_and_hidden_checks(tmp_path, my):
    """Status 0, each file with its own count of points."""
    done = run(
        tmp_path, EXERCISE / "checks.py", EXERCISE / "private" / "hidden_checks.py", "--answer", my(RIGHT)
    )

    assert 0 == done.returncode
    assert "7 passed" in done.stdout
    assert "shelf_life: 10 of the 10 points checked here." in done.stdout


def test_a_failure_is_said_in_words_and_not_as_a_traceback(tmp_path, my):
    """Status 1; pointer and finding in the language asked for."""
    wrong = (EXERCISE / "private" / "wrong" / "brackets_missing.py").read_text(encoding="utf-8")
    done = run(tmp_path, EXERCISE / "checks.py", "--answer", my(wrong), "--language", "fr")

    assert 1 == done.returncode
    assert "✗ pas encore\u00a0: La marge tient en une soustraction (0 sur 2)" in done.stdout
    assert "Avec\u00a0: margin(10, 4, 20)" in done.stdout
    assert "1 des 7 points vérifiés ici; 3 de plus à la remise" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert "test_margin(answer):" not in done.stdout


def test_part_of_the_credit_counts(tmp_path, my):
    """It does not pass, and its points are shown."""
    wrong = (AIMS / "private" / "wrong" / "one_aim_for_each.py").read_text(encoding="utf-8")
    done = run(tmp_path, AIMS / "private" / "hidden_checks.py", "--answer", my(wrong))

    assert 1 == done.returncode
    assert "◐ in part: The aims of the twelve measures (4.38 of 5)" in done.stdout


def test_a_loop_that_never_ends_is_stopped(tmp_path, my):
    """By the exercise's time limit, for all its checks together."""
    done = run(tmp_path, EXERCISE / "checks.py", "--answer", my("while True: pass"))

    assert 1 == done.returncode
    assert "took more than 10 seconds" in done.stdout


def test_a_notebook_is_an_answer_too(tmp_path, my):
    """With a note on a cell that raised."""
    import json

    cells = [{"cell_type": "code", "source": text, "metadata": {}} for text in ("1 / 0", RIGHT)]
    notebook = json.dumps({"cells": cells, "nbformat": 4, "nbformat_minor": 5, "metadata": {}})
    done = run(tmp_path, EXERCISE / "checks.py", "--answer", my(notebook, "my.ipynb"))

    assert 0 == done.returncode
    assert "my.ipynb, code cell 1, line 1: stopped with ZeroDivisionError" in done.stdout


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("absent.py", None, "absent.py: there is no such file"),
        ("my.py", b"def f(:", "my.py, line 1: this is not valid Python"),
        ("my.py", "x = 1".encode("utf-16"), "my.py: the file is saved as UTF-16"),
        ("my.ipynb", b"{", "my.ipynb: the notebook is damaged"),
    ],
)
def test_a_file_that_cannot_be_used_stops_before_any_test(tmp_path, name, data, words):
    """Status 2 and one message."""
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = run(tmp_path, EXERCISE / "checks.py", "--answer", name)

    assert (2, "") == (done.returncode, done.stdout)
    assert done.stderr.startswith(words)
    assert 1 == len(done.stderr.strip().splitlines())


@pytest.mark.parametrize("selected", ["checks.py", "checks.py::test_margin"])
def test_without_an_answer_one_line_says_what_to_add(tmp_path, selected):
    """Status 2."""
    done = run(tmp_path, EXERCISE / selected, installed=True)

    assert (2, "") == (done.returncode, done.stdout)
    assert "No answer to check: add --answer FILE, with your .py file or notebook." == done.stderr.strip()


def test_other_tests_are_left_alone(tmp_path):
    """A project that has qcourse installed, and a fixture of the same name, notices nothing."""
    (tmp_path / "test_own.py").write_text(
        "import pytest\n@pytest.fixture\ndef answer():\n    return 42\ndef test_it(answer):\n    assert answer == 42\ndef test_without():\n    pass\n",
        encoding="utf-8",
    )
    done = run(tmp_path, "test_own.py")

    assert 0 == done.returncode
    assert "2 passed" in done.stdout


def test_the_fixture_outside_an_exercise_says_what_it_is_for(tmp_path, my):
    """Not a traceback."""
    (tmp_path / "test_own.py").write_text("def test_it(answer):\n    pass\n", encoding="utf-8")
    done = run(tmp_path, "test_own.py", "--answer", my(RIGHT))

    assert 1 == done.returncode
    assert "serves the checks of an exercise only" in done.stdout


def test_a_check_without_an_entry_is_the_exercise_s_fault(tmp_path, my):
    """Said with file and key."""
    import shutil

    shutil.copytree(EXERCISE, tmp_path / "shelf_life")
    with (tmp_path / "shelf_life" / "checks.py").open("a", encoding="utf-8") as file:
        file.write("\n\ndef test_more(answer):\n    pass\n")
    done = run(tmp_path, tmp_path / "shelf_life" / "checks.py", "--answer", my(RIGHT))

    assert 1 == done.returncode
    assert "no entry [checks.more]" in done.stdout

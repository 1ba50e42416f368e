"""``qcourse check`` on every kind of file that a learner may hand in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
RIGHT = (ROOT / "exercises" / "shelf_life" / "private" / "solution.py").read_text(encoding="utf-8")
MARGIN = RIGHT.partition("\n\n\n")[0]


def notebook(*cells: object, **settings: object) -> bytes:
    whole = [
        cell if isinstance(cell, dict) else {"cell_type": "code", "source": cell, "metadata": {}}
        for cell in cells
    ]
    return json.dumps(
        {"cells": whole, "nbformat": 4, "nbformat_minor": 5, "metadata": {}, **settings}
    ).encode()


ACCEPTED = {
    "byte-order mark": ("my.py", b"\xef\xbb\xbf" + RIGHT.encode()),
    "CRLF": ("my.py", RIGHT.replace("\n", "\r\n").encode()),
    "notebook": ("my.ipynb", notebook(RIGHT)),
    "notebook with a byte-order mark": ("my.ipynb", b"\xef\xbb\xbf" + notebook(RIGHT)),
    "notebook with CRLF in its cells": ("my.ipynb", notebook(RIGHT.replace("\n", "\r\n"))),
    "magics": ("my.ipynb", notebook("%matplotlib inline\n!ls", "%%time\n" + RIGHT, "margin?")),
    "its own check cell": (
        "my.ipynb",
        notebook("from qcourse import check", RIGHT, 'check("shelf_life", language="en")'),
    ),
    "duplicated ids": (
        "my.ipynb",
        notebook(
            *(
                {"cell_type": "code", "id": "same", "source": text, "metadata": {}}
                for text in ("x = 1", RIGHT)
            )
        ),
    ),
    "missing ids": ("my.ipynb", notebook({"cell_type": "code", "source": RIGHT.splitlines(keepends=True)})),
    "a name with spaces": ("my answer, été.py", RIGHT.encode()),
}


@pytest.mark.parametrize("kind", ACCEPTED)
def test_files_as_they_come_are_accepted(run, tmp_path, kind):
    """Status 0: the answer counts, and not how it was saved."""
    name, data = ACCEPTED[kind]
    (tmp_path / name).write_bytes(data)
    status, _, err = run("check", "shelf_life", name)

    assert (0, "") == (status, err)


REFUSED = {
    "not Python": ("my.py", b"this is an essay, not a program", "not valid Python"),
    "not a Python file": ("my.docx", b"text", "expected a Python file"),
    "binary": ("my.py", bytes(range(256)), "the file is binary"),
    "UTF-16": ("my.py", RIGHT.encode("utf-16"), "saved as UTF-16"),
    "another encoding": ("my.py", "# déjà vu, été, à bientôt\nx = 1".encode("latin-1"), "not saved as UTF-8"),
    "broken JSON": ("my.ipynb", notebook(RIGHT)[:-20], "the notebook is damaged"),
    "JSON but no notebook": ("my.ipynb", b"[1, 2]", "not a notebook"),
    "an old notebook": ("my.ipynb", b'{"nbformat": 3, "worksheets": []}', "old format"),
    "a notebook without code": (
        "my.ipynb",
        notebook({"cell_type": "markdown", "source": "x"}),
        "has no code",
    ),
    "no file": ("absent.py", None, "there is no such file"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_files_that_cannot_be_used_get_their_own_message(run, tmp_path, kind):
    """Status 2, naming the file."""
    name, data, words = REFUSED[kind]
    if data is not None:
        (tmp_path / name).write_bytes(data)
    status, out, err = run("check", "shelf_life", name)

    assert (2, "") == (status, out)
    assert err.startswith(name)
    assert words in err
    assert "Traceback" not in err


TROUBLE = {
    "a missing function": (MARGIN, "the function `verdict` is missing"),
    "a wrong signature": (
        RIGHT.replace("def rank(files: list[dict])", "def rank(files, order)"),
        "`rank` has other parameters than asked",
    ),
    "a function that is none": (RIGHT + "\nrank = 3\n", "`rank` is a int, not a function"),
    "an endless loop": (RIGHT + "\ndef rank(files):\n    while True: pass\n", "took more than 10 seconds"),
    "an endless loop at import": ("while True: pass\n", "took more than 10 seconds"),
    "an exception at import": ("1 / 0\n", "my.py, line 1: the file stopped with ZeroDivisionError"),
    "an exit at import": ("import sys\nsys.exit(0)\n", "my.py, line 2: the file stopped with SystemExit"),
    "the end of the process": ("import os\nos._exit(0)\n", "ended its own process"),
    "an import that is not there": ("import absent_package\n", "ModuleNotFoundError"),
    "an exception in a function": (
        RIGHT.replace("return years_to_threat -", "return 1 / 0 -"),
        "stopped at line 2 of your answer with ZeroDivisionError",
    ),
    "None": (RIGHT.replace("return years_to_threat -", "years_to_threat -"), "nothing (None)"),
    "NaN": (RIGHT.replace("return years_to_threat -", "return float('nan') +"), "NaN or infinite"),
    "the stub": (
        (ROOT / "exercises" / "shelf_life" / "stub.py").read_text(encoding="utf-8"),
        "`margin` is not written yet",
    ),
}


@pytest.mark.parametrize("kind", TROUBLE)
def test_answers_that_do_not_work_get_their_own_message(run, tmp_path, kind):
    """Status 1: the file could be read, and the checks say what to do."""
    text, words = TROUBLE[kind]
    (tmp_path / "my.py").write_text(text, encoding="utf-8")
    status, out, err = run("check", "shelf_life", "my.py")

    assert (1, "") == (status, err)
    assert words in out
    assert "Traceback" not in out


def test_a_reason_that_ends_the_whole_answer_is_said_once(run, tmp_path):
    """Not under every check."""
    (tmp_path / "my.py").write_text("while True: pass\n", encoding="utf-8")
    _, out, _ = run("check", "shelf_life", "my.py")

    assert 1 == out.count("took more than 10 seconds")

"""Reading what a learner hands in: what is usable is read, and the rest gets a message of its own."""

from __future__ import annotations

import json
import os

import pytest

from qcourse import answer_file
from qcourse.errors import AnswerError


def notebook(*cells: object, **settings: object) -> bytes:
    """A notebook with these code cells (texts) or whole cells (dicts)."""
    whole = [
        cell if isinstance(cell, dict) else {"cell_type": "code", "source": cell, "metadata": {}}
        for cell in cells
    ]
    return json.dumps(
        {"cells": whole, "nbformat": 4, "nbformat_minor": 5, "metadata": {}, **settings}
    ).encode()


def values(cells: list[str]) -> dict:
    """What the cells define when they are run."""
    namespace: dict = {}
    assert [] == answer_file.run(cells, namespace)
    return namespace


UNUSABLE = {
    "suffix": ("answer.txt", b"x = 1"),
    "too_large": ("answer.py", b"#" * (answer_file.MAX_BYTES + 1)),
    "utf16": ("answer.py", "x = 1".encode("utf-16")),
    "encoding": ("answer.py", "é = 1  # un fichier d'un ancien éditeur".encode("latin-1")),
    "binary": ("answer.py", bytes(range(256)) * 4),
    "syntax": ("answer.py", b"def f(:\n    pass"),
    "notebook_named_py": ("answer.py", notebook("x = 1").replace(b'{"cells"', b'{\n "cells"') + b" true"),
    "json": ("answer.ipynb", notebook("x = 1")[:-9]),
    "not_notebook": ("answer.ipynb", b"[1, 2]"),
    "old_notebook": ("answer.ipynb", b'{"nbformat": 3, "worksheets": [{"cells": []}]}'),
    "no_code": ("answer.ipynb", notebook({"cell_type": "markdown", "source": "hello"}, " \n")),
}


@pytest.mark.parametrize("kind", UNUSABLE)
def test_each_unusable_file_has_its_own_message(kind):
    """It names the file, in both languages."""
    name, data = UNUSABLE[kind]
    with pytest.raises(AnswerError) as refusal:
        answer_file.read_bytes(data, name)

    assert kind == refusal.value.kind
    assert all(text.startswith(name) for text in refusal.value.text.values())


def test_the_messages_all_differ():
    """One cause, one message."""
    texts = [text[language] for text in answer_file._SAID.values() for language in ("en", "fr")]

    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("data", [b"\0\0\0\0", "x = 1".encode("utf-16-le"), "x = 1".encode("utf-16-be")])
def test_zero_bytes_are_never_python(data):
    """UTF-16 without its mark is still told from other binary files."""
    with pytest.raises(AnswerError) as refusal:
        answer_file.read_bytes(data, "a.py")

    assert refusal.value.kind in ("utf16", "binary")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("nowhere.py", "not_found"),
        ("folder.py", "not_a_file"),
        ("dangling.py", "not_found"),
        ("pipe.py", "not_a_file"),
    ],
)
def test_a_path_that_is_no_file_is_refused(tmp_path, path, kind):
    """Nothing is opened that could hang."""
    (tmp_path / "folder.py").mkdir()
    (tmp_path / "dangling.py").symlink_to(tmp_path / "gone.py")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.py")
    with pytest.raises(AnswerError) as refusal:
        answer_file.read_path(tmp_path / path)

    assert kind == refusal.value.kind


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbfx = '\xc3\xa9'\n",
        b"x = '\xc3\xa9'\r\ny = 2\r\n",
        b"# -*- coding: utf-8 -*-\nx = '\xc3\xa9'",
    ],
    ids=["byte-order mark", "CRLF", "coding line"],
)
def test_python_files_as_editors_save_them_are_accepted(data):
    """None of this is the learner's doing."""
    assert "é" == values(answer_file.read_bytes(data, "a.py"))["x"]


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + notebook("x = 1"),
        notebook("x = 1").replace(b", ", b",\r\n"),
        notebook(["x = ", "1"]),
        notebook("x = 1", nbformat_minor=99),
        notebook(
            {"cell_type": "code", "source": "x = 1", "id": "a"},
            {"cell_type": "code", "source": "y = 2", "id": "a"},
        ),
        notebook({"cell_type": "code", "source": "x = 1"}),
        notebook("%matplotlib inline\nx = 1\n!ls\nx?"),
        notebook("%%time\nx = 1"),
        notebook("files = !ls\nhere = %pwd\nx = 1"),
        notebook("%%bash\necho not python (", "x = 1"),
        notebook("if True:\n    %time 3\nx = 1"),
        notebook(None, {"cell_type": "code"}, "x = 1"),
    ],
)
def test_notebooks_as_they_are_found_are_accepted(data):
    """Marks, line ends, magics, ids and odd cells do no harm."""
    assert 1 == values(answer_file.read_bytes(data, "a.ipynb"))["x"]


def test_blanked_magics_keep_the_line_numbers():
    """An error is then reported where the learner sees it."""
    cell = "%matplotlib inline\n!ls\nx = (1"

    assert 3 == answer_file.without_magics(cell).count("\n") + 1


def test_python_that_looks_like_a_magic_is_kept():
    """A cell that is valid Python is never touched."""
    cell = "x = (7\n%3)"

    assert cell == answer_file.without_magics(cell)


def test_a_cell_that_raises_is_noted_and_the_rest_runs():
    """The last binding wins."""
    namespace: dict = {}
    errors = answer_file.run(["x = 1", "x = 2\n\nraise SystemExit('bye')", "y = x", "def ("], namespace)

    assert [(2, "SystemExit", "bye", 3), (4, "SyntaxError", "invalid syntax", 1)] == [
        (error.cell, error.type_name, error.detail.partition(" (")[0], error.line) for error in errors
    ]
    assert (2, 2) == (namespace["x"], namespace["y"])


@pytest.mark.parametrize(
    ("name", "words"), [("a.py", "a.py, line 3"), ("a.ipynb", "a.ipynb, code cell 2, line 3")]
)
def test_the_note_on_an_error_names_file_and_line(name, words):
    """And the cell, in a notebook."""
    error = answer_file.CellError(2, "ValueError", "of {braces}", 3)
    said = answer_file.said(error, name)

    assert said["en"].startswith(words)
    assert all("of {braces}" in text for text in said.values())

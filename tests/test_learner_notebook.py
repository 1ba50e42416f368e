"""The learner's notebook, made from stub and task."""

from __future__ import annotations

import ast
from pathlib import Path

import nbformat
import pytest

from qcourse import answer_file, exercises, learner_notebook

ROOT = Path(__file__).resolve().parents[1]
EVERY = [(slug, language) for slug in exercises.names(ROOT) for language in ("en", "fr")]


@pytest.fixture(params=EVERY, ids="-".join)
def made(request):
    """An exercise, a language and the notebook read back from its file."""
    slug, language = request.param
    exercise = exercises.load(slug, ROOT)
    return exercise, language, nbformat.reads(learner_notebook.text(exercise, language), as_version=4)


def test_it_is_a_valid_notebook_without_outputs(made):
    """Of the current format, for the kernel python3."""
    _, _, notebook = made
    nbformat.validate(notebook)

    assert "python3" == notebook.metadata.kernelspec.name
    assert [] == [cell for cell in notebook.cells if cell.get("outputs") or cell.get("execution_count")]


def test_it_begins_with_the_import_and_ends_with_the_check(made):
    """The check speaks the notebook's language."""
    exercise, language, notebook = made

    assert "from qcourse import check" == notebook.cells[0].source.split("\n")[0]
    assert f'check("{exercise.slug}", language="{language}")' == notebook.cells[-1].source


def test_its_functions_are_the_stub_with_the_task_as_docstring(made):
    """Signature and mark untouched, the contract's first paragraph inside."""
    exercise, language, notebook = made
    cells = answer_file.read_bytes(learner_notebook.text(exercise, language).encode(), "a.ipynb")
    functions = {
        node.name: node
        for cell in cells
        for node in ast.parse(cell).body
        if isinstance(node, ast.FunctionDef)
    }
    docstrings = {name: " ".join(ast.get_docstring(node).split()) for name, node in functions.items()}

    assert list(exercise.functions) == list(functions)
    assert {
        name: " ".join(text.split("\n\n")[0].split()) for name, text in exercise.docstrings(language).items()
    } == docstrings
    assert all(exercises.MARK in ast.unparse(node.body[-1]) for node in functions.values())


def test_the_whole_task_is_in_it(made):
    """Nobody has to go back to the page."""
    exercise, language, notebook = made
    prose = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")

    assert [] == [line for line in exercise.task(language).splitlines() if line.strip() and line not in prose]


def test_the_same_content_gives_the_same_bytes(made):
    """Cell ids are not drawn at random."""
    exercise, language, _ = made

    assert learner_notebook.text(exercise, language) == learner_notebook.text(exercise, language)


STUB = ast.parse('def f(x: int) -> int:\n    raise NotImplementedError("YOUR ANSWER HERE")\n')


@pytest.mark.parametrize(
    "docstring",
    [
        "Short.",
        'It ends in a "quote"',
        'Three """ quotes',
        "A \\back\\slash",
        "Long. " + "word " * 60,
        "« déjà »\u00a0: é",
    ],
)
def test_any_first_paragraph_makes_a_docstring(docstring):
    """Python reads back the same words."""
    source = ast.unparse(STUB)
    made = learner_notebook.with_docstring(source, ast.parse(source).body[0], docstring)

    assert docstring.split() == ast.get_docstring(ast.parse(made).body[0]).split()

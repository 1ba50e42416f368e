"""An exercise's notebook for the learner, made from its stub and its task in one language.

Cells: the imports; the task; for each function its contract and its stub, whose docstring is the contract's first
paragraph; the check.
"""

from __future__ import annotations

import ast
import re
import textwrap

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from .exercises import Exercise

_WIDTH = 88


def text(exercise: Exercise, language: str) -> str:
    """The notebook as it is written to a file."""
    return nbformat.writes(notebook(exercise, language)) + "\n"


def notebook(exercise: Exercise, language: str) -> NotebookNode:
    """The notebook, without outputs; the same content gives the same bytes."""
    source = exercise.read("stub.py")
    body = ast.parse(source).body
    functions = {node.name: node for node in body if isinstance(node, ast.FunctionDef)}
    imports = [_lines(source, node) for node in body if isinstance(node, (ast.Import, ast.ImportFrom))]
    given = [
        _lines(source, node)
        for node in body
        if not isinstance(node, (ast.Import, ast.ImportFrom, ast.FunctionDef))
    ]
    introduction, contracts = sections(exercise.task(language))
    cells = [
        _code("imports", "\n".join(["from qcourse import check", *imports])),
        _prose("task", introduction),
    ]
    if given:
        cells.append(_code("given", "\n\n".join(given)))
    for name, node in functions.items():
        if name in contracts:
            cells.append(_prose(f"task-{name}", f"## `{name}`\n\n{contracts[name]}"))
        cells.append(_code(name, with_docstring(source, node, first_paragraph(contracts.get(name, "")))))
    cells.append(_code("check", f'check("{exercise.slug}", language="{language}")'))
    return new_notebook(
        cells=cells,
        metadata={
            "kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"},
            "language_info": {"name": "python"},
        },
    )


def sections(task: str) -> tuple[str, dict[str, str]]:
    """The task's text before its first function, and the text of each function's section."""
    parts = re.split(r"^## `(\w+)`\s*$", task, flags=re.MULTILINE)
    return parts[0].strip(), {name: body.strip() for name, body in zip(parts[1::2], parts[2::2], strict=True)}


def first_paragraph(section: str) -> str:
    """The section's text up to its first empty line."""
    return section.partition("\n\n")[0]


def with_docstring(source: str, function: ast.FunctionDef, docstring: str) -> str:
    """The function's lines in ``source`` with ``docstring`` as its first statement."""
    lines = _lines(source, function).split("\n")
    if not docstring:
        return "\n".join(lines)
    start = function.body[0].lineno - function.lineno
    indent = " " * function.body[0].col_offset
    # A task's text could close the docstring or hold a backslash: both are written so that Python reads them back.
    safe = docstring.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    wrapped = textwrap.wrap(" ".join(safe.split()), _WIDTH, break_long_words=False, break_on_hyphens=False)
    quoted = [f'"""{wrapped[0]}', *wrapped[1:]]
    if len(quoted) == 1 and not quoted[0].endswith('"'):
        quoted[0] += '"""'
    else:
        quoted.append('"""')
    return "\n".join([*lines[:start], *(indent + line for line in quoted), *lines[start:]])


def _lines(source: str, node: ast.stmt) -> str:
    first = min([node.lineno, *(decorator.lineno for decorator in getattr(node, "decorator_list", []))])
    return "\n".join(source.split("\n")[first - 1 : node.end_lineno])


def _code(identifier: str, source: str) -> NotebookNode:
    return new_code_cell(source, id=_identifier(identifier))


def _prose(identifier: str, source: str) -> NotebookNode:
    return new_markdown_cell(source, id=_identifier(identifier))


def _identifier(name: str) -> str:
    """A cell's id: same content, same bytes, and within what the notebook format allows."""
    return name.replace("_", "-")[:64]

"""The one-way rule: who may import whom, read from the source with ``ast``."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "qcourse"

EDGES = {"sphinxext", "pytest_plugin", "figures", "panels", "server", "cli", "theme"}
SERVICES = {
    "figure_assets",
    "grading",
    "report",
    "packages",
    "printing",
    "policy",
    "record",
    "items",
    "dashboard",
    "decks",
    "site",
    "slides",
    "sources",
    "catalogs",
    "workspace",
    "learner_notebook",
    "table_kit",
}
ONLY_IN = {
    "sphinx": {"sphinxext"},
    "docutils": {"sphinxext"},
    "ipywidgets": {"figures", "panels"},
    "anywidget": {"figures", "panels"},
    "jupyter_server": {"server"},
    "tornado": {"server"},
    "click": {"cli", "grading"},
    "matplotlib": {"figures", "items"},
    "distributed": {"grading"},
    "genanki": {"decks"},
}
"""Outside packages that only some parts may import."""
CORE_MAY_IMPORT = {"numpy", "qiskit", "yaml", "qcourse"}
"""Beyond the standard library."""


def part_of(path: Path) -> str:
    """The part of the package that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def modules() -> list[Path]:
    """Every module of the package, but the bootstrap script and the font tool, which are run by themselves."""
    return [
        path for path in sorted(PACKAGE.rglob("*.py")) if path.name not in ("bootstrap.py", "make_fonts.py")
    ]


def imports(path: Path) -> list[tuple[str, int, bool]]:
    """Each imported module's full name, its line, and whether it is imported inside a function."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    lazy = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        for inner in ast.walk(node)
    }
    package = ["qcourse", *path.relative_to(PACKAGE).parts[:-1]]
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name, node.lineno, id(node) in lazy) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = ".".join([*base, *([node.module] if node.module else [])])
            found += (
                [(f"{stem}.{alias.name}", node.lineno, id(node) in lazy) for alias in node.names]
                if stem == "qcourse"
                else [(stem, node.lineno, id(node) in lazy)]
            )
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_one_way(path: Path) -> None:
    """Core imports no service and no edge; services import no edge; edges don't import each other, but cli lazily."""
    import sys

    own = part_of(path)
    wrong = []
    for name, line, lazy in imports(path):
        top, _, rest = name.partition(".")
        if top == "qcourse" and rest:
            other = rest.split(".")[0]
            if other == own or own in ("__init__", "__main__"):
                continue
            if other in EDGES and not (own == "cli" and lazy):
                wrong.append(f"line {line}: {own} imports the edge {other}")
            if other in SERVICES and own not in EDGES | SERVICES:
                wrong.append(f"line {line}: {own} (core) imports the service {other}")
        elif top in ONLY_IN and own not in ONLY_IN[top]:
            wrong.append(f"line {line}: only {', '.join(sorted(ONLY_IN[top]))} may import {top}")
        elif (
            own not in EDGES | SERVICES | {"__init__", "__main__"}
            and top not in sys.stdlib_module_names | CORE_MAY_IMPORT
        ):
            wrong.append(
                f"line {line}: {own} (core) imports {top}; core is the standard library, NumPy, Qiskit and PyYAML"
            )

    assert [] == wrong


def test_the_table_names_what_exists() -> None:
    """Every part that the table lists is in the package, so that no rule outlives its part."""
    parts = {part_of(path) for path in modules()}

    assert set() == (EDGES | SERVICES) - parts - {"theme"}

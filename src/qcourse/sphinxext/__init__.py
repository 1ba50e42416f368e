"""The book's Sphinx extension: the course's roles, directives and theme.

Each module holds one idea and registers itself.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any

from sphinx.application import Sphinx

MODULES = (
    "boxes",
    "callouts",
    "cover",
    "exercise",
    "facts_roles",
    "lesson",
    "mathml",
    "pages",
    "paths",
    "plans",
    "questions",
    "record_pages",
    "routes",
    "search",
    "table_console",
    "tables",
    "term_trainer",
    "test_forms",
    "words",
)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register everything; pages may be read and written in parallel."""
    os.environ["QCOURSE_BOOK"] = "1"  # the kernels inherit it: figures then leave static output alone
    for name in MODULES:
        import_module(f".{name}", __package__).setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}

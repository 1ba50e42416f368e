"""The browser's engine for a page without modules."""

from __future__ import annotations

from pathlib import Path

from ..figure_assets import wrapped

ENGINE = Path(__file__).with_name("table_q.js")


def policy_script(name: str = "tableQ") -> str:
    """``table_q.js`` as a classic script that defines the global ``name`` with the module's functions."""
    return f"var {name} = {wrapped(ENGINE.read_text(encoding='utf-8'), ENGINE.stem, name)};\n"

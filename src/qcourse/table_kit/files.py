"""The kit as files: HTML always, PDF where a browser that prints is installed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from .. import printing
from .console import console_html
from .sheets import kit_html


def write_table_kits(folder: Path, languages: Sequence[str], pdf: bool = True) -> list[Path]:
    """Write ``<language>/kit.html``, ``console.html`` and, with a browser at hand, ``kit.pdf`` into ``folder``; what was written."""
    written = []
    for language in languages:
        page = folder / language / "kit.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(kit_html(language), encoding="utf-8")
        console = page.with_name("console.html")
        console.write_text(console_html(language), encoding="utf-8")
        written += [page, console]
        if pdf and printing.found_browser():
            written.append(printing.pdf(page, page.with_suffix(".pdf")))
    return written

"""The kit as files: HTML always, PDF where Chromium is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from ..errors import UsageError
from .console import console_html
from .sheets import kit_html

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
LONGEST_S = 180


def write_table_kits(folder: Path, languages: Sequence[str], pdf: bool = True) -> list[Path]:
    """Write ``<language>/kit.html``, ``console.html`` and, with Chromium at hand, ``kit.pdf`` into ``folder``; what was written."""
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    written = []
    for language in languages:
        page = folder / language / "kit.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(kit_html(language), encoding="utf-8")
        console = page.with_name("console.html")
        console.write_text(console_html(language), encoding="utf-8")
        written += [page, console]
        if pdf and browser:
            written.append(_printed(page, browser))
    return written


def _printed(page: Path, browser: str) -> Path:
    """The page as a tagged PDF beside it."""
    target = page.with_suffix(".pdf")
    with tempfile.TemporaryDirectory() as profile:
        command = [
            browser,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-pdf-header-footer",
            "--export-tagged-pdf",
            "--generate-pdf-document-outline",
            f"--user-data-dir={profile}",
            f"--print-to-pdf={target}",
            page.resolve().as_uri(),
        ]
        target.unlink(missing_ok=True)
        try:
            done = subprocess.run(command, capture_output=True, timeout=LONGEST_S, check=False)
            said = done.stderr.decode(errors="replace")[-300:]
        except subprocess.TimeoutExpired:
            said = f"> {LONGEST_S} s"
    if not target.is_file():
        raise UsageError(
            {
                "en": f"Chromium did not print {page} ({said}); print the page from any browser instead, on A4.",
                "fr": f"Chromium n’a pas imprimé {page} ({said}); imprimez la page depuis un navigateur, en A4.",
            }
        )
    return target

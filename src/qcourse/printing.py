"""Printing HTML to a tagged PDF with Chromium, without any network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from .errors import UsageError

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
TIMEOUT_S = 300
_DATE = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}")
_FIXED_DATE = rb"\g<1>20200101000000"


def found_browser() -> str | None:
    """The path of a browser that prints, or None."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def browser() -> str:
    """The path of a browser that prints; UsageError when there is none."""
    if path := found_browser():
        return path
    raise UsageError(
        {
            "en": f"no browser to print with was found (looked for {', '.join(BROWSERS)}). Install Chromium; on Debian: apt install chromium.",
            "fr": f"aucun navigateur pour imprimer (noms cherchés\u00a0: {', '.join(BROWSERS)}). Installez Chromium; sous Debian\u00a0: apt install chromium.",
        }
    )


def pdf(page: Path, target: Path) -> Path:
    """Print the HTML file ``page``: tagged, with an outline from its headings, the same bytes for the same page."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        command = [browser(), "--headless", "--disable-gpu", f"--user-data-dir={profile}", "--no-first-run"]
        command += ["--disable-background-networking", "--no-pdf-header-footer", "--export-tagged-pdf"]
        command += ["--generate-pdf-document-outline", f"--print-to-pdf={target}"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.append("--no-sandbox")  # Chromium refuses to start its sandbox for root
        try:
            run = subprocess.run(
                [*command, page.resolve().as_uri()],
                capture_output=True,
                text=True,
                errors="replace",
                timeout=TIMEOUT_S,
                check=False,
            )
            said = run.stderr[-1500:]
        except subprocess.TimeoutExpired:
            said = f"> {TIMEOUT_S} s"
    if not target.is_file():
        raise UsageError(
            {
                "en": f"{Path(command[0]).name} didn’t print {page.name}; it said:\n{said}",
                "fr": f"{Path(command[0]).name} n’a pas imprimé {page.name}; il dit\u00a0:\n{said}",
            }
        )
    target.write_bytes(_DATE.sub(_FIXED_DATE, target.read_bytes()))
    return target

"""What the tests share: the course's root, its built site, and a browser that can't reach any network."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
TO_INSTALL = "browser tests need Chromium (Debian: apt install chromium) and tests/requirements.txt (pip install -r tests/requirements.txt)"


@pytest.fixture(scope="session")
def root() -> Path:
    """The course's root folder."""
    return ROOT


@pytest.fixture(scope="session")
def site(root: Path) -> Path:
    """The built site, ``out/site``; built now when a source has changed."""
    from qcourse import site as builder

    return builder.build(root)


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """A headless Chromium; skips, saying what to install, unless QCOURSE_BROWSER=required."""
    executable = next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        sync_playwright = None
    if not executable or not sync_playwright:
        if os.environ.get("QCOURSE_BROWSER") == "required":
            pytest.fail(TO_INSTALL)
        pytest.skip(TO_INSTALL)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of the site on a plain static web server of this machine."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., tuple[int, str, str]]:
    """Run the command ``qcourse`` in an empty folder; its status, output and errors."""
    from qcourse.cli import main

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QCOURSE_ROOT", str(ROOT))
    monkeypatch.setenv("COURSE_LANG", "en")

    def run(*words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as end:
            main(list(words))
        said = capsys.readouterr()
        return end.value.code, said.out, said.err

    return run


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """A static server that writes no log."""

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""

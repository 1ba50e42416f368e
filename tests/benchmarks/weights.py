"""Weights of our pages against a default Jupyter Book page, built in the same run.

    python tests/benchmarks/weights.py

Uncompressed bytes of everything that Chromium loads for a page from a local server. The default book has the same
kinds of page: text, text with mathematics, a slider of ipywidgets. Its requests to other hosts (mathematics, widgets)
are counted but cannot be weighed without a network.
"""

from __future__ import annotations

import functools
import http.server
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "out" / "site"
OURS = {
    "cover": "en/book/index.html",
    "text page": "en/book/how_to_use.html",
    "module page": "en/modules/quantum_basics/index.html",
    "opening lesson": "en/modules/encryption_risk/harvest_now_decrypt_later.html",
    "figure lesson": "en/modules/quantum_basics/entanglement.html",
    "glossary": "en/book/glossary.html",
    "ledger of facts": "en/book/facts.html",
    "search with its index": "en/search.html?q=qubit",
}
NOTEBOOK = "---\nfile_format: mystnb\nkernelspec: {name: python3, display_name: Python 3}\n---\n"
DEFAULT = {
    "text": "# A text page\n\n" + "A paragraph of ordinary text.\n\n" * 40,
    "mathematics": "# A page with mathematics\n\n$$ a^2 + b^2 = c^2 $$\n\n"
    + "A paragraph of ordinary text.\n\n" * 40,
    "widget": NOTEBOOK
    + "# A page with a slider\n\n```{code-cell} python\nimport ipywidgets\nipywidgets.IntSlider()\n```\n",
}


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """A static server that writes no log."""

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


def default_book(folder: Path) -> Path:
    """Build a book with Jupyter Book's defaults; the folder of its pages."""
    (folder / "_config.yml").write_text(
        "title: Default\nexecute: {execute_notebooks: force}\n", encoding="utf-8"
    )
    (folder / "_toc.yml").write_text(
        "format: jb-book\nroot: text\nchapters: [{file: mathematics}, {file: widget}]\n", encoding="utf-8"
    )
    for name, text in DEFAULT.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    command = Path(sys.executable).with_name("jupyter-book")
    subprocess.run([str(command), "build", str(folder), "-q"], check=True, capture_output=True)
    return folder / "_build" / "html"


def weigh(browser, folder: Path, pages: dict[str, str]) -> dict[str, tuple[int, int, int]]:
    """For each page: kB loaded from its own server, requests to it, requests to other hosts."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_address[1]}"
    seen = {}
    for kind, name in pages.items():
        if not (folder / name.split("?")[0]).is_file():
            continue
        context = browser.new_context()
        page = context.new_page()
        sizes: dict[str, int] = {}
        elsewhere: set[str] = set()

        def note(request, sizes=sizes, elsewhere=elsewhere) -> None:
            if not request.url.startswith(base):
                elsewhere.add(request.url)
                return
            file = folder / request.url[len(base) + 1 :].split("?")[0]
            sizes[request.url] = file.stat().st_size if file.is_file() else 0

        page.on("request", note)
        page.goto(f"{base}/{name}")
        page.wait_for_timeout(2500)
        seen[kind] = (round(sum(sizes.values()) / 1000), len(sizes), len(elsewhere))
        context.close()
    server.shutdown()
    return seen


def main() -> None:
    """Build the default book, weigh both, print one table."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        flags = [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--no-first-run",
        ]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        default = weigh(browser, default_book(Path(folder)), {name: f"{name}.html" for name in DEFAULT})
        ours = weigh(browser, SITE if len(sys.argv) < 2 else Path(sys.argv[1]), OURS)
        browser.close()
    print("page | kB uncompressed | requests | requests to other hosts")
    for book, rows in (("default", default), ("this course", ours)):
        for kind, (weight, requests, elsewhere) in rows.items():
            print(f"{book}, {kind} | {weight} | {requests} | {elsewhere}")


if __name__ == "__main__":
    main()

"""Lighthouse on the built site: median of three runs with its mobile settings, for three kinds of page.

    python tests/benchmarks/lighthouse.py [--runs 3] [--json FILE]

Installs Lighthouse from npm below out/tools on first use; needs Node.js and Chromium (or CHROME_PATH). The exit status is 1
when a bar is missed: performance 95, accessibility 100, best practices 95.
"""

from __future__ import annotations

import argparse
import functools
import http.server
import json
import os
import shutil
import statistics
import subprocess
import sys
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "out" / "site"
TOOLS = ROOT / "out" / "tools"
VERSION = "12.8.2"
BARS = {"performance": 95, "accessibility": 100, "best-practices": 95}
PAGES = {
    "cover": "en/book/index.html",
    "text page": "en/book/how_to_use.html",
    "opening lesson": "en/modules/encryption_risk/harvest_now_decrypt_later.html",
    "figure lesson": "en/modules/quantum_basics/entanglement.html",
}
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update --no-first-run"


class _Compressing(http.server.SimpleHTTPRequestHandler):
    """A static server that writes no log and compresses text, as any host of a site does."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        import gzip

        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in {".html", ".css", ".js", ".svg"}:
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=86400")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


def lighthouse() -> Path:
    """The command, installed below out/tools when it is not there."""
    command = TOOLS / "node_modules" / ".bin" / "lighthouse"
    if not command.exists():
        TOOLS.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [
                "npm",
                "install",
                "--prefix",
                str(TOOLS),
                "--no-fund",
                "--no-audit",
                "--silent",
                f"lighthouse@{VERSION}",
            ],
            check=True,
        )
    return command


def measure(command: Path, address: str) -> dict[str, float]:
    """The scores, 0 to 100, and three times in ms of one run."""
    chrome = os.environ.get("CHROME_PATH") or shutil.which("chromium") or shutil.which("google-chrome") or ""
    arguments = [
        str(command),
        address,
        "--quiet",
        "--output=json",
        f"--chrome-flags={FLAGS}",
        f"--only-categories={','.join(BARS)}",
    ]
    run = subprocess.run(
        arguments, capture_output=True, text=True, check=True, env={**os.environ, "CHROME_PATH": chrome}
    )
    report = json.loads(run.stdout)
    if "runtimeError" in report:
        raise SystemExit(f"{address}: {report['runtimeError']['message']}")
    seen = {name: round(100 * report["categories"][name]["score"]) for name in BARS}
    for name in ("first-contentful-paint", "largest-contentful-paint", "total-blocking-time"):
        seen[name] = round(report["audits"][name]["numericValue"])
    seen["shift"] = round(report["audits"]["cumulative-layout-shift"]["numericValue"], 3)
    return seen


def main() -> int:
    """Measure, print a table, say whether every bar is met."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--site", type=Path, default=SITE)
    options = parser.parse_args()
    command = lighthouse()
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(_Compressing, directory=str(options.site))
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    rows = {}
    for kind, page in PAGES.items():
        if (options.site / page).is_file():
            runs = [
                measure(command, f"http://127.0.0.1:{server.server_address[1]}/{page}")
                for _ in range(options.runs)
            ]
            rows[kind] = {"page": page} | {
                name: statistics.median(run[name] for run in runs) for name in runs[0]
            }
    server.shutdown()
    names = [name for name in next(iter(rows.values())) if name != "page"]
    print(f"median of {options.runs}, mobile settings")
    print(" | ".join(["page", *names]))
    for kind, row in rows.items():
        print(" | ".join([f"{kind} ({row['page']})", *(str(row[name]) for name in names)]))
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    missed = [
        f"{kind}: {name} {row[name]} < {bar}"
        for kind, row in rows.items()
        for name, bar in BARS.items()
        if row[name] < bar
    ]
    print("\n".join(missed) or "every bar is met")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

"""Take the README's two pictures from the built site: ``python tests/benchmarks/pictures.py``."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
LESSON = "modules/encryption_risk/harvest_now_decrypt_later.html"


def main() -> None:
    """Write book/pictures/lesson.en.png and lesson.fr.png, 1280 by 860 pixels."""
    target = ROOT / "book" / "pictures"
    target.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 860}, color_scheme="light")
        for language in ("en", "fr"):
            page.goto((ROOT / "out" / "site" / language / LESSON).as_uri())
            page.wait_for_function("document.fonts.status === 'loaded'")
            page.screenshot(path=target / f"lesson.{language}.png")
        browser.close()


if __name__ == "__main__":
    main()

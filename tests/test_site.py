"""The built site: complete in both languages, light, self-contained, and free of script errors."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from .pages import PAGES

LANGUAGES = ("en", "fr")
NAMES = [page.name for page in PAGES] + ["search"]
TEXT_PAGE, FIGURE_PAGE = 600_000, 900_000
GOING_ON = "net::ERR_ABORTED"
"""What a request that the next page overtakes says of itself."""
LEDGER_PAGES = {"book/facts", "book/references"}


def page_file(site: Path, language: str, name: str) -> Path:
    """The built file of a page."""
    return site / language / f"{name}.html"


@pytest.mark.parametrize("name", NAMES)
def test_every_page_is_built_in_both_languages(site: Path, name: str) -> None:
    """The page is there, says its language, and links to itself in the other one."""
    for language, other in (("en", "fr"), ("fr", "en")):
        html = page_file(site, language, name).read_text(encoding="utf-8")
        switch = re.search(r'<a class="qc-switch"[^>]*href="([^"]+)"', html)
        target = (page_file(site, language, name).parent / switch[1]).resolve()

        assert (f'<html lang="{language}"' in html, target) == (True, page_file(site, other, name).resolve())


def test_outputs_of_code_are_the_same_in_both_languages(site: Path) -> None:
    """Code runs once: each figure's data is identical in English and French."""
    for page in PAGES:
        data = [
            re.findall(
                r'<script type="application/json" class="qc-figure-state">(.*?)</script>',
                page_file(site, language, page.name).read_text(encoding="utf-8"),
                re.DOTALL,
            )
            for language in LANGUAGES
        ]

        assert data[0] == data[1]


def test_part_captions_are_translated(site: Path) -> None:
    """The French contents hold none of the English captions."""
    html = page_file(site, "fr", "book/index").read_text(encoding="utf-8")

    assert ("Le risque pour le chiffrement" in html, "Encryption risk" in html) == (True, False)


def test_the_front_door_opens_french_unless_english_is_asked_for(site: Path) -> None:
    """Without script the door offers both, French first."""
    html = (site / "index.html").read_text(encoding="utf-8")

    assert 0 < html.index("fr/book/index.html") < html.index("en/book/index.html")


def local_files(site: Path, html_file: Path) -> tuple[set[Path], list[str]]:
    """The files that a page loads, and the addresses outside the site that it would fetch."""
    html = html_file.read_text(encoding="utf-8")
    addresses = re.findall(r'<(?:script|img|source|iframe|video|audio|embed)\b[^>]*?\bsrc="([^"]+)"', html)
    addresses += re.findall(r'<link\b(?=[^>]*rel="(?:stylesheet|icon|preload)")[^>]*?href="([^"]+)"', html)
    files, outside = set(), []
    for address in addresses:
        if urlsplit(address).scheme in ("http", "https") or address.startswith("//"):
            outside.append(address)
        elif not address.startswith("data:"):
            files.add((html_file.parent / unquote(urlsplit(address).path)).resolve())
    for style in [file for file in files if file.suffix == ".css"]:
        files |= {
            (style.parent / address).resolve()
            for address in re.findall(r"url\((?!data:)[\"']?([^)\"']+)", style.read_text(encoding="utf-8"))
        }
    return files, outside


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_light_and_asks_nobody_else(site: Path, language: str, name: str) -> None:
    """All that a page loads is in the site; its bytes, uncompressed, stay under the bar of its kind; no script blocks."""
    file = page_file(site, language, name)
    html = file.read_text(encoding="utf-8")
    files, outside = local_files(site, file)
    missing = sorted(str(path) for path in files if not path.is_file())
    weight = file.stat().st_size + sum(path.stat().st_size for path in files if path.is_file())
    blocking = [
        tag
        for tag in re.findall(r"<script\b[^>]*\bsrc=[^>]*>", html)
        if not re.search(r"\b(defer|async)\b", tag)
    ]
    bar = FIGURE_PAGE if 'class="qc-figure"' in html or name in LEDGER_PAGES else TEXT_PAGE

    assert ([], [], []) == (outside, missing, blocking)
    assert weight <= bar


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_inside_the_site_lead_somewhere(site: Path, language: str) -> None:
    """Every link to a page of the site, and every place on it, exists."""
    broken = []
    for name in NAMES:
        file = page_file(site, language, name)
        html = file.read_text(encoding="utf-8")
        for address in re.findall(r'<a\b[^>]*?\bhref="([^"]+)"', html):
            parts = urlsplit(address)
            if parts.scheme or address.startswith(("/exercise/", "//")):
                continue
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            if not target.is_file():
                broken.append(f"{name}: {address}")
            elif parts.fragment and f'id="{parts.fragment}"' not in (
                html if target == file else target.read_text(encoding="utf-8")
            ):
                broken.append(f"{name}: {address} (no such place)")

    assert [] == broken


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("protocol", ["http", "file"])
def test_pages_open_without_a_network(
    site: Path, served: str, chromium, language: str, protocol: str
) -> None:
    """Over http and from a folder, with every other host unreachable: no outside request, none that fails, no script error."""
    base = served if protocol == "http" else site.as_uri()
    context = chromium.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on(
        "request",
        lambda request: (
            faults.append(f"asks {request.url}") if not request.url.startswith((base, "data:")) else None
        ),
    )
    page.on(
        "requestfailed",
        lambda request: (
            faults.append(f"fails {request.url}: {request.failure}") if request.failure != GOING_ON else None
        ),
    )
    page.on(
        "response",
        lambda response: (
            faults.append(f"{response.status} {response.url}") if response.status >= 400 else None
        ),
    )
    page.on("pageerror", lambda error: faults.append(f"script error: {error}"))
    page.on(
        "console",
        lambda message: faults.append(f"console: {message.text}") if message.type == "error" else None,
    )
    for name in NAMES:
        faults.append(f"page {name}")
        page.goto(f"{base}/{language}/{name}.html", wait_until="load")
        if len(faults) == 1 or faults[-1] == f"page {name}":
            faults.pop()
    context.close()

    assert [] == faults


@pytest.mark.browser
@pytest.mark.parametrize(("locale", "language"), [("en-CA", "en"), ("fr-CA", "fr"), ("de-DE", "fr")])
def test_the_front_door_follows_the_browser(site: Path, chromium, locale: str, language: str) -> None:
    """English for a browser that asks for it, French for every other, from a folder too."""
    context = chromium.new_context(locale=locale)
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    page.wait_for_url(f"**/{language}/book/index.html")
    seen = page.evaluate("document.documentElement.lang")
    context.close()

    assert language == seen


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_answers_the_keyboard(site: Path, chromium, language: str) -> None:
    """Choosing with the space bar shows the reason of that choice, says right or wrong, and hides the others' reasons."""
    from qcourse.sphinxext import page_data

    lesson = next(page for page in PAGES if page.name.endswith("harvest_now_decrypt_later"))
    question = next(iter(page_data.questions(lesson.path).values()))
    context = chromium.new_context()
    page = context.new_page()
    page.goto(page_file(site, language, lesson.name).as_uri())
    block = page.locator(f"#question-{question['id']}")
    for position, choice in enumerate(question["choices"]):
        block.locator("input").nth(position).focus()
        page.keyboard.press("Space")
        shown = [
            place
            for place in range(len(question["choices"]))
            if block.locator(".qc-reason").nth(place).is_visible()
        ]
        right = block.locator(".qc-reason").nth(position).get_attribute("data-right")

        assert ([position], str(bool(choice.get("right"))).lower()) == (shown, right)
    context.close()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_console_of_table_q_is_in_the_site(site: Path, language: str) -> None:
    """The page on Table Q in class links to it, and it stands beside that page."""
    page = (site / language / "book" / "teaching" / "table_q.html").read_text(encoding="utf-8")

    assert 'href="table_q_console.html"' in page
    assert f'<html lang="{language}">' in (
        site / language / "book" / "teaching" / "table_q_console.html"
    ).read_text(encoding="utf-8")

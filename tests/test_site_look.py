"""The built site in a browser: for everyone, on every width, with and without a server, a script or a network."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from .pages import PAGES

pytestmark = pytest.mark.browser

VENDOR = Path(__file__).parent / "vendor"
NAMES = [*(page.name for page in PAGES), "search"]
LESSON = "modules/encryption_risk/harvest_now_decrypt_later"
TYPES = [
    "book/index",
    "book/facts",
    "book/glossary",
    "search",
    "modules/quantum_basics/index",
    LESSON,
    "modules/quantum_basics/entanglement",
]


@pytest.fixture
def open_page(site: Path, chromium) -> Iterator[Callable[..., Any]]:
    """A function that opens a page of the site from the disk and returns it; all is closed after the test."""
    contexts = []

    def opener(name: str, width: int = 1280, theme: str = "light", query: str = "", **options: Any):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=theme, reduced_motion="reduce", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{(site / name).as_uri()}.html{query}")
        return page

    yield opener
    for context in contexts:
        context.close()


OPEN_ALL = """() => {
  document.querySelectorAll("main details").forEach((box) => { box.open = true; });
  document.querySelectorAll(".qc-question").forEach((question, i) => question.querySelectorAll("input")[i % 3].click());
  if (document.querySelector(".qc-ledger")) document.querySelectorAll(".qc-ledger section").forEach((topic, i) => { if (i > 1) topic.remove(); });
}"""


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing(open_page, name: str, language: str) -> None:
    """axe-core finds no violation, light and dark, wide and narrow, with everything unfolded and answered.

    Of the ledger, whose entries are alike, two topics are looked at.
    """
    page = open_page(f"{language}/{name}", query="?q=quebec" if name == "search" else "")
    if name == "search":
        page.wait_for_selector(".qc-result")
    page.evaluate(OPEN_ALL)
    page.add_script_tag(path=VENDOR / "axe-core" / "axe.min.js")
    found = set()
    for width, theme in ((1280, "light"), (375, "light"), (375, "dark"), (1280, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        result = page.evaluate(
            "axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })"
        )
        found |= {(theme, width, rule["id"], rule["nodes"][0]["html"][:160]) for rule in result["violations"]}

    assert found == set()


@pytest.mark.parametrize("name", TYPES)
def test_page_never_scrolls_sideways(open_page, name: str) -> None:
    """From 320 px (also 1280 px at 400 % zoom) to 1600 px, nothing sticks out."""
    page = open_page(f"fr/{name}", query="?q=quebec" if name == "search" else "")
    if name == "search":
        page.wait_for_selector(".qc-result")
    page.evaluate(OPEN_ALL)
    over = {}
    for width in (320, 375, 640, 1024, 1280, 1600):
        page.set_viewport_size({"width": width, "height": 900})
        over[width] = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )

    assert over == dict.fromkeys(over, 0)


@pytest.mark.parametrize(("language", "typed"), [("en", "ENTANGLÉMENT"), ("fr", "intrication")])
def test_search_finds_and_marks(open_page, language, typed):
    """From the box at the top to results in context, on disk, whatever the accents and capitals."""
    page = open_page(f"{language}/book/glossary")
    page.fill("#qc-q", typed)
    page.press("#qc-q", "Enter")
    page.wait_for_selector(".qc-result mark")

    assert typed[:5].lower().replace("é", "e") in page.inner_text(".qc-result mark").lower()
    assert page.inner_text(".qc-search-count")[0].isdigit()
    page.click(".qc-result h2 a")
    assert f"/{language}/" in page.url and "search" not in page.url


def test_search_never_parses_what_is_typed(open_page) -> None:
    """A tag that is typed is text."""
    page = open_page("en/search", query="?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")

    page.wait_for_function("document.querySelector('.qc-search-count').textContent")

    assert page.locator("main img").count() == 0
    assert "<img src=x onerror=alert(1)>" in page.inner_text(".qc-search-count")


def test_colours_are_chosen_and_kept(open_page, site: Path):
    """The button goes from automatic to light to dark; the next page remembers."""
    page = open_page("en/book/index", theme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.click(".qc-theme")
    page.click(".qc-theme")
    dark = page.evaluate(ground)
    page.goto((site / "en/book/glossary.html").as_uri())

    assert light != dark
    assert page.evaluate(ground) == dark
    assert "Dark" in page.get_attribute(".qc-theme", "title")


def test_question_gives_the_reason_of_the_choice(open_page) -> None:
    """Without a choice no reason shows; with one, its own, and it is announced."""
    page = open_page(f"en/{LESSON}")
    question = page.locator(".qc-question").first

    assert question.locator(".qc-reason:visible").count() == 0
    question.locator("label").nth(1).click()
    assert question.locator(".qc-reason:visible").count() == 1
    assert (
        question.locator(".qc-verdict").text_content() == question.locator(".qc-reason").nth(1).text_content()
    )
    assert question.locator("details.qc-answers").is_hidden()


def test_page_without_scripts_says_everything(open_page) -> None:
    """Without scripts the answers can be unfolded, the contents opened, and no dead button shows."""
    page = open_page(f"en/{LESSON}", 375, java_script_enabled=False)

    assert page.locator("details.qc-answers").first.is_visible()
    assert page.locator(".qc-theme").is_hidden()
    page.click(".qc-open-contents")
    assert page.locator("#contents a").first.is_visible()


def test_contents_open_and_shut_on_a_phone(open_page) -> None:
    """The contents open by keyboard, take the focus, and Escape shuts them and gives the focus back."""
    page = open_page(f"en/{LESSON}", 375)
    page.focus(".qc-open-contents")
    page.keyboard.press("Enter")
    assert page.locator("#contents").is_visible()
    page.keyboard.press("Escape")

    assert page.locator("#contents").is_hidden()
    assert page.evaluate("document.activeElement.className") == "qc-open-contents"


def test_definition_shows_on_focus_and_escape_hides_it(open_page) -> None:
    """The definition of a glossary word: on hover, on focus, gone with Escape, never outside the window."""
    for width in (1280, 375):
        page = open_page("en/modules/quantum_basics/entanglement", width)
        for word in page.locator(".qc-word").all()[:3]:
            word.locator("a").focus()
            tip = word.locator(".qc-tip")
            assert tip.is_visible()
            box = tip.bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= width
            page.keyboard.press("Escape")
            assert tip.is_hidden()


def test_keyboard_reaches_the_text_first(open_page) -> None:
    """The first stop of the Tab key skips to the content, and the focus is seen."""
    page = open_page(f"en/{LESSON}")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.className") == "qc-skip"
    assert page.locator(".qc-skip").bounding_box()["y"] >= 0
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")


@pytest.mark.parametrize("name", TYPES)
def test_targets_are_large_enough(open_page, name: str) -> None:
    """On a phone, controls outside running text measure at least 24 px each way."""
    page = open_page(f"en/{name}", 375)
    page.evaluate(OPEN_ALL)
    small = page.evaluate("""() => [...document.querySelectorAll("button, summary, .qc-top a, .qc-pager a, .qc-choice label, input[type=search], input[type=range], .qc-button")]
      .filter((element) => element.offsetParent && !element.classList.contains("qc-copy"))
      .map((element) => [element.outerHTML.slice(0, 100), element.getBoundingClientRect()])
      .filter(([, box]) => box.width < 24 || box.height < 24).map(([html]) => html)""")

    assert small == []


def test_language_switch_leads_to_the_same_page(open_page) -> None:
    """The switch opens the same page in the other language, and back."""
    page = open_page("en/book/glossary")
    page.click(".qc-switch")
    assert page.url.endswith("/fr/book/glossary.html")
    assert page.get_attribute("html", "lang") == "fr"
    page.click(".qc-switch")

    assert page.url.endswith("/en/book/glossary.html")


def test_paper_shows_answers_and_cards(open_page) -> None:
    """On paper the navigation is gone; answers and the backs of the cards are there."""
    page = open_page(f"en/{LESSON}")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")

    assert page.locator(".qc-top").is_hidden() and page.locator("#contents").is_hidden()
    assert page.locator(".qc-answers li").first.is_visible()
    assert page.locator(".qc-back").first.is_visible()


def test_ledger_can_be_filtered(open_page) -> None:
    """The filter shows the facts that hold all the words, accents folded, and counts them."""
    page = open_page("fr/book/facts")
    before = page.locator(".qc-ledger-fact:visible").count()
    page.fill("#qc-filter", "quebec million")
    after = page.locator(".qc-ledger-fact:visible").count()

    assert 0 < after < before
    assert str(after) in page.inner_text(".qc-filter output")


@pytest.mark.parametrize(
    "entry",
    tomllib.loads((VENDOR / "vendored.toml").read_text("utf-8"))["file"],
    ids=lambda entry: entry["file"],
)
def test_test_tools_are_those_recorded(entry):
    """The vendored tools of the tests have the checksum of their manifest."""
    assert entry["sha256"] == hashlib.sha256((VENDOR / entry["file"]).read_bytes()).hexdigest()

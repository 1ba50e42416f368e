"""The slides: both languages alike, true to the plan's minutes, readable from a folder, on a screen and on paper."""

from __future__ import annotations

import hashlib
import re
import tomllib
from pathlib import Path

import pytest
import yaml

from qcourse import slides
from qcourse.cli.slides import draw_figure
from qcourse.errors import ContentError
from qcourse.lang import LANGUAGES

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path(slides.__file__).parent
DECKS = list(slides.decks(ROOT))
ROLE = re.compile(r"\{(fact|claim|source)\}`([^`]+)`")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every deck in both languages, in a folder of its own."""
    folder = tmp_path_factory.mktemp("slides")
    slides.write_decks(ROOT, DECKS, draw_figure, folder)
    return folder


def texts(deck: slides.Deck) -> list[tuple[str, dict[str, str]]]:
    """Every text of a deck in both languages, with its place."""
    found = []
    for slide in deck.slides:
        for name in ("title", "text", "notes", "myth"):
            if text := getattr(slide, name):
                found.append((f"{slide.id}.{name}", text))
    return found


def test_there_is_a_deck_for_each_module_and_the_workshop() -> None:
    """No module goes without slides."""
    modules = sorted(path.name for path in (ROOT / "modules").iterdir() if path.is_dir())

    assert [*modules, slides.WORKSHOP] == DECKS


@pytest.mark.parametrize("name", DECKS)
def test_a_deck_is_short_and_fills_its_time(name: str) -> None:
    """12 to 20 slides and one core session for a module, 18 to 25 and the plan's half day for the workshop."""
    plan = yaml.safe_load((ROOT / "book" / "paths.yml").read_text("utf-8"))
    deck = slides.load(ROOT, name)
    total = sum(slide.minutes for slide in deck.slides)

    if name == slides.WORKSHOP:
        assert (sum(part["minutes"] for part in plan["workshop"]), True) == (
            total,
            18 <= len(deck.slides) <= 25,
        )
    else:
        assert (45, True) == (total, 12 <= len(deck.slides) <= 20)


@pytest.mark.parametrize("name", DECKS)
def test_both_languages_say_the_same(name: str) -> None:
    """The same facts in the same order, and as many paragraphs, list items and table cells."""
    shape = re.compile(r"^\s*(?:[-|>]|\d\.)|\|(?=.)|^\s*$", re.MULTILINE)
    different = [
        place
        for place, text in texts(slides.load(ROOT, name))
        if ROLE.findall(text["en"]) != ROLE.findall(text["fr"])
        or [mark.strip()[:1] for mark in shape.findall(text["en"])]
        != [mark.strip()[:1] for mark in shape.findall(text["fr"])]
    ]

    assert [] == different


@pytest.mark.parametrize("name", DECKS)
def test_every_slide_is_said_and_misconceptions_are_met(name: str) -> None:
    """At least two short sentences to say on each slide; a misconception on two slides in five or more."""
    deck = slides.load(ROOT, name)
    silent = [
        f"{slide.id} {language}"
        for slide in deck.slides
        for language in LANGUAGES
        if len(re.findall(r"[.?!…]", slide.notes[language])) < 2
    ]
    long = [
        sentence
        for slide in deck.slides
        for sentence in re.split(r"(?<=[.?!;”])\s", ROLE.sub("", slide.notes["en"]))
        if len(sentence.split()) > 32
    ]

    assert ([], [], True) == (
        silent,
        long,
        5 * sum(slide.myth is not None for slide in deck.slides) >= 2 * len(deck.slides),
    )


@pytest.mark.parametrize("name", DECKS)
def test_amounts_and_years_come_from_the_register(name: str) -> None:
    """What the room reads holds no amount, share or year typed by hand, but for the article's."""
    typed = re.compile(r"\b(?:19|20)\d\d\b|[$€£]|\b(?:m|b)illions?\b|\bmilliards?\b", re.IGNORECASE)
    found = [
        f"{place}: {match[0]}"
        for place, text in texts(slides.load(ROOT, name))
        if place.endswith((".title", ".text"))
        for plain in text.values()
        for match in typed.finditer(
            re.sub(r"(?:2022 article|article (?:of|de) 2022)", "", ROLE.sub("", plain))
        )
    ]

    assert [] == found


def test_a_deck_opens_from_its_folder(written: Path) -> None:
    """Each page loads only files beside it; nothing points to the network but the addresses of sources."""
    faults = []
    for page in written.rglob("*.html"):
        html = page.read_text("utf-8")
        for tag, address in re.findall(r"<(\w+)[^>]*?\s(?:src|href)=\"([^\"#?]+)[^\"]*\"", html):
            outside = address.startswith(("http:", "https:", "//"))
            if (outside and tag != "a") or (not outside and not (page.parent / address).is_file()):
                faults.append(f"{page.parent.name}/{page.name}: {tag} {address}")
    for sheet in written.rglob("*.css"):
        faults += re.findall(
            r"url\((?!fonts/|[\"']?(?:data:|#))[^)]*\)|@import[^;]*", sheet.read_text("utf-8")
        )

    assert [] == faults


@pytest.mark.parametrize("language", LANGUAGES)
def test_slides_in_a_browser(written: Path, chromium: object, language: str) -> None:
    """At 1280 × 720 every slide fits, figures answer and are large enough, and no request leaves the folder."""
    page = chromium.new_page(viewport={"width": 1280, "height": 720})
    seen: dict[str, list] = {"requests": [], "errors": [], "misfits": [], "dead": []}
    page.on("request", lambda request: seen["requests"].append(request.url))
    page.on("pageerror", lambda error: seen["errors"].append(str(error)))
    for name in DECKS:
        page.goto((written / language / name / "index.html").as_uri())
        page.wait_for_function("window.Reveal && Reveal.isReady()")
        result = page.evaluate(MEASURE)
        seen["misfits"] += [f"{name}: {misfit}" for misfit in result["misfits"]]
        seen["dead"] += [f"{name}: {dead}" for dead in result["dead"]]
    page.close()
    seen["requests"] = [url for url in seen["requests"] if not url.startswith("file:")]

    assert {"requests": [], "errors": [], "misfits": [], "dead": []} == seen


MEASURE = """async () => {
  await document.fonts.ready;
  const misfits = [], dead = [];
  const within = (inner, outer) => inner.bottom <= outer.bottom + 1 && inner.right <= outer.right + 1;
  Reveal.getSlides().forEach((slide, place) => {
    Reveal.slide(place);
    const box = slide.querySelector(".slide");
    if (box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth) misfits.push(slide.id + " overflows");
    if (!within(box.querySelector(".slide-strip").getBoundingClientRect(), box.getBoundingClientRect()))
      misfits.push(slide.id + " loses its strip");
    for (const text of box.querySelectorAll(".slide-text li, .slide-text p, .slide-ask, .slide-choices div"))
      if (parseFloat(getComputedStyle(text).fontSize) < 24) misfits.push(slide.id + " has small type");
    const figure = box.querySelector("figure");
    if (!figure) return;
    if (!figure.querySelector(".qc-figure-live *")) dead.push(slide.id + " has no live figure");
    if (Number(figure.dataset.scale) < 0.7) misfits.push(slide.id + " shows its figure at " + figure.dataset.scale);
    const before = figure.querySelector(".qc-figure-live").innerHTML;
    for (const control of figure.querySelectorAll("input, select, button")) {
      if (control.type === "range") control.value = Number(control.value) > Number(control.min) ? control.min : control.max;
      else if (control.tagName === "SELECT") control.selectedIndex = control.selectedIndex ? 0 : 1;
      else control.click();
      for (const event of ["input", "change"]) control.dispatchEvent(new Event(event, { bubbles: true }));
      if (figure.querySelector(".qc-figure-live").innerHTML !== before) break;
    }
    if (figure.querySelector(".qc-figure-live").innerHTML === before) dead.push(slide.id + " does not answer");
  });
  return { misfits, dead };
}"""


def test_slides_on_paper(written: Path, chromium: object, tmp_path: Path) -> None:
    """The printable form gives one landscape page for each slide; the speaker's sheet prints on A4."""
    from pypdf import PdfReader

    page = chromium.new_page()
    folder = written / "fr" / slides.WORKSHOP
    page.goto((folder / "index.html").as_uri() + "?print-pdf")
    page.wait_for_selector("html[data-printable]", state="attached")
    page.pdf(path=tmp_path / "slides.pdf", prefer_css_page_size=True, print_background=True)
    page.goto((folder / "notes.html").as_uri())
    page.pdf(path=tmp_path / "notes.pdf", prefer_css_page_size=True)
    page.close()
    printed = PdfReader(tmp_path / "slides.pdf").pages
    sheet = PdfReader(tmp_path / "notes.pdf").pages[0].mediabox
    deck = slides.load(ROOT, slides.WORKSHOP)

    assert len(deck.slides) == len(printed)
    assert all(one.mediabox.width > one.mediabox.height for one in printed)
    assert all(
        slide.title["fr"].split()[-1][:6] in one.extract_text()
        for slide, one in zip(deck.slides, printed, strict=True)
    )
    assert (595, 842) == (round(sheet.width), round(sheet.height))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"minutes": 2}, "its slides 2"),
        ({"text": {"en": "{fact}`no-such-fact`", "fr": "x"}}, "no fact 'no-such-fact'"),
        ({"text": {"en": "{claim}`biweekly-calls`", "fr": "x"}}, "base article alone"),
        ({"text": {"en": "{word}`qubit`", "fr": "x"}}, "role 'word'"),
        ({"figure": "NoFigure"}, "no figure 'NoFigure'"),
        ({"question": "quantum_basics/qubits none"}, "no question 'none'"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_faulty_deck_is_refused(tmp_path: Path, change: dict, said: str) -> None:
    """Each fault is named, and no page is written."""
    slide = {
        "id": "one",
        "part": 1,
        "minutes": 1,
        "title": {"en": "A", "fr": "B"},
        "notes": {"en": "C", "fr": "D"},
    }
    deck = {
        "title": {"en": "A", "fr": "B"},
        "subtitle": {"en": "A", "fr": "B"},
        "parts": [{"minutes": 1, "title": {"en": "A", "fr": "B"}}],
        "slides": [slide | change],
    }
    folder = tmp_path / "modules" / "quantum_basics" / "slides"
    folder.mkdir(parents=True)
    (folder / "deck.yml").write_text(yaml.safe_dump(deck), encoding="utf-8")

    with pytest.raises(ContentError) as caught:
        slides.write_decks(tmp_path, ["quantum_basics"], draw_figure)
    assert said in caught.value.text["en"]
    assert not list(tmp_path.rglob("*.html"))


@pytest.mark.parametrize(
    "entry",
    tomllib.loads((PACKAGE / "vendored.toml").read_text("utf-8"))["file"],
    ids=lambda entry: entry["file"],
)
def test_vendored_files_are_those_recorded(entry: dict) -> None:
    """Each file of reveal.js has the checksum of the manifest."""
    assert entry["sha256"] == hashlib.sha256((PACKAGE / entry["file"]).read_bytes()).hexdigest()

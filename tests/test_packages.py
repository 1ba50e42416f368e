"""The packages hold what contents.yml says and no more, are the same twice, and unpack on Windows."""

from __future__ import annotations

import os
import re
import zipfile
from pathlib import Path

import pytest

from qcourse import packages, printing
from qcourse.errors import ContentError, UsageError
from qcourse.lang import LANGUAGES
from qcourse.packages import archive, cards, half_day, handbook, pages
from qcourse.packages.contents import contents
from tests.test_leaks import EXERCISES, distinctive_lines, leaked

ROOT = Path(__file__).resolve().parents[1]
KITS = ("learner", "selfpaced", "teacher")


def unpacked(path: Path, folder: Path) -> Path:
    """The folder into which an archive was unpacked."""
    with zipfile.ZipFile(path) as opened:
        opened.extractall(folder)
    return folder


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root with the course's own settings and the folders that other commands write."""
    root = tmp_path_factory.mktemp("course")
    for name in ("_config.yml", "_toc.yml", "book", "LICENSES", "exercises", "modules"):
        (root / name).symlink_to(ROOT / name)
    for place in contents()["half_day"]["folders"].values():
        for language in LANGUAGES:
            folder = root / place["from"].format(language=language)
            folder.mkdir(parents=True)
            for name in {place["start"], place.get("more", place["start"])}:
                folder.joinpath(name).write_text(f"<html lang={language}>", encoding="utf-8")
    return root


@pytest.fixture
def unprinted(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Sheets by the name of their PDF: kept as text in place of being printed."""
    sheets: dict[str, str] = {}

    def keep(page: str, target: Path) -> Path:
        sheets[f"{re.search('lang=.(..)', page)[1]}/{target.name}"] = page
        target.write_bytes(b"%PDF " + page.encode())
        return target

    monkeypatch.setattr(half_day, "printed", keep)
    return sheets


def test_the_half_day_kit(site: Path, course: Path, tmp_path: Path, unprinted: dict[str, str]) -> None:
    """Site, slides and sheets of both languages, each link of START and README inside the kit, the same bytes twice."""
    if absent := [page for page in half_day.missing(course, site) if ".html (make book)" in page]:
        pytest.skip(f"pages that are not written yet: {absent}")
    first, second = (half_day.write(course, site, tmp_path / name) for name in "ab")
    kit = unpacked(first, tmp_path / "kit")
    broken = []
    for page in (*half_day.START.values(), *half_day.README.values()):
        text = (kit / page).read_text(encoding="utf-8")
        links = re.findall(r'(?:href|src)="([^"]+)"', text)
        broken += [f"{page}: {link}" for link in links if not (kit / link).is_file()]
        assert len(links) >= 2
    start = (kit / "START.fr.html").read_text(encoding="utf-8")
    same = {name: (kit / name).read_bytes() == data for name, data in archive.below(site, "site/").items()}

    assert ([], True) == (broken, first.read_bytes() == second.read_bytes())
    assert all(same.values())
    assert {
        f"print/fr/{name}.pdf"
        for name in (
            "script",
            "lessons",
            "cards",
            "recall_cards",
            "claim_sheet",
            "test_before",
            "test_after",
            "test_key",
        )
    } <= set(re.findall(r'href="(print[^"]+)"', start))
    assert "slides/fr/notes.html" in start
    rest = tmp_path / "rest"
    rest.mkdir()
    for name, text in unprinted.items():
        if name.endswith("cards.pdf"):  # the other sheets are pages of the site, which test_leaks reads
            (rest / name.replace("/", "-")).with_suffix(".html").write_text(text, encoding="utf-8")
    for name in (*half_day.START.values(), *half_day.README.values()):
        (rest / name).write_bytes((kit / name).read_bytes())
    taught = "\n".join(path.read_text(encoding="utf-8") for path in ROOT.glob("modules/*/*.cards.yml"))
    leaks = [
        leak for leak in leaked(rest) if leak[1] not in taught
    ]  # a myth may stand on a card and in a wrong answer
    assert [] == contents()["private"]["half_day"] == leaks


def test_what_is_missing_is_said_with_its_command(tmp_path: Path) -> None:
    """Nothing is printed before everything is there; the message lists all that is not, in both languages."""
    for name in ("_config.yml", "book"):
        (tmp_path / name).symlink_to(ROOT / name)
    with pytest.raises(UsageError) as caught:
        half_day.write(tmp_path, tmp_path / "site", tmp_path)

    said = caught.value.text
    assert "out/slides/en/workshop/index.html (make slides)" in said["en"]
    assert "fr/book/claim_card.html (make book)" in said["fr"]
    assert [] == list(tmp_path.glob("*.zip"))


def test_the_offline_site(site: Path, tmp_path: Path) -> None:
    """Every file of the site and the licences, nothing else; the same bytes twice."""
    first, second = (packages.offline(ROOT, site, tmp_path / name)[0] for name in "ab")
    with zipfile.ZipFile(first) as opened:
        found = {name: opened.read(name) for name in opened.namelist()}

    assert archive.below(site) | archive.below(ROOT / "LICENSES", "LICENSES/") == found
    assert ([], True) == (contents()["private"]["offline"], first.read_bytes() == second.read_bytes())
    assert {"index.html", "en/book/index.html", "fr/book/index.html"} <= set(found)


def test_the_kits_hold_the_private_files_that_are_listed(tmp_path: Path) -> None:
    """By their names and by their lines: what isn't listed for a kit isn't in it."""
    paths = packages.kits(ROOT, tmp_path, tmp_path)
    for which, path in zip(KITS, paths, strict=True):
        listed = set(contents()["private"][which])
        with zipfile.ZipFile(path) as opened:
            names = opened.namelist()
            written = {
                line.strip()
                for name in names
                for line in opened.read(name).decode("utf-8").splitlines()
                if not name.endswith(".ipynb")  # test_leaks reads the notebooks
            }
        held = {name.rpartition("/")[2] for name in names if "/private/" in name}
        allowed = {
            line.strip()
            for exercise in EXERCISES
            for name in listed
            if (exercise / "private" / name).is_file()
            for line in (exercise / "private" / name).read_text(encoding="utf-8").splitlines()
        }
        lines = set().union(*(distinctive_lines(exercise) for exercise in EXERCISES))

        assert (listed, set()) == (held, (lines - allowed) & written)


def test_names_that_windows_refuses(tmp_path: Path) -> None:
    """Reserved words, forbidden signs, too long names, names that differ in capitals only."""
    bad = ["aux.txt", "a:b", "é.html", "x/" * 70 + "y", "end./a", "A.txt"]
    good = ["a.txt", "en/book/index.html", ".built", "console.js"]

    assert bad == archive.unsafe(dict.fromkeys([*good, *bad], b""))
    with pytest.raises(ContentError, match=r"aux\.txt"):
        archive.write(tmp_path / "x.zip", {"aux.txt": b""})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_handbook_has_every_page_and_every_link_a_place(site: Path, language: str) -> None:
    """All pages but those named in contents.yml, in the order of the contents; nothing comes from elsewhere."""
    listed = [page for _, chosen in handbook.chapters(ROOT, language) for page in chosen]
    every = [page for part in pages.parts(ROOT) for page in part.pages][1:]
    text = handbook.text(ROOT, site, language)
    places = re.findall(r'\bid="([^"]*)"', text)
    links = re.findall(r'href="#([^"]*)"', text)
    loaded = re.findall(r'(?:src|<link[^>]* href)="([^"]*)"', text)

    assert [page for page in every if not page.startswith(tuple(contents()["not_in_handbook"]))] == listed
    assert [pages.place(page) for page in listed] == [
        name for name in places if name in {pages.place(page) for page in listed}
    ]
    assert (set(), len(places)) == (set(links) - set(places), len(set(places)))
    assert len(links) > 500
    assert [] == [address for address in loaded if not address.startswith("file:")]
    assert ("<script" in text, "<noscript" in text) == (False, False)


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.fixture
def browser() -> None:
    """Skips without a browser that prints, unless QCOURSE_BROWSER=required."""
    try:
        printing.browser()
    except UsageError as error:
        (pytest.fail if os.environ.get("QCOURSE_BROWSER") == "required" else pytest.skip)(str(error))


@pytest.mark.browser
@pytest.mark.usefixtures("browser")
def test_a_printed_handbook(site: Path, tmp_path: Path) -> None:
    """Tagged, in its language, with an outline by module and lesson, links inside, page numbers, the same twice."""
    from pypdf import PdfReader

    caption, chapter = handbook.chapters(ROOT, "fr")[1]
    text = handbook.text(ROOT, site, "fr", [(caption, chapter[:2])])
    path = handbook.printed(text, tmp_path / "short.pdf")
    reader = PdfReader(path)
    catalog = reader.trailer["/Root"]
    first, listed, module, lessons = reader.outline[:4]
    inner = [
        note for page in reader.pages for note in page.get("/Annots", []) if "/Dest" in note.get_object()
    ]
    numbered = [" ".join(page.extract_text().split()) for page in reader.pages]
    count = len(reader.pages)

    assert ("fr", True, True) == (
        catalog["/Lang"],
        catalog["/MarkInfo"]["/Marked"],
        "/StructTreeRoot" in catalog,
    )
    assert [pages.book_title(ROOT, "fr"), "Sommaire"] == [first.title, listed.title]
    assert _plain(pages.title(site, "fr", chapter[0])) == _plain(module.title)
    assert [_plain(pages.title(site, "fr", chapter[1]))] == [_plain(lessons[0].title)]
    assert len(inner) > 20
    assert [False, *[True] * (count - 1)] == [
        f"{number} / {count}" in text for number, text in enumerate(numbered, 1)
    ]
    assert b"D:20200101000000" in path.read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_cards_for_the_room_and_to_take_home(site: Path, language: str) -> None:
    """Fifteen decisions, four corners, four headlines, commitments; answers apart; every recall card of the course."""
    room = cards.room_cards(site, language)
    front, _, key = room.partition('class="print-key"')
    recall = cards.recall_cards(site, language)
    kept = (site / language / "book" / "recall.html").read_text(encoding="utf-8").count('class="qc-card"')

    assert 15 + 4 + 4 + cards.COMMITMENTS == front.count("<li>")
    assert 15 + 4 == key.count("<li>")
    assert ("|" in key, "[q" in front) == (False, False)
    assert kept == recall.count("<li><div>") > 100


@pytest.mark.browser
@pytest.mark.usefixtures("browser")
def test_the_claim_sheet_is_one_page(site: Path, tmp_path: Path) -> None:
    """As the kit prints it."""
    from pypdf import PdfReader

    body = pages.together(site, "fr", [("", ["book/claim_card"])])
    path = handbook.printed(pages.frame(site, "fr", "x", body, kind="claim_sheet"), tmp_path / "sheet.pdf")

    assert 1 == len(PdfReader(path).pages)

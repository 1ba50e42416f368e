"""Building the site: its two editions' settings, its fingerprint, and what cleaning leaves alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from qcourse import site
from qcourse.errors import ContentError

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A root with the settings of the course and one page."""
    for name in ("_config.yml", "_toc.yml"):
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "book" / "locale" / "fr").mkdir(parents=True)
    shutil.copy(
        ROOT / "book" / "locale" / "fr" / "edition.yml", tmp_path / "book" / "locale" / "fr" / "edition.yml"
    )
    (tmp_path / "book" / "index.md").write_text("# Cover\n", encoding="utf-8")
    return tmp_path


def settings(root: Path, language: str) -> tuple[dict, dict]:
    """The configuration and contents of one edition."""
    folder = site.edition_files(root, language)
    return tuple(
        yaml.safe_load((folder / name).read_text(encoding="utf-8")) for name in ("_config.yml", "_toc.yml")
    )


def test_editions_differ_in_language_title_and_captions_alone(small: Path) -> None:
    """French has the same pages in the same order, under its own title and captions."""
    (config_en, toc_en), (config_fr, toc_fr) = settings(small, "en"), settings(small, "fr")
    pages = [[part["chapters"] for part in toc["parts"]] for toc in (toc_en, toc_fr)]
    captions = {part["caption"] for part in toc_en["parts"]} & {part["caption"] for part in toc_fr["parts"]}

    assert ("en", "fr", True, True, set()) == (
        config_en["sphinx"]["config"]["language"],
        config_fr["sphinx"]["config"]["language"],
        pages[0] == pages[1],
        config_en["title"] != config_fr["title"],
        captions,
    )


def test_an_untranslated_caption_is_named(small: Path) -> None:
    """A new part without French stops the build, naming the caption and the file to change."""
    toc = yaml.safe_load((small / "_toc.yml").read_text(encoding="utf-8"))
    toc["parts"][0]["caption"] = "A new part"
    (small / "_toc.yml").write_text(yaml.safe_dump(toc), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        site.edition_files(small, "fr")

    assert all("A new part" in text and "edition.yml" in text for text in caught.value.text.values())


def test_the_fingerprint_follows_every_source(small: Path) -> None:
    """A changed, added or removed page changes it; a compiled catalog doesn't."""
    before = site.fingerprint(small)
    (small / "book" / "locale" / "fr" / "x.mo").write_bytes(b"x")
    same = site.fingerprint(small)
    (small / "book" / "index.md").write_text("# Another\n", encoding="utf-8")
    changed = site.fingerprint(small)

    assert (True, True) == (before == same, before != changed)


def test_nothing_is_built_when_nothing_changed(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second start serves at once."""
    built = []

    def edition(root: Path, language: str, echo: object) -> Path:
        built.append(language)
        (root / "html").mkdir(exist_ok=True)
        return root / "html"

    monkeypatch.setattr(site, "build_edition", edition)
    for _ in range(2):
        site.build(small, echo=lambda line: None)

    assert ["en", "fr"] == built


def test_cleaning_leaves_sources_and_work(
    small: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory
) -> None:
    """Generated folders and compiled catalogs go; pages and a learner's notebooks stay, even beside the course."""
    work = tmp_path_factory.mktemp("home") / "qcourse"
    monkeypatch.setenv("QCOURSE_HOME", str(work))
    for path in (
        work / "bell_pair.fr.ipynb",
        small / "qcourse" / "mine.ipynb",
        small / "out" / "site" / "x.html",
        small / "_build" / "x",
        small / "book" / "locale" / "fr" / "x.mo",
    ):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    site.clean(small)

    assert (True, True, True, False, False, False) == (
        (work / "bell_pair.fr.ipynb").exists(),
        (small / "qcourse" / "mine.ipynb").exists(),
        (small / "book" / "index.md").exists(),
        (small / "out").exists(),
        (small / "_build").exists(),
        (small / "book" / "locale" / "fr" / "x.mo").exists(),
    )

"""The half-day kit: one zip with which a training officer runs the workshop on a laptop, without network or rights."""

from __future__ import annotations

import html
import tempfile
from pathlib import Path
from typing import Any

from ..errors import UsageError
from ..lang import LANGUAGES
from . import archive, cards, pages
from .contents import contents
from .handbook import printed

START = {"en": "START.html", "fr": "START.fr.html"}
README = {"en": "README.html", "fr": "README.fr.html"}
NAME = "qcourse-half-day.zip"
_HERE = Path(__file__).parent / "kit"


def write(root: Path, site: Path, folder: Path) -> Path:
    """Write the kit into ``folder``; UsageError that names everything that is missing, before anything is printed."""
    plan = contents()["half_day"]
    if lacking := missing(root, site):
        raise UsageError(
            {
                "en": "the half-day kit can’t be made. Missing: " + "; ".join(lacking) + ".",
                "fr": "la trousse de la demi-journée ne peut être faite. Il manque\u00a0: "
                + "; ".join(lacking)
                + ".",
            }
        )
    files = archive.below(site, "site/") | archive.below(root / "LICENSES", "LICENSES/")
    for language in LANGUAGES:
        for name, place in _folders(root, language).items():
            files |= archive.below(place, f"{name}/{language}/")
        for name, text in sheets(root, site, language).items():
            with tempfile.TemporaryDirectory() as work:
                files[f"print/{language}/{name}.pdf"] = printed(text, Path(work) / f"{name}.pdf").read_bytes()
    for language in LANGUAGES:
        files[START[language]] = _start(root, language, plan, set(files)).encode()
        files[README[language]] = _readme(root, language).encode()
    return archive.write(folder / NAME, files)


def missing(root: Path, site: Path) -> list[str]:
    """What the kit needs and doesn't find, each with the command that makes it."""
    plan, found = contents()["half_day"], []
    for language in LANGUAGES:
        wanted = {page for listed in plan["prints"].values() for page in listed}
        found += [
            f"{language}/{page}.html (make book)"
            for page in sorted(wanted)
            if not (site / language / f"{page}.html").is_file()
        ]
        found += [
            f"{place['from'].format(language=language)}/{place['start']} ({place['command']})"
            for place in plan["folders"].values()
            if place["needed"]
            and not (root / place["from"].format(language=language) / place["start"]).is_file()
        ]
    return found


def sheets(root: Path, site: Path, language: str) -> dict[str, str]:
    """What is printed, by the name of its PDF: pages of the site, and cards to cut out."""
    found = {}
    for name, listed in contents()["half_day"]["prints"].items():
        body = pages.together(site, language, [("", listed)])
        found[name] = pages.frame(site, language, pages.said(name, language), body, kind=name)
    found["cards"] = cards.room_cards(site, language)
    found["recall_cards"] = cards.recall_cards(site, language)
    return found


def _folders(root: Path, language: str) -> dict[str, Path]:
    places = {
        name: root / place["from"].format(language=language)
        for name, place in contents()["half_day"]["folders"].items()
    }
    return {name: path for name, path in places.items() if path.is_dir()}


def _start(root: Path, language: str, plan: dict[str, Any], files: set[str]) -> str:
    """The page to double-click: everything in the kit, in the order in which it is used."""
    say = pages.said
    show = [(f"site/{language}/book/index.html", say("site", language))]
    for name, place in plan["folders"].items():
        for key, words in (("start", name), ("more", f"{name}_more")):
            address = f"{name}/{language}/{place.get(key)}"
            if place.get(key) and address in files:
                show.append((address, say(words, language)))
    paper = [
        (f"print/{language}/{name}.pdf", say(name, language))
        for name in (*plan["prints"], "cards", "recall_cards")
    ]
    body = (
        f'<p class="warning" role="alert" hidden>{say("unzip", language)}</p>\n'
        f'<script src="site/{language}/_static/early.js" '
        "onerror=\"document.querySelector('.warning').hidden=false\"></script>\n"
        f"<h1>{say('kit_title', language)}</h1>\n<p>{html.escape(pages.book_title(root, language), quote=False)}</p>\n"
        f'<p><a href="{README[language]}"><b>{say("readme", language)}</b></a></p>\n'
        f"<h2>{say('show', language)}</h2>\n{_list(show)}\n<h2>{say('print', language)}</h2>\n{_list(paper)}\n"
        f'<p class="end"><a href="{START[_other(language)]}" lang="{_other(language)}" hreflang="{_other(language)}">'
        f"{say('other', language)}</a></p>"
    )
    return _page(language, say("kit_title", language), body)


def _readme(root: Path, language: str) -> str:
    body = (_HERE / f"readme.{language}.html").read_text(encoding="utf-8")
    body += f'<p class="end"><a href="{START[language]}">{pages.said("kit_title", language)}</a></p>'
    return _page(language, pages.said("readme", language), body)


def _list(links: list[tuple[str, str]]) -> str:
    return (
        "<ul>"
        + "".join(
            f'<li><a href="{address}">{html.escape(words, quote=False)}</a></li>' for address, words in links
        )
        + "</ul>"
    )


def _page(language: str, title: str, body: str) -> str:
    style = (_HERE / "page.css").read_text(encoding="utf-8")
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(title, quote=False)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _other(language: str) -> str:
    return next(other for other in LANGUAGES if other != language)

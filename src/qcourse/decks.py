"""The recall cards as Anki packages, one a language; ids stay the same, so that a newer package updates the cards."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from . import facts
from .errors import ContentError, Text
from .facts import Fact
from .lang import NBSP, date, pick
from .record.course import Lesson, lessons

Cite = Callable[[str, str], str]
"""The words for a source, by its key, in a language."""

Format = Callable[[Fact, str, str], str]
"""Writes the value of a fact, by its name, in a language."""

_MODEL_ID = 1_724_880_613
_DECK_IDS = {"en": 1_724_880_614, "fr": 1_724_880_615}
"""Chosen once: Anki knows a deck and a kind of note by them."""

_ROLE = re.compile(r"\s*\{(?P<role>fact|claim|source|word)\}`(?P<text>[^`]+)`")
_STYLE = (
    ".card{font:20px/1.45 Georgia,serif;text-align:left;max-width:34em;margin:0 auto;padding:1em}"
    ".source,.lesson{margin-top:1.2em;font:14px/1.4 sans-serif;opacity:.75}"
)
SAID: dict[str, Text] = {
    "deck": {"en": "Quantum literacy for diplomats", "fr": "Le quantique pour les diplomates"},
    "sources": {"en": "Sources: {sources}", "fr": "Sources\u00a0: {sources}"},
}


def write(
    root: Path, language: str, formatted: Format, cited: Cite, folder: Path | None = None
) -> tuple[Path, int]:
    """Write ``qcourse-cards-<language>.apkg`` into ``folder``, else ``out/packages``; its path and number of cards."""
    import genanki

    model = genanki.Model(
        _MODEL_ID,
        "qcourse",
        fields=[{"name": name} for name in ("Front", "Back", "Sources", "Lesson", "Id")],
        templates=[
            {
                "name": "Recall",
                "qfmt": "{{Front}}",
                "afmt": '{{FrontSide}}<hr id="answer">{{Back}}<div class="source">{{Sources}}</div><div class="lesson">{{Lesson}}</div>',
            }
        ],
        css=_STYLE,
    )
    deck = genanki.Deck(_DECK_IDS[language], pick(SAID["deck"], language))
    for lesson in lessons(root):
        title = _title(root, lesson, language)
        for card in _cards(root, lesson):
            sources: list[str] = []
            front, back = (
                plain(card[side][language], language, formatted, cited, sources) for side in ("front", "back")
            )
            identifier = f"{lesson.name}/{card['id']}"
            named = pick(SAID["sources"], language).format(sources="; ".join(dict.fromkeys(sources)))
            deck.add_note(
                genanki.Note(
                    model,
                    [front, back, named if sources else "", html.escape(title, quote=False), identifier],
                    guid=genanki.guid_for("qcourse", language, identifier),
                    tags=[lesson.module, lesson.name],
                )
            )
    target = folder or root / "out" / "packages"
    target.mkdir(parents=True, exist_ok=True)
    path = target / f"qcourse-cards-{language}.apkg"
    genanki.Package(deck).write_to_file(path)
    return path, len(deck.notes)


def plain(text: str, language: str, formatted: Format, cited: Cite, sources: list[str]) -> str:
    """A card's text as the HTML of a note: facts written out, their sources added to ``sources``."""
    parts: list[str] = []
    end = 0
    for match in _ROLE.finditer(text):
        parts.append(_markdown(text[end : match.start()]))
        parts.append(_role(match, language, formatted, cited, sources))
        end = match.end()
    parts.append(_markdown(text[end:]))
    return "".join(parts).strip()


def _role(match: re.Match[str], language: str, formatted: Format, cited: Cite, sources: list[str]) -> str:
    space = " " if match[0][0].isspace() else ""
    name, _, value = match["text"].strip().partition(" ")
    if match["role"] == "word":
        return space + html.escape(re.sub(r"\s*<[^>]+>$", "", match["text"]), quote=False)
    fact = facts.statable(name)
    dated = "" if fact.status == "computed" else f" ({date(fact.as_of, language)})"
    sources.append(html.escape(cited(fact.source, language) + dated, quote=False))
    if match["role"] == "source":
        return ""
    said = (
        fact.claim[language]
        if match["role"] == "claim"
        else formatted(fact, value, language) + dated.replace(" ", NBSP, 1)
    )
    return space + html.escape(said, quote=False)


def _markdown(text: str) -> str:
    """The little Markdown of the cards: emphasis, code, and signs that HTML would take for its own."""
    text = html.escape(text, quote=False)
    text = re.sub(r"`([^`]+)`", r"<code>\1</code>", text)
    text = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", text)
    return re.sub(r"\*(.+?)\*", r"<i>\1</i>", text)


def _cards(root: Path, lesson: Lesson) -> list[dict[str, Any]]:
    path = root / f"{lesson.page}.cards.yml"
    cards: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return cards


def _title(root: Path, lesson: Lesson, language: str) -> str:
    """The lesson's title, in French from its catalog."""
    text = (root / f"{lesson.page}.md").read_text(encoding="utf-8")
    heading = re.search(r"^# (.+)$", text, re.MULTILINE)
    if heading is None:
        raise ContentError(
            {"en": f"{lesson.page}.md has no title (# …).", "fr": f"{lesson.page}.md n’a pas de titre (# …)."}
        )
    if language == "en":
        return heading[1]
    catalog = root / "book" / "locale" / language / "LC_MESSAGES" / f"{lesson.page}.po"
    return _translations(catalog).get(heading[1], heading[1])


def _translations(catalog: Path) -> dict[str, str]:
    from babel.messages.pofile import read_po

    with catalog.open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file) if message.id}

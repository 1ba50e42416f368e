"""Cards to cut out for the room: who decides, four headlines, commitments; and the recall cards to take home."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import yaml

from . import pages

COMMITMENTS = 8
"""On one sheet: copy the sheet for more people."""

_FIGURES = Path(__file__).parents[1] / "figures"
_LEVELS = ("quebec", "federal", "shared", "neither")
_MARKED = re.compile(r"\[[^|\]]*\|([^\]]*)\]")
_LESSON = re.compile(r'<section data-module="[^"]*">(.*?)</section>', re.DOTALL)
_LESSON_TITLE = re.compile(r"<h3>(?:<a[^>]*>)?(.*?)(?:</a>)?</h3>", re.DOTALL)
_CARD = re.compile(
    r'<li class="qc-card"[^>]*><details><summary>(.*?)</summary>\s*<div class="qc-back">(.*?)</div>\s*</details>',
    re.DOTALL,
)
_MARK = re.compile(r'<sup class="qc-mark">.*?</sup>|</?a\b[^>]*>|\s(?:id|aria-labelledby)="[^"]*"', re.DOTALL)


def room_cards(site: Path, language: str) -> str:
    """Four corners, fifteen decisions, four headlines and commitments; then the answers, apart."""
    say = pages.said
    decisions = _data("actors_map.yml")["cards"]
    headlines = _data("annotated_headline.yml")
    corners = _deck(f"<h3>{say(level, language)}</h3>" for level in _LEVELS)
    sorted_cards = _deck(f"<p>{_text(card[language])}</p>" for card in decisions)
    clippings = _deck(
        f"<h3>{_text(item['head'][language])}</h3><p>{_text(item['text'][language])}</p>"
        for item in headlines
    )
    empty = _deck(
        f"<p><b>{say('commitment', language)}</b></p><p>&nbsp;</p><p>{say('commitment_date', language)}</p>"
        for _ in range(COMMITMENTS)
    )
    title = say("cards", language)
    body = (
        f"<h1>{title}</h1>\n"
        + _part(say("who_decides", language), say("who_decides_how", language), sorted_cards)
        + _part(say("corners", language), "", corners)
        + _part(say("claims", language), say("claims_how", language), clippings)
        + _part(say("commitments", language), "", empty)
        + f'<section class="print-key"><h2>{say("answers", language)}</h2>\n<h3>{say("who_decides", language)}</h3><ol>'
        + "".join(
            f"<li>{_text(card['short'][language])}: <b>{say(card['level'], language)}</b>. {_text(card['reason'][language])}</li>"
            for card in decisions
        ).replace(": <b>", "\u00a0: <b>" if language == "fr" else ": <b>")
        + f"</ol>\n<h3>{say('claims', language)}</h3><ol>"
        + "".join(
            f"<li>{_text(item['head'][language])}\u00a0— <b>{say(item['verdict'], language)}</b>. {_text(item['eraser'][language])}</li>"
            for item in headlines
        )
        + "</ol></section>"
    )
    return pages.frame(site, language, title, pages.outlined(body), kind="cards")


def recall_cards(site: Path, language: str) -> str:
    """Every card of the page of all cards, lesson by lesson: the question in front, the answer behind a fold."""
    title = pages.said("recall", language)
    pieces = [f"<h1>{title}</h1><p>{pages.said('recall_how', language)}</p>"]
    for lesson in _LESSON.findall(pages.article(site, language, "book/recall")):
        name = _LESSON_TITLE.search(lesson)
        folded = "".join(
            f"<li><div><b>{_plain(front)}</b></div><div>{_plain(back)}</div></li>"
            for front, back in _CARD.findall(lesson)
        )
        heading = _plain(name[1]) if name else ""
        pieces.append(
            f'<section><h2>{heading}</h2><ol class="print-deck print-folded">{folded}</ol></section>'
        )
    return pages.frame(site, language, title, pages.outlined("\n".join(pieces)), kind="cards")


def _part(title: str, how: str, deck: str) -> str:
    told = f"<p>{how}</p>" if how else ""
    return f'<section class="print-own"><h2>{title}</h2>{told}{deck}</section>\n'


def _deck(cards: Any) -> str:
    return f'<ul class="print-deck">{"".join(f"<li>{card}</li>" for card in cards)}</ul>'


def _text(text: str) -> str:
    """A text of the data files, without the marks that the figures use."""
    return html.escape(_MARKED.sub(r"\1", text), quote=False)


def _plain(text: str) -> str:
    return _MARK.sub("", text)


def _data(name: str) -> Any:
    return yaml.safe_load((_FIGURES / name).read_text(encoding="utf-8"))

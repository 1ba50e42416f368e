"""Writing a deck as a folder that needs no server: the slides, the speaker's sheet, and all that they load."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from ..errors import ContentError, Text
from ..figure_assets import HOST, STYLESHEET, figures_used, write_assets
from ..lang import LANGUAGES, number
from .deck import Deck, Slide, load
from .words import Words

DrawFigure = Callable[[str, Mapping[str, Any]], str]
"""Gives the HTML of the figure whose class has this name, starting at this position."""

ASSETS = "assets"
_HERE = Path(__file__).parent
_THEME = _HERE.parent / "theme" / "static"
_TOKENS_END = "/* Ground */"

STRINGS: dict[str, Text] = {
    "notes": {"en": "Speaker’s sheet", "fr": "Feuille d’animation"},
    "minutes": {"en": "min", "fr": "min"},
    "part": {"en": "Part", "fr": "Partie"},
    "say": {"en": "Say", "fr": "À dire"},
    "myth": {"en": "If you hear", "fr": "Si on vous dit"},
    "seen": {"en": "On the slide", "fr": "À l’écran"},
    "right": {"en": "right", "fr": "exact"},
    "answer": {"en": "Answer", "fr": "Réponse"},
    "sources": {"en": "Sources", "fr": "Sources"},
    "figure": {"en": "Figure: {title}", "fr": "Figure\u00a0: {title}"},
    "keyboard": {
        "en": "Arrow keys or Page Down: next · S: speaker’s window · F: whole screen · Esc: all slides, or out of a figure",
        "fr": "Flèches ou Page suivante\u00a0: avancer · S\u00a0: fenêtre d’animation · F\u00a0: plein écran · Échap\u00a0: toutes les diapositives, ou sortir d’une figure",
    },
    "print": {"en": "Print the slides", "fr": "Imprimer les diapositives"},
    "open": {"en": "Show the slides", "fr": "Montrer les diapositives"},
    "print_help": {
        "en": "Once open, each prints from the browser (Ctrl+P): the slides in landscape, this sheet in portrait.",
        "fr": "Une fois ouvertes, elles s’impriment depuis le navigateur (Ctrl+P)\u00a0: les diapositives en format paysage, cette feuille en format portrait.",
    },
    "total": {"en": "{slides} slides, {minutes} minutes", "fr": "{slides} diapositives, {minutes} minutes"},
}
_SPEAKER_WINDOW: dict[str, str] = {
    ">Upcoming</": ">Diapositive suivante</",
    "<title>reveal.js - Speaker View</title>": "<title>Fenêtre d’animation</title>",
    "Loading speaker view...": "Ouverture de la fenêtre d’animation…",
    ">Time <": ">Temps écoulé <",
    ">Click to Reset<": ">Cliquez pour remettre à zéro<",
    "Pacing – Time to finish current slide": "Rythme – temps restant pour cette diapositive",
    "'Layout'": "'Disposition'",
    "'Default'": "'Ordinaire'",
    "'Wide'": "'Large'",
    "'Tall'": "'Haute'",
    "'Notes only'": "'Notes seules'",
}
"""What the window of the speaker says in English, and its French."""


def write_decks(root: Path, names: Sequence[str], draw: DrawFigure, target: Path | None = None) -> list[Path]:
    """Write the decks in both languages below ``target`` (``out/slides``); the page of each."""
    place = target or root / "out" / "slides"
    pages = []
    for name in names:
        deck = load(root, name)
        for language in LANGUAGES:
            pages.append(_write(root, deck, language, draw, place / language / name))
    return pages


def _write(root: Path, deck: Deck, language: str, draw: DrawFigure, folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    shown = [_shown(root, deck, slide, start, language, draw) for slide, start in _timed(deck)]
    figures = figures_used("".join(slide["figure"] for slide in shown))
    values = {
        "deck": deck,
        "title": deck.title[language],
        "subtitle": deck.subtitle[language],
        "total": STRINGS["total"][language].format(
            slides=len(deck.slides),
            minutes=number(_short(sum(slide.minutes for slide in deck.slides)), language),
        ),
        "slides": shown,
        "figures": figures,
        "language": language,
        "t": {key: text[language] for key, text in STRINGS.items()},
        "assets": ASSETS,
    }
    folder.mkdir(parents=True)
    for page in ("index.html", "notes.html"):
        html = _templates().get_template(page).render(**values)
        folder.joinpath(page).write_text(html, encoding="utf-8")
    _write_assets(folder / ASSETS, figures, language)
    return folder / "index.html"


def _timed(deck: Deck) -> list[tuple[Slide, float]]:
    return list(zip(deck.slides, deck.starts(), strict=True))


def _shown(
    root: Path, deck: Deck, slide: Slide, start: float, language: str, draw: DrawFigure
) -> dict[str, Any]:
    """All that the templates write of one slide."""
    words = Words(language, f"{deck.name}, {slide.id}")
    text = words.html(slide.text[language]) if slide.text else ""
    footnotes = words.sources()
    notes = words.html(slide.notes[language])
    myth = words.html(slide.myth[language]) if slide.myth else ""
    total = sum(part.minutes for part in deck.parts)
    return {
        "id": slide.id.replace("_", "-"),
        "title": slide.title[language],
        "text": text,
        "big": slide.big,
        "figure": draw(slide.figure, slide.position) if slide.figure else "",
        "question": _question(root, slide.question, language) if slide.question else None,
        "footnotes": footnotes,
        "notes": notes,
        "myth": myth,
        "sources": words.sources(),
        "part": slide.part,
        "part_title": deck.parts[slide.part - 1].title[language],
        "new_part": start == sum(part.minutes for part in deck.parts[: slide.part - 1]),
        "minutes": number(_short(slide.minutes), language),
        "seconds": round(60 * slide.minutes),
        "clock": _clock(start),
        "until": _clock(start + slide.minutes),
        "total": _clock(total),
        "share": f"{100 * start / total:.2f}",
        "length": f"{100 * slide.minutes / total:.2f}",
        "strip": [
            {"minutes": f"{part.minutes:g}", "now": place == slide.part}
            for place, part in enumerate(deck.parts, 1)
        ],
    }


def _question(root: Path, reference: str, language: str) -> dict[str, Any]:
    """A question of a lesson, from the file beside it; ContentError when there is none of that name."""
    lesson, _, name = reference.partition(" ")
    path = root / "modules" / f"{lesson}.questions.yml"
    known = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else []
    for question in known:
        if question["id"] == name:
            words = Words(language, reference)
            return {
                "ask": words.html(question["ask"][language]),
                "choices": [
                    {
                        "letter": "ABCDE"[place],
                        "text": words.html(choice["text"][language]),
                        "reason": words.html(choice["reason"][language]),
                        "right": choice.get("right", False),
                    }
                    for place, choice in enumerate(question["choices"])
                ],
            }
    names = ", ".join(question["id"] for question in known) or "–"
    raise ContentError(
        {
            "en": f"no question {name!r} beside the lesson {lesson}. There are: {names}.",
            "fr": f"aucune question «\u00a0{name}\u00a0» auprès de la leçon {lesson}. Il y a\u00a0: {names}.",
        }
    )


def _write_assets(folder: Path, figures: Sequence[str], language: str) -> None:
    """Copy what a deck loads: reveal.js and its licence, fonts, styles, and the scripts of its figures only."""
    write_assets(folder)
    wanted = {STYLESHEET, HOST, *(f"{name}.js" for name in figures)} if figures else set()
    for path in folder.iterdir():
        if path.name not in wanted:
            path.unlink()
    shutil.copytree(_THEME / "fonts", folder / "fonts")
    for name in ("reveal.js", "reveal.css"):
        shutil.copy(_HERE / "vendored" / name, folder / name)
    shutil.copy(_HERE / "vendored" / "LICENSE", folder / "reveal.LICENSE.txt")
    folder.joinpath("notes.js").write_text(_speaker_window(language), encoding="utf-8")
    folder.joinpath("slides.css").write_text(
        _tokens() + (_HERE / "slides.css").read_text("utf-8"), encoding="utf-8"
    )
    shutil.copy(_HERE / "slides.js", folder / "slides.js")


def _speaker_window(language: str) -> str:
    """The plug-in that opens the speaker's window, in the deck's language."""
    script = (_HERE / "vendored" / "notes.js").read_text(encoding="utf-8")
    if language == "fr":
        for english, french in _SPEAKER_WINDOW.items():
            if english not in script:
                raise ContentError(
                    {
                        "en": f"vendored/notes.js no longer says {english!r}: bring the French of the speaker’s window up to date.",
                        "fr": f"vendored/notes.js ne dit plus {english!r}\u00a0: mettez à jour le français de la fenêtre d’animation.",
                    }
                )
            script = script.replace(english, french)
    return script


def _tokens() -> str:
    """Fonts, colours and names of the course's own look, from the start of the theme's style sheet."""
    sheet = (_THEME / "qcourse.css").read_text(encoding="utf-8")
    tokens, found, _ = sheet.partition(_TOKENS_END)
    if not found:
        raise ContentError(
            {
                "en": f"qcourse.css has no line {_TOKENS_END!r}, where its tokens end. Put it back.",
                "fr": f"qcourse.css n’a plus la ligne {_TOKENS_END!r}, qui termine ses variables. Rétablissez-la.",
            }
        )
    return tokens


@cache
def _templates() -> Any:
    import jinja2

    return jinja2.Environment(
        loader=jinja2.PackageLoader("qcourse.slides", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _clock(minutes: float) -> str:
    """Minutes as hours and minutes: 75 gives 1:15."""
    return f"{int(minutes) // 60}:{int(minutes) % 60:02d}"


def _short(minutes: float) -> float | int:
    return int(minutes) if float(minutes).is_integer() else minutes

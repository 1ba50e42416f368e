"""The base of every figure: Python computes at build time, one browser module draws, paper gets a still picture."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, ClassVar

import anywidget
import traitlets

from ..errors import Text
from ..figure_assets import notebook_module, stylesheet
from ..lang import LANGUAGES, current, pick

BOOK_VARIABLE = "QCOURSE_BOOK"
"""Environment variable that the book's build sets: figures then open no widget and give HTML only."""

_NUMBERS = {"en": "The numbers in a table", "fr": "Les nombres en tableau"}


class Figure(anywidget.AnyWidget):
    """A figure that the reader moves by hand; its name is that of the file it stands in.

    A subclass gives ``title``, ``alt``, ``caption`` and ``words`` (the interface's strings) in both languages, and
    the methods ``compute``, ``still`` and ``table``. ``<name>.js`` beside it draws and only looks up what ``compute``
    returned. ``position`` holds the reader's settings and may be given at the start: ``TwoScreens(position={"a": 30})``.
    The HTML is the same whatever the language, the machine and the run.
    """

    name: ClassVar[str] = ""
    title: ClassVar[Text]
    alt: ClassVar[Text]
    caption: ClassVar[Text]
    words: ClassVar[Mapping[str, Text]] = {}
    numbers: ClassVar[Text] = _NUMBERS
    minutes: ClassVar[int] = 2
    """What a reader spends at it, counted into the lesson's minutes."""

    data = traitlets.Dict().tag(sync=True)
    texts = traitlets.Dict().tag(sync=True)
    language = traitlets.Unicode().tag(sync=True)
    position = traitlets.Dict().tag(sync=True)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Name the figure after its file."""
        super().__init_subclass__(**kwargs)
        if "name" not in cls.__dict__ and not cls.name:
            cls.name = cls.__module__.rpartition(".")[2]

    def __init__(self, position: Mapping[str, Any] | None = None) -> None:
        """Make the figure, at ``position`` where given, else where its browser module starts."""
        super().__init__(
            data=self.computed(), texts=self.all_texts(), language=current(), position=dict(position or {})
        )

    @property
    def _esm(self) -> str:
        return notebook_module(self.name)

    @property
    def _css(self) -> str:
        return stylesheet()

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """What the browser module looks up, as plain JSON data."""
        raise NotImplementedError

    @classmethod
    def still(cls, language: str) -> str:
        """The picture for paper and for a page without script, as SVG."""
        raise NotImplementedError

    @classmethod
    def table(cls, language: str) -> Sequence[Sequence[str]]:
        """The rows of the table for paper and for a page without script; the first is the head."""
        raise NotImplementedError

    @classmethod
    @cache
    def computed(cls) -> dict[str, Any]:
        """The result of ``compute``, computed once."""
        return cls.compute()

    @classmethod
    def word(cls, key: str, language: str, **values: str) -> str:
        """The interface's string called ``key``, with ``{placeholders}`` filled in."""
        return pick(cls.words[key], language).format(**values)

    @classmethod
    def all_texts(cls) -> dict[str, dict[str, str]]:
        """All strings that the browser module shows, by language and key."""
        fixed = {"title": cls.title, "alt": cls.alt, "caption": cls.caption}
        return {
            language: {key: text[language] for key, text in {**fixed, **cls.words}.items()}
            for language in LANGUAGES
        }

    def html(self) -> str:
        """The figure for a static page: texts, picture and table of both languages, then the data."""
        state = {
            "name": self.name,
            "data": self.computed(),
            "texts": self.all_texts(),
            "position": self.position,
        }
        plain = json.dumps(state, ensure_ascii=False, sort_keys=True, separators=(",", ":")).replace(
            "</", "<\\/"
        )
        texts = "\n".join(self._in_language(language) for language in LANGUAGES)
        return (
            f'<figure class="qc-figure" data-figure="{self.name}" id="figure-{self.name}">\n{texts}\n'
            f'<script type="application/json" class="qc-figure-state">{plain}</script>\n</figure>'
        )

    def _in_language(self, language: str) -> str:
        title = f"figure-{self.name}-title-{language}"
        return (
            f'<div class="qc-figure-text" lang="{language}" role="group" aria-labelledby="{title}">\n'
            f'<p class="qc-figure-title" id="{title}">{escape(pick(self.title, language), quote=False)}</p>\n'
            f'<div class="qc-figure-still">{self.still(language)}</div>\n'
            f'<details class="qc-figure-numbers"><summary>{pick(self.numbers, language)}</summary>\n'
            f"{_table(self.table(language))}</details>\n"
            f'<p class="qc-figure-caption">{escape(pick(self.caption, language), quote=False)}</p>\n</div>'
        )

    def open(self) -> None:
        """Open the channel to the notebook; in the book's build there's none to open."""
        if not in_book():
            super().open()

    def __repr__(self) -> str:
        """The call that makes it, the same in every run."""
        return f"{type(self).__name__}()"

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        bundle, metadata = (None if in_book() else super()._repr_mimebundle_(**kwargs)) or ({}, {})
        return {**bundle, "text/plain": repr(self), "text/html": self.html()}, metadata


def in_book() -> bool:
    """Whether this runs in the book's build."""
    return bool(os.environ.get(BOOK_VARIABLE))


def data_file(name: str) -> str:
    """The text of a data file beside the figures."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _table(rows: Sequence[Sequence[str]]) -> str:
    head, *body = rows
    columns = "".join(f'<th scope="col">{escape(cell, quote=False)}</th>' for cell in head)
    lines = "".join(_row(row) for row in body)
    return (
        f'<div class="qc-figure-scroll" tabindex="0" role="group" aria-label="{escape(" · ".join(filter(None, head)))}">'
        f"<table><thead><tr>{columns}</tr></thead><tbody>{lines}</tbody></table></div>"
    )


def _row(row: Sequence[str]) -> str:
    first, *others = row
    cells = "".join(f"<td>{escape(cell, quote=False)}</td>" for cell in others)
    return f'<tr><th scope="row">{escape(first, quote=False)}</th>{cells}</tr>'

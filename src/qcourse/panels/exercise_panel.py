"""The panel under ``check(…)`` in a notebook: checks, findings, hints on request, the explanation once solved."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import ipywidgets as widgets

from .. import verdict_text
from ..errors import Text
from ..exercises import Exercise
from ..lang import number, pick
from ..verdict import CheckResult, Verdict

_COLOURS = {"✓": "#1a7f37", "◐": "#9a6700", "✗": "#b42318"}
_STYLE = """<style>
.qc-panel{border:1px solid var(--jp-border-color1,#8b949e);border-radius:6px;padding:.75rem 1rem;line-height:1.5;
 color:var(--jp-content-font-color1,#1f2328)}
.qc-panel .qc-heading{font-weight:700;font-size:1.1em;margin:0 0 .5em}
.qc-panel .qc-bar{height:.5em;border-radius:.25em;background:var(--jp-layout-color3,#d0d7de);overflow:hidden;max-width:24rem}
.qc-panel .qc-bar>div{height:100%;background:#14477f}
.qc-panel ul{list-style:none;margin:.75em 0 0;padding:0}
.qc-panel li{margin:.35em 0}
.qc-panel .qc-sign{display:inline-block;width:1.4em;font-weight:700}
.qc-panel .qc-detail{white-space:pre-wrap;margin:.25em 0 .5em 1.4em;padding:.4em .7em;overflow-wrap:anywhere;
 border-left:3px solid currentColor;background:var(--jp-layout-color2,#f6f8fa)}
.qc-panel .qc-plain{white-space:pre-wrap}
</style>"""


class ExercisePanel(widgets.VBox):
    """A verdict as a panel; ``again`` runs the checks anew for its button."""

    def __init__(
        self, exercise: Exercise, verdict: Verdict, language: str, again: Callable[[], Verdict]
    ) -> None:
        """Draw ``verdict`` in ``language``."""
        self.exercise = exercise
        self.verdict = verdict
        self.language = language
        self.hints_shown = 0
        self._again = again
        self.report = widgets.HTML()
        self.hints = widgets.HTML()
        self.explanation = widgets.HTML()
        self.next_hint = widgets.Button(description=self._say("next_hint"), tooltip=self._say("hint_tip"))
        self.check_again = widgets.Button(description=self._say("again"), tooltip=self._say("again_tip"))
        for button in (self.next_hint, self.check_again):
            button.layout.width = "auto"
        self.next_hint.on_click(lambda _: self.show_next_hint())
        self.check_again.on_click(lambda _: self.check())
        super().__init__(
            [self.report, widgets.HBox([self.next_hint, self.check_again]), self.hints, self.explanation]
        )
        self.add_class("qc-panel")
        self._draw()

    def _repr_mimebundle_(self, **options: Any) -> dict[str, Any] | None:
        """The widget, and the verdict as plain text for a front end that draws no widgets."""
        bundle: dict[str, Any] | None = super()._repr_mimebundle_(**options)
        if bundle:
            bundle["text/plain"] = verdict_text.said(self.verdict, self.exercise, self.language)
        return bundle

    def check(self) -> None:
        """Run the checks again, on the functions as they are now."""
        self.verdict = self._again()
        self._draw()

    def show_next_hint(self) -> None:
        """Add one hint to those shown; after the last one the button is off."""
        total = len(self.exercise.hints[self.language])
        self.hints_shown = min(self.hints_shown + 1, total)
        shown = (
            verdict_text.hint(self.exercise, which, self.language) for which in range(1, self.hints_shown + 1)
        )
        self.hints.value = (
            '<div role="status">' + "".join(f"<p>{_code(hint)}</p>" for hint in shown) + "</div>"
        )
        if self.hints_shown == total:
            self.next_hint.disabled = True
            self.next_hint.description = self._say("no_more")

    def _draw(self) -> None:
        title = escape(pick(self.exercise.title, self.language))
        rows = "".join(
            _row(result, repeated, self.language)
            for result, repeated in verdict_text.with_repeats(self.verdict.results)
        )
        notes = "".join(
            f'<p class="qc-plain">{escape(pick(note, self.language))}</p>' for note in self.verdict.notes
        )
        summary = escape(verdict_text.summary(self.verdict, self.exercise, self.language))
        self.report.value = (
            f'{_STYLE}<section aria-label="{title}"><p class="qc-heading" role="heading" aria-level="3">{title}</p>'
            f'{self._bar()}<p role="status">{summary}</p><ul>{rows}</ul>{notes}</section>'
        )
        self.next_hint.layout.display = "none" if self.verdict.passed else ""
        self.explanation.value = self._explained() if self.verdict.passed else ""

    def _bar(self) -> str:
        earned, points = self.verdict.earned, self.verdict.points
        if not points:
            return ""
        share = earned / points
        words = self._say("progress").format(
            earned=number(earned, self.language), points=number(points, self.language)
        )
        return (
            f'<div class="qc-bar" role="progressbar" aria-label="{escape(words)}" aria-valuemin="0" aria-valuemax="{points:g}" '
            f'aria-valuenow="{earned:g}"><div style="width:{share:.0%}"></div></div>'
        )

    def _explained(self) -> str:
        path = self.exercise.private / f"explanation.{self.language}.md" if self.exercise.private else None
        if not path or not path.is_file():
            return ""
        return f"<details><summary>{escape(self._say('why'))}</summary><div>{_markdown(path.read_text(encoding='utf-8'))}</div></details>"

    def _say(self, key: str) -> str:
        return pick(_SAID[key], self.language)


def _row(result: CheckResult, repeated: bool, language: str) -> str:
    sign = verdict_text.symbol(result)
    line = escape(verdict_text.headline(result, language).removeprefix(sign).strip())
    details = "".join(
        f'<div class="qc-detail">{_code(part)}</div>'
        for part in verdict_text.details(result, language, repeated)
    )
    return f'<li><span class="qc-sign" style="color:{_COLOURS[sign]}" aria-hidden="true">{sign}</span>{line}{details}</li>'


def _code(text: str) -> str:
    """Escaped text, what stands between backquotes as code."""
    parts = escape(text).split("`")
    return "".join(
        f"<code>{part}</code>" if place % 2 and place < len(parts) - 1 else part
        for place, part in enumerate(parts)
    )


def _markdown(text: str) -> str:
    """The Markdown of an explanation as HTML, its headings below the panel's own."""
    from markdown_it import MarkdownIt

    html: str = MarkdownIt("js-default").render(text)
    for level in (2, 1):
        html = html.replace(f"<h{level}>", f"<h{level + 3}>").replace(f"</h{level}>", f"</h{level + 3}>")
    return html


_SAID: dict[str, Text] = {
    "next_hint": {"en": "Next hint", "fr": "Indice suivant"},
    "hint_tip": {
        "en": "A question first, then a direction, then nearly there",
        "fr": "D’abord une question, puis une piste, puis presque la réponse",
    },
    "no_more": {"en": "No further hint", "fr": "Aucun autre indice"},
    "again": {"en": "Check again", "fr": "Vérifier de nouveau"},
    "again_tip": {
        "en": "Run the checks on the functions as they are now",
        "fr": "Relancer les vérifications sur les fonctions telles qu’elles sont",
    },
    "progress": {"en": "{earned} of {points} points", "fr": "{earned} points sur {points}"},
    "why": {
        "en": "Why it is right, and the usual mistakes",
        "fr": "Pourquoi c’est juste, et les erreurs courantes",
    },
}

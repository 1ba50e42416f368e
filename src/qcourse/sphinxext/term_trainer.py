"""The term trainer: the term base as data for its script, and the false friends as a table for everybody."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ..errors import Text
from .boxes import box, own_language
from .words import terms

PAGE = "book/term_trainer"

LANGUAGE: dict[str, Text] = {
    "en": {"en": "English", "fr": "Anglais"},
    "fr": {"en": "French", "fr": "français"},
}

SAID: dict[str, Text] = {
    "legend": {"en": "What do you want to practise?", "fr": "Que voulez-vous exercer?"},
    "en-fr": {"en": "From English to French", "fr": "De l’anglais au français"},
    "fr-en": {"en": "From French to English", "fr": "Du français à l’anglais"},
    "friends": {"en": "False friends", "fr": "Les faux amis"},
    "begin": {"en": "Begin: ten terms", "fr": "Commencer\u00a0: dix termes"},
    "place": {"en": "Term {at} of {count}", "fr": "Terme {at} sur {count}"},
    "again": {"en": "Once more", "fr": "Encore une fois"},
    "in-fr": {"en": "In French?", "fr": "En français?"},
    "in-en": {"en": "In English?", "fr": "En anglais?"},
    "right": {"en": "Right: {term}.", "fr": "Exact\u00a0: {term}."},
    "wrong": {"en": "Not this one: {term}.", "fr": "Pas celui-là\u00a0: {term}."},
    "next": {"en": "Next", "fr": "Suivant"},
    "stop": {"en": "Stop here", "fr": "Arrêter ici"},
    "done": {
        "en": "{right} of {count} right at the first try.",
        "fr": "Du premier coup\u00a0: {right} sur {count}.",
    },
    "review": {"en": "To look at again:", "fr": "À revoir\u00a0:"},
    "script": {
        "en": "The trainer needs JavaScript; the false friends below and the glossary do not.",
        "fr": "L’exercice nécessite JavaScript; les faux amis ci-dessous et le glossaire s’en passent.",
    },
    "tempting": {"en": "Tempting", "fr": "Tentant"},
    "why": {"en": "Why", "fr": "Pourquoi"},
}


class TermTrainer(SphinxDirective):
    """The place of the trainer, with every term in both languages."""

    def run(self) -> list[nodes.Node]:
        """An element that carries the data, and a word for readers without script."""
        language = self.config.language
        self.env.note_dependency(str(Path(self.env.srcdir, "book", "terms.yml")))
        words = {key: text[language] for key, text in SAID.items()}
        entries = [_entry(entry, language) for entry in terms(Path(self.env.srcdir)).values()]
        return [
            box(
                "div",
                box("noscript", box("p", SAID["script"][language])),
                class_="qc-trainer",
                data_words=json.dumps(words, ensure_ascii=False),
                data_terms=json.dumps(entries, ensure_ascii=False, separators=(",", ":")),
            )
        ]


def _entry(entry: Any, language: str) -> dict[str, str]:
    """``en`` and ``fr``, with the false friend's ``wrong`` in the language ``of`` and the reason ``why``, if it has one."""
    found = dict(entry["term"])
    if friend := entry.get("false_friend"):
        ((of, wrong),) = friend["wrong"].items()
        found |= {"wrong": wrong, "of": of, "why": friend["why"][language]}
    return found


class FalseFriends(SphinxDirective):
    """Every false friend of the term base: the tempting word, the term, the reason."""

    def run(self) -> list[nodes.Node]:
        """A table in the order of the terms."""
        language = self.config.language
        self.env.note_dependency(str(Path(self.env.srcdir, "book", "terms.yml")))
        heads = (f"{LANGUAGE['en'][language]} · {LANGUAGE['fr'][language]}", SAID["tempting"], SAID["why"])
        head = box("tr")
        for text in heads:
            head += box("th", text if isinstance(text, str) else text[language], scope="col")
        body = box("tbody")
        for entry in terms(Path(self.env.srcdir)).values():
            if "false_friend" not in entry:
                continue
            found = _entry(entry, language)
            pair = [box("span", found[name], inline=True, lang=name) for name in ("en", "fr")]
            term = box("th", pair[0], " · ", pair[1], scope="row")
            tempting = box("td", box("s", found["wrong"], inline=True, lang=found["of"]))
            body += box("tr", term, tempting, box("td", found["why"]))
        table = box("div", box("table", box("thead", head), body, class_="qc-path"), class_="qc-table")
        own_language(table)
        return [table]


def _context(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    if pagename == PAGE:
        context["qcourse_scripts"] = ["term_trainer"]


def setup(app: Sphinx) -> None:
    """Register the directives; the page loads the trainer's script and no other page does."""
    app.add_directive("term-trainer", TermTrainer)
    app.add_directive("false-friends", FalseFriends)
    app.connect("html-page-context", _context, priority=700)

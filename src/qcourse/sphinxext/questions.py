"""Self-check questions and recall cards: data beside the lesson, one directive each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ..errors import ContentError, Text
from . import page_data
from .boxes import box, own_language, paragraphs

SAID: dict[str, Text] = {
    "question": {"en": "Check yourself", "fr": "Vérifiez vos acquis"},
    "answers": {"en": "Answers and reasons", "fr": "Réponses et raisons"},
    "right": {"en": "Right.", "fr": "Exact."},
    "wrong": {"en": "Not this one.", "fr": "Pas celle-ci."},
    "cards": {"en": "Recall cards", "fr": "Cartes de rappel"},
}


class DataDirective(SphinxDirective):
    """A directive whose texts are data in both languages."""

    @property
    def page(self) -> Path:
        """The lesson's file."""
        return Path(self.env.doc2path(self.env.docname))

    def parsed(self, text: Text) -> list[nodes.Node]:
        """``text`` in the page's language, parsed as one line or more of Markdown."""
        source, line = self.get_source_info()
        lines = text[self.config.language].splitlines()
        holder = nodes.container()
        self.state.nested_parse(
            StringList(lines, items=[(source, line)] * len(lines)), self.content_offset, holder
        )
        own_language(holder)
        return list(paragraphs(holder))


class Question(DataDirective):
    """One question with its choices and a reason for each."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """A fieldset to answer in, and the answers for paper and for a page without script."""
        self.env.note_dependency(str(page_data.questions_path(self.page)))
        try:
            found = page_data.questions(self.page)
        except ContentError as error:
            raise self.error(error.text["en"]) from error
        name = self.arguments[0]
        if name not in found:
            raise self.error(
                f"{self.page.name}: no question {name!r} beside this page; there are: {', '.join(found)}"
            )
        question = found[name]
        language = self.config.language
        identifier = f"question-{name}"
        legend = box(
            "legend",
            box("span", SAID["question"][language], inline=True, class_="qc-question-label"),
            " ",
            box("span", *self.parsed(question["ask"]), inline=True, class_="qc-ask"),
        )
        fieldset = box("fieldset", legend)
        answers = box("ol")
        for position, choice in enumerate(question["choices"]):
            right = bool(choice.get("right"))
            radio = box(
                "input",
                inline=True,
                type="radio",
                name=identifier,
                value=position,
            )
            label = box("label", radio, box("span", *self.parsed(choice["text"]), inline=True), inline=True)
            said = box("strong", SAID["right" if right else "wrong"][language], inline=True)
            reason = box(
                "div",
                said,
                " ",
                *self.parsed(choice["reason"]),
                class_="qc-reason",
                data_right=str(right).lower(),
                id=f"{identifier}-reason-{position}",
            )
            fieldset += box("div", label, reason, class_="qc-choice")
            again = box("strong", SAID["right" if right else "wrong"][language], inline=True)
            answers += box(
                "li", again, " ", *self.parsed(choice["reason"]), class_="qc-right" if right else "qc-wrong"
            )
        folded = box("details", box("summary", SAID["answers"][language]), answers, class_="qc-answers")
        return [
            box(
                "div",
                fieldset,
                box("p", class_="qc-verdict", role="status"),
                folded,
                class_="qc-question",
                id=identifier,
            )
        ]


class Cards(DataDirective):
    """The lesson's recall cards."""

    def run(self) -> list[nodes.Node]:
        """A list of cards that turn."""
        self.env.note_dependency(str(page_data.cards_path(self.page)))
        try:
            found = page_data.cards(self.page)
        except ContentError as error:
            raise self.error(error.text["en"]) from error
        listed = box("ol", class_="qc-cards")
        for name, turned in card_items(self, found):
            listed += box("li", turned, class_="qc-card", id=f"card-{name}")
        return [
            box("section", box("h2", SAID["cards"][self.config.language]), listed, class_="qc-cards-section")
        ]


def card_items(
    directive: DataDirective, cards: dict[str, dict[str, Any]]
) -> Iterator[tuple[str, nodes.Element]]:
    """Each card's id and the card itself, which shows its back when it is opened."""
    for name, card in cards.items():
        front = box("summary", *directive.parsed(card["front"]))
        yield name, box("details", front, box("div", *directive.parsed(card["back"]), class_="qc-back"))


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("question", Question)
    app.add_directive("cards", Cards)

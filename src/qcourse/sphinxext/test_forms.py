"""The tests before and after in the pages: the form to answer and to print, the key for whoever leads a group.

``_static/test_forms.js`` carries the key, the reasons and the texts, in the page's language, to the script of the form.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml
from docutils import nodes
from sphinx.application import Sphinx

from ..errors import ContentError, Text
from ..items import forms
from ..record import course
from .boxes import box
from .pages import THEME
from .paths import LessonRole
from .questions import DataDirective

LETTERS = ("a", "b")
CHANCES = (25, 40, 55, 70, 85, 100)
"""The chances to tick on paper, in percent."""

SAID: dict[str, Text] = {
    "script": {
        "en": "The result needs JavaScript. The questions can be printed and answered on paper.",
        "fr": "Le résultat nécessite JavaScript. Les questions peuvent être imprimées et remplies sur papier.",
    },
    "paper": {
        "en": "Date: ____________   A word of your own, the same before and after (not your name): ____________________",
        "fr": "Date\u00a0: ____________   Un mot à vous, le même avant et après (pas votre nom)\u00a0: ____________________",
    },
    "sure": {"en": "Chance that my answer is right:", "fr": "Probabilité que ma réponse soit juste\u00a0:"},
    "percent": {"en": "{value}%", "fr": "{value}\u00a0%"},
    "short": {"en": "also among the six", "fr": "aussi parmi les six"},
    "right": {"en": "Right", "fr": "Juste"},
    "lesson": {"en": "Lesson:", "fr": "Leçon\u00a0:"},
}


class _FormDirective(DataDirective):
    required_arguments = 1

    def found(self) -> tuple[str, forms.Forms]:
        """The letter of the form, and the tests."""
        root = Path(self.env.srcdir)
        self.env.note_dependency(str(forms.path(root)))
        letter = self.arguments[0]
        if letter not in LETTERS:
            raise self.error(f"{self.name} takes a or b, found {letter!r}")
        try:
            return letter, forms.load(root)
        except ContentError as error:
            raise self.error(error.text["en"]) from error

    def said(self, key: str, **values: Any) -> str:
        """A text in the page's language."""
        return SAID[key][self.config.language].format(**values)


class TestForm(_FormDirective):
    """The items of a form, each with its choices, to answer in the page or on paper."""

    def run(self) -> list[nodes.Node]:
        """Radio buttons for the page's script; boxes to tick when it is printed."""
        letter, tests = self.found()
        language = self.config.language
        listed = box("ol", class_="qc-test-items")
        for objective in tests.objectives:
            item = objective.items[letter]
            fieldset = box("fieldset", box("legend", item["ask"][language]))
            for place, choice in enumerate(item["choices"]):
                radio = box("input", inline=True, type="radio", name=objective.id, value=place)
                label = box("label", radio, box("span", choice["text"][language], inline=True), inline=True)
                fieldset += box("div", label, class_="qc-choice")
            ticks = "   ".join("☐\u00a0" + self.said("percent", value=chance) for chance in CHANCES)
            fieldset += box("p", f"{self.said('sure')} {ticks}", class_="qc-paper")
            listed += box(
                "li", fieldset, class_="qc-test-item", data_item=objective.id, data_short=objective.short
            )
        return [
            box(
                "div",
                box("noscript", box("p", self.said("script"))),
                box("p", self.said("paper"), class_="qc-paper"),
                listed,
                class_="qc-test",
                data_form=letter,
            )
        ]


class TestKey(_FormDirective):
    """The key of a form: the right choice, a reason for each, the sources, the lesson."""

    def run(self) -> list[nodes.Node]:
        """A list in the order of the form; choices keep their letters."""
        letter, tests = self.found()
        language = self.config.language
        listed = box("ol", class_="qc-test-key")
        for objective in tests.objectives:
            item = objective.items[letter]
            choices = box("ol", type="A")
            for choice in item["choices"]:
                text, reason = choice["text"][language], choice["reason"][language]
                mark: list[nodes.Node | str] = (
                    [box("strong", self.said("right") + ".", inline=True), " "] if "right" in choice else []
                )
                choices += box("li", *mark, f"{text} — {reason}")
            line: list[nodes.Node | str] = [self.said("lesson"), " ", LessonRole.place(objective.lesson)]
            if objective.short:
                line.append(f" · {self.said('short')}")
            cited = "".join(f"{{source}}`{fact}`" for fact in objective.facts)
            ask = nodes.paragraph("", "", *self.parsed({language: f"{item['ask'][language]}{cited}"}))
            ask["translatable"] = False
            listed += box("li", ask, choices, box("p", *line))
        return [listed]


def test_data(app: Sphinx) -> dict[str, Any]:
    """What the script of a form knows, in the language of ``app``."""
    root, language = Path(app.srcdir), app.config.language
    tests = forms.load(root)
    texts = yaml.safe_load((THEME / "tests.yml").read_text(encoding="utf-8"))
    pages = {lesson.name: lesson.page for lesson in course.lessons(root)}
    objectives = []
    for objective in tests.objectives:
        page = pages[objective.lesson]
        data: dict[str, Any] = {"id": objective.id, "part": objective.part, "page": page}
        data["title"] = app.env.titles[page].astext()
        for letter in LETTERS:
            reasons = [choice["reason"][language] for choice in objective.items[letter]["choices"]]
            data[letter] = {"right": objective.right(letter), "reasons": reasons}
        objectives.append(data)
    words = {key: text[language] for key, text in texts.items()}
    return {"edition": tests.edition, "objectives": objectives, "words": words}


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception or app.builder.format != "html" or not forms.path(Path(app.srcdir)).is_file():
        return
    data = json.dumps(test_data(app), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    target = Path(app.outdir) / "_static" / "test_forms.js"
    target.write_text(f"window.qcourseTests={data};\n", encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Register the directives; the data is written after the theme has tidied its folder."""
    app.add_directive("test-form", TestForm)
    app.add_directive("test-key", TestKey)
    app.connect("build-finished", _write, priority=950)

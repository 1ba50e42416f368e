"""The reader's own record in the pages: the scripts that keep it, the data they read, the places they fill.

``_static/course.js`` carries, in the page's language, the form of a record, the rules, the lessons and the texts.
"""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import yaml
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from .. import exercises, record
from ..errors import ContentError, Text
from ..lang import number
from ..record import course
from . import page_data
from .boxes import box
from .pages import THEME
from .paths import LessonRole
from .questions import DataDirective, card_items

RECORD_PAGES = {
    "book/my_progress": ("my_progress",),
    "book/recall": ("recall",),
    "book/pretest": ("test_forms", "tests"),
    "book/posttest": ("test_forms", "tests"),
}
"""Pages that read or write the record, beside lessons, the cover and the lists of lessons: the scripts of their own."""

PARTS = ("overview", "file", "attestation")

SAID: dict[str, Text] = {
    "script": {
        "en": "This part needs JavaScript, and a browser that may keep data for this page.",
        "fr": "Cette partie nécessite JavaScript et un navigateur qui peut conserver des données pour cette page.",
    },
    "rule": {
        "en": "A card that you knew goes one box further, one that you did not know goes back to the first box. A card of box 1 comes back after {boxes} days for boxes 2 to {last}. One session brings the cards that are due and at most {new_cards} that you have never seen.",
        "fr": "Une carte sue passe à la boîte suivante, une carte non sue revient à la première. Une carte de la boîte 1 revient après {boxes} jours pour les boîtes 2 à {last}. Une séance réunit les cartes dues et au plus {new_cards} cartes jamais vues.",
    },
    "day": {"en": "1 day, then {others}", "fr": "1 jour, puis {others}"},
    "and": {"en": " and ", "fr": " et "},
    "all": {"en": "All the cards, lesson by lesson", "fr": "Toutes les cartes, leçon par leçon"},
}


class Mine(SphinxDirective):
    """A part of the page about the reader's progress, filled by the page's script."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """An empty place, and a word for readers without script."""
        part = self.arguments[0]
        if part not in PARTS:
            raise self.error(f"{{mine}} takes {' or '.join(PARTS)}, found {part!r}")
        return [box("div", _no_script(self.config.language), class_="qc-mine", data_part=part)]


class Recall(DataDirective):
    """The rule of the boxes, the place of the review, and every card of the course."""

    def run(self) -> list[nodes.Node]:
        """The review is made by script from the cards, which can be read without it."""
        root, language = Path(self.env.srcdir), self.config.language
        self.env.note_dependency(str(root / "_toc.yml"))
        everything = box("div")
        for lesson in course.lessons(root):
            page = root / f"{lesson.page}.md"
            self.env.note_dependency(str(page_data.cards_path(page)))
            try:
                found = page_data.cards(page)
            except ContentError as error:
                raise self.error(error.text["en"]) from error
            listed = box("ol", class_="qc-cards")
            for name, turned in card_items(self, found):
                listed += box("li", turned, class_="qc-card", data_card=f"{lesson.name}/{name}")
            everything += box(
                "section", box("h3", LessonRole.place(lesson.name)), listed, data_module=lesson.module
            )
        folded = box("details", box("summary", SAID["all"][language]), everything, class_="qc-recall-all")
        return [
            box("p", _rule(language)),
            box("div", _no_script(language), class_="qc-recall"),
            folded,
        ]


def _no_script(language: str) -> nodes.Element:
    return box("noscript", box("p", SAID["script"][language]))


def _rule(language: str) -> str:
    rules = course.rules()
    _, *others = [number(days, language) for days in rules["boxes"]]
    listed = SAID["and"][language].join([", ".join(others[:-1]), others[-1]])
    boxes = SAID["day"][language].format(others=listed)
    return SAID["rule"][language].format(boxes=boxes, last=len(rules["boxes"]), new_cards=rules["new_cards"])


def scripts(pagename: str, root: str, lesson: bool) -> list[str]:
    """The scripts of the record that a page loads, in their order."""
    if pagename in RECORD_PAGES:
        return ["course", "record", *RECORD_PAGES[pagename]]
    if lesson or pagename == root or (pagename.startswith("modules/") and pagename.endswith("/index")):
        return ["course", "record", "progress"]
    return []


def _context(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any) -> None:
    lesson = context.get("qcourse_minutes") is not None
    context["qcourse_lesson"] = pagename.rpartition("/")[2] if lesson else ""
    context["qcourse_scripts"] = scripts(pagename, app.config.root_doc, lesson)


def course_data(app: Sphinx) -> dict[str, Any]:
    """What the scripts know of the course, in the language of ``app``."""
    root, language = Path(app.srcdir), app.config.language
    titles = {page: title.astext() for page, title in app.env.titles.items()}
    lessons = []
    for lesson in course.lessons(root):
        data = dataclasses.asdict(lesson) | {"title": titles[lesson.page]}
        data["exercises"] = [
            {"name": slug, "title": exercises.load(slug, root=root).title[language]}
            for slug in lesson.exercises
        ]
        lessons.append(data)
    modules = list(dict.fromkeys(lesson["module"] for lesson in lessons))
    paths = yaml.safe_load((root / "book" / "paths.yml").read_text(encoding="utf-8"))
    texts = yaml.safe_load((THEME / "record.yml").read_text(encoding="utf-8"))
    return {
        "title": app.config.html_title or app.config.project,
        "schema": record.schema(),
        "rules": course.rules(),
        "modules": [{"name": name, "title": titles[f"modules/{name}/index"]} for name in modules],
        "lessons": lessons,
        "path": [name for session in paths["core"] for name in session["lessons"]],
        "words": {key: text[language] for key, text in texts.items()},
    }


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception or app.builder.format != "html" or not course.lessons(Path(app.srcdir)):
        return
    data = json.dumps(course_data(app), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    target = Path(app.outdir) / "_static" / "course.js"
    target.write_text(f"window.qcourseCourse={data};\n", encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Register the directives; the data is written after the theme has tidied its folder."""
    app.add_directive("mine", Mine)
    app.add_directive("recall", Recall)
    app.connect("html-page-context", _context, priority=600)
    app.connect("build-finished", _write, priority=950)

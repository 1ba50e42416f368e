"""The header of a lesson and the list of a module's lessons."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from docutils import nodes
from docutils.statemachine import StringList
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ..errors import Text
from .boxes import box
from .front_matter import front_matter

SAID: dict[str, Text] = {
    "minutes": {"en": "minutes", "fr": "minutes"},
    "objectives": {"en": "At the end, you can", "fr": "À la fin, vous saurez"},
    "before": {"en": "Read first:", "fr": "À lire d’abord\u00a0:"},
    "coming": {"en": "In preparation", "fr": "En préparation"},
    "core": {"en": "core path", "fr": "parcours de base"},
}


class LessonHeader(SphinxDirective):
    """Minutes, objectives and prerequisites, from the page's front matter."""

    def run(self) -> list[nodes.Node]:
        """The header; its objectives are ordinary text, so that gettext extracts them."""
        path = Path(self.env.doc2path(self.env.docname))
        matter = front_matter(path)
        if matter is None:
            raise self.error(f"{path.name}: the lesson header needs `minutes` in the front matter")
        language = self.config.language
        minutes = box(
            "p",
            box("strong", str(matter.minutes), inline=True),
            "\u00a0" + SAID["minutes"][language],
            class_="qc-minutes",
        )
        header = box(
            "div", minutes, box("p", SAID["objectives"][language], class_="qc-label"), class_="qc-lesson"
        )
        source, line = self.get_source_info()
        lines = [f"- {objective}" for objective in matter.objectives]
        self.state.nested_parse(
            StringList(lines, items=[(source, line)] * len(lines)), self.content_offset, header
        )
        if matter.prerequisites:
            header += _Prerequisites("", names=list(matter.prerequisites))
        return [header]


class _Prerequisites(nodes.General, nodes.Element):
    """Names of lessons, resolved to links when every title is known."""


class _Lessons(nodes.General, nodes.Element):
    """The place of a module's list of lessons."""


class Lessons(SphinxDirective):
    """The lessons of the module whose index page this is: those to read, then those in preparation."""

    def run(self) -> list[nodes.Node]:
        """A placeholder, filled when every title is known."""
        self.env.note_dependency(str(_coming_path(Path(self.env.doc2path(self.env.docname)).parent)))
        return [_Lessons("", folder=self.env.docname.rpartition("/")[0])]


def coming(folder: Path) -> list[dict[str, Any]]:
    """The lessons of a module that are planned and not written: name, minutes, title and core mark of each."""
    path = _coming_path(folder)
    return yaml.safe_load(path.read_text(encoding="utf-8")) or [] if path.is_file() else []


def _coming_path(folder: Path) -> Path:
    return folder / "coming.yml"


def _resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    for node in list(doctree.findall(_Prerequisites)):
        node.replace_self(_prerequisites(app, docname, node["names"]))
    for listed in list(doctree.findall(_Lessons)):
        listed.replace_self(_lesson_list(app, docname, listed["folder"]))


def _prerequisites(app: Sphinx, docname: str, names: list[str]) -> nodes.Element:
    language = app.config.language
    line = box("p", SAID["before"][language] + " ", class_="qc-prerequisites")
    written = {name.rpartition("/")[2]: name for name in app.env.titles if name.startswith("modules/")}
    planned = {
        entry["name"]: entry
        for folder in Path(app.srcdir, "modules").iterdir()
        if folder.is_dir()
        for entry in coming(folder)
    }
    for position, name in enumerate(names):
        if position:
            line += nodes.Text(", ")
        if name in written:
            line += _link(app, docname, written[name])
        elif name in planned:
            line += nodes.Text(f"{planned[name]['title'][language]} ({SAID['coming'][language].lower()})")
        else:
            raise ValueError(f"{docname}: prerequisite {name!r} is neither a lesson nor in a coming.yml")
    return line


def _lesson_list(app: Sphinx, docname: str, folder: str) -> nodes.Element:
    language = app.config.language
    listed = box("ol", class_="qc-lessons")
    for name in app.env.toctree_includes.get(docname, []):
        matter = front_matter(Path(app.env.doc2path(name)))
        if matter is None:
            continue
        minutes = box("span", f"{matter.minutes}\u00a0min", inline=True, class_="qc-minutes")
        listed += box(
            "li",
            _link(app, docname, name),
            " ",
            minutes,
            class_="qc-lesson-card",
            data_state="ready",
            data_lesson=name.rpartition("/")[2],
        )
    for entry in coming(Path(app.srcdir, folder)):
        minutes = box("span", f"{entry['minutes']}\u00a0min", inline=True, class_="qc-minutes")
        state = box("span", SAID["coming"][language], inline=True, class_="qc-state")
        title = box("span", entry["title"][language], inline=True, class_="qc-title")
        listed += box("li", title, " ", minutes, " ", state, class_="qc-lesson-card", data_state="coming")
    return listed


def _link(app: Sphinx, docname: str, target: str) -> nodes.Element:
    title = app.env.titles[target].astext()
    return box("a", title, inline=True, href=app.builder.get_relative_uri(docname, target))


def setup(app: Sphinx) -> None:
    """Register the directives and fill their places."""
    app.add_node(_Prerequisites)
    app.add_node(_Lessons)
    app.add_directive("lesson", LessonHeader)
    app.add_directive("lessons", Lessons)
    app.connect("doctree-resolved", _resolve)

"""Ways through the course: a lesson by its name, and the tables of paths with minutes that add up by themselves.

A lesson that is not written yet is named without a link; the link comes by itself when its page arrives.
"""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import SphinxDirective, SphinxRole

from ..errors import Text
from .boxes import box
from .front_matter import front_matter
from .lesson import coming

SAID: dict[str, Text] = {
    "session": {"en": "Session", "fr": "Séance"},
    "lessons": {"en": "Lessons", "fr": "Leçons"},
    "minutes": {"en": "Minutes", "fr": "Minutes"},
    "total": {"en": "Total", "fr": "Total"},
    "cards": {"en": "recall cards", "fr": "cartes de rappel"},
    "all": {"en": "every lesson, core path first", "fr": "toutes les leçons, le parcours de base d’abord"},
    "activity": {"en": "Activity", "fr": "Activité"},
    "before": {"en": "Read before:", "fr": "À lire avant\u00a0:"},
    "room": {"en": "In the room:", "fr": "En salle\u00a0:"},
    "coming": {"en": "in preparation", "fr": "en préparation"},
}


class LessonNameError(SphinxError):
    """A page or ``book/paths.yml`` names a lesson that nobody has planned; the build stops."""

    category = "Unknown lesson"


@dataclass(frozen=True)
class Lesson:
    """A lesson, written or planned: its page is None until it is written."""

    name: str
    module: str
    title: Text
    minutes: int
    page: str | None


def lessons(app: Sphinx) -> dict[str, Lesson]:
    """Every lesson by name, module by module."""
    language = app.config.language
    found: dict[str, Lesson] = {}
    for folder in sorted(path for path in Path(app.srcdir, "modules").iterdir() if path.is_dir()):
        for entry in coming(folder):
            found[entry["name"]] = Lesson(entry["name"], folder.name, entry["title"], entry["minutes"], None)
    for page, title in app.env.titles.items():
        matter = front_matter(Path(app.env.doc2path(page))) if page.startswith("modules/") else None
        if matter:
            _, module, name = page.split("/")
            found[name] = Lesson(name, module, {language: title.astext()}, matter.minutes, page)
    return found


def paths(source_dir: Path) -> dict[str, Any]:
    """The paths and plans of ``book/paths.yml``."""
    return yaml.safe_load((source_dir / "book" / "paths.yml").read_text(encoding="utf-8"))


class LessonRole(SphinxRole):
    """A lesson by its name: ``{lesson}`what_breaks` ``."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """A placeholder, filled when every title is known."""
        return [self.place(self.text.strip())], []

    @staticmethod
    def place(name: str) -> nodes.Element:
        """The place of the title of the lesson called ``name``, for a directive that shows it."""
        return _Name("", name=name)


class _Name(nodes.Inline, nodes.TextElement):
    """The place of a lesson's title."""


class _Table(nodes.General, nodes.Element):
    """The place of a table; ``kind`` is its name in ``book/paths.yml``."""


class PathTable(SphinxDirective):
    """A path or plan of ``book/paths.yml``: ``core``, ``roles``, ``workshop`` or ``cohort``."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """A placeholder, filled when every title is known."""
        kind = self.arguments[0]
        if kind not in _TABLES:
            raise self.error(f"{{path}} takes {' or '.join(_TABLES)}, found {kind!r}")
        self.env.note_dependency(str(Path(self.env.srcdir, "book", "paths.yml")))
        return [_Table("", kind=kind)]


def shown(app: Sphinx, docname: str, lesson: Lesson) -> nodes.Element:
    """A lesson's title: a link, or set apart when its page is to come."""
    language = app.config.language
    if lesson.page:
        return box(
            "a", lesson.title[language], inline=True, href=app.builder.get_relative_uri(docname, lesson.page)
        )
    return box("em", lesson.title[language], inline=True, class_="qc-coming", title=SAID["coming"][language])


def _core(app: Sphinx, docname: str, known: dict[str, Lesson]) -> nodes.Element:
    language = app.config.language
    rows: list[list[list[nodes.Node]]] = []
    total = 0
    for number, session in enumerate(paths(Path(app.srcdir))["core"], 1):
        chosen = [_find(known, name, "book/paths.yml") for name in session["lessons"]]
        cell = _listed(app, docname, chosen, minutes=True)
        minutes = sum(lesson.minutes for lesson in chosen)
        if cards := session.get("cards", 0):
            cell += [box("br", inline=True), nodes.Text(f"{SAID['cards'][language]}\u00a0({cards})")]
            minutes += cards
        total += minutes
        rows.append([[nodes.Text(str(number))], cell, [nodes.Text(str(minutes))]])
    rows.append([[nodes.Text(SAID["total"][language])], [], [nodes.Text(str(total))]])
    return _table([SAID[key][language] for key in ("session", "lessons", "minutes")], rows)


def _roles(app: Sphinx, docname: str, known: dict[str, Lesson]) -> nodes.Element:
    language = app.config.language
    entries = []
    for role in paths(Path(app.srcdir))["roles"]:
        if role["lessons"] == "all":
            cards = sum(session.get("cards", 0) for session in paths(Path(app.srcdir))["core"])
            minutes = sum(lesson.minutes for lesson in known.values()) + cards
            cell: list[nodes.Node] = [nodes.Text(SAID["all"][language])]
        else:
            chosen = [_find(known, name, "book/paths.yml") for name in role["lessons"]]
            minutes, cell = sum(lesson.minutes for lesson in chosen), _listed(app, docname, chosen)
        entries.append((role["title"][language], minutes, cell))
    return _entries(language, entries)


def _workshop(app: Sphinx, docname: str, known: dict[str, Lesson]) -> nodes.Element:
    language = app.config.language
    plan = paths(Path(app.srcdir))["workshop"]
    parts = [(part["title"][language], part["minutes"]) for part in plan]
    parts.append((SAID["total"][language], sum(minutes for _, minutes in parts)))
    rows = [[[nodes.Text(title)], [nodes.Text(str(minutes))]] for title, minutes in parts]
    return _table([SAID[key][language] for key in ("activity", "minutes")], rows)


def _cohort(app: Sphinx, docname: str, known: dict[str, Lesson]) -> nodes.Element:
    language = app.config.language
    entries = []
    for number, session in enumerate(paths(Path(app.srcdir))["cohort"], 1):
        cell: list[nodes.Node] = [nodes.Text(SAID["before"][language] + " ")]
        cell += _listed(app, docname, [_find(known, name, "book/paths.yml") for name in session["before"]])
        room = "\u00a0· ".join(
            f"{part['title'][language]}\u00a0({part['minutes']})" for part in session["room"]
        )
        cell += [box("br", inline=True), nodes.Text(f"{SAID['room'][language]} {room}")]
        minutes = sum(part["minutes"] for part in session["room"])
        entries.append((f"{SAID['session'][language]}\u00a0{number}", minutes, cell))
    return _entries(language, entries)


_TABLES = {"core": _core, "roles": _roles, "workshop": _workshop, "cohort": _cohort}


def _listed(
    app: Sphinx, docname: str, chosen: Sequence[Lesson], *, minutes: bool = False
) -> list[nodes.Node]:
    cell: list[nodes.Node] = []
    for position, lesson in enumerate(chosen):
        between = box("br", inline=True) if minutes else nodes.Text("\u00a0· ")
        cell += [between] if position else []
        cell.append(shown(app, docname, lesson))
        cell += [nodes.Text(f"\u00a0({lesson.minutes})")] if minutes else []
    return cell


def _entries(language: str, entries: Sequence[tuple[str, int, Sequence[nodes.Node]]]) -> nodes.Element:
    listed = box("dl", class_="qc-paths")
    for title, minutes, cell in entries:
        length = box(
            "span", f"{minutes}\u00a0{SAID['minutes'][language].lower()}", inline=True, class_="qc-minutes"
        )
        listed += box("dt", title, " · ", length)
        listed += box("dd", *cell)
    return listed


def _table(heads: Sequence[str], rows: Sequence[Sequence[Sequence[nodes.Node]]]) -> nodes.Element:
    head = box("thead", box("tr", *(box("th", text, scope="col") for text in heads)))
    body = box("tbody")
    for first, *others in rows:
        body += box("tr", box("th", *first, scope="row"), *(box("td", *cell) for cell in others))
    return box("div", box("table", head, body, class_="qc-path"), class_="qc-table")


def _find(known: dict[str, Lesson], name: str, place: str) -> Lesson:
    if name not in known:
        near = difflib.get_close_matches(name, known, n=3)
        raise LessonNameError(
            f"{place}: no lesson {name!r}, written or in a coming.yml; the nearest: {', '.join(near) or 'none'}"
        )
    return known[name]


def _resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    names, tables = list(doctree.findall(_Name)), list(doctree.findall(_Table))
    if not names and not tables:
        return
    known = lessons(app)
    for node in names:
        node.replace_self(shown(app, docname, _find(known, node["name"], doctree["source"])))
    for table in tables:
        table.replace_self(_TABLES[table["kind"]](app, docname, known))


def setup(app: Sphinx) -> None:
    """Register the role and the directive."""
    app.add_node(_Name)
    app.add_node(_Table)
    app.add_role("lesson", LessonRole())
    app.add_directive("path", PathTable)
    app.connect("doctree-resolved", _resolve)

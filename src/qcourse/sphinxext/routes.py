"""The routes by task of ``book/paths.yml``: how long each takes, from the minutes of its lessons and plans."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ..errors import Text
from .boxes import box
from .paths import lessons, paths
from .plans import parts

SAID: dict[str, Text] = {
    "minutes": {"en": "{count}\u00a0minutes", "fr": "{count}\u00a0minutes"},
    "to": {"en": "{least} to {most}", "fr": "de {least} à {most}"},
    "read": {"en": "{length} of reading", "fr": "{length} de lecture"},
    "room": {"en": "{length} in the room", "fr": "{length} en salle"},
}


def total(plans: Mapping[str, Any], minutes: Mapping[str, int], name: str) -> tuple[int, int]:
    """The least and the most minutes of the route called ``name``; they differ where plans can be chosen."""
    task = plans["tasks"][name]
    lengths = [_plan(plans, minutes, plan) for plan in task.get("plans", [])] or [
        task.get("minutes", 0) + sum(minutes[lesson] for lesson in task.get("lessons", []))
    ]
    return min(lengths), max(lengths)


def _plan(plans: Mapping[str, Any], minutes: Mapping[str, int], plan: str) -> int:
    places = [plan] if plan == "workshop" else [f"{plan} {n}" for n in range(1, len(plans[plan]) + 1)]
    return sum(count for place in places for _, count in parts(dict(plans), dict(minutes), place))


def said(least: int, most: int, language: str) -> str:
    """A length or a range of lengths: ``42 minutes``, ``4 h 30``, ``3 h 30 to 6 h``."""
    if least == most:
        return _said(least, language)
    return SAID["to"][language].format(least=_said(least, language), most=_said(most, language))


def _said(minutes: int, language: str) -> str:
    hours, rest = divmod(minutes, 60)
    if hours < 2:
        return SAID["minutes"][language].format(count=minutes)
    return f"{hours}\u00a0h" + (f"\u00a0{rest:02}" if rest else "")


def routes(app: Sphinx) -> dict[str, str]:
    """The length of every route by its name, in the language of ``app``."""
    plans = paths(Path(app.srcdir))
    minutes = {name: lesson.minutes for name, lesson in lessons(app).items()}
    return {name: said(*total(plans, minutes, name), app.config.language) for name in plans.get("tasks", {})}


class _Route(nodes.General, nodes.Element):
    """The place of a route's length; ``name`` is its name in ``book/paths.yml``."""


class Route(SphinxDirective):
    """How long a route takes: ``{route} vendor-visits``."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """A placeholder, filled when the minutes of every lesson are known."""
        name, known = self.arguments[0], paths(Path(self.env.srcdir))["tasks"]
        if name not in known:
            raise self.error(f"{{route}} takes {' or '.join(known)}, found {name!r}")
        self.env.note_dependency(str(Path(self.env.srcdir, "book", "paths.yml")))
        return [_Route("", name=name, room="plans" in known[name])]


def _resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    for node in list(doctree.findall(_Route)):
        form = SAID["room" if node["room"] else "read"][app.config.language]
        length = form.format(length=routes(app)[node["name"]])
        node.replace_self(box("p", length[0].upper() + length[1:], class_="qc-route"))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_node(_Route)
    app.add_directive("route", Route)
    app.connect("doctree-resolved", _resolve)

"""The clock of a delivery plan: when each part of ``book/paths.yml`` begins and ends, and the steps that fill it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective, SphinxRole

from ..errors import Text
from .boxes import box
from .paths import lessons, paths

SAID: dict[str, Text] = {
    "from": {"en": "From {start} to {end}", "fr": "De {start} à {end}"},
    "minutes": {"en": "{count}\u00a0minutes", "fr": "{count}\u00a0minutes"},
    "step": {"en": "{count}\u00a0min", "fr": "{count}\u00a0min"},
    "cards": {"en": "Recall cards", "fr": "Cartes de rappel"},
}


def parts(plans: dict[str, Any], minutes: dict[str, int], place: str) -> list[tuple[str | Text, int]]:
    """The parts of a plan in order: the name of a lesson or a title, and the minutes.

    ``place`` is ``workshop``, ``cohort 2`` or ``core 3``; a number counts sessions from 1.
    """
    plan, _, session = place.partition(" ")
    if plan == "workshop":
        return [(part["title"], part["minutes"]) for part in plans["workshop"]]
    chosen = plans[plan][int(session) - 1]
    if plan == "cohort":
        return [(part["title"], part["minutes"]) for part in chosen["room"]]
    listed: list[tuple[str | Text, int]] = [(name, minutes[name]) for name in chosen["lessons"]]
    return listed + ([(SAID["cards"], chosen["cards"])] if "cards" in chosen else [])


def clock(minutes: int, language: str) -> str:
    """Minutes since the beginning, as hours and minutes: ``1:05`` or ``1 h 05``."""
    hours, rest = divmod(minutes, 60)
    return f"{hours}\u00a0h\u00a0{rest:02}" if language == "fr" else f"{hours}:{rest:02}"


class _Part(nodes.General, nodes.Element):
    """The place of a part's clock; ``place`` and ``number`` say which."""


class PlanPart(SphinxDirective):
    """When a part begins and ends: ``workshop 3``, ``cohort 2.1`` or ``core 6.2``."""

    required_arguments = 2

    def run(self) -> list[nodes.Node]:
        """A placeholder, filled when the minutes of every lesson are known."""
        plan, number = self.arguments
        session, _, part = number.rpartition(".")
        self.env.note_dependency(str(Path(self.env.srcdir, "book", "paths.yml")))
        return [_Part("", place=f"{plan} {session}".strip(), number=int(part))]


class MinutesRole(SphinxRole):
    """The minutes of a step: ``{minutes}`5` ``; the steps of a part add up to it."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """The minutes, set apart."""
        shown = SAID["step"][self.config.language].format(count=int(self.text))
        return [box("span", shown, inline=True, class_="qc-step")], []


def _resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    placed = list(doctree.findall(_Part))
    if not placed:
        return
    language = app.config.language
    minutes = {name: lesson.minutes for name, lesson in lessons(app).items()}
    for node in placed:
        listed = [count for _, count in parts(paths(Path(app.srcdir)), minutes, node["place"])]
        start, count = sum(listed[: node["number"] - 1]), listed[node["number"] - 1]
        said = SAID["from"][language].format(start=clock(start, language), end=clock(start + count, language))
        length = SAID["minutes"][language].format(count=count)
        node.replace_self(box("p", box("strong", said, inline=True), f" · {length}", class_="qc-plan-part"))


def setup(app: Sphinx) -> None:
    """Register the directive and the role."""
    app.add_node(_Part)
    app.add_directive("plan-part", PlanPart)
    app.add_role("minutes", MinutesRole())
    app.connect("doctree-resolved", _resolve)

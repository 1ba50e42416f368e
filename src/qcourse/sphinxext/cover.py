"""The cover page: its panel, the two ways in, the cards of the modules, the routes by task."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ..errors import Text
from .boxes import Box, box
from .paths import lessons
from .routes import routes

SAID: dict[str, Text] = {
    "size": {
        "en": "{lessons} lessons · {minutes} minutes · {ready}",
        "fr": "{lessons} leçons · {minutes} minutes · {ready}",
    },
    "ready": {"en": "{count} to read now", "fr": "{count} à lire dès maintenant"},
}


class Buttons(SphinxDirective):
    """Its links as buttons; the first is the main one."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """The parsed content; its links are found once they are resolved."""
        self.assert_has_content()
        row = box("div", class_="qc-buttons")
        self.state.nested_parse(self.content, self.content_offset, row)
        return [row]


class Modules(SphinxDirective):
    """The cards of the modules: a list whose entries begin with the link to a module's page."""

    has_content = True
    kind = "qc-modules"

    def run(self) -> list[nodes.Node]:
        """The list in its box, made into cards once its links are resolved."""
        self.assert_has_content()
        holder = box("div", class_=f"{self.kind}-list")
        self.state.nested_parse(self.content, self.content_offset, holder)
        if len(holder.children) != 1 or not isinstance(holder[0], nodes.bullet_list):
            raise self.error(f"{{{self.name}}} holds one bullet list and nothing else")
        return [holder]


class Routes(Modules):
    """The routes by task: a list whose entries begin with the link to the route."""

    kind = "qc-routes"


def _resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    if app.builder.format != "html":
        return  # gettext must find the texts where docutils keeps them
    for holder in list(doctree.findall(Box)):
        kind = holder["html"].get("class")
        if kind == "qc-buttons":
            links = list(holder.findall(nodes.reference))
            holder.children = []
            for position, link in enumerate(links):
                holder += _link(link, "qc-button qc-button-quiet" if position else "qc-button")
        elif kind == "qc-cover":
            promise = next(iter(holder.findall(nodes.paragraph)), None)
            if promise is not None:
                promise["classes"].append("qc-promise")
        elif kind == "qc-modules-list":
            holder.replace_self(_list(app, holder, "qc-modules"))
        elif kind == "qc-routes-list":
            holder.replace_self(_list(app, holder, "qc-routes"))


def _list(app: Sphinx, holder: nodes.Element, kind: str) -> nodes.Element:
    listed = box("ul", class_=kind)
    lengths = routes(app) if kind == "qc-routes" else {}
    for item in holder[0].children:
        first, *rest = item.children
        links = list(first.findall(nodes.reference))
        if len(links) != 1 or not rest:
            raise ValueError(f"{holder.source or kind}: an entry is a line with one link, then a paragraph")
        entry = box("li", _link(links[0]), *rest)
        if kind == "qc-modules":
            module = links[0]["refuri"].rpartition("/index")[0].rpartition("/")[2]
            entry["html"] |= {"class": "qc-module", "data-module": module}
            entry += box("span", _size(app, module), inline=True, class_="qc-minutes")
        elif length := lengths.get(_key(links[0])):
            entry.insert(1, box("span", length, inline=True, class_="qc-minutes"))
        listed += entry
    return listed


def _key(link: nodes.Element) -> str:
    """The name of a route in ``book/paths.yml``: the last part of its link."""
    page, _, target = (link.get("refuri") or f"#{link['refid']}").partition("#")
    return target or page.removesuffix(".html")


def _link(reference: nodes.Element, kind: str | None = None) -> nodes.Element:
    """A resolved link as an element of its own: docutils writes its references within a line of text alone."""
    href = reference.get("refuri") or f"#{reference['refid']}"
    return box("a", reference.astext(), inline=True, href=href, class_=kind)


def _size(app: Sphinx, module: str) -> str:
    language = app.config.language
    own = [lesson for lesson in lessons(app).values() if lesson.module == module]
    ready = SAID["ready"][language].format(count=sum(bool(lesson.page) for lesson in own))
    return SAID["size"][language].format(
        lessons=len(own), minutes=sum(lesson.minutes for lesson in own), ready=ready
    )


def setup(app: Sphinx) -> None:
    """Register the directives; after links are resolved, give them their form."""
    app.add_directive("buttons", Buttons)
    app.add_directive("modules", Modules)
    app.add_directive("routes", Routes)
    app.connect("doctree-resolved", _resolve, priority=600)

"""One HTML element as a docutils node, from which every directive of the course builds its output."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx


class Box(nodes.General, nodes.Element):
    """An HTML element: ``tag``, its attributes ``html`` (a value of True writes the name alone), its children."""


class InlineBox(nodes.Inline, nodes.Element):
    """The same as ``Box`` within a line of text."""


def box(tag: str, *children: nodes.Node | str, inline: bool = False, **html: Any) -> nodes.Element:
    """A ``Box``; a child that is a string becomes text, ``class_`` and ``for_`` lose their underscore, others turn _ into -."""
    kind = InlineBox if inline else Box
    attributes = {
        name.rstrip("_").replace("_", "-"): value
        for name, value in html.items()
        if value is not None and value is not False
    }
    node = kind("", tag=tag, html=attributes)
    node.extend(nodes.Text(child) if isinstance(child, str) else child for child in children)
    return node


def own_language(node: nodes.Node) -> None:
    """Mark what is below ``node`` as written in the page's language already: gettext must not extract it."""
    for element in node.findall(nodes.TextElement):
        element["translatable"] = False
    for image in node.findall(nodes.image):
        image["translatable"] = False


def paragraphs(node: nodes.Node) -> Iterable[nodes.Node]:
    """The children of parsed text, without the paragraph around a single one."""
    children = list(node.children)
    if len(children) == 1 and isinstance(children[0], nodes.paragraph):
        return children[0].children
    return children


_VOID = ("input", "br", "hr", "meta")


def _visit(self: Any, node: nodes.Element) -> None:
    html = dict(node["html"])
    if node["ids"] and "id" not in html:
        html["id"] = node["ids"][0]
    if node["classes"]:
        html["class"] = " ".join([*html.get("class", "").split(), *node["classes"]])
    attributes = "".join(
        f" {name}" if value is True else f' {name}="{escape(str(value))}"' for name, value in html.items()
    )
    self.body.append(f"<{node['tag']}{attributes}>")


def _depart(self: Any, node: nodes.Element) -> None:
    if node["tag"] not in _VOID:
        self.body.append(f"</{node['tag']}>" + ("\n" if isinstance(node, Box) else ""))


def _pass(self: Any, node: nodes.Element) -> None:
    """Other builders show the children alone."""


def setup(app: Sphinx) -> None:
    """Register the nodes."""
    for kind in (Box, InlineBox):
        app.add_node(
            kind,
            html=(_visit, _depart),
            latex=(_pass, _pass),
            text=(_pass, _pass),
            man=(_pass, _pass),
            texinfo=(_pass, _pass),
        )

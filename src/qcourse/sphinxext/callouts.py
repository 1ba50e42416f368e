"""The callouts of a lesson: situation, what it does not mean, in a meeting, key points, and the folded box."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ..errors import Text
from .boxes import box

TITLES: dict[str, Text] = {
    "situation": {"en": "The situation", "fr": "La situation"},
    "not-mean": {"en": "What it does not mean", "fr": "Ce que cela ne veut pas dire"},
    "meeting": {"en": "In a meeting", "fr": "En réunion"},
    "key-points": {"en": "Key points", "fr": "L’essentiel"},
}


class Callout(SphinxDirective):
    """A callout with the title of its kind."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """The callout's box around its parsed content."""
        self.assert_has_content()
        title = box("p", TITLES[self.name][self.config.language], class_="qc-callout-title")
        aside = box("aside", title, class_=f"qc-callout qc-{self.name}")
        self.state.nested_parse(self.content, self.content_offset, aside)
        return [aside]


class Deeper(SphinxDirective):
    """A folded box; its argument, translated like any text, is its title."""

    has_content = True
    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """``details`` with the title as ``summary``."""
        self.assert_has_content()
        text, messages = self.state.inline_text(self.arguments[0], self.lineno)
        # A rubric, because gettext extracts its text; the theme shows it as the summary's line.
        title = nodes.rubric(self.arguments[0], "", *text, classes=["qc-deeper-title"])
        title.source, title.line = self.get_source_info()
        folded = box("details", box("summary", title), class_="qc-deeper")
        self.state.nested_parse(self.content, self.content_offset, folded)
        return [folded, *messages]


class Cover(SphinxDirective):
    """The panel of the cover page."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """The panel around its parsed content."""
        panel = box("div", class_="qc-cover")
        self.state.nested_parse(self.content, self.content_offset, panel)
        return [panel]


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("cover", Cover)
    for name in TITLES:
        app.add_directive(name, Callout)
    app.add_directive("deeper", Deeper)

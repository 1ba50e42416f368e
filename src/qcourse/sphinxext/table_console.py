"""The facilitator's console of Table Q in the site: a page that stands alone, beside the page that links to it."""

from __future__ import annotations

from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from ..errors import Text
from .boxes import box

NAME = "table_q_console.html"
SAID: Text = {"en": "Open the console", "fr": "Ouvrir la console"}


class ConsoleLink(SphinxDirective):
    """``{table-console}``: a link to the console, which is written beside the page that has it."""

    def run(self) -> list[nodes.Node]:
        """The link; the page is noted for the end of the build."""
        self.env.metadata[self.env.docname]["table_console"] = NAME
        return [box("p", box("a", SAID[self.config.language], inline=True, href=NAME))]


def _write(app: Sphinx, exception: Exception | None) -> None:
    if exception or app.builder.format != "html":
        return
    from ..table_kit.console import console_html

    for docname, noted in app.env.metadata.items():
        if "table_console" in noted:
            target = Path(app.outdir, docname).with_name(NAME)
            target.write_text(console_html(app.config.language), encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Register the directive, and write the console when the pages are done."""
    app.add_directive("table-console", ConsoleLink)
    app.connect("build-finished", _write)

"""Tables that scroll sideways inside their own box, so that a narrow screen never does."""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator


def visit_table(self: HTML5Translator, node: nodes.table) -> None:
    """Open the box, then the table as Sphinx writes it."""
    self.body.append('<div class="qc-table">')
    HTML5Translator.visit_table(self, node)


def depart_table(self: HTML5Translator, node: nodes.table) -> None:
    """Close both."""
    HTML5Translator.depart_table(self, node)
    self.body.append("</div>\n")


def setup(app: Sphinx) -> dict:
    """Replace the way tables are written to HTML."""
    app.add_node(nodes.table, override=True, html=(visit_table, depart_table))
    return {"parallel_read_safe": True, "parallel_write_safe": True}

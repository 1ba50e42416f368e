"""Mathematics as MathML, made at build time: no script, no font, nothing fetched."""

import re
from html import escape

from docutils import nodes
from latex2mathml.converter import convert
from sphinx.application import Sphinx
from sphinx.util import logging

logger = logging.getLogger(__name__)


def mathml(latex: str, display: bool = False) -> str:
    r"""One formula as a `<math>` element, with its source as alternative text; `\text` and accents included."""
    shown = "block" if display else "inline"
    element = convert(latex.strip(), display=shown)
    return re.sub(r"<math\b", lambda found: f'{found[0]} alttext="{escape(latex.strip())}"', element, count=1)


def _formula(node: nodes.Element, display: bool) -> str:
    try:
        return mathml(node.astext(), display)
    except (
        Exception
    ) as problem:  # the converter raises many kinds; whichever it is, the author needs the place
        logger.warning(
            "this formula cannot be turned into MathML: %s (%s)", node.astext(), problem, location=node
        )
        return f"<code>{escape(node.astext())}</code>"


def visit_inline(self, node: nodes.math) -> None:
    """Write an inline formula."""
    self.body.append(f'<span class="qc-formula">{_formula(node, display=False)}</span>')
    raise nodes.SkipNode


def visit_display(self, node: nodes.math_block) -> None:
    """Write a displayed formula in a box that scrolls when it is wider than the page."""
    self.body.append(self.starttag(node, "div", CLASS="qc-math") + _formula(node, display=True) + "</div>\n")
    raise nodes.SkipNode


def setup(app: Sphinx) -> dict:
    """Offer the renderer under the name `qcourse_mathml`."""
    app.add_html_math_renderer("qcourse_mathml", (visit_inline, None), (visit_display, None))
    return {"parallel_read_safe": True, "parallel_write_safe": True}

"""The glossary: one term base gives its page and the definitions shown beside a term."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import SphinxDirective, SphinxRole

from .boxes import box, own_language

GLOSSARY_PAGE = "book/glossary"


class TermError(SphinxError):
    """A page uses a term that the term base lacks; the build stops."""

    category = "Unknown term"


def terms(source_dir: Path) -> Mapping[str, Any]:
    """The term base ``book/terms.yml``: for each id, ``term`` and ``definition`` in both languages."""
    path = source_dir / "book" / "terms.yml"
    return _terms(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _terms(path: Path, changed: int) -> Mapping[str, Any]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


class WordRole(SphinxRole):
    """A term of the glossary with its definition: ``{word}`id` `` or ``{word}`shown text <id>` ``."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """The link and the definition that shows on hover and focus."""
        match = re.fullmatch(r"(?P<shown>.+?)\s*<(?P<id>[\w-]+)>", self.text, re.DOTALL)
        term_id = match["id"] if match else self.text
        known = terms(Path(self.env.srcdir))
        if term_id not in known:
            near = difflib.get_close_matches(term_id, known, n=3)
            path, line = self.get_source_info()
            raise TermError(
                f"{path}:{line}: no term {term_id!r} in book/terms.yml; the nearest: {', '.join(near) or 'none'}"
            )
        self.env.note_dependency(str(Path(self.env.srcdir, "book", "terms.yml")))
        shown = match["shown"] if match else known[term_id]["term"][self.config.language]
        return [_Word("", term=term_id, shown=shown)], []


class _Word(nodes.Inline, nodes.TextElement):
    """The place of a term, resolved when the page's own address is known."""

    def astext(self) -> str:
        return self["shown"]


class TermsDirective(SphinxDirective):
    """All terms in alphabetical order of the page's language."""

    def run(self) -> list[nodes.Node]:
        """A definition list; each term is a target, with its name in the other language."""
        language = self.config.language
        other = {"en": "fr", "fr": "en"}[language]
        listed = box("dl", class_="qc-terms")
        for term_id, entry in sorted(
            terms(Path(self.env.srcdir)).items(), key=lambda item: _folded(item[1]["term"][language])
        ):
            elsewhere = box(
                "span", f"({entry['term'][other]})", inline=True, class_="qc-term-other", lang=other
            )
            listed += box("dt", entry["term"][language], " ", elsewhere, id=f"term-{term_id}")
            listed += box("dd", entry["definition"][language])
        own_language(listed)
        self.env.note_dependency(str(Path(self.env.srcdir, "book", "terms.yml")))
        return [listed]


def _folded(text: str) -> str:
    import unicodedata

    return "".join(
        character
        for character in unicodedata.normalize("NFD", text.casefold())
        if not unicodedata.combining(character)
    )


def _resolve(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    language = app.config.language
    for position, node in enumerate(list(doctree.findall(_Word)), 1):
        definition = terms(Path(app.srcdir))[node["term"]]["definition"][language]
        href = f"{app.builder.get_relative_uri(docname, GLOSSARY_PAGE)}#term-{node['term']}"
        link = box("a", node["shown"], inline=True, href=href, aria_describedby=f"word-{position}")
        tip = box("span", definition, inline=True, class_="qc-tip", role="tooltip", id=f"word-{position}")
        node.replace_self(box("span", link, tip, inline=True, class_="qc-word"))


def setup(app: Sphinx) -> None:
    """Register the role and the directive."""
    app.add_node(_Word)
    app.add_role("word", WordRole())
    app.add_directive("terms", TermsDirective)
    app.connect("doctree-resolved", _resolve)

"""An offline search: one classic script that holds the text of every section, and no Sphinx index.

The text is read from the written pages, so it is what the reader sees, in the page's language, with the facts'
values in place, also after an incremental build. The script sets `window.qcourseSearch` and works over file://.
"""

import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from sphinx.application import Sphinx

# What Sphinx writes for its own search and for scripts that our layout does not load.
LEFT_OVER = (
    "searchindex.js",
    "_static/searchtools.js",
    "_static/language_data.js",
    "_static/doctools.js",
    "_static/documentation_options.js",
    "_static/sphinx_highlight.js",
    "_static/basic.css",
    "_static/base-stemmer.js",
    "_static/french-stemmer.js",
)
VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
BLOCKS = frozenset(
    [
        "p",
        "li",
        "dt",
        "dd",
        "td",
        "th",
        "tr",
        "div",
        "summary",
        "figcaption",
        "caption",
        "legend",
        "label",
        "blockquote",
        "pre",
        "ul",
        "ol",
        "details",
    ]
)
SKIPPED_TAGS = frozenset(("script", "style", "svg", "math", "template", "button", "nav", "noscript"))
SKIPPED_CLASSES = frozenset(
    (
        "headerlink",
        "qc-tip",
        "qc-mark",
        "qc-verdict",
        "qc-reason",
        "qc-answers",
        "qc-eyebrow",
        "qc-hidden",
        "qc-recall-all",
    )
)


@dataclass
class Section:
    """A stretch of a page under one heading: its anchor, the heading, the text below it."""

    anchor: str
    heading: str = ""
    text: str = ""


@dataclass
class Page:
    """A page of the index: where it is, what it is called, its sections."""

    url: str
    title: str
    module: str = ""
    sections: list[Section] = field(default_factory=list)

    def plain(self) -> list:
        """The page as the nested lists that the script reads."""
        return [self.url, self.title, self.module, [[s.anchor, s.heading, s.text] for s in self.sections]]


class _Reader(HTMLParser):
    """Collects the sections of `<article>`: a heading starts one, anchored at the nearest element with an id."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sections = [Section("")]
        self.module = ""
        self._open: list[tuple[str, str, bool]] = []  # tag, id, skipped
        self._depth = 0  # number of open <article>
        self._heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "body":
            self.module = found.get("data-module", "")
        if tag in VOID:
            if tag in {"br", "hr"}:
                self.handle_data(" ")
            return
        skipped = bool(self._open and self._open[-1][2]) or tag in SKIPPED_TAGS
        skipped = skipped or not SKIPPED_CLASSES.isdisjoint(found.get("class", "").split())
        self._depth += tag == "article"
        self._open.append((tag, found.get("id", ""), skipped))
        if self._depth and not skipped:
            if re.fullmatch(r"h[1-6]", tag):
                anchor = found.get("id") or next((i for _, i, _ in reversed(self._open) if i), "")
                self.sections.append(Section("" if tag == "h1" else anchor))
                self._heading = True
            elif tag == "dt" and found.get("id"):  # a term of the glossary is found by its own address
                self.sections.append(Section(found["id"]))
                self._heading = True
            elif "qc-ledger-fact" in found.get("class", "").split():  # so is a fact of the ledger
                self.sections.append(Section(found.get("id", "")))
            elif tag in BLOCKS:
                self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID or all(tag != name for name, _, _ in self._open):
            return
        while self._open:
            name, _, _ = self._open.pop()
            if name == tag:
                break
        self._depth -= tag == "article"
        if re.fullmatch(r"h[1-6]|dt", tag):
            self._heading = False
        elif tag in BLOCKS:
            self.handle_data(" ")

    def handle_data(self, data: str) -> None:
        if not self._depth or (self._open and self._open[-1][2]):
            return
        section = self.sections[-1]
        if self._heading:
            section.heading += data
        else:
            section.text += data


def read_page(html: str, url: str) -> Page:
    """The sections of one written page, white space made plain; the page's title is its first heading."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    sections = []
    for section in reader.sections:
        section.heading, section.text = (" ".join(part.split()) for part in (section.heading, section.text))
        if section.heading or section.text:
            sections.append(section)
    title = next((section.heading for section in sections if section.heading), url)
    return Page(url, title, reader.module, sections)


def index_script(pages: list[Page]) -> str:
    """The index as a classic script; `<` is written as an escape so that it can also stand inside HTML."""
    data = json.dumps([page.plain() for page in pages], ensure_ascii=False, separators=(",", ":"))
    for character in ("<", "\u2028", "\u2029"):
        data = data.replace(character, f"\\u{ord(character):04x}")
    return f"window.qcourseSearch={data};\n"


def no_sphinx_search(app: Sphinx) -> None:
    """Sphinx builds no index of its own, which also saves its time."""
    if app.builder.format == "html":
        app.builder.search = False  # type: ignore[attr-defined]


def search_page(app: Sphinx) -> list[tuple[str, dict, str]]:
    """The page on which results are shown."""
    return [("search", {}, "search.html")]


def write_index(app: Sphinx, exception: Exception | None) -> None:
    """At the end of an HTML build: write `search-index.js` and remove what Sphinx left of its own search."""
    if exception or app.builder.name not in {"html", "dirhtml"}:
        return
    out = Path(app.outdir)
    pages = []
    for name in sorted(app.env.found_docs):
        file = Path(app.builder.get_outfilename(name))  # type: ignore[attr-defined]
        if file.is_file():
            pages.append(read_page(file.read_text("utf-8"), app.builder.get_target_uri(name)))
    (out / "search-index.js").write_text(index_script(pages), "utf-8")
    for name in LEFT_OVER:
        (out / name).unlink(missing_ok=True)


def setup(app: Sphinx) -> dict:
    """Connect the search to a build."""
    app.connect("builder-inited", no_sphinx_search)
    app.connect("html-collect-pages", search_page)
    app.connect("build-finished", write_index)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

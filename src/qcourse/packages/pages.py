"""The pages of the built site, in the order of ``_toc.yml``, put together into one page for paper.

The site has all that a reader sees, so that nothing is built twice; only ids and links are changed, to stay apart and
to stay inside.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from ..errors import ContentError, Text
from ..lang import LANGUAGES, pick

_ARTICLE = re.compile(r'<article class="qc-article">(.*)</article>', re.DOTALL)
_TITLE = re.compile(r"<h1>(.*?)<a class=\"headerlink\"", re.DOTALL)
_DROPPED = re.compile(
    r'<script\b.*?</script>|<noscript\b.*?</noscript>|<a class="headerlink".*?</a>', re.DOTALL
)
_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_REFERENCES = re.compile(r'\b(id|for|name|aria-labelledby|aria-describedby|aria-controls|headers)="([^"]*)"')
_LINK = re.compile(r'\b(href|src)="([^"]*)"')
_HEADING = re.compile(r"<(/?)h([1-5])\b")
_WHOLE_HEADING = re.compile(r"(<h[1-6]\b[^>]*>)(.*?)(</h[1-6]>)", re.DOTALL)
_OUTSIDE = re.compile(r"[a-z]+:")


@dataclass(frozen=True)
class Part:
    """A part of the contents: its caption in both languages and its pages, below the root and without suffix."""

    caption: Text
    pages: tuple[str, ...]


def parts(root: Path) -> list[Part]:
    """The cover, under an empty caption, and then the parts of ``_toc.yml``."""
    toc = _yaml(root / "_toc.yml")
    captions: dict[str, Mapping[str, str]] = {
        language: _yaml(root / "book" / "locale" / language / "edition.yml")["captions"]
        for language in LANGUAGES
        if language != "en"
    }
    found = [Part(dict.fromkeys(LANGUAGES, ""), (toc["root"],))]
    for part in toc["parts"]:
        english = part["caption"]
        caption = {"en": english, **{language: known[english] for language, known in captions.items()}}
        found.append(Part(caption, tuple(_files(part["chapters"]))))
    return found


def article(site: Path, language: str, page: str) -> str:
    """The text of a built page; ContentError when the site has no such page."""
    path = site / language / f"{page}.html"
    match = _ARTICLE.search(path.read_text(encoding="utf-8")) if path.is_file() else None
    if match is None:
        raise ContentError(
            {
                "en": f"the built site has no page {language}/{page}.html. Run `qcourse book`.",
                "fr": f"le site construit n’a pas de page {language}/{page}.html. Lancez «\u00a0qcourse book\u00a0».",
            }
        )
    return match[1]


def title(site: Path, language: str, page: str) -> str:
    """The title of a built page, as plain text."""
    match = _TITLE.search(article(site, language, page))
    return html.unescape(re.sub(r"<[^>]+>", "", match[1])) if match else page


def book_title(root: Path, language: str) -> str:
    """The course's title."""
    config = _yaml(root / "_config.yml")
    if language != "en":
        config |= _yaml(root / "book" / "locale" / language / "edition.yml")["config"]
    return str(config["title"])


def together(site: Path, language: str, chosen: Sequence[tuple[str, Sequence[str]]]) -> str:
    """The pages of ``chosen`` (captions with their pages) as sections of one page.

    A link to one of the pages leads to its place here, one to another page of the course becomes plain text. Below the
    first page of a module the headings of its lessons are one level lower, for the outline.
    """
    inside = {page for _, pages in chosen for page in pages}
    pieces = []
    for caption, pages in chosen:
        named = eyebrow(html.escape(caption, quote=False))
        module = pages[0].endswith("/index")
        for number, page in enumerate(pages):
            pieces.append(named + _section(site, language, page, inside, int(module and number > 0)))
    return outlined("\n".join(pieces))


def eyebrow(text: str) -> str:
    """A line above a title that opens a page: Chromium says the first text of a page twice in the outline."""
    return f'<p class="print-eyebrow">{text}</p>\n' if text else ""


def outlined(text: str) -> str:
    """Headings whose words stay apart in the outline: Chromium drops a plain space at the end of a line there."""
    return _WHOLE_HEADING.sub(
        lambda match: match[1] + re.sub(r" (?![^<]*>)", "&nbsp;<wbr>", match[2]) + match[3], text
    )


def place(page: str) -> str:
    """The id of a page among others."""
    return page.replace("/", "-")


def _section(site: Path, language: str, page: str, inside: set[str], demote: int) -> str:
    text = _DROPPED.sub("", article(site, language, page)).replace("<details", "<details open")
    text = text.replace("<details open open", "<details open")
    rewrite = _rewriter(site / language, page, inside)
    text = _TAG.sub(lambda match: rewrite(match[0]), text)
    text = _HEADING.sub(lambda match: f"<{match[1]}h{min(6, int(match[2]) + demote)}", text)
    module = page.split("/")[1] if page.startswith("modules/") else ""
    return f'<section class="print-page qc-article" id="{place(page)}" data-module="{module}">\n{text}\n</section>'


def _rewriter(edition: Path, page: str, inside: set[str]) -> Callable[[str], str]:
    prefix, folder = place(page), posixpath.dirname(page)

    def reference(match: re.Match[str]) -> str:
        if match[1] == "name" and not match[2]:
            return match[0]
        return f'{match[1]}="{" ".join(f"{prefix}--{name}" for name in match[2].split())}"'

    def link(match: re.Match[str]) -> str:
        kind, address = match[1], html.unescape(match[2])
        if _OUTSIDE.match(address):
            return match[0]
        path, _, anchor = address.partition("#")
        target = posixpath.normpath(posixpath.join(folder, path)) if path else f"{page}.html"
        if kind == "src":
            return f'src="{(edition / target).resolve().as_uri()}"'
        name = target.removesuffix(".html")
        if name not in inside:
            return ""
        return f'href="#{place(name)}{f"--{anchor}" if anchor else ""}"'

    return lambda tag: _LINK.sub(link, _REFERENCES.sub(reference, tag))


def frame(site: Path, language: str, heading: str, body: str, *, style: str = "", kind: str = "print") -> str:
    """A whole page for the printer: the site's own look, A4, page numbers at the foot."""
    static = (site / language / "_static").resolve()
    sheets = "".join(
        f'<link rel="stylesheet" href="{(static / name).as_uri()}">\n'
        for name in ("qcourse.css", "figures/figures.css")
    )
    own = Path(__file__).with_name("print.css").read_text(encoding="utf-8")
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{html.escape(heading, quote=False)}</title>\n{sheets}<style>\n{own}{style}</style>\n</head>\n"
        f'<body class="qc print-{kind}">\n<main>\n{body}\n</main>\n</body>\n</html>\n'
    )


def said(name: str, language: str, **values: str) -> str:
    """A sentence of ``strings.yml``, with ``{placeholders}`` filled in."""
    strings: dict[str, Text] = _yaml(Path(__file__).with_name("strings.yml"))
    return pick(strings[name], language).format(**values)


def _files(entries: Sequence[dict[str, Any]]) -> list[str]:
    found = []
    for entry in entries:
        found.append(entry["file"])
        found += _files(entry.get("chapters", []) + entry.get("sections", []))
    return found


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))

"""The handbook: every page of the course that belongs on paper, as one PDF per language."""

from __future__ import annotations

import html
from pathlib import Path

from .. import printing
from . import pages
from .contents import contents


def chapters(root: Path, language: str) -> list[tuple[str, list[str]]]:
    """Captions with their pages, in the order of the contents, without those that only a browser can use."""
    left_out = tuple(contents()["not_in_handbook"])
    return [
        (part.caption[language], kept)
        for part in pages.parts(root)
        if part.caption["en"] and (kept := [page for page in part.pages if not page.startswith(left_out)])
    ]


def text(root: Path, site: Path, language: str, chosen: list[tuple[str, list[str]]] | None = None) -> str:
    """The HTML that is printed: cover, linked contents, chapters; ``chosen`` limits it to some of them."""
    chosen = chapters(root, language) if chosen is None else chosen
    title = pages.book_title(root, language)
    listed = "\n".join(
        f"<li>{html.escape(caption, quote=False)}<ol>{''.join(_entry(site, language, page) for page in listed)}</ol></li>"
        for caption, listed in chosen
    )
    body = (
        f'<div class="print-cover"><h1>{html.escape(title, quote=False)}</h1>\n'
        f"<p>{pages.said('cover_line', language)}</p><p>{pages.said('cover_date', language)}</p></div>\n"
        f'<nav class="print-contents">{pages.eyebrow(title)}<h1>{pages.said("contents", language)}</h1>\n<ol>{listed}</ol></nav>\n'
        f"{pages.together(site, language, chosen)}"
    )
    return pages.frame(site, language, pages.said("handbook", language, title=title), body, kind="handbook")


def write(root: Path, site: Path, language: str, folder: Path) -> Path:
    """Write ``qcourse-handbook-<language>.pdf`` into ``folder``."""
    return printed(text(root, site, language), folder / f"qcourse-handbook-{language}.pdf")


def printed(page: str, target: Path) -> Path:
    """Print a page that is given as text."""
    source = target.with_suffix(".html")
    source.parent.mkdir(parents=True, exist_ok=True)
    source.write_text(page, encoding="utf-8")
    try:
        return printing.pdf(source, target)
    finally:
        source.unlink()


def _entry(site: Path, language: str, page: str) -> str:
    name = html.escape(pages.title(site, language, page), quote=False)
    return f'<li><a href="#{pages.place(page)}">{name}</a></li>'

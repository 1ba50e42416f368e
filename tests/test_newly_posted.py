"""The page for a newly posted reader: ten dated facts, and one sheet of paper that asks nothing of a script."""

from __future__ import annotations

import re

import pytest

from qcourse import facts
from qcourse.lang import LANGUAGES

from .pages import Page

PAGE = Page("book/newly_posted")


def test_ten_facts_with_their_dates():
    """Ten numbered entries, each with a fact of the register."""
    entries = re.findall(r"^\d+\. .*(?:\n[ ]{3,}.*)*", PAGE.source, re.MULTILINE)
    cited = [re.findall(r"\{(?:claim|source)\}`([\w-]+)`", entry) for entry in entries]

    assert 10 == len(entries)
    assert all(cited)
    assert all(facts.find(fact).as_of for entry in cited for fact in entry)


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_one_sheet_without_scripts(site, chromium, language):
    """Without scripts Chromium prints two A4 sides, with the facts, and room to write beside each line to fill in."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.joinpath(language, "book", "newly_posted.html").as_uri())
    printed = page.pdf(prefer_css_page_size=True)
    page.emulate_media(media="print")

    assert 2 == len(re.findall(rb"/Type\s*/Page\b", printed))
    assert re.search(rb"/MediaBox\s*\[0 0 59[45]\.?\d* 84[12]\.?\d*\]", printed)
    assert 10 == page.locator("main ol > li:visible").count()
    assert 7 == page.locator("main tbody tr:visible").count()
    assert min(row.bounding_box()["height"] for row in page.locator("main tbody tr").all()) > 30
    assert not page.locator(".qc-not-printed").first.is_visible()
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_cover_and_the_paths_lead_there(site, language):
    """One link from the cover, one from the paths of roles."""
    for name in ("index", "how_to_use"):
        html = site.joinpath(language, "book", f"{name}.html").read_text(encoding="utf-8")

        assert 'href="newly_posted.html"' in html, name

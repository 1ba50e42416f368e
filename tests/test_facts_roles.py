"""Facts on a page: printed in the reader's format, and refused, stopping the build, when used wrongly."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace

from qcourse import facts

SEED = next(fact.id for fact in facts.register().values() if fact.status == "seed")
UNVERIFIED = next(fact.id for fact in facts.register().values() if fact.status == "unverified")
VALUELESS = next(
    fact.id for fact in facts.register().values() if fact.status == "verified" and not fact.values
)
MONEY = "ca-quantum-360m-seven-years"


@pytest.fixture
def page_of(tmp_path: Path):
    """Build a one-page book with the course's extension; the HTML of its page."""

    said = io.StringIO()

    def build_page(text: str, language: str = "en") -> str:
        source = tmp_path / "source"
        source.mkdir(exist_ok=True)
        (source / "conf.py").write_text("", encoding="utf-8")
        (source / "page.md").write_text(text, encoding="utf-8")
        settings = {
            "extensions": ["myst_nb", "qcourse.sphinxext"],
            "master_doc": "page",
            "language": language,
            "html_theme": "basic",
            "nb_execution_mode": "off",
            "html_math_renderer": "qcourse_mathml",
        }
        with docutils_namespace():
            app = Sphinx(
                str(source),
                None,
                str(tmp_path / f"out-{language}"),
                str(tmp_path / f"trees-{language}"),
                "html",
                settings,
                status=None,
                warning=said,
                freshenv=True,
            )
            app.build()
        return (tmp_path / f"out-{language}" / "page.html").read_text(encoding="utf-8")

    build_page.said = said
    return build_page


def text_of(html: str) -> str:
    """The words of a page's body without tags."""
    body = html.split('role="main">', 1)[-1]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", body).replace("\u00a0", " "))


def test_a_value_is_printed_with_date_and_source(page_of) -> None:
    """English and French each read the amount as they write it, with its date and a link to its source."""
    page = "# A page\n\nCanada gave {fact}`" + MONEY + "`.\n\n```{sources}\n```\n"
    english, french = page_of(page), page_of(page, "fr")

    assert (
        "CAD 360 million (" in text_of(english),
        "360 M$ (" in text_of(french),
        'href="#source-1"' in english,
        'id="source-1"' in french,
    ) == (True,) * 4


def test_a_claim_is_the_registers_sentence(page_of) -> None:
    """The sentence of the page's language is printed."""
    french = page_of("# Page\n\n{claim}`" + MONEY + "`\n", "fr")

    assert facts.find(MONEY).claim["fr"].replace("\u00a0", " ") in text_of(french).replace("&nbsp;", " ")


@pytest.mark.parametrize(
    ("use", "named"),
    [
        ("{fact}`no-such-fact-at-all`", "no-such-fact-at-all"),
        ("{claim}`" + UNVERIFIED + "`", UNVERIFIED),
        ("{fact}`" + VALUELESS + "`", VALUELESS),
        ("{fact}`" + MONEY + " no_such_value`", MONEY),
        ("{claim}`" + MONEY + " value`", MONEY),
    ],
    ids=["unknown", "unverified", "no value", "unknown value", "value of a claim"],
)
def test_misuse_stops_the_build(page_of, use: str, named: str) -> None:
    """The message names the page, the line and the id."""
    with pytest.raises(SphinxError, match=rf"page\.md:5: .*{re.escape(named)}"):
        page_of(f"# A page\n\nA first paragraph.\n\nThen {use} follows.\n")


def test_a_seed_fact_needs_its_attribution(page_of) -> None:
    """Without ‘the article’ or ‘the authors’ in the same paragraph the build stops; with it, it goes on."""
    claim = facts.find(SEED)
    bare = "# A page\n\nHere it is: {source}`" + SEED + "`.\n"
    with pytest.raises(SphinxError, match=rf"page\.md:3: .*{re.escape(SEED)}"):
        page_of(bare)

    assert claim.source in {"qcseed2022"} and "Here it is" in page_of(
        "# A page\n\nHere it is, according to the 2022 article: {source}`" + SEED + "`.\n"
    )


def test_a_seed_fact_needs_its_attribution_in_french(page_of) -> None:
    """The French page is held to the same rule, in its own words."""
    with pytest.raises(SphinxError, match=re.escape(SEED)):
        page_of("# Page\n\nLe voici\u00a0: {source}`" + SEED + "`.\n", "fr")

    assert "Selon" in page_of(
        "# Page\n\nSelon l’article de 2022, le voici\u00a0: {source}`" + SEED + "`.\n", "fr"
    )


def test_facts_past_their_review_date_are_listed(page_of, monkeypatch, capsys) -> None:
    """The build goes on, and says which stated facts to check again."""
    import datetime

    class Later(datetime.date):
        @classmethod
        def today(cls) -> datetime.date:
            return cls(2099, 1, 1)

    monkeypatch.setattr("qcourse.sphinxext.facts_roles.datetime.date", Later)
    page_of("# A page\n\nThis is it: {source}`" + MONEY + "`.\n")

    assert f"Facts past their review date: {MONEY}" in capsys.readouterr().err


def test_an_unknown_directive_argument_names_its_page(page_of, tmp_path: Path) -> None:
    """A question that has no data beside the page is an error of the build, not a hole in the page."""
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "page.questions.yml").write_text(
        '- id: one\n  ask: {en: "A?", fr: "A?"}\n  choices:\n    - {text: {en: "x", fr: "x"}, right: true, reason: {en: "r", fr: "r"}}\n    - {text: {en: "y", fr: "y"}, reason: {en: "r", fr: "r"}}\n',
        encoding="utf-8",
    )
    page_of("# A page\n\n```{question} two\n```\n")

    assert "page.md: no question 'two' beside this page; there are: one" in page_of.said.getvalue()

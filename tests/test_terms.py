"""The term base: every term is complete in both languages, and the French pages avoid what it says to avoid."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
TERMS = yaml.safe_load((ROOT / "book" / "terms.yml").read_text(encoding="utf-8"))
AVOIDED = [(name, words) for name, term in TERMS.items() for words in term.get("avoid", {}).get("fr", ())]


@pytest.mark.parametrize("name", TERMS)
def test_a_term_is_complete(name: str) -> None:
    """Name and definition exist in both languages, and a definition ends as a sentence does."""
    term = TERMS[name]

    assert re.fullmatch(r"[a-z][a-z0-9_]*", name)
    assert {"term", "definition"} <= set(term) <= {"term", "definition", "avoid"}
    for key in ("term", "definition"):
        assert {"en", "fr"} == set(term[key])
    assert all(text.endswith((".", "?")) for text in term["definition"].values())


def french_texts() -> list[tuple[str, str]]:
    """The French of every catalog, term and question: where it stands, and the text."""
    catalogs = (ROOT / "book" / "locale" / "fr" / "LC_MESSAGES").rglob("*.po")
    texts = [
        (path.stem, "\n".join(re.findall(r'^msgstr "(.*)"$', path.read_text(encoding="utf-8"), re.MULTILINE)))
        for path in catalogs
    ]
    texts += [(name, term["definition"]["fr"]) for name, term in TERMS.items()]
    beside = [*(ROOT / "modules").rglob("*.yml"), *(ROOT / "book").glob("*.questions.yml")]
    return texts + [
        (path.name, "\n".join(re.findall(r'fr: "(.*?)(?<!\\)"', path.read_text(encoding="utf-8"))))
        for path in beside
    ]


@pytest.mark.parametrize("name, words", AVOIDED)
def test_the_french_avoids_a_calque(name: str, words: str) -> None:
    """No French text of the book uses a wording that the term base advises against."""
    found = [
        place for place, text in french_texts() if re.search(rf"\b{re.escape(words)}\b", text, re.IGNORECASE)
    ]

    assert [] == found, f"write {TERMS[name]['term']['fr']!r} instead of {words!r}"

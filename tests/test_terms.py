"""The term base: complete in both languages, and every text of the course keeps to it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import polib
import pytest
import yaml

from .pages import PAGES

ROOT = Path(__file__).parents[1]
TERMS = yaml.safe_load((ROOT / "book" / "terms.yml").read_text(encoding="utf-8"))
LANGUAGES = ("en", "fr")


@pytest.mark.parametrize("name", TERMS)
def test_a_term_is_complete(name: str) -> None:
    """Name and definition exist in both languages, and a definition ends as a sentence does."""
    term = TERMS[name]

    assert re.fullmatch(r"[a-z][a-z0-9_]*", name)
    assert {"term", "definition"} <= set(term) <= {"term", "definition", "avoid", "false_friend"}
    for key in ("term", "definition"):
        assert {"en", "fr"} == set(term[key])
    assert all(text.endswith((".", "?")) for text in term["definition"].values())
    assert set(term.get("avoid", {})) <= set(LANGUAGES)


@pytest.mark.parametrize("name", [name for name in TERMS if "false_friend" in TERMS[name]])
def test_a_false_friend_is_tempting_and_explained(name: str) -> None:
    """One wrong word in one language, other than the term, and the reason in both."""
    friend = TERMS[name]["false_friend"]
    ((language, wrong),) = friend["wrong"].items()

    assert {"wrong", "why"} == set(friend)
    assert language in LANGUAGES and wrong.casefold() != TERMS[name]["term"][language].casefold()
    assert {"en", "fr"} == set(friend["why"]) and all(why.endswith(".") for why in friend["why"].values())


def test_the_base_is_large_sorted_and_without_doubles() -> None:
    """Ninety terms or more, in the order of their names, and no two with one name."""
    assert len(TERMS) >= 90
    assert sorted(TERMS) == list(TERMS)
    for language in LANGUAGES:
        names = [term["term"][language].casefold() for term in TERMS.values()]
        assert len(names) == len(set(names))


def _spoken(data: object) -> Iterator[tuple[str, str]]:
    """Every text that stands under ``en`` or ``fr`` in data, with its language."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in LANGUAGES and isinstance(value, str):
                yield key, value
            elif key in LANGUAGES and isinstance(value, list):
                yield from ((key, text) for text in value if isinstance(text, str))
            else:
                yield from _spoken(value)
    elif isinstance(data, list):
        for value in data:
            yield from _spoken(value)


def _in_code(path: Path) -> Iterator[tuple[str, str]]:
    """The texts of dictionaries ``{"en": …, "fr": …}`` in a module, f-strings and joined strings included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant) and key.value in LANGUAGES:
                    for part in ast.walk(value):
                        if isinstance(part, ast.Constant) and isinstance(part.value, str):
                            yield key.value, part.value


@lru_cache(maxsize=1)
def texts() -> list[tuple[str, str, str]]:
    """Every text of the course: where it stands, its language, and the text without roles and code."""
    found: list[tuple[str, str, str]] = []
    for page in PAGES:
        found.append(
            (page.name, "en", re.sub(r"^```.*?^```", "", page.source, flags=re.MULTILINE | re.DOTALL))
        )
    for path in (ROOT / "book" / "locale" / "fr").rglob("*.po"):
        found += [(path.stem, "fr", entry.msgstr) for entry in polib.pofile(str(path))]
    package = ROOT / "src" / "qcourse"
    for pattern in (
        "modules/**/*.yml",
        "book/*.yml",
        "src/qcourse/figures/*.yml",
        "src/qcourse/policy/*.json",
    ):
        for path in ROOT.glob(pattern):
            if path.name != "terms.yml":
                data = yaml.safe_load(path.read_text(encoding="utf-8"))
                found += [(path.name, language, text) for language, text in _spoken(data)]
    found += [(name, *said) for name, term in TERMS.items() for said in _spoken(term["definition"])]
    for folder in ("figures", "panels", "sphinxext"):
        for path in (package / folder).glob("*.py"):
            found += [(path.name, *said) for said in _in_code(path)]
    for path in (ROOT / "exercises").glob("*/task.*.md"):
        found.append(
            (f"{path.parent.name}/{path.name}", path.suffixes[0][1:], path.read_text(encoding="utf-8"))
        )
    for path in (ROOT / "exercises").rglob("*.toml"):
        found += [
            (f"{path.parent.name}/{path.name}", match[1], match[2])
            for match in re.finditer(r"\b(en|fr) = (\"[^\"]*\"|\[[^\]]*\])", path.read_text(encoding="utf-8"))
        ]
    return [
        (place, language, re.sub(r"\{[\w-]+\}`[^`]*`|`[^`]*`|\]\([^)]*\)", " ", text))
        for place, language, text in found
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_keeps_to_the_term_base(language: str) -> None:
    """Pages, catalogs, questions, cards, figures, Table Q and exercises use no wording that the base advises against."""
    against = {
        wording: term["term"][language]
        for term in TERMS.values()
        for wording in term.get("avoid", {}).get(language, ())
    }
    pattern = re.compile(
        r"(?<![\w-])(" + "|".join(re.escape(word.strip()) for word in against) + r")(?![\w-])", re.IGNORECASE
    )
    by_wording = {wording.strip().casefold(): right for wording, right in against.items()}
    found = [
        f"{place}: {match[1]!r}, write {by_wording[match[1].casefold()]!r}"
        for place, own, text in texts()
        if own == language
        for match in pattern.finditer(text)
    ]

    assert [] == found


@pytest.mark.parametrize("language, kind", [("en", "en"), ("fr", "fr")])
def test_the_lint_reads_every_kind_of_text(language: str, kind: str) -> None:
    """A lint that read nothing would find nothing: pages, questions, figures, tasks and hints are among the texts."""
    places = {place for place, own, _ in texts() if own == language}

    assert {
        "table_q.json",
        "qubits.questions.yml",
        "qubits.cards.yml",
        "shelf_life_desk.py",
        "forums.yml",
    } <= places
    assert {f"bell_pair/task.{kind}.md", "bell_pair/exercise.toml", "rsa"} <= places
    assert ("modules/quantum_basics/qubits" if kind == "en" else "qubits") in places

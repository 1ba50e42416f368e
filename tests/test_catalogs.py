"""The French catalogs: complete, faithful in roles, targets and numbers, and free of fuzzy texts."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest

ROOT = Path(__file__).resolve().parents[1]
CATALOGS = sorted((ROOT / "book" / "locale" / "fr" / "LC_MESSAGES").rglob("*.po"))
ROLE = re.compile(r"\{([\w-]+)\}`([^`]*)`")
TARGET = re.compile(r"\]\(([^)\s]+)\)")
NUMBER = re.compile(r"\d+")
SAME_IN_BOTH = re.compile(r"^[\W\d_]*$|^[^a-z]*$")


def entries(catalog: Path) -> list[polib.POEntry]:
    """The texts of a catalog."""
    return list(polib.pofile(str(catalog)))


def roles(text: str) -> list[tuple[str, str]]:
    """Each role with what it points at; the words shown for a term may differ."""
    return sorted(
        (name, re.sub(r"^.*<([\w-]+)>$", r"\1", body, flags=re.DOTALL)) for name, body in ROLE.findall(text)
    )


def numbers(text: str) -> list[str]:
    """The digits of a text, however a language groups them, without those inside roles and targets."""
    bare = TARGET.sub("", ROLE.sub("", text))
    joined = re.sub(r"(?<=\d)[\u00a0\u202f,.](?=\d)", "", bare)
    return sorted(NUMBER.findall(joined))


@pytest.mark.parametrize("catalog", CATALOGS, ids=lambda path: path.stem)
def test_every_text_is_translated(catalog: Path) -> None:
    """No text is empty or fuzzy, and none is left over."""
    open_texts = [
        entry.msgid[:80] for entry in entries(catalog) if not entry.msgstr or entry.fuzzy or entry.obsolete
    ]

    assert [] == open_texts


@pytest.mark.parametrize("catalog", CATALOGS, ids=lambda path: path.stem)
def test_roles_and_targets_are_the_same(catalog: Path) -> None:
    """French cites the same facts and terms and links to the same pages."""
    different = [
        entry.msgid[:80]
        for entry in entries(catalog)
        if roles(entry.msgid) != roles(entry.msgstr)
        or sorted(TARGET.findall(entry.msgid)) != sorted(TARGET.findall(entry.msgstr))
    ]

    assert [] == different


@pytest.mark.parametrize("catalog", CATALOGS, ids=lambda path: path.stem)
def test_numbers_are_the_same(catalog: Path) -> None:
    """French states the same numbers, in its own writing."""
    different = [
        (entry.msgid[:80], numbers(entry.msgid), numbers(entry.msgstr))
        for entry in entries(catalog)
        if numbers(entry.msgid) != numbers(entry.msgstr)
    ]

    assert [] == different


def test_few_texts_are_the_same_in_both_languages() -> None:
    """Under 2 % of all texts that hold words are equal to their translation."""
    texts = [
        entry for catalog in CATALOGS for entry in entries(catalog) if not SAME_IN_BOTH.match(entry.msgid)
    ]
    equal = [entry.msgid for entry in texts if entry.msgid == entry.msgstr]

    assert len(equal) < 0.02 * len(texts), equal


def test_catalogs_are_up_to_date(root: Path) -> None:
    """What the pages say now is what the catalogs translate: ``make locale`` would change nothing."""
    from qcourse import catalogs

    before = {path: path.read_bytes() for path in CATALOGS}
    try:
        after = {path: path.read_bytes() for path in catalogs.update(root)}
    finally:
        for path, content in before.items():
            path.write_bytes(content)
    changed = sorted(
        str(path.relative_to(root))
        for path in before.keys() | after.keys()
        if before.get(path) != after.get(path)
    )

    assert [] == changed

"""The Anki packages: every card, once, in each language, with ids that stay."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from pathlib import Path

import pytest

from qcourse import decks
from qcourse.record import course

ROOT = Path(__file__).resolve().parents[1]


def made(folder: Path, language: str) -> dict[str, tuple[str, list[str]]]:
    """The notes of a package by guid: the deck that holds them, and their fields."""
    path, count = decks.write(
        ROOT, language, lambda fact, name, _: str(fact.value(name)), lambda key, _: key, folder
    )
    with zipfile.ZipFile(path) as archive:
        archive.extract("collection.anki2", folder)
    with sqlite3.connect(folder / "collection.anki2") as base:
        names = {
            int(key): deck["name"]
            for key, deck in json.loads(base.execute("select decks from col").fetchone()[0]).items()
        }
        rows = base.execute("select guid, did, flds from notes join cards on cards.nid = notes.id").fetchall()
    assert count == len(rows)
    return {guid: (names[deck], fields.split("\x1f")) for guid, deck, fields in rows}


@pytest.mark.parametrize(
    ("language", "deck"),
    [("en", "Quantum literacy for diplomats"), ("fr", "Le quantique pour les diplomates")],
)
def test_a_package_holds_every_card_once(tmp_path: Path, language: str, deck: str) -> None:
    """Opened as Anki does: one card for each of the lessons' cards, in one deck, no role or empty side left."""
    notes = made(tmp_path, language)
    expected = {f"{lesson.name}/{card}" for lesson in course.lessons(ROOT) for card in lesson.cards}

    assert (expected, len(expected)) == ({fields[4] for _, fields in notes.values()}, len(notes))
    assert {deck} == {name for name, _ in notes.values()}
    assert [] == [
        fields for _, fields in notes.values() if not (fields[0] and fields[1]) or "}`" in "".join(fields)
    ]


def test_a_second_package_has_the_same_ids(tmp_path: Path) -> None:
    """Brought in again, notes are updated instead of doubled; the two languages don't overwrite each other."""
    (tmp_path / "again").mkdir()
    english = set(made(tmp_path, "en"))

    assert english == set(made(tmp_path / "again", "en"))
    assert set() == english & set(made(tmp_path, "fr"))


def test_facts_are_written_out_with_their_sources() -> None:
    """A claim becomes its sentence, a source goes to the list, and signs of HTML stay text."""
    sources: list[str] = []
    shown = decks.plain(
        "*a* < b {claim}`myth-22bit` c{source}`bell-pair`.", "en", lambda *_: "", lambda key, _: key, sources
    )
    from qcourse import facts

    assert shown == f"<i>a</i> &lt; b {facts.find('myth-22bit').claim['en']} c."
    assert 2 == len(sources)

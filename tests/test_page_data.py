"""Questions and cards: one format each, and a clear word for every departure from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from qcourse.errors import ContentError
from qcourse.sphinxext import page_data

GOOD = """
- id: one
  ask: {en: "Which?", fr: "Laquelle?"}
  choices:
    - text: {en: "This", fr: "Celle-ci"}
      right: true
      reason: {en: "Because.", fr: "Parce que."}
    - text: {en: "That", fr: "Celle-là"}
      reason: {en: "No.", fr: "Non."}
"""


def questions(tmp_path: Path, text: str) -> dict:
    """The questions read from ``text``."""
    (tmp_path / "page.questions.yml").write_text(text, encoding="utf-8")
    return page_data.questions(tmp_path / "page.md")


def test_good_questions_are_read(tmp_path: Path) -> None:
    """Questions come by id, in their order."""
    assert ["one"] == list(questions(tmp_path, GOOD))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("right: true", "right: false"), "right"),
        (('      reason: {en: "No.", fr: "Non."}\n', ""), "reason"),
        ((', fr: "Laquelle?"', ""), "fr"),
        (("id: one", "id: One Thing"), "One Thing"),
        (("      right: true\n", ""), "0 right"),
        (("ask:", "question:"), "question"),
        (("- id: one", "- id: ["), "read"),
        (("- id: one", "- id: one\n  facts: [sherbrooke-zone-131]"), "sherbrooke-zone-131m"),
        (("- id: one", "- id: one\n  facts: []"), "facts"),
    ],
    ids=[
        "right is not true",
        "no reason",
        "no French",
        "bad id",
        "no right choice",
        "unknown key",
        "broken YAML",
        "unknown fact",
        "empty facts",
    ],
)
def test_a_departure_is_named(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    """The message names the file and the fault."""
    with pytest.raises(ContentError) as caught:
        questions(tmp_path, GOOD.replace(*change))

    assert ("page.questions.yml" in caught.value.text["en"], said in caught.value.text["en"]) == (True, True)


def test_a_twin_id_is_named(tmp_path: Path) -> None:
    """An id names one question."""
    with pytest.raises(ContentError, match="one"):
        questions(tmp_path, GOOD + GOOD)


def test_missing_cards_are_named(tmp_path: Path) -> None:
    """A page that shows cards has their file beside it."""
    with pytest.raises(ContentError, match=r"page\.cards\.yml"):
        page_data.cards(tmp_path / "page.md")


def test_a_link_in_a_card_s_front_is_refused(tmp_path: Path) -> None:
    """The front is a button: what it holds can't be a link as well."""
    card = "- id: one\n  front: {en: 'A{source}`bell-pair`?', fr: 'B?'}\n  back: {en: 'C', fr: 'D'}\n"
    (tmp_path / "page.cards.yml").write_text(card, encoding="utf-8")
    with pytest.raises(ContentError, match="front"):
        page_data.cards(tmp_path / "page.md")

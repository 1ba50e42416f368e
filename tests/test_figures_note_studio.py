"""The note studio: templates that fit the rules, facts that may be cited, and a page that stays light."""

import json
import re

import pytest

from qcourse.checks.notes import citable, inspect_note, note_rules
from qcourse.facts import register, statable
from qcourse.figures.note_studio import NoteStudio, skeleton, subjects

TODAY = "2026-11-22"
MOST_DATA = 60_000
"""Bytes of all that the studio puts into the page."""


@pytest.mark.parametrize("template", note_rules()["templates"])
@pytest.mark.parametrize("language", ("en", "fr"))
def test_a_template_filled_in_has_the_form(template, language):
    """With words after each beginning and facts cited, an empty template fulfils every item."""
    facts = " ".join(f"[fact:{name}]" for name in subjects()[0]["facts"][:3])
    filled = re.sub(r": $", f": mots {facts}.", skeleton(template, language), flags=re.MULTILINE)
    seen = inspect_note(filled, template, today=TODAY, prefer=language)

    assert [] == [item for item, holds in seen.items.items() if not holds], filled


def test_an_empty_template_is_not_a_note():
    """Its lines have no words yet."""
    seen = inspect_note(skeleton("note", "fr"), today=TODAY)

    assert {"length", "headings", "claims"} == {item for item, holds in seen.items.items() if holds}


def test_facts_offered_may_be_stated():
    """Each is verified or computed, is offered once, and has a subject with a name in both languages."""
    every = [name for one in subjects() for name in one["facts"]]

    assert len(set(every)) == len(every) >= 40
    assert {"verified", "computed"} >= {statable(name).status for name in every}
    assert all({"en", "fr"} == set(one["name"]) for one in subjects())


def test_the_page_knows_every_fact_that_may_be_cited():
    """With its review date, beside those never to be stated; no other fact and no date is made up."""
    data = NoteStudio.compute()
    known = {name: by or None for by, names in data["due"].items() for name in names}

    assert dict(citable()) == known
    assert register().keys() - known.keys() == set(data["barred"])


def test_the_page_stays_light():
    """Rules, facts and words of both languages together."""
    state = {"data": NoteStudio.compute(), "texts": NoteStudio.all_texts()}

    assert len(json.dumps(state, ensure_ascii=False, separators=(",", ":")).encode()) < MOST_DATA

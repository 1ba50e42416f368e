"""The partner lenses: about sixty words each on facts of the register, and a count that Python and the page share."""

import pytest

from qcourse.facts import statable
from qcourse.figures.partner_lenses import FEWEST, MOST, PartnerLenses, everything, word_count

LENSES = everything()["lenses"]


@pytest.mark.parametrize("language", ("en", "fr"))
def test_lenses_are_about_sixty_words_on_one_fact(language):
    """Three texts of about sixty words begin with the same dated sentence and end with a question of their own."""
    openings = {one["text"][language].split(". ")[0] for one in LENSES}
    requests = {one["text"][language].split(". ")[-1] for one in LENSES}

    assert all(FEWEST <= word_count(one["text"][language]) <= MOST for one in LENSES)
    assert 1 == len(openings) and "2026" in openings.pop()
    assert 3 == len(requests) and all(request.endswith("?") for request in requests)


@pytest.mark.parametrize("one", [*LENSES, *everything()["helps"]], ids=lambda one: one["id"])
def test_facts_may_be_stated(one):
    """What a lens or a help rests on may be stated and comes from a published source, not from the article alone."""

    assert one["facts"]
    assert all("seed" != statable(fact_id).status for fact_id in [everything()["fact"], *one["facts"]])


@pytest.mark.parametrize(
    ("written", "count"),
    [
        ("", 0),
        (" … : ? ", 0),
        ("Kirq", 1),
        ("un banc d’essai ouvert\u00a0: oui", 5),
        ("post-quantum 2026!", 2),
    ],
)
def test_word_count(written, count):
    """An elision or a hyphen makes one word, and a sign alone none."""

    assert count == word_count(written)


def test_counter_says_when_it_is_enough():
    """Few, about sixty and too many are told apart at the bounds."""

    assert PartnerLenses.words["count_0"]["en"] == PartnerLenses.counted("", "en")
    assert "room" in PartnerLenses.counted("a " * 49, "en")
    assert "about sixty" in PartnerLenses.counted("a " * 50, "en")
    assert "about sixty" in PartnerLenses.counted("a " * 70, "en")
    assert "What can go" in PartnerLenses.counted("a " * 71, "en")

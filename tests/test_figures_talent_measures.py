"""The talent measures: dated facts before and after, and a mark for every profile."""

import datetime

from qcourse.facts import statable
from qcourse.figures.talent_measures import MARKS, PROFILES, TIMES, TalentMeasures, measures


def test_each_measure_has_a_mark_for_each_profile():
    """Before and after, among the known marks; nothing is open today without conditions to read."""
    for one in measures():
        assert set(PROFILES) == set(one["profiles"]), one["id"]
        for before, after in one["profiles"].values():
            assert {before, after} <= set(MARKS), one["id"]
            assert "open" != after, one["id"]


def test_what_ended_had_been_open_or_asked_for():
    """A measure ends only for those whom it could concern."""
    pairs = [pair for one in measures() for pair in one["profiles"].values()]

    assert {"open", "ask"} == {before for before, after in pairs if after == "ended"}


def test_each_side_rests_on_the_register():
    """Every cell names facts that may be stated, and what came after is not the article's word."""
    for one in measures():
        for time in TIMES:
            assert one[f"{time}_facts"], one["id"]
            assert all(statable(fact) for fact in one[f"{time}_facts"])
        assert "seed" not in {statable(fact).status for fact in one["after_facts"]}, one["id"]


def test_numbers_in_the_words_are_the_registers():
    """The yearly admissions in the cell and in the alternative text are the fact's value."""
    value = statable("peq-abolished-2025").value()

    assert f"{value:,}" in next(one for one in measures() if one["id"] == "levels")["after"]["en"]
    assert f"{value:,}" in TalentMeasures.alt["en"]
    assert datetime.date(2025, 3, 25).isoformat() == statable("tax-holidays-replaced-2025").as_of


def test_the_table_tells_every_profile():
    """Paper shows the marks of all four profiles, before and after."""
    for language in ("en", "fr"):
        for row in TalentMeasures.table(language)[1:]:
            for cell in row[1:3]:
                assert all(TalentMeasures.word(profile, language) in cell for profile in PROFILES)

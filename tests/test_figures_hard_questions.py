"""The hard questions: ten, at three levels, every number from the register, every fact with its date."""

import re

import pytest

from qcourse.checks.notes import inspect_note
from qcourse.facts import statable
from qcourse.figures.hard_questions import LEVELS, HardQuestions, questions

each_language = pytest.mark.parametrize("language", ("en", "fr"))


def test_ten_questions_at_three_levels():
    """In order of level, each with facts that are not the article's alone."""
    levels = [one["level"] for one in questions()]

    assert (10, sorted(levels), set(LEVELS)) == (len(levels), levels, set(levels))
    assert [] == [
        name
        for one in questions()
        for name in one["facts"]
        if statable(name).status not in ("verified", "computed")
    ]


@each_language
def test_an_answer_has_three_or_four_sentences(language):
    """Long enough to say why, short enough for a minute aloud at 130 words a minute."""
    for one in questions():
        answer = one["answer"][language]
        sentences = re.findall(r"[.?](?=\s|$)", answer)

        assert 3 <= len(sentences) <= 5, one["id"]
        assert len(answer.split()) <= 120, one["id"]


@each_language
def test_every_number_stands_in_a_fact(language):
    """Or the answer would go on saying what the register no longer says."""
    for one in questions():
        facts = [statable(name) for name in one["facts"]]
        claims = " ".join(f"{fact.claim[language]} {fact.as_of}" for fact in facts)
        numbers = set(re.findall(r"\d+", one["answer"][language]))

        assert numbers <= set(re.findall(r"\d+", claims)), one["id"]


@each_language
def test_what_is_said_is_no_misconception(language):
    """The course's own answers pass the checklist that it gives its readers."""
    for one in questions():
        said = f"{one['answer'][language]} {one['say'][language]}"

        assert [] == list(inspect_note(said, today="2026-11-22").claims), one["id"]


def test_each_fact_is_shown_with_its_date():
    """As of when, and by when it must be checked again."""
    for one in HardQuestions.compute()["questions"]:
        for fact in one["facts"]:
            assert re.match(r"As of .*\d{4}", fact["dated"]["en"])
            assert re.match("En date de\u00a0: .*\\d{4}", fact["dated"]["fr"])

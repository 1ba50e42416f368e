"""Checks of claim_check that a learner may see: the form, and nothing about the key."""

from qcourse.checks import is_labelling, require

CLAIMS = tuple(f"c{number:02}" for number in range(1, 11))
VERDICTS = ("supported", "overstated", "false", "cannot_tell")
QUESTIONS = tuple(f"q{number}" for number in range(1, 9))


def test_form(answer):
    require(is_labelling(answer.verdicts(), CLAIMS, VERDICTS).on("verdicts()"))


def test_list_form(answer):
    require(is_labelling(answer.questions(), CLAIMS, QUESTIONS, several=list, most=3).on("questions()"))

"""Checks of who_decides that a learner may see."""

from qcourse.checks import is_labelling, require

CARDS = tuple(f"d{number:02}" for number in range(1, 16))
LEVELS = ("quebec", "federal", "shared", "neither")


def test_form(answer):
    require(is_labelling(answer.decide(), CARDS, LEVELS).on("decide()"))

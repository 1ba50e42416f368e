"""A verdict in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from qcourse import exercises, verdict_text
from qcourse.checks.finding import Finding
from qcourse.lang import LANGUAGES
from qcourse.verdict import CheckResult, Verdict

ROOT = Path(__file__).resolve().parents[1]
TITLE = {"en": "One", "fr": "Un"}
TEXT = {"en": "Look here.", "fr": "Regardez ici."}
ERROR = {"en": "It took too long.", "fr": "C’était trop long."}


@pytest.fixture
def exercise():
    """One with keys: 7 points public, 3 hidden."""
    return exercises.load("shelf_life", ROOT)


def one(kind: str, earned: float = 0.0, **more: object) -> CheckResult:
    return CheckResult("one", False, TITLE, 2.5, earned, kind, **more)


def said(exercise, *results: CheckResult, language: str = "en", notes=()) -> str:
    return verdict_text.said(Verdict("shelf_life", "v", results, notes), exercise, language)


@pytest.mark.parametrize(
    ("kind", "earned", "en", "fr"),
    [
        ("passed", 2.5, "✓ passed: One (2.5 of 2.5)", "✓ réussi\u00a0: Un (2,5 sur 2,5)"),
        ("partial", 1.25, "◐ in part: One (1.25 of 2.5)", "◐ en partie\u00a0: Un (1,25 sur 2,5)"),
        ("failed", 0.0, "✗ not yet: One (0 of 2.5)", "✗ pas encore\u00a0: Un (0 sur 2,5)"),
        ("not_written", 0.0, "✗ to write: One (0 of 2.5)", "✗ à écrire\u00a0: Un (0 sur 2,5)"),
        ("raised", 0.0, "✗ not yet: One (0 of 2.5)", "✗ pas encore\u00a0: Un (0 sur 2,5)"),
    ],
)
def test_each_outcome_is_a_sign_and_a_word(kind, earned, en, fr):
    """The sign never stands alone."""
    assert [en, fr] == [verdict_text.headline(one(kind, earned), language) for language in LANGUAGES]


def test_a_check_without_points_shows_none():
    """The form alone is worth nothing, and “0 of 0” would only puzzle."""
    form = CheckResult("form", False, TITLE, 0, 0.0, "passed")

    assert ["✓ passed: One", "✓ réussi\u00a0: Un"] == [verdict_text.headline(form, x) for x in LANGUAGES]


def test_a_failure_gives_the_pointer_then_the_finding():
    """Where to look comes first."""
    result = one("failed", message=TEXT, finding=Finding(False, seen={"en": "3", "fr": "3"}))

    assert ["Look here.", "Seen: 3"] == verdict_text.details(result, "en")


@pytest.mark.parametrize(
    "kind", ["missing", "signature", "not_written", "timeout", "crashed", "not_callable"]
)
def test_a_function_that_gave_nothing_has_no_pointer(kind):
    """Where to look inside it does not matter yet."""
    assert ["It took too long."] == verdict_text.details(one(kind, message=TEXT, error=ERROR), "en")


def test_an_empty_finding_leaves_only_the_pointer():
    """No empty line."""
    assert ["Look here."] == verdict_text.details(one("failed", message=TEXT, finding=Finding(False)), "en")


def test_what_ends_the_whole_answer_is_said_once(exercise):
    """Then referred to."""
    text = said(exercise, *(one("timeout", error=ERROR),) * 3)

    assert (1, 2) == (text.count("It took too long."), text.count("Same reason as above."))


def test_the_summary_says_what_is_left_for_submission(exercise):
    """With titles where the keys are at hand, else the number."""
    learner = exercises.load_folder(exercise.folder)
    verdict = Verdict("shelf_life", "v", (one("passed", 2.5),))

    assert verdict_text.summary(verdict, exercise, "en").startswith(
        "2.5 of the 2.5 points checked here; 3 more on submission: “A margin"
    )
    assert "2,5 des 2,5 points vérifiés ici; 3 de plus à la remise." == verdict_text.summary(
        verdict, learner, "fr"
    )


def test_the_summary_of_hidden_checks_promises_nothing_more(exercise):
    """They have been run."""
    verdict = Verdict("shelf_life", "v", (CheckResult("edge", True, TITLE, 1.0, 1.0, "passed"),))

    assert "1 of the 1 points checked here." == verdict_text.summary(verdict, exercise, "en")


def test_notes_are_said(exercise):
    """Such as a cell that raised."""
    assert "! Look here." in said(exercise, one("passed", 2.5), notes=(TEXT,))


@pytest.mark.parametrize("language", LANGUAGES)
def test_hints_are_numbered(exercise, language):
    """So that the learner knows how many are left."""
    assert verdict_text.hint(exercise, 2, language).startswith(
        {"en": "Hint 2 of 3: ", "fr": "Indice 2 sur 3\u00a0: "}[language]
    )


def test_phrases_exist_in_both_languages():
    """With the same blanks."""
    import re

    for key, text in verdict_text._SAID.items():
        assert sorted(re.findall(r"{\w+}", text["en"])) == sorted(re.findall(r"{\w+}", text["fr"])), key

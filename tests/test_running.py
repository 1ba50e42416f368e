"""Running checks and giving points."""

from __future__ import annotations

import pytest

from qcourse.answer import LocalTransport
from qcourse.checks.finding import Finding, require
from qcourse.exercises import Check
from qcourse.running import answer_for, judge, points_of, run_checks

CHECK = Check("one", False, 3.0, {"en": "One", "fr": "Un"}, {"en": "Look.", "fr": "Regardez."})


class Sample:
    """As much of an exercise as running needs."""

    slug = "sample"
    version = "v"
    signatures = {"f": "()"}

    def __init__(self, **functions):
        self.functions = functions

    def seed(self, name):
        return len(name)

    def all_checks(self, hidden):
        return [CHECK]

    def functions_of_checks(self, hidden):
        return self.functions


def result(function, **answers):
    return judge(CHECK, function, answer_for(Sample(), CHECK, LocalTransport(answers)))


def test_a_check_that_says_nothing_passes():
    """With all its points and no message."""
    got = result(lambda answer: None)

    assert (True, "passed", 3.0, None) == (got.passed, got.kind, got.earned, got.message)


def test_a_finding_fails_the_check():
    """With no points, the pointer and the finding."""
    finding = Finding(False, seen={"en": "x", "fr": "x"})
    got = result(lambda answer: require(finding))

    assert ("failed", 0.0, CHECK.message, finding) == (got.kind, got.earned, got.message, got.finding)


@pytest.mark.parametrize(
    ("fraction", "kind", "earned"),
    [(0, "failed", 0.0), (0.5, "partial", 1.5), (1 / 3, "partial", 1.0), (1, "passed", 3.0)],
)
def test_credit_gives_part_of_the_points(fraction, kind, earned):
    """And passes only when whole."""
    got = result(lambda answer: answer.credit(fraction))

    assert (kind, earned) == (got.kind, got.earned)


def test_a_finding_after_credit_keeps_the_credit():
    """What was earned before the failure is not lost."""

    def check(answer):
        answer.credit(0.5)
        require(Finding(False))

    assert ("partial", 1.5) == (result(check).kind, result(check).earned)


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        ({}, "missing"),
        ({"f": lambda x: 1}, "signature"),
        ({"f": lambda: 1 / 0}, "raised"),
        ({"f": lambda: object()}, "not_plain"),
    ],
)
def test_a_call_that_gives_nothing_has_its_own_kind(answers, kind):
    """And no points, even when credit was given before."""

    def check(answer):
        answer.credit(0.9)
        answer.f()

    got = result(check, **answers)

    assert (kind, 0.0) == (got.kind, got.earned)
    assert got.error


def test_a_fault_of_the_check_itself_passes_through():
    """The learner is not blamed for it."""
    with pytest.raises(ZeroDivisionError):
        result(lambda answer: 1 / 0)


@pytest.mark.parametrize(
    ("points", "fraction", "expected"),
    [(1, 1 / 3, 0.33), (1, 0.125, 0.13), (2, 0.0025, 0.01), (3, 0.0, 0.0), (7, 1.0, 7.0)],
)
def test_points_are_rounded_half_up(points, fraction, expected):
    """To 0.01, and not to even as Python's round would."""
    assert expected == points_of(points, fraction)


def test_the_seed_is_that_of_the_exercise_unless_another_is_given():
    """Same answer, same marks."""
    drawn = []
    sample = Sample(one=lambda answer: drawn.append(int(answer.random.integers(10**9))))
    for seed in (None, None, 5, 5):
        run_checks(sample, LocalTransport({}), seed=seed)

    assert drawn[0] == drawn[1] != drawn[2] == drawn[3]


def test_the_verdict_is_plain_data():
    """It can be written as JSON."""
    import json

    verdict = run_checks(
        Sample(one=lambda answer: require(Finding(False))), LocalTransport({}), notes=[{"en": "n", "fr": "n"}]
    )

    assert json.loads(json.dumps(verdict.data()))["checks"][0]["kind"] == "failed"

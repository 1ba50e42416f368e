"""Running an exercise's checks on an answer, and giving points."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from .answer import Answer, Transport
from .errors import AnswerError, CheckFailed, Text
from .exercises import Check, Exercise
from .verdict import CheckResult, Verdict


def run_checks(
    exercise: Exercise,
    transport: Transport,
    *,
    hidden: bool = False,
    seed: int | None = None,
    notes: Sequence[Text] = (),
) -> Verdict:
    """The verdict of the exercise's checks (also the hidden ones if ``hidden``) on the functions behind ``transport``.

    ``seed`` replaces the exercise's own seed of randomness, for tests of the content. An exception of a check itself,
    which is a fault of the course, passes through.
    """
    functions = exercise.functions_of_checks(hidden)
    results = tuple(
        run_check(exercise, check, functions[check.name], transport, seed)
        for check in exercise.all_checks(hidden)
    )
    return Verdict(exercise.slug, exercise.version, results, tuple(notes))


def run_check(
    exercise: Exercise,
    check: Check,
    function: Callable[..., None],
    transport: Transport,
    seed: int | None = None,
) -> CheckResult:
    """One check's result; see ``run_checks``."""
    return judge(check, function, answer_for(exercise, check, transport, seed))


def answer_for(exercise: Exercise, check: Check, transport: Transport, seed: int | None = None) -> Answer:
    """What ``check`` is given: the functions behind ``transport`` and randomness of the check's own seed."""
    return Answer(exercise.signatures, transport, exercise.seed(check.name) if seed is None else seed)


def judge(check: Check, function: Callable[..., None], answer: Answer) -> CheckResult:
    """The result of calling the check's ``function`` on ``answer``."""
    finding, error, kind = None, None, "passed"
    try:
        function(answer)
        answer.settle()
    except CheckFailed as failure:
        finding, kind = failure.finding, "partial" if 0 < answer.fraction < 1 else "failed"
    except AnswerError as refusal:
        error, kind = refusal.text, refusal.kind
    earned = points_of(check.points, answer.fraction if kind in ("passed", "partial") else 0.0)
    message = None if kind == "passed" else check.message
    return CheckResult(
        check.name, check.hidden, check.title, check.points, earned, kind, message, finding, error
    )


def points_of(points: float, fraction: float) -> float:
    """Points × fraction, rounded half up to 0.01."""
    return math.floor(points * fraction * 100 + 0.5) / 100

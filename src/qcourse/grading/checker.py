"""The checker: holds the checks, and forks a bounded child that runs them on one learner's replies.

``python -m qcourse.grading.checker CONTROL PLAN``: CONTROL is the number of an inherited socket, PLAN a JSON object:
``root``, ``private`` and ``exercises`` (slugs). It sees the references' folder but never a learner's code: only the
replies, as bounded frames.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, BinaryIO, NoReturn

from ..errors import AnswerError, CourseError
from ..exercises import load as load_exercise
from ..running import run_check
from ..verdict import CheckResult
from . import priming, warm
from .bounded import errors_of, text_of
from .learner import MAX_OUTPUT
from .lockdown import CheckerConfinement, privileges
from .remote import LearnerGone, RemoteTransport

MEMORY_MB = 1536
"""For parsing and simulating what one learner returned."""


@dataclass(frozen=True)
class Loaded:
    """An exercise with its checks imported, ready to run."""

    exercise: Any
    checks: Mapping[str, Any]
    functions: Mapping[str, Callable[..., None]]


def main() -> None:
    """See the module."""
    control = socket.socket(fileno=int(sys.argv[1]))
    plan = json.loads(sys.argv[2])
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError):
        privileges.die_with_parent()
    try:
        loaded = {slug: load(slug, plan["root"], plan["private"]) for slug in plan["exercises"]}
        priming.checker_side()
        priming.gather_memory()
        held = CheckerConfinement(MEMORY_MB)
    except CourseError as error:
        warm.send(control, {"broken": dict(error.text)})
        return
    except Exception as error:  # a check file that can't be imported
        text = f"a check can’t be loaded: {type(error).__name__}: {error}"
        warm.send(
            control,
            {
                "broken": {
                    "en": text,
                    "fr": f"une vérification ne se charge pas\u00a0: {type(error).__name__}\u00a0: {error}",
                }
            },
        )
        return
    warm.send(control, {"ready": "checker"})
    warm.serve(control, os.fork, partial(_run, loaded, held))


def load(slug: str, root: str, private: str | None) -> Loaded:
    """The exercise ``slug`` with its public checks and, where its keys are at hand, the hidden ones."""
    exercise = load_exercise(slug, root, private)
    hidden = exercise.private is not None
    exercise.signatures, exercise.version  # noqa: B018 - both are computed once, before any fork
    return Loaded(
        exercise,
        {check.name: check for check in exercise.all_checks(hidden)},
        exercise.functions_of_checks(hidden),
    )


def _run(
    loaded: Mapping[str, Loaded], held: CheckerConfinement, message: dict[str, Any], descriptors: list[int]
) -> NoReturn:
    """Run the asked checks of one learner and write a line for each on the results' pipe."""
    status, requests, replies, output, results = descriptors
    os.close(status)
    held.confine(message["timeout_s"])
    with (
        os.fdopen(requests, "wb") as asked,
        os.fdopen(replies, "rb") as told,
        os.fdopen(results, "wb") as lines,
    ):
        try:
            _judge(
                loaded[message["exercise"]], message["checks"], RemoteTransport(asked, told), output, lines
            )
        except LearnerGone as gone:
            _say(lines, {"gone": "garbled" if gone.garbled else "ended"})
        os._exit(0)


def _judge(
    loaded: Loaded, names: list[str], transport: RemoteTransport, output: int, lines: BinaryIO
) -> None:
    try:
        first = transport.first()
    except AnswerError:
        raise LearnerGone(garbled=True) from None
    if first.get("kind") not in ("read", "unusable"):
        raise LearnerGone(garbled=True)
    _say(lines, {"first": _first(first)})
    if first.get("kind") != "read":
        return
    shown = False
    for name in names:
        if loaded.checks[name].hidden and not shown:
            # What a learner prints from here on may hold a hidden check's input: it is never shown.
            _say(lines, {"output": _printed(output)})
            shown = True
        _say(lines, {"check": _result(loaded, name, transport)})
    _say(lines, {"done": True, "output": None if shown else _printed(output)})


def _result(loaded: Loaded, name: str, transport: RemoteTransport) -> dict[str, Any]:
    check = loaded.checks[name]
    try:
        return run_check(loaded.exercise, check, loaded.functions[name], transport).data()
    except Exception as error:  # the check met a value that its author didn't foresee: no points, and a note
        kind = "check_memory" if isinstance(error, MemoryError) else "check_error"
        detail = f"{type(error).__name__}: {error}"[:300]
        result = CheckResult(
            check.name, check.hidden, check.title, check.points, 0.0, kind, check.message
        ).data()
        result["finding"] = {language: text.format(detail=detail) for language, text in _FAULTS[kind].items()}
        return result


def _first(message: dict[str, Any]) -> dict[str, Any]:
    """The learner's first message, cut to what the grader expects of it."""
    if message.get("kind") == "read":
        return {"errors": errors_of(message.get("errors"))}
    return {"unusable": text_of(message.get("text")), "why": str(message.get("why"))[:40]}


def _printed(output: int) -> str:
    os.set_blocking(output, False)
    try:
        return os.read(output, MAX_OUTPUT).decode("utf-8", "replace")
    except OSError:
        return ""


def _say(lines: BinaryIO, message: dict[str, Any]) -> None:
    lines.write(json.dumps(message).encode() + b"\n")
    lines.flush()


_FAULTS = {
    "check_error": {
        "en": "the check could not use the value returned ({detail}). Compare its type and shape with the task.",
        "fr": "la vérification n’a pu employer la valeur renvoyée ({detail}). Comparez son type et sa forme à la consigne.",
    },
    "check_memory": {
        "en": "the value returned is too large to be checked. Return only what the task asks for.",
        "fr": "la valeur renvoyée est trop grosse pour être vérifiée. Ne renvoyez que ce que la consigne demande.",
    },
}


if __name__ == "__main__":
    main()

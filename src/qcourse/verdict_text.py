"""A verdict in words: plain text for shells and kernels without a front end, and the phrases that a panel shows."""

from __future__ import annotations

from collections.abc import Sequence

from .errors import Text
from .exercises import Exercise
from .lang import number, pick
from .verdict import CheckResult, Verdict

TOTAL = 10
"""The points of an exercise, public and hidden checks together."""

_SAID_ONCE = ("timeout", "crashed")
_WITHOUT_POINTER = ("missing", "not_callable", "signature", "not_written", "timeout", "crashed")
"""Kinds whose own text says all: the function gave no value, so where to look in it does not matter yet."""


def said(verdict: Verdict, exercise: Exercise, language: str) -> str:
    """The whole verdict: title, each check with its finding, notes and the count of points."""
    lines = [f"{pick(exercise.title, language)} ({exercise.slug})", ""]
    for result, repeated in with_repeats(verdict.results):
        lines.append(headline(result, language))
        lines += [f"    {line}" for part in details(result, language, repeated) for line in part.splitlines()]
    lines += [f"! {pick(note, language)}" for note in verdict.notes]
    return "\n".join([*lines, "", summary(verdict, exercise, language)])


def with_repeats(results: Sequence[CheckResult]) -> list[tuple[CheckResult, bool]]:
    """Each result, and whether an earlier one already gave the same reason for ending the whole answer."""
    seen: set[str] = set()
    pairs = []
    for result in results:
        pairs.append((result, result.kind in seen))
        if result.kind in _SAID_ONCE:
            seen.add(result.kind)
    return pairs


def headline(result: CheckResult, language: str) -> str:
    """One line: symbol, word, title and points of a check; no points are written where it is worth none."""
    line = f"{symbol(result)} {state(result, language)}{_phrase('colon', language)}{pick(result.title, language)}"
    if not result.points:
        return line
    points = _phrase(
        "points", language, earned=number(result.earned, language), points=number(result.points, language)
    )
    return f"{line} ({points})"


def symbol(result: CheckResult) -> str:
    """A sign that never stands without the word of ``state``."""
    return {"passed": "✓", "partial": "◐"}.get(result.kind, "✗")


def state(result: CheckResult, language: str) -> str:
    """The outcome as a word."""
    return _phrase(result.kind if result.kind in ("passed", "partial", "not_written") else "failed", language)


def details(result: CheckResult, language: str, repeated: bool = False) -> list[str]:
    """The pointer, then the finding or the reason why there is none; nothing for a check that passed."""
    if result.passed:
        return []
    if repeated:
        return [_phrase("same", language)]
    parts: list[str] = []
    if result.message and result.kind not in _WITHOUT_POINTER:
        parts.append(pick(result.message, language))
    if result.finding:
        parts.append(pick(result.finding.text(), language))
    if result.error:
        parts.append(pick(result.error, language))
    return [part for part in parts if part]


def summary(verdict: Verdict, exercise: Exercise, language: str) -> str:
    """How many points were checked, what is left for submission, and the exercise's own remark."""
    points = _points(verdict, exercise, language)
    return f"{points} {pick(exercise.remark, language)}" if exercise.remark else points


def _points(verdict: Verdict, exercise: Exercise, language: str) -> str:
    text = _phrase(
        "checked" if verdict.points else "form",
        language,
        earned=number(verdict.earned, language),
        points=number(verdict.points, language),
    )
    public = sum(check.points for check in exercise.checks.values())
    left = round(TOTAL - public, 2)
    if left <= 0 or any(result.hidden for result in verdict.results):
        return text + "."
    key = "all" if not public else "more" if left != 1 else "one_more"
    text += _phrase(key, language, left=number(left, language))
    if exercise.hidden:
        text += _phrase("colon", language) + ", ".join(
            f"“{title}”" if language == "en" else f"«\u00a0{title}\u00a0»"
            for title in hidden_titles(exercise, language)
        )
    return text + "."


def hidden_titles(exercise: Exercise, language: str) -> list[str]:
    """The titles of the checks that run on submission, where the keys are at hand."""
    return [pick(check.title, language) for check in exercise.hidden.values()]


def hint(exercise: Exercise, which: int, language: str) -> str:
    """The hint numbered ``which``, from 1."""
    hints = exercise.hints[language]
    return _phrase("hint", language, which=str(which), of=str(len(hints))) + hints[which - 1]


def _phrase(key: str, language: str, **values: str) -> str:
    return _SAID[key][language].format(**values)


_SAID: dict[str, Text] = {
    "passed": {"en": "passed", "fr": "réussi"},
    "failed": {"en": "not yet", "fr": "pas encore"},
    "partial": {"en": "in part", "fr": "en partie"},
    "not_written": {"en": "to write", "fr": "à écrire"},
    "colon": {"en": ": ", "fr": "\u00a0: "},
    "points": {"en": "{earned} of {points}", "fr": "{earned} sur {points}"},
    "same": {"en": "Same reason as above.", "fr": "Même raison que ci-dessus."},
    "checked": {
        "en": "{earned} of the {points} points checked here",
        "fr": "{earned} des {points} points vérifiés ici",
    },
    "form": {
        "en": "Only the form is checked here, without points",
        "fr": "Ici, seule la forme est vérifiée, sans points",
    },
    "all": {"en": "; {left} points on submission", "fr": "; {left} points à la remise"},
    "more": {"en": "; {left} more on submission", "fr": "; {left} de plus à la remise"},
    "one_more": {"en": "; 1 more on submission", "fr": "; 1 de plus à la remise"},
    "hint": {"en": "Hint {which} of {of}: ", "fr": "Indice {which} sur {of}\u00a0: "},
}

"""``check("bell_pair")``: an exercise's public checks, run in the learner's own kernel."""

from __future__ import annotations

import sys
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from .. import checks as checks  # imported with this module, so that the first check answers in a blink
from .. import verdict_text
from ..answer import LocalTransport
from ..dashboard import journal
from ..errors import CourseError, UsageError
from ..exercises import Exercise, load
from ..lang import current, pick
from ..running import run_checks
from ..verdict import Verdict


def check(
    slug: str,
    *,
    hint: int | None = None,
    language: str | None = None,
    root: Path | str | None = None,
    namespace: MutableMapping[str, Any] | None = None,
) -> Verdict | None:
    """Check the functions defined in this notebook against the exercise ``slug``; the verdict.

    Shows a panel where a front end can draw one, and prints plain text elsewhere. ``hint`` (1 to 3) prints that hint
    and checks nothing; ``language`` is ``"en"`` or ``"fr"``, else that of the system; ``namespace`` holds the
    functions, else the caller's own names do. What can't be used is said in words and gives None.
    """
    own = sys._getframe(1).f_globals if namespace is None else namespace
    speech = current(language)
    try:
        _refuse_language(language)
        exercise = load(slug, root) if isinstance(slug, str) else _refuse_slug(slug)
        if hint is not None:
            print(_hint(exercise, hint, speech))
            return None
        verdict = _checked(exercise, own, speech)
    except CourseError as error:
        print(pick(error.text, speech))
        return None
    _show(exercise, verdict, speech, own)
    return ShownVerdict(verdict.slug, verdict.version, verdict.results, verdict.notes)


class ShownVerdict(Verdict):
    """A verdict that the learner has just read: a cell that ends with it doesn't print it once more."""

    def __repr__(self) -> str:
        """Short, for a plain Python shell."""
        return f"<{self.slug}: {self.earned:g}/{self.points:g}>"

    def _ipython_display_(self) -> None:
        """Nothing more to show."""


def _show(exercise: Exercise, verdict: Verdict, language: str, namespace: MutableMapping[str, Any]) -> None:
    if front_end():
        from IPython.display import display

        from .exercise_panel import ExercisePanel

        display(ExercisePanel(exercise, verdict, language, lambda: _checked(exercise, namespace, language)))
    else:
        print(verdict_text.said(verdict, exercise, language))
        if not verdict.passed:
            print(pick(_NEXT, language).format(slug=exercise.slug))


def _checked(exercise: Exercise, namespace: MutableMapping[str, Any], language: str) -> Verdict:
    """The verdict, told to the class's folder where the learner has set one."""
    verdict = run_checks(exercise, LocalTransport(namespace))
    if told := journal.note(verdict):
        print(pick(told, language))
    return verdict


def front_end() -> bool:
    """Whether a notebook's front end is there to draw widgets (a kernel has it, a plain or IPython shell has not)."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return hasattr(shell, "kernel")


def _hint(exercise: Exercise, which: int, language: str) -> str:
    hints = exercise.hints[language]
    if which not in range(1, len(hints) + 1):
        raise UsageError(
            {
                "en": f"hint={which!r}: expected 1 to {len(hints)}. Start with hint=1.",
                "fr": f"hint={which!r}\u00a0: on attend un nombre de 1 à {len(hints)}. Commencez par hint=1.",
            }
        )
    return verdict_text.hint(exercise, which, language)


def _refuse_language(language: str | None) -> None:
    if language not in (None, "en", "fr"):
        raise UsageError(
            {
                "en": f'language={language!r}: expected "en" or "fr".',
                "fr": f'language={language!r}\u00a0: on attend "en" ou "fr".',
            }
        )


def _refuse_slug(slug: Any) -> Exercise:
    raise UsageError(
        {
            "en": f'check({slug!r}): expected the name of an exercise between quotes, such as check("bell_pair").',
            "fr": f'check({slug!r})\u00a0: on attend le nom d’un exercice entre guillemets droits, comme check("bell_pair").',
        }
    )


_NEXT = {
    "en": 'For a hint: check("{slug}", hint=1)',
    "fr": 'Pour un indice\u00a0: check("{slug}", hint=1)',
}

if front_end():  # widgets and circuit files take a moment to import: not in the first check
    from qiskit import qpy as _qpy  # noqa: F401

    from . import exercise_panel as _exercise_panel  # noqa: F401

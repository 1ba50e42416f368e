"""Every error that qcourse raises on purpose, and how it is said to the reader.

CourseError            anything below; carries its text in both languages
├── UsageError         a command was called wrongly (exit status 2)
├── ContentError       a lesson, fact or exercise breaks a rule of the course
│   └── FactError      a fact is unknown, unverified, unattributed or has no value
├── AnswerError        the learner's file or value can't be used as it is
│   └── AnswerRaised   the learner's function raised an exception
└── CheckFailed        a check found a difference (also an AssertionError, for pytest)
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Text = Mapping[str, str]
"""One text in each language: ``{"en": …, "fr": …}``."""


class CourseError(Exception):
    """An error whose text says what was found, what was expected and what to do next.

    ``text`` holds it in both languages; ``str()`` gives the current language's.
    """

    def __init__(self, text: Text) -> None:
        super().__init__(text["en"])
        self.text = text

    def __str__(self) -> str:
        from .lang import current, pick

        return pick(self.text, current())


class UsageError(CourseError):
    """A command was called with words that it doesn't know or can't use."""


class ContentError(CourseError):
    """A part of the course breaks one of the course's own rules."""


class FactError(ContentError):
    """A fact is used in a way that its status doesn't allow."""


class AnswerError(CourseError):
    """The learner's file or value can't be used; ``kind`` is a short word for the cause."""

    def __init__(self, text: Text, kind: str = "invalid") -> None:
        super().__init__(text)
        self.kind = kind


class AnswerRaised(AnswerError):
    """The learner's function raised.

    ``type_name`` is the exception's class, ``bases`` the names of all built-in classes it derives from,
    ``detail`` its message and ``line`` the line in the learner's file, if known.
    """

    def __init__(
        self, text: Text, type_name: str, bases: tuple[str, ...], detail: str, line: int | None
    ) -> None:
        super().__init__(text, kind="raised")
        self.type_name = type_name
        self.bases = bases
        self.detail = detail
        self.line = line


class CheckFailed(CourseError, AssertionError):
    """A check found a difference; ``finding`` says which (see ``qcourse.checks.Finding``)."""

    def __init__(self, finding: Any) -> None:
        super().__init__(finding.text())
        self.finding = finding

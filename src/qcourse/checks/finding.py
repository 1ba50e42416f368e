"""What a check found: expected, seen, and the usual mistake that explains the difference."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..errors import CheckFailed, Text
from ..lang import LANGUAGES, both

_LABELS = {
    "given": {"en": "With", "fr": "Avec"},
    "expected": {"en": "Expected", "fr": "Attendu"},
    "seen": {"en": "Seen", "fr": "Obtenu"},
    "diagnosis": {"en": "Likely cause", "fr": "Cause probable"},
}
_COLON = {"en": ": ", "fr": "\u00a0: "}


@dataclass(frozen=True)
class Finding:
    """The outcome of one comparison, as data; it renders nothing but its own plain text.

    ``given`` is the input that reveals the difference, ``expected`` and ``seen`` are in plain notation,
    ``diagnosis`` names the usual mistake that gives exactly what was seen, when one does.
    """

    passed: bool
    expected: Text | None = None
    seen: Text | None = None
    diagnosis: Text | None = None
    given: Text | None = None

    def on(self, given: str | Text) -> Finding:
        """The same finding with the input that revealed it, such as ``"ghz(3)"``."""
        return replace(self, given=both(given) if isinstance(given, str) else given)

    def text(self) -> Text:
        """All parts on lines of their own, in each language."""
        return {language: "\n".join(self._lines(language)) for language in LANGUAGES}

    def _lines(self, language: str) -> list[str]:
        parts = ((name, getattr(self, name)) for name in ("given", "expected", "seen", "diagnosis"))
        return [_LABELS[name][language] + _COLON[language] + text[language] for name, text in parts if text]


PASSED = Finding(passed=True)


def require(*findings: Finding) -> None:
    """Raise ``CheckFailed``, carrying the finding, for the first of ``findings`` that did not pass."""
    for finding in findings:
        if not finding.passed:
            raise CheckFailed(finding)

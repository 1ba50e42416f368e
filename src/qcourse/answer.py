"""What a check is given: the learner's functions, wherever they run, seeded randomness, and partial credit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import numpy as np

from . import calls, wire
from .errors import AnswerError, AnswerRaised, CheckFailed, Text


class Transport(Protocol):
    """Where the learner's functions run: this process, a child, or the grader's locked-down process."""

    def call(self, name: str, arguments: tuple[Any, ...]) -> dict[str, Any]:
        """The decoded outcome of one call, as ``calls.invoke`` describes it; AnswerError when there is none."""


class LocalTransport:
    """Calls functions of a namespace in this process (a notebook's kernel)."""

    def __init__(self, namespace: Mapping[str, Any]) -> None:
        self.namespace = namespace

    def call(self, name: str, arguments: tuple[Any, ...]) -> dict[str, Any]:
        """See ``Transport``; values take the same way over the wire as everywhere else."""
        return wire.unpack(calls.invoke(self.namespace, name, arguments))


class Function:
    """One of the learner's functions, called by a check as if it were here."""

    def __init__(self, name: str, signature: str, transport: Transport) -> None:
        self.name = name
        self.signature = signature
        self._transport = transport

    def __call__(self, *arguments: Any) -> Any:
        """The value returned; AnswerError (bilingual) when the call can't give one."""
        return self._outcome(arguments)[0]

    def after(self, *arguments: Any) -> tuple[Any, ...]:
        """The arguments as they are after the call, to see whether it changed them."""
        return self._outcome(arguments)[1]

    def _outcome(self, arguments: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
        outcome = self._transport.call(self.name, arguments)
        if outcome.get("kind") == "value":
            value = outcome["value"]
            if not (isinstance(value, tuple) and len(value) == 2 and isinstance(value[1], tuple)):
                raise _garbled()
            return value
        raise _error(self.name, self.signature, arguments, outcome)


class Answer:
    """The fixture ``answer`` of every check.

    ``answer.<function>(…)`` calls a function of the exercise; ``random`` is a NumPy generator seeded by the exercise
    version and the check's name.
    """

    def __init__(self, signatures: Mapping[str, str], transport: Transport, seed: int) -> None:
        self._signatures = signatures
        self._transport = transport
        self.random = np.random.default_rng(seed)
        self.fraction = 1.0
        self.credit_finding: Any = None

    def __getattr__(self, name: str) -> Function:
        if name not in self._signatures:
            raise AttributeError(
                f"the exercise names no function {name!r}; it has {', '.join(self._signatures)}"
            )
        return Function(name, self._signatures[name], self._transport)

    def credit(self, fraction: float, finding: Any = None) -> None:
        """Give ``fraction`` (0 to 1) of the check's points; the check counts as passed only at 1.

        ``finding`` says, below 1, what was missing.
        """
        if not 0 <= fraction <= 1:
            raise ValueError(f"credit is a fraction in [0, 1], not {fraction!r}")
        self.fraction = float(fraction)
        self.credit_finding = finding

    def settle(self) -> None:
        """CheckFailed, with the finding of ``credit``, when less than full credit was given."""
        if self.fraction < 1:
            from .checks.finding import Finding

            raise CheckFailed(self.credit_finding or Finding(passed=False))


def _error(name: str, signature: str, arguments: Sequence[Any], outcome: Mapping[str, Any]) -> AnswerError:
    kind = outcome.get("kind") if isinstance(outcome.get("kind"), str) else None
    detail = {
        "name": name,
        "signature": f"{name}{signature}",
        "type": str(outcome.get("type"))[:100],
        "parameters": f"{name}{outcome.get('parameters')}"[:250],
        "detail": str(outcome.get("detail"))[:500],
        "line": str(outcome.get("line")),
        "call": f"{name}({', '.join(_short(argument) for argument in arguments)})",
    }
    if kind == "raised":
        key = "raised_at" if isinstance(outcome.get("line"), int) else "raised"
        bases = outcome.get("bases")
        known = tuple(base for base in bases[:50] if isinstance(base, str)) if isinstance(bases, list) else ()
        line = outcome["line"] if isinstance(outcome.get("line"), int) else None
        return AnswerRaised(_say(key, detail), detail["type"], known, detail["detail"], line)
    if kind in _SAID and kind != "raised_at":
        return AnswerError(_say(str(kind), detail), kind=str(kind))
    refusal = outcome.get("text")
    if isinstance(refusal, dict) and {"en", "fr"} <= set(refusal):
        said = {language: f"{detail['call']}: {refusal[language]}"[:1000] for language in ("en", "fr")}
        return AnswerError(said, kind=str(kind)[:40])
    return _garbled()


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _say(key: str, detail: Mapping[str, str]) -> Text:
    def filled(sentence: str) -> str:
        for name, value in detail.items():
            sentence = sentence.replace("{" + name + "}", value)
        return sentence

    return {language: filled(sentence) for language, sentence in _SAID[key].items()}


def _garbled() -> AnswerError:
    return wire._refused("malformed")


_SAID: dict[str, Text] = {
    "missing": {
        "en": "the function `{name}` is missing. Define `{signature}` with exactly this name, and run its cell.",
        "fr": "la fonction `{name}` manque. Définissez `{signature}` sous ce nom exact, puis exécutez sa cellule.",
    },
    "not_callable": {
        "en": "`{name}` is a {type}, not a function. Keep the line `def {signature}` and do not give the name to something else.",
        "fr": "`{name}` est un objet de type {type}, non une fonction. Gardez la ligne `def {signature}` et n’employez pas ce nom pour autre chose.",
    },
    "signature": {
        "en": "`{name}` has other parameters than asked: expected `{signature}`, seen `{parameters}`. Restore the first line of the function.",
        "fr": "`{name}` n’a pas les paramètres demandés\u00a0: attendu `{signature}`, obtenu `{parameters}`. Rétablissez la première ligne de la fonction.",
    },
    "not_written": {
        "en": "`{name}` is not written yet. Replace its line `raise NotImplementedError(…)` with your answer.",
        "fr": "`{name}` n’est pas encore écrite. Remplacez sa ligne `raise NotImplementedError(…)` par votre réponse.",
    },
    "raised": {
        "en": "`{call}` stopped with {type}: {detail}",
        "fr": "`{call}` s’est arrêté sur {type}\u00a0: {detail}",
    },
    "raised_at": {
        "en": "`{call}` stopped at line {line} of your answer with {type}: {detail}",
        "fr": "`{call}` s’est arrêté à la ligne {line} de votre réponse sur {type}\u00a0: {detail}",
    },
}

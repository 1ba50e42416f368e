"""A learner's answer in a process of its own, which can be ended when it takes too long.

It protects the checks from endless loops and crashes, not from malice: that is the grader's work.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO, cast

from . import wire
from .answer_file import CellError
from .errors import AnswerError, Text


class ChildTransport:
    """Calls functions of an answer in a child process (see ``serving``), within one time limit for all of it.

    ``timeout_s`` counts from the reading of the answer, without the start of Python. After a crash or the limit,
    every further call raises the same AnswerError.
    """

    def __init__(self, cells: Sequence[str], timeout_s: float) -> None:
        """Start the child and read ``cells`` in; an endless cell is reported by the first call."""
        self.timeout_s = timeout_s
        self.errors: list[CellError] = []
        self._ended: AnswerError | None = None
        self._process = subprocess.Popen(
            [sys.executable, "-m", "qcourse.serving"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        # The first, empty answer waits for the child's imports: starting Python isn't the learner's time.
        self._ask({"kind": "read"}, [], 120.0)
        self._left = timeout_s
        try:
            reply = self._timed({"kind": "read"}, list(cells))
            self.errors = [CellError(*error) for error in reply["errors"]]
        except AnswerError as error:
            self._ended = error

    def call(self, name: str, arguments: tuple[Any, ...]) -> dict[str, Any]:
        """See ``qcourse.answer.Transport``."""
        if self._ended:
            raise self._ended
        try:
            return self._timed({"kind": "call", "name": name}, arguments)
        except AnswerError as error:
            if error.kind in ("timeout", "crashed"):
                self._ended = error
            raise

    def close(self) -> None:
        """End the child."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                with contextlib.suppress(OSError):
                    stream.close()

    def _timed(self, message: dict[str, Any], value: Any) -> dict[str, Any]:
        start = time.monotonic()
        try:
            return self._ask(message, value, self._left)
        finally:
            self._left -= time.monotonic() - start

    def _ask(self, message: dict[str, Any], value: Any, limit: float) -> dict[str, Any]:
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin and stdout
        timed_out = threading.Event()

        def end() -> None:
            timed_out.set()
            self._process.kill()

        timer = threading.Timer(max(limit, 0.0), end)
        timer.start()
        try:
            stdin.write(wire.pack(message, value))
            stdin.flush()
            return wire.read(cast(BinaryIO, stdout))
        except (EOFError, OSError) as error:
            if timed_out.is_set():
                raise AnswerError(_say("timeout", self.timeout_s), kind="timeout") from error
            raise AnswerError(_say("crashed", self.timeout_s), kind="crashed") from error
        finally:
            timer.cancel()


@contextlib.contextmanager
def child(cells: Sequence[str], timeout_s: float) -> Iterator[ChildTransport]:
    """A ``ChildTransport`` that is ended on leaving."""
    transport = ChildTransport(cells, timeout_s)
    try:
        yield transport
    finally:
        transport.close()


def _say(key: str, limit: float) -> Text:
    return {language: text.format(limit=f"{limit:g}") for language, text in _SAID[key].items()}


_SAID: dict[str, Text] = {
    "timeout": {
        "en": "the answer took more than {limit} seconds and was stopped. Look for a loop that never ends, or for a computation far larger than asked.",
        "fr": "la réponse a pris plus de {limit}\u00a0secondes et a été arrêtée. Cherchez une boucle sans fin, ou un calcul beaucoup plus lourd que demandé.",
    },
    "crashed": {
        "en": "the answer ended its own process before it gave a value. Remove calls such as exit(), quit() or os._exit().",
        "fr": "la réponse a mis fin à son propre processus avant de donner une valeur. Retirez les appels comme exit(), quit() ou os._exit().",
    },
}

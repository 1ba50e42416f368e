"""The learner's functions as a check sees them when they run in another, hostile process."""

from __future__ import annotations

from typing import Any, BinaryIO

from .. import wire
from ..errors import AnswerError


class LearnerGone(BaseException):
    """The learner's process gave no usable reply, so this check can't be answered by it any more.

    Not an Exception: a check that expects its learner to raise must not take this for an answer. ``garbled`` is True
    when bytes came that no reply can be.
    """

    def __init__(self, garbled: bool) -> None:
        super().__init__()
        self.garbled = garbled


class RemoteTransport:
    """Calls over a pair of pipes; see ``qcourse.answer.Transport``."""

    def __init__(self, requests: BinaryIO, replies: BinaryIO) -> None:
        self._requests = requests
        self._replies = replies
        self._stopped: LearnerGone | None = None

    def first(self) -> dict[str, Any]:
        """The learner's own first message: the answer was read in, or can't be used."""
        return self._reply()

    def call(self, name: str, arguments: tuple[Any, ...]) -> dict[str, Any]:
        """See ``qcourse.answer.Transport``."""
        if self._stopped:
            raise self._stopped
        frame = wire.pack({"kind": "call", "name": name}, arguments)
        try:
            self._requests.write(frame)
            self._requests.flush()
        except OSError:
            raise self._gone(garbled=False) from None
        return self._reply()

    def _reply(self) -> dict[str, Any]:
        try:
            return wire.read(self._replies)
        except (EOFError, OSError):
            raise self._gone(garbled=False) from None
        except AnswerError as error:
            if error.kind == "not_finite" or error.kind == "too_large":
                raise  # the frame was whole: what follows it can still be read
            raise self._gone(garbled=True) from None

    def _gone(self, garbled: bool) -> LearnerGone:
        self._stopped = LearnerGone(garbled)
        return self._stopped

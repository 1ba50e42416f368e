"""The learner's process: reads the answer handed to it, then answers calls until it is ended."""

from __future__ import annotations

import io
import os
import sys
from typing import Any, BinaryIO, NoReturn

from .. import answer_file, serving, wire
from ..errors import AnswerError
from .lockdown import Limits, Lockdown
from .warm import send

MAX_OUTPUT = 8000
"""Bytes of the learner's own printing that are kept; the rest is thrown away."""


def run(lockdown: Lockdown, message: dict[str, Any], descriptors: list[int]) -> NoReturn:
    """Lock this process down, read the answer in and serve it; never returns.

    ``descriptors``: status socket, the answer's bytes, requests, replies, output.
    """
    import socket

    status = socket.socket(fileno=descriptors[0])
    try:
        answer, requests, replies, output = _standard_first(descriptors[1:])
        lockdown.confine(
            Limits(**message["limits"]),
            message["lane"],
            [0, 1, 2, status.fileno(), answer, requests, replies, output],
        )
    except BaseException as error:
        send(status, {"lockdown": f"{type(error).__name__}: {error}"})
        os._exit(71)
    if message.get("probe"):
        from . import probes

        probes.run(message["probe"], status)
        os._exit(0)
    status.close()
    _print_to(output)
    data = os.read(answer, answer_file.MAX_BYTES + 1)
    while part := os.read(answer, answer_file.MAX_BYTES + 1):
        data += part
    os.close(answer)
    with os.fdopen(requests, "rb") as asked, os.fdopen(replies, "wb") as told:
        _serve(data, message["name"], asked, told)
    os._exit(0)


def _serve(data: bytes, name: str, requests: BinaryIO, replies: BinaryIO) -> None:
    try:
        cells = answer_file.read_bytes(data, name)
    except AnswerError as error:
        replies.write(wire.pack({"kind": "unusable", "why": error.kind, "text": dict(error.text)}))
        replies.flush()
        return
    serving.serve(requests, replies, cells)


def _standard_first(descriptors: list[int]) -> list[int]:
    """The descriptors moved above the standard ones, which become empty input and discarded output.

    Standard error goes to the learner's bounded output, where the last words of a dying library are found.
    """
    moved = [os.dup(descriptor) if descriptor < 3 else descriptor for descriptor in descriptors]
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    os.dup2(moved[3], 2)
    os.set_blocking(2, False)
    return moved


class _Bounded(io.RawIOBase):
    """A stream that keeps the first ``MAX_OUTPUT`` bytes and takes the others without a word."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self.room = MAX_OUTPUT

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1

    def write(self, data: Any) -> int:
        size = len(data)
        if self.room:
            kept = bytes(data[: self.room])
            self.room -= len(kept)
            try:
                os.write(self.descriptor, kept)
            except OSError:  # full, or closed: printing never fails
                self.room = 0
        return size


def _print_to(descriptor: int) -> None:
    stream = io.TextIOWrapper(_Bounded(descriptor), encoding="utf-8", errors="replace", write_through=True)  # type: ignore[type-var]
    for name in ("stdout", "stderr", "__stdout__", "__stderr__"):
        setattr(sys, name, stream)
    for name in ("stdin", "__stdin__"):
        setattr(sys, name, io.StringIO(""))

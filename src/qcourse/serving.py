"""The learner's side of the wire: read an answer in, then answer calls until told to stop.

Run as ``python -m qcourse.serving`` it serves one answer over its standard input and output; the grader calls ``serve``
inside a process that it has locked down.
"""

from __future__ import annotations

import builtins
import os
import sys
import types
from collections.abc import Sequence
from typing import Any, BinaryIO

from . import answer_file, calls, wire

MAX_ERRORS = 100
"""Cells that raised, as reported to the other side; a notebook may have thousands."""


def serve(requests: BinaryIO, replies: BinaryIO, cells: Sequence[str] | None = None) -> None:
    """Serve one answer: first a request ``{"kind": "read", "value": [cells…]}``, then any number of calls.

    A call is ``{"kind": "call", "name": …, "value": (arguments…)}``; its reply is that of ``calls.invoke``. The reply
    to the first request lists the cells that raised. With ``cells`` given that request isn't awaited: its reply comes
    at once. Returns at the end of ``requests``.
    """
    namespace: dict[str, Any] = fresh_namespace()
    if cells is not None:
        replies.write(_read(cells, namespace))
        replies.flush()
    while True:
        try:
            request = wire.read(requests)
        except EOFError:
            return
        if request["kind"] == "read":
            reply = _read(request["value"], namespace)
        else:
            reply = calls.invoke(namespace, request["name"], request["value"])
        replies.write(reply)
        replies.flush()


def _read(cells: Sequence[str], namespace: dict[str, Any]) -> bytes:
    errors = answer_file.run(cells, namespace)[:MAX_ERRORS]
    return wire.pack(
        {
            "kind": "read",
            "errors": [[error.cell, error.type_name, error.detail, error.line] for error in errors],
        }
    )


def fresh_namespace() -> dict[str, Any]:
    """The namespace that an answer is read into, where ``import qcourse`` gives an inert stand-in.

    A notebook calls ``check(…)`` in its own cells; while it is graded those calls do nothing.
    """
    inert = types.ModuleType("qcourse")
    inert.__getattr__ = lambda name: _nothing  # type: ignore[method-assign]

    def importer(name: str, *arguments: Any, **options: Any) -> Any:
        if name == "qcourse" or name.startswith("qcourse."):
            return inert
        return builtins.__import__(name, *arguments, **options)

    return {"__name__": "__main__", "__builtins__": {**vars(builtins), "__import__": importer}}


def _nothing(*arguments: Any, **options: Any) -> None:
    """Stands in for every function of qcourse inside an answer."""


def main() -> None:
    """Serve over standard input and output; what the learner prints goes nowhere."""
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    sys.stdin = open(0, closefd=False)  # noqa: SIM115 - lives as long as the process
    serve(requests, replies)


if __name__ == "__main__":
    main()

"""Calling a learner's function and saying, as plain data, what happened.

This runs wherever the learner's code runs (kernel, child process, locked-down process) and knows nothing of checks.
"""

from __future__ import annotations

import copy
import inspect
import traceback
from collections.abc import Mapping
from typing import Any

from . import wire
from .errors import AnswerError

ANSWER_NAME = "<answer>"
"""File name under which a learner's code is compiled, so that its lines are found in a traceback."""


def invoke(namespace: Mapping[str, Any], name: str, arguments: tuple[Any, ...]) -> bytes:
    """Call ``namespace[name]`` with copies of ``arguments``; a frame (see ``wire``) with the outcome.

    Its ``kind`` is ``value`` (``value`` holds result and arguments after the call), ``missing``, ``not_callable``,
    ``signature`` (``parameters`` as written), ``not_written`` (the stub's own mark), ``raised`` (``type``, ``bases``,
    ``detail``, ``line``), or a refusal of ``wire``. SystemExit and other exits count as raised; only
    KeyboardInterrupt passes through.
    """
    if name not in namespace:
        return wire.pack({"kind": "missing"})
    function = namespace[name]
    if not callable(function):
        return wire.pack({"kind": "not_callable", "type": type(function).__name__})
    own = copy.deepcopy(arguments)
    parameters = _mismatch(function, own)
    if parameters is not None:
        return wire.pack({"kind": "signature", "parameters": parameters})
    try:
        result = function(*own)
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        return _raised(error, function)
    try:
        return wire.pack({"kind": "value"}, (result, own))
    except AnswerError as error:
        return wire.pack({"kind": error.kind, "text": dict(error.text)})
    except KeyboardInterrupt:
        raise
    except BaseException:  # an object that lies about its class, or raises when it is looked at
        refusal = wire._refused("not_plain", type(result).__name__[:100])
        return wire.pack({"kind": refusal.kind, "text": dict(refusal.text)})


def _mismatch(function: Any, arguments: tuple[Any, ...]) -> str | None:
    """The function's parameters as written, when ``arguments`` don't fit them."""
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        return None
    try:
        signature.bind(*arguments)
    except TypeError:
        return str(signature.replace(return_annotation=inspect.Signature.empty))[:200]
    return None


def _raised(error: BaseException, function: Any) -> bytes:
    if isinstance(error, NotImplementedError) and "YOUR ANSWER HERE" in str(error):
        return wire.pack({"kind": "not_written"})
    bases = [base.__name__ for base in type(error).__mro__ if getattr(base, "__module__", None) == "builtins"]
    return wire.pack(
        {
            "kind": "raised",
            "type": type(error).__name__[:100],
            "bases": bases,
            "detail": _detail(error),
            "line": line_of(error, getattr(getattr(function, "__code__", None), "co_filename", ANSWER_NAME)),
        }
    )


def _detail(error: BaseException) -> str:
    try:
        return str(error)[:500]
    except Exception:  # a learner's exception may raise in its own __str__
        return ""


def line_of(error: BaseException, own: str = ANSWER_NAME) -> int | None:
    """The last line of the learner's own code in the error's traceback, if any.

    ``own`` is the name under which that code was compiled; a notebook's kernel gives each cell one of its own.
    """
    if isinstance(error, SyntaxError):
        return error.lineno
    lines = [
        frame.lineno
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename in (own, ANSWER_NAME)
    ]
    return lines[-1] if lines else None

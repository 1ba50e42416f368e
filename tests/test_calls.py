"""Calling a learner's function: each thing that may happen has its own kind."""

from __future__ import annotations

from typing import Any

import pytest

from qcourse import calls, wire


class StubbornError(ValueError):
    """An exception whose text can't be had."""

    def __str__(self) -> str:
        raise RuntimeError


def raising(error: BaseException) -> Any:
    def function() -> None:
        raise error

    return function


def outcome(function: Any, *arguments: Any) -> dict[str, Any]:
    return wire.unpack(calls.invoke({"f": function}, "f", arguments))


def test_a_value_comes_with_the_arguments_after_the_call():
    """So that a check can see what the call changed."""
    got = outcome(lambda items: items.append(3) or len(items), [1, 2])

    assert (3, ([1, 2, 3],)) == got["value"]


def test_the_function_gets_copies():
    """What the caller holds is never changed."""
    mine = [1]
    outcome(lambda items: items.clear(), mine)

    assert [1] == mine


@pytest.mark.parametrize(
    ("function", "arguments", "kind"),
    [
        (3, (), "not_callable"),
        (lambda: 1, (1,), "signature"),
        (lambda a, b: 1, (1,), "signature"),
        (raising(NotImplementedError("YOUR ANSWER HERE")), (), "not_written"),
        (raising(NotImplementedError("later")), (), "raised"),
        (raising(SystemExit(0)), (), "raised"),
        (raising(StubbornError()), (), "raised"),
        (lambda: object(), (), "not_plain"),
        (lambda: float("nan"), (), "not_finite"),
        (lambda: (item for item in "ab"), (), "not_plain"),
    ],
)
def test_each_trouble_has_its_kind(function, arguments, kind):
    """A check can then say what to do about it."""
    assert kind == outcome(function, *arguments)["kind"]


def test_a_missing_function_is_said_so():
    """Nothing is called."""
    assert "missing" == wire.unpack(calls.invoke({}, "f", ()))["kind"]


def test_a_raised_exception_says_its_bases():
    """A subclass of ValueError counts as a ValueError."""
    got = outcome(raising(UnicodeDecodeError("utf-8", b"", 0, 1, "x")))

    assert {"UnicodeDecodeError", "ValueError", "Exception"} <= set(got["bases"])


def test_the_line_is_that_of_the_answer():
    """Lines of libraries below it don't help a learner."""
    namespace: dict[str, Any] = {}
    exec(
        compile("import json\n\ndef f():\n    return json.loads('{')\n", calls.ANSWER_NAME, "exec"), namespace
    )
    got = wire.unpack(calls.invoke(namespace, "f", ()))

    assert 4 == got["line"]


def test_the_line_is_found_in_a_kernel_s_cell_too():
    """Where each cell is compiled under a name of its own."""
    namespace: dict[str, Any] = {}
    exec(compile("\n\ndef f():\n    return 1 / 0\n", "/tmp/ipykernel_1/23.py", "exec"), namespace)

    assert 4 == wire.unpack(calls.invoke(namespace, "f", ()))["line"]


def test_ctrl_c_passes_through():
    """The learner may interrupt a check."""
    with pytest.raises(KeyboardInterrupt):
        outcome(raising(KeyboardInterrupt()))

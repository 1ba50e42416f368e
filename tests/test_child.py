"""An answer in a process of its own."""

from __future__ import annotations

import pytest

from qcourse.child import child
from qcourse.errors import AnswerError


def test_a_call_goes_to_the_child_and_back():
    """Also what the learner prints can't disturb it."""
    with child(["print('noise')\ndef f(x):\n    print(x)\n    return x + 1"], 10) as transport:
        assert 2 == transport.call("f", (1,))["value"][0]


def test_a_loop_that_never_ends_is_stopped():
    """And every later call says the same, at once."""
    with child(["def f():\n    while True: pass\ndef g():\n    return 1"], 1) as transport:
        for name in ("f", "g"):
            with pytest.raises(AnswerError) as refusal:
                transport.call(name, ())

            assert "timeout" == refusal.value.kind
            assert "1 seconds" in refusal.value.text["en"]


def test_a_loop_while_the_answer_is_read_is_stopped_too():
    """The limit covers all cells."""
    with child(["while True: pass"], 1) as transport, pytest.raises(AnswerError) as refusal:
        transport.call("f", ())

    assert "timeout" == refusal.value.kind


@pytest.mark.parametrize(
    "exit_call", ["import os\n    os._exit(0)", "import os\n    os.kill(os.getpid(), 9)"]
)
def test_an_answer_that_ends_its_process_is_said_so(exit_call):
    """Its exit status means nothing."""
    with child([f"def f():\n    {exit_call}"], 10) as transport, pytest.raises(AnswerError) as refusal:
        transport.call("f", ())

    assert "crashed" == refusal.value.kind


def test_exit_is_only_an_exception():
    """The other functions can still be called."""
    with child(["def f():\n    exit()\ndef g():\n    return 1"], 10) as transport:
        assert "SystemExit" == transport.call("f", ())["type"]
        assert 1 == transport.call("g", ())["value"][0]


def test_cells_that_raised_are_known():
    """So that the learner can be told."""
    with child(["import nowhere_to_be_found"], 10) as transport:
        assert ["ModuleNotFoundError"] == [error.type_name for error in transport.errors]


def test_the_child_is_gone_afterwards():
    """Nothing is left running."""
    with child(["def f():\n    return 1"], 10) as transport:
        process = transport._process

    assert process.poll() is not None

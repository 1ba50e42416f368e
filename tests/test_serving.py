"""The learner's side of the wire."""

from __future__ import annotations

import io

from qcourse import serving, wire


def served(*requests: bytes) -> list[dict]:
    """The replies to the requests."""
    replies = io.BytesIO()
    serving.serve(io.BytesIO(b"".join(requests)), replies)
    replies.seek(0)
    found = []
    while True:
        try:
            found.append(wire.read(replies))
        except EOFError:
            return found


def call(name: str, *arguments: object) -> bytes:
    return wire.pack({"kind": "call", "name": name}, arguments)


def read(*cells: str) -> bytes:
    return wire.pack({"kind": "read"}, list(cells))


def test_functions_are_called_after_the_answer_is_read():
    """One namespace for all cells; the last binding wins."""
    replies = served(read("def f(x):\n    return x", "k = 2\ndef f(x):\n    return k * x"), call("f", 3))

    assert (6, (3,)) == replies[1]["value"]


def test_cells_that_raise_are_listed_and_skipped():
    """With number, exception and line."""
    replies = served(read("a = 1", "\n1 / 0", "def f():\n    return a"), call("f"))

    assert [[2, "ZeroDivisionError", "division by zero", 2]] == replies[0]["errors"]
    assert 1 == replies[1]["value"][0]


def test_qcourse_is_inert_inside_an_answer():
    """A notebook's own check cell does nothing while it is graded."""
    cell = "from qcourse import check\nimport qcourse.checks\ngot = check('bell_pair', language='fr')\ndef f():\n    return got"
    replies = served(read(cell), call("f"))

    assert [] == replies[0]["errors"]
    assert replies[1]["value"][0] is None

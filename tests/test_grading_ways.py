"""Each way of locking down, and each level of isolation, gives the same marks."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from qcourse.exercises import load
from qcourse.grading.engine import Engine, Setting, Task
from qcourse.grading.lockdown import WAYS

from .hostile.case import RIGHT, when_called
from .hostile.forgeries import WRONG

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="grading needs Linux")

COURSE = Path(__file__).parent / "hostile" / "course"
SECRET = "import os\nfor path in (%r, '/root', '/home'):\n    try: print('seen', os.listdir(path))\n    except OSError: pass"
ANSWERS = {
    "right": RIGHT,
    "wrong": WRONG,
    "exits": when_called("import os; os._exit(0)"),
    "broken": "def pair(:",
    "forks": when_called("import os; os.fork()"),
    "connects": when_called("import socket; socket.create_connection(('127.0.0.1', 9), timeout=1)"),
    "looks": RIGHT + "\n" + SECRET % str(COURSE),
}
STATUSES = {
    "right": "passed",
    "wrong": "failed",
    "exits": "crashed",
    "broken": "invalid",
    "forks": "resource",
    "connects": "error",
    "looks": "passed",
}


def _graded(**more: Any) -> dict[str, dict[str, Any]]:
    exercises = {"pair": load("pair", COURSE)}
    engine = Engine(Setting(str(COURSE), None, ("pair",), timeout_s=30, **more), exercises)
    try:
        tasks = [Task(name, "pair", "pair.py", name, source.encode) for name, source in ANSWERS.items()]
        return {task.key: row for task, row in engine.grade(tasks, 2)}
    finally:
        engine.close()


@pytest.mark.parametrize("way", [way for way in WAYS if way != "root" or os.getuid() == 0])
def test_ways_are_alike(way: str) -> None:
    """As root, as a plain user, and without namespaces: strict, and the same statuses."""
    rows = _graded(way=way)

    assert STATUSES == {name: row["status"] for name, row in rows.items()}
    assert "seen" not in rows["looks"]["output"]


def test_no_isolation_gives_the_same_marks_to_honest_answers() -> None:
    """A process of its own for each answer, and the same points; nothing more is promised."""
    rows = _graded(isolation="none")

    assert [10.0, 1.0, 7.0, 0.0] == [rows[name]["points"] for name in ("right", "wrong", "exits", "broken")]


def test_reduced_isolation_uses_all_that_is_there() -> None:
    """Where everything is at hand, reduced is no weaker than strict."""
    assert STATUSES == {name: row["status"] for name, row in _graded(isolation="reduced").items()}

"""The grader among strangers: every submission of the corpus, in one class, as root and as a plain user."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from .hostile import forgeries, malformed, odd, resources, searches, time_and_exits
from .hostile.case import RIGHT, Case
from .hostile.plain_user import command_as, ways_here

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="grading needs Linux")

GROUPS = {
    "time": time_and_exits.CASES,
    "resources": resources.CASES,
    "forgeries": forgeries.CASES,
    "searches": searches.CASES,
    "malformed": malformed.CASES,
    "odd": odd.CASES,
}
HOSTILE = ("time", "resources", "forgeries", "searches")
CASES = {f"{group}.{name}": case for group, cases in GROUPS.items() for name, case in cases.items()}
MARKERS = (b"MARKER-HIDDEN-4f1d", b"MARKER-REFERENCE-9b2c", b"MARKER-ENVIRONMENT-77aa", b"MARKER-HOME-c0de")
HIDDEN_INPUT = b"987654"
SHORT_S, LONG_S = 2, 20
"""Seconds for answers that never end, and for all others, which a busy machine must not stop."""
COURSE = Path(__file__).parent / "hostile" / "course"


class Graded:
    """One run over the whole corpus, and what the machine looked like before and after."""

    def __init__(self, base: Path, way: str) -> None:
        self.way = way
        self.output = base / "out"
        self.watched = base / "instructor"
        self.watched.mkdir()
        (self.watched / "secret.txt").write_text("MARKER-HOME-c0de")
        for place, (name, case) in enumerate(CASES.items()):
            submissions = base / ("short" if "timeout" in case.status else "long")
            _put(submissions / name / case.name, case.data)
            if place % 5 == 0:
                _put(submissions / f"{name}~" / "pair.py", RIGHT.encode())
        # What some graders run when it stands beside the answer.
        beside = base / "long" / "odd.tabs"
        for name in (
            "conftest.py",
            "pytest.ini",
            "sitecustomize.py",
            "qiskit.py",
            "numpy.py",
            "checks.py",
            "usercustomize.py",
        ):
            _put(beside / name, f"open({str(self.watched / 'ran')!r}, 'w')".encode())
        for path in (base, *base.rglob("*")):
            path.chmod(0o777 if path.is_dir() else 0o666)
        self.before = _state(self.watched)
        self.sessions: list[int] = []
        self.done = [
            self._grade(submissions, limit)
            for limit, submissions in ((SHORT_S, base / "short"), (LONG_S, base / "long"))
        ]
        time.sleep(2)
        self.left = _processes(self.sessions)
        self.after = _state(self.watched)
        self.rows = {}
        for path in self.output.glob("*/results.jsonl"):
            self.rows |= {
                row["learner"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())
            }

    def _grade(self, submissions: Path, limit: float) -> subprocess.CompletedProcess[str]:
        """Grade one folder with the command, in a session of its own, secrets in its environment and home."""
        words = [sys.executable, "-m", "qcourse", "grade", str(submissions), "--root", str(COURSE)]
        words += ["--output", str(self.output / submissions.name), "--timeout", str(limit)]
        words += ["--workers", "2", "--language", "en"]
        process = subprocess.Popen(
            command_as(self.way, words),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            cwd=self.watched,
            env={**os.environ, "HOME": str(self.watched), "SECRET": "MARKER-ENVIRONMENT-77aa"},
        )
        self.sessions.append(process.pid)
        try:
            out, err = process.communicate(timeout=600)
        finally:
            process.kill()
        return subprocess.CompletedProcess(words, process.returncode, out, err)


@pytest.fixture(scope="module", params=ways_here())
def graded(request: pytest.FixtureRequest) -> Iterator[Graded]:
    """The run, once for each way of locking down that this machine lets us try."""
    with tempfile.TemporaryDirectory(
        prefix="class-"
    ) as base:  # pytest's own folders are closed to a plain user
        yield Graded(Path(base), request.param)


def test_corpus_is_large_enough() -> None:
    """At least 80 hostile, 60 malformed and 20 odd-but-right submissions."""
    sizes = [sum(len(GROUPS[group]) for group in HOSTILE), len(GROUPS["malformed"]), len(GROUPS["odd"])]

    assert [True, True, True] == [size >= least for size, least in zip(sizes, (80, 60, 20), strict=True)]


def test_run_ends_well(graded: Graded) -> None:
    """The run ends by itself with status 0 and a row for every submission."""
    assert [(0, ""), (0, "")] == [
        (done.returncode, done.stderr if done.returncode else "") for done in graded.done
    ]
    assert set(CASES) <= set(graded.rows)


@pytest.mark.parametrize("name", CASES)
def test_case(graded: Graded, name: str) -> None:
    """The status is right, the points are those earned, and the words name the cause."""
    case, row = CASES[name], graded.rows[name]

    assert row["status"] in case.status.split(), _told(row)
    if " " not in case.status:
        assert case.points == row["points"], _told(row)
        assert case.says.lower() in _told(row).lower()


def test_neighbours_get_their_marks(graded: Graded) -> None:
    """Right answers between the hostile ones get the marks that they get alone."""
    neighbours = {name: row["points"] for name, row in graded.rows.items() if name.endswith("~")}

    assert dict.fromkeys(neighbours, 10.0) == neighbours
    assert len(neighbours) > 20


def test_nothing_outside_changes(graded: Graded) -> None:
    """The instructor's folder is as it was, and nothing beside an answer was run."""
    assert graded.before == graded.after


def test_no_process_lives(graded: Graded) -> None:
    """Two seconds after the run, none of its processes is left."""
    assert [] == graded.left


def test_no_marker_shows(graded: Graded) -> None:
    """No secret put in references, hidden checks, the environment or the home folder shows in any output."""
    shown = [
        (path.name, marker)
        for path in graded.output.rglob("*")
        if path.is_file()
        for marker in MARKERS
        if marker in path.read_bytes()
    ]

    assert [] == shown


def test_no_hidden_input_in_feedback(graded: Graded) -> None:
    """What a hidden check asked shows on no learner's page, whatever the answer does with it."""
    shown = [
        path for path in (graded.output / "feedback").rglob("*.html") if HIDDEN_INPUT in path.read_bytes()
    ]

    assert [] == shown


def test_pages_are_harmless(graded: Graded) -> None:
    """No page holds a script, a request or a raw control character."""
    pages = [*graded.output.rglob("*.html")]
    bad = [
        page
        for page in pages
        for sign in (b"<script", b"http://", b"https://", b"\x1b", "\u202e".encode())
        if sign in page.read_bytes().replace(b"http://127.0.0.1", b"")
    ]

    assert [] == bad
    assert len(pages) > 100


def test_memory_is_bounded(graded: Graded) -> None:
    """No answer had more memory than its limit and the libraries that it started with."""
    largest = max(row["peak_mb"] for row in graded.rows.values())

    assert largest < 512 + 200


def _told(row: dict) -> str:
    texts = [
        row["message"],
        *row["notes"],
        *(check["finding"] for check in row["checks"] if check["finding"]),
    ]
    return f"{row['status']} {row['points']}: " + " | ".join(text["en"] for text in texts)


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _state(folder: Path) -> dict[str, str]:
    outside = [Path("/tmp"), Path("/var/tmp"), Path("/dev/shm"), COURSE]
    names = {str(path): "" for base in outside for path in base.glob(".qcourse*")}
    files = {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for base in (folder, COURSE)
        for path in base.rglob("*")
        if path.is_file()
    }
    return names | files


def _processes(sessions: list[int]) -> list[str]:
    """The processes that belong to any of the sessions; none of a run's processes can leave its session."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            text = path.read_text()
        except OSError:
            continue
        if int(text.rpartition(")")[2].split()[3]) in sessions:
            found.append(text)
    return found


assert all(isinstance(case, Case) for case in CASES.values())

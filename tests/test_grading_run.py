"""A class graded again and again: interrupted, changed, with one lane or several, it gets the same marks."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .hostile.case import RIGHT, when_called
from .hostile.forgeries import WRONG

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="grading needs Linux")

COURSE = Path(__file__).parent / "hostile" / "course"
MEASURED = ("wall_s", "cpu_s", "peak_mb")


@pytest.fixture
def submissions(tmp_path: Path) -> Path:
    """Twelve learners: right, wrong, exiting, unreadable and absent answers; the bodies differ."""
    folder = tmp_path / "submissions"
    for number in range(12):
        source = [RIGHT, WRONG, when_called("import os; os._exit(0)"), "def pair(:"][number % 4]
        _put(folder / f"learner {number:02}" / "pair.py", source + f"\n# {number}\n")
    _put(folder / "learner 12" / "notes.txt", "nothing yet")
    return folder


def test_second_run_grades_only_what_changed(submissions: Path, tmp_path: Path) -> None:
    """Nothing is graded twice; a changed file is; the gradebook of unchanged work has the same bytes."""
    first = _grade(submissions, tmp_path / "out")
    gradebook = (tmp_path / "out" / "gradebook.csv").read_bytes()
    second = _grade(submissions, tmp_path / "out")

    assert ("12 graded now", "0 graded now") == (_graded(first), _graded(second))
    assert gradebook == (tmp_path / "out" / "gradebook.csv").read_bytes()
    _put(submissions / "learner 01" / "pair.py", RIGHT + "\n# corrected\n")
    assert "1 graded now" == _graded(_grade(submissions, tmp_path / "out"))
    assert 10.0 == _rows(tmp_path / "out")["learner 01"]["points"]


def test_one_lane_or_several_give_the_same_marks(submissions: Path, tmp_path: Path) -> None:
    """Rows are equal but for what was measured, and the gradebooks have the same bytes."""
    _grade(submissions, tmp_path / "one", "--workers", "1")
    _grade(submissions, tmp_path / "three", "--workers", "3")

    assert _rows(tmp_path / "one") == _rows(tmp_path / "three")
    assert (tmp_path / "one" / "gradebook.csv").read_bytes() == (
        tmp_path / "three" / "gradebook.csv"
    ).read_bytes()


def test_killed_at_any_moment_and_run_again(submissions: Path, tmp_path: Path) -> None:
    """After three sudden ends the next run gives the bytes of an undisturbed one, and no process of the dead ones lives."""
    _grade(submissions, tmp_path / "calm")
    for lines in (0, 2, 5):
        process = subprocess.Popen(
            _command(submissions, tmp_path / "killed"), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        )
        journal = tmp_path / "killed" / "journal.jsonl"
        limit = time.monotonic() + 60
        while (
            process.poll() is None
            and time.monotonic() < limit
            and (not journal.exists() or journal.read_bytes().count(b"\n") < lines)
        ):
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        process.wait()
        with journal.open("ab") as file:
            file.write(b'{"key": "torn", "ro')  # the worst moment: in the middle of a line
    time.sleep(2)
    left = [
        path
        for path in Path("/proc").glob("[0-9]*/cmdline")
        if b"qcourse.grading" in _bytes(path) and str(COURSE).encode() in _bytes(path)
    ]
    _grade(submissions, tmp_path / "killed")

    assert [] == left
    assert (tmp_path / "calm" / "gradebook.csv").read_bytes() == (
        tmp_path / "killed" / "gradebook.csv"
    ).read_bytes()
    assert _rows(tmp_path / "calm") == _rows(tmp_path / "killed")


def test_missing_work_has_a_row(submissions: Path, tmp_path: Path) -> None:
    """A learner without an answer gets 0 points and the status that says so."""
    _grade(submissions, tmp_path / "out")
    row = _rows(tmp_path / "out")["learner 12"]

    assert ("missing", 0.0, 10.0) == (row["status"], row["points"], row["max_points"])


def test_regrade_lists_before_it_writes(submissions: Path, tmp_path: Path) -> None:
    """Marks that would change are listed; the results stay until --write."""
    out = tmp_path / "out"
    _grade(submissions, out)
    before = (out / "results.jsonl").read_bytes()
    _put(submissions / "learner 03" / "pair.py", RIGHT + "\n# late\n")
    listed = _run("regrade", submissions, out)

    assert "learner 03 · pair: 0 → 10" in listed.stdout
    assert before == (out / "results.jsonl").read_bytes()
    _run("regrade", submissions, out, "--write")
    assert 10.0 == _rows(out)["learner 03"]["points"]


def test_forget_erases_a_learner_everywhere(submissions: Path, tmp_path: Path) -> None:
    """After ``forget`` the name stands in no file of the output folder, and the others' rows are as before."""
    out = tmp_path / "out"
    roster = tmp_path / "roster.csv"
    roster.write_text(
        "learner,name,email,canvas_id\nlearner 01,Zoé Tremblay,zoe@example.org,77\nlearner 02,Ali,ali@example.org,78\n",
        encoding="utf-8",
    )
    _grade(submissions, out, "--roster", str(roster), "--events", str(out.parent / "events.jsonl"))
    others = {name: row for name, row in _rows(out).items() if name != "learner 01"}
    done = subprocess.run(
        [sys.executable, "-m", "qcourse", "forget", "learner 01", "--output", str(out), "--language", "en"],
        capture_output=True,
        text=True,
    )

    assert 0 == done.returncode, done.stderr
    assert [] == [
        path.name
        for path in out.rglob("*")
        if path.is_file()
        for sign in (b"learner 01", "Zoé".encode(), b"zoe@")
        if sign in path.read_bytes()
    ]
    assert others == _rows(out)


def test_strict_isolation_refuses_without_its_protections(submissions: Path, tmp_path: Path) -> None:
    """Where the system refuses the means, grading stops with status 2 and names protection, cause and remedy."""
    launcher = Path(__file__).parent / "hostile" / "without_means.py"
    done = subprocess.run(
        [sys.executable, str(launcher), *_command(submissions, tmp_path / "out")],
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert 2 == done.returncode, done.stderr
    assert [True] * 3 == [word in done.stderr for word in ("no network", "cause", "--isolation reduced")]
    assert not (tmp_path / "out" / "results.jsonl").exists()


def _grade(submissions: Path, output: Path, *more: str) -> subprocess.CompletedProcess[str]:
    done = _run("grade", submissions, output, *more)
    assert 0 == done.returncode, done.stderr
    return done


def _run(verb: str, submissions: Path, output: Path, *more: str) -> subprocess.CompletedProcess[str]:
    words = _command(submissions, output, verb)
    return subprocess.run([*words, *more], capture_output=True, text=True, timeout=300)


def _command(submissions: Path, output: Path, verb: str = "grade") -> list[str]:
    return [
        sys.executable,
        "-m",
        "qcourse",
        verb,
        str(submissions),
        "--output",
        str(output),
        "--root",
        str(COURSE),
        "--timeout",
        "30",
        "--language",
        "en",
    ]


def _graded(done: subprocess.CompletedProcess[str]) -> str:
    return next(part.strip().partition(" (")[0] for part in done.stdout.split(",") if "graded now" in part)


def _rows(output: Path) -> dict[str, dict]:
    rows = map(json.loads, (output / "results.jsonl").read_text(encoding="utf-8").splitlines())
    return {
        row["learner"]: {name: value for name, value in row.items() if name not in MEASURED} for row in rows
    }


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""

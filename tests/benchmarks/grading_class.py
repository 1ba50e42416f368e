"""Making a class for the benchmarks: as many answers as asked, right and wrong, no two alike; and measuring a command."""

from __future__ import annotations

import random
import resource
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv" / "bin" / "python"


def answers(slug: str) -> list[str]:
    """The reference and the known-wrong answers of an exercise."""
    private = ROOT / "exercises" / slug / "private"
    return [
        path.read_text(encoding="utf-8")
        for path in (private / "solution.py", *sorted((private / "wrong").glob("*.py")))
    ]


def body(slug: str, number: int) -> str:
    """Answer ``number``: two in three are right, and each has lines of its own that are run."""
    chance = random.Random(f"{slug} {number}")
    known = answers(slug)
    source = known[0] if chance.random() < 2 / 3 else chance.choice(known)
    own = [
        f"note_{chance.randrange(10**6)} = {chance.random()!r}  # answer {number}"
        for _ in range(chance.randint(1, 12))
    ]
    return source + "\n\n" + "\n".join(own) + "\n"


def write_class(folder: Path, slugs: Sequence[str], learners: int) -> Path:
    """A folder with ``learners`` learners, each with an answer to every one of ``slugs``."""
    for number in range(learners):
        home = folder / f"learner {number:05}"
        home.mkdir(parents=True)
        for slug in slugs:
            (home / f"{slug}.py").write_text(body(slug, number), encoding="utf-8")
    return folder


def cost(words: Sequence[str | Path], times: int = 1, **options: object) -> tuple[float, float]:
    """CPU and wall seconds of a command with all that it starts; it must end with status 0, or 1 for failed checks."""
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    for _ in range(times):
        done = subprocess.run([str(word) for word in words], capture_output=True, text=True, **options)  # type: ignore[call-overload]
        if done.returncode not in (0, 1):
            raise SystemExit(f"{words[:4]} ended with {done.returncode}: {done.stderr[-800:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.monotonic() - started


def grade(submissions: Path, output: Path, *more: str) -> list[str | Path]:
    """The command that grades a folder, strictly isolated."""
    return [
        PYTHON,
        "-m",
        "qcourse",
        "grade",
        submissions,
        "--output",
        output,
        "--root",
        ROOT,
        "--isolation",
        "strict",
        "--quiet",
        *more,
    ]

"""Ten thousand synthetic submissions of mixed exercises on this machine, and the same through Dask with a killed worker.

``python tests/benchmarks/grading_many.py [--count 10000]`` prints rate, memory and whether both runs are complete and
identical.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from grading_class import ROOT, grade, write_class
from grading_memory import peak

sys.path.insert(0, str(ROOT))


def slugs() -> list[str]:
    """The exercises that have a reference and known-wrong answers."""
    return sorted(
        path.parent.parent.name
        for path in (ROOT / "exercises").glob("*/private/hidden.toml")
        if (path.parent / "solution.py").exists()
    )


def rows(output: Path) -> list[tuple]:
    """The marks, without what was measured and without words: an answer that draws keys is never quoted alike twice."""

    def mark(row: dict) -> tuple:
        checks = [(check["name"], check["kind"], check["earned"]) for check in row["checks"]]
        return (
            row["learner"],
            row["exercise"],
            row["status"],
            row["points"],
            row["sha256"],
            row["exercise_version"],
            checks,
        )

    with (output / "results.jsonl").open(encoding="utf-8") as file:
        return [mark(json.loads(line)) for line in file]


def through_dask(base: Path, submissions: Path, output: Path, exercises: list[str]) -> None:
    """Three workers of one thread; one is killed after the first rows are in the journal."""
    from tests.hostile.cluster import local_cluster

    with local_cluster(base, 3) as machines:
        process = subprocess.Popen(
            [str(word) for word in grade(submissions, output, "--scheduler", machines.address, *exercises)]
        )
        journal = output / "journal.jsonl"
        while process.poll() is None and (not journal.exists() or journal.stat().st_size < 100_000):
            time.sleep(0.1)
        machines.workers[0].kill()
        if process.wait():
            raise SystemExit("the run through Dask failed")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    given = parser.parse_args()
    chosen = slugs()
    exercises = [word for slug in chosen for word in ("--exercise", slug)]
    learners = -(-given.count // len(chosen))
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        course = base / "course"  # a copy, so that an edit meanwhile doesn't change the versions
        shutil.copytree(ROOT / "exercises", course / "exercises")
        shutil.copy(ROOT / "_config.yml", course)
        exercises += ["--root", str(course)]
        submissions = write_class(base / "class", chosen, learners)
        print(f"{learners} learners, exercises: {', '.join(chosen)}", flush=True)
        started = time.monotonic()
        memory = peak(grade(submissions, base / "here", "--workers", "2", *exercises))
        seconds = time.monotonic() - started
        here = rows(base / "here")
        print(
            f"here: {len(here)} rows in {seconds:.0f} s, {len(here) / seconds:.1f} a second, peak sum of PSS {memory:.0f} MB",
            flush=True,
        )
        started = time.monotonic()
        through_dask(base, submissions, base / "there", exercises)
        there = rows(base / "there")
        same = (
            here == there
            and (base / "here" / "gradebook.csv").read_bytes()
            == (base / "there" / "gradebook.csv").read_bytes()
        )
        seconds = time.monotonic() - started
        print(
            f"Dask, three workers, one killed: {len(there)} rows in {seconds:.0f} s; complete and identical: {same}"
        )
        for one, two in zip(here, there, strict=True):
            if one != two:
                print(one, two)


if __name__ == "__main__":
    main()

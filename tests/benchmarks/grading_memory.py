"""Memory and linearity: the sum of PSS with two lanes, and the cost from few to many submissions.

``python tests/benchmarks/grading_memory.py [--sizes 100 1000]`` prints the peak sum of PSS of all processes of a run and the CPU
seconds per submission for each size; their ratio should be one.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
import time
from pathlib import Path

from grading_class import cost, grade, write_class


def family(pid: int) -> list[int]:
    """A process and all below it."""
    below: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        below.setdefault(int(words[1]), []).append(int(path.parent.name))
    found, waiting = [], [pid]
    while waiting:
        one = waiting.pop()
        found.append(one)
        waiting += below.get(one, [])
    return found


def pss_mb(pid: int) -> float:
    """The proportional set size of a family, in MB."""
    total = 0
    for one in family(pid):
        try:
            text = Path(f"/proc/{one}/smaps_rollup").read_text()
        except OSError:
            continue
        total += next((int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")), 0)
    return total / 1024


def peak(words: list[str | Path]) -> float:
    """The largest sum of PSS seen while a command runs."""
    process = subprocess.Popen(
        [str(word) for word in words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    largest = 0.0
    while process.poll() is None:
        largest = max(largest, pss_mb(process.pid))
        time.sleep(0.1)
    return largest


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 400])
    given = parser.parse_args()
    options = ("--exercise", "bell_pair", "--workers", "2")
    with tempfile.TemporaryDirectory() as folder:
        base, rates, peaks = Path(folder), [], []
        start, _ = cost(grade(write_class(base / "one", ["bell_pair"], 1), base / "out_one", *options))
        for size in given.sizes:
            submissions = write_class(base / str(size), ["bell_pair"], size)
            spent, _ = cost(grade(submissions, base / f"out{size}", *options))
            peaks.append(peak(grade(submissions, base / f"memory{size}", *options)))
            rates.append((spent - start) / size)
            print(
                f"{size}: {rates[-1]:.4f} CPU s a submission beyond start-up; peak sum of PSS {peaks[-1]:.0f} MB (bar: 300)",
                flush=True,
            )
        print(
            f"largest to smallest: cost {rates[-1] / rates[0]:.2f} times, memory {peaks[-1] / peaks[0]:.2f} times (both should be about 1)"
        )


if __name__ == "__main__":
    main()

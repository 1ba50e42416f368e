"""How long a learner waits: ``python tests/benchmarks/check_latency.py``.

Prints milliseconds: the command's help, importing ``check`` beside a loaded Qiskit, the first and later checks.
"""

from __future__ import annotations

import contextlib
import io
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Measure and print."""
    helps = [
        timed(
            lambda: subprocess.run(
                [sys.executable, "-m", "qcourse", "--help"], stdout=subprocess.DEVNULL, check=True
            )
        )
        for _ in range(5)
    ]
    names: dict = {}
    exec((ROOT / "exercises" / "bell_pair" / "private" / "solution.py").read_text(encoding="utf-8"), names)
    names["bell_pair"]()
    start = time.perf_counter()
    from qcourse import check

    imported = (time.perf_counter() - start) * 1000
    with contextlib.redirect_stdout(io.StringIO()):
        first, *later = (timed(lambda: check("bell_pair", root=ROOT, namespace=names)) for _ in range(11))
    print(f"qcourse --help          {statistics.median(helps):6.0f} ms (bar 300)")
    print(f"from qcourse import …   {imported:6.0f} ms")
    print(f"first check(bell_pair)  {first:6.0f} ms (bar 100)")
    print(f"later checks            {statistics.median(later):6.0f} ms")


def timed(call) -> float:
    """Milliseconds that ``call`` takes."""
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()

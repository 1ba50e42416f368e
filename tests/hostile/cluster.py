"""A Dask scheduler and workers on this machine, for tests and benchmarks."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Cluster:
    """The scheduler's address and its workers' processes, each of which may be killed."""

    address: str
    workers: list[subprocess.Popen[bytes]]


@contextlib.contextmanager
def local_cluster(folder: Path, count: int) -> Iterator[Cluster]:
    """A scheduler on the loopback address with ``count`` workers of one thread each; all ended on leaving."""
    place = folder / "scheduler.json"
    environment = {**os.environ, "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "false"}
    started = []

    def start(*words: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", *words, "--scheduler-file", str(place), "--no-dashboard"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            cwd=folder,
        )
        started.append(process)
        return process

    try:
        start("scheduler", "--host", "127.0.0.1", "--port", "0")
        _wait(place)
        workers = [
            start(
                "worker",
                "--nthreads",
                "1",
                "--no-nanny",
                "--local-directory",
                str(folder / f"worker{number}"),
            )
            for number in range(count)
        ]
        yield Cluster(_address(place), workers)
    finally:
        for process in reversed(started):
            process.terminate()
        for process in started:
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait(place: Path) -> None:
    limit = time.monotonic() + 60
    while time.monotonic() < limit:
        if place.exists() and place.read_text().rstrip().endswith("}"):
            return
        time.sleep(0.1)
    raise TimeoutError("the scheduler did not start")


def _address(place: Path) -> str:
    import json

    address: str = json.loads(place.read_text())["address"]
    return address

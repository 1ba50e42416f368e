"""Trying, from inside a locked-down process, what a hostile answer would try; used at every start and by ``doctor``."""

from __future__ import annotations

import contextlib
import mmap
import os
import signal
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .warm import send

PROTECTIONS = ("network", "reading", "writing", "processes", "memory", "clock")
"""What strict isolation promises, in the order in which it is told; ``clock`` is tried from outside."""


def run(spec: dict[str, Any], status: socket.socket) -> None:
    """Try each of ``spec`` and send what got through; then, if asked to ``spin``, never end by itself."""
    tries: dict[str, Callable[[dict[str, Any]], str | None]] = {
        "network": _network,
        "reading": _reading,
        "writing": _writing,
        "processes": _processes,
        "memory": _memory,
    }
    breaches = {}
    for name, attempt in tries.items():
        try:
            breaches[name] = attempt(spec)
        except Exception as error:  # a refusal of an unforeseen kind is a refusal
            breaches[name] = (
                None if isinstance(error, (OSError, MemoryError)) else f"{type(error).__name__}: {error}"
            )
    send(status, {"breaches": breaches})
    if spec.get("spin"):
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGALRM):
            signal.signal(number, signal.SIG_IGN)
        while True:
            pass


def _network(spec: dict[str, Any]) -> str | None:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", spec["port"]), timeout=1):
        return f"connected to 127.0.0.1:{spec['port']}"
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as unix:
        unix.connect("\0" + spec["abstract"])
        return "connected to a local socket"
    return None


def _reading(spec: dict[str, Any]) -> str | None:
    for path in map(Path, spec["secrets"]):
        with contextlib.suppress(OSError):
            list(path.iterdir()) if path.is_dir() else path.read_bytes()
            return f"read {path}"
    return None


def _writing(spec: dict[str, Any]) -> str | None:
    for folder in spec["folders"]:
        path = Path(folder, f".qcourse-probe-{os.getpid()}")
        with contextlib.suppress(OSError):
            path.touch(exist_ok=False)
            path.unlink()
            return f"wrote in {folder}"
    return None


def _processes(spec: dict[str, Any]) -> str | None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    return "started a process"


def _memory(spec: dict[str, Any]) -> str | None:
    with contextlib.suppress(OSError, MemoryError, ValueError):
        mmap.mmap(-1, (spec["memory_mb"] + 64) * 2**20).close()
        return f"took {spec['memory_mb'] + 64} MB"
    return None

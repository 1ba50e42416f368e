"""Telling how a run goes: a bar on a terminal, plain lines elsewhere, and events as lines of JSON."""

from __future__ import annotations

import contextlib
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..lang import current, pick
from .run import Progress
from .words import say

_EVERY_S = 5.0


@contextlib.contextmanager
def shown(quiet: bool, events: Path | None) -> Iterator[Progress]:
    """A function that shows each step as the place asks for."""
    with contextlib.ExitStack() as stack:
        tellers: list[Progress] = []
        if events:
            file = stack.enter_context(events.open("a", encoding="utf-8"))
            tellers.append(lambda event, data: _write(file, event, data))
        if not quiet:
            tellers.append(stack.enter_context(_bar()) if sys.stderr.isatty() else _lines())

        def progress(event: str, data: dict[str, Any]) -> None:
            for tell in tellers:
                tell(event, data)

        yield progress


def _write(file: Any, event: str, data: dict[str, Any]) -> None:
    file.write(json.dumps({"event": event, "time": round(time.time(), 3), **data}, ensure_ascii=False) + "\n")
    file.flush()


@contextlib.contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    speed = TextColumn("{task.fields[rate]}")
    with Bar(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        speed,
        TimeRemainingColumn(),
        console=Console(stderr=True),
    ) as bar:
        started = time.monotonic()
        task = bar.add_task(pick(say("grading"), current()), total=None, rate="")

        def progress(event: str, data: dict[str, Any]) -> None:
            if event == "start":
                bar.update(task, total=data["total"])
            elif event == "graded":
                rate = (bar.tasks[task].completed + 1) / max(time.monotonic() - started, 1e-6)
                bar.update(task, advance=1, rate=f"{rate:.1f}/s")

        yield progress


def _lines() -> Progress:
    state = {"total": 0, "done": 0, "started": time.monotonic(), "last": time.monotonic()}

    def progress(event: str, data: dict[str, Any]) -> None:
        now = time.monotonic()
        if event == "start":
            state["total"] = data["total"]
            _tell("begin", total=data["total"], known=data["known"])
        elif event == "graded":
            state["done"] += 1
            if now - state["last"] >= _EVERY_S:
                state["last"] = now
                rate = state["done"] / (now - state["started"])
                _tell(
                    "so_far",
                    done=int(state["done"]),
                    total=int(state["total"]),
                    rate=f"{rate:.1f}",
                    left=f"{(state['total'] - state['done']) / rate:.0f}",
                )

    return progress


def _tell(key: str, **values: Any) -> None:
    print(pick(say(key, **values), current()), file=sys.stderr, flush=True)

"""A warm process that forks a bounded child for each request; the worker and the checker are both one.

Requests come on a socket that keeps messages apart; each carries a status socket of its own (its first descriptor),
on which go the child's handle (a pidfd) and, when it has ended, how it ended and what it used.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import select
import signal
import socket
import traceback
from collections.abc import Callable
from typing import Any, NoReturn

MAX_MESSAGE = 2**16
MAX_DESCRIPTORS = 8


def send(to: socket.socket, message: dict[str, Any], descriptors: list[int] | None = None) -> None:
    """One message, with descriptors."""
    socket.send_fds(to, [json.dumps(message).encode()], descriptors or [])


def receive(source: socket.socket) -> tuple[dict[str, Any] | None, list[int]]:
    """The next message with its descriptors; None at the end."""
    try:
        data, descriptors, _, _ = socket.recv_fds(source, MAX_MESSAGE, MAX_DESCRIPTORS)
    except ConnectionResetError:  # the other side ended with words unread
        return None, []
    return (json.loads(data) if data else None), list(descriptors)


def serve(
    control: socket.socket, fork: Callable[[], int], child: Callable[[dict[str, Any], list[int]], NoReturn]
) -> None:
    """Fork ``child(message, descriptors)`` for each request until the control socket is closed.

    The status socket is the first of the child's descriptors too. A request ``{"kind": "ready?"}`` is only answered.
    """
    gc.collect()
    gc.freeze()  # the children share these objects' memory; collecting them would copy it
    running: dict[int, tuple[int, socket.socket]] = {}
    poll = select.poll()
    poll.register(control.fileno(), select.POLLIN)
    while True:
        for descriptor, _ in poll.poll():
            if descriptor != control.fileno():
                poll.unregister(descriptor)
                _report(descriptor, *running.pop(descriptor))
                continue
            message, descriptors = receive(control)
            if message is None:
                return
            started = _start(message, descriptors, fork, child, control, running)
            if started:
                running[started[0]] = started[1:]
                poll.register(started[0], select.POLLIN)


def _start(
    message: dict[str, Any],
    descriptors: list[int],
    fork: Any,
    child: Any,
    control: socket.socket,
    running: Any,
) -> Any:
    status = socket.socket(fileno=descriptors[0])
    try:
        pid = fork()
    except OSError as error:
        send(status, {"failed": str(error)})
        status.close()
        for descriptor in descriptors[1:]:
            os.close(descriptor)
        return None
    if pid == 0:
        control.close()
        for other, (_, socket_of_other) in running.items():
            os.close(other)
            socket_of_other.close()
        try:
            child(message, [status.detach(), *descriptors[1:]])
        except BaseException:
            os.write(2, traceback.format_exc()[-2000:].encode())
        finally:
            os._exit(70)
    for descriptor in descriptors[1:]:
        os.close(descriptor)
    handle = os.pidfd_open(pid)
    try:
        send(status, {"started": pid}, [handle])
    except OSError:  # the grader has gone already
        signal.pidfd_send_signal(handle, signal.SIGKILL)
    return handle, pid, status


def _report(handle: int, pid: int, status: socket.socket) -> None:
    _, code, used = os.wait4(pid, 0)
    os.close(handle)
    with contextlib.suppress(OSError):
        send(
            status,
            {
                "code": os.waitstatus_to_exitcode(code),
                "cpu_s": used.ru_utime + used.ru_stime,
                "peak_kb": used.ru_maxrss,
            },
        )
    status.close()

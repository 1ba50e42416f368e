"""Giving up, for good, what a process could do: identity, capabilities, limits, and life beyond its parent."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import struct
from dataclasses import dataclass

from .kernel import call

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_CAPBSET_DROP, _PR_SET_NO_NEW_PRIVS = 1, 4, 24, 38
_LAST_CAPABILITY = 40  # of Linux 5.9 and later; one that doesn't exist is an error passed over


@dataclass(frozen=True)
class Limits:
    """What one process may use: memory beyond what it has at the start, wall clock, scratch space."""

    memory_mb: int = 512
    timeout_s: float = 20.0
    scratch_mb: int = 64
    scratch_files: int = 4096
    threads: int = 64
    descriptors: int = 128


def limit(limits: Limits, size_now: int, count_threads: bool) -> None:
    """Set the kernel's limits; ``size_now`` is the process's address space in bytes before the learner's code.

    ``count_threads`` only where the process has a user identity or namespace of its own: elsewhere the kernel would
    count the whole user's processes.
    """
    bounds = {
        resource.RLIMIT_AS: size_now + limits.memory_mb * 2**20,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_CPU: int(limits.timeout_s * (os.cpu_count() or 1)) + 2,
        resource.RLIMIT_FSIZE: limits.scratch_mb * 2**20,
        resource.RLIMIT_NOFILE: limits.descriptors,
        resource.RLIMIT_MEMLOCK: 0,
        resource.RLIMIT_MSGQUEUE: 0,
        resource.RLIMIT_NICE: 0,
        resource.RLIMIT_RTPRIO: 0,
    }
    if count_threads:
        bounds[resource.RLIMIT_NPROC] = limits.threads
    for name, value in bounds.items():
        hard = resource.getrlimit(name)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(name, (value, value))


def become(uid: int) -> None:
    """Take the real identity ``uid``, for user and group, with no other groups."""
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)


def drop_capabilities() -> None:
    """Give up every capability and the way to regain one."""
    for capability in range(_LAST_CAPABILITY + 1):
        with contextlib.suppress(OSError):
            call("prctl", _PR_CAPBSET_DROP, capability, 0, 0, 0)
    header = struct.pack("=Ii", 0x20080522, 0)
    call("capset", header, bytes(24))


def no_new_privileges() -> None:
    """No program started from here can gain rights; the kernel asks for this before a filter."""
    call("prctl", _PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)


def die_with_parent() -> None:
    """SIGKILL this process when its parent ends. Set last: a change of identity clears it."""
    call("prctl", _PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def hide_from_debuggers() -> None:
    """No core dump and no look into this process through /proc by others of the same identity."""
    call("prctl", _PR_SET_DUMPABLE, 0, 0, 0, 0)

"""Landlock: the kernel's own list of which folders a process may read and write, for good.

Source: Linux, Documentation/userspace-api/landlock.rst.
"""

from __future__ import annotations

import ctypes
import os
import stat
import struct
from collections.abc import Sequence

from .kernel import call

_READ_FILE, _READ_DIR, _EXECUTE, _WRITE_FILE, _TRUNCATE, _IOCTL = (
    1 << 2,
    1 << 3,
    1 << 0,
    1 << 1,
    1 << 14,
    1 << 15,
)
_READING = _READ_FILE | _READ_DIR
_ALL_BY_ABI = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1, 5: (1 << 16) - 1}
_FILE_ONLY = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE | _IOCTL
_NO_DEVICES = ~(
    (1 << 6) | (1 << 9) | (1 << 10) | (1 << 11)
)  # no device nodes, sockets or FIFOs in the scratch folder


def abi() -> int:
    """The version that the kernel offers; 0 when it offers none."""
    try:
        return call("landlock_create_ruleset", None, 0, 1)
    except OSError:
        return 0


def restrict(readable: Sequence[int], writable: Sequence[int]) -> bool:
    """Allow this process to read beneath the open folders ``readable`` and to use ``writable``, and nothing else.

    False when the kernel has no Landlock. TCP, signals and abstract sockets beyond the process are refused too where
    the version knows of them. Needs no_new_privs set before.
    """
    version = abi()
    if not version:
        return False
    handled = _ALL_BY_ABI.get(version, _ALL_BY_ABI[5])
    fields = [handled, *([3] if version >= 4 else []), *([3] if version >= 6 else [])]
    attributes = struct.pack(f"={len(fields)}Q", *fields)
    ruleset = call("landlock_create_ruleset", attributes, len(attributes), 0)
    try:
        for descriptor in readable:
            _allow(ruleset, descriptor, _READING & handled)
        for descriptor in writable:
            _allow(ruleset, descriptor, handled & _NO_DEVICES & ~_EXECUTE)
        call("landlock_restrict_self", ruleset, 0)
    finally:
        os.close(ruleset)
    return True


def _allow(ruleset: int, descriptor: int, rights: int) -> None:
    if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
        rights &= _FILE_ONLY
    rule = ctypes.create_string_buffer(struct.pack("=Qi", rights, descriptor), 12)
    call("landlock_add_rule", ruleset, 1, rule, 0)

"""Running the grader in each of the ways that it knows, from whatever identity the tests have."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

NOBODY = 65534
_NEW_MOUNTS, _RECURSIVE, _PRIVATE, _BIND = 0x20000, 16384, 1 << 18, 4096


def ways_here() -> list[str]:
    """``as_we_are``; as root also ``as_plain_user``."""
    return ["as_we_are", "as_plain_user"] if os.getuid() == 0 else ["as_we_are"]


def command_as(way: str, words: list[str]) -> list[str]:
    """The command that runs ``words`` in the given way."""
    return words if way == "as_we_are" else [sys.executable, __file__, *words]


def become_nobody() -> None:
    """Be a plain user, in a view of the disk where the interpreter can be reached even below a closed home folder."""
    libc = ctypes.CDLL(None, use_errno=True)
    closed = [folder for folder in _parents(sys.base_prefix) if not Path(folder).stat().st_mode & 0o001]
    if closed:
        libc.unshare(_NEW_MOUNTS)
        libc.mount(b"none", b"/", None, _RECURSIVE | _PRIVATE, None)
        kept = os.open(sys.base_prefix, os.O_PATH)
        libc.mount(b"passable", closed[0].encode(), b"tmpfs", 0, b"mode=0755")
        Path(sys.base_prefix).mkdir(parents=True)
        libc.mount(f"/proc/self/fd/{kept}".encode(), sys.base_prefix.encode(), None, _BIND | _RECURSIVE, None)
        os.close(kept)
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)


def _parents(path: str) -> list[str]:
    parts = path.strip("/").split("/")
    return ["/" + "/".join(parts[: place + 1]) for place in range(len(parts))]


if __name__ == "__main__":
    become_nobody()
    os.execv(sys.argv[1], sys.argv[1:])

"""A root folder of its own for the worker: Python's libraries, read-only, and nothing of the person who grades."""

from __future__ import annotations

import contextlib
import os
import site
import sysconfig
from collections.abc import Sequence
from pathlib import Path

from .kernel import call

SCRATCH = "/scratch"
DEVICES = ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom")
_SYSTEM = (
    "/usr/lib",
    "/lib",
    "/usr/lib64",
    "/lib64",
    "/usr/local/lib",
    "/etc/ld.so.cache",
    "/usr/share/zoneinfo",
)

_NEW_MOUNTS, _NEW_USER, _NEW_PIDS = 0x20000, 0x10000000, 0x20000000
_NEW_IPC, _NEW_NETWORK, _NEW_HOST_NAME = 0x08000000, 0x40000000, 0x04000000
_READ_ONLY, _NO_SUID, _NO_DEVICES, _REMOUNT, _BIND, _RECURSIVE, _PRIVATE, _RELATIME = (
    1,
    2,
    4,
    32,
    4096,
    16384,
    1 << 18,
    1 << 21,
)
_DETACH = 2


def library_paths() -> list[str]:
    """What a learner's code may read: the standard library, site-packages, and the system's shared libraries."""
    paths = [
        *(sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")),
        *site.getsitepackages(),
    ]
    shared = sysconfig.get_config_var("LIBDIR")
    if shared and any(Path(shared).glob("libpython*")):
        paths.append(shared)
    known: list[str] = []
    for path in [*paths, *_SYSTEM]:
        for spelled in (path, os.path.realpath(path)):
            if Path(spelled).exists() and not any(Path(spelled).is_relative_to(other) for other in known):
                known = [other for other in known if not Path(other).is_relative_to(spelled)] + [spelled]
    return known


def open_to_all() -> bool:
    """Whether any user may reach Python's libraries where they are: a Python in a home folder is closed to others."""
    folders = [Path(path) for path in library_paths() if Path(path).is_dir()]
    return all(above.stat().st_mode & 0o001 for folder in folders for above in (folder, *folder.parents))


def leave_namespaces(own_user: bool) -> None:
    """Give this process its own mounts, network (with no way out), and, for its children, process numbers.

    ``own_user`` first makes a user namespace, which is what lets a plain user do the rest.
    """
    if own_user:
        uid, gid = os.getuid(), os.getgid()
        call("unshare", _NEW_USER)
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1")
        Path("/proc/self/gid_map").write_text(f"{gid} {gid} 1")
    call("unshare", _NEW_MOUNTS | _NEW_PIDS | _NEW_NETWORK | _NEW_IPC | _NEW_HOST_NAME)


def enter(paths: Sequence[str]) -> None:
    """Make the jail from ``paths`` and move into it; what isn't in it can't be named any more."""
    call("mount", b"none", b"/", None, _RECURSIVE | _PRIVATE, None)
    sources = {path: os.open(path, os.O_PATH) for path in (*paths, *DEVICES)}
    jail = next(path for path in ("/tmp", "/var/tmp", "/run", "/mnt") if Path(path).is_dir())
    call("mount", b"jail", jail.encode(), b"tmpfs", _NO_SUID | _NO_DEVICES, b"size=1m,mode=0755")
    for path, descriptor in sources.items():
        _bind(f"/proc/self/fd/{descriptor}", jail + path, read_only=path not in DEVICES)
        os.close(descriptor)
    for path in paths:
        # An installed copy of this package is course material too: an empty folder takes its place.
        if Path(f"{jail}{path}/qcourse").is_dir():
            call(
                "mount",
                b"nothing",
                f"{jail}{path}/qcourse".encode(),
                b"tmpfs",
                _READ_ONLY | _NO_SUID | _NO_DEVICES,
                b"size=4k,mode=0555",
            )
    Path(jail + SCRATCH).mkdir(0o755)
    os.chdir(jail)
    call("pivot_root", b".", b".")
    call("umount2", b".", _DETACH)
    os.chdir("/")
    call("mount", b"none", b"/", None, _REMOUNT | _BIND | _READ_ONLY | _NO_SUID | _NO_DEVICES, None)


def mount_scratch(megabytes: int, files: int, uid: int) -> None:
    """An empty folder of this process's own, in memory, of a fixed size; it vanishes with the process."""
    call("unshare", _NEW_MOUNTS)
    options = f"size={megabytes}m,nr_inodes={files},mode=0700,uid={uid},gid={uid if os.getuid() == 0 else os.getgid()}"
    call("mount", b"scratch", SCRATCH.encode(), b"tmpfs", _NO_SUID | _NO_DEVICES, options.encode())
    os.chdir(SCRATCH)


def forget_user() -> None:
    """A user namespace with no identity in it, so that the kernel counts this process's threads apart; best effort."""
    with contextlib.suppress(OSError):
        call("unshare", _NEW_USER)


def number_children_apart() -> None:
    """The next child of this process is number 1 of a process namespace of its own."""
    call("unshare", _NEW_PIDS)


def number_children_here(own: int) -> None:
    """Undo ``number_children_apart``; ``own`` is this process's open ``/proc/self/ns/pid``."""
    call("setns", own, _NEW_PIDS)


def _bind(source: str, target: str, read_only: bool) -> None:
    place = Path(target)
    if Path(source).is_dir():
        place.mkdir(parents=True, exist_ok=True)
    else:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch()
    call("mount", source.encode(), target.encode(), None, _BIND | _RECURSIVE, None)
    if read_only:
        # In a user namespace a remount must keep the flags that the mount came with.
        came = os.statvfs(target).f_flag
        kept = (came & (_NO_SUID | _NO_DEVICES | 8 | 1024 | 2048)) | (_RELATIME if came & 4096 else 0)
        call(
            "mount",
            b"none",
            target.encode(),
            None,
            _REMOUNT | _BIND | _READ_ONLY | _NO_SUID | _NO_DEVICES | kept,
            None,
        )

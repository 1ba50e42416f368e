"""The list of system calls that a learner's process may make; every other one is refused by the kernel.

A list of what is allowed, not of what is forbidden: calls that future kernels add are refused too.
"""

from __future__ import annotations

import ctypes
import errno
import struct

from .kernel import AUDIT_ARCH, call, machine, number

_ALLOW = 0x7FFF0000
_KILL_PROCESS = 0x80000000
_ERRNO = 0x00050000

_LOAD, _JUMP_EQUAL, _JUMP_AT_LEAST, _JUMP_ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _ARCH = 0, 4
_X32 = 0x40000000
_NEW_CALLS = 424
"""From here on a refused call says "not implemented", so that the C library falls back to an older one."""

_CLONE_THREAD = 0x10000
_AF_UNIX = 1
_IOCTLS = (
    0x5401,
    0x5413,
    0x541B,
    0x5421,
    0x5450,
    0x5451,
)  # TCGETS TIOCGWINSZ FIONREAD FIONBIO FIONCLEX FIOCLEX
_PRCTLS = (
    15,
    16,
    0x53564D41,
)  # PR_SET_NAME PR_GET_NAME PR_SET_VMA; never PR_SET_PDEATHSIG or PR_SET_DUMPABLE

ALLOWED = [
    "read",
    "write",
    "futex",
    "mmap",
    "munmap",
    "mprotect",
    "brk",
    "madvise",
    "mremap",
    "openat",
    "close",
    "fstat",
    "newfstatat",
    "lseek",
    "statx",
    "open",
    "stat",
    "lstat",
    "readv",
    "writev",
    "pread64",
    "pwrite64",
    "preadv",
    "pwritev",
    "openat2",
    "close_range",
    "access",
    "faccessat",
    "faccessat2",
    "readlink",
    "readlinkat",
    "getdents64",
    "getdents",
    "getcwd",
    "chdir",
    "fchdir",
    "mkdir",
    "mkdirat",
    "rmdir",
    "unlink",
    "unlinkat",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "symlink",
    "symlinkat",
    "truncate",
    "ftruncate",
    "fallocate",
    "fsync",
    "fdatasync",
    "chmod",
    "fchmod",
    "fchmodat",
    "umask",
    "utimensat",
    "statfs",
    "fstatfs",
    "fadvise64",
    "copy_file_range",
    "sendfile",
    "splice",
    "flock",
    "fcntl",
    "dup",
    "dup2",
    "dup3",
    "pipe",
    "pipe2",
    "poll",
    "ppoll",
    "select",
    "pselect6",
    "epoll_create1",
    "epoll_ctl",
    "epoll_wait",
    "epoll_pwait",
    "eventfd2",
    "msync",
    "mincore",
    "membarrier",
    "rseq",
    "set_robust_list",
    "get_robust_list",
    "set_tid_address",
    "exit",
    "exit_group",
    "wait4",
    "waitid",
    "rt_sigaction",
    "rt_sigprocmask",
    "rt_sigreturn",
    "rt_sigpending",
    "rt_sigtimedwait",
    "rt_sigsuspend",
    "sigaltstack",
    "pause",
    "alarm",
    "setitimer",
    "getitimer",
    "restart_syscall",
    "getpid",
    "getppid",
    "gettid",
    "getuid",
    "geteuid",
    "getgid",
    "getegid",
    "getgroups",
    "getresuid",
    "getresgid",
    "getpgid",
    "getpgrp",
    "getsid",
    "getpriority",
    "sched_yield",
    "sched_getaffinity",
    "sched_getparam",
    "sched_getscheduler",
    "sched_get_priority_max",
    "sched_get_priority_min",
    "clock_gettime",
    "clock_getres",
    "clock_nanosleep",
    "nanosleep",
    "gettimeofday",
    "time",
    "times",
    "getrusage",
    "getrlimit",
    "uname",
    "sysinfo",
    "getrandom",
    "getcpu",
    "sendto",
    "recvfrom",
    "sendmsg",
    "recvmsg",
    "shutdown",
    "getsockopt",
    "getsockname",
    "arch_prctl",
]

REFUSED = {
    "fork": errno.EAGAIN,
    "vfork": errno.EAGAIN,
    "clone3": errno.ENOSYS,  # its flags lie behind a pointer; the C library then uses clone, whose flags can be seen
    "socket": errno.EACCES,
}
KILLED = ("kill", "tkill", "tgkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo")
"""A signal sent by hand, even to oneself, ends the process: that is the same in and out of a pid namespace."""

_Instruction = tuple[int, int, int, int]


def program() -> bytes:
    """The filter for this machine, as the kernel's array of ``struct sock_filter``."""
    code: list[_Instruction] = [
        (_LOAD, 0, 0, _ARCH),
        (_JUMP_EQUAL, 1, 0, AUDIT_ARCH[machine()]),
        (_RETURN, 0, 0, _KILL_PROCESS),
        (_LOAD, 0, 0, _NUMBER),
        (_JUMP_AT_LEAST, 0, 1, _X32),
        (_RETURN, 0, 0, _KILL_PROCESS),
    ]
    for name in ALLOWED:
        code += _when(name, [(_RETURN, 0, 0, _ALLOW)])
    code += _when("clone", _if_any_bit(0, _CLONE_THREAD, errno.EAGAIN))
    code += _when("prlimit64", _if_null(2, errno.EPERM))
    code += _when("prctl", _if_among(0, _PRCTLS, errno.EPERM))
    code += _when("ioctl", _if_among(1, _IOCTLS, errno.ENOTTY))
    code += _when("socketpair", _if_among(0, (_AF_UNIX,), errno.EACCES))
    for name, error in REFUSED.items():
        code += _when(name, [(_RETURN, 0, 0, _ERRNO | error)])
    for name in KILLED:
        code += _when(name, [(_RETURN, 0, 0, _KILL_PROCESS)])
    code += [
        (_JUMP_AT_LEAST, 0, 1, _NEW_CALLS),
        (_RETURN, 0, 0, _ERRNO | errno.ENOSYS),
        (_RETURN, 0, 0, _ERRNO | errno.EPERM),
    ]
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in code)


def install(filter_program: bytes) -> None:
    """Put the filter on this process for good; OSError when the kernel can't. Needs no_new_privs set before."""

    class Program(ctypes.Structure):
        _fields_ = [("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p)]

    buffer = ctypes.create_string_buffer(filter_program, len(filter_program))
    pointer = Program(len(filter_program) // 8, ctypes.addressof(buffer))
    call("prctl", 22, 2, ctypes.addressof(pointer), 0, 0)  # PR_SET_SECCOMP, SECCOMP_MODE_FILTER


def _when(name: str, block: list[_Instruction]) -> list[_Instruction]:
    """Run ``block``, which returns on every path, for the call ``name``; nothing where the machine lacks it."""
    known = number(name)
    return [] if known is None else [(_JUMP_EQUAL, 0, len(block), known), *block]


def _argument(place: int) -> _Instruction:
    return (_LOAD, 0, 0, 16 + 8 * place)  # the low half: both architectures are little-endian


def _if_any_bit(place: int, mask: int, error: int) -> list[_Instruction]:
    return [
        _argument(place),
        (_JUMP_ANY_BIT, 0, 1, mask),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _ERRNO | error),
    ]


def _if_null(place: int, error: int) -> list[_Instruction]:
    high = (_LOAD, 0, 0, 20 + 8 * place)
    return [
        _argument(place),
        (_JUMP_EQUAL, 0, 3, 0),
        high,
        (_JUMP_EQUAL, 0, 1, 0),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _ERRNO | error),
    ]


def _if_among(place: int, values: tuple[int, ...], error: int) -> list[_Instruction]:
    tests = [(_JUMP_EQUAL, len(values) - index, 0, value) for index, value in enumerate(values)]
    return [_argument(place), *tests, (_RETURN, 0, 0, _ERRNO | error), (_RETURN, 0, 0, _ALLOW)]

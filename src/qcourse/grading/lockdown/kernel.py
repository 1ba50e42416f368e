"""System calls that Python has no function for, by number, on the two architectures that the lock-down knows."""

from __future__ import annotations

import ctypes
import errno
import os
import platform

from ...errors import UsageError

_TABLE = """
read 0 63 | write 1 64 | readv 19 65 | writev 20 66 | pread64 17 67 | pwrite64 18 68 | preadv 295 69 | pwritev 296 70
open 2 - | openat 257 56 | openat2 437 437 | close 3 57 | close_range 436 436 | lseek 8 62 | stat 4 - | fstat 5 80 | lstat 6 -
newfstatat 262 79 | statx 332 291 | access 21 - | faccessat 269 48 | faccessat2 439 439 | readlink 89 - | readlinkat 267 78
getdents64 217 61 | getdents 78 - | getcwd 79 17 | chdir 80 49 | fchdir 81 50 | mkdir 83 - | mkdirat 258 34 | rmdir 84 -
unlink 87 - | unlinkat 263 35 | rename 82 - | renameat 264 38 | renameat2 316 276 | link 86 - | linkat 265 37 | symlink 88 -
symlinkat 266 36 | truncate 76 45 | ftruncate 77 46 | fallocate 285 47 | fsync 74 82 | fdatasync 75 83 | chmod 90 - | fchmod 91 52
fchmodat 268 53 | umask 95 166 | utimensat 280 88 | statfs 137 43 | fstatfs 138 44 | fadvise64 221 223 | copy_file_range 326 285
sendfile 40 71 | splice 275 76 | flock 73 32 | fcntl 72 25 | ioctl 16 29 | dup 32 23 | dup2 33 - | dup3 292 24 | pipe 22 -
pipe2 293 59 | poll 7 - | ppoll 271 73 | select 23 - | pselect6 270 72 | epoll_create1 291 20 | epoll_ctl 233 21 | epoll_wait 232 -
epoll_pwait 281 22 | eventfd2 290 19 | mmap 9 222 | mprotect 10 226 | munmap 11 215 | mremap 25 216 | madvise 28 233 | brk 12 214
msync 26 227 | mincore 27 232 | membarrier 324 283 | rseq 334 293 | futex 202 98 | set_robust_list 273 99 | get_robust_list 274 100
set_tid_address 218 96 | clone 56 220 | clone3 435 435 | fork 57 - | vfork 58 - | execve 59 221 | execveat 322 281 | exit 60 93
exit_group 231 94 | wait4 61 260 | waitid 247 95 | kill 62 129 | tkill 200 130 | tgkill 234 131 | rt_sigqueueinfo 129 138
rt_tgsigqueueinfo 297 240 | rt_sigaction 13 134 | rt_sigprocmask 14 135 | rt_sigreturn 15 139 | rt_sigpending 127 136
rt_sigtimedwait 128 137 | rt_sigsuspend 130 133 | sigaltstack 131 132 | pause 34 - | alarm 37 - | setitimer 38 103 | getitimer 36 102
restart_syscall 219 128 | getpid 39 172 | getppid 110 173 | gettid 186 178 | getuid 102 174 | geteuid 107 175 | getgid 104 176
getegid 108 177 | getgroups 115 158 | getresuid 118 148 | getresgid 120 150 | getpgid 121 155 | getpgrp 111 - | getsid 124 156
getpriority 140 141 | sched_yield 24 124 | sched_getaffinity 204 123 | sched_getparam 143 121 | sched_getscheduler 145 120
sched_get_priority_max 146 125 | sched_get_priority_min 147 126 | clock_gettime 228 113 | clock_getres 229 114
clock_nanosleep 230 115 | nanosleep 35 101 | gettimeofday 96 169 | time 201 - | times 100 153 | getrusage 98 165 | getrlimit 97 163
prlimit64 302 261 | uname 63 160 | sysinfo 99 179 | getrandom 318 278 | getcpu 309 168 | socket 41 198 | socketpair 53 199
sendto 44 206 | recvfrom 45 207 | sendmsg 46 211 | recvmsg 47 212 | shutdown 48 210 | getsockopt 55 209 | getsockname 51 204
arch_prctl 158 - | prctl 157 167
unshare 272 97 | setns 308 268 | mount 165 40 | umount2 166 39 | pivot_root 155 41 | capset 126 91
landlock_create_ruleset 444 444 | landlock_add_rule 445 445 | landlock_restrict_self 446 446
"""
_COLUMNS = {"x86_64": 1, "aarch64": 2}
AUDIT_ARCH = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
"""The architecture's name in a seccomp filter (linux/audit.h)."""

_rows = [entry.split() for line in _TABLE.strip().splitlines() for entry in line.split("|")]
NUMBERS: dict[str, dict[str, int | None]] = {
    row[0]: {
        machine: None if row[column] == "-" else int(row[column]) for machine, column in _COLUMNS.items()
    }
    for row in _rows
}

libc = ctypes.CDLL(None, use_errno=True)


def machine() -> str:
    """The processor's architecture; UsageError on one that the tables of system calls don't cover."""
    found = platform.machine()
    if found not in _COLUMNS or ctypes.sizeof(ctypes.c_void_p) != 8:
        raise UsageError(
            {
                "en": f"strict isolation knows x86-64 and 64-bit Arm; this machine is {found}. Grade on one of these, or choose --isolation reduced for people you trust.",
                "fr": f"l’isolation stricte connaît x86-64 et Arm 64\u00a0bits; cette machine est {found}. Évaluez sur l’une de celles-là, ou choisissez --isolation reduced pour des personnes de confiance.",
            }
        )
    return found


def number(name: str) -> int | None:
    """The number of a system call here, or None when this architecture has no such call."""
    return NUMBERS[name][machine()]


def call(name: str, *arguments: int | bytes | ctypes.Array | ctypes.Structure | None) -> int:
    """Make a system call; OSError, naming it, when it fails."""
    known = number(name)
    if known is None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), name)
    words = [ctypes.c_long(known)]
    for argument in arguments:
        if isinstance(argument, (bytes, type(None))):
            words.append(ctypes.c_char_p(argument))  # type: ignore[arg-type]
        elif isinstance(argument, int):
            words.append(ctypes.c_long(argument))
        else:
            words.append(ctypes.byref(argument))  # type: ignore[arg-type]
    result: int = libc.syscall(*words)
    if result < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), name)
    return result

"""The lock-down's own tables and programs; what they hold back is tested by the hostile corpus."""

from __future__ import annotations

import re
import struct
import sys
from pathlib import Path

import pytest

from qcourse.errors import UsageError
from qcourse.grading.lockdown import Limits, jail, kernel, seccomp

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the lock-down is Linux's")

HEADERS = {
    "x86_64": (Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"), r"#define __NR_(\w+)\s+(\d+)"),
    "aarch64": (Path("/usr/include/asm-generic/unistd.h"), r"#define __NR(?:3264)?_(\w+)\s+(\d+)"),
}
RENAMED = {("aarch64", "newfstatat"): "fstatat"}


@pytest.mark.parametrize("machine", HEADERS)
def test_numbers_are_those_of_the_kernel(machine: str) -> None:
    """Every number of the table is the one in the kernel's own header."""
    path, pattern = HEADERS[machine]
    if not path.exists():
        pytest.skip(f"{path} is not installed (Debian: linux-libc-dev)")
    known = {}
    for name, number in re.findall(pattern, path.read_text()):
        known.setdefault(name, int(number))
    ours = {
        name: numbers[machine] for name, numbers in kernel.NUMBERS.items() if numbers[machine] is not None
    }

    assert {name: known[RENAMED.get((machine, name), name)] for name in ours} == ours


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_filter_ends_in_a_refusal(monkeypatch: pytest.MonkeyPatch, machine: str) -> None:
    """The filter is whole instructions, jumps stay inside it, and what is not listed is refused."""
    monkeypatch.setattr(kernel.platform, "machine", lambda: machine)
    code = [
        struct.unpack_from("=HBBI", seccomp.program(), place) for place in range(0, len(seccomp.program()), 8)
    ]

    assert (6, 0, 0, 0x00050001) == code[-1]
    assert all(
        place + 1 + max(true, false) < len(code)
        for place, (kind, true, false, _) in enumerate(code)
        if kind in (0x15, 0x35, 0x45)
    )
    assert len(code) < 4096


@pytest.mark.parametrize("machine", ["riscv64", "i686", "armv7l", ""])
def test_other_processors_are_refused_in_words(monkeypatch: pytest.MonkeyPatch, machine: str) -> None:
    """The message names the machine and what to do."""
    monkeypatch.setattr(kernel.platform, "machine", lambda: machine)

    with pytest.raises(UsageError) as caught:
        kernel.machine()
    assert [True, True] == [
        "--isolation reduced" in text and machine in text for text in caught.value.text.values()
    ]


@pytest.mark.parametrize(
    "name",
    [
        "execve",
        "execveat",
        "ptrace",
        "mount",
        "unshare",
        "setns",
        "clone3",
        "fork",
        "socket",
        "kill",
        "capset",
        "memfd_create",
        "io_uring_setup",
    ],
)
def test_dangerous_calls_are_not_allowed(name: str) -> None:
    """None of these is in the list of what is allowed."""
    assert name not in seccomp.ALLOWED


def test_jail_holds_libraries_only() -> None:
    """Neither this repository nor a home folder can be reached through what the jail holds."""
    root = Path(__file__).resolve().parents[1]
    open_to_learners = [Path(path) for path in jail.library_paths()]

    assert [] == [
        path
        for path in open_to_learners
        for secret in (root / "exercises", root / "src", Path.home() / "secret")
        if secret.is_relative_to(path)
    ]


def test_limits_have_sane_defaults() -> None:
    """Memory, scratch and threads are bounded without being asked."""
    limits = Limits()

    assert 0 < limits.memory_mb <= 1024 and 0 < limits.scratch_mb <= 256 and 0 < limits.threads <= 256

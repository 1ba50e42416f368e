"""The files of a folder or a zip archive, as bounded bytes; nothing is ever unpacked to disk and no link is followed."""

from __future__ import annotations

import errno
import os
import stat
import struct
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ..answer_file import MAX_BYTES

MAX_ARCHIVE = 64 * 2**20
"""Bytes of one learner's archive."""
MAX_ENTRIES = 2000
MAX_DEPTH = 6
_IGNORED = {
    "__MACOSX",
    ".ipynb_checkpoints",
    "__pycache__",
    ".git",
    ".DS_Store",
    "Thumbs.db",
    "desktop.ini",
    "summary.txt",  # of `qcourse submit`
}


@dataclass(frozen=True)
class Entry:
    """One file: its path within the source, how to read it, and what is wrong with it, if anything.

    ``problem`` is one of ``symlink``, ``special``, ``unreadable``, ``too_large``, ``outside``, ``encrypted``,
    ``damaged_archive``, ``too_many``. ``date`` is the one that an archive records (ISO), never the file system's.
    """

    parts: tuple[str, ...]
    read: Callable[[], bytes]
    problem: str | None = None
    date: str | None = None

    @property
    def name(self) -> str:
        """The file's own name."""
        return self.parts[-1]


def walk(folder: Path) -> Iterator[Entry]:
    """The files below ``folder``, in the order of their names."""
    for count, parts in enumerate(_names(folder, ()), 1):
        if count > MAX_ENTRIES:
            yield Entry((*parts[:-1], "…"), bytes, "too_many")
            return
        path = folder.joinpath(*parts)
        yield Entry(tuple(map(normal, parts)), _file_reader(path), _problem(path))


def single(path: Path) -> Entry:
    """One file beside the folders, which may be a learner's archive."""
    return Entry((normal(path.name),), _file_reader(path), _problem(path))


def members(
    opened: Callable[[], BinaryIO], prefix: tuple[str, ...], whole_class: bool = False
) -> Iterator[Entry]:
    """The files of the zip archive that ``opened`` opens, below ``prefix``.

    One entry with a problem stands for an archive that can't be used. ``whole_class`` lifts the bounds on size for the
    archive that the person who grades has downloaded.
    """
    try:
        with opened() as file:
            problem = None if whole_class else _archive_problem(file)
            infos = (
                [] if problem else sorted(zipfile.ZipFile(file).infolist(), key=lambda info: info.filename)
            )
    except Exception:  # zipfile raises many kinds for damaged archives
        problem = "damaged_archive"
    if problem:
        yield Entry(prefix or ("?",), bytes, problem)
        return
    shared = zipfile.ZipFile(opened()) if whole_class else None
    for info in infos:
        parts = tuple(
            normal(part) for part in info.filename.replace("\\", "/").split("/") if part not in ("", ".")
        )
        if info.is_dir() or not parts or any(part in _IGNORED or part.startswith("._") for part in parts):
            continue
        path = (*prefix, *(part for part in parts if part != ".."))
        yield Entry(path or ("?",), _reader(opened, shared, info), _member_problem(info, parts), _date(info))


def open_file(path: Path) -> BinaryIO:
    """A regular file, open; OSError for anything else. Never waits on a FIFO, never follows a link."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    file = os.fdopen(descriptor, "rb")
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        file.close()
        raise OSError(errno.EINVAL, "not a regular file")
    return file


def read_file(path: Path, limit: int) -> bytes:
    """At most ``limit`` bytes of a regular file."""
    with open_file(path) as file:
        return file.read(limit)


def _file_reader(path: Path) -> Callable[[], bytes]:
    limit = (MAX_ARCHIVE if path.suffix.lower() == ".zip" else MAX_BYTES) + 1
    return lambda: read_file(path, limit)


def normal(name: str) -> str:
    """A name in one spelling: composed accents, undecodable bytes shown."""
    return unicodedata.normalize(
        "NFC", name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    )


def _names(folder: Path, above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    try:
        found = sorted(os.scandir(folder), key=lambda entry: os.fsencode(entry.name))
    except OSError:
        return
    for entry in found:
        if entry.name in _IGNORED or entry.name.startswith("._"):
            continue
        if entry.is_dir(follow_symlinks=False):
            if len(above) < MAX_DEPTH:
                yield from _names(folder / entry.name, (*above, entry.name))
        else:
            yield (*above, entry.name)


def _problem(path: Path) -> str | None:
    try:
        about = path.lstat()
    except OSError:
        return "unreadable"
    if stat.S_ISLNK(about.st_mode):
        return "symlink"
    if not stat.S_ISREG(about.st_mode):
        return "special"
    limit = MAX_ARCHIVE if path.suffix.lower() == ".zip" else MAX_BYTES
    return "too_large" if about.st_size > limit else None


_END = b"PK\x05\x06"


def _archive_problem(file: BinaryIO) -> str | None:
    """What is wrong with an archive, from its last record alone: a directory of millions of files is never read."""
    size = file.seek(0, os.SEEK_END)
    if size > MAX_ARCHIVE:
        return "too_large"
    file.seek(max(0, size - 65557))
    tail = file.read()
    place = tail.rfind(_END)
    if place < 0 or len(tail) < place + 22:
        return "damaged_archive"
    _, _, _, count, directory, _, _ = struct.unpack_from("<HHHHIIH", tail, place + 4)
    return "too_many" if count > MAX_ENTRIES or directory > 2**20 else None


def _member_problem(info: zipfile.ZipInfo, parts: tuple[str, ...]) -> str | None:
    if ".." in parts or info.filename.startswith(("/", "\\")) or ":" in parts[0]:
        return "outside"
    if info.flag_bits & 1:
        return "encrypted"
    mode = info.external_attr >> 16
    if stat.S_ISLNK(mode):
        return "symlink"
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        return "special"
    return "too_large" if info.file_size > MAX_BYTES else None


def _reader(
    opened: Callable[[], BinaryIO], shared: zipfile.ZipFile | None, info: zipfile.ZipInfo
) -> Callable[[], bytes]:
    """Reads one member: from the one open archive of the whole class, else from one opened for the occasion."""
    limit = (MAX_ARCHIVE if info.filename.lower().endswith(".zip") else MAX_BYTES) + 1

    def read() -> bytes:
        try:
            if shared:
                with shared.open(info) as member:
                    return member.read(limit)
            with opened() as file, zipfile.ZipFile(file) as archive, archive.open(info) as member:
                return member.read(limit)
        except Exception as error:  # a damaged member raises many kinds
            raise OSError(errno.EIO, f"damaged archive: {type(error).__name__}") from error

    return read


def _date(info: zipfile.ZipInfo) -> str:
    year, month, day, hour, minute, second = info.date_time
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"

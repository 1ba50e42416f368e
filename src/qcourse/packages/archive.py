"""Zip archives that are the same for the same content, with names that Windows can unpack."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from ..errors import ContentError

LONGEST = 120
"""Characters of a name inside an archive: Windows allows 260 for the whole path, the user's folder included."""

_FIXED_DATE = (2020, 1, 1, 0, 0, 0)
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z0-9_.-]*[A-Za-z0-9_-]")


def write(path: Path, files: Mapping[str, bytes]) -> Path:
    """Write the archive, sorted and with one fixed date; ContentError for a name that Windows refuses."""
    if wrong := unsafe(files):
        raise ContentError(
            {
                "en": f"{path.name}: names that Windows can’t unpack: {', '.join(wrong[:5])}. Use letters, digits, hyphens and low lines, {LONGEST} characters at most.",
                "fr": f"{path.name}\u00a0: noms que Windows ne peut extraire\u00a0: {', '.join(wrong[:5])}. Employez des lettres, des chiffres, des traits d’union et des tirets bas, {LONGEST} caractères au plus.",
            }
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, _FIXED_DATE)
            info.external_attr = 0o644 << 16
            archive.writestr(info, files[name], zipfile.ZIP_DEFLATED)
    return path


def unsafe(names: Mapping[str, bytes]) -> list[str]:
    """The names that Windows would refuse, or take for another one that differs only in capitals."""
    wrong, seen = [], set()
    for name in names:
        parts = name.split("/")
        if (
            len(name) > LONGEST
            or name.casefold() in seen
            or any(not _NAME.fullmatch(part) or _RESERVED.match(part) for part in parts)
        ):
            wrong.append(name)
        seen.add(name.casefold())
    return wrong


def below(folder: Path, prefix: str = "") -> dict[str, bytes]:
    """Every file below ``folder`` by its name in an archive; hidden files are left out."""
    return {
        prefix + path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }

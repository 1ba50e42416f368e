"""The French catalogs: brought up to date with the English pages, kept free of everything but the texts."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from .errors import ContentError
from .site import edition_files, jupyter_book, tail

HEADER = """# The French of {page}.
msgid ""
msgstr ""
"Language: fr\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

"""


def update(root: Path) -> list[Path]:
    """Extract every text to translate, and merge it into the catalogs below ``book/locale/fr``; the catalogs.

    A text that changed is marked fuzzy there, one that went is dropped. ContentError when a page can't be read.
    """
    target = root / "out" / "book" / "gettext"
    run = jupyter_book(
        root,
        edition_files(root, "en"),
        target,
        "--builder",
        "custom",
        "--custom-builder",
        "gettext",
        "--keep-going",
    )
    extracted = target / "_build" / "gettext"
    if run.returncode or not extracted.is_dir():
        raise ContentError(
            {
                "en": f"the texts can’t be extracted:\n{tail(run)}",
                "fr": f"les textes ne peuvent être extraits\u00a0:\n{tail(run)}",
            }
        )
    (extracted / "sphinx.pot").unlink(missing_ok=True)
    locale = root / "book" / "locale"
    command = [
        sys.executable,
        "-m",
        "sphinx_intl",
        "update",
        "-p",
        str(extracted),
        "-d",
        str(locale),
        "-l",
        "fr",
        "-w",
        "0",
        "--no-obsolete",
    ]
    subprocess.run(command, check=True, capture_output=True)
    catalogs = sorted((locale / "fr" / "LC_MESSAGES").rglob("*.po"))
    for catalog in catalogs:
        tidy(catalog, catalog.relative_to(locale / "fr" / "LC_MESSAGES").with_suffix(".md").as_posix())
    return catalogs


def tidy(catalog: Path, page: str) -> None:
    """Give a catalog the one header, without dates or names, and drop flags that speak of program code."""
    body = catalog.read_text(encoding="utf-8").partition("\n\n")[2]
    body = re.sub(r"^#, (.*)$", _prose_flags, body, flags=re.MULTILINE)
    text = HEADER.format(page=page) + re.sub(r"\n{3,}", "\n\n", body).strip("\n") + "\n"
    if catalog.read_text(encoding="utf-8") != text:
        catalog.write_text(text, encoding="utf-8")


def _prose_flags(match: re.Match[str]) -> str:
    flags = [flag for flag in match[1].split(", ") if flag == "fuzzy"]
    return f"#, {', '.join(flags)}" if flags else ""


def untranslated(catalog: Path) -> int:
    """How many texts of a catalog have no translation or a fuzzy one."""
    from babel.messages.pofile import read_po

    with catalog.open("rb") as stream:
        return sum(not message.string or message.fuzzy for message in read_po(stream) if message.id)

"""Building the book in both languages from one source, into one folder that needs no server.

English is built first and runs the code; French reads the same cache of outputs. Each edition is an ordinary run of
``jupyter-book build`` with warnings as errors.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from .errors import ContentError
from .lang import LANGUAGES

SOURCES = ("_config.yml", "_toc.yml", "book", "modules", "exercises", "src/qcourse")
"""What the built site depends on, below the root."""

JUPYTER_BOOK = (sys.executable, "-c", "from jupyter_book.cli.main import main; main()")
"""Its command, found without relying on PATH."""

EXPIRED = "Facts past their review date: "
"""How the builder's line begins that lists the stated facts to check again."""

_IGNORED = {"__pycache__", "private", "slides"}


def build(root: Path, *, force: bool = False, echo: Any = print) -> Path:
    """Build ``out/site`` from the content at ``root``, only when something has changed or if ``force``.

    ContentError, after the builder's own messages, when a page can't be built.
    """
    site = root / "out" / "site"
    stamp = site / ".built-from"
    wanted = fingerprint(root)
    if not force and stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return site
    stamp.unlink(missing_ok=True)
    for language in LANGUAGES:
        echo(f"{language}: jupyter-book build")
        _replace(build_edition(root, language, echo), site / language)
    shutil.copy(Path(__file__).parent / "theme" / "choose_language.html", site / "index.html")
    stamp.write_text(wanted, encoding="utf-8")
    return site


def build_edition(root: Path, language: str, echo: Any = print) -> Path:
    """Build one language's edition and say which facts it states past their review date; the folder of its HTML."""
    settings = edition_files(root, language)
    target = root / "out" / "book" / language
    run = jupyter_book(root, settings, target, "-W", "--keep-going", "-n")
    if run.returncode:
        raise ContentError(
            {
                "en": f"the {language} edition can’t be built. The builder says:\n{tail(run)}",
                "fr": f"l’édition {language} ne peut être construite. Le constructeur dit\u00a0:\n{tail(run)}",
            }
        )
    if language == LANGUAGES[0]:
        for line in run.stderr.splitlines():
            if line.startswith(EXPIRED):
                echo(line)
    return target / "_build" / "html"


def jupyter_book(root: Path, settings: Path, target: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run ``jupyter-book build`` with the settings and contents of one edition; what it said and its status."""
    command = [*JUPYTER_BOOK, "build", str(root), "--path-output", str(target), "-q"]
    command += ["--config", str(settings / "_config.yml"), "--toc", str(settings / "_toc.yml"), *options]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    return subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def edition_files(root: Path, language: str) -> Path:
    """Write the settings and contents of one edition below ``out``, from the root's own; their folder."""
    config = yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8"))
    toc = yaml.safe_load((root / "_toc.yml").read_text(encoding="utf-8"))
    config["execute"]["cache"] = str(root / "_build" / ".jupyter_cache")
    config["sphinx"]["config"] |= {
        "language": language,
        "qcourse_languages": True,
        "locale_dirs": [str(root / "book" / "locale")],
    }
    if language != "en":
        edition = yaml.safe_load(
            (root / "book" / "locale" / language / "edition.yml").read_text(encoding="utf-8")
        )
        config |= edition["config"]
        for part in toc["parts"]:
            if part["caption"] not in edition["captions"]:
                raise ContentError(
                    {
                        "en": f"_toc.yml: the caption {part['caption']!r} has no translation in book/locale/{language}/edition.yml. Add it under `captions`.",
                        "fr": f"_toc.yml\u00a0: le titre {part['caption']!r} n’est pas traduit dans book/locale/{language}/edition.yml. Ajoutez-le sous `captions`.",
                    }
                )
            part["caption"] = edition["captions"][part["caption"]]
    folder = root / "out" / "settings" / language
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in (("_config.yml", config), ("_toc.yml", toc)):
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != text:
            (folder / name).write_text(text, encoding="utf-8")
    return folder


def fingerprint(root: Path) -> str:
    """A digest of every source file's name and content."""
    digest = hashlib.sha256()
    for source in SOURCES:
        path = root / source
        files = [path] if path.is_file() else sorted(file for file in path.rglob("*") if file.is_file())
        for file in files:
            if file.suffix in (".pyc", ".mo") or _IGNORED & set(file.relative_to(root).parts):
                continue
            digest.update(
                str(file.relative_to(root)).encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest()
            )
    return digest.hexdigest()


def clean(root: Path) -> list[Path]:
    """Remove what the project generates below ``root``, and nothing else; what was removed.

    A learner's work lives in a workspace of its own and is never below these folders.
    """
    removed = []
    for name in ("_build", "out", ".pytest_cache", ".mypy_cache", ".ruff_cache"):
        folder = root / name
        if folder.is_dir():
            shutil.rmtree(folder)
            removed.append(folder)
    for compiled in (root / "book" / "locale").rglob("*.mo"):
        compiled.unlink()
        removed.append(compiled)
    return removed


def _replace(source: Path, target: Path) -> None:
    """Put a copy of ``source`` in place of ``target``."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(".buildinfo", "_sources", ".doctrees"))


def tail(run: subprocess.CompletedProcess[str]) -> str:
    """What a command said of faults; its last lines when it named none."""
    lines = re.sub(r"\x1b\[[\d;]*m", "", run.stdout + run.stderr).strip().splitlines()
    faults = [
        line for line in lines if re.search(r"WARNING:|ERROR:|used wrongly|Unknown term|^\S*Error\b", line)
    ]
    return "\n".join(dict.fromkeys(faults) if faults else lines[-40:])

"""Finding and loading the exercises of the course; ``exercise_rules`` says whether a folder is well made."""

from __future__ import annotations

import ast
import difflib
import hashlib
import importlib.util
import inspect
import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from .errors import ContentError, Text, UsageError
from .lang import LANGUAGES

MARK = "YOUR ANSWER HERE"
"""The one mark of a stub's unwritten function."""


@dataclass(frozen=True)
class Check:
    """One check as the exercise states it: ``points`` out of 10, its title and its message on failure."""

    name: str
    hidden: bool
    points: float
    title: Text
    message: Text


@dataclass(frozen=True)
class Exercise:
    """One exercise folder, loaded. ``private`` is the folder of its keys, or None (public checks only).

    ``remark`` is said with every verdict: what the points do not mean.
    """

    slug: str
    folder: Path
    private: Path | None
    status: str
    title: Text
    module: str
    minutes: int
    difficulty: int
    timeout_s: float
    functions: tuple[str, ...]
    checks: Mapping[str, Check]
    hidden: Mapping[str, Check]
    hints: Mapping[str, tuple[str, ...]]
    as_of: str | None = None
    facts: tuple[str, ...] = ()
    remark: Text | None = None

    @cached_property
    def signatures(self) -> Mapping[str, str]:
        """Each function's parameters as the stub writes them, such as ``(n: int) -> QuantumCircuit``."""
        tree = ast.parse(self.read("stub.py"))
        written = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
        return {name: _signature(written[name]) for name in self.functions if name in written}

    @cached_property
    def version(self) -> str:
        """The sha256 of all that decides marks: checks, points, limits, and the versions of qcourse and Qiskit."""
        from importlib.metadata import version

        digest = hashlib.sha256()
        for part in (version("qcourse"), version("qiskit"), self.slug, str(self.timeout_s)):
            digest.update(part.encode() + b"\0")
        for path in self._deciding_files():
            digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
        for check in (*self.checks.values(), *self.hidden.values()):
            digest.update(f"{check.name} {check.points} {check.hidden}\0".encode())
        return digest.hexdigest()

    def all_checks(self, hidden: bool) -> list[Check]:
        """The checks in their order: the public ones, then, if ``hidden``, the others."""
        return [*self.checks.values(), *(self.hidden.values() if hidden else ())]

    def functions_of_checks(self, hidden: bool) -> dict[str, Callable[..., None]]:
        """The test function of each check, by the check's name, from files loaded afresh."""
        found = _tests(self.folder / "checks.py", f"qcourse_checks_{self.slug}")
        if hidden and self.private:
            found |= _tests(self.private / "hidden_checks.py", f"qcourse_hidden_checks_{self.slug}")
        return found

    def seed(self, check: str) -> int:
        """The seed of a check's randomness: same answer, same marks, on every machine."""
        return int.from_bytes(hashlib.sha256(f"{self.version} {check}".encode()).digest()[:8], "big")

    def task(self, language: str) -> str:
        """The task's Markdown."""
        return self.read(f"task.{language}.md")

    def docstrings(self, language: str) -> dict[str, str]:
        """The text of each function's section of the task: ``## `name` `` up to the next heading."""
        parts = re.split(r"^## `(\w+)`\s*$", self.task(language), flags=re.MULTILINE)
        return {
            name: re.split(r"^#", text, maxsplit=1, flags=re.MULTILINE)[0].strip()
            for name, text in zip(parts[1::2], parts[2::2], strict=True)
        }

    def read(self, name: str) -> str:
        """A file of the folder, as text."""
        return (self.folder / name).read_text(encoding="utf-8")

    def _deciding_files(self) -> list[Path]:
        files = [self.folder / "checks.py"]
        if self.private:
            files.append(self.private / "hidden_checks.py")
        return files


def content_root(root: Path | str | None = None) -> Path:
    """Where the course's content is.

    ``root`` if given, else ``QCOURSE_ROOT``, else the nearest parent of the working folder that holds ``_config.yml``
    and ``exercises/``, else the public copy inside the installed package.
    """
    chosen = root or os.environ.get("QCOURSE_ROOT")
    if chosen:
        path = Path(chosen)
        if (path / "exercises").is_dir():
            return path
        raise UsageError(
            {
                "en": f"{path}: no folder `exercises` there. Name the course's root folder, or leave --root and QCOURSE_ROOT out.",
                "fr": f"{path}\u00a0: aucun dossier `exercises` à cet endroit. Nommez le dossier racine du cours, ou omettez --root et QCOURSE_ROOT.",
            }
        )
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "_config.yml").is_file() and (folder / "exercises").is_dir():
            return folder
    for folder in (Path(__file__).parent / "content", Path(__file__).parents[2]):
        if (folder / "exercises").is_dir():
            return folder
    raise UsageError(
        {
            "en": "the course’s content was not found. Run the command inside the course’s folder, or set QCOURSE_ROOT to it.",
            "fr": "le contenu du cours est introuvable. Lancez la commande dans le dossier du cours, ou indiquez-le par QCOURSE_ROOT.",
        }
    )


def names(root: Path | str | None = None) -> list[str]:
    """The slugs of all exercises, in alphabetical order."""
    folder = content_root(root) / "exercises"
    return sorted(path.name for path in folder.iterdir() if (path / "exercise.toml").is_file())


def load(slug: str, root: Path | str | None = None, private: Path | str | None = None) -> Exercise:
    """The exercise called ``slug``; UsageError suggests the nearest when there is none.

    ``private`` is an overlay with the same paths (``DIR/<slug>/private``), for keys kept elsewhere; without it the
    keys beside the exercise are used, where there are any.
    """
    folder = content_root(root) / "exercises" / slug
    known = names(root)
    if slug not in known:
        raise unknown(slug, known)
    if private is None:
        keys = folder / "private"
    else:
        candidates = [
            Path(private) / "exercises" / slug / "private",
            Path(private) / slug / "private",
            Path(private) / slug,
        ]
        keys = next((path for path in candidates if path.is_dir()), candidates[1])
    return load_folder(folder, keys if (keys / "hidden.toml").is_file() else None)


def load_folder(folder: Path, private: Path | None = None) -> Exercise:
    """The exercise in ``folder``; ContentError names the file and key when its settings can't be used."""
    settings = _toml(folder / "exercise.toml")
    where = f"{folder.name}/exercise.toml"
    known = {
        "status",
        "title",
        "module",
        "minutes",
        "difficulty",
        "timeout_s",
        "functions",
        "checks",
        "hints",
        "as_of",
        "facts",
        "remark",
    }
    _no_other_keys(settings, known, where)
    hidden = {}
    if private:
        overlay = _toml(private / "hidden.toml")
        _no_other_keys(overlay, {"checks"}, f"{folder.name}/private/hidden.toml")
        hidden = _checks(overlay.get("checks", {}), True, f"{folder.name}/private/hidden.toml")
    try:
        return Exercise(
            slug=folder.name,
            folder=folder,
            private=private,
            status=settings["status"],
            title=_text(settings["title"], where),
            module=settings["module"],
            minutes=int(settings["minutes"]),
            difficulty=int(settings["difficulty"]),
            timeout_s=float(settings["timeout_s"]),
            functions=tuple(settings["functions"]),
            checks=_checks(settings["checks"], False, where),
            hidden=hidden,
            hints={language: tuple(settings["hints"][language]) for language in LANGUAGES},
            as_of=settings.get("as_of"),
            facts=tuple(settings.get("facts", ())),
            remark=_text(settings["remark"], where) if "remark" in settings else None,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ContentError(
            {
                "en": f"{where}: the key {error} is missing or of the wrong kind. See CONTRIBUTING.md, ‘An exercise’.",
                "fr": f"{where}\u00a0: la clé {error} manque ou n’est pas du bon type. Voir CONTRIBUTING.md, «\u00a0An exercise\u00a0».",
            }
        ) from error


def unknown(slug: str, known: list[str]) -> UsageError:
    """The error for a slug that isn't one, with the nearest that is."""
    near = difflib.get_close_matches(slug, known, n=1, cutoff=0.4)
    listed = ", ".join(known)
    slug = slug if len(slug) <= 60 else slug[:59] + "…"
    return UsageError(
        {
            "en": f"no exercise {slug!r}. "
            + (f"Did you mean {near[0]}? " if near else "")
            + f"The exercises are: {listed}.",
            "fr": f"aucun exercice {slug!r}. "
            + (f"Vouliez-vous dire {near[0]}? " if near else "")
            + f"Les exercices sont\u00a0: {listed}.",
        }
    )


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(
            {
                "en": f"{path.name} of {path.parent.name} can’t be read: {error}. Correct the file.",
                "fr": f"{path.name} de {path.parent.name} est illisible\u00a0: {error}. Corrigez le fichier.",
            }
        ) from error


def _checks(tables: Mapping[str, Any], hidden: bool, where: str) -> dict[str, Check]:
    checks = {}
    for name, table in tables.items():
        _no_other_keys(table, {"points", "title", "message"}, f"{where} [checks.{name}]")
        checks[name] = Check(
            name, hidden, float(table["points"]), _text(table["title"], where), _text(table["message"], where)
        )
    return checks


def _text(table: Mapping[str, str], where: str) -> Text:
    _no_other_keys(table, set(LANGUAGES), where)
    return {language: table[language] for language in LANGUAGES}


def _no_other_keys(table: Mapping[str, Any], known: set[str], where: str) -> None:
    others = sorted(set(table) - known)
    if others:
        raise ContentError(
            {
                "en": f"{where}: unknown key {others[0]!r}. Known keys: {', '.join(sorted(known))}.",
                "fr": f"{where}\u00a0: clé inconnue {others[0]!r}. Clés connues\u00a0: {', '.join(sorted(known))}.",
            }
        )


def _signature(node: ast.FunctionDef) -> str:
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    return f"({ast.unparse(node.args)}){returns}"


def _tests(path: Path, module_name: str) -> dict[str, Callable[..., None]]:
    spec = importlib.util.spec_from_file_location(module_name, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return {
        name.removeprefix("test_"): value
        for name, value in vars(module).items()
        if name.startswith("test_") and inspect.isfunction(value)
    }

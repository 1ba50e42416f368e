"""Templates of a lesson and of an exercise: a start that already keeps the rules of the course.

Each ``<kind>.yml`` maps a path below the course's root to the file's text. In both, ``NAME_OF_IT`` and ``MODULE_OF_IT``
stand for what the author chose.
"""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import yaml

from ..errors import UsageError

_NAME = re.compile(r"[a-z]+(_[a-z]+)*")


def new_exercise(name: str, root: Path, module: str = "quantum_basics") -> list[Path]:
    """Write the template of exercise ``name`` below ``root``; the files made. UsageError when it can't be."""
    _refuse_name(name)
    return _write("exercise", name, module, root)


def new_lesson(name: str, root: Path) -> list[Path]:
    """Write the template of lesson ``<module>/<name>`` below ``root``; the files made. UsageError when it can't be."""
    module, _, lesson = name.partition("/")
    modules = sorted(path.name for path in (root / "modules").glob("*") if path.is_dir())
    if module not in modules or not lesson:
        raise UsageError(
            {
                "en": f"{name}: expected a module and a name, such as {modules[0] if modules else 'module'}/qubits. The modules are: {', '.join(modules)}.",
                "fr": f"{name}\u00a0: on attend un module et un nom, comme {modules[0] if modules else 'module'}/qubits. Les modules sont\u00a0: {', '.join(modules)}.",
            }
        )
    _refuse_name(lesson)
    return _write("lesson", lesson, module, root)


def _refuse_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise UsageError(
            {
                "en": f"{name}: a name is lower-case letters, words joined by underscores, no digits, such as bell_pair.",
                "fr": f"{name}\u00a0: un nom est fait de minuscules, en mots joints par des soulignés, sans chiffres, comme bell_pair.",
            }
        )


def _write(kind: str, name: str, module: str, root: Path) -> list[Path]:
    text = resources.files(__package__).joinpath(f"{kind}.yml").read_text(encoding="utf-8")
    text = (
        text.replace("NAME_OF_IT", name)
        .replace("MODULE_OF_IT", module)
        .replace("TITLE_OF_IT", name.replace("_", " ").capitalize())
    )
    files = {root / path: body for path, body in yaml.safe_load(text).items()}
    for path in [root / "exercises" / name, *files] if kind == "exercise" else files:
        if path.exists():
            where = path.relative_to(root).as_posix()
            raise UsageError(
                {
                    "en": f"{where}: there is one already, and nothing was written. Choose another name.",
                    "fr": f"{where}\u00a0: il existe déjà, et rien n’a été écrit. Choisissez un autre nom.",
                }
            )
    for path, body in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, encoding="utf-8", newline="\n")
    return list(files)

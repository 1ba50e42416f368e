"""Whether an exercise folder is well made: one rule, one reason, one message in each language.

The structure only: whether the checks are right is for the content's own tests (``tests/test_exercises.py``).
"""

from __future__ import annotations

import ast
from pathlib import Path

from ..errors import ContentError, Text
from ..exercises import load_folder
from . import code, settings, texts
from .code import named_failures, wrong_files
from .rule import PRIVATE, PUBLIC, Breach, Rule, fill

__all__ = ["RULES", "Breach", "Rule", "breaches", "named_failures", "wrong_files"]

RULES = (*settings.RULES, *code.RULES, *texts.RULES)
"""Every rule, in the order in which breaches are listed."""


def breaches(folder: Path) -> list[Breach]:
    """Every breach in the exercise ``folder``, its keys included; an empty list when it is well made."""
    missing = [name for name in PUBLIC if not (folder / name).is_file()]
    missing += [f"private/{name}" for name in PRIVATE if not (folder / "private" / name).is_file()]
    if missing:
        return [Breach("files", fill(_MISSING, folder.name, name, {})) for name in missing]
    try:
        exercise = load_folder(folder, folder / "private")
        for name in ("stub.py", "checks.py", "private/solution.py", "private/hidden_checks.py"):
            ast.parse((folder / name).read_text(encoding="utf-8"))
    except ContentError as error:
        return [Breach("settings", error.text)]
    except SyntaxError as error:
        return [Breach("settings", fill(_SYNTAX, folder.name, name, {"line": str(error.lineno)}))]
    return [
        Breach(rule.name, fill(rule.message, folder.name, file, details))
        for rule in RULES
        for file, details in rule.find(exercise)
    ]


_MISSING: Text = {"en": "the file is missing. Add it.", "fr": "le fichier manque. Ajoutez-le."}
_SYNTAX: Text = {
    "en": "line {line} is not valid Python. Correct it.",
    "fr": "la ligne {line} n’est pas du Python valide. Corrigez-la.",
}

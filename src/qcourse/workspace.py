"""The learner's own folder: what is there is never overwritten and never cleaned."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from .errors import Text, UsageError


def home() -> Path:
    """The folder of the learner's work: ``QCOURSE_HOME``, else ``qcourse`` in the home folder; made when absent."""
    folder = Path(os.environ.get("QCOURSE_HOME") or Path.home() / "qcourse").expanduser().absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(_say("folder", folder, error)) from error
    return folder


def notebook_name(slug: str, language: str) -> str:
    """The name of an exercise's notebook in the workspace."""
    return f"{slug}.{language}.ipynb"


def keep_or_write(path: Path, make: Callable[[], str]) -> bool:
    """Write the text that ``make`` gives to ``path`` if nothing is there; whether it was written.

    What is there stays as it is, even when it appears while this function runs.
    """
    if os.path.lexists(path):
        return False
    text = make()
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return False
    except OSError as error:
        raise UsageError(_say("file", path, error)) from error
    return True


def _say(key: str, path: Path, error: OSError) -> Text:
    detail = error.strerror or type(error).__name__
    return {language: text.format(path=path, detail=detail) for language, text in _SAID[key].items()}


_SAID: dict[str, Text] = {
    "folder": {
        "en": "{path}: this folder for your work can’t be made ({detail}). Set QCOURSE_HOME to a folder where you may write.",
        "fr": "{path}\u00a0: ce dossier pour votre travail ne peut être créé ({detail}). Donnez à QCOURSE_HOME le nom d’un dossier où vous pouvez écrire.",
    },
    "file": {
        "en": "{path}: the notebook can’t be written ({detail}). Set QCOURSE_HOME to a folder where you may write.",
        "fr": "{path}\u00a0: le calepin ne peut être enregistré ({detail}). Donnez à QCOURSE_HOME le nom d’un dossier où vous pouvez écrire.",
    },
}

"""Reading what a learner hands in: a Python file or a notebook, as bounded bytes, into cells of code."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .calls import ANSWER_NAME, line_of
from .errors import AnswerError, Text

MAX_BYTES = 4 * 2**20


@dataclass(frozen=True)
class CellError:
    """A cell that raised while the answer was read in: its number from 1, the exception and the line in the cell."""

    cell: int
    type_name: str
    detail: str
    line: int | None


def read_path(path: Path) -> list[str]:
    """The cells of the file at ``path``; AnswerError says what is wrong with it and what to do."""
    if path.is_symlink() and not path.exists():
        raise _unusable("not_found", path.name)
    if not path.exists():
        raise _unusable("not_found", path.name)
    if not path.is_file():
        raise _unusable("not_a_file", path.name)
    if path.stat().st_size > MAX_BYTES:
        raise _unusable("too_large", path.name)
    return read_bytes(path.read_bytes(), path.name)


def read_bytes(data: bytes, name: str) -> list[str]:
    """The cells of code of a file's ``data``, named ``name`` in messages: one for a .py file, any number for a notebook.

    A byte-order mark of UTF-8, CRLF line ends, magics, and duplicated or missing cell ids are accepted. AnswerError,
    whose ``kind`` is a short word, for everything else that isn't a Python file or a notebook.
    """
    suffix = Path(name).suffix.lower()
    if suffix not in (".py", ".ipynb"):
        raise _unusable("suffix", name)
    if len(data) > MAX_BYTES:
        raise _unusable("too_large", name)
    text = _decode(data, name)
    if suffix == ".py":
        if _is_notebook(text):  # without null or true in it, a notebook is valid Python that does nothing
            raise _unusable("notebook_named_py", name)
        _parse(text, name)
        return [text]
    return _notebook_cells(text, name)


def run(cells: Sequence[str], namespace: dict[str, Any]) -> list[CellError]:
    """Execute ``cells`` in order in ``namespace``; a cell that raises is noted and skipped, and the last binding wins."""
    errors = []
    for number, cell in enumerate(cells, 1):
        try:
            exec(compile(cell, ANSWER_NAME, "exec"), namespace)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # SystemExit and the like must not end the reading
            errors.append(CellError(number, type(error).__name__, _text(error), line_of(error)))
    return errors


def said(error: CellError, name: str) -> Text:
    """The message for a cell, or a whole file, that raised while it was read in."""
    key = "raised" if name.endswith(".py") else "raised_cell"
    where = "?" if error.line is None else str(error.line)
    return _say(key, name, cell=str(error.cell), line=where, type=error.type_name, detail=error.detail)


def _decode(data: bytes, name: str) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise _unusable("utf16", name)
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    if b"\0" in data:
        raise _unusable("utf16" if data[1:20:2].count(0) > 5 or data[0:20:2].count(0) > 5 else "binary", name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        printable = sum(byte >= 32 or byte in (9, 10, 13) for byte in data[:1000])
        raise _unusable("encoding" if printable >= 0.95 * len(data[:1000]) else "binary", name) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_notebook(text: str) -> bool:
    if not text.lstrip().startswith("{") or '"cells"' not in text:
        return False
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def _parse(text: str, name: str) -> None:
    try:
        ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = str(getattr(error, "lineno", None) or "?")
        key = "notebook_named_py" if text.lstrip().startswith("{") and '"cells"' in text else "syntax"
        raise _unusable(key, name, line=line, detail=str(getattr(error, "msg", error))) from error


def _notebook_cells(text: str, name: str) -> list[str]:
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _unusable("json", name, detail=str(error)[:120]) from error
    if not isinstance(notebook, dict):
        raise _unusable("not_notebook", name)
    if "worksheets" in notebook or (isinstance(notebook.get("nbformat"), int) and notebook["nbformat"] < 4):
        raise _unusable("old_notebook", name, version=str(notebook.get("nbformat", "?")))
    cells = notebook.get("cells")
    if not isinstance(cells, list):
        raise _unusable("not_notebook", name)
    code = [_source(cell) for cell in cells if isinstance(cell, dict) and cell.get("cell_type") == "code"]
    if not any(cell.strip() for cell in code):
        raise _unusable("no_code", name)
    return [without_magics(cell) for cell in code]


def _source(cell: dict[str, Any]) -> str:
    source = cell.get("source", "")
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    return source.replace("\r\n", "\n") if isinstance(source, str) else ""


_LINE_MAGIC = re.compile(r"^(?P<indent>\s*)(?P<assign>\w+\s*=\s*)?[%!].*$|^\s*\??\??[\w.]+\?\??\s*$")
_TIMED = ("%%time", "%%timeit", "%%capture", "%%prun")


def without_magics(cell: str) -> str:
    """The cell with IPython's magics, shell lines and question marks blanked; line numbers stay."""
    stripped = cell.lstrip()
    if stripped.startswith("%%"):
        first, _, rest = stripped.partition("\n")
        if not first.startswith(_TIMED):
            return "\n" * cell.count("\n")
        cell = "\n" * (cell[: len(cell) - len(stripped)].count("\n") + 1) + rest
    try:
        ast.parse(cell)
        return cell
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return "\n".join(_blanked(line) for line in cell.split("\n"))


def _blanked(line: str) -> str:
    match = _LINE_MAGIC.match(line)
    if not match:
        return line
    if match["assign"]:
        return f"{match['indent']}{match['assign']}None"
    return f"{match['indent'] or ''}pass"


def _text(error: BaseException) -> str:
    try:
        return str(error)[:500]
    except Exception:  # a learner's exception may raise in its own __str__
        return ""


def _unusable(key: str, name: str, **detail: str) -> AnswerError:
    return AnswerError(_say(key, name, **detail), kind=key)


def _say(key: str, name: str, **detail: str) -> Text:
    return {language: sentence.format(name=name, **detail) for language, sentence in _SAID[key].items()}


_SAID: dict[str, Text] = {
    "not_found": {
        "en": "{name}: there is no such file. Check the name and the folder, then run the command again.",
        "fr": "{name}\u00a0: ce fichier n’existe pas. Vérifiez le nom et le dossier, puis relancez la commande.",
    },
    "not_a_file": {
        "en": "{name}: this is a folder or a device, not a file. Name the .py or .ipynb file itself.",
        "fr": "{name}\u00a0: c’est un dossier ou un périphérique, non un fichier. Nommez le fichier .py ou .ipynb lui-même.",
    },
    "suffix": {
        "en": "{name}: expected a Python file (.py) or a notebook (.ipynb). Save your answer as one of these.",
        "fr": "{name}\u00a0: on attend un fichier Python (.py) ou un calepin (.ipynb). Enregistrez votre réponse sous l’un de ces formats.",
    },
    "too_large": {
        "en": "{name}: the file is over 4 MB. Clear the outputs of the notebook, or remove pasted data, and save again.",
        "fr": "{name}\u00a0: le fichier dépasse 4 Mo. Effacez les sorties du calepin ou retirez les données collées, puis enregistrez de nouveau.",
    },
    "utf16": {
        "en": "{name}: the file is saved as UTF-16. Save it as UTF-8 (in Notepad: Save as, Encoding, UTF-8).",
        "fr": "{name}\u00a0: le fichier est enregistré en UTF-16. Enregistrez-le en UTF-8 (Bloc-notes\u00a0: Enregistrer sous, Encodage, UTF-8).",
    },
    "encoding": {
        "en": "{name}: the file is not saved as UTF-8. Open it in your editor and save it with the encoding UTF-8.",
        "fr": "{name}\u00a0: le fichier n’est pas enregistré en UTF-8. Ouvrez-le dans votre éditeur et enregistrez-le avec l’encodage UTF-8.",
    },
    "binary": {
        "en": "{name}: the file is binary, not a Python text. Did you choose a picture, an archive or a document by mistake?",
        "fr": "{name}\u00a0: le fichier est binaire, non un texte Python. Avez-vous choisi par erreur une image, une archive ou un document?",
    },
    "syntax": {
        "en": "{name}, line {line}: this is not valid Python ({detail}). Correct that line and run again.",
        "fr": "{name}, ligne {line}\u00a0: ce n’est pas du Python valide ({detail}). Corrigez cette ligne et relancez.",
    },
    "notebook_named_py": {
        "en": "{name}: this is a notebook with the ending .py. Rename it to .ipynb.",
        "fr": "{name}\u00a0: c’est un calepin qui porte l’extension .py. Renommez-le en .ipynb.",
    },
    "json": {
        "en": "{name}: the notebook is damaged: it is not valid JSON ({detail}). Open your last good copy in JupyterLab and save it again.",
        "fr": "{name}\u00a0: le calepin est endommagé\u00a0: ce n’est pas du JSON valide ({detail}). Ouvrez votre dernière bonne copie dans JupyterLab et enregistrez-la de nouveau.",
    },
    "not_notebook": {
        "en": "{name}: the file is JSON but not a notebook: it has no list of cells. Hand in the notebook that you worked in.",
        "fr": "{name}\u00a0: le fichier est du JSON, mais ce n’est pas un calepin\u00a0: il n’a pas de liste de cellules. Remettez le calepin dans lequel vous avez travaillé.",
    },
    "old_notebook": {
        "en": "{name}: the notebook is in an old format (version {version}); version 4 is expected. Open it in JupyterLab and save it: that converts it.",
        "fr": "{name}\u00a0: le calepin est dans un ancien format (version {version}); la version 4 est attendue. Ouvrez-le dans JupyterLab et enregistrez-le\u00a0: cela le convertit.",
    },
    "no_code": {
        "en": "{name}: the notebook has no code. Write your functions in code cells, save, and hand it in again.",
        "fr": "{name}\u00a0: le calepin ne contient aucun code. Écrivez vos fonctions dans des cellules de code, enregistrez, et remettez-le.",
    },
    "raised": {
        "en": "{name}, line {line}: the file stopped with {type} while it was read in: {detail}. Remove or correct that line; the functions alone are enough.",
        "fr": "{name}, ligne {line}\u00a0: l’exécution du fichier s’est arrêtée sur {type}\u00a0: {detail}. Retirez ou corrigez cette ligne; les fonctions suffisent.",
    },
    "raised_cell": {
        "en": "{name}, code cell {cell}, line {line}: stopped with {type}: {detail}. The cell was skipped; the others count.",
        "fr": "{name}, cellule de code {cell}, ligne {line}\u00a0: arrêt sur {type}\u00a0: {detail}. La cellule a été ignorée; les autres comptent.",
    },
}

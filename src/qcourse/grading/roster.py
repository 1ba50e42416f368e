"""The class list: who is expected, and by which names the learning platforms know them."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from ..errors import UsageError
from .entries import normal, read_file
from .words import say

_COLUMNS = ("learner", "name", "email", "moodle_id", "canvas_id", "sis_user_id", "sis_login_id", "section")


@dataclass(frozen=True)
class Person:
    """One line of the roster; what isn't known is empty."""

    learner: str
    name: str = ""
    email: str = ""
    moodle_id: str = ""
    canvas_id: str = ""
    sis_user_id: str = ""
    sis_login_id: str = ""
    section: str = ""


def read_roster(path: Path) -> dict[str, Person]:
    """The people of a CSV file by learner: the column ``learner`` is required, the others are used where they are.

    With ``name`` and ``moodle_id`` given, the learner may be left empty: it is then the name of Moodle's own folder.
    """
    try:
        text = read_file(path, 16 * 2**20).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            say("bad_roster", name=path.name, detail=str(error), columns=", ".join(_COLUMNS))
        ) from error
    reader = csv.DictReader(
        io.StringIO(text),
        delimiter=";" if text.split("\n", 1)[0].count(";") > text.split("\n", 1)[0].count(",") else ",",
    )
    people = {}
    for row in reader:
        values = {column: normal((row.get(column) or "").strip()) for column in _COLUMNS}
        if not values["learner"] and values["name"] and values["moodle_id"]:
            values["learner"] = f"{values['name']}_{values['moodle_id']}"
        if values["learner"]:
            people[values["learner"]] = Person(**values)
    if not people:
        raise UsageError(say("bad_roster", name=path.name, detail="—", columns=", ".join(_COLUMNS)))
    return people

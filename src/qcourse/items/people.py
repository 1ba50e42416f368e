"""Who sat which test: records read from files and folders, one person each; what can't be used is said and passed over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .. import record
from ..errors import CourseError, Text
from ..record.files import read_file
from .forms import FORMS, LOWEST_CHANCE, Forms
from .measures import Answer
from .words import say


@dataclass(frozen=True)
class Sitting:
    """One person's first result of a form: by item, the choice and the answer; the right ones are counted by our key."""

    form: str
    date: str
    choices: dict[str, int]
    answers: dict[str, Answer]

    @property
    def score(self) -> int:
        """How many answers were right."""
        return sum(one.right for one in self.answers.values())


Person = dict[str, Sitting]
"""By form. No name is kept."""


def gather(paths: Sequence[Path], forms: Forms) -> tuple[list[Person], list[Text]]:
    """The people found in ``paths``, and what to say of the files that were passed over.

    A file is a person; a folder holds people, each a file or a folder of files.
    """
    people: list[Person] = []
    said: list[Text] = []
    seen: set[str] = set()
    for files in _by_person(paths, said):
        sittings = []
        for file in files:
            try:
                data = read_file(file)
            except CourseError as error:
                said.append(say("passed_over", why=error.text))
                continue
            found = _sittings(data, file, forms, seen, said)
            sittings += found
        person: Person = {}
        for sitting in sorted(sittings, key=lambda one: one.date):
            person.setdefault(sitting.form, sitting)
        if person:
            people.append(person)
    return people, said


def _by_person(paths: Sequence[Path], said: list[Text]) -> Iterable[list[Path]]:
    for path in paths:
        if not path.exists():
            said.append(say("no_such", name=str(path)))
        elif path.is_file():
            yield [path]
        else:
            for entry in sorted(path.iterdir()):
                if entry.name.startswith("."):
                    continue
                yield (
                    [entry]
                    if entry.is_file()
                    else [
                        file
                        for file in sorted(entry.rglob("*"))
                        if file.is_file() and not file.name.startswith(".")
                    ]
                )


def _sittings(
    data: dict[str, Any], file: Path, forms: Forms, seen: set[str], said: list[Text]
) -> list[Sitting]:
    found = []
    known = [test for test in data["tests"] if test["form"] in FORMS]
    if not known:
        said.append(say("no_tests", name=file.name))
    for test in known:
        key = record.canonical(test)
        if test.get("edition") != forms.edition:
            said.append(say("edition", name=file.name, found=test.get("edition"), known=forms.edition))
        elif key in seen:
            said.append(say("twice", name=file.name, form=test["form"]))
        elif (sitting := _sitting(test, forms)) is None:
            said.append(say("damaged", name=file.name, form=test["form"]))
        else:
            seen.add(key)
            found.append(sitting)
    return found


def _sitting(test: dict[str, Any], forms: Forms) -> Sitting | None:
    asked = {one.id: one for one in forms.asked(test["form"])}
    items = test["items"]
    choices, answers = {}, {}
    for item in items:
        if not isinstance(item, dict) or not isinstance(item.get("id"), str) or item["id"] not in asked:
            return None
        choice, chance = item.get("choice"), item.get("chance")
        if type(choice) is not int or type(chance) is not int:
            return None
        if not (0 <= choice < 4 and LOWEST_CHANCE <= chance <= 100):
            return None
        choices[item["id"]] = choice
        answers[item["id"]] = Answer(choice == asked[item["id"]].right(test["form"]), chance)
    if len(items) != len(asked) or set(answers) != set(asked):
        return None
    return Sitting(test["form"], test["date"], choices, answers)

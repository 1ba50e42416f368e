"""A reader's record: what the browser remembers of lessons, questions, exercises, cards and tests, as a file.

``schema.json`` is the only definition of its form; the script of the pages (``theme/static/record.js``) obeys it too.
"""

from __future__ import annotations

import copy
import datetime
import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema

from ..errors import CourseError, Text
from .canonical import canonical, checksum
from .words import say

__all__ = ["RecordError", "canonical", "checksum", "empty", "merge", "now", "read", "schema", "write"]

FORMAT, VERSION = "qcourse-record", 1
COLLECTIONS = ("lessons", "questions", "exercises", "cards")
MAX_BYTES = 2_000_000
"""A record of the whole course weighs some 60 kB."""
_FILE_ONLY = ("written", "language", "attestation", "checksum")


class RecordError(CourseError):
    """A file that is no record, or one that can't be used; ``kind`` is a short word for the cause.

    Kinds: ``too_large``, ``not_json``, ``foreign``, ``newer``, ``unknown_version``, ``damaged``, ``checksum``.
    """

    def __init__(self, kind: str, text: Text) -> None:
        super().__init__(text)
        self.kind = kind


@cache
def schema() -> dict[str, Any]:
    """The form of a record, as a JSON schema."""
    found: dict[str, Any] = json.loads(Path(__file__).with_name("schema.json").read_text(encoding="utf-8"))
    return found


def empty() -> dict[str, Any]:
    """A record of nothing."""
    return {"format": FORMAT, "version": VERSION, **{name: {} for name in COLLECTIONS}, "tests": []}


def now() -> str:
    """This moment as a record writes it: UTC, to the second."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def read(source: str | bytes, name: str) -> dict[str, Any]:
    """The record in ``source``, the content of the file called ``name``; its checksum has been compared.

    RecordError says what was found, what was expected and what to do.
    """
    try:
        text = source.decode("utf-8-sig") if isinstance(source, bytes) else source
        if len(text) > MAX_BYTES:
            raise _fault("too_large", name)
        data = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise _fault("not_json", name) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise _fault("foreign", name)
    version = data.get("version")
    if version != VERSION or isinstance(version, bool):
        newer = isinstance(version, (int, float)) and version > VERSION
        raise _fault("newer" if newer else "unknown_version", name, version=json.dumps(version))
    fault = jsonschema.exceptions.best_match(_validator().iter_errors(data))
    if fault or "checksum" not in data:
        raise _fault("damaged", name, place=fault.json_path if fault else "$.checksum")
    try:
        intact = checksum(data) == data["checksum"]
    except (ValueError, RecursionError) as error:
        raise _fault("damaged", name, place="$") from error
    if not intact:
        raise _fault("checksum", name)
    return data


def write(data: dict[str, Any]) -> str:
    """The text of a file that holds ``data``: the moment of writing and the checksum are added."""
    whole = {**data, "written": now()}
    whole["checksum"] = checksum(whole)
    return json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def merge(own: dict[str, Any], other: dict[str, Any]) -> tuple[dict[str, Any], dict[str, int]]:
    """Both records in one, and how many entries of each collection came from ``other``.

    The newer of two entries stays; of two answers to a question the first is the older one, the last the newer one.
    What belongs to a file alone (its date, its attestation, its checksum) is left out.
    """
    result = copy.deepcopy({key: value for key, value in own.items() if key not in _FILE_ONLY})
    taken = dict.fromkeys((*COLLECTIONS, "tests"), 0)
    for name in COLLECTIONS:
        for key, entry in other[name].items():
            here = result[name].get(key)
            there = copy.deepcopy(entry)
            if here is not None and name == "questions":
                there = _answers(here, there)
            elif here is not None:
                there = max(here, there, key=lambda one: (one["at"], canonical(one)))
            if here is None or canonical(there) != canonical(here):
                result[name][key] = there
                taken[name] += 1
    known = {canonical(test) for test in result["tests"]}
    for test in other["tests"]:
        if canonical(test) not in known:
            known.add(canonical(test))
            result["tests"].append(copy.deepcopy(test))
            taken["tests"] += 1
    result["tests"].sort(key=lambda test: (test["date"], canonical(test)))
    return result, taken


def _answers(here: dict[str, Any], there: dict[str, Any]) -> dict[str, Any]:
    """The answers to one question in two records."""

    def order(answer: dict[str, Any]) -> tuple[str, str]:
        return answer["at"], canonical(answer)

    return {
        "first": min(here["first"], there["first"], key=order),
        "last": max(here["last"], there["last"], key=order),
        "times": max(here["times"], there["times"]),
    }


@cache
def _validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema())


def _refuse_constant(word: str) -> None:
    raise ValueError(word)


def _fault(kind: str, name: str, **values: Any) -> RecordError:
    return RecordError(kind, say(kind, name=name, **values))

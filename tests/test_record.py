"""A reader's record: its canonical form, its reading, its merging, and what is said of a bad file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from qcourse import record
from qcourse.record import attestation, course, files

ROOT = Path(__file__).resolve().parents[1]
EARLY, LATE = "2026-11-01T08:00:00Z", "2026-11-20T08:00:00Z"


def answer(choice: int, right: bool, at: str) -> dict[str, Any]:
    """One answer to a question."""
    return {"choice": choice, "right": right, "at": at}


def sample(**parts: Any) -> dict[str, Any]:
    """A record with these collections."""
    return {**record.empty(), **parts}


def finished(name: str = "Hélène Œuvrard") -> dict[str, Any]:
    """A record that meets the conditions of this course, saved with an attestation."""
    lessons = [lesson for lesson in course.lessons(ROOT) if lesson.core]
    one = answer(0, True, LATE)
    asked = [f"{lesson.name}/{question}" for lesson in lessons for question in lesson.questions]
    return sample(
        lessons={lesson.name: {"read": True, "by": "questions", "at": LATE} for lesson in lessons},
        questions={key: {"first": one, "last": one, "times": 1} for key in asked},
        attestation={
            "name": name,
            "date": "2026-11-20",
            "lessons": len(lessons),
            "questions": len(asked),
            "right": len(asked),
        },
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"b": 1, "a": [True, None, "é"]}, '{"a":[true,null,"é"],"b":1}'),
        ({"\U0001f600": 1, "\ufb33": 2}, '{"\U0001f600":1,"\ufb33":2}'),
        (
            [7.0, -0.0, 1e21, 1e-7, 0.000001, 123456789012345680000],
            "[7,0,1e+21,1e-7,0.000001,123456789012345680000]",
        ),
        ([333333333.33333329, 4.50, 2e-3, 5e-324, 1.5e300], "[333333333.3333333,4.5,0.002,5e-324,1.5e+300]"),
        ("\u20ac$\x0f\nA'B\"\\", '"\u20ac$\\u000f\\nA\'B\\"\\\\"'),
    ],
    ids=["keys", "keys beyond 16 bits", "whole and small", "fractions", "escapes"],
)
def test_canonical_form_is_that_of_the_standard(value: Any, text: str) -> None:
    """Examples after RFC 8785: UTF-16 order of keys, numbers as ECMAScript writes them, short escapes."""
    assert text == record.canonical(value)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    """A file gives back its record, and says when it was written."""
    whole = record.read(record.write(finished()), "file")

    assert finished() == {key: part for key, part in whole.items() if key not in ("written", "checksum")}


def damaged(change: Any) -> str:
    """The text of a file after ``change`` of its data, with the checksum of the changed data."""
    data = json.loads(record.write(finished()))
    change(data)
    data["checksum"] = record.checksum(data)
    return json.dumps(data)


FAULTS = {
    "not_json": [record.write(finished())[:900], "", "\x00PK", "[" * 100_000, '{"format": NaN}'],
    "foreign": ["[]", '"qcourse-record"', '{"format": "something", "version": 1}'],
    "newer": [damaged(lambda data: data.update(version=2)), damaged(lambda data: data.update(version=1.5))],
    "unknown_version": [
        damaged(lambda data: data.update(version=0)),
        damaged(lambda data: data.update(version=True)),
    ],
    "damaged": [
        damaged(lambda data: data["lessons"].update({"__proto__": {}})),
        damaged(lambda data: data["lessons"].update(qubits={"read": "yes", "by": "reader", "at": LATE})),
        damaged(
            lambda data: data["cards"].update({"qubits/chance": {"box": 9, "due": "2026-11-20", "at": LATE}})
        ),
        damaged(lambda data: data.update(tests=[{"form": "a"}])),
        damaged(lambda data: data.update(more=1)),
        json.dumps({**finished()}),
    ],
    "checksum": [record.write(finished()).replace("Œuvrard", "Ouvrard")],
    "too_large": ['{"format":"' + "x" * record.MAX_BYTES + '"}'],
}


@pytest.mark.parametrize("kind", FAULTS)
def test_a_bad_file_is_named_for_what_it_is(kind: str) -> None:
    """Each kind of fault has its own word, in both languages, with the file's name."""
    for text in FAULTS[kind]:
        with pytest.raises(record.RecordError) as caught:
            record.read(text, "mine.json")

        said = caught.value.text
        assert (kind, True, True) == (
            caught.value.kind,
            said["en"] != said["fr"],
            all("mine.json" in text for text in said.values()),
        )


def test_merging_keeps_the_newer_of_two_entries() -> None:
    """The union of both, whichever comes first; first answers are the oldest, last ones the newest."""
    here = sample(
        lessons={"qubits": {"read": True, "by": "reader", "at": EARLY}},
        questions={
            "qubits/archives": {"first": answer(0, False, EARLY), "last": answer(0, False, EARLY), "times": 1}
        },
        tests=[{"form": "a", "date": LATE, "items": [0.7]}],
    )
    there = sample(
        lessons={
            "qubits": {"read": False, "by": "reader", "at": LATE},
            "speedups": {"read": True, "by": "reader", "at": EARLY},
        },
        questions={
            "qubits/archives": {"first": answer(1, False, LATE), "last": answer(2, True, LATE), "times": 2}
        },
        tests=[{"form": "a", "date": LATE, "items": [0.7]}, {"form": "b", "date": EARLY, "items": []}],
    )
    merged, taken = record.merge(here, there)

    assert {"first": answer(0, False, EARLY), "last": answer(2, True, LATE), "times": 2} == merged[
        "questions"
    ]["qubits/archives"]
    assert (False, ["b", "a"]) == (
        merged["lessons"]["qubits"]["read"],
        [test["form"] for test in merged["tests"]],
    )
    assert {"lessons": 2, "questions": 1, "exercises": 0, "cards": 0, "tests": 1} == taken
    assert merged == record.merge(there, here)[0] == record.merge(merged, there)[0]


def test_a_result_is_added_and_nothing_lost(run, tmp_path: Path) -> None:
    """``check --save`` makes the file, adds to it, and leaves a foreign file as it is."""
    (tmp_path / "right.py").write_text(
        (ROOT / "exercises" / "shelf_life" / "private" / "solution.py").read_text("utf-8"), "utf-8"
    )
    (tmp_path / "kept.json").write_text(record.write(finished()), "utf-8")
    assert 0 == run("check", "shelf_life", "right.py", "--save", "kept.json")[0]
    kept = files.read_file(tmp_path / "kept.json")
    (tmp_path / "foreign.json").write_text("{}", "utf-8")
    status, out, err = run("check", "shelf_life", "right.py", "--save", "foreign.json")

    assert (True, finished()["lessons"]) == (kept["exercises"]["shelf_life"]["passed"], kept["lessons"])
    assert (2, "", "{}") == (status, out, (tmp_path / "foreign.json").read_text("utf-8"))
    assert "foreign.json: this file comes from something else" in err


def test_verify_compares_paper_and_file(run, tmp_path: Path) -> None:
    """The right code, however typed, agrees; another one, an edited file and an unfinished record don't."""
    path = tmp_path / "one.json"
    path.write_text(record.write(finished()), "utf-8")
    code = attestation.code(files.read_file(path))
    other = "0" * 16 if not code.startswith("0000") else "F" * 16
    unfinished = finished()
    unfinished["lessons"].popitem()
    (tmp_path / "unfinished.json").write_text(record.write(unfinished), "utf-8")
    (tmp_path / "plain.json").write_text(record.write(record.empty()), "utf-8")
    agreed = run("verify", "one.json", "--code", code.lower().replace("-", " "))

    assert (0, True) == (agreed[0], "Hélène Œuvrard" in agreed[1])
    assert [1, 1, 1] == [
        run(*words)[0]
        for words in (
            ("verify", "one.json", "--code", other),
            ("verify", "unfinished.json"),
            ("verify", "plain.json"),
        )
    ]
    path.write_text(path.read_text("utf-8").replace("Œ", "O"), "utf-8")
    assert (2, True) == (
        run("verify", "one.json")[0],
        "changed after it was saved" in run("verify", "one.json")[2],
    )
    assert 2 == run("verify", "absent.json")[0] == run("verify", "plain.json", "--code", "XYZ")[0]


def test_lessons_are_those_of_the_book() -> None:
    """Every lesson of the contents with its data; the core ones are those of ``paths.yml`` that are written."""
    from .pages import LESSONS

    found = course.lessons(ROOT)

    assert [page.name for page in LESSONS] == [lesson.page for lesson in found]
    assert all(lesson.questions and lesson.cards for lesson in found)
    assert 0 < sum(lesson.core for lesson in found) < len(found)


def test_the_rules_are_those_that_the_pages_state() -> None:
    """The page says that a card of box 1 comes back after one day; later boxes wait longer; most questions must be right."""
    rules = course.rules()

    assert (1, True, True) == (
        rules["boxes"][0],
        rules["boxes"] == sorted(set(rules["boxes"])),
        0.5 < rules["attestation"]["questions_right"] <= 1,
    )
    assert record.schema()["properties"]["cards"]["additionalProperties"]["properties"]["box"][
        "maximum"
    ] == len(rules["boxes"])


def test_texts_of_the_pages_are_those_used() -> None:
    """Each text of the record stands in both languages and is asked for by a script, and none is missing."""
    import re

    theme = ROOT / "src" / "qcourse" / "theme"
    texts = yaml.safe_load((theme / "record.yml").read_text("utf-8"))
    own = {"tests.js", "term_trainer.js"}  # they bring their own texts
    scripts = "\n".join(
        path.read_text("utf-8") for path in (theme / "static").glob("*.js") if path.name not in own
    )
    kinds = {f"fault_{kind}" for kind in FAULTS} | {f"part_{name}" for name in (*record.COLLECTIONS, "tests")}
    asked = set(re.findall(r'"([a-z]+(?:_[a-z]+)*)"', scripts))

    assert [] == [key for key, text in texts.items() if set(text) != {"en", "fr"} or not all(text.values())]
    assert set() == set(texts) - asked - kinds
    assert kinds <= set(texts)
    assert set() == set(re.findall(r'words\("(\w+[a-z])"', scripts)) - set(texts)

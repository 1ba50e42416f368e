"""The tests before and after: the form of their data, the numbers on a person, and what a class tells."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from qcourse import record
from qcourse.cli import main
from qcourse.items import classroom, forms, measures, people
from qcourse.items.measures import Answer
from qcourse.sphinxext.front_matter import front_matter

ROOT = Path(__file__).resolve().parents[1]
TESTS = forms.load(ROOT)
DATES = {"a": "2026-11-20T08:00:00Z", "b": "2026-12-20T08:00:00Z"}


def result(form: str, right: set[int], chance: int = 60, **more: Any) -> dict[str, Any]:
    """A result as the page writes it: right at these places (from 0), the next choice elsewhere."""
    items = []
    for place, one in enumerate(TESTS.asked(form)):
        hit = place in right
        choice = one.right(form) if hit else (one.right(form) + 1) % 4
        items.append({"id": one.id, "choice": choice, "right": hit, "chance": chance})
    return {"form": form, "date": DATES[form[0]], "edition": TESTS.edition, "items": items, **more}


def file_of(*tests: dict[str, Any]) -> str:
    """A record with these results, as a file."""
    return record.write({**record.empty(), "tests": list(tests)})


def test_both_forms_are_whole() -> None:
    """Twelve objectives: six on concepts, three on encryption, three on policy; three, two and one of them short."""
    parts = [one.part for one in TESTS.objectives]
    short = [one.part for one in TESTS.asked("a_short")]

    assert [6, 3, 3] == [parts.count(part) for part in forms.PARTS]
    assert [3, 2, 1] == [short.count(part) for part in forms.PARTS]


@pytest.mark.parametrize("one", TESTS.objectives, ids=lambda one: one.id)
def test_an_objective_is_that_of_its_lesson(one: forms.Objective) -> None:
    """Word for word, so that a lesson that changes its objective reminds us of the items."""
    found = list(ROOT.glob(f"modules/*/{one.lesson}.md"))

    assert 1 == len(found) and one.objective in front_matter(found[0]).objectives


@pytest.mark.parametrize("form", ["a", "b"])
def test_no_place_and_no_length_gives_the_key_away(form: str) -> None:
    """Each place is right three times, also differs between the forms, and the longest choice is seldom right."""
    places = [one.right(form) for one in TESTS.objectives]
    longest = {
        language: sum(
            one.items[form]["choices"].index(
                max(one.items[form]["choices"], key=lambda choice: len(choice["text"][language]))
            )
            == one.right(form)
            for one in TESTS.objectives
        )
        for language in ("en", "fr")
    }

    assert [3, 3, 3, 3] == [places.count(place) for place in range(4)]
    assert max(longest.values()) <= 4


def test_parallel_items_are_different_items() -> None:
    """No question, and no set of reasons, stands in both forms or beside a lesson."""
    asked = [one.items[form]["ask"]["en"] for one in TESTS.objectives for form in "ab"]
    lessons = {
        question["ask"]["en"]
        for path in ROOT.glob("modules/*/*.questions.yml")
        for question in yaml.safe_load(path.read_text("utf-8"))
    }

    assert (24, set()) == (len(set(asked)), set(asked) & lessons)


def test_numbers_on_one_person() -> None:
    """Brier score, groups of the curve and gain, against values worked out by hand."""
    answers = [Answer(True, 100), Answer(False, 50), Answer(True, 75), Answer(False, 25)]

    assert pytest.approx((0 + 0.25 + 0.0625 + 0.0625) / 4) == measures.brier(answers)
    assert [(25, 39, 1, 25, 0), (40, 59, 1, 50, 0), (60, 79, 1, 75, 100), (80, 100, 1, 100, 100)] == [
        (group.low, group.high, group.count, group.said, group.right)
        for group in measures.calibration(answers)
    ]
    assert (0.5, None, -0.25, 1.0) == (
        measures.gain(4, 8, 12),
        measures.gain(12, 9, 12),
        measures.gain(4, 2, 12),
        measures.gain(0, 12, 12),
    )


def test_numbers_on_a_class_of_known_values() -> None:
    """Four people whose scores on the rest are 0, 1, 2, 3: the item that follows them, and the one that runs against."""
    rights = [{1}, {1, 2}, {0, 2, 3}, {0, 2, 3, 4}]
    class_ = [{"a": people._sitting(result("a", right), TESTS)} for right in rights]
    class_[3]["b"] = people._sitting(result("b", set(range(12))), TESTS)
    sat, gained = classroom.analyse(class_, TESTS)
    first, second = sat[0].items[:2]

    assert (4, 2.5, 0.5, 0.5) == (sat[0].people, sat[0].mean, first.right, second.right)
    # item 0: hits 0 0 1 1 against 1 2 2 3 on the others; item 1: hits 1 1 0 0 against 0 1 3 4
    assert pytest.approx(2**-0.5) == first.rest
    assert pytest.approx(-3 / 10**0.5) == second.rest
    assert (1.0, -1.0) == (pytest.approx(first.groups), pytest.approx(second.groups))
    assert (None, 0.0) == (sat[0].items[11].rest, sat[0].items[11].groups)
    assert (1, 4, 12, 1.0) == (gained[0].people, gained[0].before, gained[0].after, gained[0].whole)


def test_ties_do_not_depend_on_the_order_of_files() -> None:
    """People of equal score count in part."""
    hits, scores = [1.0, 0.0, 1.0, 0.0, 1.0], [3, 3, 2, 1, 1]
    there = classroom.upper_lower(hits, scores)
    back = classroom.upper_lower(hits[::-1], scores[::-1])

    assert pytest.approx(there) == back
    assert classroom.upper_lower([1.0, 0.0], [2, 2]) is None


def test_the_command_reads_a_class_and_names_what_it_passes_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Folders and files; foreign, damaged, old and repeated results are said in the reader's language; no name shows."""
    monkeypatch.setenv("QCOURSE_ROOT", str(ROOT))
    folder = tmp_path / "results"
    (folder / "Hélène Œuvrard").mkdir(parents=True)
    before, after = result("a", {0, 1, 2}), result("b", set(range(9)), 85)
    (folder / "Hélène Œuvrard" / "before.json").write_text(file_of(before), "utf-8")
    (folder / "Hélène Œuvrard" / "after.json").write_text(file_of(after, before), "utf-8")
    (folder / "two.json").write_text(file_of(result("a", {0}, 40)), "utf-8")
    (folder / "old.json").write_text(file_of(result("a", {1}, edition="2020-01")), "utf-8")
    (folder / "torn.json").write_text('{"format": "qcou', "utf-8")
    (folder / "foreign.json").write_text(json.dumps({"format": "other"}), "utf-8")
    (folder / "short.json").write_text(file_of({**before, "items": before["items"][:5]}), "utf-8")
    (folder / "plain.json").write_text(file_of(), "utf-8")
    for language, words in (
        ("en", ("edition 2020-01", "cut short", "something else", "one answer to each", "no result", "Counted once")),
        ("fr", ("l’édition 2020-01", "tronqué", "ne vient pas de ce cours", "à chacune", "aucun résultat", "une seule fois")),
    ):  # fmt: skip
        with pytest.raises(SystemExit) as end:
            main(["items", str(folder), "--output", str(tmp_path / "out"), "--language", language])
        said = capsys.readouterr()
        page = (tmp_path / "out" / "items.html").read_text("utf-8")

        assert 0 == end.value.code
        assert [] == [word for word in words if word not in said.err]
        assert "Œuvrard" not in said.out + said.err + page
        assert (f'lang="{language}"', 6) == (page[page.index("lang=") :][:9], page.count("<img alt="))
        assert "0.67" in said.out or "0,67" in said.out  # the gain: (9 − 3)/(12 − 3)


def test_nothing_found_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty folder and a missing one give status 2 and the next step."""
    monkeypatch.setenv("QCOURSE_ROOT", str(ROOT))
    with pytest.raises(SystemExit) as end:
        main(["items", str(tmp_path), str(tmp_path / "none"), "--language", "en"])
    said = capsys.readouterr().err

    assert (2, True, True) == (end.value.code, "No result of the tests" in said, "no such file" in said)

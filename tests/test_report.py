"""Tables and pages that are safe to open anywhere, whatever a learner calls herself or writes."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from qcourse.exercises import load
from qcourse.grading.lane import Observed
from qcourse.grading.lockdown import Limits
from qcourse.grading.outcome import row_of, row_without_run
from qcourse.grading.roster import Person
from qcourse.grading.words import say
from qcourse.report import charts, feedback
from qcourse.report.cells import csv_bytes, file_name
from qcourse.report.gradebook import Gradebook

COURSE = Path(__file__).parent / "hostile" / "course"
EXERCISE = load("pair", COURSE)
NASTY = "<script>alert(1)</script>\x1b[31m\u202e{{7*7}}"


def _row(**more: Any) -> dict[str, Any]:
    about = {"learner": "a", "exercise": "pair", "file": "pair.py", "decisions": [], "date": None}
    return {**about, **row_without_run(EXERCISE, "missing", say("missing")), **more}


@pytest.mark.parametrize("text", ["=1+1", "+1", "-2+3", "@SUM(A1)", " =1", "|x", "%0", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    """A spreadsheet takes none of these for a formula."""
    ((value,),) = csv.reader(io.StringIO(csv_bytes([[text]]).decode()))

    assert value.startswith(("'", "\\"))


def test_numbers_stay_numbers() -> None:
    """Points are plain numbers, whole ones without decimals."""
    assert b"10,7.25,-1,0\n" == csv_bytes([[10.0, 7.25, -1, 0.0]])


@pytest.mark.parametrize(
    "learner", ["..", ".", "", "a/b", "nul", "CON.txt", "x" * 300, "a\\b", "é" * 200, "a:b", " a "]
)
def test_folder_names_are_harmless_and_distinct(learner: str) -> None:
    """A folder name leads nowhere else and is no other learner's."""
    name = file_name(learner)

    assert Path(name).name == name
    assert name not in ("", ".", "..") and len(name.encode()) < 255
    assert name != file_name(learner + "!")


def test_page_escapes_what_a_learner_wrote() -> None:
    """Markup, escape sequences, direction marks and template signs come out as text."""
    seen = Observed(
        results=[
            {**check_result(name), "finding": {"en": NASTY, "fr": NASTY}}
            for name in ("pair", "share", "too_few", "ghz", "share_other")
        ],
        output=NASTY,
    )
    html = feedback.render(
        {**_row(), **row_of(EXERCISE, seen, "pair.py", Limits()), "learner": NASTY}, EXERCISE, "en"
    )

    assert [False] * 4 == [sign in html for sign in ("<script", "\x1b", "\u202e", ">49<")]
    assert "&lt;script&gt;" in html


def test_hidden_checks_show_no_finding() -> None:
    """Of a hidden check only title and message stand on the learner's page."""
    results = [
        {**check_result(name), "finding": {"en": f"input of {name}", "fr": f"entrée de {name}"}}
        for name in ("pair", "share", "too_few", "ghz", "share_other")
    ]
    html = feedback.render(
        {**_row(), **row_of(EXERCISE, Observed(results=results), "pair.py", Limits())}, EXERCISE, "fr"
    )

    assert [True, False, False] == [
        text in html for text in ("entrée de pair", "entrée de ghz", "entrée de share_other")
    ]
    assert "Des états plus grands" in html


@pytest.mark.parametrize("language", ["en", "fr"])
def test_page_says_its_language(language: str) -> None:
    """The page declares its language and fetches nothing."""
    html = feedback.render(_row(status="failed"), EXERCISE, language)

    assert f'<html lang="{language}">' in html
    assert [False] * 3 == [sign in html for sign in ("src=", "href=", "url(")]


def test_platform_tables(tmp_path: Path) -> None:
    """Canvas gets its five columns and a row of maxima; Moodle gets ID, name and email."""
    gradebook = Gradebook(["pair"])
    gradebook.add({**_row(points=7.5), "learner": "a"})
    gradebook.write(
        tmp_path,
        {"pair": EXERCISE},
        {"a": Person("a", "Zoé Roy", "z@x.org", canvas_id="77", sis_user_id="S1", section="Paris")},
        "fr",
    )
    canvas = list(csv.reader((tmp_path / "canvas.csv").open(encoding="utf-8")))
    moodle = list(csv.reader((tmp_path / "moodle.csv").open(encoding="utf-8")))

    assert ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"] == canvas[0][:5]
    assert [
        ["Points Possible", "", "", "", "", "10"],
        ["Zoé Roy", "77", "S1", "z@x.org", "Paris", "7.5"],
    ] == canvas[1:]
    assert [
        ["ID number", "Full name", "Email address", "pair"],
        ["S1", "Zoé Roy", "z@x.org", "7.5"],
    ] == moodle


def test_chart_is_described() -> None:
    """A picture has a label for those who do not see it."""
    svg = str(charts.histogram([0, 3, 1], 'a "label"'))

    assert 'role="img"' in svg and "&#34;label&#34;" in svg


def check_result(name: str) -> dict[str, Any]:
    """A failed result of one of the exercise's checks."""
    check = {check.name: check for check in EXERCISE.all_checks(True)}[name]
    shown = {"title": dict(check.title), "message": dict(check.message)}
    return {
        "name": name,
        "hidden": check.hidden,
        "points": check.points,
        "earned": 0.0,
        "passed": False,
        "kind": "failed",
        **shown,
    }

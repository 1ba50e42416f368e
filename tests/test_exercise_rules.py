"""The rules of an exercise folder: each breach is found, with one message in each language."""

from __future__ import annotations

from pathlib import Path

import pytest

from qcourse.exercise_rules import RULES, breaches
from qcourse.lang import LANGUAGES
from qcourse.templates import new_exercise


@pytest.fixture
def folder(tmp_path) -> Path:
    """A well-made exercise."""
    (tmp_path / "exercises").mkdir()
    new_exercise("sample", tmp_path)
    return tmp_path / "exercises" / "sample"


BREACHES = {
    "status": ("exercise.toml", 'status = "draft"', 'status = "done"'),
    "ranges": ("exercise.toml", "minutes = 15", "minutes = 0"),
    "points": ("exercise.toml", "points = 4", "points = 5"),
    "one_name": ("private/hidden.toml", "[checks.untouched]", "[checks.value]"),
    "tests_match": ("checks.py", "def test_empty", "def test_nothing"),
    "tests_plain": ("checks.py", "def test_empty(answer)", "def test_empty(answer, tmp_path)"),
    "imports": ("checks.py", "from qcourse.checks import", "import pandas\nfrom qcourse.checks import"),
    "randomness": ("checks.py", "def test_empty(answer):", "def test_empty(answer):\n    import random"),
    "texts": ("exercise.toml", 'title.fr = "La part des uns"', 'title.fr = "The share of the ones"'),
    "hints": ("exercise.toml", '"What do you divide by what?"', '"Divide."'),
    "stub": ("stub.py", "YOUR ANSWER HERE", "TO DO"),
    "signatures": ("private/solution.py", "def share(results:", "def share(outcomes:"),
    "task": ("task.fr.md", "## `share`", "## `part`"),
    "wrong": ("private/wrong/zero_for_nothing.py", "# fails: empty", "# fails: everything"),
    "leaks": (
        "task.en.md",
        "The list that you are given",
        "return sum(results) / len(results)\nThe list that you are given",
    ),
    "typography": ("task.fr.md", "Pour une liste vide, elle lève", "Attention : elle lève"),
}


def test_a_well_made_folder_has_no_breach(folder):
    """The template is one."""
    assert [] == breaches(folder)


@pytest.mark.parametrize("rule", BREACHES)
def test_a_breach_is_found_and_said_in_both_languages(folder, rule):
    """With the folder's name and the file."""
    file, before, after = BREACHES[rule]
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    found = [breach for breach in breaches(folder) if breach.rule == rule]

    assert found
    assert all(found[0].text[language].startswith("sample/") for language in LANGUAGES)
    assert "{" not in found[0].text["en"].replace("{braces}", "")


@pytest.mark.parametrize(("old", "new"), [("sample", "Sample"), ("sample", "sample2")])
def test_a_folder_is_named_by_the_rule(folder, old, new):
    """Lower-case words joined by underscores."""
    renamed = folder.rename(folder.with_name(new))

    assert "name" in [breach.rule for breach in breaches(renamed)]


def test_a_check_of_the_form_may_be_worth_nothing(folder):
    """Where the key is hidden, what a learner may see can be the form alone; a hidden check always has points."""
    public, hidden = folder / "exercise.toml", folder / "private" / "hidden.toml"

    def points(path, before, after):
        path.write_text(path.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")

    points(public, "points = 4", "points = 0")
    points(public, "points = 3", "points = 7")
    assert [] == breaches(folder)

    points(public, "points = 7", "points = 10")
    points(hidden, "points = 3", "points = 0")
    assert ["points"] == [breach.rule for breach in breaches(folder)]


def test_a_year_may_belong_to_a_name(folder):
    """The scheme BB84 is called so."""
    assert [] == breaches(folder.rename(folder.with_name("bb84")))


def test_a_wrong_answer_is_named_for_its_mistake(folder):
    """Not numbered."""
    (folder / "private" / "wrong" / "zero_for_nothing.py").rename(folder / "private" / "wrong" / "wrong1.py")

    assert ["wrong_names"] == [breach.rule for breach in breaches(folder)]


@pytest.mark.parametrize(
    "name", ["task.fr.md", "stub.py", "private/solution.py", "private/explanation.en.md"]
)
def test_a_missing_file_is_said(folder, name):
    """By its name."""
    (folder / name).unlink()

    assert [("files", True)] == [(breach.rule, name in breach.text["en"]) for breach in breaches(folder)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("exercise.toml", "not toml"),
        ("exercise.toml", "colour = 1"),
        ("checks.py", "def ("),
        ("private/hidden.toml", "[other]\nx = 1"),
    ],
)
def test_a_file_that_cannot_be_read_is_said(folder, name, text):
    """And nothing else is looked at."""
    (folder / name).write_text(text, encoding="utf-8")

    assert ["settings"] == [breach.rule for breach in breaches(folder)]


def test_every_rule_has_one_reason_and_one_message():
    """And each is tried above."""
    names = [rule.name for rule in RULES]

    assert (
        len(names)
        == len(set(names))
        == len({rule.reason for rule in RULES})
        == len({rule.message["en"] for rule in RULES})
    )
    assert set(names) - {"name", "wrong_names"} == set(BREACHES)

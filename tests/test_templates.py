"""What ``qcourse new`` writes keeps the rules of the course from the start."""

from __future__ import annotations

from pathlib import Path

import pytest

from qcourse import calls, exercise_rules, exercises, facts, learner_notebook, mutants
from qcourse.answer import LocalTransport
from qcourse.running import run_checks
from qcourse.sphinxext import page_data
from qcourse.sphinxext.front_matter import front_matter
from qcourse.templates import new_exercise, new_lesson


@pytest.fixture
def root(tmp_path) -> Path:
    """A course with one module and no content."""
    (tmp_path / "exercises").mkdir()
    (tmp_path / "modules" / "quantum_basics").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def exercise(root) -> exercises.Exercise:
    """The template of an exercise, loaded."""
    new_exercise("sample", root)
    return exercises.load("sample", root)


def failed(exercise: exercises.Exercise, source: str) -> set[str]:
    namespace: dict = {}
    exec(compile(source, calls.ANSWER_NAME, "exec"), namespace)
    verdict = run_checks(exercise, LocalTransport(namespace), hidden=True)
    return {result.name for result in verdict.results if not result.passed}


def test_the_exercise_keeps_every_rule(exercise):
    """It is a draft, and well made."""
    assert [] == [breach.text["en"] for breach in exercise_rules.breaches(exercise.folder)]
    assert "draft" == exercise.status


def test_its_checks_tell_right_from_wrong(exercise):
    """The reference passes; each wrong answer fails exactly what it says."""
    assert set() == failed(exercise, (exercise.private / "solution.py").read_text(encoding="utf-8"))
    for path in exercise_rules.wrong_files(exercise):
        assert exercise_rules.named_failures(path) == failed(exercise, path.read_text(encoding="utf-8"))


def test_its_mutants_are_caught(exercise):
    """Every one."""
    source = (exercise.private / "solution.py").read_text(encoding="utf-8")

    assert [] == [mutant.change for mutant in mutants.mutants(source) if not failed(exercise, mutant.source)]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_its_notebook_is_made(exercise, language):
    """Without an edit."""
    assert f'language=\\"{language}\\"' in learner_notebook.text(exercise, language)


def test_the_lesson_has_its_parts_in_order(root):
    """With front matter that is read."""
    page, *_ = new_lesson("quantum_basics/sample", root)
    text = page.read_text(encoding="utf-8")
    parts = [
        "{lesson}",
        "{situation}",
        "{code-cell}",
        "{not-mean}",
        "{meeting}",
        "{question}",
        "{key-points}",
        "{cards}",
        "{sources}",
    ]

    assert sorted(parts, key=text.index) == parts
    assert front_matter(page).objectives


def test_its_questions_and_cards_are_valid(root):
    """And are those that the page shows."""
    page, *_ = new_lesson("quantum_basics/sample", root)
    text = page.read_text(encoding="utf-8")

    assert [] == [name for name in page_data.questions(page) if f"```{{question}} {name}" not in text]
    assert 4 <= len(page_data.cards(page)) <= 8


def test_its_facts_may_be_stated(root):
    """They exist, and are not unverified."""
    import re

    page, *_ = new_lesson("quantum_basics/sample", root)
    cited = re.findall(r"{(?:claim|source|fact)}`([\w-]+)`", page.read_text(encoding="utf-8"))

    assert len(cited) >= 3
    assert all(facts.statable(fact) for fact in cited)

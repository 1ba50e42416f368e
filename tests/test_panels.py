"""``check(…)`` in a notebook: the verdict, the panel, the hints."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import qcourse
from qcourse import exercises
from qcourse.answer import LocalTransport
from qcourse.panels import check as check_module
from qcourse.panels.check import check
from qcourse.panels.exercise_panel import ExercisePanel
from qcourse.running import run_checks

ROOT = Path(__file__).resolve().parents[1]
SHELF_LIFE = exercises.load("shelf_life", ROOT)
RIGHT = (SHELF_LIFE.private / "solution.py").read_text(encoding="utf-8")


def names(source: str) -> dict:
    """What a notebook defines."""
    namespace: dict = {}
    exec(source, namespace)
    return namespace


def panel(source: str, language: str = "en") -> ExercisePanel:
    namespace = names(source)

    def verdict():
        return run_checks(SHELF_LIFE, LocalTransport(namespace))

    made = ExercisePanel(SHELF_LIFE, verdict(), language, verdict)
    made.namespace = namespace
    return made


def test_public_names_are_sorted_and_there():
    """``from qcourse import …`` offers exactly these."""
    assert sorted(qcourse.__all__) == qcourse.__all__ == dir(qcourse)
    assert all(getattr(qcourse, name) for name in qcourse.__all__)
    with pytest.raises(AttributeError, match="it has __version__, check"):
        qcourse.chekc  # noqa: B018 - the access is what is tested


def test_importing_the_package_imports_nothing_heavy():
    """A command's help and an answer that imports it stay quick."""
    program = "import sys, qcourse; print(sorted({'numpy', 'qiskit', 'IPython', 'ipywidgets', 'yaml'} & set(sys.modules)))"

    assert (
        "[]"
        == subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True
        ).stdout.strip()
    )


def test_check_takes_the_caller_s_own_names(capsys, monkeypatch):
    """Nothing has to be handed over."""
    monkeypatch.setenv("QCOURSE_ROOT", str(ROOT))
    verdict = eval('check("shelf_life", language="en")', {"check": check, **names(RIGHT)})

    assert verdict.passed
    assert "7 of the 7 points checked here; 3 more on submission" in capsys.readouterr().out


def test_a_wrong_answer_gets_plain_text_where_no_front_end_is(capsys):
    """With the way to a hint."""
    verdict = check("shelf_life", language="fr", root=ROOT, namespace={})
    out = capsys.readouterr().out

    assert not verdict.passed
    assert "Définissez `margin(" in out
    assert 'Pour un indice\u00a0: check("shelf_life", hint=1)' in out


@pytest.mark.parametrize("which", [1, 2, 3])
def test_a_hint_is_printed_and_nothing_is_checked(capsys, which):
    """Numbered."""
    assert check("shelf_life", hint=which, language="en", root=ROOT, namespace={}) is None
    assert capsys.readouterr().out.startswith(f"Hint {which} of 3: ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"slug": "shelf_lief"}, "Did you mean shelf_life?"),
        ({"slug": "shelf_life", "hint": 4}, "expected 1 to 3"),
        ({"slug": "shelf_life", "hint": "1"}, "expected 1 to 3"),
        ({"slug": check}, "expected the name of an exercise between quotes"),
        ({"slug": "../shelf_life"}, "no exercise"),
    ],
)
def test_bad_use_is_said_and_gives_nothing(capsys, monkeypatch, words, said):
    """No traceback under the learner's cell."""
    monkeypatch.setenv("COURSE_LANG", "en")

    assert check(**words, root=ROOT, namespace={}) is None
    assert said in capsys.readouterr().out


def test_an_unknown_language_is_said(capsys, monkeypatch):
    """In the system's."""
    monkeypatch.setenv("COURSE_LANG", "fr")

    assert check("shelf_life", language="de", root=ROOT, namespace={}) is None
    assert 'on attend "en" ou "fr"' in capsys.readouterr().out


def test_a_kernel_gets_the_panel(monkeypatch, capsys):
    """And no second text."""
    shown = []
    monkeypatch.setattr(check_module, "front_end", lambda: True)
    monkeypatch.setattr("IPython.display.display", shown.append)
    check("shelf_life", language="en", root=ROOT, namespace=names(RIGHT))

    assert [ExercisePanel] == [type(one) for one in shown]
    assert "" == capsys.readouterr().out


def test_a_cell_that_ends_with_the_verdict_does_not_print_it_again():
    """It has just been read."""
    from IPython.core.formatters import DisplayFormatter

    verdict = check("shelf_life", language="en", root=ROOT, namespace={})

    assert ({}, {}) == DisplayFormatter().format(verdict)
    assert "<shelf_life: 0/7>" == repr(verdict)
    assert 4 == len(verdict.results)


def test_the_panel_says_each_check_with_sign_and_word():
    """The sign is for the eye only; findings are there."""
    html = panel(RIGHT.replace("- (years_secret + years_to_migrate)", "- years_secret")).report.value

    assert 4 == html.count("<li>") == html.count('aria-hidden="true"')
    assert "not yet: The margin is one subtraction (0 of 2)" in html
    assert "Likely cause: " in html
    assert 'aria-valuenow="1"' in html
    assert "1 of the 7 points checked here" in html


@pytest.mark.parametrize("language", ["en", "fr"])
def test_hints_come_one_by_one_on_request(language):
    """Then the button is off."""
    made = panel("", language)
    for which in (1, 2, 3):
        assert not made.next_hint.disabled
        made.next_hint.click()

        assert which == made.hints.value.count("<p>")
    assert made.next_hint.disabled
    assert {"en": "No further hint", "fr": "Aucun autre indice"}[language] == made.next_hint.description


def test_check_again_looks_at_the_functions_as_they_are_now():
    """Without running the check's own cell again."""
    made = panel("")
    made.namespace.update(names(RIGHT))
    made.check_again.click()

    assert made.verdict.passed
    assert "7 of the 7 points" in made.report.value


def test_once_solved_the_explanation_is_at_hand():
    """And no hint is offered."""
    made = panel(RIGHT, "fr")

    assert "Pourquoi la réponse est juste" in made.explanation.value
    assert "none" == made.next_hint.layout.display
    assert "" == panel("").explanation.value


def test_what_a_learner_s_code_says_is_shown_as_text():
    """Markup in an exception stays text."""
    html = panel("def margin(a, b, c):\n    raise ValueError('<script>alert(1)</script>')\n").report.value

    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_a_front_end_without_widgets_shows_the_text():
    """Such as a console, or a notebook that is converted."""
    text = panel(RIGHT)._repr_mimebundle_()["text/plain"]

    assert "7 of the 7 points checked here" in text


def test_every_button_has_a_name_and_a_description():
    """For a screen reader too."""
    made = panel("")

    assert all(button.description and button.tooltip for button in (made.next_hint, made.check_again))
    assert re.search(r'<section aria-label="[^"]+">', made.report.value)
    assert re.search(r'role="progressbar" aria-label="[^"]+"', made.report.value)

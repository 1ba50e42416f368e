"""The command ``qcourse`` as it is typed: what it prints, and its exit status."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from qcourse import cli
from qcourse.cli import COMMANDS
from qcourse.lang import LANGUAGES

ROOT = Path(__file__).resolve().parents[1]
RIGHT = (ROOT / "exercises" / "shelf_life" / "private" / "solution.py").read_text(encoding="utf-8")
MARGIN = RIGHT.partition("\n\n\n")[0]


def in_shell(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    settings = {
        **os.environ,
        "QCOURSE_ROOT": str(ROOT),
        "COURSE_LANG": "en",
        "PYTHONUTF8": "1",
        **environment,
    }
    return subprocess.run(
        [sys.executable, "-m", "qcourse", *words],
        cwd=cwd,
        env=settings,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_lists_every_command(run, language):
    """In the language asked for."""
    status, out, _ = run("--help", "--language", language)

    assert 0 == status
    assert [] == [
        name for name, (_, text) in COMMANDS.items() if name not in out or text[language][:20] not in out
    ]
    assert ("Commandes" in out) == (language == "fr")


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_command_has_help_in_both_languages(run, name, language):
    """Usage, text and options."""
    status, out, err = run(name, "--help", "--language", language)

    assert (0, "") == (status, err)
    assert f"qcourse {name}" in out
    assert "--language" in out


def test_help_imports_no_command():
    """It stays quick because nothing heavy is imported for it."""
    program = "import sys; from qcourse.cli import main\ntry: main(['--help'])\nfinally: print(sorted({'numpy', 'qiskit', 'IPython', 'yaml', 'qcourse.cli.exercise'} & set(sys.modules)), file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)

    assert "[]" == done.stderr.strip()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("chekc",), "There is no command 'chekc'. Did you mean check?"),
        (("check", "--langage", "fr"), "There is no option --langage. Did you mean --language?"),
        (("check",), "SLUG is missing."),
        (("check", "shelf_life"), "FILE is missing."),
        (("list", "more", "words"), "There are more words than the command takes."),
        (("list", "--language", "de"), "The value of --language can’t be used; expected: en|fr."),
        (("list", "--root"), "The option --root needs a value."),
        (("hint", "shelf_life", "4"), "can’t be used; expected: 1|…|3."),
        (("hint", "shelf_life", "one"), "can’t be used; expected: 1|…|3."),
        (("new", "leson"), "There is no command 'leson'. Did you mean lesson?"),
    ],
)
def test_bad_use_is_one_message_and_status_two(run, words, said):
    """With the nearest word where there is one."""
    status, out, err = run(*words)

    assert (2, "") == (status, out)
    assert said in err


def test_bad_use_is_said_in_french_too(run):
    """Click's own words do not show through."""
    status, _, err = run("chekc", "--language=fr")

    assert 2 == status
    assert "Il n’y a pas de commande 'chekc'. Vouliez-vous dire check?" in err
    assert "Usage\u00a0:" in err


def test_without_words_it_shows_its_help(run):
    """And counts as bad use."""
    status, out, _ = run()

    assert 2 == status
    assert "check" in out


def test_list_names_every_exercise(run):
    """With its title in the language asked for."""
    status, out, _ = run("list", "--language", "fr")

    assert 0 == status
    assert "shelf_life" in out
    assert "Durée de vie d’un secret" in out


def test_show_prints_task_and_stub(run):
    """All that a learner needs to begin."""
    status, out, _ = run("show", "shelf_life")

    assert 0 == status
    assert "# Shelf life of a secret" in out
    assert "def margin(" in out
    assert "# Why the answer is right" not in out


def test_show_explanation_prints_why(run):
    """In the language asked for."""
    status, out, _ = run("show", "shelf_life", "--explanation", "--language", "fr")

    assert 0 == status
    assert "# Pourquoi la réponse est juste" in out


def test_explanations_missing_from_a_learner_s_copy_are_said_so(run, tmp_path):
    """Without a traceback."""
    learner_copy(tmp_path)
    status, _, err = run("show", "shelf_life", "--explanation", "--root", str(tmp_path))

    assert 2 == status
    assert "explanations are not in this copy" in err


@pytest.mark.parametrize("which", [1, 2, 3])
def test_hints_come_one_by_one(run, which):
    """Numbered."""
    status, out, _ = run("hint", "shelf_life", str(which))

    assert 0 == status
    assert out.startswith(f"Hint {which} of 3: ")


@pytest.mark.parametrize("verb", [("show",), ("hint",), ("check",)])
def test_an_unknown_exercise_suggests_the_nearest(run, verb, tmp_path):
    """For each command that takes one."""
    (tmp_path / "a.py").write_text(RIGHT, encoding="utf-8")
    status, out, err = run(*verb, "shelf_lief", *(["a.py"] if verb == ("check",) else []))

    assert (2, "") == (status, out)
    assert "Did you mean shelf_life?" in err


@pytest.mark.parametrize("slug", ["../shelf_life", "", "SHELF_LIFE", "shelf_life/private", "é", "a" * 5000])
def test_an_odd_exercise_name_is_refused(run, slug):
    """No path is followed."""
    status, _, err = run("show", slug)

    assert 2 == status
    assert "no exercise" in err


def test_a_root_without_exercises_is_refused(run, tmp_path):
    """With what to do."""
    status, _, err = run("list", "--root", str(tmp_path))

    assert 2 == status
    assert "no folder `exercises` there" in err


def test_a_right_answer_passes(run, tmp_path):
    """Status 0, the points, and what is left for submission with the titles at hand."""
    (tmp_path / "my.py").write_text(RIGHT, encoding="utf-8")
    status, out, err = run("check", "shelf_life", "my.py")

    assert (0, "") == (status, err)
    assert "7 of the 7 points checked here; 3 more on submission: “A margin of exactly zero”" in out
    assert "qcourse show shelf_life --explanation" in out


def test_a_learner_s_copy_knows_only_the_number(run, tmp_path):
    """Without the keys there are no titles."""
    learner_copy(tmp_path)
    (tmp_path / "my.py").write_text(RIGHT, encoding="utf-8")
    status, out, _ = run("check", "shelf_life", "my.py", "--root", str(tmp_path))

    assert 0 == status
    assert "7 of the 7 points checked here; 3 more on submission." in out


def test_a_wrong_answer_is_helped(run, tmp_path):
    """Status 1, the pointer, the finding, and where the hints are."""
    (tmp_path / "my.py").write_text(
        RIGHT.replace("years_threat", "x").replace("- (years_secret + years_to_migrate)", "- years_secret"),
        encoding="utf-8",
    )
    status, out, err = run("check", "shelf_life", "my.py", "--language", "fr")

    assert (1, "") == (status, err)
    assert "✗ pas encore\u00a0: La marge tient en une soustraction" in out
    assert "Attendu\u00a0: " in out
    assert "qcourse hint shelf_life" in out


def test_the_command_works_in_a_shell(tmp_path):
    """As a process, with its exit status and the language of the environment."""
    (tmp_path / "my.py").write_text(MARGIN, encoding="utf-8")
    done = in_shell("check", "shelf_life", "my.py", cwd=tmp_path, COURSE_LANG="fr")

    assert 1 == done.returncode
    assert "Définissez `verdict(" in done.stdout
    assert "" == done.stderr


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"COURSE_LANG": "", "LC_ALL": "fr_CA.UTF-8"}, "Énumérer"),
        ({"COURSE_LANG": "", "LC_ALL": "en_GB.UTF-8"}, "List the exercises"),
        ({"COURSE_LANG": "de", "LC_ALL": "en_GB.UTF-8"}, "List the exercises"),
        ({"COURSE_LANG": "en", "LC_ALL": "fr_CA.UTF-8"}, "List the exercises"),
    ],
)
def test_the_language_is_that_of_the_environment(tmp_path, environment, words):
    """COURSE_LANG first, then the system's."""
    assert words in in_shell("--help", cwd=tmp_path, **environment).stdout


def test_a_console_without_the_signs_does_not_stop_it(tmp_path):
    """They are replaced."""
    (tmp_path / "my.py").write_text(RIGHT, encoding="utf-8")
    settings = {
        **os.environ,
        "QCOURSE_ROOT": str(ROOT),
        "COURSE_LANG": "fr",
        "PYTHONUTF8": "0",
        "PYTHONIOENCODING": "latin-1",
    }
    command = [sys.executable, "-m", "qcourse", "check", "shelf_life", "my.py"]
    done = subprocess.run(command, cwd=tmp_path, env=settings, capture_output=True, check=False)

    assert 0 == done.returncode
    assert "? réussi\u00a0: ".encode("latin-1") in done.stdout


def test_a_reader_that_has_seen_enough_does_not_stop_it(tmp_path):
    """``qcourse list | head -1`` says nothing on the error channel."""
    settings = {**os.environ, "QCOURSE_ROOT": str(ROOT), "COURSE_LANG": "en"}
    with subprocess.Popen(
        [sys.executable, "-m", "qcourse", "show", "shelf_life"],
        env=settings,
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        process.stdout.close()
        err = process.stderr.read()

    assert b"" == err


@pytest.mark.parametrize("name", ["Bell", "bell pair", "bell2", "_bell", "../bell", "bell_"])
def test_new_refuses_a_name_that_breaks_the_rule(run, tmp_path, name):
    """And writes nothing."""
    root = new_root(tmp_path)
    status, _, err = run("new", "exercise", name, "--root", str(root))

    assert 2 == status
    assert "such as bell_pair" in err
    assert [] == list((root / "exercises").iterdir())


def test_new_never_overwrites(run, tmp_path):
    """What is there stays."""
    root = new_root(tmp_path)
    run("new", "exercise", "sample", "--root", str(root))
    (root / "exercises" / "sample" / "stub.py").write_text("mine", encoding="utf-8")
    status, _, err = run("new", "exercise", "sample", "--root", str(root))

    assert 2 == status
    assert "there is one already" in err
    assert "mine" == (root / "exercises" / "sample" / "stub.py").read_text(encoding="utf-8")


def test_new_lesson_wants_a_module_that_exists(run, tmp_path):
    """And says which there are."""
    root = new_root(tmp_path)
    for name in ("qubits", "nowhere/qubits", "quantum_basics/", "quantum_basics/../x"):
        status, _, err = run("new", "lesson", name, "--root", str(root))

        assert 2 == status
        assert err
    assert [] == list((root / "modules" / "quantum_basics").iterdir())


def test_new_lesson_writes_page_questions_and_cards(run, tmp_path):
    """And says which line to add to the contents."""
    root = new_root(tmp_path)
    status, out, _ = run("new", "lesson", "quantum_basics/qubits", "--root", str(root))

    assert 0 == status
    assert ["qubits.cards.yml", "qubits.md", "qubits.questions.yml"] == sorted(
        path.name for path in (root / "modules" / "quantum_basics").iterdir()
    )
    assert "- file: modules/quantum_basics/qubits" in out


def new_root(folder: Path) -> Path:
    root = folder / "course"
    (root / "exercises").mkdir(parents=True)
    (root / "modules" / "quantum_basics").mkdir(parents=True)
    (root / "_config.yml").write_text("", encoding="utf-8")
    return root


def learner_copy(folder: Path) -> None:
    """A course without keys."""
    for name in ("exercise.toml", "task.en.md", "task.fr.md", "stub.py", "checks.py"):
        target = folder / "exercises" / "shelf_life" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((ROOT / "exercises" / "shelf_life" / name).read_bytes())


def test_the_language_asked_for_is_forgotten_afterwards(run, monkeypatch):
    """One call does not change the next one's."""
    run("list", "--language", "fr")

    assert "en" == os.environ["COURSE_LANG"]
    assert cli.COMMANDS

"""``pytest exercises/bell_pair/checks.py --answer my.py``: an exercise's checks as ordinary pytest tests.

The fixture ``answer`` comes from here; a check that fails is reported in words, in the learner's language, without a
traceback. Exit status: 0 every check passed, 1 not every one, 2 when the answer or the command can't be used.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

if TYPE_CHECKING:
    from .answer import Answer
    from .exercises import Check, Exercise

BAD_USE = 2
_FILES = ("checks.py", "hidden_checks.py")
_runs = pytest.StashKey["dict[Path, _Run]"]()
_cells = pytest.StashKey[list[str]]()


class _Run:
    """One exercise in this session: its answer's process and the results so far."""

    def __init__(self, exercise: Exercise, cells: list[str]) -> None:
        from .child import ChildTransport

        self.exercise = exercise
        self.transport = ChildTransport(cells, exercise.timeout_s)
        self.results: list[Any] = []

    def check(self, item: pytest.Function) -> Check:
        from .errors import ContentError

        name = item.name.removeprefix("test_")
        for check in self.exercise.all_checks(hidden=True):
            if check.name == name and check.hidden == (item.path.name == "hidden_checks.py"):
                return check
        raise ContentError(
            {
                "en": f"{self.exercise.slug}: the test {item.name} has no entry [checks.{name}]. Add it to exercise.toml or hidden.toml.",
                "fr": f"{self.exercise.slug}\u00a0: le test {item.name} n’a pas d’entrée [checks.{name}]. Ajoutez-la à exercise.toml ou hidden.toml.",
            }
        )


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--answer`` and ``--language``."""
    group = parser.getgroup("qcourse", "checks of the course's exercises")
    group.addoption(
        "--answer", metavar="FILE", help="the learner's .py file or notebook, for the checks of an exercise"
    )
    group.addoption(
        "--language",
        choices=("en", "fr"),
        help="language of the checks' messages; else COURSE_LANG, else the system's",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> int | None:
    """Refuse at once what can't be used, as one message and status 2."""
    if config.option.language:
        os.environ["COURSE_LANG"] = config.option.language
    if config.option.answer is None:
        return _refuse(_NO_ANSWER) if any(_exercise_folder(_path(word)) for word in config.args) else None
    from . import answer_file
    from .errors import CourseError

    try:
        config.stash[_cells] = answer_file.read_path(Path(config.option.answer))
    except CourseError as error:
        return _refuse(error.text)
    return None


def pytest_configure(config: pytest.Config) -> None:
    """Begin with no exercise."""
    config.stash[_runs] = {}


def pytest_unconfigure(config: pytest.Config) -> None:
    """End the answers' processes."""
    for run in config.stash.get(_runs, {}).values():
        run.transport.close()


@pytest.fixture
def answer(request: pytest.FixtureRequest) -> Answer:
    """The learner's functions, in a process with the exercise's time limit."""
    from .lang import current, pick
    from .running import answer_for

    run = _run(request.config, request.path)
    if run is None:
        pytest.fail(pick(_NOT_AN_EXERCISE, current()), pytrace=False)
    return answer_for(run.exercise, run.check(request.node), run.transport)


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a check as everywhere else (see ``running.judge``), partial credit included."""
    run = _run(pyfuncitem.config, pyfuncitem.path)
    if run is None or "answer" not in pyfuncitem.funcargs:
        return None
    from .running import judge

    result = judge(run.check(pyfuncitem), pyfuncitem.obj, cast("Answer", pyfuncitem.funcargs["answer"]))
    run.results.append(result)
    if not result.passed:
        raise _NotPassedError(result)
    return True


class _NotPassedError(Exception):
    """A check's result that isn't full marks."""

    def __init__(self, result: Any) -> None:
        super().__init__(result.name)
        self.result = result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Say a check's failure, or any error of the course's own, in words."""
    report = yield
    if call.excinfo is None:
        return report
    from . import verdict_text
    from .errors import CourseError
    from .lang import current, pick

    error = call.excinfo.value
    if isinstance(error, _NotPassedError):
        lines = [
            verdict_text.headline(error.result, current()),
            *verdict_text.details(error.result, current()),
        ]
        report.longrepr = "\n".join(lines)
    elif isinstance(error, CourseError) and not isinstance(error, AssertionError):
        report.longrepr = pick(error.text, current())
    return report


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """After the tests: the points, and notes on cells that could not be run."""
    from . import answer_file, verdict_text
    from .lang import current, pick
    from .verdict import Verdict

    for run in config.stash[_runs].values():
        for error in run.transport.errors:
            terminalreporter.write_line(
                "! " + pick(answer_file.said(error, Path(config.option.answer).name), current())
            )
        verdict = Verdict(run.exercise.slug, run.exercise.version, tuple(run.results))
        terminalreporter.write_line(
            f"{run.exercise.slug}: {verdict_text.summary(verdict, run.exercise, current())}"
        )


def _run(config: pytest.Config, path: Path) -> _Run | None:
    folder = _exercise_folder(path)
    if folder is None or config.option.answer is None:
        return None
    runs = config.stash[_runs]
    if folder not in runs:
        from .exercises import load_folder

        keys = folder / "private"
        runs[folder] = _Run(
            load_folder(folder, keys if (keys / "hidden.toml").is_file() else None), config.stash[_cells]
        )
    return runs[folder]


def _exercise_folder(path: Path) -> Path | None:
    """The exercise that a checks file belongs to."""
    if path.name not in _FILES:
        return None
    folder = path.parent if path.name == "checks.py" else path.parent.parent
    return folder if (folder / "exercise.toml").is_file() else None


def _path(word: str) -> Path:
    return Path(word.partition("::")[0]).absolute()


def _refuse(text: Any) -> int:
    from .lang import current, pick

    print(pick(text, current()), file=sys.stderr)
    return BAD_USE


_NO_ANSWER = {
    "en": "No answer to check: add --answer FILE, with your .py file or notebook.",
    "fr": "Aucune réponse à vérifier\u00a0: ajoutez --answer FILE, avec votre fichier .py ou votre calepin.",
}
_NOT_AN_EXERCISE = {
    "en": "The fixture `answer` serves the checks of an exercise only, with --answer FILE.",
    "fr": "La fixture `answer` ne sert que les vérifications d’un exercice, avec --answer FILE.",
}

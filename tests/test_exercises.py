"""The content of every exercise: its checks tell right from wrong, and say so in both languages."""

from __future__ import annotations

import contextlib
import math
import re
import signal
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from qcourse import calls, exercise_rules, exercises, facts, mutants
from qcourse.answer import LocalTransport
from qcourse.figures import two_screens
from qcourse.lang import LANGUAGES
from qcourse.running import run_checks
from qcourse.verdict import Verdict

ROOT = Path(__file__).resolve().parents[1]
SLUGS = exercises.names(ROOT)
SEEDS = (1, 20, 300)
WRONG = [
    (slug, path.name) for slug in SLUGS for path in exercise_rules.wrong_files(exercises.load(slug, ROOT))
]


def verdict_on(exercise: exercises.Exercise, source: str, seed: int | None = None) -> Verdict:
    """The verdict of all checks, public and hidden, on an answer in this process."""
    namespace: dict[str, Any] = {"__name__": "answer"}
    with time_limit(exercise.timeout_s):
        # A mutant may raise while it is read; what it defined before then counts.
        with contextlib.suppress(Exception):
            exec(compile(source, calls.ANSWER_NAME, "exec"), namespace)
        return run_checks(exercise, LocalTransport(namespace), hidden=True, seed=seed)


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Stop a mutant that loops for ever by an exception inside it, where the system has such a clock."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def failed(verdict: Verdict) -> set[str]:
    return {result.name for result in verdict.results if not result.passed}


@pytest.fixture(params=SLUGS)
def exercise(request) -> exercises.Exercise:
    """One exercise with its keys."""
    return exercises.load(request.param, ROOT)


@pytest.fixture
def reference(exercise) -> str:
    """The source of its reference."""
    return (exercise.private / "solution.py").read_text(encoding="utf-8")


def test_the_folder_is_well_made(exercise):
    """Every rule of ``exercise_rules`` holds."""
    assert [] == [breach.text["en"] for breach in exercise_rules.breaches(exercise.folder)]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_reference_passes_every_check(exercise, reference, seed):
    """Whatever the seed: a right answer never fails by luck."""
    verdict = verdict_on(exercise, reference, seed)

    assert {} == {
        result.name: (result.kind, result.finding, result.error)
        for result in verdict.results
        if not result.passed
    }
    assert exercise_rules.settings.TOTAL == verdict.earned


def test_the_stub_fails_only_with_its_own_mark(exercise):
    """It can be imported, and what is not written yet is said to be that."""
    verdict = verdict_on(exercise, exercise.read("stub.py"))

    assert {"not_written"} == {result.kind for result in verdict.results}
    assert 0 == verdict.earned


@pytest.mark.parametrize(("slug", "name"), WRONG)
def test_a_wrong_answer_fails_exactly_what_its_first_line_says(slug, name):
    """No check more and none less, with a message and a detail in both languages."""
    exercise = exercises.load(slug, ROOT)
    path = exercise.private / "wrong" / name
    verdict = verdict_on(exercise, path.read_text(encoding="utf-8"))

    assert sorted(exercise_rules.named_failures(path)) == sorted(failed(verdict))
    for result in verdict.results:
        if not result.passed:
            assert result.message
            detail = result.finding.text() if result.finding else result.error
            assert all(detail[language].strip() for language in LANGUAGES)


@pytest.mark.parametrize(("slug", "name"), WRONG)
def test_what_a_failure_says_gives_no_private_line_away(slug, name):
    """Neither pointer nor finding holds a line of the reference."""
    exercise = exercises.load(slug, ROOT)
    reference = (exercise.private / "solution.py").read_text(encoding="utf-8")
    public = exercise.read("stub.py") + exercise.task("en")
    lines = {" ".join(line.split()) for line in reference.splitlines()}
    telling = {
        line
        for line in lines
        if len(line) >= 24 and line not in public and not line.startswith(("from ", "import "))
    }
    verdict = verdict_on(exercise, (exercise.private / "wrong" / name).read_text(encoding="utf-8"))
    for result in verdict.results:
        said = " ".join(str(result.data()).split())

        assert [] == [line for line in telling if line in said]


def test_every_mutant_of_the_reference_is_caught(exercise, reference):
    """Or changes nothing that the contract observes, and is listed with its reason."""
    path = exercise.private / "equivalent.toml"
    listed = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    passed = [
        mutant.change for mutant in mutants.mutants(reference) if verdict_on(exercise, mutant.source).passed
    ]

    assert sorted(entry["change"] for entry in listed.get("mutant", [])) == sorted(passed)
    assert all(entry["reason"].strip() for entry in listed.get("mutant", []))


def test_its_facts_may_be_stated(exercise):
    """Each id exists and has a status that allows it."""
    register = facts.register()

    assert [] == [
        fact for fact in exercise.facts if fact not in register or register[fact].status not in facts.STATABLE
    ]


def test_numbers_in_the_stub_agree_with_the_register(exercise):
    """A table that repeats a fact's value must name the fact, and stay equal to it."""
    register = facts.register()
    stub = exercise.read("stub.py")
    for fact in exercise.facts:
        for name, value in register[fact].values.items():
            written = re.search(rf"{re.escape(fact)}(?: {re.escape(name)})?\W+(\d[\w.\-]*)", stub)

            assert written is None or str(value) == written[1]


def test_the_cards_of_who_decides_are_those_of_the_lesson():
    """The figure and the exercise place the fifteen decisions in the same way."""
    exercise = exercises.load("who_decides", ROOT)
    namespace: dict[str, Any] = {}
    exec((exercise.private / "solution.py").read_text(encoding="utf-8"), namespace)
    data = (ROOT / "src" / "qcourse" / "figures" / "actors_map.yml").read_text(encoding="utf-8")
    shown = yaml.safe_load(data)["cards"]

    assert {card["id"]: card["level"] for card in shown} == namespace["decide"]()
    assert sorted({fact for card in shown for fact in card["facts"]}) == sorted(exercise.facts)
    for language in LANGUAGES:
        task = exercise.task(language)
        told = exercise.private.joinpath(f"explanation.{language}.md").read_text(encoding="utf-8")
        for card in shown:
            assert f"* `{card['id']}` {card[language]}" in task
            assert card["reason"][language] in told


def test_the_measures_of_three_aims_are_those_of_the_lesson():
    """The figure and the exercise read the article in the same way."""
    exercise = exercises.load("three_aims", ROOT)
    namespace: dict[str, Any] = {}
    exec((exercise.private / "solution.py").read_text(encoding="utf-8"), namespace)
    shown = yaml.safe_load(
        (ROOT / "src" / "qcourse" / "figures" / "aims_tagger.yml").read_text(encoding="utf-8")
    )

    assert {measure["id"]: set(measure["aims"]) for measure in shown} == namespace["tag"]()
    for language in LANGUAGES:
        task = exercise.task(language)
        assert [] == [
            measure["id"] for measure in shown if f"* `{measure['id']}` {measure[language]}" not in task
        ]


def test_the_chances_of_chsh_game_are_those_of_the_circuit():
    """And of the lesson's figure, which turns the halves of a Bell pair by Ry(−angle)."""
    checks: dict[str, Any] = {}
    exec(exercises.load("chsh_game", ROOT).read("checks.py"), checks)
    alice, bob = (20, 75), (45, -60)
    played = checks["chances"](
        [math.radians(angle) for angle in alice], [math.radians(angle) for angle in bob]
    )
    for (x, y), chance in zip(checks["QUESTIONS"], played, strict=True):
        arrows = two_screens.amplitudes(alice[x], bob[y])
        agree = arrows[0] ** 2 + arrows[3] ** 2

        assert chance == pytest.approx(1 - agree if x and y else agree, abs=1e-5)

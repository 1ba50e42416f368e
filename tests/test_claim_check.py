"""The exercise on ten claims: its facts are the register's, its key uses the whole vocabulary, and guessing does not pay."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from qcourse import exercises, facts
from qcourse.figures.annotated_headline import QUESTIONS, VERDICTS
from qcourse.lang import LANGUAGES, date

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def exercise():
    return exercises.load("claim_check", ROOT)


@pytest.fixture(scope="module")
def key(exercise) -> dict[str, tuple[str, str]]:
    """The verdict and the question of each claim."""
    namespace: dict[str, Any] = {}
    exec((exercise.private / "hidden_checks.py").read_text(encoding="utf-8"), namespace)
    return namespace["KEY"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_facts_of_the_task_are_those_of_the_register(exercise, language):
    """Word for word and with their dates, so that nobody is marked against a fact that has changed."""
    shown = exercise.task(language).rpartition("\n## ")[2].splitlines()
    told = [line.removeprefix("* ") for line in shown if line.startswith("* ")]
    expected = [
        f"{fact.claim[language]} ({date(fact.as_of, language)})" for fact in map(facts.find, exercise.facts)
    ]

    assert sorted(expected) == sorted(told)


def test_every_verdict_and_every_question_is_needed(key):
    """Each of the four verdicts at least twice, each of the eight questions at least once."""
    verdicts = [verdict for verdict, _ in key.values()]

    assert all(verdicts.count(verdict) >= 2 for verdict in VERDICTS)
    assert set(QUESTIONS) == {question for _, question in key.values()}


def test_one_answer_for_all_earns_little(key):
    """The same verdict, or the same three questions, for all ten claims is worth at most half."""
    verdicts, questions = zip(*key.values(), strict=True)
    best = sorted(map(questions.count, QUESTIONS), reverse=True)[:3]

    assert max(map(verdicts.count, VERDICTS)) <= 3
    assert sum(best) <= 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_explanation_gives_the_key_and_its_facts(exercise, key, language):
    """Each claim with its verdict and its question; what it cites is what the task shows."""
    told = exercise.private.joinpath(f"explanation.{language}.md").read_text(encoding="utf-8")
    words = {
        "en": dict(zip(VERDICTS, ("supported", "overstated", "false", "cannot tell"), strict=True)),
        "fr": dict(zip(VERDICTS, ("étayé", "exagéré", "faux", "indécidable"), strict=True)),
    }[language]

    assert [] == [
        claim
        for claim, (verdict, question) in key.items()
        if f"* `{claim}` ({words[verdict]}, `{question}`)" not in told
    ]
    assert set(re.findall(r"\(`([\w-]{5,})`\)", told)) <= set(exercise.facts)


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_is_one_sheet_of_paper(site, chromium, language):
    """Chromium prints it on a single A4 page, with all thirteen questions and without what only a screen needs."""
    page = chromium.new_page()
    page.goto(site.joinpath(language, "book", "claim_card.html").as_uri())
    printed = page.pdf(prefer_css_page_size=True)
    page.emulate_media(media="print")

    assert 1 == len(re.findall(rb"/Type\s*/Page\b", printed))
    assert re.search(rb"/MediaBox\s*\[0 0 59[45]\.?\d* 84[12]\.?\d*\]", printed)
    assert 13 == page.locator("main tbody tr:visible").count()
    assert not page.locator(".qc-not-printed").is_visible()
    page.close()

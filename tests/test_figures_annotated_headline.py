"""The annotated headline: the marks, the readings and the facts behind them, and the simulation of the lesson."""

import re
from pathlib import Path

import pytest

from qcourse.facts import statable
from qcourse.figures.annotated_headline import (
    QUESTIONS,
    STATES,
    VERDICTS,
    AnnotatedHeadline,
    headlines,
    pieces,
    plain,
    right,
    sampling_score,
)
from qcourse.figures.words import percent

LANGUAGES = ("en", "fr")
ROOT = Path(__file__).parents[1]


def marked(one, language):
    """The questions that some words answer."""
    both = pieces(one["head"][language]) + pieces(one["text"][language])
    return {name for piece in both for name in piece["answers"]}


def test_pieces_keep_every_word():
    """Marks are taken out and nothing else is."""
    found = pieces("One [q1 q8|two], three [q2|four]")

    assert ["One ", "two", ", three ", "four"] == [piece["words"] for piece in found]
    assert [[], ["q1", "q8"], [], ["q2"]] == [piece["answers"] for piece in found]
    assert not re.search(
        r"[\[\]|]",
        "".join(plain(one[part][x]) for one in headlines() for part in ("head", "text") for x in LANGUAGES),
    )


def test_words_light_up_where_the_text_answers():
    """Every question is read, and lights up words exactly where the text answers, alike in both languages."""
    for one in headlines():
        assert list(QUESTIONS) == list(one["questions"]), one["id"]
        assert {reading["state"] for reading in one["questions"].values()} <= set(STATES)
        answered = {name for name, reading in one["questions"].items() if reading["state"] != "missing"}
        assert answered == marked(one, "en") == marked(one, "fr"), one["id"]


def test_each_verdict_is_met_once():
    """Four headlines, four verdicts, each with a question that is not fully answered."""

    assert sorted(VERDICTS) == sorted(one["verdict"] for one in headlines())
    assert all(one["questions"][one["decides"]]["state"] != "said" for one in headlines())
    assert 4 == right({one["id"]: one["verdict"] for one in headlines()})
    assert 1 == right(dict.fromkeys((one["id"] for one in headlines()), "supported"))


def test_facts_may_be_stated():
    """A verdict other than “cannot tell” rests on facts that may be stated; that one rests on none."""
    for one in headlines():
        assert (one["verdict"] == "cannot_tell") is (one["facts"] == []), one["id"]
        for fact_id in one["facts"]:
            statable(fact_id)


def test_noise_wears_the_score_down():
    """The score of the sampling task falls with noise, and is nil when every gate scrambles."""
    scores = [sampling_score(noise) for noise in (0, 0.01, 0.05, 0.2, 1)]

    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 0.7
    assert scores[-1] == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("language", LANGUAGES)
def test_rubric_is_the_same_everywhere(language):
    """Lesson, card, task and figure ask the same eight questions, word for word."""
    from .pages import Page

    rubric = [AnnotatedHeadline.words[name][language] for name in QUESTIONS]
    texts = {"task": (ROOT / "exercises" / "claim_check" / f"task.{language}.md").read_text(encoding="utf-8")}
    for name in ("modules/quantum_basics/checking_claims", "book/claim_card"):
        page = Page(name)
        texts[name] = page.source if language == "en" else "\n".join(page.translations.values())

    assert [] == [
        (name, question) for name, text in texts.items() for question in rubric if question not in text
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_lesson_gives_the_simulated_score(language):
    """The numbers of the lesson's simulation are those computed here."""
    from .pages import Page

    page = Page("modules/quantum_basics/checking_claims")
    text = page.source if language == "en" else "\n".join(page.translations.values())
    shown = [percent(sampling_score(noise) / sampling_score(0), language, 0) for noise in (0.01, 0.05, 0.2)]

    assert [] == [share for share in shown if share not in text]


@pytest.mark.parametrize("language", LANGUAGES)
def test_vendor_questions_are_the_same_everywhere(language):
    """The route “A vendor visits”, the lesson and the card ask the same five questions, word for word."""
    from .pages import Page

    def text(name):
        page = Page(name)
        return page.source if language == "en" else "\n".join(page.translations.values())

    route = (
        Page("book/how_to_use").source.partition("(vendor-visits)=")[2].partition("(european-workshop)=")[0]
    )
    asked = re.findall(r"^\d\. (.*)$", route, re.MULTILINE)
    if language == "fr":
        asked = [Page("book/how_to_use").translations[question] for question in asked]

    assert 5 == len(asked)
    for name in ("modules/quantum_basics/checking_claims", "book/claim_card"):
        assert [] == [question for question in asked if question not in text(name)], name

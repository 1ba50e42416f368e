"""The annotated headline: the marks, the readings and the facts behind them, and the simulation of the lesson."""

import re

import pytest

from qcourse.facts import statable
from qcourse.figures.annotated_headline import (
    QUESTIONS,
    STATES,
    VERDICTS,
    headlines,
    pieces,
    plain,
    right,
    sampling_score,
)

LANGUAGES = ("en", "fr")


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

"""Ten hard questions to answer aloud in a minute, each with an answer, what to say, what not to, and dated facts."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml

from ..facts import statable
from ..lang import number
from .base import Figure, data_file
from .drawing import ACCENT, LINE, MUTED, box, picture, text
from .words import dated

SECONDS = 60
"""How long an answer may take."""
LEVELS = (1, 2, 3)


@cache
def questions() -> list[dict[str, Any]]:
    """The ten questions as they stand in ``hard_questions.yml``, from the easiest level to the hardest."""
    return yaml.safe_load(data_file("hard_questions.yml"))


class HardQuestions(Figure):
    """One question at a time: answer aloud, against the clock if you like, then compare."""

    title = {"en": "Ten hard questions", "fr": "Dix questions difficiles"}
    alt = {
        "en": "The ten questions by level. In the corridor: our e-mails today, the date, change everything. In a meeting: a link sold as unbreakable, quantum advantage, how much money, a machine without a permit. Facing a sceptic: a leak of technology, machines that do not exist, the federal deadline.",
        "fr": "Les dix questions par niveau. Dans le couloir\u00a0: nos courriels aujourd’hui, la date, tout changer. En réunion\u00a0: une liaison dite inviolable, l’avantage quantique, combien d’argent, une machine sans permis. Devant une personne sceptique\u00a0: une fuite de technologie, des machines qui n’existent pas, l’échéance fédérale.",
    }
    caption = {
        "en": "Answer aloud before you look. The answers are the course’s, among other good ones; the facts come from its register, with their dates. A fact past its date is checked before it is said.",
        "fr": "Répondez à voix haute avant de regarder. Les réponses sont celles du cours, parmi d’autres qui conviennent; les faits viennent de son registre, avec leur date. Un fait dont la date est passée se vérifie avant de se dire.",
    }
    numbers = {"en": "All ten questions with their answers", "fr": "Les dix questions et leurs réponses"}
    words = {
        "questions": {"en": "The ten questions", "fr": "Les dix questions"},
        "question_of": {
            "en": "Question {place} of {total} · {level}",
            "fr": "Question {place} sur {total} · {level}",
        },
        "level_1": {"en": "in the corridor", "fr": "dans le couloir"},
        "level_2": {"en": "in a meeting", "fr": "en réunion"},
        "level_3": {"en": "facing a sceptic", "fr": "devant une personne sceptique"},
        "state_open": {"en": "not compared", "fr": "non comparée"},
        "state_compared": {"en": "compared", "fr": "comparée"},
        "timer": {"en": "Use a timer of one minute", "fr": "Chronométrer une minute"},
        "start": {"en": "Start the minute", "fr": "Lancer la minute"},
        "left": {"en": "{seconds} s", "fr": "{seconds}\u00a0s"},
        "running": {
            "en": "The minute runs: answer aloud.",
            "fr": "La minute s’écoule\u00a0: répondez à voix haute.",
        },
        "over": {
            "en": "The minute is over. Finish your sentence; nothing is lost.",
            "fr": "La minute est écoulée. Terminez votre phrase; rien n’est perdu.",
        },
        "show": {"en": "Show an answer", "fr": "Voir une réponse"},
        "previous": {"en": "Previous", "fr": "Précédente"},
        "next": {"en": "Next", "fr": "Suivante"},
        "answer": {"en": "An answer", "fr": "Une réponse"},
        "say": {"en": "Say", "fr": "À dire"},
        "not": {"en": "Do not say", "fr": "À ne pas dire"},
        "facts": {"en": "From the register", "fr": "Du registre"},
        "first": {
            "en": "Answer aloud, then compare.",
            "fr": "Répondez à voix haute, puis comparez.",
        },
        "progress": {"en": "{compared} of {total} compared.", "fr": "{compared} sur {total} comparées."},
        "restart": {"en": "Start again", "fr": "Recommencer"},
        "question": {"en": "Question", "fr": "Question"},
        "asked": {"en": "{place}. {ask} ({level})", "fr": "{place}. {ask} ({level})"},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """The questions with their answers, and the facts with their dates."""
        return {
            "seconds": SECONDS,
            "questions": [
                {
                    **{key: one[key] for key in ("id", "level", "short", "ask", "answer", "say", "not")},
                    "facts": [_fact(fact_id) for fact_id in one["facts"]],
                }
                for one in questions()
            ],
        }

    @classmethod
    def still(cls, language: str) -> str:
        """The ten questions by level, each by its short name."""
        drawn = []
        y = 24
        for level in LEVELS:
            drawn.append(text(16, y, cls.word(f"level_{level}", language), 14, fill=MUTED))
            for place, one in enumerate(questions(), 1):
                if one["level"] == level:
                    y += 32
                    drawn += [
                        box(16, y - 20, 488, 27, rx=6, fill="none", stroke=LINE),
                        text(28, y - 2, number(place, language), 14, font_weight="bold", fill=ACCENT),
                        text(58, y - 2, one["short"][language], 14),
                    ]
            y += 38
        return picture(520, y - 14, cls.alt[language], *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """Each question with its answer, what to say and not to say, and its facts."""
        rows = [[cls.word(key, language) for key in ("question", "answer", "say", "not", "facts")]]
        for place, one in enumerate(questions(), 1):
            asked = cls.word(
                "asked",
                language,
                place=number(place, language),
                ask=one["ask"][language],
                level=cls.word(f"level_{one['level']}", language),
            )
            facts = " ".join(
                f"{fact['claim'][language]} {fact['dated'][language]}" for fact in map(_fact, one["facts"])
            )
            rows.append([asked, *(one[key][language] for key in ("answer", "say", "not")), facts])
        return rows


def _fact(fact_id: str) -> dict[str, Any]:
    fact = statable(fact_id)
    return {"claim": dict(fact.claim), "dated": dated(fact)}

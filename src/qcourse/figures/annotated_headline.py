"""Four headlines to question with the rubric: the words that answer light up, then the verdict with its reason.

``sampling_score`` computes the example of the lesson: how noise wears down a sampling task that only physicists set.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from ..facts import statable
from ..lang import LANGUAGES, date
from .base import Figure, data_file
from .drawing import ACCENT, INK, LINE, MUTED, SURFACE, box, picture, tag, text

QUESTIONS = tuple(f"q{place}" for place in range(1, 9))
VERDICTS = ("supported", "overstated", "false", "cannot_tell")
STATES = ("said", "partly", "missing")
_MARKED = re.compile(r"\[((?:q[1-8] ?)+)\|([^\]]*)\]")


@cache
def headlines() -> list[dict[str, Any]]:
    """The four headlines with the course's own reading, as they stand in ``annotated_headline.yml``."""
    return yaml.safe_load(data_file("annotated_headline.yml"))


def pieces(marked: str) -> list[dict[str, Any]]:
    """A marked sentence in pieces, each with its words and the questions that they answer."""
    found, end = [], 0
    for match in _MARKED.finditer(marked):
        found += [{"words": marked[end : match.start()], "answers": []}] if match.start() > end else []
        found.append({"words": match[2], "answers": match[1].split()})
        end = match.end()
    return found + ([{"words": marked[end:], "answers": []}] if end < len(marked) else [])


def plain(marked: str) -> str:
    """A marked sentence without its marks."""
    return "".join(piece["words"] for piece in pieces(marked))


def right(given: Mapping[str, str]) -> int:
    """How many of the verdicts given are the course's."""
    return sum(given.get(one["id"]) == one["verdict"] for one in headlines())


@cache
def sampling_score(noise: float) -> float:
    """The score of random-circuit sampling on five qubits: 32 times the mean ideal chance of what is read, less one.

    It is exact (nothing is sampled) for one fixed circuit of eight layers; after each CX its two qubits are, with
    chance ``noise``, replaced by two random ones (Qiskit's depolarizing error). A machine that returns every outcome
    equally often scores 0.
    """
    import numpy as np
    from qiskit import QuantumCircuit
    from qiskit.quantum_info import PTM, DensityMatrix, Statevector, SuperOp

    scrambled = SuperOp(PTM(np.diag([1.0] + [1 - noise] * 15)))
    turns = np.random.default_rng(3)
    ideal = Statevector.from_label("00000")
    noisy = DensityMatrix(ideal)
    link = QuantumCircuit(2)
    link.cx(0, 1)
    for layer in range(8):
        turned = QuantumCircuit(5)
        for qubit in range(5):
            turned.u(*turns.uniform(0, 2 * np.pi, 3), qubit)
        ideal, noisy = ideal.evolve(turned), noisy.evolve(turned)
        for qubit in range(layer % 2, 4, 2):
            pair = [qubit, qubit + 1]
            ideal, noisy = ideal.evolve(link, pair), noisy.evolve(link, pair).evolve(scrambled, pair)
    return round(float(32 * ideal.probabilities() @ noisy.probabilities() - 1), 9)


class AnnotatedHeadline(Figure):
    """The reader puts the eight questions to a headline, gives a verdict, then compares it with the course's."""

    title = {"en": "Question a headline", "fr": "Interrogez un titre"}
    alt = {
        "en": "A grid of four headlines and eight questions. A full disc means that the text answers, a half disc that it answers in part, an empty one that it does not. Verdicts: overstated, false, supported, cannot tell.",
        "fr": "Une grille de quatre titres et huit questions. Un disque plein\u00a0: le texte répond; un demi-disque\u00a0: en partie; un disque vide\u00a0: non. Verdicts\u00a0: exagéré, faux, étayé, indécidable.",
    }
    caption = {
        "en": "The headlines are the course’s own; Exemplia is an invented firm. The result of Nord Quantique is in the register.",
        "fr": "Les titres sont du cours; Exemplia est une entreprise inventée. Le résultat de Nord Quantique est au registre.",
    }
    numbers = {"en": "The course’s reading in a table", "fr": "La lecture du cours en tableau"}
    words = {
        "headlines": {"en": "The four headlines", "fr": "Les quatre titres"},
        "headline_of": {"en": "Headline {place} of {total}", "fr": "Titre {place} sur {total}"},
        "state_open": {"en": "not judged", "fr": "non jugé"},
        "state_tagged": {"en": "verdict given", "fr": "verdict donné"},
        "state_compared": {"en": "compared", "fr": "comparé"},
        "ask": {"en": "Put a question to the text", "fr": "Posez une question au texte"},
        "q1": {
            "en": "Was it done, estimated, planned or hoped for?",
            "fr": "Est-ce fait, estimé, prévu ou espéré?",
        },
        "q2": {
            "en": "What was the task, and who needs its answer?",
            "fr": "Quelle était la tâche, et qui a besoin de sa réponse?",
        },
        "q3": {
            "en": "Compared with which other method, and is it the best one known?",
            "fr": "Par rapport à quelle autre méthode, et est-ce la meilleure connue?",
        },
        "q4": {
            "en": "What exactly is counted, and what is left out of the count?",
            "fr": "Que compte-t-on au juste, et que laisse-t-on hors du compte?",
        },
        "q5": {
            "en": "At what size, in what place and under what conditions?",
            "fr": "À quelle taille, en quel lieu et dans quelles conditions?",
        },
        "q6": {
            "en": "How does it work, and what else does it need?",
            "fr": "Comment cela marche-t-il, et que faut-il d’autre?",
        },
        "q7": {
            "en": "Who measured it, and who else has checked?",
            "fr": "Qui l’a mesuré, et qui d’autre l’a vérifié?",
        },
        "q8": {
            "en": "Of what date is it, and what has happened since?",
            "fr": "De quand est-ce, et que s’est-il passé depuis?",
        },
        "said": {"en": "The text answers", "fr": "Le texte répond"},
        "partly": {"en": "The text answers in part", "fr": "Le texte répond en partie"},
        "missing": {"en": "The text does not answer", "fr": "Le texte ne répond pas"},
        "told": {"en": "{state} ({words}). {note}", "fr": "{state} ({words}). {note}"},
        "told_missing": {"en": "{state}. {note}", "fr": "{state}. {note}"},
        "quote": {"en": "“{words}”", "fr": "«\u00a0{words}\u00a0»"},
        "comma": {"en": ", ", "fr": ", "},
        "start": {
            "en": "Choose a question: the words that answer it light up.",
            "fr": "Choisissez une question\u00a0: les mots qui y répondent s’éclairent.",
        },
        "verdict": {"en": "Your verdict on the headline", "fr": "Votre verdict sur le titre"},
        "supported": {"en": "Supported", "fr": "Étayé"},
        "overstated": {"en": "Overstated", "fr": "Exagéré"},
        "false": {"en": "False", "fr": "Faux"},
        "cannot_tell": {"en": "Cannot tell", "fr": "Indécidable"},
        "compare": {"en": "Compare with the course’s verdict", "fr": "Comparer avec le verdict du cours"},
        "choose_first": {"en": "Choose a verdict first.", "fr": "Choisissez d’abord un verdict."},
        "previous": {"en": "Previous", "fr": "Précédent"},
        "next": {"en": "Next", "fr": "Suivant"},
        "reading": {"en": "The course’s verdict: {verdict}.", "fr": "Verdict du cours\u00a0: {verdict}."},
        "decides": {
            "en": "The answer to ask for first: {question}",
            "fr": "La réponse à demander d’abord\u00a0: {question}",
        },
        "register": {"en": "In the register", "fr": "Au registre"},
        "as_of": {"en": "{claim} ({date})", "fr": "{claim} ({date})"},
        "match": {"en": "Same verdict.", "fr": "Même verdict."},
        "differ": {"en": "Another verdict.", "fr": "Autre verdict."},
        "progress": {
            "en": "{compared} of {total} compared; same verdict: {right}.",
            "fr": "{compared} sur {total} comparés; même verdict\u00a0: {right}.",
        },
        "nothing_yet": {
            "en": "Give a verdict, then compare.",
            "fr": "Donnez un verdict, puis comparez.",
        },
        "restart": {"en": "Start again", "fr": "Recommencer"},
        "headline": {"en": "Headline", "fr": "Titre"},
        "question": {"en": "Question", "fr": "Question"},
        "answer": {"en": "Does the text answer?", "fr": "Le texte répond-il?"},
        "note": {"en": "What it says, what is missing", "fr": "Ce qu’il dit, ce qui manque"},
        "row_verdict": {"en": "Verdict", "fr": "Verdict"},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """The headlines in pieces, the reading of each question, and the verdict with its reason and facts."""
        return {
            "questions": list(QUESTIONS),
            "verdicts": list(VERDICTS),
            "headlines": [
                {
                    "id": one["id"],
                    "short": one["short"],
                    "head": {language: pieces(one["head"][language]) for language in LANGUAGES},
                    "text": {language: pieces(one["text"][language]) for language in LANGUAGES},
                    "questions": one["questions"],
                    "verdict": one["verdict"],
                    "decides": one["decides"],
                    "eraser": one["eraser"],
                    "facts": [_dated(fact_id) for fact_id in one["facts"]],
                }
                for one in headlines()
            ],
        }

    @classmethod
    def says(cls, headline: str, question: str, language: str) -> str:
        """What the page says when ``question`` is put to the headline with the id ``headline``."""
        one = next(one for one in headlines() if one["id"] == headline)
        reading = one["questions"][question]
        quoted = [
            cls.word("quote", language, words=piece["words"].strip(" ,."))
            for part in ("head", "text")
            for piece in pieces(one[part][language])
            if question in piece["answers"]
        ]
        return cls.word(
            "told" if quoted else "told_missing",
            language,
            state=cls.word(reading["state"], language),
            words=cls.word("comma", language).join(quoted),
            note=reading[language],
        )

    @classmethod
    def still(cls, language: str) -> str:
        """Which of the eight questions each headline answers, and the verdict."""
        drawn = [
            text(250 + 36 * place, 20, name, 13, text_anchor="middle", fill=MUTED)
            for place, name in enumerate(QUESTIONS)
        ]
        for row, one in enumerate(headlines()):
            y = 48 + 54 * row
            drawn.append(box(4, y - 22, 532, 48, rx=6, fill="none", stroke=LINE))
            drawn.append(text(14, y - 2, one["short"][language], 14, font_weight="bold"))
            drawn.append(text(14, y + 17, cls.word(one["verdict"], language), 13, fill=MUTED))
            for place, name in enumerate(QUESTIONS):
                drawn += _disc(250 + 36 * place, y + 2, one["questions"][name]["state"])
        keys = []
        for place, state in enumerate(STATES):
            keys += [
                *_disc(14 + 178 * place, 262, state),
                text(28 + 178 * place, 267, cls.word(state, language), 12, fill=MUTED),
            ]
        return picture(540, 280, cls.alt[language], *drawn, *keys)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """Each headline, what it answers to each question, then the verdict."""
        rows = [[cls.word(key, language) for key in ("headline", "question", "answer", "note")]]
        for one in headlines():
            head = plain(one["head"][language])
            for name in QUESTIONS:
                reading = one["questions"][name]
                rows.append(
                    [
                        head,
                        f"{name} {cls.word(name, language)}",
                        cls.word(reading["state"], language),
                        reading[language],
                    ]
                )
            rows.append(
                [
                    head,
                    cls.word("row_verdict", language),
                    cls.word(one["verdict"], language),
                    one["eraser"][language],
                ]
            )
        return rows


def _disc(x: float, y: float, state: str) -> list[str]:
    """A disc that is full, half full or empty."""
    drawn = [
        tag(
            "circle",
            cx=x,
            cy=y,
            r=8,
            fill=ACCENT if state == "said" else SURFACE,
            stroke=ACCENT if state != "missing" else INK,
        )
    ]
    if state == "partly":
        drawn.append(tag("path", d=f"M{x} {y - 8}A8 8 0 0 0 {x} {y + 8}Z", fill=ACCENT))
    return drawn


def _dated(fact_id: str) -> dict[str, str]:
    fact = statable(fact_id)
    return {
        language: AnnotatedHeadline.word(
            "as_of", language, claim=fact.claim[language], date=date(fact.as_of, language)
        )
        for language in LANGUAGES
    }

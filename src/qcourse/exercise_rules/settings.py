"""Rules on names, settings and points of an exercise."""

from __future__ import annotations

import re

from ..exercises import Exercise
from .rule import Found, Rule

TOTAL = 10


def _names(exercise: Exercise) -> Found:
    # A year may belong to the name, as in bb84; a number that counts exercises has one digit and is refused.
    if not re.fullmatch(r"[a-z]+(\d\d)?(_[a-z]+)*", exercise.slug):
        yield "", {"name": exercise.slug}


def _status(exercise: Exercise) -> Found:
    if exercise.status not in ("draft", "ready"):
        yield "exercise.toml", {"status": exercise.status}


def _ranges(exercise: Exercise) -> Found:
    for key, value, low, high in (
        ("minutes", exercise.minutes, 1, 120),
        ("difficulty", exercise.difficulty, 1, 3),
        ("timeout_s", exercise.timeout_s, 1, 120),
    ):
        if not low <= value <= high:
            yield "exercise.toml", {"key": key, "low": str(low), "high": str(high), "value": f"{value:g}"}


def _points(exercise: Exercise) -> Found:
    total = sum(check.points for check in exercise.all_checks(hidden=True))
    # Where the key is hidden, a check that a learner may see can be of the form alone, and worth nothing.
    hollow = any(
        check.points < 0 or (check.hidden and check.points == 0) for check in exercise.all_checks(hidden=True)
    )
    if abs(total - TOTAL) > 1e-9 or hollow:
        yield "exercise.toml", {"total": f"{total:g}"}


def _one_name(exercise: Exercise) -> Found:
    for name in exercise.checks.keys() & exercise.hidden.keys():
        yield "private/hidden.toml", {"name": name}


RULES: tuple[Rule, ...] = (
    Rule(
        "name",
        "The folder's name is the identity, and it is typed by hand.",
        {
            "en": "the name {name} is not lower-case words joined by underscores. Rename the folder.",
            "fr": "le nom {name} n’est pas fait de mots en minuscules joints par des soulignés. Renommez le dossier.",
        },
        _names,
    ),
    Rule(
        "status",
        "Only what is ready is shown as such to learners.",
        {
            "en": "status is {status}; expected draft or ready.",
            "fr": "status vaut {status}; on attend draft ou ready.",
        },
        _status,
    ),
    Rule(
        "ranges",
        "A learner plans with the minutes, and a grader with the limit.",
        {
            "en": "{key} is {value}; expected {low} to {high}.",
            "fr": "{key} vaut {value}; on attend de {low} à {high}.",
        },
        _ranges,
    ),
    Rule(
        "points",
        "Marks are comparable only when every exercise is worth the same.",
        {
            "en": "public and hidden points add up to {total}; expected 10, none below 0 and each hidden one above 0.",
            "fr": "les points publics et cachés totalisent {total}; on attend 10, aucun sous 0 et chacun des points cachés au-dessus de 0.",
        },
        _points,
    ),
    Rule(
        "one_name",
        "A check is told apart by its name alone.",
        {
            "en": "the check {name} is both public and hidden. Give one of them another name.",
            "fr": "la vérification {name} est à la fois publique et cachée. Donnez un autre nom à l’une d’elles.",
        },
        _one_name,
    ),
)

"""The command ``qcourse``: one table of commands, each imported only when it is called."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator, Sequence

import click

from ..errors import CourseError, Text
from ..lang import LANGUAGES, current, pick
from .spoken import Group, refusal

COMMANDS: dict[str, tuple[str, Text]] = {
    "course": (
        "qcourse.cli.book:course",
        {
            "en": "Build the book and serve it with its exercises.",
            "fr": "Construire le livre et le servir avec ses exercices.",
        },
    ),
    "book": (
        "qcourse.cli.book:book",
        {"en": "Build the book in both languages.", "fr": "Construire le livre dans les deux langues."},
    ),
    "slides": (
        "qcourse.cli.slides:slides",
        {
            "en": "Write the slides of the modules and of the workshop.",
            "fr": "Écrire les diapositives des modules et de l’atelier.",
        },
    ),
    "locale": (
        "qcourse.cli.book:locale",
        {"en": "Bring the French catalogs up to date.", "fr": "Mettre à jour les catalogues français."},
    ),
    "clean": (
        "qcourse.cli.book:clean",
        {"en": "Remove what the project generates.", "fr": "Retirer ce que le projet génère."},
    ),
    "list": (
        "qcourse.cli.exercise:list_exercises",
        {"en": "List the exercises.", "fr": "Énumérer les exercices."},
    ),
    "show": (
        "qcourse.cli.exercise:show",
        {"en": "Show an exercise’s task.", "fr": "Afficher la consigne d’un exercice."},
    ),
    "check": (
        "qcourse.cli.exercise:check",
        {"en": "Check an answer to an exercise.", "fr": "Vérifier une réponse à un exercice."},
    ),
    "hint": (
        "qcourse.cli.exercise:hint",
        {
            "en": "Give a hint, from a question to nearly there.",
            "fr": "Donner un indice, d’une question à presque la réponse.",
        },
    ),
    "cards": (
        "qcourse.cli.learner:cards",
        {"en": "Write the recall cards for Anki.", "fr": "Écrire les cartes de rappel pour Anki."},
    ),
    "verify": (
        "qcourse.cli.learner:verify",
        {
            "en": "Compare an attestation with its file.",
            "fr": "Comparer une attestation à son fichier.",
        },
    ),
    "items": (
        "qcourse.cli.items:items",
        {
            "en": "Say what a class’s tests tell, item by item.",
            "fr": "Dire ce que les tests d’un groupe apprennent, question par question.",
        },
    ),
    "class": (
        "qcourse.cli.class_view:class_view",
        {
            "en": "Show where a class is, in a page on this machine.",
            "fr": "Montrer où en est un groupe, dans une page de cette machine.",
        },
    ),
    "new": (
        "qcourse.cli.new:new",
        {
            "en": "Write the template of a lesson or an exercise.",
            "fr": "Écrire le gabarit d’une leçon ou d’un exercice.",
        },
    ),
    "submit": (
        "qcourse.cli.kit:submit",
        {"en": "Pack your answers to hand them in.", "fr": "Empaqueter vos réponses pour les remettre."},
    ),
    "grade": (
        "qcourse.cli.grade:grade",
        {
            "en": "Grade a class’s submissions, safely.",
            "fr": "Évaluer les remises d’un groupe, en toute sécurité.",
        },
    ),
    "regrade": (
        "qcourse.cli.grade:regrade",
        {
            "en": "Grade again and say whose marks would change.",
            "fr": "Évaluer de nouveau et dire quelles notes changeraient.",
        },
    ),
    "forget": (
        "qcourse.cli.grade:forget",
        {"en": "Erase a learner from the results.", "fr": "Effacer une personne des résultats."},
    ),
    "doctor": (
        "qcourse.cli.doctor:doctor",
        {
            "en": "Say which protections hold on this machine.",
            "fr": "Dire quelles protections tiennent sur cette machine.",
        },
    ),
    "kit": (
        "qcourse.cli.kit:kit",
        {
            "en": "Write the learner, teacher or self-paced kit.",
            "fr": "Écrire le paquet d’apprentissage, d’enseignement ou autonome.",
        },
    ),
    "table-kit": (
        "qcourse.cli.table_kit:table_kit",
        {
            "en": "Write the sheets of Table Q for a class, to print.",
            "fr": "Écrire les feuilles de Table Q pour un groupe, à imprimer.",
        },
    ),
    "packages": (
        "qcourse.cli.packages:packages",
        {
            "en": "Write the workshop’s kit, the offline site, the handbook and the other packages.",
            "fr": "Écrire la trousse de l’atelier, le site hors ligne, le manuel et les autres paquets.",
        },
    ),
}
"""Name → where its command is (``module:attribute``) and what it does, said in the list of commands."""

course = Group(
    "qcourse",
    COMMANDS,
    {
        "en": "The course’s own command: exercises, their checks, and the book.",
        "fr": "La commande du cours\u00a0: exercices, vérifications et livre.",
    },
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and exit: 0 done, 1 not all checks passed, 2 bad use; errors are one message, no traceback."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console that lacks a sign shows "?" instead of stopping
    with _speaking(_language(words)):
        sys.exit(_status(words))


def _status(words: list[str]) -> int:
    try:
        status = course.main(words, prog_name="qcourse", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help())
        return 2
    except click.UsageError as error:
        click.echo(refusal(error), err=True)
        return 2
    except CourseError as error:
        click.echo(pick(error.text, current()), err=True)
        return 2
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status if isinstance(status, int) else 0


def _language(words: Sequence[str]) -> str | None:
    """The value of ``--language``, wherever it stands: help and errors too are said in it."""
    for place, word in enumerate(words):
        if word == "--":
            return None
        if word == "--language" and place + 1 < len(words):
            return words[place + 1]
        if word.startswith("--language="):
            return word.partition("=")[2]
    return None


@contextlib.contextmanager
def _speaking(language: str | None) -> Iterator[None]:
    """``COURSE_LANG`` set to ``language`` meanwhile, so that errors and child processes speak it as well."""
    before = os.environ.get("COURSE_LANG")
    if language in LANGUAGES:
        os.environ["COURSE_LANG"] = language
    try:
        yield
    finally:
        if before is None:
            os.environ.pop("COURSE_LANG", None)
        else:
            os.environ["COURSE_LANG"] = before

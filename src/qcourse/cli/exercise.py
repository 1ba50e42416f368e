"""``qcourse list``, ``show``, ``check`` and ``hint``: the exercises from a shell."""

from __future__ import annotations

from pathlib import Path

import click

from ..lang import current, pick
from .spoken import Option, argument, command, root_option


@command(
    "list",
    {
        "en": "List the exercises: name, minutes, difficulty (1 easy to 3 hard) and title.",
        "fr": "Énumérer les exercices\u00a0: nom, minutes, difficulté (de 1, facile, à 3, difficile) et titre.",
    },
    root_option(),
)
def list_exercises(root: str | None) -> None:
    """Print one line for each exercise."""
    from ..exercises import load, names

    for slug in names(root):
        exercise = load(slug, root)
        draft = "" if exercise.status == "ready" else pick(_DRAFT, current())
        click.echo(
            f"{slug:<22} {exercise.minutes:>3} min  {'●' * exercise.difficulty:<3}  {pick(exercise.title, current())}{draft}"
        )


@command(
    "show",
    {
        "en": "Show the task of the exercise SLUG, then the lines to start from.\n\n--explanation shows why the answer is right, once yours is.",
        "fr": "Afficher la consigne de l’exercice SLUG, puis les lignes de départ.\n\n--explanation montre pourquoi la réponse est juste, une fois la vôtre trouvée.",
    },
    argument("slug"),
    Option(
        ["--explanation"],
        is_flag=True,
        help={"en": "Show the explanation instead.", "fr": "Afficher plutôt l’explication."},
    ),
    root_option(),
)
def show(slug: str, explanation: bool, root: str | None) -> None:
    """Print the task and stub, or the explanation."""
    from ..errors import UsageError
    from ..exercises import load

    exercise = load(slug, root)
    if not explanation:
        click.echo(f"{exercise.task(current()).rstrip()}\n\n---\n\n{exercise.read('stub.py').rstrip()}")
        return
    path = exercise.private / f"explanation.{current()}.md" if exercise.private else None
    if not path or not path.is_file():
        raise UsageError(
            {
                "en": f"{slug}: the explanations are not in this copy of the course. Ask the person who teaches it.",
                "fr": f"{slug}\u00a0: les explications ne sont pas dans cette copie du cours. Demandez-les à la personne qui l’enseigne.",
            }
        )
    click.echo(path.read_text(encoding="utf-8").rstrip())


@command(
    "check",
    {
        "en": "Check FILE (a .py file or a notebook) as an answer to the exercise SLUG.\n\nExit status: 0 every check passed, 1 not every one, 2 bad use.",
        "fr": "Vérifier FILE (un fichier .py ou un calepin) comme réponse à l’exercice SLUG.\n\nCode de sortie\u00a0: 0 tout est réussi, 1 pas tout, 2 mauvais usage.",
    },
    argument("slug"),
    argument("file"),
    Option(
        ["--save"],
        metavar="RECORD",
        help={
            "en": "Add the result to this file (made when absent), for the page “My progress”.",
            "fr": "Ajouter le résultat à ce fichier (créé au besoin), pour la page «\u00a0Ma progression\u00a0».",
        },
    ),
    root_option(),
)
def check(slug: str, file: str, save: str | None, root: str | None) -> int:
    """Print the verdict on the file; 0 when every public check passed, else 1."""
    from .. import answer_file, verdict_text
    from ..child import child
    from ..dashboard import journal
    from ..exercises import load
    from ..record import files as record_file
    from ..running import run_checks

    exercise = load(slug, root)
    path = Path(file)
    known = record_file.read_or_empty(Path(save)) if save else {}
    with child(answer_file.read_path(path), exercise.timeout_s) as transport:
        notes = [answer_file.said(error, path.name) for error in transport.errors]
        verdict = run_checks(exercise, transport, notes=notes)
    click.echo(verdict_text.said(verdict, exercise, current()))
    if save:
        record_file.add_result(Path(save), known, verdict.data())
        click.echo(pick(_SAVED, current()).format(file=save))
    if told := journal.note(verdict):
        click.echo(pick(told, current()), err=True)
    after = _EXPLAINED if verdict.passed else _HINTS
    if not verdict.passed or exercise.private:
        click.echo(pick(after, current()).format(slug=slug))
    return 0 if verdict.passed else 1


@command(
    "hint",
    {
        "en": "Give a hint for the exercise SLUG: 1 a question (the default), 2 a direction, 3 nearly there.",
        "fr": "Donner un indice pour l’exercice SLUG\u00a0: 1 une question (par défaut), 2 une piste, 3 presque la réponse.",
    },
    argument("slug"),
    argument("which", type=click.IntRange(1, 3), default=1, metavar="[1|2|3]"),
    root_option(),
)
def hint(slug: str, which: int, root: str | None) -> None:
    """Print one hint."""
    from .. import verdict_text
    from ..exercises import load

    click.echo(verdict_text.hint(load(slug, root), which, current()))


_DRAFT = {"en": " (draft)", "fr": " (ébauche)"}
_HINTS = {"en": "For a hint: qcourse hint {slug}", "fr": "Pour un indice\u00a0: qcourse hint {slug}"}
_SAVED = {"en": "Added to {file}.", "fr": "Ajouté à {file}."}
_EXPLAINED = {
    "en": "Why it is right: qcourse show {slug} --explanation",
    "fr": "Pourquoi c’est juste\u00a0: qcourse show {slug} --explanation",
}

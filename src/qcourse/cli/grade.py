"""``qcourse grade``, ``regrade`` and ``forget``: the marks of a class."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ..errors import Text
from ..lang import current, number, pick
from .spoken import Option, argument, command, root_option


def _grading_options() -> list[click.Parameter]:
    return [
        argument("submissions"),
        Option(
            ["--output"],
            required=True,
            metavar="DIR",
            help={"en": "Where the results go.", "fr": "Où vont les résultats."},
        ),
        Option(
            ["--private"],
            metavar="DIR",
            help={
                "en": "The exercises’ keys, kept elsewhere.",
                "fr": "Les clés des exercices, gardées ailleurs.",
            },
        ),
        Option(
            ["--exercise"],
            multiple=True,
            metavar="SLUG",
            help={
                "en": "Only this exercise; may be repeated.",
                "fr": "Cet exercice seulement; option répétable.",
            },
        ),
        Option(
            ["--workers"],
            type=click.IntRange(1, 256),
            metavar="N",
            help={
                "en": "Answers graded at a time; else one per processor.",
                "fr": "Nombre de réponses évaluées à la fois; sinon une par processeur.",
            },
        ),
        Option(
            ["--scheduler"],
            metavar="tcp://HOST:PORT",
            help={
                "en": "Grade on the machines of this Dask scheduler.",
                "fr": "Évaluer sur les machines de cet ordonnanceur Dask.",
            },
        ),
        Option(
            ["--timeout"],
            type=click.FloatRange(0.1, 3600),
            metavar="S",
            help={
                "en": "Seconds per answer; else each exercise’s own.",
                "fr": "Secondes par réponse; sinon celles de chaque exercice.",
            },
        ),
        Option(
            ["--memory"],
            type=click.IntRange(64, 65536),
            default=512,
            metavar="MB",
            help={"en": "Memory per answer; 512 by default.", "fr": "Mémoire par réponse; 512 par défaut."},
        ),
        Option(
            ["--isolation"],
            type=click.Choice(["strict", "reduced", "none"]),
            default="strict",
            help={
                "en": "strict (default) refuses to start where a protection is missing; the others are for people you trust.",
                "fr": "strict (par défaut) refuse de commencer s’il manque une protection; les autres conviennent à des personnes de confiance.",
            },
        ),
        Option(
            ["--policy"],
            metavar="FILE",
            help={
                "en": "Due dates, late rule, attempt that counts (TOML).",
                "fr": "Échéances, règle pour les retards, tentative qui compte (TOML).",
            },
        ),
        Option(
            ["--roster"],
            metavar="FILE",
            help={
                "en": "The class list (CSV), for Moodle and Canvas.",
                "fr": "La liste du groupe (CSV), pour Moodle et Canvas.",
            },
        ),
        Option(
            ["--overrides"],
            metavar="FILE",
            help={
                "en": "Marks by hand, rubric marks, extensions (TOML).",
                "fr": "Notes à la main, notes de fond, délais (TOML).",
            },
        ),
        Option(
            ["--fresh"], is_flag=True, help={"en": "Grade everything anew.", "fr": "Tout évaluer de nouveau."}
        ),
        root_option(),
    ]


def _shown_options() -> list[click.Parameter]:
    return [
        Option(
            ["--quiet"], is_flag=True, help={"en": "Say only the summary.", "fr": "N’afficher que le bilan."}
        ),
        Option(
            ["--events"],
            metavar="FILE",
            help={
                "en": "Write each step as a line of JSON.",
                "fr": "Écrire chaque étape en une ligne de JSON.",
            },
        ),
    ]


@command(
    "grade",
    {
        "en": "Grade SUBMISSIONS, a folder with a folder or zip archive per learner, as Moodle makes them too.\n\n"
        "Writes results.jsonl, gradebook.csv, feedback/ and report.html. Run again, it grades only what changed. Exit status: 0 every submission has its row, 2 it can’t start.",
        "fr": "Évaluer SUBMISSIONS, un dossier qui contient un dossier ou une archive zip par personne, comme ceux que produit Moodle.\n\n"
        "Écrit results.jsonl, gradebook.csv, feedback/ et report.html. Relancée, la commande n’évalue que ce qui a changé. Code de sortie\u00a0: 0 chaque remise a sa ligne, 2 impossible de commencer.",
    },
    *_grading_options(),
    *_shown_options(),
)
def grade(quiet: bool, events: str | None, **given: Any) -> int:
    """Grade a class; see the command’s help."""
    from ..grading.progress import shown
    from ..grading.run import run

    with shown(quiet, Path(events) if events else None) as progress:
        summary = run(_options(given), progress)
    _summarise(summary, given["output"], quiet)
    return 0


@command(
    "regrade",
    {
        "en": "Grade SUBMISSIONS again, say whose marks would change, and write only with --write.",
        "fr": "Évaluer de nouveau SUBMISSIONS, dire quelles notes changeraient, et n’écrire qu’avec --write.",
    },
    *_grading_options(),
    Option(
        ["--write"],
        is_flag=True,
        help={
            "en": "Write the new marks after listing them.",
            "fr": "Écrire les nouvelles notes après les avoir énumérées.",
        },
    ),
    *_shown_options(),
)
def regrade(quiet: bool, events: str | None, write: bool, **given: Any) -> int:
    """List the marks that would change; write them when asked."""
    from ..grading.progress import shown
    from ..grading.regrade import changes

    with shown(quiet, Path(events) if events else None) as progress:
        changed, finish = changes(_options(given), progress)
    language = current()
    for learner, slug, before, after in changed:
        was = "—" if before is None else number(before, language)
        click.echo(f"{learner} · {slug}: {was} → {'—' if after is None else number(after, language)}")
    click.echo(pick(_CHANGED if changed else _UNCHANGED, language).format(count=len(changed)))
    if write:
        finish()
        click.echo(pick(_WRITTEN, language).format(output=given["output"]))
    elif changed:
        click.echo(pick(_NOT_WRITTEN, language))
    return 0


@command(
    "forget",
    {
        "en": "Erase LEARNER everywhere in the output folder of earlier runs, and say what was erased.",
        "fr": "Effacer LEARNER partout dans le dossier de sortie des évaluations passées, et dire ce qui l’a été.",
    },
    argument("learner"),
    Option(
        ["--output"],
        required=True,
        metavar="DIR",
        help={"en": "The output folder.", "fr": "Le dossier de sortie."},
    ),
)
def forget(learner: str, output: str) -> int:
    """Erase one learner; 0 when something was erased, 1 when the learner wasn’t there."""
    from ..grading.forget import erase

    erased = erase(learner, Path(output))
    for line in erased:
        click.echo(pick(line, current()))
    click.echo(pick(_OUTSIDE if erased else _UNKNOWN, current()).format(learner=learner, output=output))
    return 0 if erased else 1


def _options(given: dict[str, Any]) -> Any:
    from ..grading.run import Options

    def path(name: str) -> Path | None:
        return Path(given[name]) if given[name] else None

    return Options(
        submissions=Path(given["submissions"]),
        output=Path(given["output"]),
        root=given["root"],
        private=given["private"],
        exercises=given["exercise"],
        workers=given["workers"],
        scheduler=given["scheduler"],
        timeout_s=given["timeout"],
        memory_mb=given["memory"],
        isolation=given["isolation"],
        policy=path("policy"),
        roster=path("roster"),
        overrides=path("overrides"),
        fresh=given["fresh"],
    )


def _summarise(summary: dict[str, Any], output: str, quiet: bool) -> None:
    language = current()
    if not quiet:
        for remark in summary["remarks"][:50]:
            click.echo("· " + pick(remark, language), err=True)
        if len(summary["remarks"]) > 50:
            click.echo("· …", err=True)
    from ..report.strings import STRINGS

    counts = ", ".join(
        f"{pick(STRINGS['status_' + status], language)} {count}"
        for status, count in sorted(summary["statuses"].items())
    )
    click.echo(
        pick(_DONE, language).format(
            rows=summary["rows"],
            learners=summary["learners"],
            new=summary["graded"],
            counts=counts,
            output=output,
        )
    )
    if not summary["hidden_checks"]:
        click.echo(pick(_PUBLIC_ONLY, language))


_DONE: Text = {
    "en": "{learners} learners, {rows} rows, {new} graded now ({counts}). Open {output}/report.html.",
    "fr": "{learners} personnes, {rows} lignes, {new} évaluées maintenant ({counts}). Ouvrez {output}/report.html.",
}
_PUBLIC_ONLY: Text = {
    "en": "Public checks only: the keys are not in this copy of the course; name their folder with --private.",
    "fr": "Vérifications publiques seulement\u00a0: les clés ne sont pas dans cette copie du cours; nommez leur dossier avec --private.",
}
_CHANGED: Text = {"en": "{count} marks would change.", "fr": "{count} notes changeraient."}
_UNCHANGED: Text = {"en": "No mark would change.", "fr": "Aucune note ne changerait."}
_WRITTEN: Text = {"en": "Written to {output}.", "fr": "Écrit dans {output}."}
_NOT_WRITTEN: Text = {
    "en": "Nothing was written. Add --write to write them.",
    "fr": "Rien n’a été écrit. Ajoutez --write pour les écrire.",
}
_OUTSIDE: Text = {
    "en": "Not erased, since they are yours and outside {output}: the submissions, the roster, the overrides and the policy. Remove {learner} there too.",
    "fr": "Non effacés, car ils sont à vous et hors de {output}\u00a0: les remises, la liste du groupe, les décisions et la règle. Retirez-y aussi {learner}.",
}
_UNKNOWN: Text = {
    "en": "{learner} is nowhere in {output}.",
    "fr": "{learner} n’est nulle part dans {output}.",
}

"""``qcourse items``: what a class's tests say of the items, and of the class."""

from __future__ import annotations

from pathlib import Path

import click

from ..lang import current, pick
from .spoken import Option, argument, command, root_option


@command(
    "items",
    {
        "en": "Say what the tests of a class tell, item by item: difficulty, discrimination, calibration and gain.\n\nRESULTS are files that learners saved from a test or from “My progress”, or folders of them; one file or one sub-folder is one person. No name is read. Files that can’t be used are named and passed over.\n\nExit status: 0 something was found, 2 nothing was.",
        "fr": "Dire ce que les tests d’un groupe apprennent, question par question\u00a0: difficulté, discrimination, calibrage et gain.\n\nRESULTS\u00a0: les fichiers que les personnes ont enregistrés depuis un test ou depuis «\u00a0Ma progression\u00a0», ou des dossiers qui les contiennent; un fichier ou un sous-dossier est une personne. Aucun nom n’est lu. Les fichiers inutilisables sont nommés et laissés de côté.\n\nCode de sortie\u00a0: 0 quelque chose a été trouvé, 2 rien n’a été trouvé.",
    },
    argument("results", nargs=-1, required=True),
    Option(
        ["--output"],
        metavar="DIR",
        help={
            "en": "Also write a report with plots, items.html, into this folder.",
            "fr": "Écrire aussi un rapport avec graphiques, items.html, dans ce dossier.",
        },
    ),
    root_option(),
)
def items(results: tuple[str, ...], output: str | None, root: str | None) -> int:
    """Print the numbers; write the report if asked."""
    from ..exercises import content_root
    from ..items import classroom, forms, people, report, tables
    from ..items.words import say

    language = current()
    tests = forms.load(content_root(root).resolve())
    found, said = people.gather([Path(result) for result in results], tests)
    for text in said:
        click.echo(pick(text, language), err=True)
    if not found:
        click.echo(pick(say("nobody"), language), err=True)
        return 2
    sections = tables.sections(len(found), *classroom.analyse(found, tests), language)
    click.echo(tables.plain(sections))
    if output:
        path = report.write(Path(output), sections, language)
        click.echo(pick(say("written", path=path), language))
    return 0

"""``qcourse submit`` and ``kit``: archives of answers and of exercises."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import Text
from ..lang import current, pick
from .spoken import Option, argument, command, root_option


@command(
    "submit",
    {
        "en": "Put the answers of FOLDER (else the workspace) into one zip archive to hand in, with a summary.",
        "fr": "Mettre les réponses de FOLDER (sinon de l’espace de travail) dans une archive zip à remettre, avec un résumé.",
    },
    argument("folder", required=False),
    Option(
        ["--name"],
        metavar="NAME",
        help={
            "en": "Your name, as your teacher knows it.",
            "fr": "Votre nom, tel que votre équipe enseignante le connaît.",
        },
    ),
    Option(
        ["--output"],
        metavar="FILE",
        help={"en": "The archive; else NAME.zip here.", "fr": "L’archive; sinon NOM.zip ici."},
    ),
    root_option(),
)
def submit(folder: str | None, name: str | None, output: str | None, root: str | None) -> int:
    """Write the archive; 1 when there is nothing to hand in."""
    from ..grading.submit import pack

    path, lines = pack(folder, name, output, root)
    for line in lines:
        click.echo(pick(line, current()))
    return 0 if path else 1


@command(
    "kit",
    {
        "en": "Write one of the three bundles: learner (no keys), teacher (the keys for grading), selfpaced (keys and explanations).",
        "fr": "Écrire l’un des trois paquets\u00a0: learner (sans clés), teacher (les clés pour évaluer), selfpaced (clés et explications).",
    },
    argument(
        "which", type=click.Choice(["learner", "teacher", "selfpaced"]), metavar="learner|teacher|selfpaced"
    ),
    Option(
        ["--output"],
        metavar="FILE",
        help={
            "en": "The archive; else out/packages/qcourse-KIT.zip.",
            "fr": "L’archive; sinon out/packages/qcourse-PAQUET.zip.",
        },
    ),
    Option(
        ["--private"],
        metavar="DIR",
        help={
            "en": "The exercises’ keys, kept elsewhere.",
            "fr": "Les clés des exercices, gardées ailleurs.",
        },
    ),
    root_option(),
)
def kit(which: str, output: str | None, private: str | None, root: str | None) -> int:
    """Write the bundle and say what is in it."""
    from ..grading.kits import write_kit

    path, files, private_files = write_kit(which, root, private, Path(output) if output else None)
    click.echo(pick(_KIT, current()).format(path=path, files=files, private=private_files))
    return 0


_KIT: Text = {
    "en": "{path}: {files} files, {private} of them private.",
    "fr": "{path}\u00a0: {files} fichiers, dont {private} privés.",
}

"""``qcourse cards`` and ``verify``: the recall cards for Anki, an attestation compared with its file."""

from __future__ import annotations

from pathlib import Path

import click

from ..lang import LANGUAGES, current, pick
from .spoken import Option, argument, command, root_option


@command(
    "cards",
    {
        "en": "Write the recall cards as packages for Anki, one for each language.\n\nBringing a newer package into Anki updates its cards and keeps your own days.",
        "fr": "Écrire les cartes de rappel en paquets pour Anki, un par langue.\n\nImporter un paquet plus récent dans Anki met ses cartes à jour et garde vos échéances.",
    },
    Option(
        ["--output"],
        metavar="DIR",
        help={"en": "The folder; else out/packages.", "fr": "Le dossier; sinon out/packages."},
    ),
    root_option(),
)
def cards(output: str | None, root: str | None) -> None:
    """Write both packages and say how many cards each holds."""
    from .. import decks
    from ..exercises import content_root
    from ..record.words import say
    from ..sphinxext.bibliography import source_nodes
    from ..sphinxext.values import formatted

    def cited(key: str, language: str) -> str:
        return "".join(node.astext() for node in source_nodes(key, language))

    folder = content_root(root).resolve()
    for language in LANGUAGES:
        path, count = decks.write(folder, language, formatted, cited, Path(output) if output else None)
        click.echo(pick(say("decks", path=path, count=count), current()))


@command(
    "verify",
    {
        "en": "Compare the file of a self-attestation, saved by the page “My progress”, with the code on the paper and with the conditions.\n\nExit status: 0 all agrees, 1 something doesn’t, 2 the file can’t be used.",
        "fr": "Comparer le fichier d’une attestation personnelle, enregistré par la page «\u00a0Ma progression\u00a0», au code du papier et aux conditions.\n\nCode de sortie\u00a0: 0 tout concorde, 1 quelque chose ne concorde pas, 2 le fichier est inutilisable.",
    },
    argument("file"),
    Option(
        ["--code"],
        metavar="CODE",
        help={"en": "The code that stands on the paper.", "fr": "Le code inscrit sur le papier."},
    ),
    root_option(),
)
def verify(file: str, code: str | None, root: str | None) -> int:
    """Say what agrees; 0 when all does."""
    from ..exercises import content_root
    from ..record import attestation
    from ..record.files import read_file

    well, lines = attestation.report(read_file(Path(file)), content_root(root).resolve(), code)
    for line in lines:
        click.echo(pick(line, current()))
    return 0 if well else 1

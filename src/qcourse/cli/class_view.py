"""``qcourse class``: where a class is, in a page on the instructor's machine."""

from __future__ import annotations

from pathlib import Path

import click

from ..lang import current, pick
from .spoken import Option, argument, command, root_option


@command(
    "class",
    {
        "en": "Show where a class is and what it stumbles over, in a page on this machine that follows FOLDER.\n\nFOLDER takes the files that learners saved from “My progress” and what their checks write there once QCOURSE_CLASS_FOLDER names it. It is only read. Names are hidden until you show them. Ctrl-C stops it.",
        "fr": "Montrer où en est un groupe et ce qui l’arrête, dans une page de cette machine qui suit FOLDER.\n\nFOLDER reçoit les fichiers enregistrés depuis «\u00a0Ma progression\u00a0» et ce que les vérifications y écrivent quand QCOURSE_CLASS_FOLDER le nomme. Il est seulement lu. Les noms sont masqués tant que vous ne les affichez pas. Ctrl-C arrête tout.",
    },
    argument("folder"),
    Option(
        ["--host"],
        default="127.0.0.1",
        metavar="ADDRESS",
        help={
            "en": "The address to serve on (127.0.0.1, this machine alone); any other one asks for a token.",
            "fr": "L’adresse où servir (127.0.0.1, cette machine seule); toute autre exige un jeton.",
        },
    ),
    Option(
        ["--port"],
        type=click.IntRange(0, 65535),
        default=8765,
        metavar="PORT",
        help={"en": "The port (8765; 0 for any free one).", "fr": "Le port (8765; 0 pour un port libre)."},
    ),
    root_option(),
)
def class_view(folder: str, host: str, port: int, root: str | None) -> None:
    """Serve until Ctrl-C."""
    from .. import exercises
    from ..dashboard.board import Board
    from ..dashboard.reader import Folder
    from ..dashboard.serve import Server
    from ..dashboard.words import say

    class_folder = Folder(Path(folder))
    titles = {slug: exercises.load(slug, root).title for slug in exercises.names(root)}
    language = current()
    with Server(Board(class_folder, titles), language, host, port) as server:
        click.echo(pick(say("serving", address=server.address), language))
        if server.token:
            click.echo(pick(say("wide"), language))
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo()

"""``qcourse table-kit``: the sheets of Table Q for a class."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import Text
from ..lang import LANGUAGES, current, pick
from .spoken import Option, command, root_option


@command(
    "table-kit",
    {
        "en": "Write all that a class needs to play Table Q without a computer, in both languages: kit.html and, with Chromium, kit.pdf (A4).",
        "fr": "Écrire tout ce qu’il faut à un groupe pour jouer à Table Q sans ordinateur, dans les deux langues\u00a0: kit.html et, avec Chromium, kit.pdf (A4).",
    },
    Option(
        ["--output"],
        metavar="DIR",
        help={
            "en": "The folder; else out/table_q of the course.",
            "fr": "Le dossier; sinon out/table_q du cours.",
        },
    ),
    Option(
        ["--html-only"],
        is_flag=True,
        help={"en": "Write no PDF.", "fr": "N’écrire aucun PDF."},
    ),
    root_option(),
)
def table_kit(output: str | None, html_only: bool, root: str | None) -> int:
    """Write the kits and name the files."""
    from ..exercises import content_root
    from ..table_kit import write_table_kits

    folder = Path(output) if output else content_root(root) / "out" / "table_q"
    written = write_table_kits(folder, LANGUAGES, pdf=not html_only)
    for path in written:
        click.echo(path)
    if not html_only and not any(path.suffix == ".pdf" for path in written):
        click.echo(pick(_NO_PDF, current()))
    return 0


_NO_PDF: Text = {
    "en": "Chromium is not installed, so there is no PDF: print kit.html from any browser, on A4.",
    "fr": "Chromium n’est pas installé, donc pas de PDF\u00a0: imprimez kit.html depuis un navigateur, en A4.",
}

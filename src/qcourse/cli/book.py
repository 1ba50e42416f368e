"""``qcourse course``, ``book``, ``locale`` and ``clean``: the book from a shell."""

from __future__ import annotations

import click

from ..lang import current, pick
from .spoken import Option, command, root_option

_SAID = {
    "building": {
        "en": "Building the book (under three minutes the first time)…",
        "fr": "Construction du livre (moins de trois minutes la première fois)…",
    },
    "expired": {
        "en": "Facts that pages state and that are past their review date: {facts}.",
        "fr": "Faits énoncés dont la date de révision est passée\u00a0: {facts}.",
    },
    "built": {
        "en": "The book is in {place}: open {place}/index.html.",
        "fr": "Le livre est dans {place}\u00a0: ouvrez {place}/index.html.",
    },
    "catalogs": {
        "en": "{count} catalogs are up to date; texts to translate: {empty}.",
        "fr": "{count} catalogues sont à jour; textes à traduire\u00a0: {empty}.",
    },
    "removed": {"en": "Removed: {names}.", "fr": "Retiré\u00a0: {names}."},
    "nothing": {"en": "nothing to remove", "fr": "rien à retirer"},
}


@command(
    "course",
    {
        "en": "Build the book if something changed, and serve book and exercises on this machine.\n\nCtrl-C stops it.",
        "fr": "Construire le livre si quelque chose a changé, et servir livre et exercices sur cette machine.\n\nCtrl-C l’arrête.",
    },
    Option(
        ["--port"],
        type=int,
        default=8000,
        metavar="PORT",
        help={
            "en": "The port of 127.0.0.1 to serve on (8000).",
            "fr": "Le port de 127.0.0.1 où servir (8000).",
        },
    ),
    root_option(),
)
def course(port: int, root: str | None) -> None:
    """Refuse a busy port before anything is built, then build and serve."""
    from .. import site
    from ..exercises import content_root
    from ..server import require_free_port, serve

    require_free_port(port)
    folder = content_root(root).resolve()
    serve(site.build(folder, echo=_echo_building), port)


@command(
    "book",
    {
        "en": "Build the book in English and French into out/site.\n\nNothing is done when no source has changed.",
        "fr": "Construire le livre en anglais et en français dans out/site.\n\nRien n’est fait si aucune source n’a changé.",
    },
    Option(
        ["--force"],
        is_flag=True,
        help={"en": "Build even when nothing has changed.", "fr": "Construire même si rien n’a changé."},
    ),
    root_option(),
)
def book(force: bool, root: str | None) -> None:
    """Build and say where the result is."""
    from .. import site
    from ..exercises import content_root

    folder = content_root(root).resolve()
    place = site.build(folder, force=force, echo=_echo_building)
    click.echo(pick(_SAID["built"], current()).format(place=place.relative_to(folder).as_posix()))


@command(
    "locale",
    {
        "en": "Extract the texts of the pages and bring the French catalogs in book/locale up to date.",
        "fr": "Extraire les textes des pages et mettre à jour les catalogues français de book/locale.",
    },
    root_option(),
)
def locale(root: str | None) -> None:
    """Update the catalogs and count what is left to translate."""
    from .. import catalogs
    from ..exercises import content_root

    updated = catalogs.update(content_root(root).resolve())
    empty = sum(catalogs.untranslated(catalog) for catalog in updated)
    click.echo(pick(_SAID["catalogs"], current()).format(count=len(updated), empty=empty))


@command(
    "clean",
    {
        "en": "Remove what the project generates (_build, out, caches). A learner’s work is never touched.",
        "fr": "Retirer ce que le projet génère (_build, out, caches). Le travail d’une personne apprenante n’est jamais touché.",
    },
    root_option(),
)
def clean(root: str | None) -> None:
    """Remove and say what was removed."""
    from .. import site
    from ..exercises import content_root

    folder = content_root(root).resolve()
    names = ", ".join(path.relative_to(folder).as_posix() for path in site.clean(folder))
    click.echo(pick(_SAID["removed"], current()).format(names=names or pick(_SAID["nothing"], current())))


def _echo_building(line: str) -> None:
    from ..site import EXPIRED

    if line.startswith("en"):
        click.echo(pick(_SAID["building"], current()))
    elif line.startswith(EXPIRED):
        click.echo(pick(_SAID["expired"], current()).format(facts=line.removeprefix(EXPIRED)))

"""``qcourse slides``: the decks for the room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from ..errors import ContentError
from ..lang import current, pick
from .spoken import argument, command, root_option

_SAID = {
    "written": {
        "en": "{count} decks are in {place}; {place}/fr/workshop/index.html is one of them.",
        "fr": "{count} jeux de diapositives sont dans {place}; {place}/fr/workshop/index.html en est un.",
    },
    "one": {"en": "The slides are in {pages}.", "fr": "Les diapositives sont dans {pages}."},
}


@command(
    "slides",
    {
        "en": "Write the slides of every module and of the workshop, or of DECK alone, into out/slides.\n\nThey open from their folder, without a server or a network.",
        "fr": "Écrire les diapositives de chaque module et de l’atelier, ou de DECK seul, dans out/slides.\n\nElles s’ouvrent depuis leur dossier, sans serveur ni réseau.",
    },
    argument("deck", required=False),
    root_option(),
)
def slides(deck: str | None, root: str | None) -> None:
    """Write the decks and say where they are."""
    from .. import slides as service
    from ..exercises import content_root

    folder = content_root(root).resolve()
    names = [deck] if deck else list(service.decks(folder))
    pages = [page.relative_to(folder).as_posix() for page in service.write_decks(folder, names, draw_figure)]
    if deck:
        click.echo(pick(_SAID["one"], current()).format(pages=", ".join(pages)))
    else:
        click.echo(pick(_SAID["written"], current()).format(count=len(pages), place="out/slides"))


def draw_figure(name: str, position: Mapping[str, Any]) -> str:
    """The HTML of the figure whose class is called ``name``; ContentError when there is none."""
    from .. import figures

    kind = getattr(figures, name, None)
    if not (isinstance(kind, type) and issubclass(kind, figures.Figure)):
        raise ContentError(
            {
                "en": f"no figure {name!r}. src/qcourse/figures/__init__.py lists them.",
                "fr": f"aucune figure «\u00a0{name}\u00a0». src/qcourse/figures/__init__.py les énumère.",
            }
        )
    return kind(position=position).html()

"""``qcourse packages``: all that leaves the project, from the built site."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import Text
from ..lang import current, pick
from .book import _echo_building
from .spoken import Option, argument, command, root_option

_NAMES = ("half_day", "offline", "handbook", "scorm", "kits")
_SAID: dict[str, Text] = {
    "written": {"en": "{path}: {size} MB", "fr": "{path}\u00a0: {size}\u00a0Mo"},
}


@command(
    "packages",
    {
        "en": "Write the packages into out/packages: half_day (the workshop in one zip), offline (the site), handbook (a PDF per language), scorm (for learning platforms), kits (learner, selfpaced, teacher).\n\nWith PART, that one alone; several may be named. PDFs are printed by Chromium.",
        "fr": "Écrire les paquets dans out/packages\u00a0: half_day (l’atelier en une archive), offline (le site), handbook (un PDF par langue), scorm (pour les plateformes d’apprentissage), kits (apprentissage, autonome, enseignement).\n\nAvec PART, celui-là seul; on peut en nommer plusieurs. Chromium imprime les PDF.",
    },
    argument("parts", nargs=-1, type=click.Choice(_NAMES), metavar=f"[{'|'.join(_NAMES)}]"),
    Option(
        ["--output"],
        metavar="DIR",
        help={"en": "The folder; else out/packages.", "fr": "Le dossier; sinon out/packages."},
    ),
    root_option(),
)
def packages(parts: tuple[str, ...], output: str | None, root: str | None) -> int:
    """Build the site if something changed, then write; 1 when a part could not be made."""
    from .. import packages as made
    from .. import site
    from ..exercises import content_root

    base = content_root(root).resolve()
    built = site.build(base, echo=_echo_building)
    folder = Path(output) if output else base / "out" / "packages"
    errors = made.write(base, built, parts or _NAMES, folder, _say)
    for error in errors:
        click.echo(pick(error.text, current()), err=True)
    return 1 if errors else 0


def _say(path: Path) -> None:
    size = f"{path.stat().st_size / 1e6:.1f}"
    shown = size.replace(".", ",") if current() == "fr" else size
    click.echo(pick(_SAID["written"], current()).format(path=path, size=shown))

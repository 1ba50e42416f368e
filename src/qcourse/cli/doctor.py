"""``qcourse doctor``: what protects the person who grades, here."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import Text
from ..lang import current, pick
from .spoken import command


@command(
    "doctor",
    {
        "en": "Say which protections hold on this machine, by trying each, and why the others don’t.\n\nExit status: 0 when strict isolation works here, else 1.",
        "fr": "Dire quelles protections tiennent sur cette machine, en essayant chacune, et pourquoi les autres ne tiennent pas.\n\nCode de sortie\u00a0: 0 si l’isolation stricte fonctionne ici, sinon 1.",
    },
)
def doctor() -> int:
    """Print each protection with its state."""
    from ..grading.processes import check_platform
    from ..grading.protections import NAMES, examine

    check_platform()
    ready, protections = examine([], [Path.cwd()])
    language = current()
    click.echo(pick(_WAY[str(ready["ready"])], language))
    for protection in protections:
        if protection.holds:
            click.echo(f"✓ {pick(NAMES[protection.name], language)}")
        else:
            click.echo(
                f"✗ {pick(NAMES[protection.name], language)}: {protection.breach}; {pick(protection.cause or {'en': '?', 'fr': '?'}, language)}"
            )
    good = all(protection.holds for protection in protections)
    click.echo(pick(_STRICT if good else _NOT_STRICT, language))
    return 0 if good else 1


_WAY: dict[str, Text] = {
    "root": {
        "en": "Locked down as root: namespaces, an identity without rights, Landlock, a filter of system calls.",
        "fr": "Verrouillage en root\u00a0: espaces de noms, identité sans droits, Landlock, filtre d’appels système.",
    },
    "user": {
        "en": "Locked down as a plain user: a user namespace with the others inside, Landlock, a filter of system calls.",
        "fr": "Verrouillage en simple utilisateur\u00a0: un espace de noms d’utilisateur qui contient les autres, Landlock, filtre d’appels système.",
    },
    "bare": {
        "en": "Locked down without namespaces: Landlock and a filter of system calls, no folder to write in.",
        "fr": "Verrouillage sans espaces de noms\u00a0: Landlock et filtre d’appels système, aucun dossier où écrire.",
    },
}
_STRICT: Text = {
    "en": "Strict isolation works on this machine.",
    "fr": "L’isolation stricte fonctionne sur cette machine.",
}
_NOT_STRICT: Text = {
    "en": "Strict isolation does not work on this machine: grading will refuse to start.",
    "fr": "L’isolation stricte ne fonctionne pas sur cette machine\u00a0: l’évaluation refusera de commencer.",
}

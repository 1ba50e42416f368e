"""``qcourse new lesson|exercise``: a template to start from."""

from __future__ import annotations

import click

from ..errors import Text
from ..lang import current, pick
from .spoken import Group, argument, command, root_option

new = Group(
    "new",
    {
        "lesson": (
            "qcourse.cli.new:lesson",
            {"en": "Write the template of a lesson.", "fr": "Écrire le gabarit d’une leçon."},
        ),
        "exercise": (
            "qcourse.cli.new:exercise",
            {"en": "Write the template of an exercise.", "fr": "Écrire le gabarit d’un exercice."},
        ),
    },
    {
        "en": "Write a template that already keeps the rules of the course.",
        "fr": "Écrire un gabarit qui respecte déjà les règles du cours.",
    },
)


@command(
    "lesson",
    {
        "en": "Write the template of the lesson MODULE/NAME: page, questions and recall cards.",
        "fr": "Écrire le gabarit de la leçon MODULE/NAME\u00a0: page, questions et cartes de rappel.",
    },
    argument("name", metavar="MODULE/NAME"),
    root_option(),
)
def lesson(name: str, root: str | None) -> None:
    """Write it and say what comes next."""
    from ..exercises import content_root
    from ..templates import new_lesson

    folder = content_root(root)
    made = new_lesson(name, folder)
    _list([path.relative_to(folder).as_posix() for path in made])
    click.echo(pick(_AFTER_LESSON, current()).format(name=f"modules/{name}"))


@command(
    "exercise",
    {
        "en": "Write the template of the exercise NAME: a folder whose checks already run.",
        "fr": "Écrire le gabarit de l’exercice NAME\u00a0: un dossier dont les vérifications fonctionnent déjà.",
    },
    argument("name"),
    root_option(),
)
def exercise(name: str, root: str | None) -> None:
    """Write it and say what comes next."""
    from ..exercises import content_root
    from ..templates import new_exercise

    folder = content_root(root)
    made = new_exercise(name, folder)
    _list([path.relative_to(folder).as_posix() for path in made])
    click.echo(pick(_AFTER_EXERCISE, current()).format(name=name))


def _list(names: list[str]) -> None:
    for name in names:
        click.echo(name)


_AFTER_LESSON: Text = {
    "en": "Next: add the line “- file: {name}” to _toc.yml, write the page, then run: qcourse locale.",
    "fr": "Ensuite\u00a0: ajoutez la ligne «\u00a0- file: {name}\u00a0» à _toc.yml, écrivez la page, puis lancez\u00a0: qcourse locale.",
}
_AFTER_EXERCISE: Text = {
    "en": "Next: change the functions, checks and texts, then run: pytest tests/test_exercises.py -k {name}",
    "fr": "Ensuite\u00a0: modifiez fonctions, vérifications et textes, puis lancez\u00a0: pytest tests/test_exercises.py -k {name}",
}

"""The box that leads from a lesson to its exercise."""

from __future__ import annotations

from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from .. import exercises
from ..errors import ContentError, Text, UsageError
from .boxes import box

SAID: dict[str, Text] = {
    "label": {"en": "Exercise · code track", "fr": "Exercice · parcours code"},
    "minutes": {"en": "{minutes}\u00a0minutes", "fr": "{minutes}\u00a0minutes"},
    "difficulty": {"en": "difficulty {difficulty} of 3", "fr": "difficulté {difficulty} sur 3"},
    "open": {"en": "Open the exercise", "fr": "Ouvrir l’exercice"},
    "unserved": {
        "en": "This page is a copy without its exercises’ server. To do the exercise, start the course with make course, or read the task with:",
        "fr": "Cette page est une copie sans le serveur d’exercices. Pour faire l’exercice, lancez le cours avec make course, ou lisez la consigne avec\u00a0:",
    },
}


class ExerciseBox(SphinxDirective):
    """Title, minutes and difficulty of an exercise, and the link that opens it in the served course."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """The box; it knows the exercise by its slug alone."""
        slug = self.arguments[0]
        try:
            exercise = exercises.load(slug, root=self.env.srcdir)
        except (UsageError, ContentError) as error:
            raise self.error(error.text["en"]) from error
        self.env.note_dependency(str(Path(exercise.folder, "exercise.toml")))
        language = self.config.language
        facts = " · ".join(
            SAID[key][language].format(minutes=exercise.minutes, difficulty=exercise.difficulty)
            for key in ("minutes", "difficulty")
        )
        title = box(
            "p",
            box("strong", exercise.title[language], inline=True),
            f" · {facts}",
            class_="qc-exercise-title",
        )
        link = box(
            "a",
            SAID["open"][language],
            inline=True,
            class_="qc-open",
            href=f"/exercise/{slug}?language={language}",
        )
        served = box("p", link, class_="qc-served", hidden=True)
        command = box("code", f"qcourse show {slug}", inline=True)
        unserved = box("p", SAID["unserved"][language] + " ", command, class_="qc-unserved")
        label = box("p", SAID["label"][language], class_="qc-callout-title")
        return [box("aside", label, title, served, unserved, class_="qc-exercise", data_exercise=slug)]


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("exercise", ExerciseBox)

"""What ``qcourse items`` says, in both languages."""

from __future__ import annotations

from typing import Any

from ..errors import Text


def say(key: str, **values: Any) -> Text:
    """The sentence ``key`` with its values filled in; a value may itself be in both languages."""
    return {
        language: text.format(
            **{name: value[language] if isinstance(value, dict) else value for name, value in values.items()}
        )
        for language, text in SAID[key].items()
    }


SAID: dict[str, Text] = {
    "passed_over": {"en": "Passed over. {why}", "fr": "Laissé de côté. {why}"},
    "no_such": {
        "en": "Passed over. {name}: there is no such file or folder. Give the folder that holds the results.",
        "fr": "Laissé de côté. {name}\u00a0: ce fichier ou ce dossier n’existe pas. Donnez le dossier qui contient les résultats.",
    },
    "no_tests": {
        "en": "Passed over. {name}: the record is sound, but holds no result of the tests. Ask for the file that the page of the test saves.",
        "fr": "Laissé de côté. {name}\u00a0: le relevé est intact, mais ne contient aucun résultat des tests. Demandez le fichier qu’enregistre la page du test.",
    },
    "edition": {
        "en": "Passed over. {name}: a result of edition {found}; this copy of the course holds edition {known}, whose items may differ. Use the copy of the course that the group used.",
        "fr": "Laissé de côté. {name}\u00a0: un résultat de l’édition {found}; cette copie du cours contient l’édition {known}, dont les questions peuvent différer. Servez-vous de la copie du cours qu’a utilisée le groupe.",
    },
    "damaged": {
        "en": "Passed over. {name}: the result of form {form} does not hold one answer to each of its items. Ask for the file again.",
        "fr": "Laissé de côté. {name}\u00a0: le résultat du test {form} ne contient pas une réponse à chacune de ses questions. Redemandez le fichier.",
    },
    "twice": {
        "en": "Counted once. {name}: the result of form {form} is the same as one already read.",
        "fr": "Compté une seule fois. {name}\u00a0: le résultat du test {form} est le même qu’un autre déjà lu.",
    },
    "nobody": {
        "en": "No result of the tests was found. Give a folder with the files that learners saved, qcourse-test-a.json or qcourse-record.json, each person’s in a file or a folder of their own.",
        "fr": "Aucun résultat des tests n’a été trouvé. Donnez un dossier avec les fichiers que les personnes ont enregistrés, qcourse-test-a.json ou qcourse-record.json, chaque personne ayant son fichier ou son dossier.",
    },
    "unwritable": {
        "en": "{name}: the report can’t be written ({cause}). Choose a folder where you may write.",
        "fr": "{name}\u00a0: impossible d’écrire le rapport ({cause}). Choisissez un dossier où vous pouvez écrire.",
    },
    "written": {"en": "Report with plots: {path}", "fr": "Rapport avec graphiques\u00a0: {path}"},
    "title": {
        "en": "The tests of a class, item by item",
        "fr": "Les tests d’un groupe, question par question",
    },
    "people": {"en": "People with a result: {count}", "fr": "Personnes ayant un résultat\u00a0: {count}"},
    "pilot": {
        "en": "Pilot pending: no norms exist. The first result of each form counts for each person; no name is read.",
        "fr": "Essai pilote à venir\u00a0: il n’existe aucune norme. Le premier résultat de chaque test compte pour chaque personne; aucun nom n’est lu.",
    },
    "few": {
        "en": "{count} people are few: below {enough}, discrimination is mostly luck. Do not drop an item on it.",
        "fr": "{count} personnes, c’est peu\u00a0: sous {enough}, la discrimination tient surtout au hasard. Ne retirez aucune question sur cette base.",
    },
    "a": {"en": "Test before (form A)", "fr": "Test préalable (test A)"},
    "b": {"en": "Test after (form B)", "fr": "Test de fin (test B)"},
    "a_short": {"en": "Test before, six items (form A)", "fr": "Test préalable, six questions (test A)"},
    "b_short": {"en": "Test after, six items (form B)", "fr": "Test de fin, six questions (test B)"},
    "summary": {
        "en": "People: {people}. Mean: {mean} of {best}. Brier score: {brier} (0 is perfect, 0.25 is what 50% everywhere gives).",
        "fr": "Personnes\u00a0: {people}. Moyenne\u00a0: {mean} sur {best}. Score de Brier\u00a0: {brier} (0 est parfait, 0,25 est ce que donne 50\u00a0% partout).",
    },
    "item": {"en": "Item", "fr": "Question"},
    "right": {"en": "Right", "fr": "Justes"},
    "said": {"en": "Chance stated", "fr": "Probabilité indiquée"},
    "rest": {"en": "Point-biserial", "fr": "Bisériale de point"},
    "groups": {"en": "Upper − lower", "fr": "Fort − faible"},
    "choices": {"en": "Choices A to D", "fr": "Choix A à D"},
    "undefined": {"en": "not defined", "fr": "non définie"},
    "legend": {
        "en": "Right: the share of right answers (a high share is an easy item). Point-biserial: correlation with the score on the other items. Upper − lower: share right in the best 27% of the class less that in the lowest 27%. An item that the weaker half gets right more often than the stronger one (a negative value) deserves a look at its wording and its key. The right choice stands in brackets.",
        "fr": "Justes\u00a0: la part de réponses justes (une part élevée est une question facile). Bisériale de point\u00a0: corrélation avec le résultat aux autres questions. Fort − faible\u00a0: part juste dans les 27\u00a0% les plus forts du groupe, moins celle des 27\u00a0% les plus faibles. Une question mieux réussie par les plus faibles que par les plus forts (valeur négative) mérite qu’on relise sa formulation et sa clé. Le bon choix est entre crochets.",
    },
    "calibration": {"en": "Calibration", "fr": "Calibrage"},
    "group": {"en": "{low} to {high}%", "fr": "de {low} à {high}\u00a0%"},
    "answers": {"en": "Answers", "fr": "Réponses"},
    "mean_said": {"en": "Mean stated", "fr": "Moyenne indiquée"},
    "gain": {"en": "Before and after", "fr": "Avant et après"},
    "gain_short": {"en": "Before and after, six items", "fr": "Avant et après, six questions"},
    "gain_people": {
        "en": "People with both, in that order: {people}. Mean before {before}, after {after}, of {best}.",
        "fr": "Personnes ayant les deux, dans cet ordre\u00a0: {people}. Moyenne avant {before}, après {after}, sur {best}.",
    },
    "gain_class": {
        "en": "Normalised gain of the class, (after − before)/(maximum − before): {whole}. Mean of each person’s own gain: {persons}; for {full} with all right before it is not defined.",
        "fr": "Gain normalisé du groupe, (après − avant)/(maximum − avant)\u00a0: {whole}. Moyenne des gains personnels\u00a0: {persons}; il n’est pas défini pour {full} ayant tout juste avant.",
    },
    "plot_items": {
        "en": "For each item, the share right as a bar and the mean stated chance as a diamond",
        "fr": "Pour chaque question, la part juste en barre et la probabilité indiquée en moyenne par un losange",
    },
    "plot_discrimination": {
        "en": "For each item, the point-biserial correlation as a bar and upper less lower group as a diamond",
        "fr": "Pour chaque question, la corrélation bisériale de point en barre et l’écart fort moins faible par un losange",
    },
    "plot_calibration": {
        "en": "Calibration: stated chance to the right, share right upwards; on the dashed line they agree",
        "fr": "Calibrage\u00a0: probabilité indiquée vers la droite, part juste vers le haut; sur la ligne en tirets, elles concordent",
    },
    "numbers_in_table": {"en": "The numbers are in the tables.", "fr": "Les nombres sont dans les tableaux."},
}

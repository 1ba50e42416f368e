"""What the dashboard says: in a shell, and of the files that it passes over."""

from __future__ import annotations

from typing import Any

from ..errors import Text


def say(key: str, **values: Any) -> Text:
    """The sentence ``key`` with its values filled in."""
    return {language: text.format(**values) for language, text in _SAID[key].items()}


_SAID: dict[str, Text] = {
    "written": {
        "en": "For your class, each check adds one line to {path}: the name {name}, the time, the exercise, its points, the checks missed and their likely causes. Your code is not written. To choose a name, set QCOURSE_CLASS_NAME; to write nothing, remove QCOURSE_CLASS_FOLDER.",
        "fr": "Pour votre groupe, chaque vérification ajoute une ligne à {path}\u00a0: le nom {name}, l’heure, l’exercice, ses points, les vérifications manquées et leurs causes probables. Votre code n’est pas écrit. Pour choisir un nom, réglez QCOURSE_CLASS_NAME; pour ne rien écrire, retirez QCOURSE_CLASS_FOLDER.",
    },
    "not_written": {
        "en": "The class’s folder {path} can’t be written ({cause}); the check itself is not affected. Ask for the right folder, or remove QCOURSE_CLASS_FOLDER.",
        "fr": "Impossible d’écrire dans le dossier du groupe {path} ({cause}); la vérification elle-même n’en souffre pas. Demandez le bon dossier ou retirez QCOURSE_CLASS_FOLDER.",
    },
    "no_folder": {
        "en": "{path}: this folder can’t be read ({cause}). Expected: the folder into which the class’s results go. Make it, or correct its path.",
        "fr": "{path}\u00a0: ce dossier ne peut être lu ({cause}). On attend le dossier où arrivent les résultats du groupe. Créez-le ou corrigez son chemin.",
    },
    "no_address": {
        "en": "{host}, port {port}: nothing can be served there ({cause}). Choose another --port, or another --host.",
        "fr": "{host}, port {port}\u00a0: impossible d’y servir la page ({cause}). Choisissez un autre --port ou un autre --host.",
    },
    "serving": {
        "en": "The class is at {address}\nNames are hidden until you show them. Ctrl-C stops it.",
        "fr": "Le groupe est à {address}\nLes noms sont masqués tant que vous ne les affichez pas. Ctrl-C arrête tout.",
    },
    "wide": {
        "en": "Other machines can reach this page with the whole address, token included, and read names there; it is not encrypted. Give it to nobody who should not see the class.",
        "fr": "D’autres machines peuvent atteindre cette page avec l’adresse entière, jeton compris, et y lire des noms; elle n’est pas chiffrée. Ne la donnez à personne qui ne doive voir le groupe.",
    },
    "unreadable": {
        "en": "{name}: the file can’t be read ({cause}).",
        "fr": "{name}\u00a0: le fichier ne peut être lu ({cause}).",
    },
    "other": {
        "en": "{name}: neither a record (.json) nor the lines of a class (.jsonl); passed over.",
        "fr": "{name}\u00a0: ni un relevé (.json) ni les lignes d’un groupe (.jsonl); laissé de côté.",
    },
    "too_large": {
        "en": "{name}: larger than {limit} MB, which no learner’s file is; passed over.",
        "fr": "{name}\u00a0: plus de {limit} Mo, ce qu’aucun fichier d’apprentissage n’atteint; laissé de côté.",
    },
    "lines": {
        "en": "{name}: lines that are damaged or come from elsewhere, passed over: {count}. The other lines count.",
        "fr": "{name}\u00a0: lignes abîmées ou venues d’ailleurs, laissées de côté\u00a0: {count}. Les autres lignes comptent.",
    },
    "newer": {
        "en": "{name}: lines of another version of the course, passed over: {count}. Use the same version on all machines.",
        "fr": "{name}\u00a0: lignes d’une autre version du cours, laissées de côté\u00a0: {count}. Employez la même version sur toutes les machines.",
    },
    "twice": {
        "en": "{name}: the same record as {other}; counted once.",
        "fr": "{name}\u00a0: le même relevé que {other}; compté une fois.",
    },
    "too_many": {
        "en": "The folder holds more than {limit} files; only the first ones are read. Give the class a folder of its own.",
        "fr": "Le dossier contient plus de {limit} fichiers; seuls les premiers sont lus. Donnez au groupe un dossier à lui.",
    },
}

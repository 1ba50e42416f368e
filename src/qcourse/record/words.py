"""What is said of records from a shell, in both languages."""

from __future__ import annotations

from typing import Any

from ..errors import Text


def say(key: str, **values: Any) -> Text:
    """The sentence ``key`` with its values filled in."""
    return {language: text.format(**values) for language, text in SAID[key].items()}


SAID: dict[str, Text] = {
    "too_large": {
        "en": "{name}: the file is far larger than a record of this course can be. Choose the file that the page “My progress” saved, qcourse-record.json.",
        "fr": "{name}\u00a0: le fichier est beaucoup plus gros qu’un relevé de ce cours ne peut l’être. Choisissez celui qu’a enregistré la page «\u00a0Ma progression\u00a0», qcourse-record.json.",
    },
    "not_json": {
        "en": "{name}: this is no readable record: the file is cut short, damaged or of another kind. Expected: a file saved by the page “My progress” of this course. Save it again there, or try an older copy.",
        "fr": "{name}\u00a0: ce n’est pas un relevé lisible\u00a0: le fichier est tronqué, abîmé ou d’un autre type. On attend un fichier enregistré par la page «\u00a0Ma progression\u00a0» de ce cours. Enregistrez-le de nouveau là-bas ou essayez une copie plus ancienne.",
    },
    "foreign": {
        "en": '{name}: this file comes from something else than this course. Expected: a file saved by the page “My progress”, which begins with "format": "qcourse-record".',
        "fr": '{name}\u00a0: ce fichier ne vient pas de ce cours. On attend un fichier enregistré par la page «\u00a0Ma progression\u00a0», où figure "format": "qcourse-record".',
    },
    "newer": {
        "en": "{name}: this record has version {version}; this copy of the course reads version 1. Use the newer copy of the course in which it was saved.",
        "fr": "{name}\u00a0: ce relevé est de version {version}; cette copie du cours lit la version 1. Servez-vous de la copie plus récente du cours qui l’a enregistré.",
    },
    "unknown_version": {
        "en": "{name}: this record states version {version}, which no copy of the course has written; expected 1. Save it again from the page “My progress”.",
        "fr": "{name}\u00a0: ce relevé indique la version {version}, qu’aucune copie du cours n’a écrite; on attend 1. Enregistrez-le de nouveau depuis la page «\u00a0Ma progression\u00a0».",
    },
    "damaged": {
        "en": "{name}: the record is damaged: what stands at {place} is not of the expected form. Save it again from the page “My progress”, or try an older copy.",
        "fr": "{name}\u00a0: le relevé est abîmé\u00a0: ce qui se trouve à {place} n’a pas la forme attendue. Enregistrez-le de nouveau depuis la page «\u00a0Ma progression\u00a0» ou essayez une copie plus ancienne.",
    },
    "checksum": {
        "en": "{name}: the record was changed after it was saved: its checksum no longer agrees. Save it again from the page “My progress”, or try an older copy.",
        "fr": "{name}\u00a0: le relevé a été modifié après son enregistrement\u00a0: sa somme de contrôle ne concorde plus. Enregistrez-le de nouveau depuis la page «\u00a0Ma progression\u00a0» ou essayez une copie plus ancienne.",
    },
    "unreadable": {
        "en": "{name}: the file can’t be opened ({cause}). Give the path of the file that the page “My progress” saved.",
        "fr": "{name}\u00a0: le fichier ne s’ouvre pas ({cause}). Donnez le chemin du fichier qu’a enregistré la page «\u00a0Ma progression\u00a0».",
    },
    "unwritable": {
        "en": "{name}: the file can’t be written ({cause}). What was there is unchanged. Choose a folder where you may write.",
        "fr": "{name}\u00a0: impossible d’écrire le fichier ({cause}). Ce qui s’y trouvait est inchangé. Choisissez un dossier où vous pouvez écrire.",
    },
    "no_code": {
        "en": "{code!r} is no code of an attestation. Expected: sixteen figures and letters from A to F, as on the paper, such as 1A2B-3C4D-5E6F-7A8B.",
        "fr": "{code!r} n’est pas un code d’attestation. On attend seize chiffres et lettres de A à F, comme sur le papier, par exemple 1A2B-3C4D-5E6F-7A8B.",
    },
    "intact": {
        "en": "The file is as it was saved ({written}). Its code: {code}",
        "fr": "Le fichier est tel qu’il a été enregistré ({written}). Son code\u00a0: {code}",
    },
    "attests": {
        "en": "Self-attestation of {name}, {date}: {lessons} lessons of the core path read, {right} of {questions} questions right.",
        "fr": "Attestation personnelle de {name}, {date}\u00a0: {lessons} leçons du parcours de base lues, {right} questions justes sur {questions}.",
    },
    "no_attestation": {
        "en": "It is a plain record: no attestation was saved with it. Ask for the file qcourse-attestation.json.",
        "fr": "C’est un simple relevé\u00a0: aucune attestation n’y a été enregistrée. Demandez le fichier qcourse-attestation.json.",
    },
    "same_code": {
        "en": "The code {code} is that of this file.",
        "fr": "Le code {code} est bien celui de ce fichier.",
    },
    "other_code": {
        "en": "The code {code} is not that of this file: the paper belongs to another file. Ask for the file that was saved with it.",
        "fr": "Le code {code} n’est pas celui de ce fichier\u00a0: le papier va avec un autre fichier. Demandez celui qui a été enregistré en même temps.",
    },
    "condition_lessons_holds": {
        "en": "Core lessons read: {done} of {total}.",
        "fr": "Leçons du parcours de base lues\u00a0: {done} sur {total}.",
    },
    "condition_lessons_fails": {
        "en": "Core lessons read: {done} of the {total} that this copy of the course holds. Lessons may have been added since.",
        "fr": "Leçons du parcours de base lues\u00a0: {done} sur les {total} que contient cette copie du cours. Des leçons ont pu s’ajouter depuis.",
    },
    "condition_questions_holds": {
        "en": "Their questions right at the last try: {done} of {total} ({needed} needed).",
        "fr": "Leurs questions justes au dernier essai\u00a0: {done} sur {total} (il en faut {needed}).",
    },
    "condition_questions_fails": {
        "en": "Their questions right at the last try: {done} of {total}; {needed} are needed.",
        "fr": "Leurs questions justes au dernier essai\u00a0: {done} sur {total}; il en faut {needed}.",
    },
    "condition_test_holds": {
        "en": "Exit test: {done} of {total} right ({needed} needed).",
        "fr": "Test de sortie\u00a0: {done} justes sur {total} (il en faut {needed}).",
    },
    "condition_test_fails": {
        "en": "Exit test: {done} of {total} right; {needed} are needed.",
        "fr": "Test de sortie\u00a0: {done} justes sur {total}; il en faut {needed}.",
    },
    "no_book": {
        "en": "The conditions can’t be checked here: no lessons were found. Run it in the course’s folder, or give --root.",
        "fr": "Les conditions ne peuvent être vérifiées ici\u00a0: aucune leçon n’a été trouvée. Lancez la commande dans le dossier du cours ou donnez --root.",
    },
    "own_word": {
        "en": "This shows that paper and file belong together. It does not show who answered: it is a self-attestation.",
        "fr": "Cela montre que le papier et le fichier vont ensemble, mais non qui a répondu\u00a0: c’est une attestation personnelle.",
    },
    "decks": {
        "en": "{path}: {count} cards.",
        "fr": "{path}\u00a0: {count} cartes.",
    },
}

"""What the grader says, in both languages."""

from __future__ import annotations

from ..errors import Text


def say(key: str, **values: object) -> Text:
    """The sentence ``key`` with its values, in each language."""
    return {language: sentence.format(**values) for language, sentence in SAID[key].items()}


SAID: dict[str, Text] = {
    # what was handed in
    "no_submissions": {
        "en": "{name}: no such folder or zip archive of submissions. Name the folder that holds one folder or archive per learner.",
        "fr": "{name}\u00a0: aucun dossier ni archive zip de remises à cet endroit. Nommez le dossier qui contient un dossier ou une archive par personne.",
    },
    "stray_top": {
        "en": "{name}: not in a learner’s folder, so it is nobody’s work; left alone.",
        "fr": "{name}\u00a0: hors du dossier d’une personne, donc le travail de personne; laissé de côté.",
    },
    "stray": {
        "en": "{learner}: {name} is neither a Python file nor a notebook; left alone.",
        "fr": "{learner}\u00a0: {name} n’est ni un fichier Python ni un calepin; laissé de côté.",
    },
    "unknown_slug": {
        "en": "{learner}: {name} is named after no exercise; left alone. If it is an answer, rename it after its exercise and run again.",
        "fr": "{learner}\u00a0: {name} ne porte le nom d’aucun exercice; laissé de côté. Si c’est une réponse, donnez-lui le nom de son exercice et relancez.",
    },
    "several": {
        "en": "{learner}: several files for {exercise} ({names}); {name} counts.",
        "fr": "{learner}\u00a0: plusieurs fichiers pour {exercise} ({names}); {name} compte.",
    },
    "not_on_roster": {
        "en": "{learner} is not on the roster: in gradebook.csv, but not in moodle.csv and canvas.csv.",
        "fr": "{learner} n’est pas sur la liste\u00a0: présent dans gradebook.csv, mais non dans moodle.csv et canvas.csv.",
    },
    "bad_dates": {
        "en": "submitted.csv needs the columns learner and date (and exercise where dates differ); it was left alone.",
        "fr": "submitted.csv doit avoir les colonnes learner et date (et exercise si les dates diffèrent); il a été laissé de côté.",
    },
    "entry_symlink": {
        "en": "{learner}: {name} is a link, not a file; left alone.",
        "fr": "{learner}\u00a0: {name} est un lien, non un fichier; laissé de côté.",
    },
    "entry_special": {
        "en": "{learner}: {name} is a pipe or a device, not a file; left alone.",
        "fr": "{learner}\u00a0: {name} est un tube ou un périphérique, non un fichier; laissé de côté.",
    },
    "entry_unreadable": {
        "en": "{learner}: {name} can’t be read; left alone.",
        "fr": "{learner}\u00a0: {name} est illisible; laissé de côté.",
    },
    "entry_too_large": {
        "en": "{learner}: {name} is too large; left alone.",
        "fr": "{learner}\u00a0: {name} est trop gros; laissé de côté.",
    },
    "entry_outside": {
        "en": "{learner}: {name} asks to be written outside its folder; left alone.",
        "fr": "{learner}\u00a0: {name} demande à être écrit hors de son dossier; laissé de côté.",
    },
    "entry_encrypted": {
        "en": "{learner}: {name} is protected by a password; left alone.",
        "fr": "{learner}\u00a0: {name} est protégé par un mot de passe; laissé de côté.",
    },
    "entry_damaged_archive": {
        "en": "{learner}: the archive {name} is damaged and can’t be opened. Ask for a new one.",
        "fr": "{learner}\u00a0: l’archive {name} est endommagée et ne s’ouvre pas. Demandez-en une nouvelle.",
    },
    "entry_too_many": {
        "en": "{learner}: {name} holds far too many files; the rest was left alone.",
        "fr": "{learner}\u00a0: {name} contient beaucoup trop de fichiers; le reste a été laissé de côté.",
    },
    "no_exercises": {
        "en": "{name}: no exercise there is ready. Name one with --exercise.",
        "fr": "{name}\u00a0: aucun exercice n’y est prêt. Nommez-en un avec --exercise.",
    },
    "bad_output": {
        "en": "{name}: the output folder can’t be used ({detail}). Choose a folder that you may write in.",
        "fr": "{name}\u00a0: le dossier de sortie est inutilisable ({detail}). Choisissez un dossier où vous pouvez écrire.",
    },
    "bad_roster": {
        "en": "{name}: the roster can’t be used ({detail}). It is a CSV file with the column learner, and any of: {columns}.",
        "fr": "{name}\u00a0: la liste des personnes est inutilisable ({detail}). C’est un fichier CSV qui a la colonne learner, et au choix\u00a0: {columns}.",
    },
    # a run
    "grading": {"en": "Grading", "fr": "Évaluation"},
    "begin": {
        "en": "{total} submissions to grade; {known} known from earlier runs.",
        "fr": "{total} remises à évaluer; {known} déjà connues.",
    },
    "so_far": {
        "en": "{done} of {total}, {rate} a second, about {left} s left.",
        "fr": "{done} sur {total}, {rate} par seconde, encore {left}\u00a0s environ.",
    },
    "no_results": {
        "en": "{name}: no results of an earlier run there. Name the folder given to --output.",
        "fr": "{name}\u00a0: aucun résultat d’une évaluation passée. Nommez le dossier donné à --output.",
    },
    "erased_lines": {
        "en": "{name}: lines erased: {count}.",
        "fr": "{name}\u00a0: lignes effacées\u00a0: {count}.",
    },
    "erased_pages": {
        "en": "feedback: pages erased: {count}.",
        "fr": "feedback\u00a0: pages effacées\u00a0: {count}.",
    },
    "erased_whole": {
        "en": "{name}: erased whole, since it names people; the next run makes it anew.",
        "fr": "{name}\u00a0: effacé en entier, car il nomme des personnes; la prochaine évaluation le refait.",
    },
    "no_workspace": {
        "en": "{name}: no such folder. Name the folder of your answers.",
        "fr": "{name}\u00a0: ce dossier n’existe pas. Nommez le dossier de vos réponses.",
    },
    "nothing_to_submit": {
        "en": "{name}: no file there is named after an exercise (such as bell_pair.ipynb). Nothing was packed.",
        "fr": "{name}\u00a0: aucun fichier n’y porte le nom d’un exercice (par exemple bell_pair.ipynb). Rien n’a été empaqueté.",
    },
    "submitted_by": {"en": "Answers of {name}", "fr": "Réponses de {name}"},
    "submitted_file": {
        "en": "{name}: {size} bytes, saved {when}, sha256 {sha}…",
        "fr": "{name}\u00a0: {size} octets, enregistré le {when}, sha256 {sha}…",
    },
    "submitted": {
        "en": "{name} holds {count} answers. Hand this file in.",
        "fr": "{name} contient {count} réponses. Remettez ce fichier.",
    },
    "no_keys": {
        "en": "this copy of the course has no keys (private folders). Name their folder with --private.",
        "fr": "cette copie du cours n’a pas les clés (dossiers private). Nommez leur dossier avec --private.",
    },
    "kit_learner": {
        "en": "Learner kit: tasks, stubs and public checks. Work in the notebooks; “qcourse submit” packs your answers.",
        "fr": "Paquet d’apprentissage\u00a0: consignes, lignes de départ et vérifications publiques. Travaillez dans les calepins; «\u00a0qcourse submit\u00a0» empaquette vos réponses.",
    },
    "kit_teacher": {
        "en": "Teacher kit: the learner kit and the keys. Keep the folder private to yourself; grade with “qcourse grade SUBMISSIONS --output OUT --root . --private private”.",
        "fr": "Paquet d’enseignement\u00a0: le paquet d’apprentissage et les clés. Gardez le dossier private pour vous; évaluez avec «\u00a0qcourse grade REMISES --output SORTIE --root . --private private\u00a0».",
    },
    "kit_selfpaced": {
        "en": "Self-paced kit: tasks, stubs, checks, references and explanations. For learning alone: not for a graded class.",
        "fr": "Paquet autonome\u00a0: consignes, lignes de départ, vérifications, solutions et explications. Pour apprendre en solo\u00a0: non pour un groupe évalué.",
    },
    # several machines
    "no_dask": {
        "en": '--scheduler needs Dask: pip install "qcourse[cluster]", here and on every machine.',
        "fr": "--scheduler demande Dask\u00a0: pip install «\u00a0qcourse[cluster]\u00a0», ici et sur chaque machine.",
    },
    "no_scheduler": {
        "en": "{address}: the scheduler or its workers can’t be reached ({detail}). Start them first, and look at the address.",
        "fr": "{address}\u00a0: l’ordonnanceur ou ses machines sont injoignables ({detail}). Démarrez-les d’abord, et vérifiez l’adresse.",
    },
    "other_version": {
        "en": "the machine {machine} has another version of {names}. Give every machine the same teacher kit and the same versions of qcourse and qiskit.",
        "fr": "la machine {machine} a une autre version de {names}. Donnez à chaque machine le même paquet d’enseignement et les mêmes versions de qcourse et de qiskit.",
    },
    # one submission
    "missing": {"en": "Nothing was handed in.", "fr": "Rien n’a été remis."},
    "passed": {"en": "All checks passed.", "fr": "Toutes les vérifications sont réussies."},
    "failed": {
        "en": "{passed} of {all} checks passed; the first that failed: “{title}”.",
        "fr": "{passed} vérifications réussies sur {all}; la première manquée\u00a0: «\u00a0{title}\u00a0».",
    },
    "refused_symlink": {
        "en": "{name} is a link, not a file. Hand in the file itself.",
        "fr": "{name} est un lien, non un fichier. Remettez le fichier lui-même.",
    },
    "refused_special": {
        "en": "{name} is a pipe or a device, not a file. Hand in an ordinary file.",
        "fr": "{name} est un tube ou un périphérique, non un fichier. Remettez un fichier ordinaire.",
    },
    "refused_unreadable": {
        "en": "{name} can’t be read ({detail}). Ask the learner to hand it in again.",
        "fr": "{name} est illisible ({detail}). Demandez à la personne de le remettre de nouveau.",
    },
    "refused_too_large": {
        "en": "{name} is over 4 MB. Clear the outputs of the notebook, or remove pasted data, and hand it in again.",
        "fr": "{name} dépasse 4 Mo. Effacez les sorties du calepin ou retirez les données collées, puis remettez-le.",
    },
    "refused_outside": {
        "en": "{name} asks to be written outside its folder. Make the archive again from the folder of answers.",
        "fr": "{name} demande à être écrit hors de son dossier. Refaites l’archive à partir du dossier des réponses.",
    },
    "refused_encrypted": {
        "en": "{name} is protected by a password. Make the archive again without one.",
        "fr": "{name} est protégé par un mot de passe. Refaites l’archive sans mot de passe.",
    },
    "lost_timeout": {
        "en": "The answer took more than {limit} seconds and was stopped. Look for a loop that never ends, or for a computation far larger than asked.",
        "fr": "La réponse a pris plus de {limit}\u00a0secondes et a été arrêtée. Cherchez une boucle sans fin, ou un calcul beaucoup plus gros que demandé.",
    },
    "lost_memory": {
        "en": "The answer asked for more than {memory} MB of memory and was stopped. Look for a list or a matrix far larger than the task needs.",
        "fr": "La réponse a demandé plus de {memory}\u00a0Mo de mémoire et a été arrêtée. Cherchez une liste ou une matrice beaucoup plus grosse que nécessaire.",
    },
    "lost_crashed": {
        "en": "The answer ended its own process before it gave a value. Remove calls such as exit(), quit() or os._exit(), and recursion without end.",
        "fr": "La réponse a mis fin à son propre processus avant de donner une valeur. Retirez les appels comme exit(), quit() ou os._exit(), et toute récursion sans fin.",
    },
    "lost_garbled": {
        "en": "What came back was no reply at all: the answer wrote where it must not. Only return values from the functions of the task.",
        "fr": "Ce qui est revenu n’est pas une réponse\u00a0: la solution a écrit là où elle ne le doit pas. Renvoyez seulement les valeurs des fonctions de la consigne.",
    },
    "lost_checker": {
        "en": "The value returned could not be checked: it is too large or malformed. Return only what the task asks for.",
        "fr": "La valeur renvoyée n’a pu être vérifiée\u00a0: elle est trop grosse ou mal formée. Ne renvoyez que ce que la consigne demande.",
    },
    "used_memory": {
        "en": "The answer asked for more memory than the {memory} MB allowed. Look for a list or a matrix far larger than the task needs.",
        "fr": "La réponse a demandé plus que les {memory}\u00a0Mo de mémoire permis. Cherchez une liste ou une matrice beaucoup plus grosse que nécessaire.",
    },
    "used_disk": {
        "en": "The answer filled the {scratch} MB of its scratch folder. No exercise needs to write files.",
        "fr": "La réponse a rempli les {scratch}\u00a0Mo de son dossier de travail. Aucun exercice ne demande d’écrire des fichiers.",
    },
    "used_processes": {
        "en": "The answer tried to start another process or too many threads. No exercise needs one.",
        "fr": "La réponse a tenté de lancer un autre processus ou trop de fils d’exécution. Aucun exercice n’en demande.",
    },
}

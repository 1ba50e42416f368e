"""The words of the report's pages, in both languages."""

from __future__ import annotations

from ..errors import Text

STRINGS: dict[str, Text] = {
    "colon": {"en": ":", "fr": "\u00a0:"},
    "report_title": {"en": "Report on the class", "fr": "Rapport sur le groupe"},
    "overview": {"en": "Overview", "fr": "Vue d’ensemble"},
    "learners": {"en": "Learners", "fr": "Personnes"},
    "isolation": {"en": "Isolation of the learners’ code", "fr": "Isolation du code des personnes"},
    "isolation_strict": {
        "en": "strict: no network, no reading of other files, no writing outside a scratch folder, no other process, bounded memory and time",
        "fr": "stricte\u00a0: aucun réseau, aucune lecture d’autres fichiers, aucune écriture hors d’un dossier de travail, aucun autre processus, mémoire et temps limités",
    },
    "isolation_reduced": {
        "en": "reduced: only what this machine offers. Do not use these marks for the work of people you do not know",
        "fr": "réduite\u00a0: seulement ce que cette machine permet. N’employez pas ces notes pour le travail de personnes inconnues",
    },
    "isolation_none": {
        "en": "none: a process and limits only. A hostile answer could have read or changed files",
        "fr": "aucune\u00a0: un processus et des limites seulement. Une réponse hostile a pu lire ou modifier des fichiers",
    },
    "public_only": {
        "en": "Public checks only: the hidden checks were not at hand (see --private).",
        "fr": "Vérifications publiques seulement\u00a0: les vérifications cachées manquaient (voir --private).",
    },
    "statuses": {"en": "Answers by status", "fr": "Réponses selon leur état"},
    "status": {"en": "Status", "fr": "État"},
    "count": {"en": "Count", "fr": "Nombre"},
    "distribution": {
        "en": "Distribution of points, in tenths of the maximum",
        "fr": "Répartition des points, en dixièmes du maximum",
    },
    "exercise": {"en": "Exercise", "fr": "Exercice"},
    "exercises": {"en": "Points by exercise", "fr": "Points par exercice"},
    "answers": {"en": "Answers", "fr": "Réponses"},
    "mean": {"en": "Mean points", "fr": "Moyenne des points"},
    "hardest": {"en": "Hardest checks", "fr": "Vérifications les plus difficiles"},
    "check": {"en": "Check", "fr": "Vérification"},
    "passed_share": {"en": "Passed by", "fr": "Réussie par"},
    "diagnoses": {"en": "Commonest mistakes", "fr": "Erreurs les plus courantes"},
    "diagnosis": {"en": "Likely cause", "fr": "Cause probable"},
    "killed": {"en": "Answers that were stopped", "fr": "Réponses arrêtées"},
    "slowest": {"en": "Slowest answers", "fr": "Réponses les plus lentes"},
    "seconds": {"en": "Seconds", "fr": "Secondes"},
    "learner": {"en": "Learner", "fr": "Personne"},
    "message": {"en": "Message", "fr": "Message"},
    "points": {"en": "Points", "fr": "Points"},
    "similar": {"en": "Similar answers worth a look", "fr": "Réponses semblables à regarder"},
    "similar_note": {
        "en": "Short exercises have few good answers, and people may work together. This list is no proof and changes no mark.",
        "fr": "Un exercice court a peu de bonnes réponses, et l’on peut travailler ensemble. Cette liste ne prouve rien et ne change aucune note.",
    },
    "alike": {"en": "Alike", "fr": "Ressemblance"},
    "decisions": {
        "en": "Late work, extensions and marks by hand",
        "fr": "Retards, délais et notes à la main",
    },
    "policy_attempt": {"en": "Attempt that counts", "fr": "Tentative qui compte"},
    "attempt_last": {"en": "the last", "fr": "la dernière"},
    "attempt_best": {"en": "the best", "fr": "la meilleure"},
    "remarks": {"en": "Remarks on what was handed in", "fr": "Remarques sur les remises"},
    "more_remarks": {"en": "more remarks", "fr": "autres remarques"},
    "faults": {
        "en": "Checks that met a value they did not foresee",
        "fr": "Vérifications devant une valeur imprévue",
    },
    "nothing": {"en": "None.", "fr": "Aucune."},
    "retention": {"en": "Personal information", "fr": "Renseignements personnels"},
    "retention_text": {
        "en": "This folder holds names and marks. Keep it only as long as your institution’s rules ask, on a machine that only the people who grade can open. “qcourse forget LEARNER --output FOLDER” erases one person everywhere in it; deleting the folder erases everyone.",
        "fr": "Ce dossier contient des noms et des notes. Ne le gardez que le temps voulu par les règles de votre établissement, sur une machine que seules les personnes qui évaluent peuvent ouvrir. «\u00a0qcourse forget PERSONNE --output DOSSIER\u00a0» efface une personne partout dans ce dossier; supprimer le dossier efface tout le monde.",
    },
    "of": {"en": "of", "fr": "sur"},
    "feedback_title": {"en": "Feedback", "fr": "Rétroaction"},
    "your_points": {"en": "Points", "fr": "Points"},
    "adjusted": {
        "en": "The person who grades has applied a decision to this mark (late work, an extension or a mark by hand). Ask them about it.",
        "fr": "La personne qui évalue a appliqué une décision à cette note (retard, délai ou note à la main). Posez-lui la question.",
    },
    "checks": {"en": "Checks", "fr": "Vérifications"},
    "passed": {"en": "passed", "fr": "réussie"},
    "not_passed": {"en": "not passed", "fr": "non réussie"},
    "hidden_check": {
        "en": "This check uses other inputs than those you can see.",
        "fr": "Cette vérification emploie d’autres entrées que celles que vous voyez.",
    },
    "hints": {
        "en": "Hints, from a question to nearly there",
        "fr": "Indices, d’une question à presque la réponse",
    },
    "notes": {"en": "While your file was read in", "fr": "Pendant la lecture de votre fichier"},
    "output": {"en": "What your answer printed", "fr": "Ce que votre réponse a affiché"},
    "file": {"en": "File", "fr": "Fichier"},
    "status_passed": {"en": "passed", "fr": "réussi"},
    "status_failed": {"en": "failed", "fr": "échoué"},
    "status_error": {"en": "error", "fr": "erreur"},
    "status_crashed": {"en": "crashed", "fr": "interrompu"},
    "status_timeout": {"en": "too slow", "fr": "trop lent"},
    "status_resource": {
        "en": "too much memory, disk or processes",
        "fr": "trop de mémoire, de disque ou de processus",
    },
    "status_invalid": {"en": "unusable file", "fr": "fichier inutilisable"},
    "status_missing": {"en": "missing", "fr": "non remis"},
}

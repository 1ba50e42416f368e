"""What the dashboard's page says, in both languages; ``{n}`` is filled in by its script."""

from __future__ import annotations

from ..errors import Text

PAGE: dict[str, Text] = {
    "title": {"en": "The class now", "fr": "Le groupe en ce moment"},
    "language": {"en": "Français", "fr": "English"},
    "show": {"en": "Show names", "fr": "Afficher les noms"},
    "privacy": {
        "en": "Names are hidden at each start. Before you show them, look at who sees this screen.",
        "fr": "Les noms sont masqués à chaque démarrage. Avant de les afficher, voyez qui regarde cet écran.",
    },
    "people": {"en": "People", "fr": "Personnes"},
    "recent": {"en": "Active in the last 10 minutes", "fr": "Actives depuis 10 minutes"},
    "passed": {"en": "Exercises passed", "fr": "Exercices réussis"},
    "causes": {"en": "What to take up now", "fr": "Ce qu’il faut reprendre maintenant"},
    "causes_note": {
        "en": "In the newest result of each person and exercise: the likely cause, or the check missed where no cause is known.",
        "fr": "Dans le dernier résultat de chaque personne et exercice\u00a0: la cause probable ou, si elle n’est pas connue, la vérification manquée.",
    },
    "no_causes": {
        "en": "No check is missed at the moment.",
        "fr": "Aucune vérification manquée pour l’instant.",
    },
    "where_title": {"en": "Who is where", "fr": "Où en est chacun"},
    "exercises": {"en": "Exercise by exercise", "fr": "Exercice par exercice"},
    "person": {"en": "Person", "fr": "Personne"},
    "person_n": {"en": "Person {n}", "fr": "Personne {n}"},
    "exercise": {"en": "Exercise", "fr": "Exercice"},
    "cause": {"en": "Likely cause or check missed", "fr": "Cause probable ou vérification manquée"},
    "where": {"en": "Last exercise", "fr": "Dernier exercice"},
    "state": {"en": "Result", "fr": "Résultat"},
    "done": {"en": "✓ passed", "fr": "✓ réussi"},
    "not_yet": {"en": "… not yet", "fr": "… pas encore"},
    "tries": {"en": "Results", "fr": "Résultats"},
    "passed_of": {"en": "Passed / tried", "fr": "Réussis / tentés"},
    "lessons": {"en": "Lessons read", "fr": "Leçons lues"},
    "last": {"en": "Last seen", "fr": "Vu à"},
    "picture": {"en": "Picture", "fr": "Image"},
    "tried": {"en": "Tried by", "fr": "Tenté par"},
    "passed_by": {"en": "Passed by", "fr": "Réussi par"},
    "empty": {
        "en": "Nobody yet. Results appear here as soon as a file of the class arrives in the folder.",
        "fr": "Personne pour l’instant. Les résultats apparaissent ici dès qu’un fichier du groupe arrive dans le dossier.",
    },
    "over": {
        "en": "Files or lines passed over: {n}. With names shown, each is listed here.",
        "fr": "Fichiers ou lignes laissés de côté\u00a0: {n}. Quand les noms sont affichés, chacun figure ici.",
    },
    "lost": {
        "en": "The command that serves this page does not answer. What you see may be old. Start it again.",
        "fr": "La commande qui sert cette page ne répond pas. Ce que vous voyez est peut-être ancien. Relancez-la.",
    },
    "no_token": {
        "en": "This page needs the whole address that the command printed, token included.",
        "fr": "Cette page demande l’adresse entière que la commande a donnée, jeton compris.",
    },
}

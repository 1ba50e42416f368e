"""The note studio: three templates, a live checklist of the form, facts to cite; the text stays on the page."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

import yaml

from ..checks.notes import barred, citable, note_rules
from ..facts import Fact, register, statable
from ..lang import LANGUAGES, NBSP, number
from .base import Figure, data_file
from .drawing import ACCENT, INK, LINE, MUTED, SURFACE, box, line, picture, text
from .words import dated

COLON = {"en": ":", "fr": NBSP + ":"}


def subjects() -> list[dict[str, Any]]:
    """The subjects of the picker with the ids of their facts, as they stand in ``note_studio.yml``."""
    return yaml.safe_load(data_file("note_studio.yml"))


def skeleton(template: str, language: str) -> str:
    """A template to fill in: its headings, and the beginnings of its lines each where it belongs."""
    rules = note_rules()
    asked = rules["templates"][template]
    begun = {name: rules["lines"][name][language] + COLON[language] + " " for name in asked["lines"]}
    if "headings" not in asked:
        return "\n".join(begun.values()) + "\n"
    first, *others = asked["headings"][language]
    parts = ["## " + first, *([begun["ask"]] if "ask" in begun else [])]
    for heading in others:
        parts.append("## " + heading)
        if heading == others[-1 if len(begun) == 1 else -2]:
            parts.append(begun["uncertain"])
    return "\n\n".join([*parts, *([begun["decides"]] if "decides" in begun else [])]) + "\n"


class NoteStudio(Figure):
    """A text area whose form is checked while one writes, with facts of the register to cite."""

    title = {"en": "The note studio", "fr": "L’atelier de rédaction"}
    alt = {
        "en": "A page with four headings: issue, background, considerations, recommendation. The line Ask stands under the first, the line Uncertain under the third, the line Decides under the last; three marks in brackets stand for citations.",
        "fr": "Une page à quatre titres\u00a0: enjeu, contexte, considérations, recommandation. La ligne Demande suit le premier, la ligne Incertitude le troisième, la ligne Décide le dernier; trois repères entre crochets représentent les citations.",
    }
    caption = {
        "en": "The checklist reads the form: length, headings, citations, lines. It does not know whether a citation supports its sentence or whether the ask is wise: a person judges that. Dates are judged by today’s date.",
        "fr": "La liste lit la forme\u00a0: longueur, titres, citations, lignes. Elle ne sait pas si une citation appuie sa phrase ni si la demande est sage\u00a0: une personne en juge. Les dates se comparent à celle d’aujourd’hui.",
    }
    numbers = {"en": "The three templates in a table", "fr": "Les trois gabarits en tableau"}
    words = {
        "template": {"en": "Template", "fr": "Gabarit"},
        "written_in": {"en": "Language of the note", "fr": "Langue de la note"},
        "in_en": {"en": "English", "fr": "Anglais"},
        "in_fr": {"en": "French", "fr": "Français"},
        "text": {"en": "Your text, in Markdown", "fr": "Votre texte, en Markdown"},
        "private": {
            "en": "What you write stays on this page: nothing is sent and nothing is kept. Save it before you leave. Put in nothing confidential.",
            "fr": "Ce que vous écrivez reste dans cette page\u00a0: rien n’est envoyé, rien n’est conservé. Enregistrez avant de partir. N’y mettez rien de confidentiel.",
        },
        "begin": {"en": "Begin again with the template", "fr": "Repartir du gabarit"},
        "back": {"en": "Bring my text back", "fr": "Rétablir mon texte"},
        "checklist": {"en": "Checklist of the form", "fr": "Vérification de la forme"},
        "holds": {"en": "holds", "fr": "en place"},
        "open": {"en": "not yet", "fr": "pas encore"},
        "length": {
            "en": "At most {most} words: {words} now",
            "fr": "Au plus {most} mots\u00a0: {words} pour l’instant",
        },
        "headings": {
            "en": "Headings, each once and in order: {headings}",
            "fr": "Titres, une fois chacun et dans l’ordre\u00a0: {headings}",
        },
        "exact_lines": {
            "en": "Exactly {exact} lines: {filled} now",
            "fr": "Exactement {exact} lignes\u00a0: {filled} pour l’instant",
        },
        "citations": {
            "en": "Different facts cited, none past its review date, at least {least}: {count} now",
            "fr": "Faits différents cités, aucun à réviser, au moins {least}\u00a0: {count} pour l’instant",
        },
        "line": {
            "en": "One line, and only one, begins with “{marker}” and goes on: {count} now",
            "fr": "Une ligne, et une seule, commence par «\u00a0{marker}\u00a0» et se poursuit\u00a0: {count} pour l’instant",
        },
        "claims": {"en": "None of the course’s misconceptions", "fr": "Aucune des idées reçues du cours"},
        "close_to": {
            "en": "A sentence is close to: {claims} The list compares turns of phrase, so judge for yourself.",
            "fr": "Une phrase s’approche de\u00a0: {claims} La liste compare des tournures\u00a0: à vous d’en juger.",
        },
        "quoted": {"en": "“{claim}”", "fr": "«\u00a0{claim}\u00a0»"},
        "missing": {"en": "Missing: {names}", "fr": "Il manque\u00a0: {names}"},
        "in_code": {
            "en": "Inside a code block only: {names}",
            "fr": "Dans un bloc de code seulement\u00a0: {names}",
        },
        "unknown": {"en": "Not in the register: {names}", "fr": "Absents du registre\u00a0: {names}"},
        "expired": {
            "en": "Past the review date, check first: {names}",
            "fr": "Date de révision passée, à vérifier d’abord\u00a0: {names}",
        },
        "barred": {
            "en": "In the register, but not to be stated: {names}",
            "fr": "Au registre, mais à ne pas énoncer\u00a0: {names}",
        },
        "seed": {
            "en": "Stated by the 2022 article alone, so write “according to the article”: {names}",
            "fr": "Affirmés par le seul article de 2022\u00a0: écrivez «\u00a0selon l’article\u00a0»\u00a0: {names}",
        },
        "comma": {"en": ", ", "fr": ", "},
        "says": {
            "en": "{held} of {total} items of the form hold; {words} words of {most}. Form only: whether the note is true, clear and useful, a person judges.",
            "fr": "{held} éléments de forme sur {total} sont en place; {words} mots sur {most}. Forme seulement\u00a0: si la note est juste, claire et utile, une personne en juge.",
        },
        "cite": {"en": "Cite a fact", "fr": "Citer un fait"},
        "subject": {"en": "Subject", "fr": "Sujet"},
        "fact": {"en": "Fact", "fr": "Fait"},
        "insert": {"en": "Insert the citation", "fr": "Insérer la citation"},
        "any_other": {
            "en": "Any other fact of the register can be cited too: copy its identifier from the course’s page of facts.",
            "fr": "Tout autre fait du registre peut être cité\u00a0: copiez son identifiant à la page des faits du cours.",
        },
        "cited": {"en": "Facts cited in the text", "fr": "Faits cités dans le texte"},
        "see_facts": {"en": "see the page of facts", "fr": "voir la page des faits"},
        "copy": {"en": "Copy", "fr": "Copier"},
        "download": {"en": "Save as a file (.md)", "fr": "Enregistrer en fichier (.md)"},
        "print": {"en": "Print", "fr": "Imprimer"},
        "copied": {"en": "Copied.", "fr": "Copié."},
        "not_copied": {
            "en": "The browser refused: the text is selected, press Ctrl+C.",
            "fr": "Le navigateur a refusé\u00a0: le texte est sélectionné, faites Ctrl+C.",
        },
        "inserted": {"en": "Citation inserted.", "fr": "Citation insérée."},
        "file": {"en": "note.md", "fr": "note.md"},
        "sources": {
            "en": "Sources, from the course’s register of facts",
            "fr": "Sources, d’après le registre des faits du cours",
        },
        "most": {"en": "Words at most", "fr": "Mots au plus"},
        "heads": {"en": "Headings", "fr": "Titres"},
        "lines": {"en": "Lines", "fr": "Lignes"},
        "least": {"en": "Facts at least", "fr": "Faits au moins"},
        "none": {"en": "none", "fr": "aucun"},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """The rules, the citable facts by review date, those not to be stated, and the picker's facts in words."""
        due = defaultdict(list)
        for name, by in citable().items():
            due[by or ""].append(name)
        return {
            "rules": dict(note_rules()),
            "templates": list(note_rules()["templates"]),
            "due": dict(due),
            "barred": sorted(barred()),
            "seed": [fact.id for fact in register().values() if fact.status == "seed"],
            "subjects": [
                {"name": one["name"], "facts": [_shown(statable(name)) for name in one["facts"]]}
                for one in subjects()
            ],
            "skeletons": {
                template: {language: skeleton(template, language) for language in LANGUAGES}
                for template in note_rules()["templates"]
            },
        }

    @classmethod
    def still(cls, language: str) -> str:
        """A page with its headings, its three lines and marks for citations."""
        rules = note_rules()
        headings = rules["templates"]["note"]["headings"][language]
        marks = {0: "ask", 2: "uncertain", 3: "decides"}
        citations = {(1, 0): 1, (1, 1): 2, (2, 0): 3}
        drawn = [box(40, 10, 440, 470, rx=6, fill=SURFACE, stroke=LINE)]
        y = 50
        for place, heading in enumerate(headings):
            drawn.append(text(70, y, heading, 16, font_weight="bold"))
            for row in range(2):
                y += 22
                mark = citations.get((place, row))
                drawn.append(line(70, y, 400 if mark else 440 - 60 * row, y, stroke_width=3))
                if mark:
                    drawn.append(text(408, y + 5, f"[{mark}]", 14, fill=ACCENT))
            if place in marks:
                y += 30
                drawn += [
                    box(62, y - 16, 396, 24, rx=4, fill="none", stroke=ACCENT),
                    text(
                        70,
                        y,
                        rules["lines"][marks[place]][language] + COLON[language],
                        14,
                        fill=INK,
                        font_weight="bold",
                    ),
                    line(190, y, 446, y, stroke=MUTED, stroke_width=2, stroke_dasharray="4 3"),
                ]
            y += 40
        return picture(520, 490, cls.alt[language], *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """Each template with what its form asks."""
        rules = note_rules()
        rows = [[cls.word(key, language) for key in ("template", "most", "heads", "lines", "least")]]
        for asked in rules["templates"].values():
            headings = asked["headings"][language] if "headings" in asked else [cls.word("none", language)]
            lines = [rules["lines"][name][language] + COLON[language] for name in asked["lines"]]
            comma = cls.word("comma", language)
            rows.append(
                [
                    asked["name"][language],
                    number(asked["most_words"], language),
                    comma.join(headings),
                    " ".join(lines),
                    number(asked["least_citations"], language),
                ]
            )
        return rows


def _shown(fact: Fact) -> dict[str, Any]:
    """A fact as the picker shows it: its sentence and its dates in each language."""
    return {"id": fact.id, "claim": dict(fact.claim), "dated": dated(fact)}

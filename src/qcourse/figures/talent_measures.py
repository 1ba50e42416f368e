"""Six measures that attract talent and firms, before and after 2025, and how each stands for four profiles."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml

from ..facts import statable
from ..lang import date
from .base import Figure, data_file
from .drawing import ACCENT, LINE, MUTED, box, picture, text
from .words import stated

PROFILES = ("graduate", "expert", "researcher", "firm")
MARKS = ("open", "ask", "frame", "idea", "ended", "none")
TIMES = ("before", "after")


@cache
def measures() -> list[dict[str, Any]]:
    """The six measures, as they stand in ``talent_measures.yml``."""
    return yaml.safe_load(data_file("talent_measures.yml"))


class TalentMeasures(Figure):
    """A measure and a profile chosen: what applied before, what applies after, and what is not known."""

    title = {"en": "Which measure, for whom, at which date?", "fr": "Quelle mesure, pour qui, à quelle date?"}
    alt = {
        "en": "Six measures in two columns, before and after. The fast route was abolished in November 2025, the PSTQ replaced the PRTQ in November 2024, admissions are set at 45,000 a year from 2026, aiming at quantum was a possibility in 2022, both tax holidays ended in March 2025, and investment promotion goes on.",
        "fr": "Six mesures en deux colonnes, avant et après. La voie rapide a été abolie en novembre 2025, le PSTQ a remplacé le PRTQ en novembre 2024, les admissions sont fixées à 45\u00a0000 par an dès 2026, cibler le quantique était une possibilité en 2022, les deux congés fiscaux ont pris fin en mars 2025, et la prospection d’investissements se poursuit.",
    }
    caption = {
        "en": "“May concern” means: on conditions that change, to be read on the official page of the day. The table describes rules and announcements; it promises nothing to anyone.",
        "fr": "«\u00a0Peut le concerner\u00a0» veut dire\u00a0: à des conditions qui changent, à lire le jour même sur la page officielle. Le tableau décrit des règles et des annonces; il ne promet rien à personne.",
    }
    numbers = {
        "en": "All measures and profiles in a table",
        "fr": "Toutes les mesures et tous les profils en tableau",
    }
    words = {
        "measure": {"en": "The measure", "fr": "La mesure"},
        "profile": {
            "en": "The person or the firm before you",
            "fr": "La personne ou l’entreprise devant vous",
        },
        "graduate": {
            "en": "A foreign graduate of a Québec university",
            "fr": "Un diplômé étranger d’une université québécoise",
        },
        "expert": {
            "en": "An expert recruited abroad by a firm",
            "fr": "Un expert recruté à l’étranger par une entreprise",
        },
        "researcher": {"en": "A researcher recruited abroad", "fr": "Un chercheur recruté à l’étranger"},
        "firm": {
            "en": "A foreign firm that may settle",
            "fr": "Une entreprise étrangère qui pourrait s’établir",
        },
        "before": {"en": "Before", "fr": "Avant"},
        "after": {"en": "After", "fr": "Après"},
        "open": {"en": "was open, on conditions", "fr": "était ouverte, sous conditions"},
        "ask": {
            "en": "may concern: read the conditions of the day",
            "fr": "peut le concerner\u00a0: lisez les conditions du jour",
        },
        "frame": {
            "en": "sets a total, and gives no right to anyone",
            "fr": "fixe un total, et ne donne de droit à personne",
        },
        "idea": {"en": "a possibility, not in force", "fr": "une possibilité, non en vigueur"},
        "ended": {
            "en": "ended: no promise for a new case",
            "fr": "terminée\u00a0: aucune promesse pour un nouveau dossier",
        },
        "none": {"en": "does not concern directly", "fr": "ne concerne pas directement"},
        "for_profile": {"en": "For this profile: {mark}.", "fr": "Pour ce profil\u00a0: {mark}."},
        "register": {"en": "In the register", "fr": "Au registre"},
        "unknown": {"en": "Not established here", "fr": "Non établi ici"},
        "same": {
            "en": "{measure}. Before and after: {before}.",
            "fr": "{measure}. Avant et après\u00a0: {before}.",
        },
        "changed": {
            "en": "{measure}. Before: {before}. After: {after}.",
            "fr": "{measure}. Avant\u00a0: {before}. Après\u00a0: {after}.",
        },
        "entry": {"en": "{profile}: {mark}.", "fr": "{profile}\u00a0: {mark}."},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """Each measure before and after, with the register's dated sentences and the mark of each profile."""
        return {
            "profiles": list(PROFILES),
            "measures": [
                {key: one[key] for key in ("id", "name", "open", "profiles", *TIMES)}
                | {f"{time}_facts": [stated(fact) for fact in one[f"{time}_facts"]] for time in TIMES}
                for one in measures()
            ],
        }

    @classmethod
    def still(cls, language: str) -> str:
        """The measures in two columns, each cell with the date of the first fact behind it."""
        drawn = [
            text(176 + 236 * place, 20, cls.word(time, language), 14, font_weight="bold")
            for place, time in enumerate(TIMES)
        ]
        for row, one in enumerate(measures()):
            y = 32 + 92 * row
            drawn.append(text(4, y + 28, one["short"][language], 13, font_weight="bold"))
            for place, time in enumerate(TIMES):
                x = 170 + 236 * place
                drawn.append(box(x, y, 228, 84, rx=6, fill="none", stroke=ACCENT if place else LINE))
                for line, words in enumerate(_wrapped(one[time][language])):
                    drawn.append(text(x + 8, y + 18 + 16 * line, words, 12))
                day = date(statable(one[f"{time}_facts"][0]).as_of, language)
                drawn.append(text(x + 220, y + 78, day, 11, fill=MUTED, text_anchor="end"))
        return picture(640, 590, cls.alt[language], *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """Each measure: before, after, with the marks of the four profiles, and what is not established."""
        rows = [[cls.word(key, language) for key in ("measure", *TIMES, "unknown")]]
        for one in measures():
            cells = []
            for place, time in enumerate(TIMES):
                told = [stated(fact)[language] for fact in one[f"{time}_facts"]]
                marks = [
                    cls.word(
                        "entry",
                        language,
                        profile=cls.word(profile, language),
                        mark=cls.word(one["profiles"][profile][place], language),
                    )
                    for profile in PROFILES
                ]
                cells.append(" ".join([one[time][language], *told, *marks]))
            rows.append([one["name"][language], *cells, one["open"][language]])
        return rows


def _wrapped(words: str, width: int = 36) -> list[str]:
    """The words on lines of at most ``width`` letters."""
    lines = [""]
    for word in words.split(" "):
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines

"""The shelf-life desk: does a file's secrecy outlast the lock that protects it?"""

from __future__ import annotations

from typing import Any

from ..facts import statable
from ..lang import LANGUAGES, date, number
from .base import Figure
from .drawing import BAD, INK, MUTED, SURFACE, box, hatching, line, picture, tag, text

START = 2026
"""The year from which the still picture counts; in a browser it is the current year, if later."""

SECRET = {
    0: {
        "en": "Weeks: a press plan, a signature",
        "fr": "Quelques semaines\u00a0: un plan de presse, une signature",
    },
    1: {"en": "A year: a visit to prepare", "fr": "Un an\u00a0: une visite à préparer"},
    4: {"en": "Until the next mandate", "fr": "Jusqu’au prochain mandat"},
    10: {"en": "Ten years: a negotiation", "fr": "Dix ans\u00a0: une négociation"},
    25: {"en": "A generation", "fr": "Une génération"},
    50: {"en": "A lifetime: a personal file", "fr": "Une vie\u00a0: un dossier personnel"},
}
"""How long a file must stay secret after it is sent, in years and in words."""

MIGRATE = {
    0: {"en": "It is already protected", "fr": "Il l’est déjà"},
    1: {"en": "Within a year", "fr": "D’ici un an"},
    4: {"en": "When equipment is next renewed", "fr": "Au renouvellement du matériel"},
    6: {"en": "Later, if that renewal slips", "fr": "Plus tard, si ce renouvellement tarde"},
    12: {"en": "Nobody has a plan yet", "fr": "Personne n’a encore de plan"},
}
"""How long until the last file leaves under today's encryption, in years and in words."""

MOST = {"secret": 100, "migrate": 20}
"""The longest durations that the sliders reach, in years."""

SURVEY_FACTS = ("gri-2025-10y", "gri-2025-15y", "gri-2025-5y-20y")
HORIZONS = (0, 40)
"""The reader's own threat dates lie from this many to that many years from the first year."""

_EXAMPLES = ((0, 4), (4, 1), (10, 4), (10, 0), (25, 6), (50, 12))
_STILL = (10, 4)


def margin(years_secret: float, years_to_migrate: float, years_to_threat: float) -> float:
    """The years to spare: threat − (secret + migrate); negative when the lock gives way too early."""
    return years_to_threat - (years_secret + years_to_migrate)


def verdict(
    years_secret: float, years_to_migrate: float, earliest_threat: float, latest_threat: float
) -> str:
    """``late`` if even the latest date comes too early, ``safe`` if even the earliest doesn't, else ``at_risk``."""
    if margin(years_secret, years_to_migrate, latest_threat) < 0:
        return "late"
    return "safe" if margin(years_secret, years_to_migrate, earliest_threat) >= 0 else "at_risk"


def surveys() -> dict[str, dict[str, Any]]:
    """Two readings of the expert survey in the register: dates, and the chances that stand for them.

    The survey gives a chance for each number of years after it was published; ``even`` runs from the horizon at which
    its higher average is near one half to that at which its lower average is, ``wide`` from 5 to 20 years.
    """
    ten, fifteen, other = (statable(fact_id) for fact_id in SURVEY_FACTS)
    published = int(ten.as_of[:4])
    return {
        "wide": {
            "earliest": published + 5,
            "latest": published + 20,
            "chances": [
                [other.value("low_5y"), other.value("high_5y")],
                [other.value("low_20y"), other.value("high_20y")],
            ],
        },
        "even": {
            "earliest": published + 10,
            "latest": published + 15,
            "chances": [[ten.value("low"), ten.value("high")], [fifteen.value("low"), fifteen.value("high")]],
        },
    }


class ShelfLifeDesk(Figure):
    """Three durations chosen in words, the threat as a range of dates, the verdict as a band on a time line."""

    title = {
        "en": "The shelf-life desk: will the secret hold long enough?",
        "fr": "Le pupitre\u00a0: le secret tiendra-t-il assez longtemps?",
    }
    alt = {
        "en": "A time line from 2026. A file to keep secret for ten years, protected by post-quantum cryptography from 2030, must stay closed until 2040. "
        "The range taken from the expert survey for a code-breaking machine runs from 2031 to 2046: the two overlap, so the file is at risk.",
        "fr": "Une ligne du temps à partir de 2026. Un dossier à garder secret dix ans, protégé par la cryptographie postquantique à partir de 2030, doit rester secret jusqu’en 2040. "
        "La fourchette tirée du sondage d’experts pour une machine capable de briser les codes va de 2031 à 2046\u00a0: les deux se chevauchent, le dossier est donc à risque.",
    }
    caption = {
        "en": "The last file sent before the migration must stay secret for its whole duration after that day: that is why secrecy and migration are added, then compared with the threat. "
        "For a file already sent, choose a migration of 0 years and the secrecy that remains. A range of dates is not a forecast: the survey gives the opinions of experts, as chances.",
        "fr": "Le dernier dossier envoyé avant la fin de la migration doit rester secret pendant toute la durée prévue, à compter de ce jour\u00a0: c’est pourquoi on additionne le secret et la migration avant de les comparer à la menace. "
        "Pour un dossier déjà envoyé, choisissez une migration de 0\u00a0an et la durée de secret qui reste. Une fourchette de dates n’est pas une prévision\u00a0: le sondage donne l’avis d’experts, sous forme de probabilités.",
    }
    numbers = {"en": "Examples in a table", "fr": "Des exemples en tableau"}
    words = {
        "secret": {"en": "How long must it stay secret?", "fr": "Combien de temps doit-il rester secret?"},
        "migrate": {
            "en": "When will it be protected by post-quantum cryptography?",
            "fr": "Quand sera-t-il protégé par la cryptographie postquantique?",
        },
        "threat": {
            "en": "When could a machine break today’s keys?",
            "fr": "Quand une machine pourrait-elle briser les clés d’aujourd’hui?",
        },
        "secret_years": {"en": "Secrecy, in years", "fr": "Secret, en années"},
        "migrate_years": {"en": "Migration, in years", "fr": "Migration, en années"},
        "other": {"en": "Another number of years", "fr": "Un autre nombre d’années"},
        "with_years": {"en": "{words} ({years})", "fr": "{words} ({years})"},
        "years_0": {"en": "0 years", "fr": "0\u00a0an"},
        "years_1": {"en": "1 year", "fr": "1\u00a0an"},
        "years_n": {"en": "{years} years", "fr": "{years}\u00a0ans"},
        "even": {
            "en": "Expert survey, about even odds ({earliest} to {latest})",
            "fr": "Sondage d’experts, environ une chance sur deux ({earliest} à {latest})",
        },
        "wide": {
            "en": "Expert survey, wider range ({earliest} to {latest})",
            "fr": "Sondage d’experts, fourchette élargie ({earliest} à {latest})",
        },
        "own": {"en": "My own two dates", "fr": "Mes propres dates"},
        "earliest": {"en": "Earliest date", "fr": "Date la plus proche"},
        "latest": {"en": "Latest date", "fr": "Date la plus lointaine"},
        "survey": {
            "en": "In the Global Risk Institute’s survey of experts (report of {date}), the average chance of such a machine was {low_a} to {high_a}% within {years_a} years and {low_b} to {high_b}% within {years_b} years. Counted here from the year of the report.",
            "fr": "Selon le sondage d’experts du Global Risk Institute (rapport du {date}), la probabilité moyenne d’une telle machine était de {low_a}\u00a0% à {high_a}\u00a0% d’ici {years_a}\u00a0ans et de {low_b}\u00a0% à {high_b}\u00a0% d’ici {years_b}\u00a0ans. Ces années sont comptées ici à partir de celle du rapport.",
        },
        "own_note": {
            "en": "Dates of your own: say where they come from when you show the sheet.",
            "fr": "Vos propres dates\u00a0: dites d’où elles viennent quand vous montrez la fiche.",
        },
        "migration": {"en": "migration", "fr": "migration"},
        "secrecy": {"en": "secrecy", "fr": "secret"},
        "machine": {"en": "machine possible", "fr": "machine possible"},
        "must_hold": {"en": "must stay closed until {year}", "fr": "doit rester secret jusqu’en {year}"},
        "exposed": {"en": "exposed", "fr": "exposé"},
        "late": {"en": "Late", "fr": "Trop tard"},
        "at_risk": {"en": "At risk", "fr": "À risque"},
        "safe": {"en": "Safe", "fr": "À l’abri"},
        "late_means": {
            "en": "Even if the machine comes at the latest date, the file is readable {years} too early.",
            "fr": "Même si la machine arrive à la date la plus lointaine, le dossier devient lisible {years} avant la fin du secret.",
        },
        "at_risk_means": {
            "en": "At the earliest date the file is readable {short} too early; at the latest date the margin is {spare}.",
            "fr": "À la date la plus proche, le dossier devient lisible {short} avant la fin du secret; à la plus lointaine, la marge est de {spare}.",
        },
        "safe_means": {
            "en": "Even at the earliest date the margin is {years}.",
            "fr": "Même à la date la plus proche, la marge est de {years}.",
        },
        "verdict_says": {"en": "{verdict}. {means}", "fr": "{verdict}. {means}"},
        "arithmetic": {"en": "The arithmetic", "fr": "Le calcul"},
        "item": {"en": "Step", "fr": "Étape"},
        "if_earliest": {"en": "Earliest date", "fr": "Date la plus proche"},
        "if_latest": {"en": "Latest date", "fr": "Date la plus lointaine"},
        "row_threat": {"en": "Years until the machine", "fr": "Années avant la machine"},
        "row_secret": {"en": "less years of secrecy", "fr": "moins les années de secret"},
        "row_migrate": {"en": "less years of migration", "fr": "moins les années de migration"},
        "row_margin": {"en": "Margin, in years", "fr": "Marge, en années"},
        "secret_short": {"en": "Secrecy", "fr": "Secret"},
        "migrate_short": {"en": "Migration", "fr": "Migration"},
        "verdict": {"en": "Verdict", "fr": "Verdict"},
        "print": {"en": "Print a one-page sheet", "fr": "Imprimer une fiche d’une page"},
        "private": {
            "en": "Nothing to type, nothing kept, nothing sent: closing the page forgets it all.",
            "fr": "Rien à taper, rien de conservé, rien d’envoyé\u00a0: fermer la page efface tout.",
        },
        "sheet_title": {
            "en": "How long this file’s secret must hold",
            "fr": "Combien de temps le secret de ce dossier doit-il tenir?",
        },
        "sheet_counted": {"en": "Counted from {year}.", "fr": "Années comptées à partir de {year}."},
        "sheet_next": {"en": "What to ask next", "fr": "Ce qu’il faut demander ensuite"},
        "next_1": {
            "en": "Which of our files have the same duration?",
            "fr": "Lesquels de nos dossiers ont la même durée?",
        },
        "next_2": {
            "en": "Who can move the date of the migration, and what would it cost?",
            "fr": "Qui peut avancer la date de la migration, et à quel coût?",
        },
        "next_3": {
            "en": "What need not be sent, or kept, at all?",
            "fr": "Que pourrait-on ne pas envoyer, ou ne pas conserver?",
        },
        "sheet_source": {"en": "Source of the dates", "fr": "Provenance des dates"},
        "sheet_foot": {
            "en": "Teaching aid: an order of magnitude, not a risk assessment. Write no secret on this sheet.",
            "fr": "Outil pédagogique\u00a0: un ordre de grandeur, pas une analyse de risque. N’inscrivez aucun secret sur cette fiche.",
        },
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """The durations and threat ranges that the reader can choose, with the survey's date."""
        return {
            "start": START,
            "horizons": list(HORIZONS),
            "secret": list(SECRET),
            "migrate": list(MIGRATE),
            "most": MOST,
            "ranges": list(surveys()),
            "surveys": surveys(),
            "published": statable(SURVEY_FACTS[0]).as_of,
        }

    @classmethod
    def all_texts(cls) -> dict[str, dict[str, str]]:
        """The strings, with those of the durations and of the survey's date."""
        texts = super().all_texts()
        for language in LANGUAGES:
            durations = {
                f"{group}_{key}": words[language]
                for group, table in (("secret", SECRET), ("migrate", MIGRATE))
                for key, words in table.items()
            }
            texts[language] |= durations | {"published": date(statable(SURVEY_FACTS[0]).as_of, language)}
        return texts

    @classmethod
    def years(cls, count: float, language: str) -> str:
        """A number of years in words: 1 year, 0 an, 12 ans."""
        key = f"years_{int(count)}" if count in (0, 1) else "years_n"
        return cls.word(key, language, years=number(int(count), language))

    @classmethod
    def meaning(
        cls, years_secret: int, years_to_migrate: int, earliest: int, latest: int, language: str
    ) -> str:
        """The verdict and what it means, as the page says it; the threat in years from now."""
        word = verdict(years_secret, years_to_migrate, earliest, latest)
        first, last = (int(margin(years_secret, years_to_migrate, threat)) for threat in (earliest, latest))
        values = {
            "late": {"years": cls.years(-last, language)},
            "at_risk": {"short": cls.years(-first, language), "spare": cls.years(last, language)},
            "safe": {"years": cls.years(first, language)},
        }[word]
        means = cls.word(f"{word}_means", language, **values)
        return cls.word("verdict_says", language, verdict=cls.word(word, language), means=means)

    @classmethod
    def still(cls, language: str) -> str:
        """The time line of one file, counted from ``START``, against the survey's range."""
        secret, migrate = _STILL
        threat = surveys()["wide"]
        left, width, span = 24, 512, 24

        def at(year: float) -> float:
            return left + width * (year - START) / span

        end = START + migrate + secret
        shade = f"figure-{cls.name}-threat-{language}"
        wait = f"figure-{cls.name}-wait-{language}"
        axis = [line(left, 150, left + width, 150, stroke=MUTED, stroke_width=1.5)]
        for year in range(START, START + span + 1, 5):
            axis += [
                line(at(year), 146, at(year), 154, stroke=MUTED),
                text(at(year), 172, str(year), 13, text_anchor="middle", fill=MUTED),
            ]
        word = verdict(secret, migrate, threat["earliest"] - START, threat["latest"] - START)
        return picture(
            560,
            214,
            cls.alt[language],
            tag("defs", hatching(shade, BAD), hatching(wait, MUTED, -45)),
            box(
                at(threat["earliest"]),
                34,
                at(threat["latest"]) - at(threat["earliest"]),
                116,
                fill=f"url(#{shade})",
                stroke=BAD,
            ),
            text(
                at((threat["earliest"] + threat["latest"]) / 2),
                26,
                cls.word("machine", language),
                13,
                text_anchor="middle",
                fill=BAD,
            ),
            box(at(START), 76, at(START + migrate) - at(START), 34, fill=f"url(#{wait})", stroke=MUTED),
            box(at(START + migrate), 76, at(end) - at(START + migrate), 34, rx=2, fill=MUTED, stroke=MUTED),
            text(at(START + migrate / 2), 68, cls.word("migration", language), 13, text_anchor="middle"),
            text(
                at(START + migrate + secret / 2),
                98,
                cls.word("secrecy", language),
                14,
                text_anchor="middle",
                fill=SURFACE,
                font_weight="bold",
            ),
            line(at(end), 70, at(end), 150, stroke=INK, stroke_width=2, stroke_dasharray="4 3"),
            *axis,
            text(
                left,
                202,
                f"{cls.word(word, language)}\u00a0· {cls.word('must_hold', language, year=str(end))}",
                15,
                font_weight="bold",
            ),
        )

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """Four files against the survey's two ranges, counted from ``START``."""
        ranges = surveys()
        rows = [
            [
                cls.word("secret_short", language),
                cls.word("migrate_short", language),
                *(
                    f"{cls.word('verdict', language)}, {one['earliest']}–{one['latest']}"
                    for one in ranges.values()
                ),
            ]
        ]
        for secret, migrate in _EXAMPLES:
            verdicts = (
                verdict(secret, migrate, one["earliest"] - START, one["latest"] - START)
                for one in ranges.values()
            )
            durations = (
                cls.word(
                    "with_years", language, words=words[years][language], years=cls.years(years, language)
                )
                for words, years in ((SECRET, secret), (MIGRATE, migrate))
            )
            rows.append([*durations, *(cls.word(word, language) for word in verdicts)])
        return rows

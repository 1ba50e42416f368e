"""The dated post-quantum timelines of five jurisdictions, from the register: what is due when, for whom, how firmly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..errors import Text
from ..facts import statable
from ..lang import date
from .base import Figure
from .drawing import ACCENT, INK, LINE, MUTED, SURFACE, WARN, line, picture, tag, text

TODAY = "2026-11-22"
"""The day of the still picture and of the table, when the register was checked; in a browser it is the current day."""

YEARS = (2026, 2036)
"""The first and the last year of the scale; a year’s name stands in its middle, between two lines."""

COUNTRIES = ("canada", "us", "uk", "eu", "australia")
FORCES = ("required", "asked", "planned", "draft")


@dataclass(frozen=True)
class Milestone:
    """One dated step: ``day`` is the last on which it is met (the first from which it holds, where the text says from).

    ``says`` is the date as the register gives it, ``force`` how firmly it is stated, ``whom`` for whom.
    """

    country: str
    day: str
    says: Text
    force: str
    label: Text
    whom: Text
    fact: str


def _end(year: int) -> Text:
    return {"en": f"end of {year}", "fr": f"fin de {year}"}


def _by(year: int) -> Text:
    return {"en": f"by {year}", "fr": f"d’ici {year}"}


_DEPARTMENTS = {
    "en": "federal departments, for systems up to Protected B",
    "fr": "ministères fédéraux, systèmes allant jusqu’à Protégé B",
}
_NATIONAL_SECURITY = {"en": "national security systems", "fr": "systèmes de sécurité nationale"}
_HIGH_VALUE = {"en": "high-value federal systems", "fr": "systèmes fédéraux de grande valeur"}
_NOT_SAID = {"en": "not said in the register", "fr": "non précisé au registre"}
_MEMBERS = {"en": "member states", "fr": "États membres"}

MILESTONES = (
    Milestone(
        "canada",
        "2026-04-30",
        {"en": "April 2026", "fr": "avril 2026"},
        "asked",
        {"en": "migration plans", "fr": "plans de migration"},
        _DEPARTMENTS,
        "pqc-roadmap-2025",
    ),
    Milestone(
        "canada",
        "2031-12-31",
        _end(2031),
        "asked",
        {"en": "high-priority systems migrated", "fr": "systèmes prioritaires migrés"},
        _DEPARTMENTS,
        "pqc-roadmap-2025",
    ),
    Milestone(
        "canada",
        "2035-12-31",
        _end(2035),
        "asked",
        {"en": "the other systems migrated", "fr": "autres systèmes migrés"},
        _DEPARTMENTS,
        "pqc-roadmap-2025",
    ),
    Milestone(
        "us",
        "2027-01-01",
        {"en": "from 1 January 2027", "fr": "à compter du 1er janvier 2027"},
        "required",
        {"en": "new acquisitions comply with CNSA 2.0", "fr": "nouvelles acquisitions conformes à CNSA 2.0"},
        _NATIONAL_SECURITY,
        "cnsa2-2027",
    ),
    Milestone(
        "us",
        "2030-12-31",
        {"en": "31 December 2030", "fr": "31 décembre 2030"},
        "required",
        {"en": "post-quantum key establishment", "fr": "établissement de clés postquantique"},
        _HIGH_VALUE,
        "eo14412-deadlines",
    ),
    Milestone(
        "us",
        "2030-12-31",
        _end(2030),
        "planned",
        {
            "en": "a procurement rule binds suppliers",
            "fr": "une règle d’approvisionnement lie les fournisseurs",
        },
        {"en": "federal contractors", "fr": "fournisseurs de l’État fédéral"},
        "eo14412-contractors",
    ),
    Milestone(
        "us",
        "2030-12-31",
        _end(2030),
        "planned",
        {
            "en": "equipment without CNSA 2.0 phased out",
            "fr": "équipement non compatible avec CNSA 2.0 retiré",
        },
        _NATIONAL_SECURITY,
        "cnsa2-2030-2033-2035",
    ),
    Milestone(
        "us",
        "2031-12-31",
        {"en": "31 December 2031", "fr": "31 décembre 2031"},
        "required",
        {"en": "post-quantum signatures", "fr": "signatures postquantiques"},
        _HIGH_VALUE,
        "eo14412-deadlines",
    ),
    Milestone(
        "us",
        "2033-12-31",
        _by(2033),
        "planned",
        {"en": "systems and applications moved", "fr": "systèmes et applications migrés"},
        _NATIONAL_SECURITY,
        "cnsa2-2030-2033-2035",
    ),
    Milestone(
        "us",
        "2035-12-31",
        {"en": "after 2035", "fr": "après 2035"},
        "draft",
        {"en": "RSA and elliptic curves disallowed", "fr": "RSA et courbes elliptiques interdits"},
        {
            "en": "NIST’s draft; the register does not say whom it would bind",
            "fr": "projet du NIST; le registre ne précise pas qui il lierait",
        },
        "ir8547-dates",
    ),
    Milestone(
        "us",
        "2035-12-31",
        _by(2035),
        "planned",
        {"en": "everything moved", "fr": "tout est migré"},
        _NATIONAL_SECURITY,
        "cnsa2-2030-2033-2035",
    ),
    Milestone(
        "uk",
        "2028-12-31",
        _by(2028),
        "asked",
        {"en": "discovery and a plan", "fr": "inventaire et plan"},
        _NOT_SAID,
        "uk-2028-2031-2035",
    ),
    Milestone(
        "uk",
        "2031-12-31",
        _by(2031),
        "asked",
        {"en": "priority migration done", "fr": "migration prioritaire faite"},
        _NOT_SAID,
        "uk-2028-2031-2035",
    ),
    Milestone(
        "uk",
        "2035-12-31",
        _by(2035),
        "asked",
        {"en": "migration completed", "fr": "migration achevée"},
        _NOT_SAID,
        "uk-2028-2031-2035",
    ),
    Milestone(
        "eu",
        "2026-12-31",
        _end(2026),
        "asked",
        {"en": "national plans", "fr": "plans nationaux"},
        _MEMBERS,
        "eu-roadmap-2026-2030-2035",
    ),
    Milestone(
        "eu",
        "2030-12-31",
        _end(2030),
        "asked",
        {"en": "high-risk uses migrated", "fr": "usages à risque élevé migrés"},
        _MEMBERS,
        "eu-roadmap-2026-2030-2035",
    ),
    Milestone(
        "eu",
        "2035-12-31",
        _end(2035),
        "asked",
        {"en": "medium-risk uses migrated", "fr": "usages à risque moyen migrés"},
        _MEMBERS,
        "eu-roadmap-2026-2030-2035",
    ),
    Milestone(
        "australia",
        "2030-12-31",
        _by(2030),
        "planned",
        {
            "en": "RSA, ECDH, ECDSA and SHA-256 no longer approved",
            "fr": "RSA, ECDH, ECDSA et SHA-256 ne sont plus approuvés",
        },
        {"en": "high-assurance equipment", "fr": "équipement à haute assurance"},
        "australia-2030",
    ),
)
"""In the order of the table: by jurisdiction, then by day."""


def next_milestones(today: str) -> dict[str, Milestone | None]:
    """For each jurisdiction the first milestone strictly after the ISO date ``today``, or None."""
    return {
        country: next((one for one in MILESTONES if one.country == country and one.day > today), None)
        for country in COUNTRIES
    }


class Timelines(Figure):
    """A lane for each jurisdiction; the reader moves the day from which to look and picks one to read in full."""

    title = {
        "en": "Five timelines, and the day from which you look",
        "fr": "Cinq calendriers, et le jour d’où l’on regarde",
    }
    alt = {
        "en": "Five lanes on a scale from 2026 to 2036. Canada: April 2026, end of 2031, end of 2035, all asked. United States: required in January 2027 and at the end of 2030 and 2031; planned by 2030, 2033 and 2035; a draft for after 2035. "
        "United Kingdom: asked by 2028, 2031 and 2035. European Union: asked by the end of 2026, 2030 and 2035. Australia: planned by 2030.",
        "fr": "Cinq lignes sur une échelle de 2026 à 2036. Canada\u00a0: avril 2026, fin de 2031, fin de 2035, trois demandes. États-Unis\u00a0: exigences en janvier 2027, à la fin de 2030 et à celle de 2031; prévisions d’ici 2030, 2033 et 2035; un projet pour après 2035. "
        "Royaume-Uni\u00a0: demandes d’ici 2028, 2031 et 2035. Union européenne\u00a0: demandes d’ici la fin de 2026, de 2030 et de 2035. Australie\u00a0: prévision d’ici 2030.",
    }
    caption = {
        "en": "Required: the register’s sentence says must or requires. Asked: a roadmap or an agency asks. Planned: announced, or to follow. Draft: not adopted. "
        "Where the register gives a month or a year alone, the mark stands at its last day: that is the latest reading. None of these texts is addressed to a body of the Government of Québec.",
        "fr": "Exigé\u00a0: la phrase du registre du cours parle d’exigence ou d’obligation. Demandé\u00a0: une feuille de route ou un organisme le demande. Prévu\u00a0: annoncé, ou à venir. Projet\u00a0: non adopté. "
        "Quand le registre ne donne qu’un mois ou qu’une année, le repère est au dernier jour\u00a0: c’est la lecture la plus tardive. Aucun de ces textes ne s’adresse à un organisme du gouvernement du Québec.",
    }
    words = {
        "canada": {"en": "Canada", "fr": "Canada"},
        "us": {"en": "United States", "fr": "États-Unis"},
        "uk": {"en": "United Kingdom", "fr": "Royaume-Uni"},
        "eu": {"en": "European Union", "fr": "Union européenne"},
        "australia": {"en": "Australia", "fr": "Australie"},
        "required": {"en": "required", "fr": "exigé"},
        "asked": {"en": "asked", "fr": "demandé"},
        "planned": {"en": "planned", "fr": "prévu"},
        "draft": {"en": "draft", "fr": "projet"},
        "from": {"en": "Look from", "fr": "Regarder à partir de"},
        "today": {"en": "today", "fr": "aujourd’hui"},
        "first_of": {"en": "1 January {year}", "fr": "1er janvier {year}"},
        "choose": {"en": "Read one in full", "fr": "En lire un au complet"},
        "next": {"en": "What comes next from that day", "fr": "Ce qui vient ensuite, à partir de ce jour"},
        "all": {"en": "All dates", "fr": "Toutes les dates"},
        "who": {"en": "Jurisdiction", "fr": "Administration"},
        "step": {"en": "Step", "fr": "Étape"},
        "when": {"en": "Date", "fr": "Date"},
        "force": {"en": "Status", "fr": "Statut"},
        "whom": {"en": "For whom", "fr": "Pour qui"},
        "as_of": {"en": "As of", "fr": "Date du fait"},
        "passed": {"en": "{date} (passed)", "fr": "{date} (passé)"},
        "status": {
            "en": "{force}. For whom: {whom}. As of {as_of}.",
            "fr": "{force}. Pour qui\u00a0: {whom}. Date du fait\u00a0: {as_of}.",
        },
        "coming": {"en": "{date}: {label} ({force})", "fr": "{date}\u00a0: {label} ({force})"},
        "nothing": {"en": "no date left in the register", "fr": "plus aucune date au registre"},
        "says": {
            "en": "{country}, next: {label}, {date} ({force}). For whom: {whom}.",
            "fr": "{country}, prochaine étape\u00a0: {label}, {date} ({force}). Pour qui\u00a0: {whom}.",
        },
        "says_nothing": {
            "en": "{country}: no date left in the register from that day. That is not the end of the work.",
            "fr": "{country}\u00a0: plus aucune date au registre à partir de ce jour. Le travail n’est pas fini pour autant.",
        },
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """The milestones' days, lanes and marks."""
        return {
            "today": TODAY,
            "years": list(YEARS),
            "countries": list(COUNTRIES),
            "forces": list(FORCES),
            "milestones": [
                {"country": one.country, "day": one.day, "at": round(_year(one.day), 3), "force": one.force}
                for one in MILESTONES
            ],
        }

    @classmethod
    def all_texts(cls) -> dict[str, dict[str, str]]:
        """The strings, with those of each milestone."""
        texts = super().all_texts()
        for language, own in texts.items():
            for place, one in enumerate(MILESTONES):
                own |= {
                    f"mark_{place}_when": one.says[language],
                    f"mark_{place}_label": one.label[language],
                    f"mark_{place}_status": cls.status(one, language),
                    f"mark_{place}_coming": cls.coming(one, language),
                    f"mark_{place}_says": cls.says(one.country, one, language),
                }
            own |= {f"none_{country}": cls.says(country, None, language) for country in COUNTRIES}
        return texts

    @classmethod
    def status(cls, one: Milestone, language: str) -> str:
        """How firmly, for whom, and of which date."""
        force = cls.word(one.force, language)
        return cls.word(
            "status",
            language,
            force=force[0].upper() + force[1:],
            whom=one.whom[language],
            as_of=date(statable(one.fact).as_of, language),
        )

    @classmethod
    def coming(cls, one: Milestone | None, language: str) -> str:
        """A milestone in a few words."""
        if one is None:
            return cls.word("nothing", language)
        return cls.word(
            "coming",
            language,
            date=one.says[language],
            label=one.label[language],
            force=cls.word(one.force, language),
        )

    @classmethod
    def says(cls, country: str, one: Milestone | None, language: str) -> str:
        """The sentence for the jurisdiction whose next milestone this is."""
        name = cls.word(country, language)
        if one is None:
            return cls.word("says_nothing", language, country=name)
        return cls.word(
            "says",
            language,
            country=name,
            label=one.label[language],
            date=one.says[language],
            force=cls.word(one.force, language),
            whom=one.whom[language],
        )

    @classmethod
    def still(cls, language: str) -> str:
        """The five lanes with all marks and the day on which the register was checked."""
        left, width, top, lane = 132, 396, 48, 44

        def at(year: float) -> float:
            return left + width * (year - YEARS[0]) / (YEARS[1] - YEARS[0])

        foot = top + lane * len(COUNTRIES)
        drawn = []
        for year in range(YEARS[0], YEARS[1] + 1):
            drawn.append(line(at(year), top - 8, at(year), foot, stroke=LINE))
            if year < YEARS[1]:
                drawn.append(text(at(year + 0.5), top - 16, str(year), 11, text_anchor="middle", fill=MUTED))
        now = at(_year(TODAY))
        drawn.append(line(now, top - 8, now, foot, stroke=INK, stroke_width=2, stroke_dasharray="4 3"))
        drawn.append(text(now, foot + 16, date(TODAY, language), 12, text_anchor="start", fill=INK))
        for place, country in enumerate(COUNTRIES):
            y = top + lane * place + lane / 2
            drawn += [
                text(left - 12, y + 5, cls.word(country, language), 14, text_anchor="end"),
                line(left, y, left + width, y, stroke=MUTED),
            ]
        for one, x, y in placed(at, lambda country: top + lane * COUNTRIES.index(country) + lane / 2):
            drawn.append(_mark(one.force, x, y))
        for place, force in enumerate(FORCES):
            x = left + place * 100
            drawn += [_mark(force, x, foot + 40), text(x + 13, foot + 45, cls.word(force, language), 13)]
        return picture(560, foot + 60, cls.alt[language], *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """Every milestone with its status."""
        head = [cls.word(key, language) for key in ("who", "when", "step", "force", "whom", "as_of")]
        rows = [
            [
                cls.word(one.country, language),
                one.says[language],
                one.label[language],
                cls.word(one.force, language),
                one.whom[language],
                date(statable(one.fact).as_of, language),
            ]
            for one in MILESTONES
        ]
        return [head, *rows]


def placed(at: Any, lane: Any) -> list[tuple[Milestone, float, float]]:
    """The milestones with their places; those of one lane and day stand under each other."""
    seen: dict[tuple[str, str], int] = {}
    marks = []
    for one in MILESTONES:
        depth = seen.get((one.country, one.day), 0)
        seen[one.country, one.day] = depth + 1
        marks.append((one, at(_year(one.day)), lane(one.country) + (0, 13, -13)[depth]))
    return marks


def _year(day: str) -> float:
    year, month, of_month = (int(part) for part in day.split("-"))
    return year + (month - 1 + of_month / 31) / 12


def _mark(force: str, x: float, y: float) -> str:
    if force == "required":
        return tag("rect", x=x - 6, y=y - 6, width=12, height=12, fill=WARN)
    if force == "asked":
        return tag("circle", cx=x, cy=y, r=6, fill=ACCENT)
    if force == "planned":
        points = f"{x:.2f},{y - 7:.2f} {x + 7:.2f},{y:.2f} {x:.2f},{y + 7:.2f} {x - 7:.2f},{y:.2f}"
        return tag("polygon", points=points, fill=SURFACE, stroke=INK, stroke_width=2)
    return tag("circle", cx=x, cy=y, r=5.5, fill=SURFACE, stroke=INK, stroke_width=2, stroke_dasharray="3 2")

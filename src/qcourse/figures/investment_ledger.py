"""Dated announcements of money for quantum technologies, and why two of them cannot be compared as they stand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from ..facts import Fact, statable
from ..lang import LANGUAGES, NBSP, date, number
from .base import Figure, data_file
from .drawing import ACCENT, INK, LINE, MUTED, SURFACE, WARN, line, picture, tag, text

PAYERS = ("quebec", "federal", "several", "other")
KINDS = ("plan", "place", "project", "firm")
STAGES = ("planned", "granted", "spent", "unstated")
MONEY = ("public", "private", "mixed", "unstated")
BOUNDS = ("more", "up_to", "about")
CURRENCIES = ("CAD", "USD", "EUR", "GBP", "CHF")
KEYS = ("currency", "date", "period", "planned_spent", "public_private")
"""What two announcements must have in common; the same five as in the exercise follow_the_money."""

YEARS = (2019, 2027)
"""The first year of the scale, and the year at whose beginning it ends."""

_FRENCH = {"CAD": "$" + NBSP + "CA", "USD": "$" + NBSP + "US", "EUR": "€", "GBP": "£", "CHF": NBSP + "CHF"}


@cache
def entries() -> list[dict[str, Any]]:
    """The ledger as it stands in ``investment_ledger.yml``, by date and then in the file's order."""
    return sorted(
        yaml.safe_load(data_file("investment_ledger.yml")), key=lambda one: _day(fact_of(one).as_of)
    )


def fact_of(one: Mapping[str, Any]) -> Fact:
    """The fact that states an entry's amount."""
    return statable(one["amount"][0])


def amount_of(one: Mapping[str, Any]) -> float:
    """An entry's amount in units of its currency."""
    return fact_of(one).value(*one["amount"][1:])


def currency_of(one: Mapping[str, Any]) -> str:
    """The currency of an entry's amount: the fact's, or the one that its value is named for."""
    return fact_of(one).currency or str(one["amount"][1]).upper()


def announcement(one: Mapping[str, Any]) -> dict[str, Any]:
    """The entry as the exercise describes an announcement; a period that is not stated is None."""
    fact = fact_of(one)
    return {
        "currency": currency_of(one),
        "date": fact.as_of,
        "period": one.get("years"),
        "planned_spent": one["stage"],
        "public_private": one["money"],
    }


def reasons(a: Mapping[str, Any], b: Mapping[str, Any]) -> list[str]:
    """The keys whose values differ between two announcements, in alphabetical order."""
    return [key for key in KEYS if a[key] != b[key]]


def per_year(one: Mapping[str, Any]) -> list[float]:
    """The amount divided by the years: one number, two where sources differ on the years, none where nobody says."""
    years = one.get("years")
    if years is None:
        return []
    return sorted(amount_of(one) / some for some in (years if isinstance(years, list) else [years]))


def money(value: float, currency: str, language: str) -> str:
    """An amount to three significant digits or better, with its currency: CAD 51.4 million, 51,4 M$ CA."""
    size, english, letter = next(
        (
            (size, english, letter)
            for size, english, letter in ((10**9, "billion", "G"), (10**6, "million", "M"))
            if value >= size
        ),
        (1, "", ""),
    )
    whole = float(f"{value / size:.4g}" if size > 1 else f"{value:.3g}")
    plain = number(int(whole) if whole.is_integer() else whole, language)
    if language == "en":
        return f"{currency}{NBSP}{plain}" + (f"{NBSP}{english}" if english else "")
    symbol = _FRENCH[currency]
    return f"{plain}{NBSP}{letter}{symbol if letter else symbol.strip(NBSP)}"


class InvestmentLedger(Figure):
    """The reader filters the announcements, opens one, and sets a second beside it."""

    title = {"en": "A dated ledger of announcements", "fr": "Un relevé daté des annonces"}
    alt = {
        "en": "Thirty-four announcements from 2019 to 2026 on four lines by payer: Québec, federal, several payers, other countries and bodies. A diamond is planned, a disc granted, a square spent, a dashed ring not stated; only one is spent.",
        "fr": "Trente-quatre annonces de 2019 à 2026 sur quatre lignes, par payeur\u00a0: Québec, fédéral, plusieurs payeurs, autres pays et organismes. Un losange\u00a0: prévu; un disque\u00a0: accordé; un carré\u00a0: dépensé; un anneau tireté\u00a0: non précisé. Un seul est dépensé.",
    }
    caption = {
        "en": "Amounts, currencies, dates and sources come from the register. Planned, granted or spent, public or private, and the kind are the course’s reading of its sentences: granted means attributed to a named recipient, spent that the sentence speaks of money paid or spent. A year alone stands in the middle of that year. The ledger is not complete: never add its lines up.",
        "fr": "Montants, monnaies, dates et sources viennent du registre des faits. Prévu, accordé ou dépensé, public ou privé, et le genre sont la lecture que fait le cours de ses phrases\u00a0: accordé veut dire attribué à un bénéficiaire désigné; dépensé, que la phrase parle d’argent versé ou de dépenses. Une année seule se place en son milieu. La liste n’est pas complète\u00a0: n’en additionnez jamais les lignes.",
    }
    numbers = {"en": "The announcements in a table", "fr": "Les annonces en tableau"}
    words = {
        "payer": {"en": "Who pays", "fr": "Qui paie"},
        "kind": {"en": "Kind", "fr": "Genre"},
        "stage": {"en": "Planned or spent", "fr": "Prévu ou dépensé"},
        "currency": {"en": "Currency", "fr": "Monnaie"},
        "all": {"en": "all", "fr": "tout"},
        "quebec": {"en": "Québec", "fr": "Québec"},
        "federal": {"en": "Federal", "fr": "Fédéral"},
        "several": {"en": "Several payers", "fr": "Plusieurs payeurs"},
        "other": {"en": "Other countries and bodies", "fr": "Autres pays et organismes"},
        "plan": {"en": "budget or strategy", "fr": "budget ou stratégie"},
        "place": {
            "en": "zone, building, machine, network",
            "fr": "zone, immeuble, machine, réseau",
        },
        "project": {"en": "research and projects", "fr": "recherche et projets"},
        "firm": {
            "en": "loan, contract or aid to a firm",
            "fr": "prêt, contrat ou aide à une entreprise",
        },
        "planned": {"en": "planned", "fr": "prévu"},
        "granted": {"en": "granted", "fr": "accordé"},
        "spent": {"en": "spent", "fr": "dépensé"},
        "unstated": {"en": "not stated", "fr": "non précisé"},
        "public": {"en": "public", "fr": "public"},
        "private": {"en": "private", "fr": "privé"},
        "mixed": {"en": "public and private", "fr": "public et privé"},
        "CAD": {"en": "Canadian dollars", "fr": "dollars canadiens"},
        "USD": {"en": "US dollars", "fr": "dollars américains"},
        "EUR": {"en": "euros", "fr": "euros"},
        "GBP": {"en": "pounds sterling", "fr": "livres sterling"},
        "CHF": {"en": "Swiss francs", "fr": "francs suisses"},
        "more": {"en": "more than {amount}", "fr": "plus de {amount}"},
        "up_to": {"en": "up to {amount}", "fr": "jusqu’à {amount}"},
        "about": {"en": "about {amount}", "fr": "environ {amount}"},
        "years": {"en": "{count} years", "fr": "{count} ans"},
        "one_year": {"en": "a yearly amount", "fr": "un montant annuel"},
        "months": {"en": "{count} months", "fr": "{count} mois"},
        "years_disputed": {
            "en": "{low} or {high} years, according to the source",
            "fr": "{low} ou {high} ans, selon la source",
        },
        "a_year": {"en": "{amount} a year", "fr": "{amount} par année"},
        "a_year_between": {
            "en": "{low} to {high} a year",
            "fr": "de {low} à {high} par année",
        },
        "no_year": {
            "en": "cannot be computed: the period is not stated",
            "fr": "ne peut être calculé\u00a0: la période n’est pas indiquée",
        },
        "list": {
            "en": "The announcements, by date: choose one",
            "fr": "Les annonces, par date\u00a0: choisissez-en une",
        },
        "matching": {"en": "{count} of {total} shown.", "fr": "{count} sur {total} montrées."},
        "none": {
            "en": "No announcement has all these marks. Widen a choice.",
            "fr": "Aucune annonce ne réunit ces critères. Élargissez un choix.",
        },
        "amount": {"en": "Amount", "fr": "Montant"},
        "period": {"en": "Period", "fr": "Période"},
        "yearly": {"en": "Per year", "fr": "Par année"},
        "date": {"en": "Date", "fr": "Date"},
        "money": {"en": "Public or private", "fr": "Public ou privé"},
        "source": {"en": "Source", "fr": "Source"},
        "level_primary": {"en": "primary", "fr": "primaire"},
        "level_secondary": {"en": "secondary", "fr": "secondaire"},
        "level_tertiary": {"en": "tertiary", "fr": "tertiaire"},
        "source_said": {"en": "{source} ({level})", "fr": "{source} ({level})"},
        "announcement": {"en": "Announcement", "fr": "Annonce"},
        "compare": {"en": "Compare it with", "fr": "La comparer à"},
        "nothing": {"en": "nothing yet", "fr": "rien pour l’instant"},
        "as_they_stand": {
            "en": "Not comparable as they stand. Reasons: {count}.",
            "fr": "Non comparables telles quelles. Raisons\u00a0: {count}.",
        },
        "no_reason": {
            "en": "None of the five marks differs: the two amounts may be set side by side.",
            "fr": "Aucun des cinq critères ne diffère\u00a0: on peut mettre les deux montants côte à côte.",
        },
        "differs": {"en": "{name}: {a} / {b}. {advice}", "fr": "{name}\u00a0: {a} / {b}. {advice}"},
        "do_currency": {
            "en": "Convert, and name the rate and its date.",
            "fr": "Convertissez, et nommez le taux et sa date.",
        },
        "do_date": {
            "en": "Say both dates: budgets and prices have moved in between.",
            "fr": "Dites les deux dates\u00a0: budgets et prix ont bougé entre-temps.",
        },
        "do_period": {
            "en": "Compare per year, or ask for the period that is missing.",
            "fr": "Comparez par année, ou demandez la période qui manque.",
        },
        "do_planned_spent": {
            "en": "A promise is not a payment: find the same stage of both.",
            "fr": "Une promesse n’est pas un paiement\u00a0: cherchez le même stade des deux.",
        },
        "do_public_private": {
            "en": "Take out the public part of each, or leave the comparison.",
            "fr": "Isolez la part publique de chacune, ou renoncez à comparer.",
        },
        "both_unknown": {
            "en": "Open on both sides: {names}. Two blanks are not an agreement.",
            "fr": "Inconnu des deux côtés\u00a0: {names}. Deux blancs ne font pas un accord.",
        },
        "part_of": {
            "en": "One is part of the other: never add them.",
            "fr": "L’une fait partie de l’autre\u00a0: ne les additionnez jamais.",
        },
        "and": {"en": ", ", "fr": ", "},
        "line": {"en": "{name}: {value}", "fr": "{name}\u00a0: {value}"},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """The entries with all that is said of each, and the five marks of each for the comparison."""
        return {
            "keys": list(KEYS),
            "filters": {
                "payer": list(PAYERS),
                "kind": list(KINDS),
                "stage": list(STAGES),
                "currency": list(CURRENCIES),
            },
            "years": list(YEARS),
            "entries": [
                {
                    **{key: one[key] for key in ("id", "payer", "kind", "stage", "name", "note")},
                    "within": one.get("within", []),
                    "at": round(_year(fact_of(one).as_of), 3),
                    "currency": currency_of(one),
                    "marks": announcement(one),
                    "said": {language: cls.said(one, language) for language in LANGUAGES},
                }
                for one in entries()
            ],
        }

    @classmethod
    def said(cls, one: Mapping[str, Any], language: str) -> dict[str, str]:
        """Every property of an entry in words, by its name in ``words``."""
        fact = fact_of(one)
        amount = money(amount_of(one), currency_of(one), language)
        level = cls.word(f"level_{fact.evidence_level}", language)
        return {
            "amount": cls.word(one["bound"], language, amount=amount) if "bound" in one else amount,
            "period": cls.period(one.get("years"), language),
            "yearly": cls.yearly(one, language),
            "public_private": cls.word(one["money"], language),
            "planned_spent": cls.word(one["stage"], language),
            "currency": cls.word(currency_of(one), language),
            "date": date(fact.as_of, language),
            "source": cls.word("source_said", language, source=_source(fact), level=level),
        }

    @classmethod
    def period(cls, years: Any, language: str) -> str:
        """How long an announcement runs, in words."""
        if years is None:
            return cls.word("unstated", language)
        if isinstance(years, list):
            return cls.word(
                "years_disputed",
                language,
                low=number(years[0], language),
                high=number(years[-1], language),
            )
        if years == 1:
            return cls.word("one_year", language)
        if years != int(years):
            return cls.word("months", language, count=number(int(years * 12), language))
        return cls.word("years", language, count=number(years, language))

    @classmethod
    def yearly(cls, one: Mapping[str, Any], language: str) -> str:
        """What an announcement comes to in a year, with the bound that its amount has."""
        currency = currency_of(one)
        shares = [money(float(f"{share:.3g}"), currency, language) for share in per_year(one)]
        if not shares:
            return cls.word("no_year", language)
        if len(shares) == 2:
            return cls.word("a_year_between", language, low=shares[0], high=shares[1])
        share = cls.word(one["bound"], language, amount=shares[0]) if "bound" in one else shares[0]
        return cls.word("a_year", language, amount=share)

    @classmethod
    def still(cls, language: str) -> str:
        """The four lines with a mark for each announcement, and the key to the marks."""
        left, width, top, lane = 24, 590, 40, 74
        foot = top + lane * len(PAYERS)

        def at(year: float) -> float:
            return left + width * (year - YEARS[0]) / (YEARS[1] - YEARS[0])

        drawn = []
        for year in range(YEARS[0], YEARS[1] + 1):
            drawn.append(line(at(year), top - 8, at(year), foot, stroke=LINE))
            if year < YEARS[1]:
                drawn.append(text(at(year + 0.5), top - 16, str(year), 12, text_anchor="middle", fill=MUTED))
        for place, payer in enumerate(PAYERS):
            y = top + lane * place + 46
            drawn += [
                text(left, y - 28, cls.word(payer, language), 14),
                line(left, y, left + width, y, stroke=MUTED),
            ]
        for one, depth in stacked():
            y = top + lane * PAYERS.index(one["payer"]) + 46
            drawn.append(_mark(one["stage"], at(_year(fact_of(one).as_of)), y + (0, -12, 12)[depth % 3]))
        for place, stage in enumerate(STAGES):
            x = left + 8 + place * 140
            drawn += [_mark(stage, x, foot + 24), text(x + 13, foot + 29, cls.word(stage, language), 13)]
        return picture(640, foot + 44, cls.alt[language], *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """Every announcement with its amount, period, yearly amount, stage, money, date and source."""
        columns = ("amount", "period", "yearly", "planned_spent", "public_private", "date", "source")
        names = {"planned_spent": "stage", "public_private": "money"}
        head = ["announcement", "payer", *(names.get(key, key) for key in columns)]
        rows = [[cls.word(key, language) for key in head]]
        for one in entries():
            said = cls.said(one, language)
            rows.append(
                [
                    one["name"][language],
                    cls.word(one["payer"], language),
                    *(said[key] for key in columns),
                ]
            )
        return rows


def stacked() -> list[tuple[dict[str, Any], int]]:
    """Each entry with the number of those before it on its line that stand less than two months away."""
    seen: list[tuple[str, float]] = []
    found = []
    for one in entries():
        here = (one["payer"], _year(fact_of(one).as_of))
        depth = sum(payer == here[0] and abs(year - here[1]) < 1 / 6 for payer, year in seen)
        seen.append(here)
        found.append((one, depth))
    return found


def _source(fact: Fact) -> str:
    from urllib.parse import urlsplit

    assert fact.url
    return urlsplit(fact.url).netloc.removeprefix("www.")


def _day(as_of: str) -> str:
    return as_of + "-01-01"[len(as_of) - 4 :] if len(as_of) < 10 else as_of


def _year(as_of: str) -> float:
    year, month, day = (int(part) for part in (as_of + "-07-15"[len(as_of) - 4 :]).split("-")[:3])
    return year + (month - 1 + (day - 1) / 31) / 12


def _mark(stage: str, x: float, y: float) -> str:
    if stage == "spent":
        return tag("rect", x=x - 6, y=y - 6, width=12, height=12, fill=WARN)
    if stage == "granted":
        return tag("circle", cx=x, cy=y, r=6, fill=ACCENT)
    if stage == "planned":
        points = f"{x:.2f},{y - 7:.2f} {x + 7:.2f},{y:.2f} {x:.2f},{y + 7:.2f} {x - 7:.2f},{y:.2f}"
        return tag("polygon", points=points, fill=SURFACE, stroke=INK, stroke_width=2)
    return tag("circle", cx=x, cy=y, r=5.5, fill=SURFACE, stroke=INK, stroke_width=2, stroke_dasharray="3 2")

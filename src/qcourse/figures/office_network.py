"""Québec's network on a schematic map: what the register names in each place, of which kind, since when, in whose name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from ..facts import statable
from ..lang import LANGUAGES, date, number
from .base import Figure, data_file
from .drawing import ACCENT, INK, LINE, MUTED, SURFACE, box, picture, tag, text

KINDS = ("office", "attache", "partnership", "call", "support")
ARTICLE_YEAR = "2022"
"""What is dated up to this year may have been known to the article; many dates of the register are years alone."""

_PANEL = 206
_GAP = 12


@cache
def everything() -> dict[str, list[dict[str, Any]]]:
    """The panels and the places, as they stand in ``office_network.yml``."""
    return yaml.safe_load(data_file("office_network.yml"))


def places(kind: str = "all") -> list[dict[str, Any]]:
    """The places that hold something of this kind, or all of them."""
    return [one for one in everything()["places"] if kind == "all" or kind in kinds(one)]


def kinds(place: Mapping[str, Any]) -> list[str]:
    """What a place holds, each kind once, in the order of ``KINDS``."""
    held = {means["kind"] for means in place["means"]}
    return [kind for kind in KINDS if kind in held]


def of_its_time(since: str) -> bool:
    """Whether something is dated up to the year of the article."""
    return since[:4] <= ARTICLE_YEAR


class OfficeNetwork(Figure):
    """The reader filters by kind, chooses a place, and reads what there is, since when and in whose name."""

    title = {"en": "Who is where, and since when?", "fr": "Qui est où, et depuis quand?"}
    alt = {
        "en": "A schematic map in three parts with twelve places that the register names: five in the Americas with Québec itself, four in Europe, three in Asia. Two, Havana and Hong Kong, are marked as to be closed.",
        "fr": "Une carte schématique en trois parties, avec douze lieux que nomme le registre\u00a0: cinq dans les Amériques avec Québec, quatre en Europe, trois en Asie. Deux, La Havane et Hong Kong, sont marqués comme devant fermer.",
    }
    caption = {
        "en": "A schematic map drawn for this course, without borders and not to scale. It shows only what the register names: a place that is missing may well have an office. The kinds are the course’s reading; the dates are the register’s.",
        "fr": "Carte schématique dessinée pour ce cours, sans frontières ni échelle. Elle ne montre que ce que nomme le registre\u00a0: un lieu absent peut fort bien avoir sa représentation. Les genres sont la lecture du cours; les dates, celles du registre.",
    }
    numbers = {
        "en": "The places and what they hold in a table",
        "fr": "Les lieux et ce qu’on y trouve en tableau",
    }
    words = {
        "filter": {"en": "Show", "fr": "Montrer"},
        "all": {"en": "everything", "fr": "tout"},
        "office": {"en": "office", "fr": "représentation"},
        "attache": {"en": "attaché", "fr": "attaché"},
        "partnership": {"en": "agreement or partnership", "fr": "entente ou partenariat"},
        "call": {"en": "call or program", "fr": "concours ou programme"},
        "support": {"en": "help from headquarters", "fr": "appui du siège"},
        "mark_office": {"en": "■", "fr": "■"},
        "mark_attache": {"en": "●", "fr": "●"},
        "mark_partnership": {"en": "◆", "fr": "◆"},
        "mark_call": {"en": "▲", "fr": "▲"},
        "mark_support": {"en": "✚", "fr": "✚"},
        "panel_americas": {"en": "Americas", "fr": "Amériques"},
        "panel_europe": {"en": "Europe", "fr": "Europe"},
        "panel_asia": {"en": "Asia", "fr": "Asie"},
        "places": {
            "en": "The places: choose one to read what is there",
            "fr": "Les lieux\u00a0: choisissez-en un pour lire ce qu’on y trouve",
        },
        "closing": {"en": "closure decided", "fr": "fermeture décidée"},
        "whose_quebec": {"en": "in Québec’s name", "fr": "au nom du Québec"},
        "whose_canada": {"en": "in Canada’s name", "fr": "au nom du Canada"},
        "whose_both": {"en": "of both governments", "fr": "des deux gouvernements"},
        "whose_others": {
            "en": "of universities, firms or organizations",
            "fr": "d’universités, d’entreprises ou d’organismes",
        },
        "then": {"en": "Up to 2022, the year of the article", "fr": "Jusqu’en 2022, année de l’article"},
        "later": {"en": "After 2022", "fr": "Après 2022"},
        "since": {"en": "{date}: {what}", "fr": "{date}\u00a0: {what}"},
        "claim": {"en": "{claim} (fact of {date})", "fr": "{claim} (fait daté\u00a0: {date})"},
        "claim_article": {
            "en": "{claim} (according to the 2022 article)",
            "fr": "{claim} (selon l’article de 2022)",
        },
        "says_one": {"en": "{place}: 1 entry ({first}).", "fr": "{place}\u00a0: 1 entrée ({first})."},
        "says_many": {
            "en": "{place}: {count} entries ({first} – {last}).",
            "fr": "{place}\u00a0: {count} entrées ({first} – {last}).",
        },
        "says_kind": {
            "en": "{kind}: {found} of {total} places ({names}). Elsewhere the register says nothing.",
            "fr": "{kind}\u00a0: {found} lieux sur {total} ({names}). Ailleurs, le registre ne dit rien.",
        },
        "and": {"en": ", ", "fr": ", "},
        "place": {"en": "Place", "fr": "Lieu"},
        "what": {"en": "What", "fr": "Quoi"},
        "kind": {"en": "Kind, and in whose name", "fr": "Genre, et à quel titre"},
        "when": {"en": "Since, or decided", "fr": "Depuis, ou décidé"},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """The outlines and the places in fractions of their panel, and what each place holds."""
        return {
            "kinds": list(KINDS),
            "panels": [
                {
                    "id": panel["id"],
                    "land": [[_on(panel, *point) for point in shape] for shape in panel["land"]],
                }
                for panel in everything()["panels"]
            ],
            "places": [
                {
                    "id": one["id"],
                    "panel": one["panel"],
                    "at": _on(_panel(one["panel"]), *one["at"]),
                    "label": one["label"],
                    "closing": one.get("closing", False),
                    "name": one["name"],
                    "kinds": kinds(one),
                    "says": {language: cls.sums_up(one, language) for language in LANGUAGES},
                    "means": [
                        {
                            "kind": means["kind"],
                            "whose": means["whose"],
                            "then": of_its_time(means["since"]),
                            "head": {language: cls.head(means, language) for language in LANGUAGES},
                            "told": {language: cls.told(means, language) for language in LANGUAGES},
                        }
                        for means in dated(one)
                    ],
                }
                for one in places()
            ],
        }

    @classmethod
    def head(cls, means: Mapping[str, Any], language: str) -> str:
        """The date and the name of one entry."""
        return cls.word("since", language, date=date(means["since"], language), what=means["what"][language])

    @classmethod
    def told(cls, means: Mapping[str, Any], language: str) -> str:
        """What the register says of one entry, with its date, and what it does not say."""
        fact = statable(means["fact"])
        key = "claim_article" if fact.status == "seed" else "claim"
        said = cls.word(key, language, claim=fact.claim[language], date=date(fact.as_of, language))
        return f"{said} {means['then'][language]}" if "then" in means else said

    @classmethod
    def says(cls, kind: str, place_id: str, language: str) -> str:
        """The sentence for a filter and the chosen place."""
        total = number(len(places()), language)
        if kind == "all":
            return cls.sums_up(next(one for one in places() if one["id"] == place_id), language)
        found = places(kind)
        name = cls.word(kind, language)
        return cls.word(
            "says_kind",
            language,
            kind=name[0].upper() + name[1:],
            found=number(len(found), language),
            total=total,
            names=cls.word("and", language).join(one["name"][language] for one in found),
        )

    @classmethod
    def sums_up(cls, place: Mapping[str, Any], language: str) -> str:
        """How many entries a place has, from when to when."""
        entries = dated(place)
        first, last = (date(means["since"], language) for means in (entries[0], entries[-1]))
        if len(entries) == 1:
            return cls.word("says_one", language, place=place["name"][language], first=first)
        return cls.word(
            "says_many",
            language,
            place=place["name"][language],
            count=number(len(entries), language),
            first=first,
            last=last,
        )

    @classmethod
    def still(cls, language: str) -> str:
        """The three parts of the map with all places and the marks of what they hold."""
        drawn = []
        for column, panel in enumerate(everything()["panels"]):
            left = 8 + column * (_PANEL + _GAP)
            drawn.append(box(left, 30, _PANEL, _PANEL, rx=8, fill="none", stroke=LINE))
            drawn.append(text(left, 20, cls.word(f"panel_{panel['id']}", language), 14, font_weight="bold"))
            for shape in panel["land"]:
                points = " ".join(
                    f"{left + _PANEL * x:.1f},{30 + _PANEL * y:.1f}"
                    for x, y in (_on(panel, *point) for point in shape)
                )
                drawn.append(tag("polygon", points=points, fill=MUTED, fill_opacity=0.16))
            for one in places():
                if one["panel"] == panel["id"]:
                    drawn += _marked(one, left, language)
        for column, kind in enumerate(KINDS):
            key = f"{cls.word(f'mark_{kind}', language)} {cls.word(kind, language)}"
            drawn.append(text(8 + 222 * (column % 3), 262 + 22 * (column // 3), key, 13, fill=MUTED))
        return picture(660, 294, cls.alt[language], *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """Every entry, place by place, by date."""
        head = [cls.word(key, language) for key in ("place", "what", "kind", "when")]
        rows = [
            [
                one["name"][language],
                means["what"][language],
                f"{cls.word(means['kind'], language)}, {cls.word('whose_' + means['whose'], language)}",
                date(means["since"], language),
            ]
            for one in places()
            for means in dated(one)
        ]
        return [head, *rows]


def dated(place: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What a place holds, from the oldest to the newest."""
    return sorted(place["means"], key=lambda means: means["since"])


def _panel(name: str) -> dict[str, Any]:
    return next(panel for panel in everything()["panels"] if panel["id"] == name)


def _on(panel: Mapping[str, Any], longitude: float, latitude: float) -> list[float]:
    """A point in fractions of its panel, from the upper left corner; points outside stay at the edge."""
    across = (longitude - panel["west"]) / (panel["east"] - panel["west"])
    down = (panel["north"] - latitude) / (panel["north"] - panel["south"])
    return [round(min(max(across, 0), 1), 3), round(min(max(down, 0), 1), 3)]


def _marked(one: Mapping[str, Any], left: float, language: str) -> list[str]:
    x, y = _on(_panel(one["panel"]), *one["at"])
    x, y = left + _PANEL * x, 30 + _PANEL * y
    closing = one.get("closing", False)
    dx, dy, anchor = {
        "start": (-9, 4, "end"),
        "end": (9, 4, "start"),
        "above": (0, -10, "middle"),
        "below": (0, 19, "middle"),
    }[one["label"]]
    marks = " ".join(OfficeNetwork.word(f"mark_{kind}", language) for kind in kinds(one))
    look = {"fill": SURFACE, "stroke_dasharray": "3 2"} if closing else {"fill": ACCENT}
    return [
        tag("circle", cx=x, cy=y, r=5.5, stroke=INK, **look),
        text(x + dx, y + dy, one["name"][language].split(" (")[0], 12, text_anchor=anchor),
        text(x + dx, y + dy + 12, marks, 9, text_anchor=anchor, fill=ACCENT),
    ]

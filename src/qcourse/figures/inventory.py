"""The inventory of a delegation: twelve everyday systems, three blind spots, and the order of work."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from typing import Any

from ..errors import Text
from ..lang import number
from .base import Figure
from .drawing import ACCENT, INK, LINE, MUTED, box, picture, tag, text

ALGORITHMS = {
    "RSA-2048": "broken",
    "ECDH P-256": "broken",
    "X25519": "broken",
    "ECDSA P-256": "broken",
    "AES-128": "weakened",
    "AES-256": "resistant",
    "X25519MLKEM768": "resistant",
    "ML-DSA-65": "resistant",
    "3DES": "obsolete",
    "SHA-1": "obsolete",
    "": "unknown",
}
"""What the reader can choose, and how each stands against a large quantum computer; the empty name is “nobody knows”."""

BASE = {"broken": 50, "obsolete": 50, "unknown": 40}
USES = ("confidentiality", "authentication")
BLIND_SPOTS = ("signatures_and_updates", "archives_and_backups", "third_party_services")
MOST = {"years_secret": 60, "years_to_migrate": 12}
"""The longest durations that the sliders reach, in years."""


@dataclass(frozen=True)
class System:
    """One line of the inventory; ``listed`` says whether the reader has put it in."""

    name: str
    algorithm: str
    use: str
    years_secret: int
    years_to_migrate: int
    exposed: bool
    covers: tuple[str, ...] = ()
    listed: bool = True


SYSTEMS = (
    System("mail", "RSA-2048", "confidentiality", 10, 4, True),
    System("vpn", "ECDH P-256", "confidentiality", 10, 2, True),
    System("phones", "X25519", "confidentiality", 5, 1, True),
    System("meetings", "X25519MLKEM768", "confidentiality", 2, 0, True, ("third_party_services",), False),
    System("kiosk", "", "confidentiality", 50, 5, True),
    System("cloud", "", "confidentiality", 15, 3, True, ("third_party_services",), False),
    System("archive", "RSA-2048", "confidentiality", 50, 6, False, ("archives_and_backups",), False),
    System("backup", "AES-256", "confidentiality", 25, 0, True, ("archives_and_backups",), False),
    System("signing", "ECDSA P-256", "authentication", 0, 5, False, ("signatures_and_updates",), False),
    System("updates", "RSA-2048", "authentication", 0, 8, False, ("signatures_and_updates",), False),
    System("badges", "3DES", "authentication", 0, 3, False),
    System("website", "ECDSA P-256", "authentication", 0, 1, True),
)
"""An invented delegation, as its first inventory might look: six of the twelve systems were forgotten."""

NAMES: dict[str, tuple[Text, Text]] = {
    "mail": (
        {"en": "Mail with headquarters", "fr": "Courrier avec le siège"},
        {
            "en": "Ask whoever runs the mail: what do the two ends use to agree on a key?",
            "fr": "Demandez à qui gère le courrier\u00a0: qu’emploient les deux bouts pour convenir d’une clé?",
        },
    ),
    "vpn": (
        {"en": "Remote access (VPN)", "fr": "Accès à distance (RPV)"},
        {
            "en": "Everything that staff send from home or a hotel passes through it.",
            "fr": "Tout ce que le personnel envoie de la maison ou de l’hôtel y passe.",
        },
    ),
    "phones": (
        {"en": "Mobile phones and messaging", "fr": "Téléphones et messagerie"},
        {
            "en": "The model, the messaging service, and who updates them.",
            "fr": "Le modèle, le service de messagerie, et qui les met à jour.",
        },
    ),
    "meetings": (
        {"en": "Video meetings", "fr": "Visioconférence"},
        {
            "en": "Run by a supplier: ask it, in writing, what protects the call and the recording.",
            "fr": "Gérée par un fournisseur\u00a0: demandez-lui par écrit ce qui protège l’appel et l’enregistrement.",
        },
    ),
    "kiosk": (
        {"en": "Kiosk in the waiting room", "fr": "Borne de la salle d’attente"},
        {
            "en": "Fingerprints and family files last a lifetime. Who owns the kiosk, and where does it send them?",
            "fr": "Les empreintes et les dossiers de famille durent une vie. À qui est la borne, et où les envoie-t-elle?",
        },
    ),
    "cloud": (
        {"en": "File sharing in the cloud", "fr": "Partage de fichiers infonuagique"},
        {
            "en": "Run by a supplier, often on other people’s networks.",
            "fr": "Géré par un fournisseur, souvent sur les réseaux d’autrui.",
        },
    ),
    "archive": (
        {"en": "Digital archive", "fr": "Archives numériques"},
        {
            "en": "The files may be under AES; look also at what locks the key of the files.",
            "fr": "Les fichiers sont peut-être sous AES; voyez aussi ce qui verrouille la clé des fichiers.",
        },
    ),
    "backup": (
        {"en": "Backups outside the building", "fr": "Sauvegardes hors site"},
        {
            "en": "A backup is a copy of everything else, kept elsewhere.",
            "fr": "Une sauvegarde est une copie de tout le reste, gardée ailleurs.",
        },
    ),
    "signing": (
        {"en": "Electronic signature of agreements", "fr": "Signature électronique des ententes"},
        {
            "en": "Nobody harvests a signature, but it must be replaced before the machine exists: the migration is what counts.",
            "fr": "Une signature ne se récolte pas, mais il faut la remplacer avant que la machine existe\u00a0: c’est la migration qui compte.",
        },
    ),
    "updates": (
        {"en": "Updates of phones and computers", "fr": "Mises à jour des téléphones et des ordinateurs"},
        {
            "en": "The signature that says that an update comes from its maker. Some update keys cannot be changed at all.",
            "fr": "La signature qui dit que la mise à jour vient du fabricant. Certaines clés de mise à jour ne se changent pas.",
        },
    ),
    "badges": (
        {"en": "Badge readers at the doors", "fr": "Lecteurs de badges aux portes"},
        {
            "en": "Often older than any plan, and owned by the landlord.",
            "fr": "Souvent plus vieux que tout plan, et propriété du locateur.",
        },
    ),
    "website": (
        {"en": "Public website", "fr": "Site Web public"},
        {
            "en": "Its pages are public; its certificate says that they are yours.",
            "fr": "Ses pages sont publiques; son certificat dit qu’elles sont les vôtres.",
        },
    ),
}
"""What each system is called, and what to look for."""


def terms(years_secret: float, years_to_migrate: float, exposed: bool) -> tuple[float, float]:
    """What secrecy and migration add to a priority; secrecy counts for confidentiality only."""
    secrecy = min(30, 2 * years_secret) if exposed else min(15, years_secret)
    return secrecy, min(20, 4 * years_to_migrate)


def priority(system: System) -> int:
    """The order of work of the exercise: 0 where nothing must change, at most 100."""
    base = BASE.get(ALGORITHMS[system.algorithm], 0)
    if not base:
        return 0
    secrecy, migration = terms(system.years_secret, system.years_to_migrate, system.exposed)
    return math.floor(base + (secrecy if system.use == "confidentiality" else 0) + migration)


def plan(systems: Iterable[System], language: str) -> list[System]:
    """The listed systems that have something to change, the highest priority first, then by name."""
    due = [one for one in systems if one.listed and priority(one)]
    return sorted(due, key=lambda one: (-priority(one), NAMES[one.name][0][language]))


def omissions(systems: Iterable[System]) -> list[str]:
    """The blind spots that no listed system covers."""
    covered = {spot for one in systems if one.listed for spot in one.covers}
    return [spot for spot in BLIND_SPOTS if spot not in covered]


class Inventory(Figure):
    """One system at a time, the ranked list and the blind spots at once, and a table to take along."""

    title = {"en": "The inventory of a delegation", "fr": "L’inventaire d’une délégation"}
    alt = {
        "en": "Bars for the twelve systems of an invented delegation, all listed. Highest priority: the kiosk in the waiting room with 90, mail with headquarters with 86, the digital archive with 85. "
        "Nothing to change: backups outside the building, video meetings.",
        "fr": "Des barres pour les douze systèmes d’une délégation fictive, tous inscrits. En tête\u00a0: la borne de la salle d’attente avec 90, le courrier avec le siège avec 86, les archives numériques avec 85. "
        "Rien à changer\u00a0: les sauvegardes hors site, la visioconférence.",
    }
    caption = {
        "en": "The delegation and its values are invented; the weights are the course’s own, and those of the exercise. The order says where to look first, and says nothing about the chance that anything happens. "
        "A filled inventory is a map for an intruder: treat your own as your institution treats sensitive information.",
        "fr": "La délégation et ses valeurs sont fictives; les poids sont ceux du cours, et de l’exercice. L’ordre dit où regarder en premier, et rien de la probabilité que quelque chose arrive. "
        "Un inventaire rempli est un plan pour un intrus\u00a0: traitez le vôtre comme votre institution traite les renseignements sensibles.",
    }
    words = {
        "systems": {"en": "The twelve systems", "fr": "Les douze systèmes"},
        "system_of": {"en": "{place} of {total}", "fr": "{place} sur {total}"},
        "state_listed": {"en": "in the inventory", "fr": "dans l’inventaire"},
        "state_open": {"en": "not in the inventory", "fr": "hors de l’inventaire"},
        "listed": {"en": "In the inventory", "fr": "Dans l’inventaire"},
        "algorithm": {"en": "What protects it?", "fr": "Qu’est-ce qui le protège?"},
        "option": {"en": "{name}: {status}", "fr": "{name}\u00a0: {status}"},
        "nobody_knows": {"en": "Nobody here knows", "fr": "Personne ici ne le sait"},
        "broken": {
            "en": "broken by a large quantum computer",
            "fr": "brisé par un grand ordinateur quantique",
        },
        "weakened": {"en": "margin reduced, not broken", "fr": "marge réduite, non brisé"},
        "resistant": {"en": "resistant, as far as is known", "fr": "résistant, pour autant que l’on sache"},
        "obsolete": {"en": "unsafe already today", "fr": "déjà peu sûr aujourd’hui"},
        "unknown": {"en": "to be found out", "fr": "à trouver"},
        "use": {"en": "What for?", "fr": "Pour quoi faire?"},
        "confidentiality": {"en": "To keep a secret", "fr": "Garder un secret"},
        "authentication": {"en": "To prove who or what it is", "fr": "Prouver une identité"},
        "years_secret": {"en": "Secrecy, in years", "fr": "Secret, en années"},
        "years_to_migrate": {"en": "Migration, in years", "fr": "Migration, en années"},
        "exposed": {
            "en": "Crosses networks or places that we do not control",
            "fr": "Passe par des réseaux ou des lieux que nous ne maîtrisons pas",
        },
        "covers": {"en": "This line covers", "fr": "Cette ligne couvre"},
        "signatures_and_updates": {"en": "signatures and updates", "fr": "signatures et mises à jour"},
        "archives_and_backups": {"en": "archives and backups", "fr": "archives et sauvegardes"},
        "third_party_services": {"en": "services of third parties", "fr": "services de tiers"},
        "previous": {"en": "Previous system", "fr": "Système précédent"},
        "next": {"en": "Next system", "fr": "Système suivant"},
        "years_0": {"en": "0 years", "fr": "0\u00a0an"},
        "years_1": {"en": "1 year", "fr": "1\u00a0an"},
        "years_n": {"en": "{years} years", "fr": "{years}\u00a0ans"},
        "why": {
            "en": "{base} + {secrecy} + {migration} = {priority} (protection, secrecy, migration)",
            "fr": "{base} + {secrecy} + {migration} = {priority} (protection, secret, migration)",
        },
        "why_not": {
            "en": "0: nothing to change for this danger",
            "fr": "0\u00a0: rien à changer pour ce danger",
        },
        "why_unlisted": {
            "en": "Not in the inventory: it is not ranked.",
            "fr": "Hors de l’inventaire\u00a0: il n’est pas classé.",
        },
        "ranked": {"en": "The order of work", "fr": "L’ordre de travail"},
        "system": {"en": "System", "fr": "Système"},
        "priority": {"en": "Priority", "fr": "Priorité"},
        "status": {"en": "What protects it", "fr": "Ce qui le protège"},
        "says": {
            "en": "{listed} of {total} systems listed, {due} with something to change. First: {first}. Blind spots: {spots}.",
            "fr": "{listed} systèmes inscrits sur {total}, {due} où il y a quelque chose à changer. En tête\u00a0: {first}. Angles morts\u00a0: {spots}.",
        },
        "first": {"en": "{name} ({priority})", "fr": "{name} ({priority})"},
        "none": {"en": "none", "fr": "aucun"},
        "nobody": {"en": "nothing", "fr": "rien"},
        "comma": {"en": ", ", "fr": ", "},
        "download": {"en": "Save as a table (CSV)", "fr": "Enregistrer en tableau (CSV)"},
        "empty": {"en": "Start from an empty inventory", "fr": "Partir d’un inventaire vide"},
        "example": {"en": "Back to the example", "fr": "Revenir à l’exemple"},
        "private": {
            "en": "Nothing is sent and the page keeps nothing; the file goes to this device only.",
            "fr": "Rien n’est envoyé et la page ne garde rien; le fichier s’enregistre sur cet appareil seulement.",
        },
        "file": {"en": "inventory.csv", "fr": "inventaire.csv"},
        "separator": {"en": ",", "fr": ";"},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """The systems, the choices and the terms of the sum for every position of the sliders."""
        secrecy, migration = MOST["years_secret"], MOST["years_to_migrate"]
        return {
            "systems": [{**asdict(one), "covers": list(one.covers)} for one in SYSTEMS],
            "algorithms": [[name, status] for name, status in ALGORITHMS.items()],
            "base": BASE,
            "uses": list(USES),
            "spots": list(BLIND_SPOTS),
            "most": MOST,
            "secrecy": [
                [terms(years, 0, exposed)[0] for years in range(secrecy + 1)] for exposed in (False, True)
            ],
            "migration": [terms(0, years, False)[1] for years in range(migration + 1)],
        }

    @classmethod
    def all_texts(cls) -> dict[str, dict[str, str]]:
        """The strings, with those of each system."""
        texts = super().all_texts()
        for language, own in texts.items():
            for name, (called, ask) in NAMES.items():
                own |= {f"name_{name}": called[language], f"ask_{name}": ask[language]}
        return texts

    @classmethod
    def says(cls, systems: Iterable[System], language: str) -> str:
        """The sentence for an inventory."""
        every = list(systems)
        due = plan(every, language)
        first = (
            cls.word("first", language, name=NAMES[due[0].name][0][language], priority=str(priority(due[0])))
            if due
            else cls.word("nobody", language)
        )
        spots = cls.word("comma", language).join(cls.word(spot, language) for spot in omissions(every))
        return cls.word(
            "says",
            language,
            listed=number(sum(one.listed for one in every), language),
            total=number(len(every), language),
            due=number(len(due), language),
            first=first,
            spots=spots or cls.word("none", language),
        )

    @classmethod
    def rows(cls, systems: Iterable[System], language: str) -> list[list[str]]:
        """The rows of the order of work."""
        return [
            [NAMES[one.name][0][language], cls.protection(one, language), str(priority(one))]
            for one in plan(systems, language)
        ]

    @classmethod
    def protection(cls, system: System, language: str) -> str:
        """What protects a system, in words."""
        return system.algorithm or cls.word("nobody_knows", language)

    @classmethod
    def still(cls, language: str) -> str:
        """The example with all twelve systems listed, as bars."""
        full = [replace(one, listed=True) for one in SYSTEMS]
        ranked = [
            *plan(full, language),
            *sorted((one for one in full if not priority(one)), key=lambda one: NAMES[one.name][0][language]),
        ]
        left, width, row = 300, 190, 30
        drawn = []
        for place, one in enumerate(ranked):
            y = 14 + row * place
            value = priority(one)
            drawn += [
                text(left - 12, y + 15, NAMES[one.name][0][language], 13, text_anchor="end"),
                box(left, y, width, 20, fill="none", stroke=LINE),
                *([box(left, y, width * value / 100, 20, fill=ACCENT)] if value else []),
                text(
                    left + width + 10,
                    y + 15,
                    str(value),
                    14,
                    fill=INK if value else MUTED,
                    font_weight="bold",
                ),
            ]
        return picture(560, 22 + row * len(ranked), cls.alt[language], tag("g", *drawn))

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """The example's values and priorities."""
        yes, no = ("✓", "–")
        head = (
            "system",
            "status",
            "use",
            "years_secret",
            "years_to_migrate",
            "exposed",
            "covers",
            "priority",
        )
        return [
            [cls.word(key, language) for key in head],
            *(
                [
                    NAMES[one.name][0][language],
                    cls.protection(one, language),
                    cls.word(one.use, language),
                    str(one.years_secret),
                    str(one.years_to_migrate),
                    yes if one.exposed else no,
                    cls.word("comma", language).join(cls.word(spot, language) for spot in one.covers) or no,
                    str(priority(one)),
                ]
                for one in SYSTEMS
            ),
        ]

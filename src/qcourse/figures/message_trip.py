"""A message from a post to headquarters, step by step, and what an eavesdropper on the line keeps of it."""

from __future__ import annotations

from functools import cache
from typing import Any

from ..facts import statable
from ..lang import LANGUAGES, number
from .base import Figure
from .drawing import ACCENT, INK, LINE, MUTED, SURFACE, WARN, box, hatching, line, picture, tag, text

STEPS = ("hello", "agreement", "identity", "message", "storage")
"""The steps of the trip, in order; each is public-key cryptography or symmetric encryption."""

FAMILY = {
    "hello": "public_key",
    "agreement": "public_key",
    "identity": "public_key",
    "message": "symmetric",
    "storage": "symmetric",
}
READERS = ("today", "machine")
"""Who reads the recording: anybody today, or the owner of a large quantum computer later."""

METHODS = ("usual", "hybrid")
"""How the two ends agree on a key: X25519 alone, or X25519 together with ML-KEM-768."""

PIECES = (
    ("address", "hello"),
    ("half_post", "hello"),
    ("half_server", "agreement"),
    ("key", "agreement"),
    ("certificate", "identity"),
    ("content", "message"),
    ("archive", "storage"),
)
"""What there is to keep, with the step that brings it; the key and the archive never pass on the line."""

STATES = {
    "address": {"today": "clear", "machine": "clear"},
    "half_post": {"today": "useless", "machine": "useful"},
    "half_server": {"today": "useless", "machine": "useful"},
    "key": {"today": "absent", "machine": "computed"},
    "certificate": {"today": "locked", "machine": "opened"},
    "content": {"today": "locked", "machine": "opened"},
    "archive": {"today": "absent", "machine": "absent"},
}
"""What a piece is worth to each reader, where the key was agreed in the usual way."""

MESSAGE = {
    "en": "Fictional mandate: hold out for 2031, fall back to 2033.",
    "fr": "Mandat fictif\u00a0: tenir jusqu’à 2031, se replier sur 2033.",
}
_SHOWN = 12
"""Bytes of the locked message that are shown."""


def state(piece: str, reader: str, method: str) -> str:
    """What ``piece`` is worth to ``reader``, where the key was agreed by ``method``.

    No published method breaks ML-KEM-768, so a recording with it is worth to the machine's owner what it is worth today.
    """
    return STATES[piece]["today" if method == "hybrid" else reader]


@cache
def locked(language: str) -> bytes:
    """The message as it travels: AES-256-GCM, with its 16-byte tag, under a key and a nonce fixed for this page."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    # A fixed key and nonce give the same page in every build; a real connection never uses a pair of them twice.
    return AESGCM(bytes(range(32))).encrypt(
        bytes(11) + bytes([LANGUAGES.index(language)]), MESSAGE[language].encode(), None
    )


def halves() -> dict[str, dict[str, int]]:
    """The bytes of each public half, by method, as the register has them."""
    usual, hybrid = statable("size-x25519").value(), statable("size-hybrid-share")
    return {
        "half_post": {"usual": usual, "hybrid": hybrid.value("client")},
        "half_server": {"usual": usual, "hybrid": hybrid.value("server")},
    }


class MessageTrip(Figure):
    """The reader follows a message through five steps, for two readers of the recording and two ways to agree on a key."""

    title = {
        "en": "A message on its trip, and what an eavesdropper keeps",
        "fr": "Un message en route, et ce qu’en garde un espion",
    }
    alt = {
        "en": "Five steps in a column. Hello, key agreement and proof of identity use public-key cryptography; the message and its storage use symmetric encryption. "
        "Beside each step, what an eavesdropper on the line keeps: address and first half of the agreement; second half; certificate, locked; message, locked; nothing more.",
        "fr": "Cinq étapes en colonne. L’appel, l’échange de clés et la preuve d’identité emploient la cryptographie à clé publique; le message et son archivage, le chiffrement symétrique. "
        "À côté de chaque étape, ce qu’en garde un espion\u00a0: adresse et première moitié de l’échange; seconde moitié; certificat verrouillé; message verrouillé; rien de plus.",
    }
    caption = {
        "en": "One connection of the usual kind (TLS 1.3), simplified: one message, one leg of the trip. The message is really encrypted, with AES-256-GCM, under a key fixed for this page; "
        "the agreement and the signature are told, not run. No quantum computer large enough is known to exist.",
        "fr": "Une seule connexion du type usuel (TLS 1.3), simplifiée\u00a0: un message, un tronçon du trajet. Le message est réellement chiffré, avec AES-256-GCM, sous une clé fixée pour cette page; "
        "l’échange de clés et la signature sont racontés, non exécutés. On ne connaît aucun ordinateur quantique assez grand.",
    }
    words = {
        "steps": {"en": "The five steps", "fr": "Les cinq étapes"},
        "step_of": {"en": "Step {place} of {total}", "fr": "Étape {place} sur {total}"},
        "previous": {"en": "Previous step", "fr": "Étape précédente"},
        "next": {"en": "Next step", "fr": "Étape suivante"},
        "post": {"en": "Post", "fr": "Poste"},
        "server": {"en": "Headquarters", "fr": "Siège"},
        "eavesdropper": {"en": "Eavesdropper", "fr": "Espion"},
        "hello": {"en": "Hello", "fr": "Appel"},
        "agreement": {"en": "Key agreement", "fr": "Échange de clés"},
        "identity": {"en": "Proof of identity", "fr": "Preuve d’identité"},
        "message": {"en": "Message", "fr": "Message"},
        "storage": {"en": "Storage", "fr": "Archivage"},
        "public_key": {"en": "public-key", "fr": "à clé publique"},
        "symmetric": {"en": "symmetric", "fr": "symétrique"},
        "family": {"en": "Cryptography", "fr": "Cryptographie"},
        "at_work": {"en": "Cryptography at work: {family}", "fr": "Cryptographie à l’œuvre\u00a0: {family}"},
        "told_hello": {
            "en": "The post’s computer calls the server at headquarters. In the clear, it says which methods it knows and sends the first half of a key agreement.",
            "fr": "L’ordinateur du poste appelle le serveur du siège. En clair, il dit quelles méthodes il connaît et envoie la première moitié d’un échange de clés.",
        },
        "told_agreement": {
            "en": "The server answers with the second half. From its own secret and the other side’s half, each computes the same key. The key itself does not travel.",
            "fr": "Le serveur répond par la seconde moitié. À partir de son propre secret et de la moitié de l’autre, chacun calcule la même clé. La clé elle-même ne voyage pas.",
        },
        "told_identity": {
            "en": "The server sends its certificate and signs the exchange so far: it is headquarters, and nobody has swapped a half. This already travels locked under the new key.",
            "fr": "Le serveur envoie son certificat et signe tout ce qui précède\u00a0: c’est bien le siège, et personne n’a remplacé une moitié. Cela voyage déjà verrouillé sous la nouvelle clé.",
        },
        "told_message": {
            "en": "The message leaves, locked with AES-256 under the agreed key; headquarters opens it with the same key.",
            "fr": "Le message part, verrouillé par AES-256 sous la clé convenue; le siège l’ouvre avec la même clé.",
        },
        "told_storage": {
            "en": "The lock of the trip ends at the server. The archive has a lock of its own, symmetric as a rule, if somebody has put one on.",
            "fr": "La serrure du trajet s’arrête au serveur. L’archive a sa propre serrure, symétrique en général, si quelqu’un en a posé une.",
        },
        "reader": {"en": "The recording is read", "fr": "L’enregistrement est lu"},
        "today": {"en": "today", "fr": "aujourd’hui"},
        "machine": {"en": "with a large quantum computer", "fr": "avec un grand ordinateur quantique"},
        "method": {"en": "The key was agreed", "fr": "L’échange de clés s’est fait"},
        "usual": {"en": "in the usual way (X25519)", "fr": "de la façon usuelle (X25519)"},
        "hybrid": {
            "en": "in the hybrid way (X25519 + ML-KEM-768)",
            "fr": "de façon hybride (X25519 + ML-KEM-768)",
        },
        "kept": {"en": "What the eavesdropper has", "fr": "Ce que possède l’espion"},
        "piece": {"en": "Piece", "fr": "Élément"},
        "worth": {"en": "What it is worth", "fr": "Ce qu’il vaut"},
        "piece_address": {
            "en": "Addresses, time, server called (as a rule), amount of data",
            "fr": "Adresses, heure, serveur appelé (en général), volume des données",
        },
        "piece_half_post": {
            "en": "The post’s public half, {bytes} bytes",
            "fr": "La moitié publique du poste, {bytes} octets",
        },
        "piece_half_server": {
            "en": "The server’s public half, {bytes} bytes",
            "fr": "La moitié publique du serveur, {bytes} octets",
        },
        "piece_key": {"en": "The agreed key", "fr": "La clé convenue"},
        "piece_certificate": {"en": "Certificate and signature", "fr": "Certificat et signature"},
        "piece_content": {"en": "The message, {bytes} bytes", "fr": "Le message, {bytes} octets"},
        "piece_archive": {"en": "The copy in the archive", "fr": "La copie dans l’archive"},
        "state_clear": {"en": "○ in the clear, as always", "fr": "○ en clair, comme toujours"},
        "state_useless": {"en": "○ in the clear, of no use", "fr": "○ en clair, sans utilité"},
        "state_useful": {"en": "□ its secret can be computed", "fr": "□ son secret se calcule"},
        "state_absent": {"en": "– never on this line", "fr": "– jamais sur cette ligne"},
        "state_computed": {
            "en": "□ computed from the two halves",
            "fr": "□ calculée à partir des deux moitiés",
        },
        "state_locked": {"en": "■ locked", "fr": "■ sous clé"},
        "state_opened": {"en": "□ lock open", "fr": "□ serrure ouverte"},
        "eavesdropper_has": {"en": "Eavesdropper: {count} kept", "fr": "Espion\u00a0: {count} gardés"},
        "line_hello": {"en": "first half", "fr": "1re moitié"},
        "line_agreement": {"en": "second half", "fr": "2e moitié"},
        "line_identity": {"en": "signature", "fr": "signature"},
        "line_message": {"en": "message", "fr": "message"},
        "line_storage": {"en": "nothing more", "fr": "plus rien"},
        "seen": {
            "en": "The message, as the eavesdropper sees it",
            "fr": "Le message, tel que le voit l’espion",
        },
        "says_waiting": {
            "en": "{step}. No message has left yet.",
            "fr": "{step}. Aucun message n’est encore parti.",
        },
        "says_halfway": {
            "en": "{step}. One half is not enough to compute the key.",
            "fr": "{step}. Une moitié ne suffit pas pour calculer la clé.",
        },
        "says_key": {
            "en": "{step}. From the two halves, the machine computes the key.",
            "fr": "{step}. À partir des deux moitiés, la machine calcule la clé.",
        },
        "says_locked": {
            "en": "{step}. The message stays locked.",
            "fr": "{step}. Le message reste verrouillé.",
        },
        "says_opened": {
            "en": "{step}. The two halves give the key, and the key opens the message: AES-256 was not broken.",
            "fr": "{step}. Les deux moitiés donnent la clé, et la clé ouvre le message\u00a0: AES-256 n’a pas été brisé.",
        },
        "says_holds": {
            "en": "{step}. The message stays locked: no published method opens this agreement.",
            "fr": "{step}. Le message reste verrouillé\u00a0: aucune méthode publiée ne brise cet échange.",
        },
        "forged": {
            "en": "And the owner of such a machine can forge a usual signature, and pose as headquarters in a new connection.",
            "fr": "Et qui possède une telle machine peut contrefaire une signature usuelle, et se faire passer pour le siège dans une nouvelle connexion.",
        },
        "step": {"en": "Step", "fr": "Étape"},
        "read_today": {"en": "Read today", "fr": "Lu aujourd’hui"},
        "read_usual": {
            "en": "Large quantum computer, usual agreement",
            "fr": "Grand ordinateur quantique, échange usuel",
        },
        "read_hybrid": {
            "en": "Large quantum computer, hybrid agreement",
            "fr": "Grand ordinateur quantique, échange hybride",
        },
        "still_hello": {"en": "address, first half", "fr": "adresse, 1re moitié"},
        "still_agreement": {"en": "second half", "fr": "2e moitié"},
        "still_identity": {"en": "certificate, locked", "fr": "certificat verrouillé"},
        "still_message": {"en": "message, locked", "fr": "message verrouillé"},
        "still_storage": {"en": "nothing more", "fr": "rien de plus"},
        "still_opens": {
            "en": "would give the key to a large quantum computer",
            "fr": "livreraient la clé à un grand ordinateur quantique",
        },
        "either": {"en": "{usual} or {hybrid}", "fr": "{usual} ou {hybrid}"},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """Steps, pieces with their worth in each case, sizes, and the message locked and open."""
        return {
            "steps": [{"id": step, "family": FAMILY[step]} for step in STEPS],
            "pieces": [
                {
                    "id": piece,
                    "step": STEPS.index(step),
                    "states": {
                        method: {reader: state(piece, reader, method) for reader in READERS}
                        for method in METHODS
                    },
                }
                for piece, step in PIECES
            ],
            "readers": list(READERS),
            "methods": list(METHODS),
            "halves": halves(),
            "length": {language: len(locked(language)) for language in LANGUAGES},
            "message": MESSAGE,
            "locked": {language: locked(language)[:_SHOWN].hex(" ") + " …" for language in LANGUAGES},
        }

    @classmethod
    def says(cls, step: int, reader: str, method: str, language: str) -> str:
        """The sentence under step ``step`` (from 0), as the page says it."""
        opens = state("content", reader, method) == "opened"
        if step >= STEPS.index("message"):
            key = "opened" if opens else "holds" if reader == "machine" else "locked"
        else:
            key = "waiting" if not opens else "halfway" if step == 0 else "key"
        place = cls.word(
            "step_of", language, place=number(step + 1, language), total=number(len(STEPS), language)
        )
        sentence = cls.word(f"says_{key}", language, step=f"{place} ({cls.word(STEPS[step], language)})")
        return sentence + (
            " " + cls.word("forged", language) if reader == "machine" and STEPS[step] == "identity" else ""
        )

    @classmethod
    def piece(cls, piece: str, method: str, language: str) -> str:
        """A piece in words, with its size where it has one."""
        size = len(locked(language)) if piece == "content" else halves().get(piece, {}).get(method, 0)
        return cls.word(f"piece_{piece}", language, bytes=number(size, language))

    @classmethod
    def still(cls, language: str) -> str:
        """The five steps as rows: name, kind of cryptography, what the eavesdropper keeps."""
        shade = f"figure-{cls.name}-public-{language}"
        drawn = [tag("defs", hatching(shade, ACCENT))]
        for place, (x, key) in enumerate(((52, "step"), (200, "family"), (352, "eavesdropper"))):
            drawn.append(
                text(
                    x,
                    20,
                    cls.word(key, language),
                    13,
                    fill=MUTED,
                    font_weight="bold" if place == 2 else "normal",
                )
            )
        drawn.append(line(28, 58, 28, 58 + 52 * 4, stroke=INK, stroke_width=2))
        for place, step in enumerate(STEPS):
            y = 58 + 52 * place
            public = FAMILY[step] == "public_key"
            drawn += [
                tag("circle", cx=28, cy=y, r=14, fill=SURFACE, stroke=INK, stroke_width=2),
                text(28, y + 5, number(place + 1, language), 14, text_anchor="middle", font_weight="bold"),
                text(52, y + 5, cls.word(step, language), 14, font_weight="bold"),
                box(
                    200,
                    y - 15,
                    126,
                    30,
                    rx=6,
                    fill=f"url(#{shade})" if public else "none",
                    stroke=ACCENT,
                    stroke_width=1.5,
                ),
                box(206, y - 11, 114, 22, rx=4, fill=SURFACE),
                text(263, y + 5, cls.word(FAMILY[step], language), 13, text_anchor="middle"),
                line(332, y, 346, y, stroke=LINE, stroke_width=2, stroke_dasharray="4 3"),
                text(352, y + 5, cls.word(f"still_{step}", language), 13),
            ]
        drawn += [
            line(506, 48, 506, 120, stroke=WARN, stroke_width=3),
            text(506, 142, cls.word("still_opens", language), 12, text_anchor="end", fill=WARN),
        ]
        return picture(520, 290, cls.alt[language], *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """Each piece with its worth today, and later for both ways of agreeing on a key."""
        rows = [
            [
                cls.word(key, language)
                for key in ("piece", "step", "family", "read_today", "read_usual", "read_hybrid")
            ]
        ]
        for piece, step in PIECES:
            name = cls.piece(piece, "usual", language)
            if piece in halves():
                sizes = {method: number(size, language) for method, size in halves()[piece].items()}
                name = cls.word(f"piece_{piece}", language, bytes=cls.word("either", language, **sizes))
            worth = (
                state(piece, "today", "usual"),
                state(piece, "machine", "usual"),
                state(piece, "machine", "hybrid"),
            )
            rows.append(
                [
                    name,
                    cls.word(step, language),
                    cls.word(FAMILY[step], language),
                    *(cls.word(f"state_{one}", language) for one in worth),
                ]
            )
        return rows

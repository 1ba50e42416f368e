"""What opening a connection weighs in bytes: classical and post-quantum keys and signatures, measured from real ones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product
from math import ceil
from typing import Any

from ..facts import statable
from ..lang import number
from .base import Figure
from .drawing import ACCENT, MUTED, WARN, picture, tag, text

TILE = 32
"""Bytes of one square of the picture: the size of an X25519 public key."""
COLUMNS = 60
CERTIFICATES = (1, 2)
"""How many certificates the server sends: its own, and perhaps that of the authority which signed it."""

AGREEMENTS = ("usual", "kem", "hybrid")
"""X25519 alone, ML-KEM-768 alone, or both at once."""
SIGNATURES = ("ecdsa", "rsa", "mldsa", "slhdsa_small", "slhdsa_fast")
USUAL = ("usual", "ecdsa", 2)
"""The opening to which the others are compared."""
EXAMPLES = (USUAL, ("hybrid", "ecdsa", 2), ("hybrid", "mldsa", 2))
"""The openings of the still picture."""

LASTS = {"usual": "opens", "kem": "one_holds", "hybrid": "two_hold"}
"""What a large quantum computer could do later with a recording, by agreement."""
FORGED = {"ecdsa": "forged", "rsa": "forged"}
"""Which signatures it could forge; no published method forges the others."""


@dataclass(frozen=True)
class Size:
    """Bytes sent first (the client's half, or the signer's public key) and then (the server's half, or a signature)."""

    key: int
    answer: int


@cache
def sizes() -> dict[str, Size]:
    """The bytes of each method, from keys and signatures made here; SLH-DSA, which isn't run here, from the register.

    An ECDSA signature is counted as its two numbers of 32 bytes; TLS wraps them in up to 72.
    """
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec, mldsa, mlkem, padding, rsa, x25519
    from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

    message = b"hello"
    curve = x25519.X25519PrivateKey.generate().public_key().public_bytes_raw()
    kem = mlkem.MLKEM768PrivateKey.generate().public_key()
    usual = Size(len(curve), len(curve))
    alone = Size(len(kem.public_bytes_raw()), len(kem.encapsulate()[1]))
    elliptic = ec.generate_private_key(ec.SECP256R1())
    point = elliptic.public_key().public_bytes(
        serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
    )
    pair = decode_dss_signature(elliptic.sign(message, ec.ECDSA(hashes.SHA256())))
    plain = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    salted = padding.PSS(padding.MGF1(hashes.SHA256()), padding.PSS.DIGEST_LENGTH)
    lattice = mldsa.MLDSA65PrivateKey.generate()
    hashed = statable("size-slhdsa128")
    return {
        "usual": usual,
        "kem": alone,
        "hybrid": Size(alone.key + usual.key, alone.answer + usual.answer),
        "ecdsa": Size(len(point), len(b"".join(part.to_bytes(32, "big") for part in pair))),
        "rsa": Size(
            plain.public_key().public_numbers().n.bit_length() // 8,
            len(plain.sign(message, salted, hashes.SHA256())),
        ),
        "mldsa": Size(len(lattice.public_key().public_bytes_raw()), len(lattice.sign(message))),
        "slhdsa_small": Size(hashed.value("public_key"), hashed.value("signature_small")),
        "slhdsa_fast": Size(hashed.value("public_key"), hashed.value("signature_fast")),
    }


@dataclass(frozen=True)
class Piece:
    """``count`` things of ``size`` bytes that go on the wire for one ``job``."""

    id: str
    job: str
    count: int
    size: int

    @property
    def bytes(self) -> int:
        """All of them together."""
        return self.count * self.size

    @property
    def tiles(self) -> int:
        """Squares of the picture, the last one perhaps not full."""
        return ceil(self.bytes / TILE)


def pieces(agreement: str, signature: str, certificates: int) -> tuple[Piece, ...]:
    """What goes on the wire when a connection opens, in order; only the first piece comes from the client."""
    agreed, signed = sizes()[agreement], sizes()[signature]
    return (
        Piece("client_half", "agreement", 1, agreed.key),
        Piece("server_half", "agreement", 1, agreed.answer),
        Piece("certificate_keys", "key", certificates, signed.key),
        Piece("certificate_signatures", "signature", certificates, signed.answer),
        Piece("own_signature", "signature", 1, signed.answer),
    )


def total(agreement: str, signature: str, certificates: int) -> int:
    """All bytes that are counted."""
    return sum(piece.bytes for piece in pieces(agreement, signature, certificates))


class SizesOnTheWire(Figure):
    """The reader composes the opening of a connection and sees its bytes, and what they protect."""

    title = {
        "en": "Opening a connection: what each method weighs",
        "fr": "Ouvrir une connexion\u00a0: ce que pèse chaque méthode",
    }
    alt = {
        "en": "Three openings of a connection as fields of small squares of 32 bytes. The usual one fits in a few squares of one row; with a hybrid key agreement it takes about seven times as much; "
        "with post-quantum signatures as well, about forty times as much, most of it signatures and the keys in certificates.",
        "fr": "Trois ouvertures de connexion, en petits carrés de 32 octets. L’ouverture usuelle tient en quelques carrés d’une seule rangée; avec un échange de clés hybride, elle en prend environ sept fois plus; "
        "avec des signatures postquantiques en plus, environ quarante fois plus, surtout en signatures et en clés de certificats.",
    }
    caption = {
        "en": "Counted: the two halves of the key agreement, the public keys and signatures in the certificates that the server sends, and its signature on this connection. "
        "Names, dates and other messages come on top, much the same in each case. Sizes measured on keys and signatures made by the cryptography library, SLH-DSA from the parameters of its standard; "
        "an ECDSA signature is counted as 64 bytes, and TLS wraps it in up to 72.",
        "fr": "Sont comptés\u00a0: les deux moitiés de l’échange de clés, les clés publiques et les signatures des certificats qu’envoie le serveur, et sa signature sur cette connexion. "
        "S’y ajoutent des noms, des dates et d’autres messages, à peu près les mêmes dans chaque cas. Tailles mesurées sur des clés et des signatures créées par la bibliothèque cryptography, SLH-DSA d’après les paramètres de sa norme; "
        "une signature ECDSA compte ici pour 64 octets, et TLS l’emballe dans 72 au plus.",
    }
    words = {
        "agreement": {"en": "Key agreement", "fr": "Échange de clés"},
        "signature": {"en": "Signatures", "fr": "Signatures"},
        "certificates": {"en": "Certificates sent", "fr": "Certificats envoyés"},
        "usual": {"en": "X25519 (usual)", "fr": "X25519 (usuel)"},
        "kem": {"en": "ML-KEM-768 alone", "fr": "ML-KEM-768 seul"},
        "hybrid": {"en": "both: hybrid", "fr": "les deux\u00a0: hybride"},
        "ecdsa": {"en": "ECDSA P-256 (usual)", "fr": "ECDSA P-256 (usuelle)"},
        "rsa": {"en": "RSA-2048 (usual)", "fr": "RSA-2048 (usuelle)"},
        "mldsa": {"en": "ML-DSA-65", "fr": "ML-DSA-65"},
        "slhdsa_small": {"en": "SLH-DSA-128, small", "fr": "SLH-DSA-128, compacte"},
        "slhdsa_fast": {"en": "SLH-DSA-128, fast", "fr": "SLH-DSA-128, rapide"},
        "certificates_1": {"en": "1: the server’s", "fr": "1\u00a0: celui du serveur"},
        "certificates_2": {"en": "2: with the authority’s", "fr": "2\u00a0: avec celui de l’autorité"},
        "scale": {
            "en": "One square: {tile} bytes, the size of an X25519 key",
            "fr": "Un carré\u00a0: {tile} octets, la taille d’une clé X25519",
        },
        "compared": {"en": "Usual opening: {bytes} bytes", "fr": "Ouverture usuelle\u00a0: {bytes} octets"},
        "composed": {"en": "Your opening: {bytes} bytes", "fr": "Votre ouverture\u00a0: {bytes} octets"},
        "job_agreement": {"en": "key agreement: {bytes}", "fr": "échange de clés\u00a0: {bytes}"},
        "job_key": {"en": "keys in certificates: {bytes}", "fr": "clés des certificats\u00a0: {bytes}"},
        "job_signature": {"en": "signatures: {bytes}", "fr": "signatures\u00a0: {bytes}"},
        "pieces": {"en": "What goes on the wire", "fr": "Ce qui passe sur la ligne"},
        "piece": {"en": "Piece", "fr": "Élément"},
        "from": {"en": "From", "fr": "De"},
        "bytes": {"en": "Bytes", "fr": "Octets"},
        "post": {"en": "post", "fr": "poste"},
        "server": {"en": "server", "fr": "serveur"},
        "client_half": {"en": "half of the key agreement", "fr": "moitié de l’échange de clés"},
        "server_half": {"en": "other half", "fr": "autre moitié"},
        "certificate_keys": {"en": "public keys in certificates", "fr": "clés publiques des certificats"},
        "certificate_signatures": {
            "en": "signatures on certificates",
            "fr": "signatures sur les certificats",
        },
        "own_signature": {"en": "signature on this connection", "fr": "signature sur cette connexion"},
        "several": {"en": "{count} × {size} = {bytes}", "fr": "{count} × {size} = {bytes}"},
        "total": {"en": "Total", "fr": "Total"},
        "both_ways": {"en": "both ways", "fr": "les deux sens"},
        "says_usual": {
            "en": "{total} bytes: this is the usual opening.",
            "fr": "{total} octets\u00a0: c’est l’ouverture usuelle.",
        },
        "says_times": {
            "en": "{total} bytes, {times} times the usual opening.",
            "fr": "{total} octets, {times} fois l’ouverture usuelle.",
        },
        "says_opens": {
            "en": "A recording could be opened later, with a large quantum computer.",
            "fr": "Un enregistrement pourrait être ouvert plus tard, avec un grand ordinateur quantique.",
        },
        "says_one_holds": {
            "en": "A recording stays locked as long as ML-KEM-768 holds.",
            "fr": "Un enregistrement reste verrouillé tant que ML-KEM-768 tient.",
        },
        "says_two_hold": {
            "en": "A recording stays locked as long as one of the two methods holds.",
            "fr": "Un enregistrement reste verrouillé tant que l’une des deux méthodes tient.",
        },
        "says_forged": {
            "en": "A large quantum computer could forge the signatures, from the day it exists.",
            "fr": "Un grand ordinateur quantique pourrait contrefaire les signatures, dès le jour où il existera.",
        },
        "says_unforged": {
            "en": "No published method forges the signatures, with a quantum computer or without.",
            "fr": "Aucune méthode publiée ne contrefait les signatures, avec ou sans ordinateur quantique.",
        },
        "method": {"en": "Method", "fr": "Méthode"},
        "family": {"en": "Family", "fr": "Famille"},
        "classical": {"en": "classical", "fr": "classique"},
        "post_quantum": {"en": "post-quantum", "fr": "postquantique"},
        "mixed": {"en": "one of each", "fr": "une de chaque"},
        "key_column": {"en": "Public key, bytes", "fr": "Clé publique, octets"},
        "answer_column": {
            "en": "Server’s half or signature, bytes",
            "fr": "Moitié du serveur ou signature, octets",
        },
        "origin": {"en": "Where the number comes from", "fr": "D’où vient le nombre"},
        "measured": {"en": "measured", "fr": "mesuré"},
        "standard": {"en": "parameters of FIPS 205", "fr": "paramètres de FIPS 205"},
        "still": {
            "en": "{agreement}, {signature}: {bytes} bytes",
            "fr": "{agreement}, {signature}\u00a0: {bytes} octets",
        },
        "still_usual": {"en": "X25519", "fr": "X25519"},
        "still_hybrid": {"en": "Hybrid", "fr": "Hybride"},
        "still_ecdsa": {"en": "ECDSA P-256", "fr": "ECDSA P-256"},
        "still_mldsa": {"en": "ML-DSA-65", "fr": "ML-DSA-65"},
        "legend_agreement": {"en": "key agreement", "fr": "échange de clés"},
        "legend_key": {"en": "keys in certificates", "fr": "clés des certificats"},
        "legend_signature": {"en": "signatures", "fr": "signatures"},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """Every opening that can be composed: its pieces, its total, and how many times the usual it is."""
        usual = total(*USUAL)
        return {
            "agreements": list(AGREEMENTS),
            "signatures": list(SIGNATURES),
            "certificates": list(CERTIFICATES),
            "usual": list(USUAL),
            "tile": TILE,
            "columns": COLUMNS,
            "lasts": LASTS,
            "forged": FORGED,
            "openings": {
                f"{agreement}/{signature}/{count}": {
                    "pieces": [
                        {
                            "id": piece.id,
                            "job": piece.job,
                            "count": piece.count,
                            "size": piece.size,
                            "bytes": piece.bytes,
                            "tiles": piece.tiles,
                        }
                        for piece in pieces(agreement, signature, count)
                    ],
                    "total": total(agreement, signature, count),
                    "times": round(total(agreement, signature, count) / usual, 1),
                }
                for agreement, signature, count in product(AGREEMENTS, SIGNATURES, CERTIFICATES)
            },
        }

    @classmethod
    def says(cls, agreement: str, signature: str, certificates: int, language: str) -> str:
        """The sentence under an opening, as the page says it."""
        opening = cls.computed()["openings"][f"{agreement}/{signature}/{certificates}"]
        size = cls.word(
            "says_usual" if (agreement, signature, certificates) == USUAL else "says_times",
            language,
            total=number(opening["total"], language),
            times=_times(opening["times"], language),
        )
        lasts = cls.word(f"says_{LASTS[agreement]}", language)
        forged = cls.word(f"says_{FORGED.get(signature, 'unforged')}", language)
        return f"{size} {lasts} {forged}"

    @classmethod
    def rows(cls, agreement: str, signature: str, certificates: int, language: str) -> list[list[str]]:
        """The rows of the table that changes with the opening, without its head."""
        rows = []
        for piece in pieces(agreement, signature, certificates):
            parts = {key: number(getattr(piece, key), language) for key in ("count", "size", "bytes")}
            amount = cls.word("several", language, **parts) if piece.count > 1 else parts["bytes"]
            side = "post" if piece.id == "client_half" else "server"
            rows.append([cls.word(piece.id, language), cls.word(side, language), amount])
        whole = number(total(agreement, signature, certificates), language)
        return [*rows, [cls.word("total", language), cls.word("both_ways", language), whole]]

    @classmethod
    def still(cls, language: str) -> str:
        """Three openings as fields of squares, the smallest on top."""
        drawn = [text(20, 22, cls.word("scale", language, tile=number(TILE, language)), 13, fill=MUTED)]
        y = 44.0
        for agreement, signature, count in EXAMPLES:
            names = {
                "agreement": cls.word(f"still_{agreement}", language),
                "signature": cls.word(f"still_{signature}", language),
            }
            amount = number(total(agreement, signature, count), language)
            drawn.append(text(20, y + 6, cls.word("still", language, bytes=amount, **names), 14))
            field = pieces(agreement, signature, count)
            drawn.append(_field(field, 20, y + 16))
            y += 16 + 8 * ceil(sum(piece.tiles for piece in field) / COLUMNS) + 22
        for place, job in enumerate(("agreement", "key", "signature")):
            x = 20 + 170 * place
            drawn += [
                _tiles(job, [(x, y - 4)], 9),
                text(x + 16, y + 5, cls.word(f"legend_{job}", language), 13),
            ]
        return picture(520, y + 16, cls.alt[language], *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """The sizes of each method, with their origin."""
        head = [
            cls.word(key, language) for key in ("method", "family", "key_column", "answer_column", "origin")
        ]
        rows = []
        for method in (*AGREEMENTS, *SIGNATURES):
            family = (
                "mixed"
                if method == "hybrid"
                else "classical"
                if method in ("usual", "ecdsa", "rsa")
                else "post_quantum"
            )
            rows.append(
                [
                    cls.word(method, language),
                    cls.word(family, language),
                    number(sizes()[method].key, language),
                    number(sizes()[method].answer, language),
                    cls.word("standard" if method.startswith("slhdsa") else "measured", language),
                ]
            )
        return [head, *rows]


def _times(value: float, language: str) -> str:
    return number(int(value) if value == int(value) else value, language)


def _field(field: tuple[Piece, ...], x: float, y: float) -> str:
    """The squares of an opening in rows, each job in its own form."""
    drawn, first = [], 0
    for piece in field:
        places = range(first, first + piece.tiles)
        first += piece.tiles
        drawn.append(
            _tiles(piece.job, [(x + 8 * (at % COLUMNS), y + 8 * (at // COLUMNS)) for at in places], 6)
        )
    return "".join(drawn)


def _tiles(job: str, corners: list[tuple[float, float]], side: float) -> str:
    """Full squares for the key agreement, hollow ones for keys, triangles for signatures."""
    shape = f"v{side:g}h{side:g}z" if job == "signature" else f"h{side:g}v{side:g}h{-side:g}z"
    path = "".join(f"M{x:g} {y:g}{shape}" for x, y in corners)
    colour = (
        {"fill": "none", "stroke": ACCENT}
        if job == "key"
        else {"fill": WARN if job == "signature" else ACCENT}
    )
    return tag("path", d=path, **colour)

"""An interceptor in the middle of a key agreement: passes where nobody proves who he is, and is stopped by a signature."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from .base import Figure
from .drawing import ACCENT, BAD, GOOD, INK, MUTED, SURFACE, box, line, picture, text
from .message_trip import MESSAGE

PROOFS = ("none", "signed", "forgeable")
"""Nobody proves anything; the server signs both halves; it does, by a method that the interceptor can forge."""
LINES = ("free", "middle")
"""Nobody, or an interceptor, between post and server."""


class Party:
    """One end of a hybrid agreement by X25519 and ML-KEM-768, as the caller or as the one who answers.

    The two secrets go through HKDF into a key for AES-256-GCM: a small stand-in for TLS's key schedule.
    """

    def __init__(self) -> None:
        from cryptography.hazmat.primitives.asymmetric import mlkem, x25519

        self._kem = mlkem.MLKEM768PrivateKey.generate()
        self._curve = x25519.X25519PrivateKey.generate()
        self.key = b""

    def call(self) -> tuple[bytes, bytes]:
        """The caller's half: the two public keys."""
        return self._kem.public_key().public_bytes_raw(), self._curve.public_key().public_bytes_raw()

    def answer(self, half: tuple[bytes, bytes]) -> tuple[bytes, bytes]:
        """The other half, for the caller's; the key is then agreed."""
        from cryptography.hazmat.primitives.asymmetric import mlkem

        inside, sealed = mlkem.MLKEM768PublicKey.from_public_bytes(half[0]).encapsulate()
        self._agree(inside, half[1])
        return sealed, self._curve.public_key().public_bytes_raw()

    def finish(self, half: tuple[bytes, bytes]) -> None:
        """Agree on the key from the answer to one's own call."""
        self._agree(self._kem.decapsulate(half[0]), half[1])

    def _agree(self, inside: bytes, point: bytes) -> None:
        from cryptography.hazmat.primitives import hashes
        from cryptography.hazmat.primitives.asymmetric import x25519
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        outside = self._curve.exchange(x25519.X25519PublicKey.from_public_bytes(point))
        self.key = HKDF(hashes.SHA256(), 32, None, b"in the middle").derive(inside + outside)


@dataclass(frozen=True)
class Outcome:
    """Who holds which secret (the same letter is the same secret), and who has read the message.

    ``accepted`` is what the post found of the signature; None where it asked for none. ``letters`` goes by ``post``,
    ``to_post`` and ``to_server`` (the interceptor's two) and ``server``; a party without a secret has none.
    """

    accepted: bool | None
    letters: dict[str, str]
    readers: tuple[str, ...]


@cache
def outcome(proof: str, middle: bool) -> Outcome:
    """What happens on the line, run with real keys, signatures and encryption; each run ends in the same way."""
    from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA65PrivateKey

    post, to_post, to_server, server = Party(), Party(), Party(), Party()
    authority = MLDSA65PrivateKey.generate()
    # Forging is played by handing over the server's own key: no method to forge ML-DSA is known.
    forger = authority if proof == "forgeable" else MLDSA65PrivateKey.generate()
    called = post.call()
    if middle:
        passed_on = to_server.call()
        reply = server.answer(passed_on)
        to_server.finish(reply)
        shown = to_post.answer(called)
        # The interceptor tries the server's own signature, then one that he makes.
        offers = [authority.sign(seen(passed_on, reply)), forger.sign(seen(called, shown))]
    else:
        shown = server.answer(called)
        offers = [authority.sign(seen(called, shown))]
    accepted = None if proof == "none" else any(fits(authority, one, seen(called, shown)) for one in offers)
    holders = {"post": post, "server": server}
    if middle:
        holders |= {"to_post": to_post, "to_server": to_server}
    readers: tuple[str, ...] = ()
    if accepted is False:
        holders = {name: holder for name, holder in holders.items() if name in ("to_server", "server")}
    else:
        post.finish(shown)
        readers = delivered(post, to_post, to_server, server) if middle else delivered(post, server)
    return Outcome(accepted, lettered(holders), readers)


def seen(*halves: tuple[bytes, bytes]) -> bytes:
    """All that one side has seen of the agreement, which is what a signature covers."""
    return b"".join(part for half in halves for part in half)


def fits(signer: Any, signature: bytes, text: bytes) -> bool:
    """Whether the public key of ``signer`` confirms a signature."""
    from cryptography.exceptions import InvalidSignature

    try:
        signer.public_key().verify(signature, text)
    except InvalidSignature:
        return False
    return True


def delivered(*stops: Party) -> tuple[str, ...]:
    """Who reads the message on its way from the first stop to the last; each pair of stops has its own key."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    message, nonce = MESSAGE["en"].encode(), bytes(12)
    readers = []
    for sender, receiver in zip(stops[::2], stops[1::2], strict=True):
        message = AESGCM(receiver.key).decrypt(nonce, AESGCM(sender.key).encrypt(nonce, message, None), None)
        readers.append("server" if receiver is stops[-1] else "interceptor")
    return tuple(readers) if message == MESSAGE["en"].encode() else ()


def lettered(holders: dict[str, Party]) -> dict[str, str]:
    """A letter for each different secret, in the order of the trip."""
    order = [name for name in ("post", "to_post", "to_server", "server") if name in holders]
    keys = list(dict.fromkeys(holders[name].key for name in order))
    return {name: "AB"[keys.index(holders[name].key)] for name in order}


class InTheMiddle(Figure):
    """The reader puts an interceptor on the line and asks for a proof, or for none."""

    title = {
        "en": "A perfect key, agreed on with whom?",
        "fr": "Une clé parfaite, convenue avec qui?",
    }
    alt = {
        "en": "Three lines from a post to a server. Without a proof of identity, an interceptor in the middle holds one secret with the post and another with the server, and reads the message. "
        "Where the server signs both halves, the post stops and no message leaves. Where the signature can be forged, the interceptor reads the message again.",
        "fr": "Trois lignes d’un poste à un serveur. Sans preuve d’identité, un intercepteur placé au milieu détient un secret avec le poste et un autre avec le serveur, et il lit le message. "
        "Quand le serveur signe les deux moitiés, le poste s’arrête et aucun message ne part. Quand la signature peut être contrefaite, l’intercepteur lit de nouveau le message.",
    }
    caption = {
        "en": "Each case was run with real keys: X25519 and ML-KEM-768 together, signatures by ML-DSA-65, the message under AES-256-GCM. A letter stands for a secret: equal letters are equal secrets. "
        "Nobody is known to be able to forge ML-DSA-65; for the third proof, the interceptor was simply given the server’s signing key.",
        "fr": "Chaque cas a été exécuté avec de vraies clés\u00a0: X25519 et ML-KEM-768 ensemble, des signatures ML-DSA-65, le message sous AES-256-GCM. Une lettre représente un secret\u00a0: à lettres égales, secrets égaux. "
        "On ne connaît personne qui sache contrefaire ML-DSA-65; pour la troisième preuve, l’intercepteur a simplement reçu la clé de signature du serveur.",
    }
    numbers = {"en": "All cases in a table", "fr": "Tous les cas en tableau"}
    words = {
        "line": {"en": "On the line", "fr": "Sur la ligne"},
        "free": {"en": "nobody in the middle", "fr": "personne au milieu"},
        "middle": {"en": "an interceptor in the middle", "fr": "un intercepteur au milieu"},
        "proof": {"en": "Proof of identity", "fr": "Preuve d’identité"},
        "none": {"en": "none", "fr": "aucune"},
        "signed": {"en": "the server signs both halves", "fr": "le serveur signe les deux moitiés"},
        "forgeable": {
            "en": "it does, but the interceptor can forge it",
            "fr": "il les signe, mais l’intercepteur sait contrefaire",
        },
        "proof_is": {"en": "Proof of identity: {proof}", "fr": "Preuve d’identité\u00a0: {proof}"},
        "to_send": {"en": "The message to send: {message}", "fr": "Le message à envoyer\u00a0: {message}"},
        "post": {"en": "Post", "fr": "Poste"},
        "interceptor": {"en": "Interceptor", "fr": "Intercepteur"},
        "server": {"en": "Server", "fr": "Serveur"},
        "holds": {"en": "Who holds what", "fr": "Qui détient quoi"},
        "who": {"en": "Who", "fr": "Qui"},
        "secret": {"en": "Secret", "fr": "Secret"},
        "message": {"en": "Message", "fr": "Message"},
        "two": {
            "en": "{first} with the post, {second} with the server",
            "fr": "{first} avec le poste, {second} avec le serveur",
        },
        "one": {"en": "{second} with the server", "fr": "{second} avec le serveur"},
        "no_secret": {"en": "none", "fr": "aucun"},
        "sends": {"en": "sends it", "fr": "l’envoie"},
        "keeps": {"en": "does not send it", "fr": "ne l’envoie pas"},
        "reads": {"en": "reads it", "fr": "le lit"},
        "reads_not": {"en": "reads nothing", "fr": "ne lit rien"},
        "reads_message": {"en": "reads the message", "fr": "lit le message"},
        "says_none_free": {
            "en": "Both ends hold the same secret, and nobody else does. Neither knows who is at the other end.",
            "fr": "Les deux bouts détiennent le même secret, et personne d’autre. Ni l’un ni l’autre ne sait qui est en face.",
        },
        "says_none_middle": {
            "en": "The interceptor agrees on one secret with each end, reads the message and passes it on. Neither end notices.",
            "fr": "L’intercepteur convient d’un secret avec chacun des bouts, lit le message et le fait suivre. Ni l’un ni l’autre ne s’en aperçoit.",
        },
        "says_signed_free": {
            "en": "The signature fits the two halves that the post has seen: it is the server’s key that answered, and nobody has swapped a half.",
            "fr": "La signature convient aux deux moitiés que le poste a vues\u00a0: c’est bien la clé du serveur qui a répondu, et personne n’a remplacé de moitié.",
        },
        "says_signed_middle": {
            "en": "The server has signed other halves than those that the post has seen: the signature does not fit, and the post stops before the message leaves.",
            "fr": "Le serveur a signé d’autres moitiés que celles que le poste a vues\u00a0: la signature ne convient pas, et le poste s’arrête avant que le message parte.",
        },
        "says_forgeable_free": {
            "en": "The signature fits, and nobody is in the middle. The post could not tell, if somebody were.",
            "fr": "La signature convient, et personne n’est au milieu. S’il y avait quelqu’un, le poste ne le saurait pas.",
        },
        "says_forgeable_middle": {
            "en": "The forged signature fits. The interceptor reads the message, although the key agreement is hybrid.",
            "fr": "La signature contrefaite convient. L’intercepteur lit le message, bien que l’échange de clés soit hybride.",
        },
        "stopped": {"en": "stops", "fr": "s’arrête"},
        "post_secret": {"en": "Post’s secret", "fr": "Secret du poste"},
        "middle_secrets": {"en": "Interceptor’s secrets", "fr": "Secrets de l’intercepteur"},
        "server_secret": {"en": "Server’s secret", "fr": "Secret du serveur"},
        "read_by": {"en": "Message read by", "fr": "Message lu par"},
        "nobody": {"en": "nobody", "fr": "personne"},
        "only_server": {"en": "the server", "fr": "le serveur"},
        "both_read": {"en": "the interceptor and the server", "fr": "l’intercepteur et le serveur"},
        "absent": {"en": "nobody there", "fr": "personne"},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """The outcome of each case, as it was run."""
        return {
            "proofs": list(PROOFS),
            "lines": list(LINES),
            "message": MESSAGE,
            "cases": {
                f"{proof}_{where}": {
                    "accepted": result.accepted,
                    "letters": result.letters,
                    "readers": list(result.readers),
                }
                for proof, where, result in cls._cases()
            },
        }

    @classmethod
    def _cases(cls) -> list[tuple[str, str, Outcome]]:
        return [(proof, where, outcome(proof, where == "middle")) for proof, where in product(PROOFS, LINES)]

    @classmethod
    def says(cls, proof: str, where: str, language: str) -> str:
        """The sentence under a case."""
        return cls.word(f"says_{proof}_{where}", language)

    @classmethod
    def rows(cls, proof: str, where: str, language: str) -> list[list[str]]:
        """Who holds which secret and what each does with the message, as the page shows it."""
        result = outcome(proof, where == "middle")
        letters, say = result.letters, lambda key, **values: cls.word(key, language, **values)
        none = say("no_secret")
        rows = [
            [say("post"), letters.get("post", none), say("sends" if result.readers else "keeps")],
            [
                say("server"),
                letters.get("server", none),
                say("reads" if "server" in result.readers else "reads_not"),
            ],
        ]
        if where == "middle":
            key = "two" if "to_post" in letters else "one"
            secrets = say(key, first=letters.get("to_post", ""), second=letters["to_server"])
            read = say("reads" if "interceptor" in result.readers else "reads_not")
            rows.insert(1, [say("interceptor"), secrets, read])
        return rows

    @classmethod
    def still(cls, language: str) -> str:
        """The three proofs, each with an interceptor on the line."""
        drawn = []
        for place, proof in enumerate(PROOFS):
            y = 52 + 104 * place
            result = outcome(proof, True)
            stopped = result.accepted is False
            first = cls.word("stopped", language) if stopped else result.letters["post"]
            colour = GOOD if stopped else BAD
            drawn += [
                text(
                    20,
                    y - 30,
                    cls.word("proof_is", language, proof=cls.word(proof, language)),
                    13,
                    fill=MUTED,
                ),
                line(
                    120,
                    y,
                    200,
                    y,
                    stroke=colour,
                    stroke_width=2,
                    stroke_dasharray="5 4" if stopped else "none",
                ),
                line(320, y, 400, y, stroke=ACCENT, stroke_width=2),
                text(160, y - 7, first, 14, text_anchor="middle", font_weight="bold", fill=colour),
                text(360, y - 7, result.letters["server"], 14, text_anchor="middle", font_weight="bold"),
            ]
            for x, who in ((70, "post"), (260, "interceptor"), (450, "server")):
                half = 60 if who == "interceptor" else 50
                drawn += [
                    box(x - half, y - 18, 2 * half, 36, rx=6, fill=SURFACE, stroke=INK, stroke_width=1.5),
                    text(x, y + 5, cls.word(who, language), 14, text_anchor="middle"),
                ]
            read = "reads_message" if "interceptor" in result.readers else "reads_not"
            drawn.append(text(260, y + 36, cls.word(read, language), 13, text_anchor="middle", fill=colour))
        return picture(520, 324, cls.alt[language], *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """All cases with their secrets and readers."""
        keys = ("proof", "line", "post_secret", "middle_secrets", "server_secret", "read_by")
        rows = [[cls.word(key, language) for key in keys]]
        readers = {(): "nobody", ("server",): "only_server", ("interceptor", "server"): "both_read"}
        for proof, where, result in cls._cases():
            secrets = [result.letters[name] for name in ("to_post", "to_server") if name in result.letters]
            rows.append(
                [
                    cls.word(proof, language),
                    cls.word(where, language),
                    result.letters.get("post", cls.word("no_secret", language)),
                    ", ".join(secrets) if secrets else cls.word("absent", language),
                    result.letters["server"],
                    cls.word(readers[result.readers], language),
                ]
            )
        return rows

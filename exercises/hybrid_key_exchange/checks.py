"""Checks of hybrid_key_exchange that a learner may see; each plays the other side with real X25519 and ML-KEM-768."""

from dataclasses import replace
from hashlib import sha3_256, sha256, sha512

from cryptography.hazmat.primitives.asymmetric import mlkem, x25519

from qcourse.checks import PASSED, Finding, refuses, require, say

KEM_KEY, KEM_TEXT, CURVE, SECRET = 1184, 1088, 32, 32
"""Bytes of an ML-KEM-768 public key and ciphertext, of an X25519 public key, and of every secret."""
CLIENT, SERVER = KEM_KEY + CURVE, KEM_TEXT + CURVE
"""Bytes on the wire from the client and from the server."""
ROUNDS = 4

CURVE_FIRST = say(
    "The X25519 piece comes first on the wire.", "L’élément X25519 vient en premier sur la ligne."
)
OTHER_ORDER = say(
    "The two secrets are joined in the other order.", "Les deux secrets sont joints dans l’autre ordre."
)
NOT_HASHED = say("The two secrets are not hashed.", "Aucune empreinte n’est calculée sur les deux secrets.")
ONLY_KEM = say("Only the ML-KEM secret is used.", "Seul le secret de ML-KEM est employé.")
ONLY_CURVE = say("Only the X25519 secret is used.", "Seul le secret de X25519 est employé.")
OTHER_HASH = say(
    "Another hash than SHA-256 is used.", "Une autre fonction de hachage que SHA-256 est employée."
)
IN_HEX = say(
    "The hash is written as text, in hexadecimal; bytes are asked for.",
    "L’empreinte est écrite en texte, en hexadécimal; on demande des octets.",
)
SWAPPED = say("The two values come in the other order.", "Les deux valeurs sont dans l’autre ordre.")
ANOTHER = say("32 other bytes", "32 autres octets")
SAME = say(
    "the same 32 bytes on both sides: SHA-256 of ML-KEM secret, then X25519 secret",
    "les mêmes 32 octets des deux côtés\u00a0: empreinte SHA-256 du secret de ML-KEM, puis du secret de X25519",
)


def told(value):
    """A value by its kind and length, since a thousand bytes would not help to read."""
    if isinstance(value, bytes):
        return say(f"{len(value)} bytes", f"{len(value)} octets")
    if isinstance(value, tuple):
        parts = [told(part) for part in value[:4]]
        return say(
            "a tuple: " + ", ".join(part["en"] for part in parts),
            "un tuple\u00a0: " + "; ".join(part["fr"] for part in parts),
        )
    return say(f"a value of type {type(value).__name__}", f"une valeur de type {type(value).__name__}")


def length(value, size):
    """Whether a value is bytes, ``size`` of them (any number for None)."""
    if isinstance(value, bytes) and size in (None, len(value)):
        return PASSED
    expected = "any number of" if size is None else str(size)
    wanted = "un nombre quelconque d’" if size is None else f"{size}\u00a0"
    cause = IN_HEX if isinstance(value, str) and len(value) == 2 * SECRET else None
    return Finding(False, say(f"{expected} bytes", f"{wanted}octets"), told(value), cause)


def lengths(value, *sizes):
    """Whether a value is a tuple of bytes of these sizes (None for any)."""
    if isinstance(value, tuple) and len(value) == len(sizes):
        findings = [length(part, size) for part, size in zip(value, sizes, strict=True)]
        if all(finding.passed for finding in findings):
            return PASSED
    expected = say(
        "a tuple of bytes: " + ", ".join("any number" if size is None else str(size) for size in sizes),
        "un tuple d’octets\u00a0: "
        + "; ".join("nombre libre" if size is None else str(size) for size in sizes),
    )
    turned = isinstance(value, tuple) and [isinstance(one, bytes) and len(one) for one in value[::-1]]
    swapped = turned and [size for size in sizes if size] == [
        seen for seen, size in zip(turned, sizes, strict=False) if size
    ]
    return Finding(False, expected, told(value), SWAPPED if swapped else None)


def opened(answer):
    """A new exchange of the learner's client: state and wire, or the finding that says what came."""
    value = answer.client_share()
    require(lengths(value, None, CLIENT).on("client_share()"))
    return value


def answered(answer, wire, given="server_answer(client_bytes)"):
    """Secret and wire of the learner's server for ``wire``."""
    value = answer.server_answer(wire)
    require(lengths(value, SECRET, SERVER).on(given))
    return value


def own_client(answer):
    """A client of the course: its private keys and its wire."""
    kem = mlkem.MLKEM768PrivateKey.from_seed_bytes(answer.random.bytes(64))
    curve = x25519.X25519PrivateKey.from_private_bytes(answer.random.bytes(32))
    return kem, curve, kem.public_key().public_bytes_raw() + curve.public_key().public_bytes_raw()


def own_server(answer, wire):
    """What the course's server answers to a client's wire: both secrets and its own wire; None for an unreadable one."""
    try:
        key = mlkem.MLKEM768PublicKey.from_public_bytes(wire[:KEM_KEY])
        kem_secret, text = key.encapsulate()
        # A client that reads the curve's share first would refuse every second ciphertext for its top bit, and err or
        # fail by chance: the verdict on an answer must not depend on the draw.
        while text[CURVE - 1] >= 0x80:
            kem_secret, text = key.encapsulate()
        curve = x25519.X25519PrivateKey.from_private_bytes(answer.random.bytes(32))
        shared = curve.exchange(x25519.X25519PublicKey.from_public_bytes(wire[KEM_KEY:]))
    except ValueError:
        return None
    return kem_secret, shared, text + curve.public_key().public_bytes_raw()


def read(kem, curve, text, share):
    """Both secrets as the course's client reads them from a server's pieces; zeros where the library refuses."""
    try:
        return kem.decapsulate(text), curve.exchange(x25519.X25519PublicKey.from_public_bytes(share))
    except ValueError:
        return bytes(SECRET), bytes(SECRET)


def session(kem_secret, shared):
    return sha256(kem_secret + shared).digest()


def slip(seen, kem_secret, shared):
    """The usual slip that turns these two secrets into what was seen, if it is one."""
    both, turned = kem_secret + shared, shared + kem_secret
    slips = (
        (OTHER_ORDER, (session(shared, kem_secret),)),
        (
            NOT_HASHED,
            (both, turned, both[:SECRET], turned[:SECRET], bytes(map(int.__xor__, kem_secret, shared))),
        ),
        (ONLY_KEM, (sha256(kem_secret).digest(),)),
        (ONLY_CURVE, (sha256(shared).digest(),)),
        (OTHER_HASH, (sha3_256(both).digest(), sha512(both).digest()[:SECRET], sha512(both).digest())),
        (IN_HEX, (sha256(both).hexdigest(),)),
    )
    return next((cause for cause, values in slips if seen in values), None)


def agreed(seen, kem_secret, shared):
    """Whether ``seen`` is the session secret of these two."""
    if seen == session(kem_secret, shared):
        return PASSED
    return Finding(
        False,
        SAME,
        ANOTHER if isinstance(seen, bytes) and len(seen) == SECRET else told(seen),
        slip(seen, kem_secret, shared),
    )


def test_shapes(answer):
    state, wire = opened(answer)
    _, back = answered(answer, wire)
    require(length(answer.client_finish(state, back), SECRET).on("client_finish(state, server_bytes)"))


def test_both(answer):
    clients = [opened(answer) for _ in range(ROUNDS)]
    servers = [answered(answer, wire) for _, wire in clients]
    for place in answer.random.permutation(ROUNDS):
        finished = answer.client_finish(clients[place][0], servers[place][1])
        seen = PASSED if finished == servers[place][0] else Finding(False, SAME, ANOTHER)
        require(seen.on(say("several exchanges open at once", "plusieurs échanges ouverts en même temps")))


def test_client(answer):
    for _ in range(ROUNDS):
        state, wire = opened(answer)
        other = own_server(answer, wire)
        if other is None:
            turned = own_server(answer, wire[CURVE:] + wire[:CURVE])
            expected = say(
                f"{KEM_KEY} bytes of an ML-KEM-768 public key, then {CURVE} of an X25519 public key",
                f"{KEM_KEY} octets d’une clé publique ML-KEM-768, puis {CURVE} d’une clé publique X25519",
            )
            seen = say(
                f"{CLIENT} bytes that cannot be read so", f"{CLIENT} octets qui ne se lisent pas ainsi"
            )
            require(Finding(False, expected, seen, CURVE_FIRST if turned else None).on("client_share()"))
        kem_secret, shared, back = other
        finished = answer.client_finish(state, back)
        require(agreed(finished, kem_secret, shared).on("client_finish(state, server_bytes)"))


def test_server(answer):
    for _ in range(ROUNDS):
        kem, curve, wire = own_client(answer)
        secret, back = answered(answer, wire)
        finding = agreed(secret, *read(kem, curve, back[:KEM_TEXT], back[KEM_TEXT:]))
        if not finding.passed and finding.diagnosis is None:
            turned = agreed(secret, *read(kem, curve, back[CURVE:], back[:CURVE]))
            if turned.passed or turned.diagnosis:
                finding = replace(finding, diagnosis=CURVE_FIRST)
        require(finding.on("server_answer(client_bytes)"))


def test_lengths(answer):
    state, wire = opened(answer)
    back = answered(answer, wire)[1]
    for size in (CLIENT - 1, CLIENT + 1, KEM_KEY, CLIENT + CURVE, SERVER, 0):
        share = (wire + bytes(CURVE))[:size]
        require(refuses(answer.server_answer, share).on(say(f"{size} bytes", f"{size} octets")))
    for size in (SERVER - 1, SERVER + 1, KEM_TEXT, SERVER + CURVE, 0):
        share = (back + bytes(CURVE))[:size]
        require(refuses(answer.client_finish, state, share).on(say(f"{size} bytes", f"{size} octets")))

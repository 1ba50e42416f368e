"""Checks of hybrid_key_exchange that run on submission."""

from qcourse.checks import Finding, refuses, require, say

CLIENT_CUT, SERVER_CUT = 1184, 1088
"""Where the X25519 piece begins in what the client and the server send."""
CONNECTIONS = 8
FLIPS = 20
"""Bits drawn in each of the four pieces, beside its first and its last."""
TOP = say("the top bit of the X25519 piece set", "le bit de poids fort de l’élément X25519 mis à 1")
INTACT = say("nothing changed on the wire", "rien de changé en chemin")
AGREED = say("the same secret on both sides", "le même secret des deux côtés")
DIFFERENT = say("two different secrets, or an error", "deux secrets différents, ou une erreur")


def two(value, given):
    """A pair whose second part, the wire, is bytes."""
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[1], bytes):
        return value
    expected = say("a tuple of two, the second of them bytes", "un tuple de deux, dont le second en octets")
    seen = say(f"a value of type {type(value).__name__}", f"une valeur de type {type(value).__name__}")
    return require(Finding(False, expected, seen).on(given))


def exchange(answer):
    """A whole exchange with nothing changed: state, both wires and the secret."""
    state, wire = two(answer.client_share(), "client_share()")
    secret, back = two(answer.server_answer(wire), "server_answer(client_bytes)")
    if answer.client_finish(state, back) != secret:
        require(Finding(False, AGREED, say("two secrets", "deux secrets")).on(INTACT))
    return state, wire, secret, back


def changed(wire, bit):
    """The wire with one bit changed; bit 0 is the lowest of the first byte, the last the highest of the last byte."""
    flipped = bytearray(wire)
    flipped[bit // 8] ^= 1 << bit % 8
    return bytes(flipped)


def bits(answer, wire, cut):
    """Which bits to change: the first and the last of each piece, and some between."""
    inner = answer.random.integers(0, 8 * cut, FLIPS), answer.random.integers(8 * cut, 8 * len(wire), FLIPS)
    return [0, 8 * cut - 1, 8 * cut, 8 * len(wire) - 1, *map(int, inner[0]), *map(int, inner[1])]


def outcome(call):
    """What the call returns, or None where the learner's function raises; other troubles pass through."""
    try:
        return call()
    except Exception as problem:
        if not hasattr(problem, "type_name"):
            raise
        return None


def test_fresh_keys(answer):
    clients = [two(answer.client_share(), "client_share()")[1] for _ in range(CONNECTIONS)]
    # The same client calls again and again, then each of the others once.
    calls = [clients[0]] * CONNECTIONS + clients[1:]
    servers = [two(answer.server_answer(wire), "server_answer(client_bytes)")[1] for wire in calls]
    kem_keys = [wire[:CLIENT_CUT] for wire in clients]
    curve_keys = [wire[CLIENT_CUT:] for wire in clients] + [wire[SERVER_CUT:] for wire in servers]
    for keys, name in ((kem_keys, "ML-KEM-768"), (curve_keys, "X25519")):
        count = len(set(keys))
        expected = say(
            f"{len(keys)} different {name} public keys", f"{len(keys)} clés publiques {name} différentes"
        )
        if count < len(keys):
            seen = say(f"only {count} different", f"{count} seulement de différentes")
            require(Finding(False, expected, seen).on(say(f"{len(keys)} calls", f"{len(keys)} appels")))


def test_top_bit(answer):
    for _ in range(3):
        state, wire, _, back = exchange(answer)
        require(refuses(answer.server_answer, changed(wire, 8 * len(wire) - 1)).on(TOP))
        require(refuses(answer.client_finish, state, changed(back, 8 * len(back) - 1)).on(TOP))


def test_flipped_bits(answer):
    state, wire, secret, back = exchange(answer)
    for bit in bits(answer, wire, CLIENT_CUT):
        reply = outcome(lambda bit=bit: answer.server_answer(changed(wire, bit)))
        if reply is not None:
            ours, return_wire = two(reply, "server_answer(client_bytes)")
            finished = outcome(lambda return_wire=return_wire: answer.client_finish(state, return_wire))
            noticed(finished is None or finished != ours, bit, len(wire), "server_answer")
    for bit in bits(answer, back, SERVER_CUT):
        finished = outcome(lambda bit=bit: answer.client_finish(state, changed(back, bit)))
        noticed(finished is None or finished != secret, bit, len(back), "client_finish")


def noticed(right, bit, size, function):
    """Fail, saying which bit was changed, unless the change was noticed."""
    byte, place = divmod(bit, 8)
    given = say(
        f"{function}: bit {place} of byte {byte} of {size} changed (both counted from 0)",
        f"{function}\u00a0: bit {place} de l’octet {byte} sur {size} changé (tous deux comptés à partir de 0)",
    )
    if not right:
        require(Finding(False, DIFFERENT, AGREED).on(given))

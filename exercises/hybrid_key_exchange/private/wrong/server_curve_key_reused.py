# fails: fresh_keys
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

CURVE_KEY = X25519PrivateKey.generate()


def client_share() -> tuple[bytes, bytes]:
    kem, curve = MLKEM768PrivateKey.generate(), X25519PrivateKey.generate()
    state = kem.private_bytes_raw() + curve.private_bytes_raw()
    return state, kem.public_key().public_bytes_raw() + curve.public_key().public_bytes_raw()


def server_answer(client_bytes: bytes) -> tuple[bytes, bytes]:
    kem_secret, ciphertext = MLKEM768PublicKey.from_public_bytes(client_bytes[:1184]).encapsulate()
    curve = CURVE_KEY
    secret = joined(kem_secret, curve, client_bytes[1184:])
    return secret, ciphertext + curve.public_key().public_bytes_raw()


def client_finish(state: bytes, server_bytes: bytes) -> bytes:
    kem_secret = MLKEM768PrivateKey.from_seed_bytes(state[:64]).decapsulate(server_bytes[:1088])
    return joined(kem_secret, X25519PrivateKey.from_private_bytes(state[64:]), server_bytes[1088:])


def joined(kem_secret: bytes, curve: X25519PrivateKey, share: bytes) -> bytes:
    # The library refuses a piece that is too short or too long with ValueError; the top bit is ours to check.
    other = X25519PublicKey.from_public_bytes(share)
    if share[31] & 128:
        raise ValueError("the top bit of an X25519 share must be 0")
    return sha256(kem_secret + curve.exchange(other)).digest()

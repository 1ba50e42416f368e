# fails: sum, order, ceilings, ties
import math
import re

FORMS = {
    "RSA": r"rsa\d*",
    "DSA": r"dsa\d*",
    "Diffie-Hellman": r"dhe?\d*",
    "ElGamal": r"elgamal\d*",
    "elliptic curve": r"(ecdsa|ecdhe?)(p\d+)?|x25519|x448|ed25519|ed448",
    "AES-128": r"aes128(cbc|ctr|gcm)?",
    "longer AES": r"aes(192|256)(cbc|ctr|gcm)?",
    "ChaCha20": r"chacha20(poly1305)?",
    "SHA-2": r"sha(256|384|512)",
    "SHA-3": r"sha3(224|256|384|512)",
    "post-quantum key exchange": r"(x25519|secp\d+r1)?(mlkem|kyber)\d*|hqc\d*",
    "post-quantum signature": r"(mldsa|dilithium|slhdsa|sphincs\+|fndsa|falcon)\d*|lms|xmss",
    "MD5": r"md5",
    "SHA-1": r"sha1",
    "DES": r"3?des(cbc|ecb)?",
    "RC4": r"rc4\d*",
}
STATUS = {
    **dict.fromkeys(["RSA", "DSA", "Diffie-Hellman", "ElGamal", "elliptic curve"], "broken"),
    "AES-128": "weakened",
    **dict.fromkeys(["longer AES", "ChaCha20", "SHA-2", "SHA-3"], "resistant"),
    **dict.fromkeys(["post-quantum key exchange", "post-quantum signature"], "resistant"),
    **dict.fromkeys(["MD5", "SHA-1", "DES", "RC4"], "obsolete"),
}
BLIND_SPOTS = {"signatures_and_updates", "archives_and_backups", "third_party_services"}


def status(algorithm: str) -> str:
    plain = re.sub(r"[\s_-]", "", algorithm).lower()
    # The whole name has to fit: EdDSA ends like DSA, and X25519MLKEM768 begins like X25519.
    family = next((name for name, form in FORMS.items() if re.fullmatch(form, plain)), None)
    return STATUS.get(family, "unknown")


def priority(system: dict) -> int:
    stands = status(system["algorithm"])
    if stands in ("resistant", "weakened", "unknown"):
        return 0
    total = 40 if stands == "unknown" else 50
    if system["use"] == "confidentiality":
        years = system["years_secret"]
        total += min(30, 2 * years) if system["exposed"] else min(15, years)
    return math.floor(total + min(20, 4 * system["years_to_migrate"]))


def plan(systems: list[dict]) -> list[str]:
    due = [system for system in systems if priority(system) > 0]
    return [system["name"] for system in sorted(due, key=lambda one: (-priority(one), one["name"]))]


def omissions(systems: list[dict]) -> set[str]:
    return BLIND_SPOTS - {spot for system in systems for spot in system["covers"]}

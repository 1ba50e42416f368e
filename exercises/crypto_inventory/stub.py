# How each family of methods may be written, once case, spaces, hyphens and underscores are gone. Use it with re.fullmatch, or not.
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


def status(algorithm: str) -> str:
    raise NotImplementedError("YOUR ANSWER HERE")


def priority(system: dict) -> int:
    raise NotImplementedError("YOUR ANSWER HERE")


def plan(systems: list[dict]) -> list[str]:
    raise NotImplementedError("YOUR ANSWER HERE")


def omissions(systems: list[dict]) -> set[str]:
    raise NotImplementedError("YOUR ANSWER HERE")

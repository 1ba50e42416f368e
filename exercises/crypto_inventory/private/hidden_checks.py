"""Checks of crypto_inventory that run on submission."""

from qcourse.checks import is_equal, keeps_arguments, require

MANNERS = (str, str.lower, str.upper, lambda name: name.replace("-", "_"), lambda name: f" {' '.join(name)} ")
"""How people write a name: as it stands, in small or capital letters, with underscores, spaced out."""

NAMES = {
    "broken": "RSA,RSA-4096,DSA,DH-2048,DHE,DHE 3072,ElGamal 2048,ECDSA,ECDSA P-384,ECDH,ECDH P-521,ECDHE P-256,X25519,X448,Ed25519,Ed448",
    "weakened": "AES-128,AES-128-CBC,AES-128-CTR,AES-128-GCM",
    "resistant": "AES-192,AES-192-CBC,AES-256,AES-256-CTR,ChaCha20,ChaCha20-Poly1305,SHA-256,SHA-384,SHA-512,SHA3-224,SHA3-256,SHA3-384,SHA3-512,"
    "ML-KEM,ML-KEM-1024,Kyber,Kyber-768,HQC,HQC-128,ML-DSA,ML-DSA-87,Dilithium,Dilithium-3,SLH-DSA,SPHINCS+,FN-DSA,FN-DSA-512,Falcon,Falcon-1024,LMS,XMSS,"
    "X25519MLKEM768,X25519Kyber768,secp256r1MLKEM768,secp384r1MLKEM1024",
    "obsolete": "MD5,SHA-1,DES,DES-CBC,DES-ECB,3DES,3DES-CBC,3DES-ECB,RC4,RC4-128",
    "unknown": "AES,AES-512,SHA-3,SHA-2,SHA,EdDSA,HMAC-SHA256,RSAX,GPRSA,EC,X255,our own method,?",
}


def test_spelling(answer):
    for expected, names in NAMES.items():
        for name in names.split(","):
            for manner in MANNERS:
                given = manner(name)
                require(is_equal(answer.status(given), expected).on(f"status({given!r})"))
    for blank in ("", "  ", "-"):
        require(is_equal(answer.status(blank), "unknown").on(f"status({blank!r})"))


def test_ceilings(answer):
    def line(method, use, secret, migrate, exposed):
        return {
            "name": "line",
            "algorithm": method,
            "use": use,
            "years_secret": secret,
            "years_to_migrate": migrate,
            "exposed": exposed,
            "covers": [],
        }

    for one, expected in [
        (line("RSA", "confidentiality", 0, 0, True), 50),
        (line("", "authentication", 0, 0, False), 40),
        (line("RSA", "confidentiality", 14.75, 0, True), 79),
        (line("RSA", "confidentiality", 15, 0, True), 80),
        (line("RSA", "confidentiality", 15.5, 0, True), 80),
        (line("MD5", "confidentiality", 14.75, 0, False), 64),
        (line("MD5", "confidentiality", 15, 0, False), 65),
        (line("MD5", "confidentiality", 16.25, 0, False), 65),
        (line("DSA", "authentication", 30, 4.75, True), 69),
        (line("DSA", "authentication", 30, 5, False), 70),
        (line("DSA", "authentication", 0, 5.25, True), 70),
        (line("SHA-3", "confidentiality", 2.75, 1.25, True), 50),
        (line("SHA-3", "confidentiality", 2.75, 1.25, False), 47),
        (line("ECDH", "confidentiality", 80, 20, True), 100),
        (line("ML-KEM", "confidentiality", 80, 20, True), 0),
        (line("aes 128", "authentication", 80, 20, True), 0),
    ]:
        given = ", ".join(f"{key}={one[key]!r}" for key in one if key not in ("name", "covers"))
        require(is_equal(answer.priority(one), expected).on(f"priority({{…}}): {given}"))


def test_ties(answer):
    def line(name, method, migrate):
        return {
            "name": name,
            "algorithm": method,
            "use": "authentication",
            "years_secret": 0,
            "years_to_migrate": migrate,
            "exposed": False,
            "covers": ["archives_and_backups"],
        }

    same = [line(name, "RSA", 2) for name in ("visa", "Zagreb", "archive", "Étude", "Accord")]
    low = [line("b", "?", 0), line("a", "?", 0), line("none", "LMS", 5)]
    for systems, expected in [
        ([], []),
        (low, ["a", "b"]),
        ([*low, *same], ["Accord", "Zagreb", "archive", "visa", "Étude", "a", "b"]),
    ]:
        names = ", ".join(one["name"] for one in systems)
        require(is_equal(answer.plan(systems), expected).on(f"plan([{names}])"))
    require(keeps_arguments(answer.plan, [*low, *same]))
    require(keeps_arguments(answer.omissions, [*low, *same]))
    require(keeps_arguments(answer.priority, low[0]))

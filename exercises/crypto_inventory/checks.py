"""Checks of crypto_inventory that a learner may see."""

from dataclasses import replace

from qcourse.checks import is_equal, require, say

LOOKALIKES = {
    "resistant": say(
        "The name begins or ends like that of another method: compare the whole name.",
        "Le nom commence ou finit comme celui d’une autre méthode\u00a0: comparez le nom entier.",
    ),
    "unknown": say(
        "A part of this name is on the list, the whole name is not.",
        "Une partie de ce nom est sur la liste, le nom entier n’y est pas.",
    ),
    "weakened": say(
        "A reduced margin is neither a break nor full strength.",
        "Une marge réduite n’est ni un bris ni la pleine force.",
    ),
}
"""What is likely behind a wrong status, by the right one."""

SLIPS = {
    "harvested": say(
        "The years of secrecy count here, though a proof has no secret to harvest.",
        "Les années de secret comptent ici, alors qu’une preuve n’a pas de secret à récolter.",
    ),
    "uncapped": say("A term goes beyond its ceiling.", "Un terme dépasse son plafond."),
    "always_exposed": say(
        "The system is treated as exposed, and it is not.",
        "Le système est traité comme exposé, et il ne l’est pas.",
    ),
    "never_exposed": say(
        "The system is treated as not exposed, and it is.",
        "Le système est traité comme non exposé, et il l’est.",
    ),
}
"""What each usual mistake in the sum is called."""


def system(name, algorithm, use, secret, migrate, exposed, covers=()):
    """One line of an inventory."""
    return {
        "name": name,
        "algorithm": algorithm,
        "use": use,
        "years_secret": secret,
        "years_to_migrate": migrate,
        "exposed": exposed,
        "covers": list(covers),
    }


def written(one):
    """A line in a few words: the inputs that count."""
    exposed = "exposed" if one["exposed"] else "not exposed"
    return (
        f"{one['algorithm']}, {one['use']}, {one['years_secret']:g}, {one['years_to_migrate']:g}, {exposed}"
    )


def stands(answer, name, expected):
    """What was found of the status of one name."""
    finding = is_equal(answer.status(name), expected).on(f"status({name!r})")
    return finding if finding.passed else replace(finding, diagnosis=LOOKALIKES.get(expected))


def adds_up(answer, base, one):
    """What was found of the priority of a line whose method starts from ``base``."""
    secret, migrate = one["years_secret"], one["years_to_migrate"]
    inside, outside = min(15, secret), min(30, 2 * secret)
    hides = one["use"] == "confidentiality"
    right = (outside if one["exposed"] else inside) if hides else 0
    slips = {
        "harvested": base + (outside if one["exposed"] else inside) + min(20, 4 * migrate),
        "uncapped": base + right + 4 * migrate,
        "always_exposed": base + hides * outside + min(20, 4 * migrate),
        "never_exposed": base + hides * inside + min(20, 4 * migrate),
    }
    expected = int(base + right + min(20, 4 * migrate)) if base else 0
    seen = answer.priority(one)
    finding = is_equal(seen, expected).on(f"priority({{…}}): {written(one)}")
    if finding.passed or not base or isinstance(seen, bool) or not isinstance(seen, (int, float)):
        return finding
    likely = (SLIPS[name] for name, slip in slips.items() if seen == int(slip))
    return replace(finding, diagnosis=next(likely, finding.diagnosis))


def test_names(answer):
    for name, expected in [
        ("RSA-2048", "broken"),
        ("DSA-3072", "broken"),
        ("DH", "broken"),
        ("ElGamal", "broken"),
        ("ECDSA P-256", "broken"),
        ("ECDHE", "broken"),
        ("X25519", "broken"),
        ("Ed25519", "broken"),
        ("AES-128-GCM", "weakened"),
        ("AES-256-GCM", "resistant"),
        ("ChaCha20-Poly1305", "resistant"),
        ("SHA-256", "resistant"),
        ("SHA3-512", "resistant"),
        ("ML-KEM-768", "resistant"),
        ("ML-DSA-65", "resistant"),
        ("SLH-DSA", "resistant"),
        ("X25519MLKEM768", "resistant"),
        ("MD5", "obsolete"),
        ("SHA-1", "obsolete"),
        ("3DES", "obsolete"),
        ("RC4", "obsolete"),
        ("AES", "unknown"),
        ("EdDSA", "unknown"),
        ("HMAC-SHA256", "unknown"),
        ("", "unknown"),
    ]:
        require(stands(answer, name, expected))


def test_sum(answer):
    for base, one in [
        (50, system("mail", "RSA-2048", "confidentiality", 10, 4, True)),
        (40, system("kiosk", "", "confidentiality", 50, 5, True)),
        (50, system("archive", "RSA-2048", "confidentiality", 10, 2, False)),
        (50, system("updates", "RSA-2048", "authentication", 10, 8, True)),
        (50, system("badges", "3DES", "authentication", 0, 3, False)),
        (0, system("backup", "AES-256", "confidentiality", 25, 3, True)),
        (0, system("tape", "AES-128", "confidentiality", 25, 3, True)),
    ]:
        require(adds_up(answer, base, one))


def test_order(answer):
    systems = [
        system("badges", "3DES", "authentication", 0, 3, False),
        system("mail", "RSA-2048", "confidentiality", 10, 4, True),
        system("backup", "AES-256", "confidentiality", 25, 3, True),
        system("kiosk", "", "confidentiality", 50, 5, True),
        system("archive", "RSA-2048", "confidentiality", 50, 6, False),
    ]
    given = "plan([badges 62, mail 86, backup 0, kiosk 90, archive 85])"
    require(is_equal(answer.plan(systems), ["kiosk", "mail", "archive", "badges"]).on(given))


def test_blind_spots(answer):
    every = {"signatures_and_updates", "archives_and_backups", "third_party_services"}
    for covers, expected in [
        ([], every),
        ([[]], every),
        ([["archives_and_backups"]], every - {"archives_and_backups"}),
        ([["third_party_services", "mail"], ["signatures_and_updates"]], {"archives_and_backups"}),
        ([["signatures_and_updates", "archives_and_backups"], ["third_party_services"]], set()),
    ]:
        systems = [
            system(f"system {place}", "RSA", "authentication", 0, 1, True, spots)
            for place, spots in enumerate(covers)
        ]
        require(is_equal(answer.omissions(systems), expected).on(f"omissions([…]): covers = {covers}"))

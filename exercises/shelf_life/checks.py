"""Checks of shelf_life that a learner may see."""

from dataclasses import replace

from qcourse.checks import is_equal, is_number, refuses, require, say

USUAL = {
    "brackets": say(
        "The migration is added to the margin: the two durations before the comparison belong together, in brackets.",
        "La migration s’ajoute à la marge\u00a0: les deux durées qui précèdent la comparaison vont ensemble, entre parenthèses.",
    ),
    "migration": say("The migration does not count.", "La migration ne compte pas."),
    "secrecy": say("The years of secrecy do not count.", "Les années de secret ne comptent pas."),
    "rounded": say("The years are rounded to whole numbers.", "Les années sont arrondies à l’entier."),
}
"""What each usual mistake in the margin is called."""


def slips(secret, migrate, threat):
    """The margin under each usual mistake."""
    return {
        "brackets": threat - secret + migrate,
        "migration": threat - secret,
        "secrecy": threat - migrate,
        "rounded": int(threat) - int(secret) - int(migrate),
    }


def test_margin(answer):
    drawn = [tuple(answer.random.integers(0, 80, 3) / 4) for _ in range(3)]
    for durations in [(10, 4, 20), (10, 4, 5), (0, 0, 0), (0.25, 0.5, 1), (-2, 3, -0.25), *drawn]:
        secret, migrate, threat = (float(years) for years in durations)
        finding = is_number(answer.margin(secret, migrate, threat), threat - (secret + migrate))
        if not finding.passed and finding.diagnosis is None:
            seen = answer.margin(secret, migrate, threat)
            likely = (
                USUAL[name]
                for name, slip in slips(secret, migrate, threat).items()
                if is_number(seen, slip).passed
            )
            finding = replace(finding, diagnosis=next(likely, None))
        require(finding.on(f"margin({secret:g}, {migrate:g}, {threat:g})"))


def test_verdict(answer):
    for durations, expected in [
        ((0, 4, 5, 20), "safe"),
        ((10, 4, 5, 20), "at_risk"),
        ((50, 4, 5, 20), "late"),
        ((0.25, 1.5, 2, 3.5), "safe"),
        ((6.5, 1, 7, 8), "at_risk"),
        ((6.75, 1.5, 7, 8), "late"),
    ]:
        given = ", ".join(f"{years:g}" for years in durations)
        require(is_equal(answer.verdict(*durations), expected).on(f"verdict({given})"))


def test_impossible(answer):
    for durations in [(-1, 4, 5, 20), (10, -0.25, 5, 20), (0, 0, -1, 20), (10, 4, 20, 5), (10, 4, 5.25, 5)]:
        require(refuses(answer.verdict, *durations))


def test_rank(answer):
    files = [
        file("agenda", 0, 4, 5),
        file("mandate", 10, 4, 5),
        file("protection", 50, 4, 5),
        file("update key", 0, 6.5, 5),
        file("census", 50, 0.25, 60),
    ]
    expected = ["protection", "mandate", "update key", "agenda", "census"]
    require(is_equal(answer.rank(files), expected).on(f"rank([…]): {written(files)}"))


def file(name, secret, migrate, threat):
    """One file as ``rank`` takes it; the remark is a key that does not matter."""
    return {
        "name": name,
        "years_secret": secret,
        "years_to_migrate": migrate,
        "earliest_threat": threat,
        "remark": "…",
    }


def written(files):
    """Each file as name, secrecy + migration, and threat."""
    parts = (
        f"{one['name']} {one['years_secret']:g} + {one['years_to_migrate']:g} → {one['earliest_threat']:g}"
        for one in files
    )
    return "; ".join(parts)

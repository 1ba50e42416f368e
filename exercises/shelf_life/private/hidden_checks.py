"""Checks of shelf_life that run on submission."""

from qcourse.checks import is_equal, keeps_arguments, require


def test_edge(answer):
    for durations, expected in [
        ((1, 4, 5, 20), "safe"),
        ((0, 0, 0, 0), "safe"),
        ((16, 4, 5, 20), "at_risk"),
        ((1.25, 3.75, 5, 5), "safe"),
        ((2, 3.25, 5, 5), "late"),
        ((0, 6, 0, 6), "at_risk"),
    ]:
        given = ", ".join(f"{years:g}" for years in durations)
        require(is_equal(answer.verdict(*durations), expected).on(f"verdict({given})"))


def test_ties(answer):
    names = ["visa", "Zagreb", "archive", "Étude", "Accord"]
    # The same margin of −9 by five ways.
    same = [file(name, 10 + place, 4, 5 + place) for place, name in enumerate(names)]
    for files, expected in [
        ([], []),
        (same, ["Accord", "Zagreb", "archive", "visa", "Étude"]),
        ([*same[:2], file("last", 0, 0, 5), file("first", 90, 4, 5)], ["first", "Zagreb", "visa", "last"]),
    ]:
        require(is_equal(answer.rank(files), expected).on(f"rank([…]): {written(files)}"))


def test_untouched(answer):
    require(keeps_arguments(answer.rank, [file("b", 0, 4, 5), file("a", 10, 4, 5)]))


def file(name, secret, migrate, threat):
    return {"name": name, "years_secret": secret, "years_to_migrate": migrate, "earliest_threat": threat}


def written(files):
    """Each file as name, secrecy + migration, and threat."""
    parts = (
        f"{one['name']} {one['years_secret']:g} + {one['years_to_migrate']:g} → {one['earliest_threat']:g}"
        for one in files
    )
    return "; ".join(parts) or "[]"

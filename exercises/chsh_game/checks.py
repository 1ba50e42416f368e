"""Checks of chsh_game that a learner may see.

The chances are those of a Bell pair whose halves are turned by Ry(−angle) and read: nothing is drawn.
"""

from dataclasses import replace
from math import cos, pi, sqrt

from qcourse.checks import Finding, is_number, require, say

QUESTIONS = [(0, 0), (0, 1), (1, 0), (1, 1)]
CEILING = cos(pi / 8) ** 2
"""The largest mean chance of winning that quantum mechanics allows (Tsirelson's bound)."""

USUAL_ANGLES = {
    "degrees": say(
        "The angles are in degrees; radians are asked.", "Les angles sont en degrés; on demande des radians."
    ),
    "doubled": say("The angles are twice as large as needed.", "Les angles sont deux fois trop grands."),
    "halved": say(
        "The angles are half of what is needed, like those of filters for polarized light.",
        "Les angles sont la moitié de ce qu’il faut, comme ceux de filtres pour la lumière polarisée.",
    ),
    "sign": say(
        "One of Bob’s two angles has the wrong sign.",
        "L’un des deux angles de Bob a le mauvais signe.",
    ),
    "exchanged": say(
        "One player has the angles of the two questions exchanged.",
        "Une personne a échangé les angles de ses deux questions.",
    ),
    "opposite": say(
        "One player gives the opposite answer: the wins and the losses are exchanged.",
        "Une personne donne la réponse opposée\u00a0: les gains et les pertes sont échangés.",
    ),
    "plan": say(
        "Each pair of questions is always won or always lost: a plan agreed in advance does as well without a Bell pair.",
        "Chaque paire de questions est toujours gagnée ou toujours perdue\u00a0: un plan convenu d’avance fait aussi bien sans paire de Bell.",
    ),
}
"""What each usual mistake in the angles is called."""

USUAL_SUMS = {
    "absolute": say("The absolute value is missing.", "Il manque la valeur absolue."),
    "plus": say(
        "All four are added; one of them has a minus.",
        "Les quatre sont additionnées; l’une a un signe moins.",
    ),
    "place": say(
        "The minus stands before another pair of questions.",
        "Le signe moins est devant une autre paire de questions.",
    ),
    "apart": say(
        "Each of the four is made positive; only the whole sum is.",
        "Chacune des quatre est rendue positive; seule la somme entière l’est.",
    ),
    "mean": say("It is divided by four.", "Le résultat est divisé par quatre."),
    "chance": say(
        "This is the chance of winning, not the CHSH value.",
        "C’est la probabilité de gagner, non la valeur CHSH.",
    ),
}
"""What each usual mistake in the sum is called."""


def chances(alice, bob):
    """The chance of winning for each pair of questions, in the order of ``QUESTIONS``; angles in radians."""
    agree = [cos((alice[x] - bob[y]) / 2) ** 2 for x, y in QUESTIONS]
    return [*agree[:3], 1 - agree[3]]


def mean(alice, bob):
    """The mean chance of winning over the four pairs of questions."""
    return sum(chances(alice, bob)) / 4


def slips(alice, bob):
    """For each usual mistake, the angles that would have been played without it."""
    yield "degrees", [angle * pi / 180 for angle in alice], [angle * pi / 180 for angle in bob]
    yield "sign", alice, [bob[0], -bob[1]]
    yield "sign", alice, [-bob[0], bob[1]]
    yield "exchanged", alice, bob[::-1]
    yield "exchanged", alice[::-1], bob
    yield "opposite", alice, [angle + pi for angle in bob]
    yield "doubled", [angle / 2 for angle in alice], [angle / 2 for angle in bob]
    yield "halved", [angle * 2 for angle in alice], [angle * 2 for angle in bob]


def cause(alice, bob):
    """The usual mistake that explains the angles; None if none does."""
    found = (name for name, first, second in slips(alice, bob) if mean(first, second) >= 0.85)
    name = next(found, None)
    if name is None and all(min(chance, 1 - chance) < 1e-6 for chance in chances(alice, bob)):
        name = "plan"
    return USUAL_ANGLES.get(name)


def play(answer):
    """The learner's angles for both players, each of them a finite number."""
    angles = {}
    for name in ("alice_angle", "bob_angle"):
        angles[name] = []
        for question in (0, 1):
            angle = getattr(answer, name)(question)
            require(is_number(angle).on(f"{name}({question})"))
            angles[name].append(float(angle))
    return angles["alice_angle"], angles["bob_angle"]


def wins(alice, bob, enough, expected):
    """Whether the mean chance is enough, with the four chances where it isn't."""
    if enough(mean(alice, bob)):
        return Finding(True)
    pairs = zip(QUESTIONS, chances(alice, bob), strict=True)
    each = "; ".join(f"({x}, {y}) {chance:.3f}" for (x, y), chance in pairs)
    seen = f"{mean(alice, bob):.3f}"
    dials = "Alice {:.3f}; {:.3f} · Bob {:.3f}; {:.3f}".format(*alice, *bob)
    return Finding(
        False,
        expected,
        say(f"{seen} on average; {each}", f"{seen} en moyenne; {each}".replace(".", ",")),
        cause(alice, bob),
        say(dials, dials.replace(".", ",")),
    )


def test_beats_plans(answer):
    expected = say(
        "a mean chance of winning above 0.75", "une probabilité moyenne de gagner supérieure à 0,75"
    )
    require(wins(*play(answer), lambda chance: chance > 0.75 + 1e-6, expected))


def test_near_the_ceiling(answer):
    expected = say(
        f"a mean chance of winning of at least 0.85 (no angles exceed {CEILING:.3f})",
        f"une probabilité moyenne de gagner d’au moins 0,85 (aucun angle ne dépasse {CEILING:.3f})".replace(
            ".", ","
        ),
    )
    require(wins(*play(answer), lambda chance: chance >= 0.85 - 1e-6, expected))


def test_value(answer):
    for numbers in (
        (0.5, 0.25, 0.5, -0.25),
        (1.0, 1.0, 1.0, 1.0),
        (0.75, 0.5, 0.25, -0.5),
        (*[sqrt(0.5)] * 3, -sqrt(0.5)),
    ):
        table = dict(zip(QUESTIONS, numbers, strict=True))
        require(value_of(answer, table).on(f"chsh_value({written(table)})"))


def value_of(answer, table):
    """How the value of a table compares, with the usual mistake where one explains it."""
    total = sum(table.values()) - 2 * table[1, 1]
    seen = answer.chsh_value(table)
    finding = is_number(seen, abs(total))
    if finding.passed:
        return finding
    usual = [
        ("absolute", total),
        ("plus", sum(table.values())),
        *[("place", sum(table.values()) - 2 * table[key]) for key in QUESTIONS[:3]],
        ("apart", sum(map(abs, table.values()))),
        ("mean", abs(total) / 4),
        ("chance", 0.5 + total / 8),
    ]
    said = (
        USUAL_SUMS[name]
        for name, slip in usual
        if is_number(seen, slip).passed or is_number(seen, abs(slip)).passed
    )
    return replace(finding, diagnosis=next(said, finding.diagnosis))


def written(table):
    """The table as it is written in Python, with three decimals at most."""
    return "{" + ", ".join(f"{key}: {round(number, 3):g}" for key, number in table.items()) + "}"

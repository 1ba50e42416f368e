"""Checks of three_aims that a learner may see."""

from dataclasses import replace

from qcourse.checks import Finding, is_equal, is_labelling, require, say

AIMS = ("talent_and_funding", "bilateral_research", "influence")
MEASURES = tuple(f"m{number:02}" for number in range(1, 13))
BY_MEASURES = say(
    "It is divided by the number of measures; the tags have to be counted.",
    "On a divisé par le nombre de mesures; ce sont les étiquettes qu’il faut compter.",
)
COUNTED = say("These are counts, not shares.", "Ce sont des nombres d’étiquettes, non des parts.")


def test_form(answer):
    tags = answer.tag()
    require(is_labelling(tags, MEASURES, AIMS, several=set).on("tag()"))
    empty = [measure for measure in MEASURES if not tags[measure]]
    expected = say("at least one aim for each measure", "au moins une visée pour chaque mesure")
    seen = say(f"none for {', '.join(empty)}", f"aucune pour {', '.join(empty)}")
    require(Finding(not empty, expected, seen).on("tag()"))


def test_shares(answer):
    for tags in [
        {"m01": {AIMS[0]}, "m02": {AIMS[0], AIMS[1]}, "m03": {AIMS[2], AIMS[0]}},
        {"one": set(AIMS), "two": {AIMS[2]}, "three": {AIMS[1], AIMS[2]}, "four": {AIMS[2]}},
        drawn(answer.random),
    ]:
        require(explained(answer.shares(tags), tags).on(f"shares({written(tags)})"))


def test_absent(answer):
    for tags in [{"m01": {AIMS[1]}, "m02": {AIMS[1]}}, {"m01": {AIMS[0]}}, {}, {"m01": set(), "m02": set()}]:
        require(is_equal(answer.shares(tags), right(tags)).on(f"shares({written(tags)})"))


def right(tags):
    """The share of each aim among all tags."""
    listed = [aim for aims in tags.values() for aim in aims]
    return {aim: listed.count(aim) / max(1, len(listed)) for aim in AIMS}


def explained(shares, tags):
    """The comparison, with the usual mistake where one gives exactly what was seen."""
    expected = right(tags)
    finding = is_equal(shares, expected)
    total = sum(map(len, tags.values()))
    for cause, factor in ((BY_MEASURES, total / len(tags)), (COUNTED, total)):
        if (
            not finding.passed
            and is_equal(shares, {aim: share * factor for aim, share in expected.items()}).passed
        ):
            return replace(finding, diagnosis=cause)
    return finding


def drawn(random):
    """Nine measures with one or two aims each."""
    return {
        f"x{place}": {AIMS[k] for k in random.choice(3, random.integers(1, 3), replace=False)}
        for place in range(9)
    }


def written(tags):
    """The tags as Python, in a fixed order."""
    return (
        "{"
        + ", ".join(f"{name!r}: {{{', '.join(map(repr, sorted(aims)))}}}" for name, aims in tags.items())
        + "}"
    )

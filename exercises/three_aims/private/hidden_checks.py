"""Checks of three_aims that run on submission: the course's own reading of the twelve measures."""

from qcourse.checks import Finding, is_labelling, jaccard, require, say

AIMS = ("talent_and_funding", "bilateral_research", "influence")
T, B, I = ({aim} for aim in AIMS)  # noqa: E741 - the three aims, by their initials
KEY = {
    "m01": T,
    "m02": T,
    "m03": T,
    "m04": T | B,
    "m05": B,
    "m06": B,
    "m07": B,
    "m08": T,
    "m09": T | I,
    "m10": I,
    "m11": I,
    "m12": B | I,
}
EVERYTHING = say(
    "When every measure serves every aim, the tags say nothing.",
    "Quand toute mesure sert toutes les visées, les étiquettes ne disent rien.",
)
TOO_MANY = say(
    "Some tags name what might follow later, or the paragraph instead of the measure.",
    "Certaines étiquettes nomment ce qui pourrait suivre plus tard, ou le paragraphe au lieu de la mesure.",
)
TOO_FEW = say("Some measures serve more than one aim.", "Certaines mesures servent plus d’une visée.")


def test_reading(answer):
    tags = answer.tag()
    if not isinstance(tags, dict):
        require(is_labelling(tags, KEY, AIMS, several=set).on("tag()"))
    own = {measure: set(tags[measure]) if isinstance(tags.get(measure), set) else set() for measure in KEY}
    credit = sum(jaccard(own[measure], aims) for measure, aims in KEY.items()) / len(KEY)
    answer.credit(credit, finding(own))


def finding(own):
    """How many measures are read as the course reads them, and in which direction the others go astray."""
    alike = sum(own[measure] == aims for measure, aims in KEY.items())
    wide = any(own[measure] - aims for measure, aims in KEY.items())
    narrow = any(aims - own[measure] for measure, aims in KEY.items())
    cause = (
        EVERYTHING
        if all(aims == set(AIMS) for aims in own.values())
        else TOO_MANY
        if wide and not narrow
        else TOO_FEW
        if narrow and not wide
        else None
    )
    return Finding(
        passed=alike == len(KEY),
        expected=say(
            "12 measures of 12 read as the course reads them", "12 mesures sur 12 lues comme le cours les lit"
        ),
        seen=say(f"{alike} of 12", f"{alike} sur 12"),
        diagnosis=cause,
    ).on("tag()")

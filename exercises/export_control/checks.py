"""Checks of export_control that a learner may see."""

from dataclasses import replace

from qcourse.checks import Finding, is_equal, is_labelling, require, say

VIGNETTES = ("v1", "v2", "v3", "v4")
STEPS = (
    "describe",
    "check_export_list",
    "check_grant_policy",
    "assess_privacy",
    "ask_ottawa",
    "ask_partner",
    "apply",
    "receive",
    "send",
    "promise",
    "ask_quebec",
    "detour",
    "leave_out",
)
NOT_BY_COUNT = say(
    "The count alone doesn’t settle a machine of 34 qubits or more: the error threshold is left to the authority.",
    "Le nombre seul ne règle pas le cas d’une machine de 34 qubits ou plus\u00a0: le seuil d’erreur est laissé à l’autorité.",
)
NOT_BY_ALLIANCE = say(
    "An ally is a destination like any other: only one country is left out.",
    "Un allié est une destination comme une autre\u00a0: un seul pays est excepté.",
)
NOT_KNOWN = say(
    "A kind that no rule names is a question, not an answer.",
    "Un genre qu’aucune règle ne nomme est une question, non une réponse.",
)
TWICE = say("each step once at most", "chaque étape une fois au plus")


def item(kind, qubits, error, destination):
    """An item as the task describes it."""
    return {"kind": kind, "physical_qubits": qubits, "error_per_gate": error, "destination": destination}


def answers(answer, given, expected):
    """Fail unless the item gets the answer that the rules give."""
    seen = answer.needs_permit(given)
    shown = ", ".join(repr(value) for value in given.values())
    finding = is_equal(seen, expected).on(f"needs_permit({{…}}): {shown}")
    if not finding.passed and expected == "ask":
        if given["kind"] != "quantum_computer":
            finding = replace(finding, diagnosis=NOT_KNOWN)
        elif seen == "yes":
            finding = replace(finding, diagnosis=NOT_BY_COUNT)
        elif given["destination"] != "brazil":
            finding = replace(finding, diagnosis=NOT_BY_ALLIANCE)
    require(finding)


def test_united_states(answer):
    for given in [
        item("quantum_computer", 127, 0.0, "united_states"),
        item("quantum_computer", 20, 0.25, "united_states"),
        item("cryogenic_control_circuit", None, None, "united_states"),
        item("magnetometer", None, None, "united_states"),
    ]:
        answers(answer, given, "no")


def test_threshold(answer):
    for qubits, error, destination, expected in [
        (24, 0.0, "france", "no"),
        (33, 0.25, "brazil", "no"),
        (34, 0.25, "brazil", "ask"),
        (40, 0.0, "france", "ask"),
        (1000, 0.5, "united_kingdom", "ask"),
    ]:
        answers(answer, item("quantum_computer", qubits, error, destination), expected)


def test_kinds(answer):
    for kind, destination, expected in [
        ("cryogenic_control_circuit", "united_kingdom", "yes"),
        ("cryogenic_control_circuit", "brazil", "yes"),
        ("magnetometer", "france", "ask"),
        ("know_how", "france", "ask"),
        ("", "japan", "ask"),
    ]:
        answers(answer, item(kind, None, None, destination), expected)


def test_form(answer):
    given = {vignette: answer.route(vignette) for vignette in VIGNETTES}
    require(is_labelling(given, VIGNETTES, STEPS, several=list).on("route"))
    for vignette, steps in given.items():
        twice = sorted({step for step in steps if steps.count(step) > 1})
        shown = ", ".join(twice)
        require(Finding(not twice, TWICE, say(shown, shown)).on(f"route({vignette!r})"))

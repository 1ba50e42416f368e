"""Checks of export_control that run on submission: the error alone, and the course's reading of the four vignettes."""

from qcourse.checks import Finding, is_equal, keeps_arguments, require, say

KEY = {
    "v1": ["describe", "check_export_list", "ask_ottawa", "send"],
    "v2": ["describe", "check_grant_policy", "apply"],
    "v3": ["describe", "assess_privacy", "send"],
    "v4": ["describe", "check_export_list", "ask_ottawa", "ask_partner", "receive", "send"],
}
NEVER = ("promise", "ask_quebec", "detour", "leave_out")
UNLAWFUL = say(
    "A step hides something, goes round a rule, or asks or promises what isn’t Québec’s to give.",
    "Une étape cache quelque chose, contourne une règle, ou demande ou promet ce que le Québec n’a pas à donner.",
)
ORDER = say(
    "The steps of one vignette are right; their order isn’t.",
    "Les étapes d’une vignette sont justes; leur ordre ne l’est pas.",
)
TOO_MANY = say(
    "A route has a step for which its vignette gives no occasion.",
    "Une voie compte une étape à laquelle sa vignette ne donne pas lieu.",
)
TOO_FEW = say("A route lacks a step.", "Il manque une étape à une voie.")


def test_error_alone(answer):
    for qubits, expected in [(1, "no"), (33, "no"), (34, "ask"), (35, "ask"), (5000, "ask")]:
        for error in (0.0, 0.0001, 0.01, 0.25, 0.5, 1.0):
            for destination in ("france", "germany", "japan", "china"):
                given = {
                    "kind": "quantum_computer",
                    "physical_qubits": qubits,
                    "error_per_gate": error,
                    "destination": destination,
                }
                shown = f"needs_permit({{…}}): {qubits}, {error:g}, {destination}"
                require(is_equal(answer.needs_permit(given), expected).on(shown))
    require(keeps_arguments(answer.needs_permit, given))


def test_routes(answer):
    given = {vignette: answer.route(vignette) for vignette in KEY}
    right = sum(given[vignette] == steps for vignette, steps in KEY.items())
    answer.credit(right / len(KEY), finding(given, right))


def finding(given, right):
    """How many routes are those of the course, and the gravest fault among the others."""
    wrong = {
        vignette: steps if isinstance(steps, list) else []
        for vignette, steps in given.items()
        if steps != KEY[vignette]
    }
    cause = None
    if any(step in NEVER for steps in wrong.values() for step in steps):
        cause = UNLAWFUL
    elif any(step not in KEY[vignette] for vignette, steps in wrong.items() for step in steps):
        cause = TOO_MANY
    elif any(step not in steps for vignette, steps in wrong.items() for step in KEY[vignette]):
        cause = TOO_FEW
    elif wrong:
        cause = ORDER
    return Finding(
        passed=right == len(KEY),
        expected=say("4 routes of 4 as the course has them", "4 voies sur 4 telles que le cours les trace"),
        seen=say(f"{right} of 4", f"{right} sur 4"),
        diagnosis=cause,
    ).on("route")

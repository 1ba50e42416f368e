"""Checks of bb84 that a learner may see."""

from dataclasses import replace

from qcourse.checks import has_distribution, has_shape, is_equal, is_number, is_state, refuses, require, say

HALF = 0.5**0.5
SIGNALS = {
    (0, "Z"): {"0": 1},
    (1, "Z"): {"1": 1},
    (0, "X"): {"0": HALF, "1": HALF},
    (1, "X"): {"0": HALF, "1": -HALF},
}
"""The arrows of each signal, by digit and basis."""

EXAMPLE = ([1, 0, 0, 1, 1, 0], "ZXXZZX", "ZZXZXX")
"""Six signals: digits, Alice’s bases and Bob’s."""

DIGIT_LOST = say(
    "The digit is lost: after H, a gate X changes nothing that a measurement could show.",
    "Le chiffre se perd\u00a0: après H, une porte X ne change rien qu’une mesure puisse montrer.",
)
REST = say("These are the digits to drop.", "Ce sont les chiffres à écarter.")
PLACES = say(
    "These are places in the list, not digits.", "Ce sont des rangs dans la liste, et non des chiffres."
)
COUNT = say(
    "This is the number of errors; divide it by the number of digits.",
    "C’est le nombre d’erreurs; divisez-le par le nombre de chiffres.",
)
AGREEMENT = say("This is the share that agrees.", "C’est la part qui concorde.")
COIN = say(
    "Half of the time her basis is the right one, and then she leaves no trace.",
    "Une fois sur deux, sa base est la bonne, et elle ne laisse alors aucune trace.",
)
EVERY_ONE = say(
    "An intercepted signal is not always an error.",
    "Un signal intercepté n’est pas toujours une erreur.",
)


def named(finding, seen, slips):
    """The finding with the first slip that gives what was seen, if no cause is known yet."""
    if finding.passed or finding.diagnosis:
        return finding
    return replace(
        finding, diagnosis=next((text for slip, text in slips if is_equal(seen, slip).passed), None)
    )


def test_prepare(answer):
    for (bit, basis), arrows in SIGNALS.items():
        circuit = answer.prepare(bit, basis)
        finding = is_state(circuit, arrows).on(f'prepare({bit}, "{basis}")')
        if (bit, basis) == (1, "X") and not finding.passed and is_state(circuit, SIGNALS[0, "X"]).passed:
            finding = replace(finding, diagnosis=DIGIT_LOST)
        require(finding)


def test_measure(answer):
    for (bit, basis), arrows in SIGNALS.items():
        circuit = answer.measure(basis)
        call = f'measure("{basis}")'
        require(has_shape(circuit, 1, 1).on(call))
        require(has_distribution(circuit, {str(bit): 1}, start=arrows).on(f"{call}, {bit} ({basis})"))


def test_sift(answer):
    bits, alice, bob = EXAMPLE
    seen = answer.sift(bits, alice, bob)
    finding = is_equal(seen, [1, 0, 1, 0]).on(f'sift({bits}, "{alice}", "{bob}")')
    require(named(finding, seen, [([0, 1], REST), ([0, 2, 3, 5], PLACES)]))
    require(is_equal(answer.sift([0, 1], "ZX", "XZ"), []).on('sift([0, 1], "ZX", "XZ")'))


def test_errors(answer):
    for a, b, errors in (
        ([1, 0, 1, 0], [1, 0, 1, 0], 0),
        ([1, 0, 1, 0], [1, 1, 1, 0], 1),
        ([0, 0, 1, 1, 1], [1, 0, 1, 0, 0], 3),
    ):
        seen = answer.error_rate(a, b)
        finding = is_number(seen, errors / len(a)).on(f"error_rate({a}, {b})")
        require(named(finding, seen, [(errors, COUNT), (1 - errors / len(a), AGREEMENT)]))
    require(is_number(answer.error_rate([], []), 0.0).on("error_rate([], [])"))
    require(refuses(answer.error_rate, [1, 0], [1]))


def test_eavesdropper(answer):
    for fraction in (1.0, 0.4, 0.0):
        seen = answer.expected_error_with_eavesdropper(fraction)
        finding = is_number(seen, fraction / 4).on(f"expected_error_with_eavesdropper({fraction})")
        require(named(finding, seen, [(fraction / 2, COIN), (fraction, EVERY_ONE)]))

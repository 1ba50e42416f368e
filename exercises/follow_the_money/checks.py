"""Checks of follow_the_money that a learner may see."""

from dataclasses import replace

from qcourse.checks import is_equal, is_number, require, say

PAIRS = [(131, 435), (0.25, 1), (1, 2), (3, 3), (65.5, 166)]
"""Provincial money and total, in millions of dollars."""


def with_cause(value, expected, slips):
    """Whether ``value`` is ``expected``; ``slips`` maps each usual mistake to its value and its name."""
    finding = is_number(value, expected)
    if not finding.passed and finding.diagnosis is None:
        cause = next((name for slip, name in slips if is_number(value, slip).passed), None)
        finding = replace(finding, diagnosis=cause)
    return finding


def test_per_year(answer):
    drawn = [tuple(float(n) for n in answer.random.integers(1, 60, 2) / 4) for _ in range(3)]
    for amount, years in [(360, 7), (100, 6), (100, 7), (15, 0.25), (0, 5), *drawn]:
        slips = [
            (
                amount * years,
                say("The amount is multiplied by the years.", "Le montant est multiplié par les années."),
            ),
            (amount // years, say("The result is rounded down.", "Le résultat est arrondi vers le bas.")),
            (amount, say("The years do not count.", "Les années ne comptent pas.")),
        ]
        require(
            with_cause(answer.per_year(amount, years), amount / years, slips).on(
                f"per_year({amount:g}, {years:g})"
            )
        )


def test_share(answer):
    for provincial, total in [*PAIRS, (0, 4)]:
        slips = [
            (
                100 * provincial / total,
                say(
                    "It is in percent; a fraction is asked.", "C’est en pourcentage; on demande une fraction."
                ),
            ),
            *(
                [
                    (
                        provincial / (total - provincial),
                        say(
                            "It is compared with the rest, not with the total.",
                            "C’est rapporté au reste, et non au total.",
                        ),
                    )
                ]
                if total > provincial
                else []
            ),
        ]
        given = answer.provincial_share(provincial, total)
        require(
            with_cause(given, provincial / total, slips).on(f"provincial_share({provincial:g}, {total:g})")
        )


def test_leverage(answer):
    for provincial, total in PAIRS:
        other = total - provincial
        slips = [
            (
                total / provincial,
                say(
                    "The provincial dollar itself is counted among the others.",
                    "Le dollar du Québec est compté parmi les autres.",
                ),
            ),
            (
                other / total,
                say(
                    "It is divided by the total, not by the provincial money.",
                    "C’est divisé par le total, et non par l’argent du Québec.",
                ),
            ),
            *([(provincial / other, say("It is upside down.", "C’est à l’envers."))] if other else []),
        ]
        given = answer.leverage(provincial, total)
        require(with_cause(given, other / provincial, slips).on(f"leverage({provincial:g}, {total:g})"))


def test_comparable(answer):
    for a, b, expected in [
        (STRATEGY, ZONE, ["date", "period", "public_private"]),
        (ZONE, STRATEGY, ["date", "period", "public_private"]),
        (STRATEGY, FOREIGN, ["currency", "date", "planned_spent"]),
    ]:
        require(is_equal(answer.comparable(a, b), expected).on(f"comparable({a['name']}, {b['name']})"))


STRATEGY = {
    "name": "strategy",
    "amount": 360000000,
    "currency": "CAD",
    "period": 7,
    "public_private": "public",
    "planned_spent": "planned",
    "date": "2021",
}
ZONE = {
    **STRATEGY,
    "name": "zone",
    "amount": 435000000,
    "period": None,
    "public_private": "mixed",
    "date": "2022-02-03",
}
FOREIGN = {**STRATEGY, "name": "program", "currency": "EUR", "planned_spent": "spent", "date": "2025-07-02"}

"""Values of the register as each language writes them."""

from __future__ import annotations

import pytest

from qcourse import facts
from qcourse.facts import Fact
from qcourse.facts.values import formatted

NB = "\u00a0"


def a_fact(value: object, unit: str | None = None, currency: str | None = None) -> Fact:
    """A fact with one value."""
    return Fact(
        "a-fact",
        "basics",
        {"en": "", "fr": ""},
        "2025",
        "verified",
        False,
        "key",
        None,
        {"": value},
        unit=unit,
        currency=currency,
    )


@pytest.mark.parametrize(
    ("fact", "english", "french"),
    [
        (a_fact(360000000, "dollars", "CAD"), f"CAD{NB}360{NB}million", f"360{NB}M$"),
        (a_fact(334300000, "dollars", "CAD"), f"CAD{NB}334.3{NB}million", f"334,3{NB}M$"),
        (a_fact(1250000000, "dollars", "USD"), f"USD{NB}1.25{NB}billion", f"1{NB}250{NB}M${NB}US"),
        (a_fact(2000000, "pounds", "GBP"), f"GBP{NB}2{NB}million", f"2{NB}M£"),
        (a_fact(14000, "dollars", "CAD"), f"CAD{NB}14,000", f"14{NB}000{NB}$"),
        (a_fact(28, "percent"), "28%", f"28{NB}%"),
        (a_fact(0.1, "percent"), "0.1%", f"0,1{NB}%"),
        (a_fact(2035, "year"), "2035", "2035"),
        (a_fact(20000000, "physical qubits"), f"20{NB}million", f"20{NB}millions"),
        (a_fact(1000000, "physical qubits"), f"1{NB}million", f"1{NB}million"),
        (a_fact(1121, "qubits"), "1,121", f"1{NB}121"),
        (a_fact(0.8536), "0.8536", "0,8536"),
        (a_fact("2025-05-21"), "21 May 2025", "21 mai 2025"),
        (a_fact("2026-05-01"), "1 May 2026", "1er mai 2026"),
    ],
)
def test_a_value_is_written_as_its_language_does(fact: Fact, english: str, french: str) -> None:
    """Amounts, percentages, years, counts and dates."""
    assert (english, french) == (formatted(fact, "", "en"), formatted(fact, "", "fr"))


def test_every_value_of_the_register_can_be_written() -> None:
    """No value of any fact fails to format in either language."""
    written = [
        formatted(fact, name, language)
        for fact in facts.register().values()
        for name in fact.values
        for language in ("en", "fr")
    ]

    assert all(written)

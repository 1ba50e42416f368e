"""The estimates: numbers and dates are the register's, and the texts say no more than it does."""

import re

import pytest

from qcourse.facts import statable
from qcourse.figures.estimates_fall import ESTIMATES, EstimatesFall, qubits, when

each_estimate = pytest.mark.parametrize("estimate", ESTIMATES, ids=lambda one: one.fact)


@each_estimate
@pytest.mark.parametrize("language", ("en", "fr"))
def test_numbers_come_from_the_register(estimate, language):
    """Every number in an estimate's texts stands in a claim of the facts that it names."""
    register = " ".join(statable(fact_id).claim[language] for fact_id in (estimate.fact, *estimate.also))
    texts = " ".join(text[language] for text in (estimate.name, estimate.run, estimate.assumes))
    numbers = set(re.findall(r"\d[\d\u00a0,.]*\d|\d", texts))

    assert set() == {number for number in numbers if number not in register}


@each_estimate
def test_upper_bounds_are_said_to_be_bounds(estimate):
    """“Fewer than” is there exactly where the register's sentence says fewer or under."""
    claim = statable(estimate.fact).claim["en"]

    assert estimate.below == bool(re.search(r"\b(fewer than|under one million)\b", claim))


def test_rsa_estimates_fall():
    """The three estimates for RSA-2048 are in the order of their dates, and each is lower than the one before."""
    rsa = [one for one in ESTIMATES if one.kind == "rsa"]

    assert sorted(rsa, key=lambda one: when(statable(one.fact).as_of)) == rsa
    assert sorted(map(qubits, rsa), reverse=True) == list(map(qubits, rsa))


def test_every_verified_number_is_shown():
    """No estimate of the register with physical qubits for a key is left out but the unverified one."""
    from qcourse.facts import register

    known = {
        fact.id
        for fact in register().values()
        if fact.topic == "quantum_threat"
        and str(fact.unit).startswith("physical qubits")
        and fact.status == "verified"
    }

    assert {one.fact for one in ESTIMATES} == known


@pytest.mark.parametrize(("iso", "year"), [("2019", 2019.5), ("2026-02", 2026.125), ("2026-03-31", 2026.25)])
def test_dates(iso, year):
    """A date stands at its day, or at the middle of its month or year."""

    assert year == pytest.approx(when(iso))


def test_french_counts():
    """Millions are written in words, thousands with no-break spaces."""
    told = EstimatesFall.all_texts()["fr"]

    assert tuple(told[f"point_{place}_qubits"] for place in (0, 1, 4)) == (
        "20 millions",
        "moins de 1 million",
        "26\u00a0000",
    )

"""The inventory: its sums, order and blind spots are those of the exercise."""

import itertools
import random
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from qcourse.figures.inventory import (
    ALGORITHMS,
    BASE,
    BLIND_SPOTS,
    MOST,
    NAMES,
    SYSTEMS,
    USES,
    Inventory,
    System,
    omissions,
    plan,
    priority,
)

SOLUTION = Path(__file__).parents[1] / "exercises" / "crypto_inventory" / "private" / "solution.py"


@pytest.fixture(scope="module")
def exercise():
    """The names that the exercise's reference defines."""
    namespace = {}
    exec(SOLUTION.read_text(encoding="utf-8"), namespace)
    return namespace


def drawn(source, name):
    spots = [spot for spot in BLIND_SPOTS if source.random() < 0.2]
    return System(
        name,
        source.choice(list(ALGORITHMS)),
        source.choice(USES),
        source.randint(0, MOST["years_secret"]),
        source.randint(0, MOST["years_to_migrate"]),
        source.random() < 0.5,
        tuple(spots),
        source.random() < 0.8,
    )


def test_statuses_are_those_of_the_exercise(exercise):
    """Every method that can be chosen."""

    assert {name: exercise["status"](name) for name in ALGORITHMS} == ALGORITHMS


def test_sums_and_order_are_those_of_the_exercise(exercise):
    """On 500 inventories drawn at random, sums, order and blind spots agree."""
    source = random.Random(2026)
    for _ in range(500):
        systems = [drawn(source, name) for name in NAMES]
        listed = [asdict(one) | {"name": NAMES[one.name][0]["en"]} for one in systems if one.listed]

        assert [exercise["priority"](one) for one in listed] == [
            priority(one) for one in systems if one.listed
        ]
        assert exercise["plan"](listed) == [NAMES[one.name][0]["en"] for one in plan(systems, "en")]
        assert exercise["omissions"](listed) == set(omissions(systems))


def test_lookups_are_the_sum():
    """The tables that the page looks up give Python's priority, at every position of the sliders."""
    data = Inventory.compute()
    choices = (ALGORITHMS, USES, range(0, 61, 3), range(13), (False, True))
    for algorithm, use, secret, migrate, exposed in itertools.product(*choices):
        base = data["base"].get(ALGORITHMS[algorithm], 0)
        secrecy = data["secrecy"][exposed][secret] if use == "confidentiality" else 0
        expected = base + secrecy + data["migration"][migrate] if base else 0

        assert expected == priority(System("mail", algorithm, use, secret, migrate, exposed))


def test_the_lesson_s_examples():
    """The numbers that the page and its questions show."""
    example = {one.name: priority(one) for one in SYSTEMS}

    assert (86, 90, 64, 62) == tuple(example[name] for name in ("mail", "kiosk", "phones", "badges"))
    assert ["kiosk", "mail", "archive"] == [
        one.name for one in plan([replace(one, listed=True) for one in SYSTEMS], "en")[:3]
    ]
    assert not next(one for one in SYSTEMS if one.name == "archive").listed
    assert 6 == sum(one.listed for one in SYSTEMS)
    assert list(BLIND_SPOTS) == omissions(SYSTEMS)


def test_twelve_systems_are_named():
    """Each has its name and what to ask, and uses what can be chosen."""

    assert 12 == len(SYSTEMS) == len({one.name for one in SYSTEMS})
    assert list(NAMES) and {one.name for one in SYSTEMS} == set(NAMES)
    assert {one.algorithm for one in SYSTEMS} <= set(ALGORITHMS)
    assert set(BASE) == {"broken", "obsolete", "unknown"}


def test_sentence():
    """Counts, the first line, the blind spots."""
    full = [replace(one, listed=True) for one in SYSTEMS]

    assert (
        "12 of 12 systems listed, 10 with something to change. First: Kiosk in the waiting room (90). Blind spots: none."
        == Inventory.says(full, "en")
    )
    assert "En tête\u00a0: rien." in Inventory.says([replace(one, listed=False) for one in SYSTEMS], "fr")

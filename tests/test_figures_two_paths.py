"""Two paths: arrows that meet at the exits, the record of the path, and the search among eight answers."""

import math

import pytest

from qcourse import facts
from qcourse.figures.two_paths import (
    MARKED,
    MOST_ROUNDS,
    REACH,
    STEP,
    TwoPaths,
    marked_chance,
    open_chances,
    reaching,
    search,
    watched_chances,
)
from qcourse.figures.words import percent

every_phase = pytest.mark.parametrize("phase", range(0, REACH + 1, STEP))


@every_phase
def test_the_arrows_give_the_chances(phase):
    """The two arrows that reach an exit, added, give Qiskit's chance; each alone would give one quarter."""
    for exit_ in (0, 1):
        first, second = reaching(phase, exit_)

        assert [0.25, 0.25] == pytest.approx([abs(first) ** 2, abs(second) ** 2])
        assert abs(first + second) ** 2 == pytest.approx(open_chances(phase)[exit_], abs=1e-8)


@every_phase
def test_chances_nobody_looking(phase):
    """The chance of exit 1 is sin² of half the phase."""
    one = math.sin(math.radians(phase) / 2) ** 2

    assert (1 - one, one) == pytest.approx(open_chances(phase), abs=1e-8)


@every_phase
def test_chances_with_a_record(phase):
    """With the path recorded each exit has one half, whatever the phase, and arrows that aren't added say so too."""
    apart = [sum(abs(one) ** 2 for one in reaching(phase, exit_)) for exit_ in (0, 1)]

    assert (0.5, 0.5) == watched_chances(phase)
    assert [0.5, 0.5] == pytest.approx(apart)


@pytest.mark.parametrize("rounds", range(MOST_ROUNDS + 1))
def test_search(rounds):
    """The marked answer has the chance of Grover's formula, the seven others share the rest equally."""
    angle = math.asin(math.sqrt(1 / 8))
    found = [amplitude**2 for amplitude in search(rounds)]
    marked = found.pop(int(MARKED, 2))

    assert math.sin((2 * rounds + 1) * angle) ** 2 == pytest.approx(marked, abs=2e-6)
    assert [(1 - marked) / 7] * 7 == pytest.approx(found, abs=2e-6)


def test_first_round_adds_for_the_marked_answer_only():
    """What the lesson says of the second half of a round: eight arrows reach each answer; those that reach the marked one are aligned."""
    before = [
        amplitude * (-1 if answer == int(MARKED, 2) else 1) for answer, amplitude in enumerate(search(0))
    ]

    def arriving(answer):
        return [(0.25 - (other == answer)) * amplitude for other, amplitude in enumerate(before)]

    for answer, amplitude in enumerate(search(1)):
        arrows = arriving(answer)

        assert amplitude == pytest.approx(sum(arrows), abs=2e-6)
        assert (answer == int(MARKED, 2)) == (len({arrow > 0 for arrow in arrows}) == 1)


def test_search_agrees_with_the_register():
    """The register's sentence on overshooting gives the same percentages, rounded."""
    said = facts.find("myth-grover-overshoot").claim["en"]
    rounded = [f"{100 * marked_chance(rounds):.0f}%" for rounds in range(4)]

    assert ["12%", "78%", "95%", "33%"] == rounded
    assert all(share in said for share in rounded)


def test_rounds_for_a_million():
    """The lesson's folded box: the best number of rounds for a million answers."""

    assert 785 == round(math.pi / 4 * math.sqrt(10**6))


def test_twice_the_test_without_arrows():
    """Two tries and a guess among the six left find the answer three times in eight, as the lesson says."""

    assert 0.375 == 2 / 8 + 6 / 8 * 1 / 6
    assert "37.5%" == percent(0.375, "en")


def test_sentences():
    """The sentences carry the values in each language's form."""

    assert "turned by 60°, nobody looks. Exit 0: 75%; exit 1: 25%." in TwoPaths.paths_say(60, False, "en")
    assert "Sortie 0\u00a0: 50\u00a0%" in TwoPaths.paths_say(60, True, "fr")
    assert "94.5% of the time, each of the seven others 0.8%" in TwoPaths.search_says(2, "en")
    assert "78,1\u00a0%" in TwoPaths.search_says(1, "fr")

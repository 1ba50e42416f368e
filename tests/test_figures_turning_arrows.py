"""Turning arrows: a qubit's chances before and after a splitter, a coin's, and the numbers of the lesson on qubits."""

import itertools

import pytest
from qiskit import QuantumCircuit
from qiskit.quantum_info import Statevector

from qcourse.checks import distribution
from qcourse.figures.turning_arrows import (
    REACH,
    SHARE_STEP,
    TURN_STEP,
    TurningArrows,
    amplitudes,
    between,
    coin_reads_one,
    paths,
    reads_one,
    splits,
)
from qcourse.figures.words import percent

ROUNDED = 4e-6
"""Amplitudes are kept to six decimals."""

SHARES = range(0, 101, SHARE_STEP)
TURNS = range(-REACH, REACH + 1, TURN_STEP)
POSITIONS = list(itertools.product((0, 5, 25, 50, 80, 100), (-180, -75, 0, 60), (-150, 0, 15, 180)))

each_position = pytest.mark.parametrize(("share", "zero", "one"), POSITIONS)


@each_position
def test_direction_does_nothing_in_a_reading(share, zero, one):
    """Read at once, the chances are those that were set, whatever the directions; a coin has the same."""
    chances = [abs(arrow) ** 2 for arrow in amplitudes(share, zero, one)]

    assert [1 - share / 100, share / 100] == pytest.approx(chances, abs=ROUNDED)
    assert share / 100 == pytest.approx(reads_one(share, 0, False), abs=ROUNDED)
    assert share / 100 == pytest.approx(coin_reads_one(share, False), abs=ROUNDED)


@each_position
def test_only_the_angle_between_counts_after_a_splitter(share, zero, one):
    """Turning both arrows alike, or the other way round, changes no chance."""
    chance = abs(amplitudes(share, zero, one, splitter=True)[1]) ** 2

    assert reads_one(share, between(zero, one), True) == pytest.approx(chance, abs=ROUNDED)


@each_position
@pytest.mark.parametrize("reading", (0, 1))
def test_arrows_add_up(share, zero, one, reading):
    """The two arrows into a reading, added tip to tail, are the arrow that Qiskit finds."""

    assert amplitudes(share, zero, one, True)[reading] == pytest.approx(
        sum(paths(share, zero, one, reading)), abs=ROUNDED
    )


def test_the_page_looks_up_what_qiskit_finds():
    """Length times direction is the arrow, at every position of the sliders."""
    data = TurningArrows.compute()
    for share, turn in itertools.product(SHARES, TURNS):
        direction = complex(*data["directions"][(turn + REACH) // TURN_STEP])
        found = [length * direction for length in data["lengths"][share // SHARE_STEP]]

        assert amplitudes(share, turn, turn) == pytest.approx(found, abs=ROUNDED)


@pytest.mark.parametrize("language", ("en", "fr"))
def test_arrows_and_bars_show_the_same_percentage(language):
    """The chance under an arrow, squared from it, reads as the bar does, which is looked up."""
    for share, angle, splitter in itertools.product(SHARES, range(0, 181, TURN_STEP), (False, True)):
        arrow = amplitudes(share, 0, angle, splitter)[1]

        assert percent(abs(arrow) ** 2, language) == percent(reads_one(share, angle, splitter), language)


@pytest.mark.parametrize("share", SHARES)
def test_a_splitter_makes_every_coin_even(share):
    """Whatever its chances were."""

    assert 0.5 == pytest.approx(coin_reads_one(share, True), abs=ROUNDED)


@pytest.mark.parametrize(
    ("zero", "one", "angle"), [(0, 0, 0), (-180, 180, 0), (-90, 180, 90), (15, -15, 30), (-180, 0, 180)]
)
def test_between(zero, one, angle):
    """The angle between two directions never exceeds half a turn."""

    assert angle == between(zero, one)


def test_lengths_that_the_lesson_states():
    """An arrow 0.5 long stands for 25%, one of about 0.707 for 50%; the splitter shares an arrow into two of these."""

    assert 0.5 == pytest.approx(abs(amplitudes(25, 0, 0)[1]), abs=ROUNDED)
    assert 0.707 == round(abs(amplitudes(50, 0, 0)[1]), 3)
    assert [[0.707, 0.707], [0.707, -0.707]] == [[round(part, 3) for part in column] for column in splits()]


def test_angles_that_the_lesson_states():
    """0% at 0°, 100% at 180°, 50% at 90°, and 62.9% at 105°, with equal arrows."""

    assert ["0%", "100%", "50%", "62.9%"] == [
        percent(reads_one(50, angle, True), "en") for angle in (0, 180, 90, 105)
    ]


def test_two_splitters_and_a_look_between_them():
    """Two splitters return 0 every time; a reading between them restores 50% (misconception 2)."""
    unread = QuantumCircuit(1, 1)
    unread.h(0)
    unread.h(0)
    unread.measure(0, 0)
    read = QuantumCircuit(1, 2)
    read.h(0)
    read.measure(0, 1)
    read.h(0)
    read.measure(0, 0)

    assert {"0": 1} == pytest.approx(distribution(unread))
    assert {"0": 0.5, "1": 0.5} == pytest.approx(distribution(read, [0]))


def test_an_entangled_partner_lets_one_qubit_carry_two_digits():
    """The exception that the folded box names: four messages by one qubit sent, told apart every time."""
    found = set()
    for first, second in itertools.product((0, 1), repeat=2):
        circuit = QuantumCircuit(2)
        circuit.h(0)
        circuit.cx(0, 1)
        if first:
            circuit.x(0)
        if second:
            circuit.z(0)
        circuit.cx(0, 1)
        circuit.h(0)
        chances = Statevector(circuit).probabilities_dict()
        found |= {outcome for outcome, chance in chances.items() if chance > 1 - 1e-9}

    assert {"00", "01", "10", "11"} == found


def test_sentences():
    """The sentences carry the values in each language's form, and say when nothing tells the two apart."""

    assert "the chance of a 1 is 25%" in TurningArrows.says("now", 25, 0, 0, "en")
    assert "est de 62,9\u00a0% pour le qubit" in TurningArrows.says("splitter", 50, 0, 105, "fr")
    assert "nothing tells the qubit from the coin" in TurningArrows.says("splitter", 50, 0, 90, "en")
    assert "nothing tells the qubit from the coin" in TurningArrows.says("splitter", 100, 0, 0, "en")
    assert "they give 0%" in TurningArrows.made_says(50, 0, 0, 1, "en")

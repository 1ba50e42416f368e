"""BB84 signal by signal: what Qiskit says of each reading, of an eavesdropper and of an impostor."""

import itertools

import pytest

from qcourse.figures.key_exchange import (
    BASES,
    MODES,
    SIGNALS,
    KeyExchange,
    alarm,
    amplitudes,
    chance,
    error_share,
    error_when_tapped,
    example,
    expected_error,
    impostor_errors,
    long_run,
)


@pytest.mark.parametrize(("bit", "basis"), [*itertools.product((0, 1), BASES)])
def test_same_basis_is_certain(bit, basis):
    """Read in the basis in which it was written, a digit comes back every time."""
    assert pytest.approx(1) == chance(bit, basis, basis, bit)


@pytest.mark.parametrize(("bit", "written"), [*itertools.product((0, 1), BASES)])
def test_other_basis_is_a_coin(bit, written):
    """Read in the other basis it has two arrows of equal length."""
    (read,) = set(BASES) - {written}

    assert pytest.approx([0.5, 0.5], abs=1e-5) == [chance(bit, written, read, seen) for seen in (0, 1)]
    assert (amplitudes(bit, written, read)[1] < 0) == bool(bit)


def test_a_quarter():
    """Half of the time the wrong basis, and then half of the time the wrong digit."""
    assert 0.25 == pytest.approx(error_when_tapped(), abs=1e-5)
    assert [0, 0.025, 0.1, 0.25] == pytest.approx([expected_error(one) for one in (0, 0.1, 0.4, 1)], abs=1e-5)


def test_alarm():
    """A tenth of the signals is enough to be noticed nine times in ten, as the lesson says."""
    assert 0.92 == pytest.approx(alarm(0.1), abs=0.001)
    assert [0, 0.25] == pytest.approx([alarm(0), alarm(1, 1)], abs=1e-5)


def test_without_eve_no_errors():
    """Perfect equipment makes none."""
    assert 0 == error_share(long_run(), 0) == error_share(example(), 0)


@pytest.mark.parametrize("fraction", [0.1, 0.5, 1])
def test_long_run_fits(fraction):
    """The drawn share of errors lies within five standard errors of the expected one."""
    expected = expected_error(fraction)
    kept = sum(signal.kept() for signal in long_run())

    assert expected == pytest.approx(
        error_share(long_run(), fraction), abs=5 * (expected * (1 - expected) / kept) ** 0.5
    )


def test_impostor_leaves_no_errors():
    """Neither in the key shared with Alice nor in the one shared with Bob, and the keys differ."""
    with_alice = [signal.bit for signal in long_run() if signal.alice == signal.eve]
    with_bob = [signal.own for signal in long_run() if signal.own_basis == signal.bob]

    assert (0, 0) == impostor_errors(long_run()) == impostor_errors(example())
    assert with_alice[:100] != with_bob[:100]


def test_half_of_what_she_takes_is_known():
    """Of the kept signals that Eve reads, she has the right basis for about half, and then the right digit."""
    kept = [signal for signal in long_run() if signal.kept()]
    right = [signal for signal in kept if signal.eve == signal.alice]

    assert 0.5 == pytest.approx(len(right) / len(kept), abs=0.02)
    assert all(signal.seen == signal.bit for signal in right)


def test_example_is_typical():
    """Three of the twelve kept digits are wrong when Eve takes every signal, and each turn is taken once."""
    data = KeyExchange.compute()

    assert (12, 3, 0, 0) == (data["kept"], data["errors"][-1], data["errors"][0], data["impostor"])
    assert sorted(data["errors"]) == data["errors"]
    assert list(range(SIGNALS)) == sorted(signal.turn for signal in example())


def test_sentences():
    """Each mode tells the chosen signal and the whole."""
    said = {mode: KeyExchange.says(mode, SIGNALS, 1, "en") for mode in MODES}

    assert "with 0 errors" in said["none"]
    assert "with 3 errors" in said["intercept"] and "25% of the kept digits" in said["intercept"]
    assert "0 errors: each shares a key with Eve" in said["impersonate"]
    assert "25\u00a0% des chiffres gardés" in KeyExchange.says("intercept", SIGNALS, 1, "fr")


def test_nothing_is_called_certain():
    """A chance near one is more than 99.9%, not 100%."""
    assert "more than 99.9%" == KeyExchange.chance_text(alarm(1), "en")
    assert "92\u00a0%" == KeyExchange.chance_text(alarm(0.1), "fr")

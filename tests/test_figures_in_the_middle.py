"""The interceptor: passes where nobody proves who he is, is stopped by a signature, passes again if he can forge it."""

import pytest

from qcourse.figures.in_the_middle import InTheMiddle, Party, outcome, seen


@pytest.mark.parametrize("proof", ("none", "signed", "forgeable"))
def test_nobody_in_the_middle(proof):
    """Both ends hold one secret, and the server alone reads the message."""
    result = outcome(proof, False)

    assert {"post": "A", "server": "A"} == result.letters
    assert ("server",) == result.readers
    assert (None if proof == "none" else True) is result.accepted


@pytest.mark.parametrize(("proof", "accepted"), [("none", None), ("forgeable", True)])
def test_interceptor_passes(proof, accepted):
    """Without a proof, or with one that can be forged, there are two secrets and the interceptor reads the message."""
    result = outcome(proof, True)

    assert {"post": "A", "to_post": "A", "to_server": "B", "server": "B"} == result.letters
    assert ("interceptor", "server") == result.readers
    assert accepted is result.accepted


def test_interceptor_is_stopped():
    """The signature covers other halves than the post has seen: it does not fit, and nobody reads a message."""
    result = outcome("signed", True)

    assert result.accepted is False
    assert () == result.readers
    assert "post" not in result.letters


def test_the_agreement_is_real():
    """Two parties agree on 32 bytes, and on others each time."""
    keys = []
    for _ in range(2):
        caller, other = Party(), Party()
        caller.finish(other.answer(caller.call()))

        assert caller.key == other.key

        keys.append(caller.key)

    assert 2 == len(set(keys))
    assert {32} == {len(key) for key in keys}


def test_what_a_signature_covers():
    """All four parts of the two halves, so that changing any of them is seen."""

    assert b"abcd" == seen((b"a", b"b"), (b"c", b"d"))


def test_outcomes_do_not_vary():
    """Other keys give the same outcome."""
    first = [result for *_, result in InTheMiddle._cases()]
    outcome.cache_clear()

    assert first == [result for *_, result in InTheMiddle._cases()]

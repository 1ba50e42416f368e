"""The message's trip: who can read what, the sizes of the register, and a message that is really encrypted."""

import pytest

from qcourse.facts import find
from qcourse.figures.message_trip import (
    FAMILY,
    MESSAGE,
    METHODS,
    PIECES,
    READERS,
    STEPS,
    MessageTrip,
    halves,
    locked,
    state,
)


def test_only_the_usual_agreement_opens():
    """The message is open to the machine's owner after a usual agreement, and to nobody else."""
    opened = {
        (reader, method)
        for reader in READERS
        for method in METHODS
        if state("content", reader, method) == "opened"
    }

    assert {("machine", "usual")} == opened


def test_the_key_never_travels():
    """No reader finds the key on the line; the machine computes it."""

    assert {"absent", "computed"} == {
        state("key", reader, method) for reader in READERS for method in METHODS
    }


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("reader", READERS)
def test_addresses_are_never_hidden(reader, method):
    """Who called whom, when and how much stays in the clear under every method."""

    assert "clear" == state("address", reader, method)


def test_steps_and_pieces():
    """Each step has one kind of cryptography and brings something; public-key steps come before symmetric ones."""

    assert ["public_key"] * 3 + ["symmetric"] * 2 == [FAMILY[step] for step in STEPS]
    assert list(STEPS) == list(dict.fromkeys(step for _, step in PIECES))


def test_halves_are_those_of_the_register():
    """The sizes are the register's, and a real X25519 public key has that size."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    usual, hybrid = find("size-x25519").value(), find("size-hybrid-share")

    assert {"usual": usual, "hybrid": hybrid.value("client")} == halves()["half_post"]
    assert {"usual": usual, "hybrid": hybrid.value("server")} == halves()["half_server"]
    assert usual == len(X25519PrivateKey.generate().public_key().public_bytes_raw())


@pytest.mark.parametrize("language", ("en", "fr"))
def test_message_is_really_locked(language):
    """AES-256-GCM under the page's key gives the message back, and refuses a message with one bit changed."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    key, nonce = bytes(range(32)), bytes(11) + bytes([("en", "fr").index(language)])
    sent = locked(language)

    assert MESSAGE[language] == AESGCM(key).decrypt(nonce, sent, None).decode()
    assert len(MESSAGE[language].encode()) + 16 == len(sent)

    with pytest.raises(InvalidTag):
        AESGCM(key).decrypt(nonce, bytes([sent[0] ^ 1]) + sent[1:], None)


@pytest.mark.parametrize(
    ("step", "reader", "method", "expected"),
    [
        (0, "today", "usual", "Step 1 of 5 (Hello). No message has left yet."),
        (0, "machine", "usual", "Step 1 of 5 (Hello). One half is not enough to compute the key."),
        (
            1,
            "machine",
            "usual",
            "Step 2 of 5 (Key agreement). From the two halves, the machine computes the key.",
        ),
        (3, "today", "hybrid", "Step 4 of 5 (Message). The message stays locked."),
        (
            3,
            "machine",
            "usual",
            "Step 4 of 5 (Message). The two halves give the key, and the key opens the message: AES-256 was not broken.",
        ),
        (
            4,
            "machine",
            "hybrid",
            "Step 5 of 5 (Storage). The message stays locked: no published method opens this agreement.",
        ),
    ],
)
def test_sentence(step, reader, method, expected):
    """The sentence says where the trip is and what the recording is worth."""

    assert expected == MessageTrip.says(step, reader, method, "en")


def test_forgery_is_named_where_identity_is_proved():
    """With the machine, the step of identity warns of forged signatures, whatever the agreement."""
    warned = {
        (step, reader, method)
        for step in range(5)
        for reader in READERS
        for method in METHODS
        if MessageTrip.words["forged"]["en"] in MessageTrip.says(step, reader, method, "en")
    }

    assert {(2, "machine", "usual"), (2, "machine", "hybrid")} == warned

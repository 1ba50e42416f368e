"""The sizes on the wire: measured, equal to the register's, the same in every run, and added up rightly."""

import re
from pathlib import Path

import pytest

from qcourse.facts import find
from qcourse.figures.sizes_on_the_wire import (
    AGREEMENTS,
    CERTIFICATES,
    SIGNATURES,
    TILE,
    USUAL,
    Size,
    SizesOnTheWire,
    pieces,
    sizes,
    total,
)


def test_measured_sizes_are_those_of_the_register():
    """Keys and signatures made here have the sizes that the register states."""
    curve, hybrid = find("size-x25519").value(), find("size-hybrid-share")
    kem, lattice, plain = find("size-mlkem768"), find("size-mldsa65"), find("size-rsa2048").value()

    assert Size(curve, curve) == sizes()["usual"]
    assert Size(kem.value("public_key"), kem.value("ciphertext")) == sizes()["kem"]
    assert Size(hybrid.value("client"), hybrid.value("server")) == sizes()["hybrid"]
    assert Size(lattice.value("public_key"), lattice.value("signature")) == sizes()["mldsa"]
    assert Size(plain, plain) == sizes()["rsa"]


@pytest.mark.parametrize(("method", "d", "a", "k", "h"), [("small", 7, 12, 14, 63), ("fast", 22, 6, 33, 66)])
def test_slh_dsa_follows_its_standard(method, d, a, k, h):
    """The register's sizes follow from the formula and the parameters of FIPS 205 at n = 16."""
    n = 16

    assert n * (1 + k * (a + 1) + h + d * (2 * n + 3)) == sizes()[f"slhdsa_{method}"].answer


def test_sizes_do_not_vary():
    """New keys and signatures have the same sizes: an ECDSA signature is counted as its two numbers."""
    first = sizes()
    sizes.cache_clear()

    assert first == sizes()
    assert Size(65, 64) == first["ecdsa"]


def test_totals():
    """Each certificate brings a key and a signature; the server signs once more."""

    assert 2 * 32 + 2 * (65 + 64) + 64 == total(*USUAL)
    assert 1216 + 1120 + 1 * (1952 + 3309) + 3309 == total("hybrid", "mldsa", 1)
    assert {"client_half"} == {piece.id for piece in pieces(*USUAL)} - {
        piece.id for piece in pieces(*USUAL) if piece.job != "agreement" or piece.id == "server_half"
    }


def test_tiles_cover_the_bytes():
    """A piece has as many squares as it needs and no more."""
    for agreement in AGREEMENTS:
        for signature in SIGNATURES:
            for piece in pieces(agreement, signature, 2):
                assert 0 <= piece.tiles * TILE - piece.bytes < TILE


def test_every_opening_is_looked_up():
    """The page finds each opening that can be composed, and its total is the sum of its pieces."""
    openings = SizesOnTheWire.compute()["openings"]

    assert len(AGREEMENTS) * len(SIGNATURES) * len(CERTIFICATES) == len(openings)
    assert all(
        opening["total"] == sum(piece["bytes"] for piece in opening["pieces"])
        for opening in openings.values()
    )


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        (
            USUAL,
            "386 bytes: this is the usual opening. A recording could be opened later, with a large quantum computer. "
            "A large quantum computer could forge the signatures, from the day it exists.",
        ),
        (
            ("hybrid", "mldsa", 2),
            "16,167 bytes, 41.9 times the usual opening. A recording stays locked as long as one of the two methods holds. "
            "No published method forges the signatures, with a quantum computer or without.",
        ),
    ],
)
def test_sentence(opening, expected):
    """The sentence gives the bytes and says what they protect."""

    assert expected == SizesOnTheWire.says(*opening, "en")


@pytest.mark.parametrize("language", ("en", "fr"))
def test_description_of_the_still_picture_is_true(language):
    """The description's “about seven” and “about forty” times are those of the openings drawn."""
    times = [total(*opening) / total(*USUAL) for opening in (("hybrid", "ecdsa", 2), ("hybrid", "mldsa", 2))]

    assert [7, 42] == [round(one) for one in times]
    assert re.search(r"seven|sept", SizesOnTheWire.alt[language])
    assert re.search(r"forty|quarante", SizesOnTheWire.alt[language])


def test_sums_in_the_lesson():
    """What the lesson adds up by hand, from the register's sizes, is what the figure adds up."""
    lesson = Path(__file__).parents[1] / "modules" / "encryption_risk" / "post_quantum_cryptography.md"
    text = lesson.read_text(encoding="utf-8")
    usual, hybrid = (one.key + one.answer for one in (sizes()["usual"], sizes()["hybrid"]))

    assert f"{hybrid:,} bytes in place of {usual}, or {hybrid - usual:,} more" in text
    assert f"some {round(10_000 * (hybrid - usual) / 1e6)} megabytes" in text
    assert hybrid - usual == total("hybrid", "ecdsa", 2) - total(*USUAL)

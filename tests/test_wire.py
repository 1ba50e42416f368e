"""Values on the wire: what crosses comes out the same, and nothing else crosses."""

from __future__ import annotations

import io
import json
import struct

import numpy as np
import pytest
from qiskit import QuantumCircuit

from qcourse import wire
from qcourse.errors import AnswerError

PLAIN = [
    None,
    True,
    0,
    -(2**4000),
    1.5,
    -0.0,
    "é\n",
    2 - 3j,
    b"\0\xff",
    [1, [2.0]],
    (1, "a"),
    {1, 2},
    frozenset({"x"}),
    {(0, 1): -1.0, "k": [None]},
    {"d": 1, "l": 2},
]


@pytest.mark.parametrize("value", PLAIN, ids=repr)
def test_a_plain_value_comes_out_the_same(value):
    """Value and type, inside and out, survive the way."""
    back = wire.unpack(wire.pack({"kind": "value"}, value))["value"]

    assert repr(value) == repr(back)


def test_kinds_are_not_mixed_up():
    """A list stays a list, a tuple a tuple, a bool a bool."""
    back = wire.unpack(wire.pack({}, [True, 1, (1,), [1]]))["value"]

    assert [bool, int, tuple, list] == [type(item) for item in back]


def test_numpy_scalars_become_python_numbers():
    """A learner may compute with NumPy without losing marks."""
    back = wire.unpack(wire.pack({}, [np.int64(3), np.float64(0.5), np.bool_(True)]))["value"]

    assert [(int, 3), (float, 0.5), (bool, True)] == [(type(item), item) for item in back]


def test_an_array_keeps_shape_and_type():
    """Arrays of the listed types cross whole."""
    array = np.arange(6, dtype="int32").reshape(2, 3)
    back = wire.unpack(wire.pack({}, array))["value"]

    assert ("int32", (2, 3), array.tolist()) == (back.dtype.name, back.shape, back.tolist())


def test_circuits_cross_with_what_is_in_them():
    """A circuit comes out equal, also when it is nested in a list."""
    circuit = QuantumCircuit(2, 1)
    circuit.h(0)
    circuit.cx(0, 1)
    circuit.measure(1, 0)
    back = wire.unpack(wire.pack({}, [circuit, circuit]))["value"]

    assert [circuit, circuit] == back


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (object(), "not_plain"),
        (float("nan"), "not_finite"),
        ([1.0, float("inf")], "not_finite"),
        (complex(0, float("nan")), "not_finite"),
        (np.array([np.nan]), "not_finite"),
        (np.array(["text"]), "not_plain"),
        (2 ** (wire.MAX_INT_BITS + 1), "too_large"),
        ([0] * (wire.MAX_ITEMS + 1), "too_large"),
        (QuantumCircuit(wire.MAX_BITS + 1), "too_large"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_what_is_not_plain_is_refused(value, kind):
    """The refusal names its cause, in both languages."""
    with pytest.raises(AnswerError) as refusal:
        wire.pack({}, value)

    assert kind == refusal.value.kind
    assert {"en", "fr"} == set(refusal.value.text)


def test_a_list_inside_itself_is_refused():
    """Depth is bounded."""
    inside: list = []
    inside.append(inside)
    with pytest.raises(AnswerError) as refusal:
        wire.pack({}, inside)

    assert "too_large" == refusal.value.kind


def frame(header: object, *blobs: bytes) -> bytes:
    """A frame as a forger would write it."""
    text = json.dumps(header).encode()
    return struct.pack(">I", len(text)) + text + b"".join(blobs)


@pytest.mark.parametrize(
    "forged",
    [
        frame([]),
        frame({}),
        frame({"value": 1}),
        frame({"value": {"z": 1}, "blobs": []}),
        frame({"value": {"q": 0}, "blobs": []}),
        frame({"value": {"q": 0}, "blobs": [3]}, b"abc"),
        frame({"value": {"a": ["object", [1], ""]}, "blobs": []}),
        frame({"value": {"a": ["int8", [9], "AAAA"]}, "blobs": []}),
        frame({"value": {"s": [{"l": []}]}, "blobs": []}),
        frame({"value": {"l": 3}, "blobs": []}),
        frame({"value": None, "blobs": [-1]}),
        frame({"value": None, "blobs": [10**12]}),
        struct.pack(">I", 5) + b"nope!",
        struct.pack(">I", 2**31) + b"x",
    ],
)
def test_a_forged_frame_is_refused(forged):
    """Whatever the other side sends, the answer is one known error."""
    with pytest.raises(AnswerError) as refusal:
        wire.unpack(forged)

    assert refusal.value.kind in ("malformed", "not_finite", "too_large")


def test_nan_is_refused_on_the_reading_side_too():
    """JSON's NaN does not pass, however it is spelled."""
    for text in (b'{"value": NaN, "blobs": []}', b'{"value": 1e999, "blobs": []}'):
        with pytest.raises(AnswerError):
            wire.unpack(struct.pack(">I", len(text)) + text)


def test_the_end_of_a_stream_is_told_from_a_bad_frame():
    """A process that ends raises EOFError, which the transport turns into its own words."""
    with pytest.raises(EOFError):
        wire.read(io.BytesIO(b"\0\0"))

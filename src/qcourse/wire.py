"""Plain values on the wire: the closed list of types that an answer may return, and their exact encoding.

Every value that crosses from a learner's code to a check goes through here, in the kernel, in the shell and in the
grader alike, so that the same answer gets the same marks everywhere. No pickle, no eval: JSON with tags, and circuits
as QPY blobs beside it.

A frame is: 4 bytes, big-endian, length of the header; the header, JSON in UTF-8; then each blob that the header's
``blobs`` list gives the length of.
"""

from __future__ import annotations

import base64
import io
import json
import math
import struct
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np

from .errors import AnswerError, Text

if TYPE_CHECKING:
    from qiskit import QuantumCircuit

MAX_HEADER = 4 * 2**20
"""Bytes of JSON in one frame."""
MAX_BLOB = 8 * 2**20
"""Bytes of one circuit as QPY."""
MAX_BLOBS = 256
MAX_FRAME = 24 * 2**20
"""Bytes of all circuits of one frame together."""
MAX_BITS = 4096
"""Qubits, or classical bits, of one circuit; far above what any exercise asks."""
MAX_DEPTH = 24
MAX_ITEMS = 200_000
MAX_INT_BITS = 4096
QPY_VERSION = 15
"""Pinned, so that every side of the wire writes and reads the same format."""

_DTYPES = (
    "bool",
    "int8",
    "int16",
    "int32",
    "int64",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "float32",
    "float64",
    "complex64",
    "complex128",
)


def pack(message: dict[str, Any], value: Any = None) -> bytes:
    """One frame holding ``message`` (plain JSON) and, under ``value``, any plain value.

    AnswerError when the value isn't plain or breaks a bound.
    """
    blobs: list[bytes] = []
    tree = _Encoder(blobs).encode(value, 0)
    header = json.dumps({**message, "value": tree, "blobs": [len(blob) for blob in blobs]}).encode()
    if len(header) > MAX_HEADER:
        raise _refused("too_large")
    return struct.pack(">I", len(header)) + header + b"".join(blobs)


def unpack(frame: bytes) -> dict[str, Any]:
    """The message of a whole frame, its ``value`` decoded; AnswerError for anything that ``pack`` can't have made."""
    return read(io.BytesIO(frame))


def read(stream: BinaryIO) -> dict[str, Any]:
    """The next message of a stream; EOFError at its end, AnswerError for a malformed frame.

    Nothing longer than the bounds is read, whatever the frame's lengths say.
    """
    (length,) = struct.unpack(">I", _exactly(stream, 4))
    if length > MAX_HEADER:
        raise _refused("malformed")
    try:
        message = json.loads(_exactly(stream, length), parse_constant=_no_constant)
        sizes = message["blobs"]
        if len(sizes) > MAX_BLOBS or any(
            type(size) is not int or not 0 <= size <= MAX_BLOB for size in sizes
        ):
            raise _refused("malformed")
        if sum(sizes) > MAX_FRAME:
            raise _refused("malformed")
        blobs = [_exactly(stream, size) for size in sizes]
        message["value"] = _decode(message["value"], blobs, 0)
    except (ValueError, LookupError, TypeError, ArithmeticError, RecursionError, MemoryError) as error:
        raise _refused("malformed") from error
    return message


def _exactly(stream: BinaryIO, size: int) -> bytes:
    parts, missing = [], size
    while missing:
        part = stream.read(missing)
        if not part:
            raise EOFError
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)


class _Encoder:
    """Turns a value into a tagged JSON tree; circuits go to ``blobs``."""

    def __init__(self, blobs: list[bytes]) -> None:
        self.blobs = blobs
        self.items = 0

    def encode(self, value: Any, depth: int) -> Any:
        self.items += 1
        if depth > MAX_DEPTH or self.items > MAX_ITEMS:
            raise _refused("too_large")
        if isinstance(value, np.generic):
            value = value.item()
        if value is None or isinstance(value, bool):
            return value
        # The base class's own methods are used throughout: a subclass may lie about itself.
        if isinstance(value, int):
            if int.bit_length(value) > MAX_INT_BITS:
                raise _refused("too_large")
            return int.__int__(value)
        if isinstance(value, float):
            return self._finite(float.__float__(value))
        if isinstance(value, str):
            return str.__str__(value)
        if isinstance(value, complex):
            return {"c": [self._finite(value.real), self._finite(value.imag)]}
        if isinstance(value, (bytes, bytearray)):
            return {"b": base64.b64encode(bytes(value)).decode()}
        return self._container(value, depth + 1)

    def _container(self, value: Any, depth: int) -> Any:
        for tag, base in (("l", list), ("t", tuple), ("s", set), ("f", frozenset)):
            if isinstance(value, base):
                items: Iterator[Any] = base.__iter__(value)  # type: ignore[arg-type]  # isinstance said so
                return {tag: [self.encode(item, depth) for item in items]}
        if isinstance(value, dict):
            return {
                "d": [[self.encode(key, depth), self.encode(item, depth)] for key, item in dict.items(value)]
            }
        if isinstance(value, np.ndarray):
            return self._array(value)
        if _is_circuit(value):
            return {"q": self._circuit(value)}
        raise _refused("not_plain", type(value).__name__)

    def _array(self, value: np.ndarray) -> Any:
        if value.dtype.name not in _DTYPES:
            raise _refused("not_plain", f"numpy array of {value.dtype}")
        if value.size > MAX_ITEMS:
            raise _refused("too_large")
        if value.dtype.kind in "fc" and not np.isfinite(value).all():
            raise _refused("not_finite")
        return {
            "a": [
                value.dtype.name,
                list(value.shape),
                base64.b64encode(np.ascontiguousarray(value).tobytes()).decode(),
            ]
        }

    def _circuit(self, value: QuantumCircuit) -> int:
        from qiskit import qpy

        if len(self.blobs) >= MAX_BLOBS or len(value.data) > MAX_ITEMS:
            raise _refused("too_large")
        if max(value.num_qubits, value.num_clbits) > MAX_BITS:
            raise _refused("too_large")
        buffer = io.BytesIO()
        try:
            qpy.dump(value, buffer, version=QPY_VERSION)
        except Exception as error:  # QPY raises many kinds for circuits that it can't write
            raise _refused("circuit", str(error)[:200]) from error
        if buffer.tell() > MAX_BLOB:
            raise _refused("too_large")
        if buffer.tell() + sum(map(len, self.blobs)) > MAX_FRAME:
            raise _refused("too_large")
        self.blobs.append(buffer.getvalue())
        return len(self.blobs) - 1

    @staticmethod
    def _finite(value: float) -> float:
        if not math.isfinite(value):
            raise _refused("not_finite")
        return value


def _decode(tree: Any, blobs: list[bytes], depth: int) -> Any:
    if depth > MAX_DEPTH + 1:
        raise _refused("malformed")
    if tree is None or isinstance(tree, (bool, int, str)):
        return tree
    if isinstance(tree, float):
        if not math.isfinite(tree):
            raise _refused("not_finite")
        return tree
    if not isinstance(tree, dict) or len(tree) != 1:
        raise _refused("malformed")
    ((tag, body),) = tree.items()
    match tag:
        case "c":
            return complex(_decode(body[0], blobs, depth), _decode(body[1], blobs, depth))
        case "b":
            return base64.b64decode(body, validate=True)
        case "l" | "t" | "s" | "f":
            items = [_decode(item, blobs, depth + 1) for item in body]
            return {"l": list, "t": tuple, "s": set, "f": frozenset}[tag](items)
        case "d":
            return {_decode(key, blobs, depth + 1): _decode(item, blobs, depth + 1) for key, item in body}
        case "a":
            name, shape, data = body
            if name not in _DTYPES:
                raise _refused("malformed")
            array = np.frombuffer(base64.b64decode(data, validate=True), dtype=name).reshape(shape).copy()
            if array.dtype.kind in "fc" and not np.isfinite(array).all():
                raise _refused("not_finite")
            return array
        case "q":
            return _read_circuit(blobs[body])
    raise _refused("malformed")


def _read_circuit(blob: bytes) -> QuantumCircuit:
    from qiskit import qpy

    try:
        _check_header(blob)
        with warnings.catch_warnings():
            # Of a file from another Qiskit, which a forged blob may claim to be.
            warnings.simplefilter("ignore")
            circuits = qpy.load(io.BytesIO(blob))
    except AnswerError:
        raise
    except Exception as error:  # a forged blob may raise anything
        raise _refused("malformed") from error
    if len(circuits) != 1 or not _is_circuit(circuits[0]):
        raise _refused("malformed")
    return circuits[0]


_FILE_HEADER = struct.Struct("!6sBBBBQc")
_CIRCUIT_HEADER = struct.Struct("!HcHIIQIQI")


def _check_header(blob: bytes) -> None:
    """Refuse a blob of another QPY version (old ones are read with ``eval``) or one that states a huge circuit.

    Source: Qiskit's ``qpy`` documentation, versions 12 to 15.
    """
    preface, version, _, _, _, programs, _ = _FILE_HEADER.unpack_from(blob)
    if preface != b"QISKIT" or version != QPY_VERSION or programs != 1:
        raise _refused("malformed")
    _, _, _, qubits, clbits, _, _, instructions, _ = _CIRCUIT_HEADER.unpack_from(blob, _FILE_HEADER.size + 1)
    if max(qubits, clbits) > MAX_BITS or instructions > MAX_ITEMS:
        raise _refused("too_large")


def _is_circuit(value: Any) -> bool:
    from qiskit import QuantumCircuit

    return isinstance(value, QuantumCircuit)


def _no_constant(name: str) -> None:
    raise _refused("not_finite")


_REFUSALS: dict[str, Text] = {
    "not_plain": {
        "en": "the function returned a value of type {detail}. Return a circuit, a number, a text, a list, a tuple, a set or a dict of such.",
        "fr": "la fonction a renvoyé une valeur de type {detail}. Renvoyez un circuit, un nombre, un texte, une liste, un tuple, un ensemble ou un dict de ces types.",
    },
    "not_finite": {
        "en": "a number in the result is NaN or infinite. Every number must be finite: look for a division by zero.",
        "fr": "un nombre du résultat est NaN ou infini. Tout nombre doit être fini\u00a0: cherchez une division par zéro.",
    },
    "too_large": {
        "en": "the result is far larger than the exercise needs. Return only what the task asks for.",
        "fr": "le résultat est beaucoup plus volumineux que l’exercice ne le demande. Ne renvoyez que ce que la consigne demande.",
    },
    "circuit": {
        "en": "the circuit holds something that Qiskit can’t write to a file ({detail}). Build it from standard gates.",
        "fr": "le circuit contient un élément que Qiskit ne peut écrire dans un fichier ({detail}). N’y employez que des portes courantes.",
    },
    "malformed": {
        "en": "the answer came back garbled: it can’t be graded. Return plain values from the functions of the task.",
        "fr": "la réponse est arrivée illisible\u00a0: elle ne peut être évaluée. Les fonctions de la consigne doivent renvoyer des valeurs simples.",
    },
}


def _refused(kind: str, detail: str = "") -> AnswerError:
    text = {language: sentence.replace("{detail}", detail) for language, sentence in _REFUSALS[kind].items()}
    return AnswerError(text, kind=kind)

"""The fixture ``answer``: the learner's functions as a check calls them."""

from __future__ import annotations

from typing import Any

import pytest

from qcourse.answer import Answer, LocalTransport
from qcourse.checks.finding import Finding
from qcourse.errors import AnswerError, AnswerRaised, CheckFailed


def answer(seed: int = 1, **functions: Any) -> Answer:
    return Answer({"double": "(x: int) -> int"}, LocalTransport(functions), seed)


def test_a_call_gives_the_value():
    """As if the function were here."""
    assert 6 == answer(double=lambda x: 2 * x).double(3)


def test_after_gives_the_arguments_as_they_are_left():
    """A change made by the call is seen."""
    assert ([1, 1],) == answer(double=lambda items: items.extend(items)).double.after([1])


def test_a_name_that_the_exercise_lacks_is_the_check_s_own_fault():
    """It isn't blamed on the learner."""
    with pytest.raises(AttributeError, match="no function 'triple'"):
        answer(double=int).triple(3)


@pytest.mark.parametrize(
    ("functions", "kind", "words"),
    [
        ({}, "missing", ("`double(x: int) -> int`",)),
        ({"double": 3}, "not_callable", ("int",)),
        ({"double": lambda x, y: 1}, "signature", ("`double(x: int) -> int`", "`double(x, y)`")),
        ({"double": lambda x: object()}, "not_plain", ("double(3)", "object")),
        ({"double": lambda x: float("inf")}, "not_finite", ("double(3)",)),
    ],
)
def test_trouble_names_the_function_what_was_expected_and_what_came(functions, kind, words):
    """In both languages."""
    with pytest.raises(AnswerError) as trouble:
        answer(**functions).double(3)

    assert kind == trouble.value.kind
    assert [] == [
        (word, language)
        for word in words
        for language in ("en", "fr")
        if word not in trouble.value.text[language]
    ]


def test_an_exception_is_reported_with_its_bases_and_detail():
    """Text with braces, which a format string would trip over, is kept."""

    def double(x: int) -> int:
        raise LookupError("{x} and {}")

    with pytest.raises(AnswerRaised) as raised:
        answer(double=double).double(3)

    assert ("LookupError", "{x} and {}") == (raised.value.type_name, raised.value.detail)
    assert "Exception" in raised.value.bases
    assert raised.value.text["en"].startswith("`double(3)` stopped at line ")
    assert raised.value.text["en"].endswith(" with LookupError: {x} and {}")


def test_a_transport_that_lies_is_found_out():
    """Nothing that comes back is trusted."""

    class Liar:
        def call(self, name: str, arguments: tuple[Any, ...]) -> dict[str, Any]:
            return {"kind": "value", "value": 3}

    with pytest.raises(AnswerError):
        Answer({"f": "()"}, Liar(), 1).f()


def test_randomness_is_seeded():
    """Same seed, same numbers."""
    assert answer(seed=5).random.integers(10**9) == answer(seed=5).random.integers(10**9)


@pytest.mark.parametrize("fraction", [-0.1, 1.1, float("nan")])
def test_credit_is_a_fraction(fraction):
    """A fault of a check, said at once."""
    with pytest.raises(ValueError, match="credit is a fraction"):
        answer().credit(fraction)


def test_part_of_the_credit_does_not_pass():
    """The finding given with it is what the learner reads."""
    own = answer()
    finding = Finding(False, seen={"en": "half", "fr": "la moitié"})
    own.credit(0.5, finding)
    with pytest.raises(CheckFailed) as failed:
        own.settle()

    assert finding == failed.value.finding


def test_full_credit_passes():
    """Nothing is raised."""
    own = answer()
    own.credit(1)

    assert own.settle() is None

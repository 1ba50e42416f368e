"""The small changes by which an exercise's checks are tried."""

from __future__ import annotations

import ast

import pytest

from qcourse.mutants import mutants


def changes(source: str) -> list[str]:
    return [mutant.change for mutant in mutants(source)]


@pytest.mark.parametrize(
    ("body", "change"),
    [
        ("return 1", "f: 1 → 2"),
        ("return True", "f: True → False"),
        ("return 'a'", "f: 'a' → 'a_'"),
        ("return -x", "f: -x → +x"),
        ("return x + y", "f: x + y → x - y"),
        ("return x - y", "f: x - y → y - x"),
        ("return x ** y", "f: x ** y → x * y"),
        ("return x < y", "f: x < y → x <= y"),
        ("return x == y", "f: x == y → x != y"),
        ("return x and y", "f: x and y → x or y"),
        ("return min(x, y)", "f: min(x, y) → max(x, y)"),
        ("return g(x, y)", "f: g(x, y) → g(y, x)"),
        ("c.h(0)", "f: c.h(0) → c.x(0)"),
        ("c.cx(0, 1)", "f: c.cx(0, 1) → c.cx(1, 0)"),
        ("c.measure_all()", "f: c.measure_all() → pass"),
        ("if x:\n        raise ValueError", "f: raise ValueError → pass"),
    ],
)
def test_each_kind_of_change_is_made(body, change):
    """And named by what it was and what it becomes."""
    assert change in changes(f"def f(x, y, c):\n    {body}\n")


@pytest.mark.parametrize(
    "source",
    [
        "def f():\n    '''A docstring.'''\n    pass\n",
        "import math\n",
        "def f(x: 'a' = None) -> 'b':\n    pass\n",
    ],
)
def test_what_no_contract_speaks_of_is_left_alone(source):
    """Docstrings, imports, annotations."""
    assert [] == changes(source)


def test_the_text_of_an_error_is_left_alone():
    """Only that it is raised matters."""
    assert not any(
        "'text'" in change.partition("→")[2]
        for change in changes("def f(x):\n    raise ValueError('text')\n")
    )


def test_the_same_change_at_two_places_has_two_names():
    """So that each can be listed."""
    assert ["f: 1 → 2", "f: 1 → 2 (2)", "f: 1 → 2 (3)"] == [
        change for change in changes("def f():\n    return 1, 1, 1\n") if "1 → 2" in change
    ]


def test_every_mutant_is_valid_and_different():
    """One change each."""
    source = (
        "K = 3\ndef f(x, y):\n    if x < K:\n        return g(x, 2)\n    return [x for x in y if x > 1]\n"
    )
    made = [mutant.source for mutant in mutants(source)]

    assert len(made) == len(set(made))
    assert ast.unparse(ast.parse(source)) not in made
    assert all(ast.parse(mutant) for mutant in made)

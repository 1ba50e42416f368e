"""Small changes to a program, one at a time, to see whether an exercise's checks notice each of them.

Content tests run the checks on every mutant of an exercise's reference: one that passes is either a gap in the checks
or changes nothing that the contract speaks of (``private/equivalent.toml`` lists those, each with its reason).
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitXor: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
_GATES = {
    "h": "x",
    "x": "h",
    "y": "x",
    "z": "x",
    "s": "sdg",
    "sdg": "s",
    "t": "tdg",
    "tdg": "t",
    "rx": "ry",
    "ry": "rx",
    "rz": "ry",
    "p": "rx",
    "cx": "cz",
    "cz": "cx",
    "cp": "cx",
    "ccx": "ccz",
    "swap": "cx",
}
_CALLS = {"min": "max", "max": "min", "sum": "len", "any": "all", "all": "any"}


@dataclass(frozen=True)
class Mutant:
    """A changed program: ``change`` says ``function: before → after`` in Python, ``source`` is the whole of it."""

    change: str
    source: str


def mutants(source: str) -> list[Mutant]:
    """Every mutant of ``source``: constants, operators, comparisons, gate names, argument order, removed statements.

    Annotations, docstrings and the texts of raised errors are left alone: no contract speaks of them. The second
    place in a function where a change reads the same is marked ``(2)``, and so on.
    """
    found: dict[str, Mutant] = {}
    place = 0
    while True:
        tree = ast.parse(source)
        changes = [(where, change) for where, node in _nodes(tree) for change in _changes(node)]
        if place == len(changes):
            return list(found.values())
        where, (node, apply) = changes[place]
        before = _shown(node)
        apply()
        change = f"{where}: {before} → {_shown(node)}"
        if change in found:
            change += f" ({sum(other.startswith(change) for other in found) + 1})"
        found[change] = Mutant(change, ast.unparse(ast.fix_missing_locations(tree)))
        place += 1


def _nodes(tree: ast.Module) -> Iterator[tuple[str, ast.AST]]:
    """Each node that may change, with the name of the function or constant it belongs to."""
    for statement in tree.body:
        if isinstance(statement, (ast.FunctionDef, ast.Assign)):
            where = (
                statement.name
                if isinstance(statement, ast.FunctionDef)
                else ast.unparse(statement.targets[0])
            )
            yield from ((where, node) for node in _below(statement))


def _below(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "exc", "decorator_list") or _docstring(node):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _below(child)


def _changes(node: ast.AST) -> Iterator[tuple[ast.AST, Callable[[], None]]]:
    """The node to show, and a function that changes it in place, for each way to change ``node``."""
    if (
        isinstance(node, ast.stmt)
        and not isinstance(node, (ast.FunctionDef, ast.Pass, ast.Global))
        and not _docstring(node)
    ):
        removed = copy.copy(node)
        yield node, lambda: _become(node, ast.copy_location(ast.Pass(), removed))
    match node:
        case ast.Constant(value=bool()):
            yield node, lambda: setattr(node, "value", not node.value)
        case ast.Constant(value=int() | float()):
            yield node, lambda: setattr(node, "value", node.value + 1)  # type: ignore[operator]  # the pattern says int or float
        case ast.Constant(value=str()) if node.value:
            yield node, lambda: setattr(node, "value", str(node.value) + "_")
        case ast.Compare():
            for place, old in enumerate(node.ops):
                if type(old) in _COMPARISONS:
                    yield node, partial(node.ops.__setitem__, place, _COMPARISONS[type(old)]())
        case ast.BinOp() if type(node.op) in _OPERATORS:
            yield node, lambda: setattr(node, "op", _OPERATORS[type(node.op)]())
            if not isinstance(node.op, (ast.Add, ast.Mult, ast.BitOr, ast.BitAnd, ast.BitXor)):
                yield node, lambda: _swap_sides(node)
        case ast.BoolOp():
            yield node, lambda: setattr(node, "op", ast.Or() if isinstance(node.op, ast.And) else ast.And())
        case ast.UnaryOp(op=ast.USub()):
            yield node, lambda: setattr(node, "op", ast.UAdd())
        case ast.Call():
            yield from ((node, change) for change in _call_changes(node))


def _call_changes(call: ast.Call) -> Iterator[Callable[[], None]]:
    function = call.func
    if isinstance(function, ast.Attribute) and function.attr in _GATES:
        yield lambda: setattr(function, "attr", _GATES[function.attr])
    if isinstance(function, ast.Name) and function.id in _CALLS:
        yield lambda: setattr(function, "id", _CALLS[function.id])
    symmetric = isinstance(function, ast.Name) and function.id in ("min", "max")
    if (
        len(call.args) > 1
        and not symmetric
        and not any(isinstance(argument, ast.Starred) for argument in call.args)
    ):
        yield call.args.reverse


def _swap_sides(node: ast.BinOp) -> None:
    node.left, node.right = node.right, node.left


def _become(node: ast.AST, other: ast.AST) -> None:
    """Turn ``node`` into ``other`` where it stands."""
    node.__class__ = type(other)
    node.__dict__.clear()
    node.__dict__.update(other.__dict__)


def _shown(node: ast.AST) -> str:
    return " ".join(ast.unparse(node).split())


def _docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)

"""Rules on the Python of an exercise: checks, stub, reference and known-wrong answers."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

from ..exercises import MARK, Exercise
from .rule import Found, Rule

IMPORTS = {"qcourse", "qiskit", "numpy", "qiskit_aer", "cryptography"}
OWN = {"qcourse.checks", "qcourse.policy"}
"""Beyond the standard library; of qcourse, only the comparators and, for its own exercise, the simulation."""
LEAST_WRONG = 4
CHECKS = ("checks.py", "private/hidden_checks.py")


def _tests_match(exercise: Exercise) -> Found:
    for file, checks in (("checks.py", exercise.checks), ("private/hidden_checks.py", exercise.hidden)):
        written = {name.removeprefix("test_") for name, _ in _tests(exercise, file)}
        for name in sorted(written ^ set(checks)):
            yield file, {"name": name}


def _tests_plain(exercise: Exercise) -> Found:
    for file in CHECKS:
        for name, node in _tests(exercise, file):
            arguments = [argument.arg for argument in node.args.args]
            if arguments != ["answer"] or node.decorator_list or node.args.vararg or node.args.kwonlyargs:
                yield file, {"name": name}


def _imports(exercise: Exercise) -> Found:
    for file in ("stub.py", "checks.py", "private/solution.py", "private/hidden_checks.py"):
        for node in ast.walk(_tree(exercise, file)):
            if isinstance(node, ast.Import):
                modules = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                modules = [("." * node.level) + (node.module or "")]
            else:
                continue
            for module in modules:
                first = module.partition(".")[0]
                allowed = first in IMPORTS or first in sys.stdlib_module_names
                if not allowed or (first == "qcourse" and module not in OWN):
                    yield file, {"module": module}


def _randomness(exercise: Exercise) -> Found:
    for file in CHECKS:
        for node in ast.walk(_tree(exercise, file)):
            if isinstance(node, ast.Attribute):
                own = node.attr in ("default_rng", "random", "seed") and not _is_answer(node.value)
            else:
                own = isinstance(node, ast.Import) and any(alias.name == "random" for alias in node.names)
            if own:
                yield file, {"line": str(node.lineno)}  # type: ignore[attr-defined]  # both kinds have it


def _is_answer(node: ast.expr) -> bool:
    return any(isinstance(part, ast.Name) and part.id == "answer" for part in ast.walk(node))


def _stub(exercise: Exercise) -> Found:
    functions = {
        node.name: node for node in _tree(exercise, "stub.py").body if isinstance(node, ast.FunctionDef)
    }
    for name in sorted(functions.keys() ^ set(exercise.functions)):
        yield "stub.py", {"name": name}
    for name, node in functions.items():
        typed = all(argument.annotation for argument in node.args.args) and node.returns is not None
        if "".join(map(ast.unparse, node.body)) != f"raise NotImplementedError('{MARK}')" or not typed:
            yield "stub.py", {"name": name}


def _signatures(exercise: Exercise) -> Found:
    functions = {
        node.name: node
        for node in _tree(exercise, "private/solution.py").body
        if isinstance(node, ast.FunctionDef)
    }
    for name in exercise.functions:
        stub = [argument.partition(":")[0] for argument in _arguments(exercise.signatures.get(name, ""))]
        if name not in functions or [argument.arg for argument in functions[name].args.args] != stub:
            yield "private/solution.py", {"name": name}


def _arguments(signature: str) -> list[str]:
    if not signature:
        return []
    node = ast.parse(f"def f{signature}: ...").body[0]
    assert isinstance(node, ast.FunctionDef)
    return [argument.arg for argument in node.args.args]


def _wrong(exercise: Exercise) -> Found:
    files = wrong_files(exercise)
    if len(files) < LEAST_WRONG:
        yield "private/wrong", {"name": str(len(files))}
    known = {check.name for check in exercise.all_checks(hidden=True)}
    for path in files:
        named = named_failures(path)
        if not named or not named <= known:
            yield f"private/wrong/{path.name}", {"name": path.name}


def _wrong_names(exercise: Exercise) -> Found:
    for path in wrong_files(exercise):
        if not re.fullmatch(r"[a-z]+(_[a-z]+)*", path.stem) or path.stem.startswith("wrong"):
            yield f"private/wrong/{path.name}", {"name": path.name}


def wrong_files(exercise: Exercise) -> list[Path]:
    """The known-wrong answers, in the order of their names."""
    return sorted((exercise.private / "wrong").glob("*.py")) if exercise.private else []


def named_failures(path: Path) -> set[str]:
    """The checks that a wrong answer's first line says it fails; empty when the line isn't of that form."""
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    match = re.fullmatch(r"# fails: (\w+(?:, \w+)*)", first)
    return set(match[1].split(", ")) if match else set()


def _tests(exercise: Exercise, file: str) -> list[tuple[str, ast.FunctionDef]]:
    return [
        (node.name, node)
        for node in _tree(exercise, file).body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]


def _tree(exercise: Exercise, file: str) -> ast.Module:
    return ast.parse(exercise.read(file))


RULES: tuple[Rule, ...] = (
    Rule(
        "tests_match",
        "A check without an entry has no points, and an entry without a check can't be earned.",
        {
            "en": "[checks.{name}] and test_{name} go together; one of them is missing.",
            "fr": "[checks.{name}] et test_{name} vont ensemble; l’un des deux manque.",
        },
        _tests_match,
    ),
    Rule(
        "tests_plain",
        "The same file runs in a kernel, in pytest and in the grader, which know only plain functions.",
        {
            "en": "{name} is not a plain function of the one parameter `answer`. Remove marks, fixtures and parameters.",
            "fr": "{name} n’est pas une simple fonction du seul paramètre `answer`. Retirez marques, fixtures et paramètres.",
        },
        _tests_plain,
    ),
    Rule(
        "imports",
        "An exercise stands alone, so that its folder can be zipped and graded anywhere.",
        {
            "en": "imports {module}. Use qcourse.checks, qcourse.policy, Qiskit, NumPy and the standard library only.",
            "fr": "importe {module}. N’employez que qcourse.checks, qcourse.policy, Qiskit, NumPy et la bibliothèque standard.",
        },
        _imports,
    ),
    Rule(
        "randomness",
        "The same answer must get the same marks everywhere.",
        {
            "en": "line {line} makes randomness of its own. Take it from answer.random.",
            "fr": "la ligne {line} crée son propre hasard. Prenez-le de answer.random.",
        },
        _randomness,
    ),
    Rule(
        "stub",
        "The stub shows exactly what is handed in, and fails only with its own mark.",
        {
            "en": "{name}: the stub must define each function of exercise.toml, and no other, with types and the one line "
            'raise NotImplementedError("YOUR ANSWER HERE").',
            "fr": "{name}\u00a0: l’amorce doit définir chaque fonction de exercise.toml, et aucune autre, avec ses types et la seule ligne "
            'raise NotImplementedError("YOUR ANSWER HERE").',
        },
        _stub,
    ),
    Rule(
        "signatures",
        "The reference proves that the contract can be met as the stub states it.",
        {
            "en": "{name} must have the parameters that the stub gives it.",
            "fr": "{name} doit avoir les paramètres que l’amorce lui donne.",
        },
        _signatures,
    ),
    Rule(
        "wrong",
        "Known mistakes prove that the checks tell right from wrong.",
        {
            "en": "{name}: at least four wrong answers are needed, each beginning with a line such as “# fails: state, ghz” that names checks.",
            "fr": "{name}\u00a0: il faut au moins quatre réponses fausses, chacune commençant par une ligne comme «\u00a0# fails: state, ghz\u00a0» qui nomme des vérifications.",
        },
        _wrong,
    ),
    Rule(
        "wrong_names",
        "A wrong answer's name says the mistake.",
        {
            "en": "{name} must be named for its mistake, in words joined by underscores.",
            "fr": "{name} doit porter le nom de son erreur, en mots joints par des soulignés.",
        },
        _wrong_names,
    ),
)

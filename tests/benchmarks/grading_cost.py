"""CPU seconds per submission of bell_pair: ours, strictly isolated, against a fresh pytest, nbgrader and otter.

``python tests/benchmarks/grading_cost.py [--count N]`` prints each cost and its ratio to ours, all in one run. The
peers nbgrader 0.9.6 and otter 7.0.0 are used where ``out/peers/nbgrader`` and ``out/peers/otter`` hold them; without
isolation, which is in their favour.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import tempfile
from pathlib import Path

from grading_class import PYTHON, ROOT, body, cost, grade, write_class

SLUG = "bell_pair"
PEERS = ROOT / "out" / "peers"
_ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"}
_ENVIRONMENT = {**os.environ, **_ONE_THREAD}

_CONFTEST = """
import pytest
from qcourse.answer import Answer, LocalTransport
from qcourse.exercises import load
exercise = load("{slug}", "{root}")

@pytest.fixture
def answer(request):
    namespace = {{}}
    exec(compile(open("submission.py").read(), "submission.py", "exec"), namespace)
    return Answer(exercise.signatures, LocalTransport(namespace), 1)
"""

_TESTS = """
from qiskit.quantum_info import Statevector
def same(circuit, n):
    right = (Statevector.from_label("0" * n) + Statevector.from_label("1" * n)) / 2**0.5
    assert circuit.num_qubits == n and abs(abs(Statevector(circuit).inner(right)) ** 2 - 1) < 1e-9
def refuses(n):
    try:
        ghz(n)
    except ValueError:
        return
    assert False
"""
_CELLS = [
    "same(bell_pair(), 2)",
    "same(ghz(2), 2); same(ghz(3), 3)",
    "refuses(1)",
    "for n in range(4, 11): same(ghz(n), n)",
    "refuses(0); refuses(-1)",
]


def ours(base: Path, count: int) -> tuple[float, float]:
    """Per submission beyond start-up, and the start-up's wall seconds with one submission."""
    few, many = write_class(base / "few", [SLUG], 20), write_class(base / "many", [SLUG], 20 + count)
    options = ("--exercise", SLUG, "--workers", "2")
    first, _ = cost(grade(few, base / "out_few", *options))
    second, _ = cost(grade(many, base / "out_many", *options))
    _, start = cost(grade(write_class(base / "one", [SLUG], 1), base / "out_one", *options))
    return (second - first) / count, start


def fresh_pytest(base: Path, count: int) -> float:
    """One interpreter with pytest for each submission; the same checks, in its own process."""
    folder = base / "pytest"
    folder.mkdir()
    shutil.copy(ROOT / "exercises" / SLUG / "checks.py", folder / "test_checks.py")
    shutil.copy(ROOT / "exercises" / SLUG / "private" / "hidden_checks.py", folder / "test_hidden.py")
    (folder / "conftest.py").write_text(_CONFTEST.format(slug=SLUG, root=ROOT))
    total = 0.0
    for number in range(count):
        (folder / "submission.py").write_text(body(SLUG, number))
        spent, _ = cost(
            [
                PYTHON,
                "-m",
                "pytest",
                "-q",
                "-p",
                "no:cacheprovider",
                "--rootdir",
                folder,
                "test_checks.py",
                "test_hidden.py",
            ],
            cwd=folder,
            env={**_ENVIRONMENT, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        )
        total += spent
    return total / count


def nbgrader(base: Path, count: int) -> float:
    """``nbgrader autograde`` and ``generate_feedback`` over the class, per submission."""
    python, course = PEERS / "nbgrader" / "bin" / "python", base / "nbgrader"
    source = course / "source" / "ps1"
    source.mkdir(parents=True)
    (source / f"{SLUG}.ipynb").write_text(
        json.dumps(_nbgrader_notebook("def bell_pair():\n    raise NotImplementedError()"))
    )
    (course / "nbgrader_config.py").write_text("c = get_config()\nc.CourseDirectory.course_id = 'c'\n")
    environment = _inside("nbgrader")
    cost([python, "-m", "nbgrader", "generate_assignment", "ps1", "--force"], cwd=course, env=environment)
    released = json.loads((course / "release" / "ps1" / f"{SLUG}.ipynb").read_text())
    for number in range(count):
        home = course / "submitted" / f"learner{number}" / "ps1"
        home.mkdir(parents=True)
        notebook = json.loads(json.dumps(released))
        next(
            cell
            for cell in notebook["cells"]
            if cell["metadata"].get("nbgrader", {}).get("grade_id") == "answer"
        )["source"] = body(SLUG, number)
        (home / f"{SLUG}.ipynb").write_text(json.dumps(notebook))
    graded, _ = cost([python, "-m", "nbgrader", "autograde", "ps1"], cwd=course, env=environment)
    told, _ = cost([python, "-m", "nbgrader", "generate_feedback", "ps1"], cwd=course, env=environment)
    return (graded + told) / count


def otter(base: Path, count: int) -> float:
    """``otter run`` for each submission."""
    python, folder, environment = PEERS / "otter" / "bin" / "python", base / "otter", _inside("otter")
    folder.mkdir()
    (folder / f"{SLUG}.ipynb").write_text(json.dumps(_otter_notebook()))
    cost(
        [python, "-m", "otter", "assign", f"{SLUG}.ipynb", "dist", "--no-run-tests", "--no-pdfs"],
        cwd=folder,
        env=environment,
    )
    (grader,) = (folder / "dist" / "autograder").glob("*.zip")
    total = 0.0
    for number in range(count):
        place = folder / f"run{number}"
        place.mkdir()
        notebook = json.loads((folder / "dist" / "student" / f"{SLUG}.ipynb").read_text())
        cell = next(
            cell
            for cell in notebook["cells"]
            if cell["cell_type"] == "code" and "def bell_pair" in "".join(cell["source"])
        )
        cell["source"] = body(SLUG, number)
        (place / f"{SLUG}.ipynb").write_text(json.dumps(notebook))
        spent, _ = cost(
            [python, "-m", "otter", "run", f"{SLUG}.ipynb", "-a", grader], cwd=place, env=environment
        )
        if not any(place.rglob("results.json")):
            raise SystemExit("otter run wrote no results")
        total += spent
    return total / count


def _inside(peer: str) -> dict[str, str]:
    """The environment of a peer's own virtual environment: it starts programs by their names."""
    return {
        **_ENVIRONMENT,
        "PATH": f"{PEERS / peer / 'bin'}:{os.environ['PATH']}",
        "JUPYTER_PREFER_ENV_PATH": "1",
    }


def _notebook(cells: list[dict]) -> dict:
    spec = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": spec,
        "cells": [{"id": f"c{place}", **cell} for place, cell in enumerate(cells)],
    }


def _code(source: str, **metadata: object) -> dict:
    return {
        "cell_type": "code",
        "source": source,
        "metadata": metadata,
        "outputs": [],
        "execution_count": None,
    }


def _raw(source: str) -> dict:
    return {"cell_type": "raw", "source": source, "metadata": {}}


def _nbgrader_notebook(stub: str) -> dict:
    def about(name: str, grade_it: bool, solution: bool, **more: object) -> dict:
        return {
            "nbgrader": {
                "grade": grade_it,
                "solution": solution,
                "locked": not solution,
                "grade_id": name,
                "schema_version": 3,
                "task": False,
                **more,
            }
        }

    tests = [
        _code(_TESTS + cell, **about(f"test{place}", True, False, points=2))
        for place, cell in enumerate(_CELLS)
    ]
    return _notebook([_code(stub, **about("answer", False, True)), *tests])


def _otter_notebook() -> dict:
    cells = [
        _raw(
            f"# ASSIGNMENT CONFIG\nname: {SLUG}\nrun_tests: false\nexport_cell: false\ncheck_all_cell: false\ngenerate:\n  pdf: false"
        )
    ]
    cells += [
        _raw("# BEGIN QUESTION\nname: q1\npoints: 10"),
        _raw("# BEGIN SOLUTION"),
        _code("def bell_pair():\n    return None # SOLUTION"),
        _raw("# END SOLUTION"),
        _raw("# BEGIN TESTS"),
    ]
    cells += [_code(_TESTS + cell) for cell in _CELLS]
    return _notebook([*cells, _raw("# END TESTS"), _raw("# END QUESTION")])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--peers", type=int, default=6, help="submissions given to each peer")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        mine, start = ours(base, given.count)
        print(
            f"ours, strict: {mine:.4f} CPU s a submission beyond start-up; one submission with start-up {start:.2f} s on the wall",
            flush=True,
        )
        for name, peer, least in (
            ("fresh pytest", fresh_pytest, 18),
            ("nbgrader", nbgrader, 38),
            ("otter", otter, 75),
        ):
            if name != "fresh pytest" and not (PEERS / name / "bin" / "python").exists():
                print(f"{name}: not in {PEERS / name}; left out")
                continue
            spent = peer(base, given.peers)
            print(
                f"{name}: {spent:.3f} CPU s a submission, {spent / mine:.1f} times ours (bar: {least})",
                flush=True,
            )


if __name__ == "__main__":
    main()

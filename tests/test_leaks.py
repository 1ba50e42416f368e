"""Nothing of a ``private/`` folder shows in what the course publishes."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PUBLIC = {"stub.py", "checks.py", "exercise.toml", "task.en.md", "task.fr.md"}


def distinctive_lines(exercise: Path) -> set[str]:
    """Lines of the keys that are long enough to be nobody else's and stand in no public file of the exercise."""
    public = "\n".join((exercise / name).read_text(encoding="utf-8") for name in PUBLIC)
    lines = set()
    for path in (exercise / "private").rglob("*"):
        if path.is_file() and path.suffix in (".py", ".toml", ".md"):
            lines |= {line.strip() for line in path.read_text(encoding="utf-8").splitlines()}
    common = re.compile(
        r"^(from|import|def|return|require\(|title\.|points|\[|#!|\"\"\"|for |if |\w+ = QuantumCircuit\()"
    )
    return {line for line in lines if len(line) >= 25 and not common.match(line) and line not in public}


EXERCISES = sorted(path for path in (ROOT / "exercises").iterdir() if (path / "private").is_dir())


def leaked(folder: Path) -> list[tuple[str, str]]:
    """Every file below ``folder`` that holds a distinctive line, with the line."""
    keys = {line for exercise in EXERCISES for line in distinctive_lines(exercise)}
    found = []
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix in (
            ".html",
            ".js",
            ".json",
            ".txt",
            ".md",
            ".py",
            ".ipynb",
            ".toml",
            ".css",
            ".xml",
            ".pot",
            ".po",
            ".inv",
        ):
            text = path.read_text(encoding="utf-8", errors="replace")
            found += [(str(path.relative_to(folder)), line) for line in keys if line in text]
    return found


def test_there_are_keys_to_look_for() -> None:
    """The search would find nothing if it looked for nothing."""
    poor = [exercise.name for exercise in EXERCISES if len(distinctive_lines(exercise)) < 10]

    assert ([], True) == (poor, bool(EXERCISES))


def test_the_site_and_its_sources_hold_no_key(site: Path) -> None:
    """Neither the pages nor the builder's own output."""
    assert [] == leaked(site) + leaked(ROOT / "out" / "book")


def test_learner_notebooks_hold_no_key(tmp_path: Path) -> None:
    """A generated notebook has the stub and the task alone."""
    from qcourse import exercises, learner_notebook

    for slug in exercises.names(ROOT):
        for language in ("en", "fr"):
            (tmp_path / f"{slug}.{language}.ipynb").write_text(
                learner_notebook.text(exercises.load(slug, ROOT), language), encoding="utf-8"
            )

    assert [] == leaked(tmp_path)


def test_the_wheel_holds_no_key(tmp_path: Path) -> None:
    """The wheel carries the public half of every exercise and nothing private."""
    run = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--no-deps", "--quiet", "-w", str(tmp_path), str(ROOT)],
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        pytest.fail(f"the wheel can't be built: {run.stderr[-2000:]}")
    wheel = next(tmp_path.glob("*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        archive.extractall(tmp_path / "wheel")
    carried = {name.split("/")[3] for name in names if name.startswith("qcourse/content/exercises/")}

    assert ([], [], {path.name for path in EXERCISES}) == (
        [name for name in names if "private" in name],
        leaked(tmp_path / "wheel"),
        carried,
    )

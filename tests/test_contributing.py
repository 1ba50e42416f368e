"""CONTRIBUTING.md keeps its promises: every example works, every command is documented."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def example(name: str) -> str:
    """The code of the example called ``name``."""
    match = re.search(
        rf"<!-- example: {re.escape(name)} -->\n(`{{3,}})\w*\n(.*?)^\1$", TEXT, re.MULTILINE | re.DOTALL
    )
    assert match, f"CONTRIBUTING.md has no example {name!r}"
    return match[2]


def test_questions_and_cards() -> None:
    """Both examples follow their schemas."""
    from qcourse.sphinxext import page_data

    jsonschema.validate(yaml.safe_load(example("questions")), page_data.QUESTIONS_SCHEMA)
    jsonschema.validate(yaml.safe_load(example("cards")), page_data.CARDS_SCHEMA)


def test_slide() -> None:
    """The example follows its schema."""
    from qcourse.slides.deck import DECK_SCHEMA

    text = {"en": "A", "fr": "B"}
    jsonschema.validate(
        {"title": text, "subtitle": text, "slides": yaml.safe_load(example("slide"))}, DECK_SCHEMA
    )


def test_front_matter(tmp_path: Path) -> None:
    """The example is read, with its minutes."""
    from qcourse.sphinxext.front_matter import front_matter

    (tmp_path / "lesson.md").write_text(example("lesson"), encoding="utf-8")

    assert 12 == front_matter(tmp_path / "lesson.md").minutes


def test_roles_and_anatomy_build(tmp_path: Path) -> None:
    """A page with every part and every role builds without a warning."""
    from sphinx.application import Sphinx
    from sphinx.util.docutils import docutils_namespace

    head = example("lesson").replace("prerequisites: [harvest_now_decrypt_later]", "prerequisites: []")
    (tmp_path / "page.md").write_text(head + "\n" + example("anatomy"), encoding="utf-8")
    (tmp_path / "roles.md").write_text("---\norphan: true\n---\n" + example("roles"), encoding="utf-8")
    (tmp_path / "page.questions.yml").write_text(example("questions"), encoding="utf-8")
    (tmp_path / "page.cards.yml").write_text(example("cards"), encoding="utf-8")
    (tmp_path / "modules").mkdir()
    (tmp_path / "exercises").symlink_to(ROOT / "exercises")
    settings = {
        "extensions": ["myst_nb", "qcourse.sphinxext"],
        "master_doc": "page",
        "html_theme": "basic",
        "nb_execution_mode": "off",
        "html_math_renderer": "qcourse_mathml",
        "myst_enable_extensions": ["colon_fence", "dollarmath"],
        "exclude_patterns": ["exercises"],
    }
    with docutils_namespace():
        Sphinx(
            str(tmp_path),
            None,
            str(tmp_path / "out"),
            str(tmp_path / "trees"),
            "html",
            settings,
            status=None,
            warningiserror=True,
        ).build()
    html = (tmp_path / "out" / "page.html").read_text(encoding="utf-8")

    assert all(
        f"qc-{part}" in html
        for part in (
            "lesson",
            "situation",
            "deeper",
            "not-mean",
            "meeting",
            "question",
            "exercise",
            "key-points",
            "cards",
            "sources",
        )[:-1]
    )


def test_figure() -> None:
    """The example gives static HTML with its picture and table in both languages."""
    namespace: dict = {"__name__": "doubling"}
    exec(compile(example("figure"), "doubling.py", "exec"), namespace)
    figure = namespace["Doubling"]
    shown = figure._in_language(figure, "fr")

    assert ([0, 2, 4, 6], True, True) == (
        figure.compute()["doubles"],
        "Le doublement" in shown,
        "<svg" in shown,
    )


def test_checks_and_settings(tmp_path: Path) -> None:
    """The example exercise loads; its checks pass a right answer and fail a wrong one."""
    from qcourse import exercises
    from qcourse.answer import LocalTransport
    from qcourse.running import run_checks

    folder = tmp_path / "doubling"
    (folder / "private").mkdir(parents=True)
    (folder / "exercise.toml").write_text(example("exercise.toml"), encoding="utf-8")
    (folder / "private" / "hidden.toml").write_text(example("hidden.toml"), encoding="utf-8")
    functions = example("checks").split("\n\n\n")
    (folder / "checks.py").write_text(functions[0] + "\n\n\n" + functions[1] + "\n", encoding="utf-8")
    (folder / "private" / "hidden_checks.py").write_text(
        functions[0] + "\n\n\n" + functions[2], encoding="utf-8"
    )
    (folder / "stub.py").write_text(
        "def double(x: float) -> float:\n    raise NotImplementedError\n", encoding="utf-8"
    )
    exercise = exercises.load_folder(folder, folder / "private")

    def right(x: float) -> float:
        if x > 100:
            raise ValueError
        return 2 * x

    earned = [
        run_checks(exercise, LocalTransport({"double": function}), hidden=True).earned
        for function in (right, lambda x: x)
    ]

    assert [10, 0] == earned


def targets() -> set[str]:
    """The named commands of the Makefile."""
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def test_every_target_is_documented() -> None:
    """Each make target stands in the table of commands, and the table names no other."""
    assert targets() == set(re.findall(r"^\| `make (\w+)` \|", TEXT, re.MULTILINE))


def test_every_verb_is_documented() -> None:
    """Each verb of the command line is named in the section on commands, and has help in both languages."""
    from qcourse.cli import COMMANDS

    section = TEXT.split("## Commands", 1)[1].split("\n## ", 1)[0]
    missing = [name for name in COMMANDS if f"`{name}`" not in section]
    mute = [name for name, (_, text) in COMMANDS.items() if not (text["en"] and text["fr"])]

    assert ([], []) == (missing, mute)


@pytest.mark.parametrize(
    "thing", ["add a lesson", "add an exercise", "add a fact", "add a figure", "translate"]
)
def test_recipes_are_short(thing: str) -> None:
    """At most ten lines, each a step."""
    steps = re.findall(r"^\d+\. ", TEXT.split(f"## How to {thing}", 1)[1].split("\n## ", 1)[0], re.MULTILINE)

    assert 1 <= len(steps) <= 10


def test_settings_example_is_valid_toml() -> None:
    """Both settings parse, and public and hidden points add up to 10."""
    public, hidden = (tomllib.loads(example(name))["checks"] for name in ("exercise.toml", "hidden.toml"))

    assert 10 == sum(check["points"] for check in (*public.values(), *hidden.values()))

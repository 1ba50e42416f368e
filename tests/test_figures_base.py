"""The base of the figures: both languages, the same bytes in every run, and a module of the agreed form."""

import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

import qcourse.figures as figures
from qcourse.errors import ContentError
from qcourse.figure_assets import OWN_PARTS, PARTS, figure_names, notebook_module, wrapped
from qcourse.figures import (
    BOOK_VARIABLE,
    AimsTagger,
    TwoScreens,
    figures_used,
    write_assets,
)

from .shown_figures import FIGURES

FOLDER = Path(figures.__file__).parent
ENGINE = FOLDER.parent / "policy" / "table_q.js"
MOST_SCRIPT = 40_000
"""Bytes of one figure's script, without the engine of Table Q, which its notebook and its tests use too."""

every_figure = pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.name)
each_language = pytest.mark.parametrize("language", ("en", "fr"))


@pytest.fixture(autouse=True)
def book(monkeypatch):
    monkeypatch.setenv(BOOK_VARIABLE, "1")


def test_public_names():
    """The package exports its figures and what the build needs, in order."""

    assert {"BOOK_VARIABLE", "Figure", "figures_used", "write_assets"} == set(figures.__all__) - {
        figure.__name__ for figure in FIGURES
    }
    assert [figure.name for figure in FIGURES] == figure_names()


@every_figure
def test_html_in_the_book(figure):
    """The book gets HTML and nothing that would load a widget manager."""
    bundle, metadata = figure()._repr_mimebundle_()

    assert {"text/html", "text/plain"} == set(bundle)
    assert {} == metadata
    assert f"{figure.__name__}()" == bundle["text/plain"]


def test_live_in_a_notebook(monkeypatch):
    """A notebook gets the widget too."""
    monkeypatch.delenv(BOOK_VARIABLE)
    bundle, _ = TwoScreens()._repr_mimebundle_()

    assert {"application/vnd.jupyter.widget-view+json", "text/html", "text/plain"} == set(bundle)


def test_same_bytes_in_every_run():
    """Two processes with other hash seeds, languages and dates of start give the same HTML."""
    names = tuple(figure.__name__ for figure in FIGURES)
    program = f"import qcourse.figures as f; print(*(f.__dict__[n]().html() for n in {names}))"
    source = str(FOLDER.parent.parent)

    def run(seed, language):
        environment = {
            **os.environ,
            "PYTHONHASHSEED": seed,
            "COURSE_LANG": language,
            BOOK_VARIABLE: "1",
            "PYTHONPATH": source,
            "PYTHONIOENCODING": "utf-8",
        }
        return subprocess.run(
            [sys.executable, "-c", program], env=environment, capture_output=True, check=True
        ).stdout

    assert run("1", "en") == run("2", "fr")


@every_figure
@each_language
def test_still_picture(figure, language):
    """Each still picture is well-formed SVG with a name, some drawing, and no script."""
    picture = ElementTree.fromstring(figure.still(language))

    assert "img" == picture.get("role")
    assert figure.alt[language] == picture.get("aria-label")
    assert len(list(picture.iter())) > 8
    assert not [element for element in picture.iter() if element.tag.endswith("script")]


@every_figure
@each_language
def test_table(figure, language):
    """Each table has a head, rows of its width, and no empty cell outside the corner."""
    head, *rows = figure.table(language)

    assert rows
    assert {len(head)} == {len(row) for row in rows}
    assert all(cell for row in rows for cell in row)


@every_figure
def test_page_data(figure):
    """The data in the page are the computed ones, with all texts of both languages, and can't end the script."""
    inside = re.search(
        r'<script type="application/json" class="qc-figure-state">(.*?)</script>', figure().html(), re.DOTALL
    )[1]
    state = json.loads(inside)

    assert figure.compute() == state["data"]
    assert {"en", "fr"} == set(state["texts"])
    assert state["texts"]["en"].keys() == state["texts"]["fr"].keys()
    assert "</" not in inside


@every_figure
def test_only_script_is_data(figure):
    """The HTML holds no program."""
    html = figure().html()

    assert ['<script type="application/json" class="qc-figure-state">'] == re.findall(r"<script[^>]*>", html)
    assert not re.search(r"\son\w+=", html)


def test_identifiers_are_unique():
    """All figures together on a page share no identifier, and each comes from its figure's name."""
    identifiers = {figure.name: re.findall(r'\bid="([^"]+)"', figure().html()) for figure in FIGURES}
    every = [identifier for one in identifiers.values() for identifier in one]

    assert len(set(every)) == len(every)
    assert all(
        identifier.startswith(f"figure-{name}") for name, one in identifiers.items() for identifier in one
    )


@every_figure
def test_position_is_kept(figure):
    """A starting position given in the cell reaches the page."""

    assert '"position":{"a":30}' in figure(position={"a": 30}).html()


@every_figure
def test_french_typography(figure):
    """No plain space before a colon or a percent sign or inside guillemets, and no straight apostrophe."""
    texts = figure.all_texts()["fr"].values()

    assert [] == [text for text in texts if re.search(r"\s(?<!\u00a0):|« | »|[\d}] %|\s[;?!]|'", text)]


@every_figure
def test_english_typography(figure):
    """No straight quotation mark or apostrophe in English either."""

    assert [] == [text for text in figure.all_texts()["en"].values() if re.search(r"['\"]", text)]


@every_figure
def test_languages_have_the_same_places(figure):
    """Each pair of strings has the same {places}."""

    assert [] == [
        key
        for key, text in figure.words.items()
        if set(re.findall(r"\{\w+\}", text["en"])) != set(re.findall(r"\{\w+\}", text["fr"]))
    ]


@every_figure
def test_every_string_is_used(figure):
    """Every string is named in the browser module or the Python file, and every string named there exists."""
    script = FOLDER.joinpath(f"{figure.name}.js").read_text(encoding="utf-8")
    python = FOLDER.joinpath(f"{figure.name}.py").read_text(encoding="utf-8")
    named = set(re.findall(r'say\("(\w+)"[,)]', script))
    named |= {
        key
        for file in OWN_PARTS.get(figure.name, {}).values()
        for key in re.findall(r'say\("(\w+)"[,)]', FOLDER.joinpath(file).read_text(encoding="utf-8"))
    }
    shared = ["controls.js", *OWN_PARTS.get(figure.name, {}).values()]
    script += "".join(FOLDER.joinpath(file).read_text(encoding="utf-8") for file in shared)
    made = [
        f"{before}\\w+{after}"
        for before, after in re.findall(r"[`\"](\w*)\$?\{[\w.]+\}(\w*)[`\"]", script + python)
        if before + after
    ]
    made += [rf"{start}\w+" for start in re.findall(r'"(\w+_)" \+', script)]

    assert set() == named - figure.all_texts()["en"].keys()
    assert [] == [
        key
        for key in figure.words
        if f'"{key}"' not in script
        and len(re.findall(rf"[\"']{key}[\"']", python)) < 2
        and not any(re.fullmatch(form, key) for form in made)
    ]


@every_figure
def test_module_form(figure):
    """The browser module has the form of an anywidget front end and reads the model only as agreed."""
    script = FOLDER.joinpath(f"{figure.name}.js").read_text(encoding="utf-8")

    assert script.endswith("export default { render };\n")
    assert "function render({ model, el })" in script
    assert {"get", "set", "save_changes", "on"} >= set(re.findall(r"\bmodel\.(\w+)", script))
    assert not re.search(
        r"\b(fetch|XMLHttpRequest|localStorage|sessionStorage|innerHTML|eval|import\()", script
    )


@every_figure
def test_notebook_module(figure):
    """The module for a notebook is one file with one default export and no import."""
    module = notebook_module(figure.name)

    assert 1 == len(re.findall(r"^export default", module, re.MULTILINE))
    assert not re.search(r"^\s*import\b", module, re.MULTILINE)


def test_assets(tmp_path):
    """The build writes style, host and a light classic script for each figure."""
    files = {path.name: path.read_text(encoding="utf-8") for path in write_assets(tmp_path)}

    assert {"figures.css", "host.js", *(f"{figure.name}.js" for figure in FIGURES)} == set(files)
    assert all(f"qcourseFigures.parts.{part} =" in files["host.js"] for part in PARTS)
    for name, text in files.items():
        engine = ENGINE.stat().st_size if name == "table_q.js" else 0
        assert len(text.encode()) - engine < MOST_SCRIPT, name
        assert not re.search(r"^\s*(import|export)\b", text, re.MULTILINE), name


def test_figures_used():
    """The figures of a page are found in order, each once."""
    html = f"<p>{TwoScreens().html()}{AimsTagger().html()}{TwoScreens().html()}"

    assert ["two_screens", "aims_tagger"] == figures_used(html)
    assert [] == figures_used("<p>data-figure</p>")


@pytest.mark.parametrize(
    "source",
    [
        "export default { render };\nexport default { render };\n",
        "function render() {}\n",
        'import * as d3 from "./d3.js";\nexport default { render };\n',
        'import { a } from "https://example.org/a.js";\nexport default { render };\n',
        "export default class {}\n",
        "export function a() {}\nexport default { render };\n",
    ],
)
def test_other_form_is_refused(source):
    """A module of another form stops the build with what was found."""
    with pytest.raises(ContentError) as caught:
        wrapped(source, "odd", "parts")

    assert "odd.js" in caught.value.text["en"]
    assert "odd.js" in caught.value.text["fr"]


def test_wrapped_part_and_figure():
    """A part gives its named exports, a figure its default one."""
    part = wrapped("export const a = 1;\nexport function b() {}\n", "part", "parts")
    figure = wrapped(
        'import { a, b } from "./part.js";\nfunction render() {}\nexport default { render };\n',
        "figure",
        "parts",
    )

    assert "return { a, b };" in part
    assert "const { a, b } = parts.part;" in figure
    assert "return { render };" in figure

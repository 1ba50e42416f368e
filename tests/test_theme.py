"""The theme, its search and its mathematics, without a browser."""

import hashlib
import itertools
import re
import tomllib
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

THEME = Path(__file__).parents[1] / "src" / "qcourse" / "theme"
ROOT = Path(__file__).parents[1]
STATIC = THEME / "static"
CSS = (STATIC / "qcourse.css").read_text("utf-8")
SCRIPTS = sorted(STATIC.glob("*.js"))
TEMPLATES = sorted(THEME.glob("*.html"))


def tokens(start: str) -> dict[str, str]:
    """The custom properties with a plain colour in the rule that follows `start` in the style sheet."""
    rule = CSS.split(start, 1)[1].split("}", 1)[0]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", rule))


def contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio of two colours `#rrggbb`: 1 to 21."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


LIGHT, DARK = tokens("\n:root {"), tokens(':root[data-theme="dark"] {')
GROUNDS = ("paper", "raised", "sunk")
ACCENTS = ("neutral", "basics", "risk", "strategy")
PAIRS = [
    *itertools.product(("ink", "muted", *ACCENTS, "right", "wrong", "warn"), GROUNDS),
    *((accent, f"{accent}-soft") for accent in ACCENTS),
    *itertools.product(("ink", "muted"), (f"{accent}-soft" for accent in ACCENTS)),
    *itertools.product(("ink",), ("right-soft", "wrong-soft", "mark")),
    ("right", "right-soft"),
    ("wrong", "wrong-soft"),
]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", PAIRS, ids="-on-".join)
def test_text_has_contrast(colours, pair):
    """Every text colour on every ground it may stand on reaches AA for text of normal size."""
    text, ground = (colours[name] for name in pair)

    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_edges_of_controls_are_seen(colours, ground):
    """The border of an input or a choice has the 3 to 1 that WCAG asks of controls."""
    assert contrast(colours["edge"], colours[ground]) >= 3


def test_both_ways_into_the_dark_agree():
    """The system's wish and the reader's choice give the same dark colours."""
    assert tokens(':root:not([data-theme="light"]) {') == DARK


def test_strings_in_both_languages():
    """Each string of the interface exists in English and French."""
    strings = yaml.safe_load((THEME / "strings.yml").read_text("utf-8"))

    assert [key for key, text in strings.items() if set(text) != {"en", "fr"} or not all(text.values())] == []


def test_strings_are_those_used():
    """Templates and script ask for no string that is missing, and none is left unused."""
    strings = set(yaml.safe_load((THEME / "strings.yml").read_text("utf-8")))
    layout = (THEME / "layout.html").read_text("utf-8")
    listed = set(re.findall(r"'(\w+)'", re.search(r"for key in \[(.*?)\]", layout)[1]))
    used = listed | {key for path in TEMPLATES for key in re.findall(r"\bui\.(\w+)", path.read_text("utf-8"))}
    asked = {
        key.replace("-", "_")
        for key in re.findall(r'ui\("([\w-]+)"', (STATIC / "qcourse.js").read_text("utf-8"))
    }

    assert strings == used
    assert asked - listed <= {"theme_"}


def test_strict_builds_do_not_warn_of_options():
    """Every option that Jupyter Book hands to a theme is declared."""
    from jupyter_book.config import get_final_config

    config, _ = get_final_config(user_yaml=ROOT / "_config.yml", cli_config={"latex_individualpages": False})
    declared = set(
        re.findall(
            r"^(\w+) =", (THEME / "theme.conf").read_text("utf-8").split("[options]")[-1], re.MULTILINE
        )
    )

    assert set() == set(config["html_theme_options"]) - declared


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_script_blocks(template):
    """Each script of a template is deferred or asynchronous, has a file of its own, and no handler stands in the HTML."""
    text = template.read_text("utf-8")

    assert [
        tag
        for tag in re.findall(r"<script[^>]*>", text)
        if "src=" not in tag or not re.search(r"\b(defer|async)\b", tag)
    ] == []
    assert not re.search(r"""\son\w+=["']|style=["']|https?://""", text)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_small_and_safe(script):
    """A script is under 20 kB and never turns text into code or HTML, nor asks the network for anything."""
    # The name of a namespace looks like an address, but nothing is fetched from it.
    text = script.read_text("utf-8").replace('"http://www.w3.org/2000/svg"', "")

    assert script.stat().st_size < 20_000
    assert not re.search(
        r"\beval\b|innerHTML|insertAdjacentHTML|document\.write|new Function|\bfetch\(|XMLHttpRequest|https?://",
        text,
    )


def vendored() -> list[dict]:
    """The manifest of third-party files."""
    return tomllib.loads((THEME / "vendored.toml").read_text("utf-8"))["font"]


@pytest.mark.parametrize("entry", vendored(), ids=lambda entry: entry["file"])
def test_vendored_files_are_those_recorded(entry):
    """Each font has version, source and licence, and the checksum of the manifest."""
    assert {"file", "package", "version", "licence", "source", "sha256"} <= set(entry)
    assert entry["sha256"] == hashlib.sha256((STATIC / entry["file"]).read_bytes()).hexdigest()


def test_fonts_are_few_and_licensed():
    """Together at most 120 kB, all in the manifest, with the licence beside them."""
    fonts = list(STATIC.rglob("*.woff2"))

    assert {f"fonts/{path.name}" for path in fonts} == {entry["file"] for entry in vendored()}
    assert sum(path.stat().st_size for path in fonts) <= 120_000
    assert "SIL OPEN FONT LICENSE" in (STATIC / "fonts" / "OFL.txt").read_text("utf-8")


PAGE = """<!DOCTYPE html><html><body data-module="quantum_basics"><nav>Contents <a>Qubits</a></nav><main><article>
<section id="arrows"><h1>Arrows add<a class="headerlink" href="#arrows">¶</a></h1>
<p>First<br>text.</p><script>var hidden = 1;</script>
<section id="cancel"><h2>They <em>may</em> cancel</h2><p>L’œuvre &amp; the <span class="qc-word"><a>qubit</a>
<span class="qc-tip">a definition</span></span> &lt;b&gt;.</p>
<details class="qc-answers"><summary>Answers</summary><p>Secret.</p></details></section></section>
<dl><dt id="term-shot">shot (tir)</dt><dd>One run.</dd></dl></article></main></body></html>"""


def test_search_reads_sections():
    """A page becomes its sections, with anchors, without navigation, scripts, tips and answers."""
    from qcourse.sphinxext.search import read_page

    page = read_page(PAGE, "a.html")

    assert (page.url, page.title, page.module) == ("a.html", "Arrows add", "quantum_basics")
    assert [(s.anchor, s.heading, s.text) for s in page.sections] == [
        ("", "Arrows add", "First text."),
        ("cancel", "They may cancel", "L’œuvre & the qubit <b>."),
        ("term-shot", "shot (tir)", "One run."),
    ]


def test_search_index_is_a_classic_script():
    """The index is one statement in which no tag can be opened, and holds the text."""
    from qcourse.sphinxext.search import index_script, read_page

    script = index_script([read_page(PAGE, "a.html")])

    assert script.startswith("window.qcourseSearch=[[") and script.endswith("]];\n")
    assert "<" not in script
    assert "L’œuvre" in script


@pytest.mark.parametrize(
    "latex",
    [r"2\sqrt 2", r"\frac{1}{2}", r"|00\rangle + e^{i\phi}", r"7^x \bmod 15", r"\text{si } x \le \tfrac14"],
)
@pytest.mark.parametrize("display", [False, True], ids=["inline", "display"])
def test_formula_becomes_mathml(latex, display):
    """A formula is a well-formed `<math>` element with its source as alternative text."""
    from xml.etree import ElementTree

    from qcourse.sphinxext.mathml import mathml

    element = ElementTree.fromstring(mathml(latex, display))

    assert element.tag == "{http://www.w3.org/1998/Math/MathML}math"
    assert (latex, "block" if display else "inline") == (element.get("alttext"), element.get("display"))


class _Requests(HTMLParser):
    """Addresses that a page loads by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs):
        got = dict(attrs)
        if tag in {"script", "img", "iframe", "source"} or (
            tag == "link" and got.get("rel") in {"stylesheet", "icon", "preload"}
        ):
            self.found.append(got.get("src") or got.get("href"))


@pytest.fixture(scope="module")
def small_site(tmp_path_factory):
    """A site of two pages, built by Sphinx alone with the theme, the search, MathML and tables; and its warnings."""
    import io

    from sphinx.application import Sphinx

    folder = tmp_path_factory.mktemp("site")
    (folder / "index.rst").write_text(
        "Cover\n=====\n\n.. toctree::\n   :caption: Part\n\n   page\n\n.. math:: \\sqrt 2\n\n=== ===\none two\n=== ===\n1   2\n=== ===\n",
        "utf-8",
    )
    (folder / "page.rst").write_text(
        "A page\n======\n\nText :math:`a^2`, :math:`\\frac{` too.\n\nBelow\n-----\n\nMore.\n", "utf-8"
    )
    (folder / "conf.py").write_text(
        "import yaml\nfrom pathlib import Path\nproject = 'Course'\nhtml_theme = 'qcourse'\nhtml_math_renderer = 'qcourse_mathml'\nhtml_use_index = False\n"
        "extensions = ['qcourse.sphinxext.mathml', 'qcourse.sphinxext.search', 'qcourse.sphinxext.tables']\n"
        f"theme = Path({str(THEME)!r})\n"
        "def context(app, page, template, context, doctree):\n"
        "    context['ui'] = {key: text['en'] for key, text in yaml.safe_load((theme / 'strings.yml').read_text('utf-8')).items()}\n"
        "def setup(app):\n    app.add_html_theme('qcourse', str(theme))\n    app.connect('html-page-context', context)\n",
        "utf-8",
    )
    warnings = io.StringIO()
    out = folder / "_out"
    Sphinx(
        str(folder), str(folder), str(out), str(folder / "_trees"), "html", status=None, warning=warnings
    ).build()
    return out, warnings.getvalue()


def test_small_site_warns_of_the_bad_formula_only(small_site):
    """The theme brings no warning of its own; a formula that cannot be converted is named with its place."""
    _, warnings = small_site

    assert len(warnings.strip().splitlines()) == 1
    assert "page.rst" in warnings and "cannot be turned into MathML" in warnings


def test_small_site_loads_only_its_own_files(small_site):
    """Every file that a page loads exists in the site, and Sphinx's own search is gone."""
    out, _ = small_site
    for path in out.glob("*.html"):
        reader = _Requests()
        reader.feed(path.read_text("utf-8"))

        assert [address for address in reader.found if not (path.parent / address).is_file()] == []
    assert not any(
        (out / name).exists() for name in ("searchindex.js", "_static/searchtools.js", "_static/doctools.js")
    )


def test_small_site_has_mathematics_tables_and_index(small_site):
    """MathML stands in the page, a table in a box that scrolls, the text in the index."""
    out, _ = small_site
    cover = (out / "index.html").read_text("utf-8")

    assert '<math alttext="\\sqrt 2"' in cover and '<div class="qc-table"><table' in cover
    assert '"page.html","A page"' in (out / "search-index.js").read_text("utf-8")
    assert "search-index.js" not in cover + (out / "search.html").read_text("utf-8")

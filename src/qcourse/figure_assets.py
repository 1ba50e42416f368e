"""The figures' browser files: classic scripts for a static page, one module for a notebook.

A source module follows a small part of the ES module format, so that a few lines can turn it into a classic script,
which also runs from ``file://`` and under a content security policy without ``blob:``. At the start of a line, a part
has ``import { a, b } from "./other.js";`` and ``export function`` or ``export const``; a figure has one
``export default {`` instead, as its last statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from .errors import ContentError

PARTS = ("words", "arrows", "circuit", "controls", "note_rules")
"""What several figures share, each after those it imports."""

OWN_PARTS = {"table_q": {"table_q_engine": "../policy/table_q.js", "table_q_views": "table_q_views.js"}}
"""What one figure alone uses, by the figure's name: each part and its file, after those it imports."""

STYLESHEET = "figures.css"
HOST = "host.js"

_FOLDER = Path(__file__).parent / "figures"
_IMPORT = re.compile(r'^import \{ ([\w, ]+) \} from "\./(\w+)\.js";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:function|const) (\w+))", re.MULTILINE)
_DEFAULT = re.compile(r"^export default (?=\{)", re.MULTILINE)
_LEFT_OVER = re.compile(r"^\s*(import|export)\b.*$", re.MULTILINE)
_USED = re.compile(r'<figure class="qc-figure" data-figure="(\w+)"')

_FRAME = """
export default {
  render({ model, el }) {
    const texts = model.get("texts")[model.get("language")];
    const figure = document.createElement("div");
    figure.className = "qc-figure";
    figure.setAttribute("role", "group");
    figure.setAttribute("aria-label", texts.title);
    const add = (className) => figure.appendChild(Object.assign(document.createElement("div"), { className }));
    add("qc-figure-title").textContent = texts.title;
    const live = add("qc-figure-live");
    add("qc-figure-caption").textContent = texts.caption;
    el.appendChild(figure);
    return figureModule.render({ model, el: live });
  },
};
"""


def figure_names() -> list[str]:
    """The figures that have a browser module, in alphabetical order."""
    scripts = {path.stem for path in _FOLDER.glob("*.js")} - {*PARTS, Path(HOST).stem}
    return sorted(name for name in scripts if _FOLDER.joinpath(f"{name}.py").is_file())


def figures_used(html: str) -> list[str]:
    """The names of the figures on a page, each once, in the order of the page."""
    return list(dict.fromkeys(_USED.findall(html)))


def write_assets(target_dir: str | Path) -> list[Path]:
    """Write what the static pages load into ``target_dir`` and return the files written.

    These are ``figures.css``, ``host.js`` (host and shared parts) and a classic script for each figure; a page loads
    the first two if it has a figure, and then ``<name>.js`` for each name of ``figures_used``.
    """
    target = Path(target_dir)
    target.mkdir(parents=True, exist_ok=True)
    texts = {STYLESHEET: stylesheet(), HOST: host_script()}
    texts |= {f"{name}.js": classic_script(name) for name in figure_names()}
    for name, text in texts.items():
        target.joinpath(name).write_text(text, encoding="utf-8")
    return [target / name for name in texts]


def stylesheet() -> str:
    """The style of all figures."""
    return _source(STYLESHEET)


def host_script() -> str:
    """The host of a static page, with the shared parts."""
    parts = "\n".join(
        f"qcourseFigures.parts.{name} = {_function(name, 'qcourseFigures.parts')};" for name in PARTS
    )
    return f"{_source(HOST)}\n{parts}\n"


def classic_script(name: str) -> str:
    """The browser module of a figure as a classic script that registers itself with the host."""
    registry = "qcourseFigures.parts"
    return f'{_own_parts(name, registry)}qcourseFigures.add("{name}", {_function(name, registry)});\n'


def notebook_module(name: str) -> str:
    """The browser module of a figure with all that it shares, as one ES module for anywidget."""
    parts = "\n".join(f"parts.{part} = {_function(part, 'parts')};" for part in PARTS)
    parts += f"\n{_own_parts(name, 'parts')}"
    return f"const parts = {{}};\n{parts}\nconst figureModule = {_function(name, 'parts')};\n{_FRAME}"


def _own_parts(name: str, registry: str) -> str:
    return "".join(
        f"{registry}.{part} = {wrapped(_source(file), part, registry)};\n"
        for part, file in OWN_PARTS.get(name, {}).items()
    )


def _function(name: str, registry: str) -> str:
    return wrapped(_source(f"{name}.js"), name, registry)


def wrapped(source: str, name: str, registry: str) -> str:
    """An ES module as a function called at once: a figure gives its default export, a part its named ones.

    ``registry`` is the expression under which the parts are found; ContentError for a module of another form.
    """
    exports = _EXPORT.findall(source)
    defaults = len(_DEFAULT.findall(source))
    if bool(exports) == bool(defaults) or defaults > 1:
        raise _wrong_form(name, [f"{len(exports)} × export, {defaults} × export default {{"])
    body = _IMPORT.sub(rf"const {{ \1 }} = {registry}.\2;", source)
    body = _DEFAULT.sub("return ", _EXPORT.sub("", body))
    if left_over := [match[0].strip() for match in _LEFT_OVER.finditer(body)]:
        raise _wrong_form(name, left_over)
    result = f"return {{ {', '.join(exports)} }};\n" if exports else ""
    return f'(function () {{\n"use strict";\n{body}{result}}})()'


def _wrong_form(name: str, found: Iterable[str]) -> ContentError:
    seen = "; ".join(found)
    return ContentError(
        {
            "en": f"{name}.js has: {seen}. A figure has one `export default {{`, a part `export function` or `export const`; "
            'imports are `import { a } from "./part.js";`.',
            "fr": f"{name}.js contient\u00a0: {seen}. Une figure a un seul `export default {{`, une pièce `export function` ou "
            '`export const`; les importations s’écrivent `import { a } from "./piece.js";`.',
        }
    )


def _source(name: str) -> str:
    return _FOLDER.joinpath(name).read_text(encoding="utf-8")

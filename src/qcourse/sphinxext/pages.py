"""What every page is given beside its text: the other language's address, the theme's strings, the scripts of its figures.

It also takes out of the finished site what no page of the course loads.
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Any

import yaml
from docutils import nodes
from sphinx.application import Sphinx

from .front_matter import front_matter

OTHER = {"en": "fr", "fr": "en"}
THEME = Path(__file__).parents[1] / "theme"


def _forget_old_outputs(app: Sphinx, config: Any) -> None:
    """Drop the cache of executed cells when the code that they call has changed: the cache compares cells alone."""
    digest = hashlib.sha256()
    for path in sorted(
        path
        for folder in ("figures", "facts")
        for path in (THEME.parent / folder).rglob("*")
        if path.suffix in (".py", ".yml")
    ):
        digest.update(path.read_bytes())
    config.qcourse_outputs = digest.hexdigest()
    cache = Path(config.nb_execution_cache_path or Path(app.outdir).parent / ".jupyter_cache")
    stamp = cache / "made-by"
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != config.qcourse_outputs:
        shutil.rmtree(cache, ignore_errors=True)
        cache.mkdir(parents=True)
        stamp.write_text(config.qcourse_outputs, encoding="utf-8")


def _context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    language = app.config.language
    context["ui"] = {
        key: text[language]
        for key, text in yaml.safe_load((THEME / "strings.yml").read_text(encoding="utf-8")).items()
    }
    context["qcourse_module"] = pagename.split("/")[1] if pagename.startswith("modules/") else ""
    if app.config.qcourse_languages:
        up = "../" * (pagename.count("/") + 1)
        context["qcourse_other_language"] = OTHER[language]
        context["qcourse_other_url"] = f"{up}{OTHER[language]}/{pagename}.html"
    body = context.get("body", "")
    context["qcourse_figures"] = _figures(body) if 'class="qc-figure"' in body else []
    path = Path(app.env.doc2path(pagename)) if pagename in app.env.all_docs else None
    matter = front_matter(path) if path and path.suffix == ".md" else None
    context["qcourse_minutes"] = matter.minutes if matter else None


def _figures(body: str) -> list[str]:
    from .. import figure_assets

    return figure_assets.figures_used(body)


def _finish(app: Sphinx, exception: Exception | None) -> None:
    if exception or app.builder.format != "html":
        return
    from .. import figure_assets

    static = Path(app.outdir) / "_static"
    keep = set(_theme_files())
    for path in sorted(static.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(static) not in keep:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    figure_assets.write_assets(static / "figures")
    for name in ("searchindex.js", "objects.inv", ".buildinfo", "genindex.html"):
        (Path(app.outdir) / name).unlink(missing_ok=True)
    shutil.rmtree(Path(app.outdir) / "_sphinx_design_static", ignore_errors=True)


def _theme_files() -> list[Path]:
    static = THEME / "static"
    return [path.relative_to(static) for path in static.rglob("*") if path.is_file()]


def setup(app: Sphinx) -> None:
    """Register the theme and the events."""
    app.add_config_value("qcourse_languages", False, "html", [bool])
    app.add_config_value("qcourse_outputs", "", "env", [str])  # a change makes Sphinx read every page again
    app.connect("config-inited", _forget_old_outputs)
    app.add_html_theme("qcourse", str(THEME))
    app.connect("html-page-context", _context)
    app.connect("build-finished", _finish, priority=900)

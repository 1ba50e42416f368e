"""The course for learning platforms: one SCORM 1.2 package per language, one unit for each lesson and each test.

A unit is a small page that holds the session and shows the lesson in a frame: a reader may follow links without losing
the session. Both editions are inside, so that the language switch works.
"""

from __future__ import annotations

import html
from pathlib import Path

from ...lang import LANGUAGES
from ...record.course import lessons
from .. import archive, pages

TESTS = {"book/pretest": "a", "book/posttest": "b"}
"""The pages of the tests, with the beginning of the name of their form."""

_HERE = Path(__file__).parent
_COMMON = "common"


def write(root: Path, site: Path, language: str, folder: Path) -> Path:
    """Write ``qcourse-scorm-<language>.zip`` into ``folder``."""
    files = archive.below(site, "site/")
    files |= {f"{name}.js": (_HERE / f"{name}.js").read_bytes() for name in ("session", "run")}
    shared = sorted(files)
    units = [(page, lesson, "") for page, lesson in ((known.page, known.name) for known in lessons(root))]
    listed = {page for part in pages.parts(root) for page in part.pages}
    tests = [(page, "", form) for page, form in TESTS.items() if page in listed]
    units = [*tests[:1], *units, *tests[1:]]
    for page, lesson, form in units:
        files[_launch(page)] = _unit(site, language, page, lesson, form).encode()
    files["imsmanifest.xml"] = _manifest(
        root, site, language, [page for page, _, _ in units], shared
    ).encode()
    return archive.write(folder / f"qcourse-scorm-{language}.zip", files)


def write_all(root: Path, site: Path, folder: Path) -> list[Path]:
    """Both packages."""
    return [write(root, site, language, folder) for language in LANGUAGES]


def _launch(page: str) -> str:
    return f"{page.rpartition('/')[2]}.html"


def _unit(site: Path, language: str, page: str, lesson: str, form: str) -> str:
    static = f"site/{language}/_static"
    scripts = "".join(
        f'<script src="{name}"></script>\n'
        for name in ("session.js", f"{static}/course.js", f"{static}/record.js", "run.js")
    )
    title = html.escape(pages.title(site, language, page))
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        "<style>html, body { height: 100%; margin: 0 } body { display: flex; flex-direction: column } "
        "iframe { flex: 1; border: 0; width: 100% } .alone { margin: .5rem 1rem } [hidden] { display: none }</style>\n"
        f'</head>\n<body data-page="site/{language}/{page}.html" data-lesson="{lesson}" data-form="{form}">\n'
        f'<p class="alone" role="status">{pages.said("alone", language)}</p>\n<iframe title="{title}"></iframe>\n{scripts}</body>\n</html>\n'
    )


def _manifest(root: Path, site: Path, language: str, units: list[str], shared: list[str]) -> str:
    name = html.escape(pages.book_title(root, language))
    items = "".join(
        f'      <item identifier="item-{pages.place(page)}" identifierref="unit-{pages.place(page)}" isvisible="true">\n'
        f"        <title>{html.escape(pages.title(site, language, page))}</title>\n      </item>\n"
        for page in units
    )
    resources = "".join(
        f'    <resource identifier="unit-{pages.place(page)}" type="webcontent" adlcp:scormtype="sco" href="{_launch(page)}">\n'
        f'      <file href="{_launch(page)}"/>\n      <dependency identifierref="{_COMMON}"/>\n    </resource>\n'
        for page in units
    )
    listed = "".join(f'      <file href="{file}"/>\n' for file in shared)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<manifest identifier="qcourse-{language}" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"\n'
        '  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
        "  <metadata>\n    <schema>ADL SCORM</schema>\n    <schemaversion>1.2</schemaversion>\n  </metadata>\n"
        f'  <organizations default="course">\n    <organization identifier="course">\n      <title>{name}</title>\n{items}'
        "    </organization>\n  </organizations>\n"
        f'  <resources>\n{resources}    <resource identifier="{_COMMON}" type="webcontent" adlcp:scormtype="asset">\n{listed}    </resource>\n'
        "  </resources>\n</manifest>\n"
    )

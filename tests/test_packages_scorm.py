"""The SCORM 1.2 packages: a manifest that names what is there, and a lesson completed in a run-time."""

from __future__ import annotations

import functools
import http.server
import threading
import xml.etree.ElementTree as ElementTree
import zipfile
from pathlib import Path
from typing import Any

import pytest

from qcourse.packages import scorm
from qcourse.packages.contents import contents
from qcourse.record.course import lessons
from tests.conftest import _Quiet

ROOT = Path(__file__).resolve().parents[1]
RUNTIME = ROOT / "tests" / "vendor" / "scorm-again" / "scorm12.min.js"
CP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
PLATFORM = """<!DOCTYPE html><script src="runtime.js"></script><script>
var query = new URLSearchParams(location.search);
window.API = new (window.Scorm12API || window.ScormAgain.Scorm12API)({autocommit: false, logLevel: 5});
API.loadFromJSON({core: {student_id: query.get("who"), entry: "resume"}, suspend_data: query.get("kept") || ""}, "cmi");
</script><iframe id="unit" src="qubits.html" style="width:1200px;height:800px"></iframe>"""


@pytest.fixture(scope="module")
def package(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The French package, unpacked."""
    folder = tmp_path_factory.mktemp("scorm")
    path = scorm.write(ROOT, site, "fr", folder)
    with zipfile.ZipFile(path) as opened:
        opened.extractall(folder / "unpacked")
    return folder / "unpacked"


def test_the_manifest_names_what_is_there(package: Path) -> None:
    """One organization, one unit for each lesson with a launch page, every file of the package exactly once."""
    manifest = ElementTree.parse(package / "imsmanifest.xml").getroot()
    items = manifest.findall(f"{CP}organizations/{CP}organization/{CP}item")
    resources = manifest.findall(f"{CP}resources/{CP}resource")
    units = {unit.get("identifier"): unit for unit in resources if unit.get(f"{ADL}scormtype") == "sco"}
    files = [file.get("href") for resource in resources for file in resource.findall(f"{CP}file")]
    there = [path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()]
    launched = [units[item.get("identifierref")].get("href") for item in items]

    assert ("ADL SCORM", "1.2") == tuple(
        manifest.findtext(f"{CP}metadata/{CP}{name}") for name in ("schema", "schemaversion")
    )
    assert sorted(files) == sorted(set(there) - {"imsmanifest.xml"})
    assert len(items) == len(units)
    assert {f"{lesson.name}.html" for lesson in lessons(ROOT)} <= set(launched)
    assert all(item.findtext(f"{CP}title") for item in items)
    assert [] == contents()["private"]["scorm"]


@pytest.mark.browser
def test_a_lesson_is_completed_in_a_run_time(package: Path, chromium: Any) -> None:
    """Status, score and progress arrive; they come back on another machine; another learner sees none of them."""
    (package / "runtime.js").write_bytes(RUNTIME.read_bytes())
    (package / "platform.html").write_text(PLATFORM, encoding="utf-8")
    handler = functools.partial(_Quiet, directory=str(package))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_address[1]}/platform.html"
        value = "name => API.LMSGetValue(name)"

        def opened(context: Any, query: str) -> Any:
            page = context.new_page()
            page.goto(f"{address}?{query}")
            page.frame_locator("#unit").frame_locator("iframe").locator(".qc-read input").wait_for()
            return page

        context = chromium.new_context()
        page = opened(context, "who=anna")
        begun = page.evaluate(value, "cmi.core.lesson_status")
        inner = page.frame_locator("#unit").frame_locator("iframe").locator("body")
        inner.evaluate(
            """body => body.querySelectorAll(".qc-question").forEach((question, at) => {
                const right = at > 0;
                [...question.querySelectorAll(".qc-choice")].find(choice =>
                    (choice.querySelector(".qc-reason").dataset.right === "true") === right).querySelector("input").click();
            })"""
        )
        page.wait_for_function("() => API.LMSGetValue('cmi.core.lesson_status') === 'completed'")
        asked = inner.evaluate("body => body.querySelectorAll('.qc-question').length")
        score = page.evaluate(value, "cmi.core.score.raw")
        kept = page.evaluate(value, "cmi.suspend_data")
        other = opened(context, "who=boris")
        foreign = other.evaluate(value, "cmi.core.lesson_status")
        again = chromium.new_context().new_page()
        again.goto(f"{address}?who=anna&kept={_quoted(kept)}")
        again.wait_for_function("() => API.LMSGetValue('cmi.core.lesson_status') === 'completed'")
        restored = again.evaluate(value, "cmi.core.score.raw")
        server.shutdown()

    assert ("incomplete", "incomplete") == (begun, foreign)
    assert str(round(100 * (asked - 1) / asked)) == score == restored
    assert 0 < len(kept) <= 4096


def _quoted(text: str) -> str:
    from urllib.parse import quote

    return quote(text)

"""The served course: a real server process, asked over HTTP, and once with a browser."""

from __future__ import annotations

import json
import re
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from qcourse.errors import UsageError
from qcourse.server import require_free_port, serve
from qcourse.server.app import UNWANTED
from qcourse.server.handlers import MARK, marked
from qcourse.server.keys import OneTimeKey

from .served import PATIENCE_S, Course, free_port, path_of


@pytest.fixture(scope="module")
def small_site(tmp_path_factory) -> Path:
    """A site of four files, with a secret beside it."""
    folder = tmp_path_factory.mktemp("served") / "site"
    for language in ("en", "fr"):
        (folder / language).mkdir(parents=True)
        (folder / language / "index.html").write_text(
            f"<!doctype html><html lang={language}><head><title>{language}</title></head></html>",
            encoding="utf-8",
        )
    (folder / "en" / "course.js").write_text("let course;", encoding="utf-8")
    (folder / "index.html").write_text(
        "<!doctype html><html><head><title>choose</title></head></html>", encoding="utf-8"
    )
    (folder.parent / "secret.html").write_text("secret", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def course(small_site, tmp_path_factory) -> Iterator[Course]:
    """A course that runs for the tests of this file."""
    running = Course(small_site, tmp_path_factory.mktemp("home"))
    yield running
    if running.process.poll() is None:
        running.process.kill()


@pytest.mark.parametrize(
    ("path", "words"),
    [("/", "choose"), ("/index.html", "choose"), ("/en/", "<title>en"), ("/fr/index.html", "<title>fr")],
)
def test_pages_are_served_and_told_that_a_server_is_there(course, path, words):
    """The page's script then offers to open the exercises."""
    status, headers, body = course.get(path)

    assert (200, "text/html; charset=utf-8") == (status, headers["content-type"])
    assert words in body
    assert f"<head>{MARK.decode()}" in body


def test_other_files_are_served_as_they_are(course):
    """With their type."""
    status, headers, body = course.get("/en/course.js")

    assert (200, "let course;") == (status, body)
    assert "javascript" in headers["content-type"]


def test_a_page_without_a_head_is_left_alone():
    """Nothing is guessed."""
    assert b"<p>no head</p>" == marked(b"<p>no head</p>")


@pytest.mark.parametrize(
    "path",
    [
        "/en/../../secret.html",
        "/en/..%2f..%2fsecret.html",
        "/en/%2e%2e/%2e%2e/secret.html",
        "/en//etc/passwd",
        "/en/..%5c..%5csecret.html",
        "/../secret.html",
    ],
)
def test_nothing_outside_the_site_is_served(course, path):
    """However the path is written."""
    status, _, body = course.get(path)

    assert status >= 400
    assert "secret" not in body.replace(path, "")
    assert "root:" not in body


def test_an_absent_page_is_said_so_in_its_own_language(course):
    """With a link to the cover."""
    for language, words in (("en", "This page does not exist"), ("fr", "Cette page n’existe pas")):
        status, _, body = course.get(f"/{language}/nowhere.html")

        assert 404 == status
        assert words in body
        assert f"/{language}/index.html" in body


def test_a_request_for_another_host_is_refused(course):
    """A page elsewhere can't reach this server under a name of its own."""
    status, _, _ = course.get("/", Host="evil.example")

    assert 403 == status


def test_the_server_listens_on_this_machine_only(course):
    """On the loopback address, and on no other of this machine's."""
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {
        "127.0.0.1"
    }
    for address in [*others, "127.0.0.2"]:
        with pytest.raises(OSError):
            socket.create_connection((address, course.port), timeout=2)


@pytest.mark.parametrize(
    "path", ["/lab", "/api/contents", "/api/kernels", "/exercise/shelf_life?language=en"]
)
def test_without_the_cookie_nothing_runs(course, path):
    """Reading is open; code is not."""
    status, _, _ = course.get(path)

    assert status in (302, 403)


def test_an_exercise_without_the_cookie_says_what_to_do(course):
    """In the reader's language."""
    assert "printed address" in course.get("/exercise/shelf_life?language=en")[2]
    assert "adresse affichée" in course.get("/exercise/shelf_life?language=fr")[2]


def test_the_printed_address_logs_in_once(course):
    """The cookie is out of scripts' and other sites' reach; the second use is refused kindly with a new address."""
    course.log_in()
    used = course.address
    before = len(course.lines)
    status, _, body = course.get(path_of(used))

    assert 403 == status
    assert "new address has just been printed" in body or "nouvelle adresse" in body
    course.wait_for("/start?key=", before)
    status, headers, _ = course.get(path_of(course.address))

    assert (302, "/") == (status, headers["location"])
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= {
        part.strip() for part in headers["set-cookie"].split(";")
    }


def test_a_wrong_key_opens_nothing_and_prints_nothing_new(course):
    """The right one still works afterwards."""
    course.log_in()
    course.get(path_of(course.address))  # asks for a new address, which stays unused
    course.wait_for("/start?key=")
    unused, printed = course.address, len(course.lines)
    for key in ("", "wrong", "%C3%A9"):
        status, _, _ = course.get(f"/start?key={key}")

        assert 403 == status
    assert printed == len(course.lines)
    assert 302 == course.get(path_of(unused))[0]


def test_the_same_browser_again_just_goes_on(course):
    """Whoever is logged in is not bothered about a used address."""
    cookie = course.log_in()
    status, headers, _ = course.get(path_of(course.address), cookie)

    assert (302, "/") == (status, headers["location"])


@pytest.mark.parametrize("language", ["en", "fr"])
def test_opening_an_exercise_makes_its_notebook_once(course, language):
    """And never touches it afterwards."""
    cookie = course.log_in()
    notebook = course.home / f"shelf_life.{language}.ipynb"
    status, headers, _ = course.get(f"/exercise/shelf_life?language={language}", cookie)

    assert (302, f"/lab/tree/shelf_life.{language}.ipynb") == (status, headers["location"])
    assert f'language=\\"{language}\\"' in notebook.read_text(encoding="utf-8")
    notebook.write_text("my work", encoding="utf-8")
    course.get(f"/exercise/shelf_life?language={language}", cookie)

    assert "my work" == notebook.read_text(encoding="utf-8")
    notebook.unlink()


def test_an_unknown_exercise_suggests_the_nearest(course):
    """On a page in the reader's language."""
    cookie = course.log_in()
    status, _, body = course.get("/exercise/shelf_lif?language=fr", cookie)

    assert 404 == status
    assert "Vouliez-vous dire shelf_life?" in body
    assert '<html lang="fr">' in body
    assert "/exercise/shelf_life?language=fr" in body


@pytest.mark.parametrize("slug", ["..%2F..%2Fsecret", "<script>", "%00", "shelf_life%2Fprivate"])
def test_an_odd_exercise_name_is_only_text(course, slug):
    """No path is followed and no markup comes back."""
    status, _, body = course.get(f"/exercise/{slug.replace('<', '%3C').replace('>', '%3E')}", course.log_in())

    assert status in (400, 404)
    assert "<script>" not in body


def test_jupyterlab_opens_in_the_workspace_and_asks_nobody(course):
    """Its files are the learner's; news, updates and the shop of extensions are off."""
    cookie = course.log_in()
    status, _, body = course.get("/lab", cookie)
    config = json.loads(
        re.search(
            r'<script id="jupyter-config-data" type="application/json">(.*?)</script>', body, re.DOTALL
        )[1]
    )

    assert 200 == status
    assert str(course.home) == str(Path(config["serverRoot"]).expanduser())
    assert set(UNWANTED) <= set(config["disabledExtensions"])


def test_a_kernel_started_there_finds_the_course(course):
    """Although the learner's folder is elsewhere."""
    kernels = json.loads(course.get("/api/kernelspecs", course.log_in())[2])

    assert ["python3"] == list(kernels["kernelspecs"])
    assert sys.executable == kernels["kernelspecs"]["python3"]["spec"]["argv"][0]


def test_ctrl_c_stops_it_at_once_without_a_question(small_site, tmp_path):
    """And says so."""
    running = Course(small_site, tmp_path)
    running.stop()

    assert 0 == running.process.returncode
    assert "stopped" in running.lines[-1]
    assert not any("y/[n]" in line for line in running.lines)


def test_a_busy_port_is_refused_before_anything_starts(small_site):
    """In one line that says what to do."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(UsageError) as refusal:
            serve(small_site, port)

    assert all(
        str(port) in text and "PORT=" in text and "\n" not in text for text in refusal.value.text.values()
    )


@pytest.mark.parametrize("port", [0, -1, 65536])
def test_a_port_that_does_not_exist_is_refused(port):
    """With an example."""
    with pytest.raises(UsageError):
        require_free_port(port)


def test_a_site_that_is_not_built_is_refused(tmp_path):
    """With the command that builds it."""
    with pytest.raises(UsageError) as refusal:
        serve(tmp_path, free_port())

    assert "qcourse book" in refusal.value.text["en"]


def test_a_key_opens_once_and_is_renewed_only_after_use():
    """There is never more than one key that opens."""
    key = OneTimeKey()
    first = key.unused

    assert key.renew() is None
    assert not key.use("wrong")
    assert key.use(first)
    assert not key.use(first)
    second = key.renew()
    assert second not in (None, first)
    assert key.use(second)


@pytest.mark.browser
def test_a_learner_is_helped_in_the_browser(course, chromium):
    """Open the exercise, run its cells unwritten, read the panel, take a hint; nothing leaves this machine."""
    page = chromium.new_page(viewport={"width": 1200, "height": 900})
    elsewhere: list[str] = []
    page.on(
        "request",
        lambda request: (
            elsewhere.append(request.url)
            if urlsplit(request.url).hostname not in ("127.0.0.1", None)
            else None
        ),
    )
    course.log_in()
    course.get(path_of(course.address))
    page.goto(course.address)
    page.goto(f"http://127.0.0.1:{course.port}/exercise/shelf_life?language=fr")
    page.locator(".jp-Notebook .jp-Cell").first.wait_for(timeout=PATIENCE_S * 1000)
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=PATIENCE_S * 1000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()
    panel = page.locator(".qc-panel")
    panel.get_by_text("0 des 7 points vérifiés ici").wait_for(timeout=PATIENCE_S * 1000)

    assert panel.get_by_role("progressbar").get_attribute("aria-valuenow") == "0"
    panel.get_by_role("button", name="Indice suivant").click()
    panel.get_by_text("Indice 1 sur 3").wait_for(timeout=PATIENCE_S * 1000)

    assert [] == elsewhere
    assert (course.home / ".jupyterlab" / "workspaces").is_dir()
    assert not any("WARNING" in line or "Traceback" in line for line in course.lines)
    page.close()

"""The class dashboard: what a check writes, what the reader makes of a folder, the server, and the page."""

from __future__ import annotations

import datetime
import http.client
import json
import os
import random
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from qcourse import exercises, record
from qcourse.cli import main
from qcourse.dashboard import journal, lines
from qcourse.dashboard.board import Board
from qcourse.dashboard.reader import Folder
from qcourse.dashboard.serve import Server, loopback
from qcourse.errors import UsageError
from qcourse.lang import LANGUAGES, both

ROOT = Path(__file__).resolve().parents[1]
NOW = datetime.datetime(2026, 11, 25, 10, 0, tzinfo=datetime.UTC)
CAUSES = ("the bits are reversed", "a gate is missing")


def line(learner: int, name: str, exercise: str, second: int, cause: str | None = None) -> bytes:
    """A line as a check writes it; with a ``cause`` the exercise isn't passed."""
    missed = [{"check": both("A check"), "cause": both(cause)}] if cause else []
    data = {
        "format": "qcourse-class",
        "version": 1,
        "learner": f"{learner:012x}",
        "name": name,
        "at": (NOW - datetime.timedelta(hours=1) + datetime.timedelta(seconds=second)).strftime(
            "%Y-%m-%dT%H:%M:%SZ"
        ),
        "exercise": exercise,
        "earned": 0 if cause else 7,
        "points": 7,
        "passed": not cause,
        "missed": missed,
    }
    return json.dumps(data).encode() + b"\n"


def board(folder: Path) -> Board:
    """A board on the folder that knows one exercise's title."""
    return Board(Folder(folder), {"bell_pair": {"en": "A Bell pair", "fr": "Une paire de Bell"}})


def tell(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[int, Path]:
    """Run ``qcourse check`` on an answer, with a class's folder; the exit status and the folder."""
    folder = tmp_path / "class"
    folder.mkdir(exist_ok=True)
    monkeypatch.setenv("QCOURSE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("QCOURSE_CLASS_FOLDER", str(folder))
    answer = tmp_path / "answer.py"
    private = exercises.load("shelf_life", ROOT).private
    source = private / "solution.py" if kind == "right" else sorted((private / "wrong").glob("*.py"))[0]
    answer.write_text(source.read_text("utf-8"), "utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["check", "shelf_life", str(answer), "--root", str(ROOT), "--language", "en"])
    return int(ended.value.code or 0), folder


def test_a_check_writes_one_line_and_says_so_once(tmp_path, monkeypatch, capsys) -> None:
    """What was missed first, then the pass; the second check adds to the same file in silence."""
    monkeypatch.setenv("QCOURSE_CLASS_NAME", "=Blue\u202e\x1b[31m <b>")
    first, folder = tell("wrong", tmp_path, monkeypatch)
    told = capsys.readouterr().err
    second, _ = tell("right", tmp_path, monkeypatch)
    silent = capsys.readouterr().err
    (file,) = folder.iterdir()
    one, two = [lines.parse(text) for text in file.read_bytes().splitlines()]

    assert (1, 0) == (first, second)
    assert file.name in told and "Your code is not written" in told and "" == silent
    assert (True, []) == (two["passed"], two["missed"]) and one["missed"] and not one["passed"]
    assert "=Blue[31m <b>" == one["name"] and b"\x1b" not in file.read_bytes()
    assert one["learner"] in file.name and "Blue" not in file.name


def test_nothing_is_written_unless_a_folder_is_set(tmp_path, monkeypatch) -> None:
    """Not even the word for the learner."""
    monkeypatch.delenv("QCOURSE_CLASS_FOLDER", raising=False)
    monkeypatch.setenv("QCOURSE_HOME", str(tmp_path / "home"))

    assert journal.note(None) is None  # type: ignore[arg-type]
    assert [] == list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_said_and_the_check_stands(tmp_path, monkeypatch, capsys) -> None:
    """The verdict is that of the answer."""
    (tmp_path / "class").mkdir()
    monkeypatch.setattr(
        journal, "_append", lambda *words: (_ for _ in ()).throw(FileNotFoundError(2, "No such file"))
    )
    status, folder = tell("right", tmp_path, monkeypatch)

    assert 0 == status and [] == list(folder.iterdir())
    assert "can’t be written (No such file)" in capsys.readouterr().err


def test_a_torn_line_waits_and_the_next_one_starts_anew(tmp_path) -> None:
    """It counts once whole; after a crash it is one damaged line, and the following one is safe."""
    path = tmp_path / "a.jsonl"
    whole, later = line(1, "Blue", "bell_pair", 0), line(1, "Blue", "teleport", 5)
    path.write_bytes(whole + later[:40])
    torn = board(tmp_path).state(names=True, now=NOW)
    journal._append(path, later)
    after = board(tmp_path).state(names=True, now=NOW)

    assert (1, 0) == (torn["people"][0]["tried"], torn["passed_over"])
    assert (2, 1) == (after["people"][0]["tried"], after["passed_over"])


def test_five_hundred_learners_are_counted_right(tmp_path) -> None:
    """Against totals kept while the lines were drawn, in any order and with every file twice."""
    draw = random.Random(7)
    newest: dict[tuple[int, str], str | None] = {}
    for learner in range(500):
        text = []
        for second in range(draw.randrange(1, 12)):
            slug = draw.choice(("bell_pair", "teleport", "noise"))
            newest[learner, slug] = cause = draw.choice((None, *CAUSES))
            text.append(line(learner, f"Name {learner}", slug, second, cause))
        draw.shuffle(text)
        (tmp_path / f"{learner}.jsonl").write_bytes(b"".join(text))
        (tmp_path / f"copy {learner}.jsonl").write_bytes(b"".join(text))
    state = board(tmp_path).state(now=NOW)
    causes = Counter((slug, cause) for (_, slug), cause in newest.items() if cause)
    tried = Counter(slug for _, slug in newest)

    assert (500, 0, 0) == (len(state["people"]), state["recent"], state["passed_over"])
    assert sum(cause is None for cause in newest.values()) == state["passed"]
    assert sorted(causes.values(), reverse=True) == [one["people"] for one in state["causes"]]
    assert {**tried, "A Bell pair": tried["bell_pair"]}.items() >= {
        one["exercise"]["en"]: one["tried"] for one in state["exercises"]
    }.items()
    assert "Name" not in json.dumps(state)


def test_records_and_rubbish(tmp_path) -> None:
    """Records count, once each; whatever else lies there is named and nothing is changed."""
    data = record.empty()
    data["exercises"]["bell_pair"] = {"earned": 7, "points": 7, "passed": True, "at": "2026-11-25T09:55:00Z"}
    data["lessons"]["qubits"] = {"read": True, "by": "reader", "at": "2026-11-25T09:50:00Z"}
    saved = record.write(data)
    (tmp_path / "Tremblay_12").mkdir()
    rubbish = {
        "Tremblay_12/qcourse-record.json": saved.encode(),
        "again.json": saved.encode(),
        "foreign.json": b"{}",
        "damaged.json": saved.encode()[:-30],
        "<img src=x onerror=alert(1)>.txt": b"x",
        "deep.jsonl": b"[" * 15_000 + b"\n" + b'{"format": "qcourse-class", "version": 2}\n\xff\xfe\n',
        "numbers.jsonl": b"".join(
            line(1, "x", "bell_pair", 0).replace(b'"earned": 7', b'"earned": ' + value)
            for value in (b"NaN", b"1e999", b"1" + b"0" * 400, b"true", b'"7"', b"-1")
        ),
    }
    for name, content in rubbish.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "link.json").symlink_to("/etc/passwd")
    os.mkfifo(tmp_path / "pipe.jsonl")
    state = board(tmp_path).state(names=True, now=NOW)
    said = [text["en"] for text in state["said"]]

    assert [("Tremblay_12", 1, 1)] == [
        (one["name"], one["passed"], one["lessons"]) for one in state["people"]
    ]
    assert 1 == state["recent"]
    assert 7 == state["passed_over"] == len(said)
    assert any("passed over: 6" in text for text in said) and any("another version" in text for text in said)
    assert all(content == (tmp_path / name).read_bytes() for name, content in rubbish.items())


def test_no_folder_is_a_clear_error(tmp_path) -> None:
    """In both languages, with the path."""
    with pytest.raises(UsageError) as error:
        Folder(tmp_path / "none")

    assert all("none" in error.value.text[language] for language in LANGUAGES)


def start(folder: Path, host: str = "127.0.0.1") -> Server:
    """A server on a free port, running."""
    server = Server(board(folder), "en", host, 0)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    return server


@pytest.fixture
def serving(tmp_path) -> Iterator[Server]:
    """A server on this machine alone."""
    server = start(tmp_path)
    yield server
    server.shutdown()
    server.server_close()


def get(server: Server, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of a request."""
    link = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
    link.request("GET", path, headers=headers)
    answer = link.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read()
    link.close()
    return found


def test_this_machine_alone(serving, tmp_path) -> None:
    """No token there, no answer to a foreign site's name, no file of the machine, no name unless asked for."""
    (tmp_path / "a.jsonl").write_bytes(line(1, "Blue", "bell_pair", 0))
    status, headers, page = get(serving, "/")

    assert (200, False) == (status, b"{{" in page) and "?token" not in serving.address
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert ("nosniff", "no-store") == (headers["X-Content-Type-Options"], headers["Cache-Control"])
    assert b'lang="fr"' in get(serving, "/?language=fr")[2][:60]
    assert 403 == get(serving, "/state.json", Host="evil.example")[0]
    assert 404 == get(serving, "/../pyproject.toml")[0] == get(serving, "/a.jsonl")[0]
    assert b"Blue" not in get(serving, "/state.json")[2]
    assert b"Blue" in get(serving, "/state.json?names=1")[2]


def test_a_wider_address_needs_the_token(tmp_path) -> None:
    """The page and the state are refused without it."""
    server = start(tmp_path, "0.0.0.0")
    answers = [
        get(server, path)[0]
        for path in ("/", "/state.json", "/state.json?token=%C3%A9", f"/state.json?token={server.token}")
    ]
    server.shutdown()
    server.server_close()

    assert [403, 403, 403, 200] == answers
    assert len(server.token) > 20 and server.token in server.address


@pytest.mark.parametrize(
    ("host", "own"),
    [("127.0.0.1", True), ("::1", True), ("localhost", True), ("10.0.0.1", False), ("", False)],
)
def test_loopback(host: str, own: bool) -> None:
    """An empty address means all of them."""
    assert own == loopback(host)


def test_the_page_follows_the_folder_and_hides_names(serving, chromium, tmp_path) -> None:
    """Numbers first, names on demand and as plain text, gone again at once; a growing file is seen."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(line(1, "<b>Blue</b>", "bell_pair", 0, CAUSES[0]))
    page = chromium.new_page(viewport={"width": 375, "height": 700})
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto(serving.address + "?language=fr")
    page.wait_for_selector("#rows tbody th")
    rows = page.locator("#rows tbody th")
    hidden = rows.first.inner_text()
    page.focus("#names")
    page.keyboard.press("Enter")
    page.locator("#rows tbody th", has_text="Blue").wait_for()
    shown = rows.first.inner_text()
    page.keyboard.press("Enter")
    page.locator("#rows tbody th", has_text="Personne 1").wait_for()
    cause = page.locator("#causes tbody").inner_text()
    with path.open("ab") as file:
        file.write(line(1, "<b>Blue</b>", "bell_pair", 9) + line(2, "Red", "bell_pair", 9, CAUSES[1]))
    page.locator("#rows tbody th", has_text="Personne 2").wait_for()

    assert ("Personne 1", "<b>Blue</b>") == (hidden, shown)
    assert CAUSES[0] in cause and "Une paire de Bell" in cause
    assert CAUSES[1] in page.locator("#causes tbody").inner_text()
    assert "réussi" in page.locator("#rows tbody tr").first.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    assert [] == faults and all(url.startswith((serving.address, "data:")) for url in asked)
    page.close()

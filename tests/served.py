"""A real server process of the course, for the tests that ask it over HTTP."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = "import sys; from pathlib import Path; from qcourse.cli import main; from qcourse.server import serve; serve(Path(sys.argv[1]), int(sys.argv[2]))"
PATIENCE_S = 90


class Course:
    """A running course: what it printed, and requests to it."""

    def __init__(self, site: Path, home: Path) -> None:
        self.port = free_port()
        self.home = home
        self.lines: list[str] = []
        environment = {
            **os.environ,
            "QCOURSE_HOME": str(home),
            "QCOURSE_ROOT": str(ROOT),
            "COURSE_LANG": "en",
            "PYTHONUNBUFFERED": "1",
        }
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(site), str(self.port)],
            env=environment,
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        threading.Thread(target=self._read, daemon=True).start()
        self.wait_for("Ctrl-C")
        self.wait_until_it_listens()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.append(line)

    def wait_for(self, words: str, after: int = 0) -> None:
        """Wait until a line with ``words`` is printed."""
        until = time.monotonic() + PATIENCE_S
        pause = threading.Event()
        while not any(words in line for line in self.lines[after:]):
            assert time.monotonic() < until, self.lines
            assert self.process.poll() is None, self.lines
            pause.wait(0.05)

    def wait_until_it_listens(self) -> None:
        """Wait until a connection is accepted."""
        until = time.monotonic() + PATIENCE_S
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                assert time.monotonic() < until, self.lines

    @property
    def address(self) -> str:
        """The last one-time address printed."""
        return re.findall(r"http://\S+", "".join(self.lines))[-1]

    def get(self, path: str, cookie: str = "", **headers: str) -> tuple[int, dict[str, str], str]:
        """Status, headers and body of one request."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", path, headers={"Cookie": cookie, **headers} if cookie else headers)
        answer = connection.getresponse()
        body = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body

    def log_in(self) -> str:
        """A login cookie, by a new one-time address if the last has been used."""
        before = len(self.lines)
        status, headers, _ = self.get(path_of(self.address))
        if status == 403:
            self.wait_for("/start?key=", before)
            _, headers, _ = self.get(path_of(self.address))
        return headers["set-cookie"].partition(";")[0]

    def stop(self) -> float:
        """Ctrl-C; how long it took in seconds."""
        start = time.monotonic()
        self.process.send_signal(signal.SIGINT)
        self.process.wait(PATIENCE_S)
        return time.monotonic() - start


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def path_of(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}"

"""The dashboard's page on this machine: standard library only, nothing from elsewhere, a token when bound wider."""

from __future__ import annotations

import hmac
import html
import http.server
import ipaddress
import json
import secrets
import socket
import threading
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from ..errors import UsageError
from ..lang import LANGUAGES
from .board import Board
from .page_words import PAGE
from .words import say

STATIC = Path(__file__).parent / "static"
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_STATIC = {"/class.js": "text/javascript", "/class.css": "text/css"}


def loopback(host: str) -> bool:
    """Whether only this machine can reach ``host``."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


class Server(http.server.ThreadingHTTPServer):
    """Serves one board; ``token`` is empty on the loopback address, else each request for the class needs it."""

    daemon_threads = True

    def __init__(self, board: Board, language: str, host: str, port: int) -> None:
        """Bind; UsageError when the address can't be used."""
        if ":" in host:
            self.address_family = socket.AF_INET6
        self.board, self.language = board, language
        self.token = "" if loopback(host) else secrets.token_urlsafe(16)
        self.lock = threading.Lock()
        try:
            super().__init__((host, port), _Handler)
        except (OSError, OverflowError) as error:
            cause = getattr(error, "strerror", None) or type(error).__name__
            raise UsageError(say("no_address", host=host, port=port, cause=cause)) from error
        self.host = host

    @property
    def address(self) -> str:
        """What to open in a browser, with the token."""
        host = {"0.0.0.0": socket.gethostname(), "::": socket.gethostname()}.get(self.host, self.host)
        shown = f"[{host}]" if ":" in host else host
        return f"http://{shown}:{self.server_address[1]}/" + (f"?token={self.token}" if self.token else "")

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away is no event."""


class _Handler(http.server.BaseHTTPRequestHandler):
    server: Server
    timeout = 20
    server_version, sys_version = "qcourse", ""

    def do_GET(self) -> None:
        """The page, its script and style, or the state of the class."""
        url = urlsplit(self.path)
        query = {key: values[0] for key, values in parse_qs(url.query).items()}
        if not self._allowed_host():
            self._send(403, "text/plain", b"")
        elif url.path in _STATIC:
            self._send(200, _STATIC[url.path], (STATIC / url.path[1:]).read_bytes())
        elif self.server.token and not hmac.compare_digest(
            query.get("token", "").encode(), self.server.token.encode()
        ):
            said = "\n".join(PAGE["no_token"][language] for language in LANGUAGES)
            self._send(403, "text/plain", said.encode())
        elif url.path == "/":
            language = query.get("language", self.server.language)
            self._send(
                200, "text/html", _page(language if language in LANGUAGES else "en", self.server.token)
            )
        elif url.path == "/state.json":
            self._state(query.get("names") == "1")
        else:
            self._send(404, "text/plain", b"")

    def _state(self, names: bool) -> None:
        try:
            with self.server.lock:
                state = self.server.board.state(names)
        except UsageError as error:
            state = {"error": dict(error.text)}
        self._send(200, "application/json", json.dumps(state, ensure_ascii=False).encode())

    def _allowed_host(self) -> bool:
        """On the loopback address only its own names are answered, so that no foreign site reads the class."""
        host = urlsplit("//" + self.headers.get("Host", "")).hostname or ""
        return bool(self.server.token) or loopback(host)

    def _send(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """No log: the address may hold the token."""


def _page(language: str, token: str) -> bytes:
    other = next(one for one in LANGUAGES if one != language)
    words = {key: text[language] for key, text in PAGE.items()}
    address = "?" + urlencode({"language": other, **({"token": token} if token else {})})
    values = {
        **words,
        "lang": language,
        "other": other,
        "other_address": address,
        "words": json.dumps(words, ensure_ascii=False),
    }
    text = (STATIC / "class.html").read_text(encoding="utf-8")
    for key, value in values.items():
        text = text.replace("{{" + key + "}}", html.escape(value))
    return text.encode()

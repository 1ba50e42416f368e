"""What the course's server answers beside JupyterLab: the site, the one-time address, and opening an exercise."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.base.handlers import JupyterHandler
from tornado import web

from .. import exercises, learner_notebook, workspace
from ..errors import CourseError
from ..lang import LANGUAGES, pick
from . import pages
from .keys import OneTimeKey

MARK = b'<meta name="qcourse-server" content="1">'
"""Tells the page's script that exercises can be opened."""


def handlers(
    site: Path, root: Path, key: OneTimeKey, announce: Callable[[str], None]
) -> list[tuple[str, type, dict[str, Any]]]:
    """The routes of the course; ``announce`` is given each new one-time key."""
    return [
        (r"/start/?", StartHandler, {"key": key, "announce": announce}),
        (r"/exercise/(?P<slug>[^/]*)/?", ExerciseHandler, {"root": root}),
        (r"/(?P<path>)", SiteHandler, {"path": str(site), "default_filename": "index.html"}),
        (
            r"/(?P<path>index\.html|(?:en|fr)(?:/.*)?)",
            SiteHandler,
            {"path": str(site), "default_filename": "index.html"},
        ),
    ]


class CourseHandler(JupyterHandler):
    """A handler whose errors are pages in the reader's language."""

    def language(self) -> str:
        """The language asked for, else that of the page's address, else the browser's, else French."""
        asked = self.get_query_argument("language", "")
        if asked in LANGUAGES:
            return asked
        first = self.request.path.split("/")[1]
        if first in LANGUAGES:
            return first
        return (
            "en"
            if self.get_browser_locale().code.startswith("en") and "Accept-Language" in self.request.headers
            else "fr"
        )

    def say(self, status: int, key: str, link: tuple[str, str] | None = None, **values: str) -> None:
        """Finish with one of the server's own pages."""
        self.set_status(status)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(pages.page(key, self.language(), link=link, **values))

    def write_error(self, status_code: int, **details: Any) -> None:
        """Say a refused request in words; nothing of the server's inside is shown."""
        self.say(status_code, "absent" if status_code == 404 else "refused", pages.to_course(self.language()))


class StartHandler(CourseHandler):
    """The printed address: its key sets the login cookie once."""

    def initialize(self, key: OneTimeKey, announce: Callable[[str], None]) -> None:
        """Take the key and the way to print the next one."""
        self.key = key
        self.announce = announce

    @allow_unauthenticated
    async def get(self) -> None:
        """Log in and go to the cover; say kindly when the key no longer opens."""
        if self.key.use(self.get_query_argument("key", "")):
            self.identity_provider.set_login_cookie(
                self, self.identity_provider.generate_anonymous_user(self)
            )
            self.redirect("/")
        elif self.current_user is not None:
            self.redirect("/")  # the same browser again: it is logged in already
        elif (fresh := self.key.renew()) is not None:
            self.announce(fresh)
            self.say(403, "used")
        else:
            self.say(403, "wrong")


class ExerciseHandler(CourseHandler):
    """``/exercise/bell_pair?language=fr``: the learner's notebook, made when absent, opened in JupyterLab."""

    def initialize(self, root: Path) -> None:
        """Take the folder of the course's content."""
        self.root = root

    @allow_unauthenticated
    async def get(self, slug: str) -> None:
        """Redirect to the notebook; a page in words where that can't be."""
        language = self.language()
        if self.current_user is None:
            self.say(403, "closed")
            return
        try:
            exercise = exercises.load(slug, self.root)
            name = workspace.notebook_name(slug, language)
            workspace.keep_or_write(
                workspace.home() / name, lambda: learner_notebook.text(exercise, language)
            )
        except CourseError as error:
            self.refuse(slug, language, error)
        else:
            self.redirect(f"/lab/tree/{quote(name)}")

    def refuse(self, slug: str, language: str, error: CourseError) -> None:
        """Say why the exercise isn't opened, with a link to the nearest one that exists."""
        known = exercises.names(self.root)
        detail = pick(error.text, language)
        detail = detail[0].upper() + detail[1:]
        if slug in known:
            self.say(500, "trouble", pages.to_course(language), detail=detail)
            return
        near = difflib.get_close_matches(slug, known, n=1, cutoff=0.4)
        link = (f"/exercise/{near[0]}?language={language}", near[0]) if near else pages.to_course(language)
        self.say(404, "exercise", link, detail=detail)


class SiteHandler(CourseHandler, web.StaticFileHandler):
    """The built book; its pages are told that a server is there."""

    @allow_unauthenticated
    async def get(self, path: str, include_body: bool = True) -> None:
        """Serve a file of the site, and of nothing else."""
        self.path = self.parse_url_path(path)
        absolute = self.validate_absolute_path(self.root, self.get_absolute_path(self.root, self.path))
        self.absolute_path = absolute
        if absolute is None:  # a folder: already redirected to its index
            return
        if not absolute.endswith(".html"):
            await web.StaticFileHandler.get(self, path, include_body)
            return
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-cache")
        page = marked(Path(absolute).read_bytes())
        self.set_header("Content-Length", len(page))
        self.finish(page if include_body else None)

    @allow_unauthenticated
    async def head(self, path: str) -> None:
        """The headers of ``get``."""
        await self.get(path, include_body=False)


def marked(html: bytes) -> bytes:
    """The page with ``MARK`` first in its head."""
    head, tag, rest = html.partition(b"<head>")
    return head + tag + MARK + rest if tag else html

"""One Jupyter Server with JupyterLab and the course, set up so that nothing outside this machine is asked or let in."""

from __future__ import annotations

import os
import secrets
import signal
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
from jupyter_server.serverapp import ServerApp
from traitlets import List
from traitlets.config import Config

from .. import workspace
from ..errors import Text, UsageError
from ..exercises import content_root
from ..lang import current, pick
from . import ADDRESS
from .handlers import handlers
from .keys import OneTimeKey


class CourseKernels(KernelSpecManager):
    """Only the Python that runs the course: a kernel of the same name elsewhere would not find qcourse."""

    kernel_dirs: List[str] = List([])

    def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
        """The kernel, told to keep its advice for administrators off the learner's terminal."""
        spec = super().get_kernel_spec(kernel_name)
        spec.argv = [*spec.argv, "--IPKernelApp.log_level=ERROR"]
        return spec


class CourseServer(ServerApp):
    """A Jupyter Server that reads no settings of the user's other servers and stops at the first Ctrl-C."""

    def load_config_file(self, *arguments: Any, **options: Any) -> None:
        """Read nothing: a password or an address set for another server must not apply here."""

    def init_signal(self) -> None:
        """Stop at once on Ctrl-C, without a question."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._signal_stop)

    def _signal_stop(self, sig: Any, frame: Any) -> None:
        self.stop(from_signal=True)


def run(site: Path, port: int, *, language: str | None = None, root: Path | str | None = None) -> None:
    """Serve until stopped; see ``qcourse.server.serve``."""
    speech = current(language)
    site = site.resolve()
    if not (site / "index.html").is_file():
        raise UsageError(_say("no_site", site=str(site)))
    content = content_root(root or _root_of(site)).resolve()
    work = workspace.home()
    # Kernels inherit it: the learner's folder is outside the course, and `check` must find the exercises.
    os.environ["QCOURSE_ROOT"] = str(content)
    key = OneTimeKey()

    def announce(fresh: str) -> None:
        print(pick(_say("address", address=f"http://{ADDRESS}:{port}/start?key={fresh}"), speech), flush=True)

    server = CourseServer.instance(config=settings(work, port))
    server.no_browser_open_file = True  # a file with the token, for a browser that is not opened
    server.initialize(argv=[], find_extensions=False)
    server.web_app.settings["page_config_hook"] = without_offers
    server.web_app.add_handlers(".*$", handlers(site, content, key, announce))
    announce(key.unused or "")
    print(pick(_say("running", work=str(work)), speech), flush=True)
    server.start()
    print(pick(_SAID["stopped"], speech), flush=True)


def _root_of(site: Path) -> Path | None:
    """The course that ``site`` was built from, when it stands where builds are put (``out/site``)."""
    root = site.parent.parent
    return root if (root / "exercises").is_dir() else None


UNWANTED = (
    "@jupyterlab/apputils-extension:announcements",  # asks whether news may be fetched
    "@jupyterlab/extensionmanager-extension",  # a shop that needs the network
    "@jupyterlab/lsp-extension",  # asks for language servers, which the course has not, and so do the next two
    "@jupyterlab/fileeditor-extension:language-server",
    "@jupyterlab/notebook-extension:language-server",
)
"""Parts of JupyterLab that a learner without a network must not meet."""


def without_offers(handler: Any, page_config: dict[str, Any]) -> dict[str, Any]:
    """JupyterLab's page settings with the parts in ``UNWANTED`` off."""
    off = page_config.get("disabledExtensions", [])
    return {**page_config, "disabledExtensions": [*off, *(name for name in UNWANTED if name not in off)]}


def settings(work: Path, port: int) -> Config:
    """The configuration: loopback only, no news, no update check, no shop of extensions."""
    return Config(
        {
            "ServerApp": {
                "ip": ADDRESS,
                "port": port,
                "port_retries": 0,
                "root_dir": str(work),
                "allow_remote_access": False,
                "allow_root": True,
                "open_browser": False,
                "log_level": "ERROR",
                "quit_button": False,
                "jpserver_extensions": {"jupyterlab": True, "jupyter_server_terminals": True},
                "kernel_spec_manager_class": CourseKernels,
            },
            # A token that nobody is told: the one-time address is the only way in.
            "IdentityProvider": {
                "token": secrets.token_urlsafe(32),
                "cookie_options": {"samesite": "Strict"},
            },
            "LabApp": {
                "news_url": None,
                "check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
                "extension_manager": "readonly",
                # Apart from the learner's other JupyterLabs, whose open files are not here.
                "workspaces_dir": str(work / ".jupyterlab" / "workspaces"),
                "user_settings_dir": str(work / ".jupyterlab" / "settings"),
                "log_level": "ERROR",
            },
        }
    )


def _say(key: str, **values: str) -> Text:
    return {language: text.format(**values) for language, text in _SAID[key].items()}


_SAID: dict[str, Text] = {
    "no_site": {
        "en": "{site}: no built course there. Build it first: qcourse book.",
        "fr": "{site}\u00a0: aucun cours construit à cet endroit. Construisez-le d’abord\u00a0: qcourse book.",
    },
    "address": {
        "en": "The course: {address}\n  (this address opens it once, in one browser)",
        "fr": "Le cours\u00a0: {address}\n  (cette adresse l’ouvre une fois, dans un navigateur)",
    },
    "running": {
        "en": "Your work is kept in {work}. Ctrl-C stops the course.",
        "fr": "Votre travail est conservé dans {work}. Ctrl-C arrête le cours.",
    },
    "stopped": {"en": "The course has stopped.", "fr": "Le cours est arrêté."},
}

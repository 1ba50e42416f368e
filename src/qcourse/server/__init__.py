"""The served course: book, exercises and JupyterLab from one Jupyter Server, on this machine only."""

from __future__ import annotations

import socket
from pathlib import Path

from ..errors import UsageError

ADDRESS = "127.0.0.1"

__all__ = ["ADDRESS", "require_free_port", "serve"]


def require_free_port(port: int) -> None:
    """UsageError when nothing can listen on ``port`` of this machine; call it before anything slow."""
    if not 1 <= port <= 65535:
        raise UsageError(
            {
                "en": f"Port {port} does not exist: expected 1 to 65535, such as 8000.",
                "fr": f"Le port {port} n’existe pas\u00a0: on attend un nombre de 1 à 65535, comme 8000.",
            }
        )
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError as error:
            raise UsageError(
                {
                    "en": f"Port {port} is in use (or not allowed). Stop the other program, or choose another port: PORT={_other(port)}.",
                    "fr": f"Le port {port} est occupé (ou interdit). Arrêtez l’autre programme, ou choisissez un autre port\u00a0: PORT={_other(port)}.",
                }
            ) from error


def serve(
    site: Path, port: int = 8000, *, language: str | None = None, root: Path | str | None = None
) -> None:
    """Serve the built ``site`` and JupyterLab on ``port`` until Ctrl-C; prints the one-time address.

    ``language`` is that of what is printed; ``root`` is where the exercises are (see ``exercises.content_root``).
    UsageError when the port is busy or the site isn't built.
    """
    require_free_port(port)
    from .app import run

    run(site, port, language=language, root=root)


def _other(port: int) -> int:
    return port + 1 if port < 65535 else 8000

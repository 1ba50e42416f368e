"""Trying every protection before any learner's code runs, and saying which one is missing, why, and what to do."""

from __future__ import annotations

import contextlib
import os
import socket
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from ..errors import Text, UsageError
from .lockdown import Limits, landlock
from .probes import PROTECTIONS
from .processes import Warm, start

PROBE_MEMORY_MB = 128


@dataclass(frozen=True)
class Protection:
    """One protection as tried here: ``breach`` is what got through, None when it holds."""

    name: str
    breach: str | None
    cause: Text | None = None

    @property
    def holds(self) -> bool:
        """Whether nothing got through."""
        return self.breach is None


def try_all(worker: Warm, secrets: Sequence[Path], folders: Sequence[Path]) -> list[Protection]:
    """Let a learner's process without a learner try to break out; ``secrets`` must be unreadable, ``folders`` unwritable."""
    ready = worker.ready()
    with contextlib.ExitStack() as stack:
        listener = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        local = stack.enter_context(socket.socket(socket.AF_UNIX))
        name = f"qcourse-probe-{os.getpid()}-{time.monotonic_ns()}"
        local.bind("\0" + name)
        local.listen(1)
        secret = stack.enter_context(tempfile.NamedTemporaryFile(prefix="qcourse-probe-"))
        spec = {
            "port": listener.getsockname()[1],
            "abstract": name,
            "secrets": [secret.name, *map(str, secrets)],
            "folders": [
                *map(str, folders),
                tempfile.gettempdir(),
                "/",
                "/tmp",
                "/var/tmp",
                "/dev/shm",
                str(Path.home()),
            ],
            "memory_mb": PROBE_MEMORY_MB,
            "spin": True,
        }
        breaches, killed, error = _probe(worker, spec)
    if error:
        breaches = dict.fromkeys(PROTECTIONS, error)
    breaches = {**breaches, "clock": None if killed else "a process outlived its end"}
    return [
        Protection(name, breaches.get(name), _cause(ready) if breaches.get(name) else None)
        for name in PROTECTIONS
    ]


def _probe(worker: Warm, spec: dict[str, object]) -> tuple[dict[str, str | None], bool, str | None]:
    descriptors = [os.open(os.devnull, os.O_RDWR) for _ in range(4)]
    try:
        child = worker.fork(
            {"probe": spec, "lane": 999, "limits": asdict(Limits(memory_mb=PROBE_MEMORY_MB))}, descriptors
        )
    finally:
        for descriptor in descriptors:
            os.close(descriptor)
    try:
        child.status.settimeout(10)
        with contextlib.suppress(OSError):
            while child.breaches is None and child.end is None and child.lockdown_error is None:
                child.pump()
        child.kill()
        child.status.settimeout(None)
        before = time.monotonic()
        child.wait(5)
        return (
            child.breaches or {},
            time.monotonic() - before < 5,
            child.lockdown_error or (None if child.breaches else "the trial gave no answer"),
        )
    finally:
        child.close()


def refuse_if_missing(protections: Sequence[Protection]) -> None:
    """UsageError naming every missing protection, its cause and the remedy."""
    missing = [protection for protection in protections if not protection.holds]
    if not missing:
        return
    texts = {}
    for language in ("en", "fr"):
        lines = [_REFUSED[language]]
        for protection in missing:
            cause = protection.cause[language] if protection.cause else "?"
            lines.append(
                _LINE[language].format(
                    name=NAMES[protection.name][language], breach=protection.breach, cause=cause
                )
            )
        texts[language] = "\n".join([*lines, _REMEDY[language]])
    raise UsageError(texts)


def examine(
    secrets: Sequence[Path] = (), folders: Sequence[Path] = (), way: str = ""
) -> tuple[dict[str, object], list[Protection]]:
    """What ``doctor`` shows: how the worker locks down here, and each protection as tried."""
    worker = start("worker", "strict", way)
    try:
        ready = worker.ready()
        return ready, try_all(worker, secrets, folders)
    finally:
        worker.close()


def _cause(ready: dict[str, object]) -> Text:
    refused, gaps = ready.get("refused") or {}, ready.get("gaps") or []
    assert isinstance(refused, dict) and isinstance(gaps, list)
    found = [f"{way}: {reason}" for way, reason in refused.items()] + [str(gap) for gap in gaps]
    if not landlock.abi():
        found.append("Landlock: —")
    listed = "; ".join(found) or "?"
    return {
        "en": f"the system refuses some of the means ({listed})",
        "fr": f"le système refuse certains moyens ({listed})",
    }


NAMES: dict[str, Text] = {
    "network": {"en": "no network", "fr": "aucun réseau"},
    "reading": {"en": "no reading of your files", "fr": "aucune lecture de vos fichiers"},
    "writing": {
        "en": "no writing outside the scratch folder",
        "fr": "aucune écriture hors du dossier de travail",
    },
    "processes": {"en": "no other process", "fr": "aucun autre processus"},
    "memory": {"en": "bounded memory", "fr": "mémoire limitée"},
    "clock": {"en": "an end by the clock", "fr": "une fin à l’heure dite"},
}
_REFUSED = {
    "en": "Grading with strict isolation can’t start here: strangers’ code would not be held.",
    "fr": "L’évaluation en isolation stricte ne peut commencer ici\u00a0: le code de tiers ne serait pas contenu.",
}
_LINE = {"en": "· {name}: {breach}; cause: {cause}.", "fr": "· {name}\u00a0: {breach}; cause\u00a0: {cause}."}
_REMEDY = {
    "en": "What to do: run as root or as a plain user on Linux 5.13 or later with Landlock, or let the system allow user namespaces (in a container: also the system calls unshare and mount). For the work of people you trust: --isolation reduced.",
    "fr": "Que faire\u00a0: lancez la commande en root ou en simple utilisateur sous Linux\u00a05.13 ou plus récent avec Landlock, ou laissez le système permettre les espaces de noms d’utilisateur (dans un conteneur\u00a0: aussi les appels système unshare et mount). Pour le travail de personnes de confiance\u00a0: --isolation reduced.",
}

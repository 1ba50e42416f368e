"""Make the virtual environment ``.venv`` from the pinned requirements, only when needed.

Run as a script by any Python, however old: it uses the standard library alone, and no syntax that Python 3.6 lacks.
"""

import argparse
import hashlib
import os
import subprocess
import sys

OLDEST, NEWEST = (3, 11), (3, 13)
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

SAID = {
    "old": {
        "en": "Python {found} is too old: the course needs Python {oldest} to {newest}. Install one, then run: make {target} PYTHON=python{newest}",
        "fr": "Python {found} est trop ancien : le cours exige Python {oldest} à {newest}. Installez-en un, puis lancez : make {target} PYTHON=python{newest}",
    },
    "new": {
        "en": "Python {found} is too new: the course was pinned for Python {oldest} to {newest}. Install one beside it, then run: make {target} PYTHON=python{newest}",
        "fr": "Python {found} est trop récent : le cours est fixé pour Python {oldest} à {newest}. Installez-en un à côté, puis lancez : make {target} PYTHON=python{newest}",
    },
    "venv": {
        "en": "Python {found} has no venv module with pip. Install it (on Debian and Ubuntu: apt install python3-venv), then run the command again.",
        "fr": "Python {found} n’a pas de module venv avec pip. Installez-le (sous Debian et Ubuntu : apt install python3-venv), puis relancez la commande.",
    },
    "installing": {
        "en": "Setting up .venv (up to four minutes the first time)…",
        "fr": "Préparation de .venv (jusqu’à quatre minutes la première fois)…",
    },
    "failed": {
        "en": "The packages could not be installed; pip says why above. Check the network or the proxy, then run the command again.",
        "fr": "Les paquets n’ont pu être installés; pip dit pourquoi ci-dessus. Vérifiez le réseau ou le mandataire, puis relancez la commande.",
    },
}


def main():
    """Set up, or say in one line why not and exit with status 2."""
    parser = argparse.ArgumentParser(description="Make .venv from the pinned requirements, only when needed.")
    parser.add_argument("--test", action="store_true", help="also install the test tools")
    options = parser.parse_args()
    details = {
        "found": "{}.{}.{}".format(*sys.version_info[:3]),
        "oldest": "{}.{}".format(*OLDEST),
        "newest": "{}.{}".format(*NEWEST),
        "target": "test" if options.test else "course",
    }
    if sys.version_info[:2] < OLDEST:
        refuse("old", details)
    if sys.version_info[:2] > NEWEST:
        refuse("new", details)
    try:
        import ensurepip  # noqa: F401 - Debian ships venv without it in a package of its own
        import venv  # noqa: F401
    except ImportError:
        refuse("venv", details)
    files = ["requirements.txt"] + (["tests/requirements.txt"] if options.test else [])
    stamp = os.path.join(ROOT, ".venv", ".installed-test" if options.test else ".installed")
    wanted = fingerprint(files + ["pyproject.toml"])
    if up_to_date(stamp, wanted) or (
        not options.test
        and up_to_date(
            os.path.join(ROOT, ".venv", ".installed-test"),
            fingerprint(files + ["tests/requirements.txt", "pyproject.toml"]),
        )
    ):
        return
    print(say("installing"), flush=True)
    install(files, details)
    with open(stamp, "w") as stream:
        stream.write(wanted)


def install(files, details):
    """Make the environment if there is none, and install the pinned packages into it."""
    python = os.path.join(ROOT, ".venv", "Scripts" if os.name == "nt" else "bin", "python")
    if not os.path.exists(python) and subprocess.call(
        [sys.executable, "-m", "venv", os.path.join(ROOT, ".venv")]
    ):
        refuse("venv", details)
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for name in files:
        command += ["-r", name]
    if subprocess.call(command, cwd=ROOT):
        refuse("failed", details)


def fingerprint(names):
    """A digest of the files that say what to install, and of the Python that installs."""
    digest = hashlib.sha256(sys.version.encode())
    for name in names:
        with open(os.path.join(ROOT, name), "rb") as stream:
            digest.update(stream.read())
    return digest.hexdigest()


def up_to_date(stamp, wanted):
    """Whether the environment was made from just these files."""
    try:
        with open(stamp) as stream:
            return stream.read() == wanted
    except OSError:
        return False


def say(key):
    """The sentence in the reader's language: COURSE_LANG, else the system's, else French."""
    for name in ("COURSE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        language = os.environ.get(name, "")[:2]
        if language in ("en", "fr"):
            return SAID[key][language]
    return SAID[key]["fr"]


def refuse(key, details):
    """Say why not, in one line, and exit with status 2."""
    sys.stderr.write(say(key).format(**details) + "\n")
    sys.exit(2)


if __name__ == "__main__":
    main()

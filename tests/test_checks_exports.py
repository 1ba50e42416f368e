"""The public face of ``qcourse.checks``."""

from __future__ import annotations

import subprocess
import sys

from qcourse import checks


def test_public_names_are_sorted_and_complete():
    """``__all__`` lists, in order, every name that the package imports for its users."""
    public = {
        name
        for name, value in vars(checks).items()
        if not name.startswith("_") and type(value).__name__ != "module"
    }

    assert sorted(public) == sorted(checks.__all__) == sorted(set(checks.__all__))
    assert checks.__all__ == sorted(
        checks.__all__, key=lambda name: (not name.isupper(), name[0].islower(), name)
    )


def test_every_public_function_says_what_it_does():
    """Each public name has a docstring of its own."""
    silent = [
        name
        for name in checks.__all__
        if callable(getattr(checks, name)) and not getattr(checks, name).__doc__
    ]

    assert [] == silent


def test_import_stays_light():
    """Neither Jupyter, Sphinx, matplotlib nor Aer comes along."""
    code = "import sys, qcourse.checks; print(' '.join({name.partition('.')[0] for name in sys.modules}))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()

    assert set() == {"IPython", "ipywidgets", "sphinx", "matplotlib", "qiskit_aer"} & set(loaded)

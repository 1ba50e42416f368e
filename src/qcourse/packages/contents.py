"""``contents.yml``: what goes into each package."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def contents() -> dict[str, Any]:
    """The whole of the data."""
    found: dict[str, Any] = yaml.safe_load(
        Path(__file__).with_name("contents.yml").read_text(encoding="utf-8")
    )
    return found

"""qcourse: the package behind the course, for learners, teachers and the book."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .panels.check import check as check

__all__ = ["__version__", "check"]


def __getattr__(name: str) -> Any:
    """Public names are imported on first use, so that ``import qcourse`` and the command's help stay quick."""
    if name == "check":
        from .panels.check import check

        return check
    if name == "__version__":
        from importlib.metadata import version

        return version("qcourse")
    raise AttributeError(f"module 'qcourse' has no attribute {name!r}; it has {', '.join(__all__)}")


def __dir__() -> list[str]:
    return __all__

"""The figures that a lesson shows: ``TwoScreens()`` as the last line of a cell is all it takes."""

from .assets import figures_used, write_assets
from .base import BOOK_VARIABLE, Figure
from .two_screens import TwoScreens

__all__ = [
    "BOOK_VARIABLE",
    "Figure",
    "TwoScreens",
    "figures_used",
    "write_assets",
]

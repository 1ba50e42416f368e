"""The slides: one deck for each module and one for the half-day workshop, from sources beside the lessons.

``deck.yml`` in a folder ``slides`` holds a deck in both languages; it is shown by reveal.js from a folder, without a server.
"""

from .build import write_decks
from .deck import WORKSHOP, Deck, Slide, decks, load

__all__ = ["WORKSHOP", "Deck", "Slide", "decks", "load", "write_decks"]

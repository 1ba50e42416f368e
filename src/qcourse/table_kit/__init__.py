"""The printable kit of Table Q: all that a class needs in a room without a computer, from the rules file."""

from .files import write_table_kits
from .sheets import kit_html

__all__ = ["kit_html", "write_table_kits"]

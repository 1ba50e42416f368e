"""The tests before and after the course: their items, what is measured on one person, and on a class.

``theme/static/tests.js`` computes the same numbers for one person in the page.
"""

from __future__ import annotations

"""The one picture of the course, still: an arrow for each outcome, its squared length the chance of that outcome.

An arrow for a real positive amplitude points right, a negative one left; a phase turns it counter-clockwise.
"""

from __future__ import annotations

from collections.abc import Sequence

from .drawing import ACCENT, INK, LINE, MUTED, SURFACE, box, line, tag, text
from .words import percent

CELL = 96
"""Width in pixels that one outcome takes."""

HEIGHT = 150
_RADIUS = 38
_HEAD = 9


def arrow(x: float, y: float, amplitude: complex, unit: float, colour: str = ACCENT) -> str:
    """One arrow from (x, y); an amplitude of 1 is ``unit`` pixels long. Too short to see, it is a dot."""
    length = abs(amplitude) * unit
    if length < 1:
        return tag("circle", cx=x, cy=y, r=2.5, fill=colour)
    along = (amplitude.real / abs(amplitude), -amplitude.imag / abs(amplitude))
    head = min(_HEAD, length * 0.6)
    tip = (x + along[0] * length, y + along[1] * length)
    neck = (tip[0] - along[0] * head, tip[1] - along[1] * head)
    side = (-along[1] * head * 0.55, along[0] * head * 0.55)
    corners = (tip, (neck[0] + side[0], neck[1] + side[1]), (neck[0] - side[0], neck[1] - side[1]))
    points = " ".join(f"{a:.2f},{b:.2f}" for a, b in corners)
    shaft = line(x, y, neck[0], neck[1], stroke=colour, stroke_width=3)
    return shaft + tag("polygon", points=points, fill=colour)


def arrows(
    x: float, y: float, outcomes: Sequence[tuple[str, complex]], language: str, reach: float = 1
) -> str:
    """A row of outcomes, each with its arrow, name and chance; ``HEIGHT`` pixels high.

    An arrow as long as ``reach`` touches its circle.
    """
    return "".join(
        _cell(x + CELL * place, y, *outcome, language, reach) for place, outcome in enumerate(outcomes)
    )


def chain(x: float, y: float, steps: Sequence[complex], unit: float) -> str:
    """Arrows added tip to tail, then their sum from the start, thick; ``unit`` pixels for an amplitude of 1."""
    drawn = []
    at = 0j
    for step in steps:
        drawn.append(arrow(x + at.real * unit, y - at.imag * unit, step, unit, MUTED))
        at += step
    return "".join(drawn) + arrow(x, y, at, unit)


def _cell(x: float, y: float, name: str, amplitude: complex, language: str, reach: float) -> str:
    middle = x + CELL / 2
    chance = abs(amplitude) ** 2
    width = CELL - 24
    return "".join(
        (
            tag("circle", cx=middle, cy=y + 44, r=_RADIUS, fill=SURFACE, stroke=LINE),
            tag("circle", cx=middle, cy=y + 44, r=2, fill=INK),
            arrow(middle, y + 44, amplitude, _RADIUS / reach),
            text(middle, y + 102, name, 13, text_anchor="middle"),
            text(middle, y + 122, percent(chance, language), 15, text_anchor="middle", font_weight="bold"),
            box(x + 12, y + 132, width, 7, rx=2, fill=SURFACE, stroke=LINE),
            box(x + 12, y + 132, width * chance, 7, rx=2, fill=ACCENT),
        )
    )

"""A small builder of SVG for the still pictures: colours follow the page, numbers are rounded, order is fixed."""

from __future__ import annotations

from html import escape

INK = "var(--fig-text,#1d2733)"
MUTED = "var(--fig-muted,#55606e)"
LINE = "var(--fig-line,#c9d1da)"
SURFACE = "var(--fig-surface,#ffffff)"
ACCENT = "var(--fig-accent,#1f5f8b)"
GOOD = "var(--fig-good,#1f6f43)"
WARN = "var(--fig-warn,#8a5a00)"
BAD = "var(--fig-bad,#a3262a)"


def tag(name: str, *children: str, **attributes: object) -> str:
    """An element; ``stroke_width=2`` gives ``stroke-width="2"``, and a trailing underscore is dropped (``class_``)."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"' for key, value in attributes.items()
    )
    inside = "".join(children)
    return f"<{name}{given}>{inside}</{name}>" if inside else f"<{name}{given}/>"


def picture(width: float, height: float, label: str, *children: str) -> str:
    """A whole picture that scales with the page; ``label`` is what a screen reader says instead."""
    return tag(
        "svg",
        *children,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        role="img",
        aria_label=label,
        font_family="inherit",
        style=f"width:100%;max-width:{_value(width)}px;height:auto",
    )


def text(x: float, y: float, words: str, size: float = 14, **attributes: object) -> str:
    """A line of text; give ``text_anchor="middle"`` to centre it."""
    return tag("text", escape(words, quote=False), x=x, y=y, font_size=size, **{"fill": INK, **attributes})


def line(x1: float, y1: float, x2: float, y2: float, **attributes: object) -> str:
    """A straight line."""
    return tag("line", x1=x1, y1=y1, x2=x2, y2=y2, **{"stroke": LINE, **attributes})


def box(x: float, y: float, width: float, height: float, **attributes: object) -> str:
    """A rectangle."""
    return tag("rect", x=x, y=y, width=width, height=height, **attributes)


def hatching(identifier: str, colour: str, angle: float = 45) -> str:
    """A pattern of lines, for fills that must not speak by colour alone; use it as ``url(#identifier)``."""
    return tag(
        "pattern",
        tag("rect", width=7, height=7, fill=colour, fill_opacity=0.14),
        tag("line", x1=0, y1=0, x2=0, y2=7, stroke=colour, stroke_width=3),
        id=identifier,
        width=7,
        height=7,
        patternUnits="userSpaceOnUse",
        patternTransform=f"rotate({_value(angle)})",
    )


def _value(value: object) -> str:
    if isinstance(value, float):
        plain = f"{value:.2f}".rstrip("0").rstrip(".")
        return "0" if plain == "-0" else plain
    return escape(str(value))

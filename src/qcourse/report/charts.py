"""Small pictures as inline SVG; each is described in words and stands beside a table with the same numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

WIDTH, HEIGHT, FOOT = 330, 90, 18


def histogram(counts: Sequence[int], label: str) -> Any:
    """Bars for 0 to 10 tenths of the points."""
    from markupsafe import Markup, escape

    top, step = max(max(counts), 1), WIDTH / len(counts)
    bars = []
    for place, count in enumerate(counts):
        height = (HEIGHT - FOOT - 14) * count / top
        x, y = place * step + 3, HEIGHT - FOOT - height
        bars.append(f'<rect x="{x:.1f}" y="{y:.1f}" width="{step - 6:.1f}" height="{height:.1f}"/>')
        if count:
            bars.append(f'<text x="{x + step / 2 - 3:.1f}" y="{y - 3:.1f}">{count}</text>')
        bars.append(f'<text x="{x + step / 2 - 3:.1f}" y="{HEIGHT - 4}">{place}</text>')
    return Markup(
        f'<svg role="img" aria-label="{escape(label)}" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">{"".join(bars)}</svg>'
    )


def share(value: float, label: str) -> Any:
    """One bar from 0 to 100 %."""
    from markupsafe import Markup, escape

    return Markup(
        f'<svg role="img" aria-label="{escape(label)}" viewBox="0 0 100 10" width="100" height="10">'
        f'<rect class="all" width="100" height="10"/><rect width="{100 * value:.1f}" height="10"/></svg>'
    )

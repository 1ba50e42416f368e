"""``items.html``: the same numbers with plots, on one page that fetches nothing."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from ..errors import UsageError
from ..record.files import replace
from .classroom import Sat
from .tables import Section
from .words import say

NAME = "items.html"
STYLE = (
    "body{max-width:56rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;color:#1d2127;background:#fff}"
    "table{border-collapse:collapse;margin:1rem 0}caption{text-align:left;font-weight:600}"
    "th,td{padding:.3rem .8rem;border-bottom:1px solid #817d72;text-align:right}th:first-child{text-align:left}"
    "img{max-width:100%;height:auto}.wide{overflow-x:auto}"
)
_INK, _FILL, _MARK = "#1d2127", "#9fb8d8", "#943a1c"


def write(folder: Path, sections: Sequence[Section], language: str) -> Path:
    """Write the report into ``folder``, made if absent; its path. UsageError when that can't be done."""
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(say("unwritable", name=str(folder), cause=error.strerror or "")) from error
    replace(path, page(sections, language))
    return path


def page(sections: Sequence[Section], language: str) -> str:
    """The report in one language."""
    body: list[str] = []
    for level, section in zip([1] + [2] * len(sections), sections, strict=False):
        body.append(f"<h{level}>{escape(section.title)}</h{level}>")
        body += [f"<p>{escape(text)}</p>" for text in section.paragraphs]
        if section.sat:
            body += _plots(section.sat, language)
        for caption, head, rows in section.tables:
            top = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
            lines = "".join(
                f'<tr><th scope="row">{escape(line[0])}</th>'
                + "".join(f"<td>{escape(cell)}</td>" for cell in line[1:])
                + "</tr>"
                for line in rows
            )
            body.append(
                f'<div class="wide" tabindex="0" role="group" aria-label="{escape(caption)}"><table><caption>{escape(caption)}</caption>'
                f"<thead><tr>{top}</tr></thead><tbody>{lines}</tbody></table></div>"
            )
    title = escape(sections[0].title)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style></head>'
        f"<body><main>\n{chr(10).join(body)}\n</main></body></html>\n"
    )


def _plots(sat: Sat, language: str) -> list[str]:
    def t(key: str) -> str:
        return say(key)[language]

    names = [f"{place}. {item.id}" for place, item in enumerate(sat.items, 1)]
    shares = _bars(
        names,
        [100 * item.right for item in sat.items],
        [100 * item.said for item in sat.items],
        (0, 100),
        (t("right"), t("said")),
    )
    discrimination = _bars(
        names,
        [item.rest or 0 for item in sat.items],
        [item.groups or 0 for item in sat.items],
        (-1, 1),
        (t("rest"), t("groups")),
    )
    drawn = (
        ("plot_items", shares),
        ("plot_discrimination", discrimination),
        ("plot_calibration", _curve(sat, (t("said"), t("right")))),
    )
    return [_image(drawing, f"{t(key)}. {t('numbers_in_table')}") for key, drawing in drawn]


def _bars(
    names: list[str],
    bars: list[float],
    marks: list[float],
    limits: tuple[float, float],
    labels: tuple[str, str],
) -> Any:
    figure, axes = _axes(8, 0.9 + 0.36 * len(names))
    places = range(len(names))
    axes.barh(places, bars, color=_FILL, edgecolor=_INK, label=labels[0])
    axes.plot(marks, places, "D", color=_MARK, label=labels[1])
    axes.set_yticks(list(places), names)
    axes.invert_yaxis()
    axes.set_xlim(*limits)
    axes.axvline(0, color=_INK, linewidth=0.8)
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=2, frameon=False)
    return figure


def _curve(sat: Sat, labels: tuple[str, str]) -> Any:
    figure, axes = _axes(4.6, 4.4)
    said = [group.said for group in sat.calibration]
    right = [group.right for group in sat.calibration]
    axes.plot([0, 100], [0, 100], "--", color=_INK, linewidth=1)
    axes.plot(said, right, "-o", color=_MARK)
    for group in sat.calibration:
        axes.annotate(
            f"n={group.count}", (group.said, group.right), textcoords="offset points", xytext=(6, -12)
        )
    axes.set(xlim=(0, 100), ylim=(0, 104), xlabel=f"{labels[0]} (%)", ylabel=f"{labels[1]} (%)")
    return figure


def _axes(width: float, height: float) -> tuple[Any, Any]:
    from matplotlib.figure import Figure  # takes a second to import: only for a report

    figure = Figure(figsize=(width, height), layout="constrained")
    axes = figure.subplots()
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


def _image(figure: Any, alt: str) -> str:
    held = io.BytesIO()
    figure.savefig(held, format="png", dpi=120, metadata={"Software": None})
    data = base64.b64encode(held.getvalue()).decode("ascii")
    return f'<p><img alt="{escape(alt)}" src="data:image/png;base64,{data}"></p>'

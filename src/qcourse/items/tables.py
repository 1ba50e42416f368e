"""A class's numbers as rows of words, for a terminal and for the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..lang import number
from .classroom import ENOUGH, Gained, Item, Sat
from .words import say


@dataclass
class Section:
    """A title, paragraphs, and tables: each a caption, a head and rows. ``sat`` is what plots are drawn from."""

    title: str
    paragraphs: list[str] = field(default_factory=list)
    tables: list[tuple[str, list[str], list[list[str]]]] = field(default_factory=list)
    sat: Sat | None = None


def sections(people: int, sat: Sequence[Sat], gained: Sequence[Gained], language: str) -> list[Section]:
    """All that is said of a class, in order."""

    def t(key: str, **values: object) -> str:
        return say(key, **values)[language]

    def share(value: float) -> str:
        return number(round(100 * value), language) + ("\u00a0%" if language == "fr" else "%")

    def real(value: float | None) -> str:
        return t("undefined") if value is None else number(round(value, 2) + 0.0, language, 2)

    def row(place: int, item: Item) -> list[str]:
        choices = [share(one) for one in item.choices]
        choices[item.key] = f"[{choices[item.key]}]"
        return [
            f"{place}. {item.id}",
            share(item.right),
            share(item.said),
            real(item.rest),
            real(item.groups),
            "  ".join(choices),
        ]

    found = [Section(t("title"), [t("people", count=people), t("pilot")])]
    for one in sat:
        section = Section(t(one.form), sat=one)
        section.paragraphs.append(
            t("summary", people=one.people, mean=real(one.mean), best=one.best, brier=real(one.brier))
        )
        if one.people < ENOUGH:
            section.paragraphs.append(t("few", count=one.people, enough=ENOUGH))
        section.tables.append(
            (
                t(one.form),
                [t(key) for key in ("item", "right", "said", "rest", "groups", "choices")],
                [row(place, item) for place, item in enumerate(one.items, 1)],
            )
        )
        section.tables.append(
            (
                t("calibration"),
                [t(key) for key in ("said", "answers", "mean_said", "right")],
                [
                    [
                        t("group", low=group.low, high=group.high),
                        number(group.count, language),
                        share(group.said / 100),
                        share(group.right / 100),
                    ]
                    for group in one.calibration
                ],
            )
        )
        found.append(section)
    for won in gained:
        found.append(
            Section(
                t("gain_short" if won.short else "gain"),
                [
                    t(
                        "gain_people",
                        people=won.people,
                        before=real(won.before),
                        after=real(won.after),
                        best=won.best,
                    ),
                    t("gain_class", whole=real(won.whole), persons=real(won.persons), full=won.full),
                ],
            )
        )
    if sat:
        found[0].paragraphs.append(t("legend"))
    return found


def plain(found: Sequence[Section]) -> str:
    """The sections as text for a terminal."""
    lines: list[str] = []
    for section in found:
        lines += [section.title, *section.paragraphs]
        for caption, head, rows in section.tables:
            widths = [max(len(line[column]) for line in (head, *rows)) for column in range(len(head))]
            lines += ["", caption] if caption != section.title else [""]
            for line in (head, *rows):
                cells = [
                    cell.ljust(width) if not column else cell.rjust(width)
                    for column, (cell, width) in enumerate(zip(line, widths, strict=True))
                ]
                lines.append("  ".join(cells).rstrip())
        lines.append("")
    return "\n".join(lines)

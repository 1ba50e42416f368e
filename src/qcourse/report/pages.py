"""HTML pages from templates: everything escaped, nothing fetched, one style sheet inside."""

from __future__ import annotations

from functools import cache
from typing import Any

from ..lang import number
from .strings import STRINGS


@cache
def _environment() -> Any:
    import jinja2

    return jinja2.Environment(
        loader=jinja2.PackageLoader("qcourse.report", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page(template: str, language: str, **values: Any) -> str:
    """The template filled in, in one language; ``t`` holds its strings, ``n`` writes numbers."""
    strings = {key: text[language] for key, text in STRINGS.items()}

    def n(value: float, digits: int | None = None) -> str:
        return number(round(value, 2) if digits is None else value, language, digits)

    text: str = _environment().get_template(template).render(language=language, t=strings, n=n, **values)
    return text

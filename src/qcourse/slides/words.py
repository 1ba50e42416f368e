"""The text of a slide as HTML: Markdown, and the roles of facts with their dates and sources."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from mdit_py_plugins.myst_role import myst_role_plugin

from .. import facts
from ..errors import ContentError, CourseError, Text
from ..facts import Fact
from ..facts.values import formatted
from ..lang import NBSP, date
from ..sources import authors, entries, plain, plain_url

ATTRIBUTION = {
    "en": re.compile(r"\b(article|authors)\b", re.I),
    "fr": re.compile(r"\b(article|auteurs)\b", re.I),
}
"""A block with a fact that the base article alone states says whose statement it is: it holds one of these words."""

_SAID: dict[str, Text] = {
    "computed": {"en": "computed for this course", "fr": "calculé pour ce cours"},
    "as_of": {"en": "as of {date}", "fr": "date\u00a0: {date}"},
}


@dataclass
class Words:
    """Writes the texts of one slide; ``cited`` holds the facts in the order of their marks, by source."""

    language: str
    place: str
    cited: dict[str, list[Fact]] = field(default_factory=dict)

    def html(self, text: str) -> str:
        """Markdown as HTML, with values and sentences from the register; ContentError names slide and fault."""
        reader = MarkdownIt("commonmark").enable("table").use(myst_role_plugin)
        tokens = reader.parse(text)
        for token in tokens:
            if token.type == "inline":
                self._roles(token)
        return str(reader.renderer.render(tokens, reader.options, {}))

    def _roles(self, block: Any) -> None:
        for child in block.children or []:
            if child.type == "myst_role":
                child.content = self._role(child.meta["name"], child.content, block.content)
                child.type = "html_inline"

    def _role(self, role: str, text: str, block: str) -> str:
        fact_id, _, name = text.strip().partition(" ")
        try:
            if role not in ("fact", "claim", "source"):
                raise ContentError(
                    {
                        "en": f"role {role!r} is not known on a slide. Use fact, claim or source.",
                        "fr": f"le rôle «\u00a0{role}\u00a0» n’existe pas sur une diapositive. Utilisez fact, claim ou source.",
                    }
                )
            fact = facts.statable(fact_id)
            if fact.status == "seed" and not ATTRIBUTION[self.language].search(block):
                raise ContentError(
                    {
                        "en": f"fact {fact_id!r} is a statement of the base article alone. Attribute it in the same paragraph: “according to the 2022 article”.",
                        "fr": f"le fait {fact_id!r} n’est affirmé que par l’article. Attribuez-le dans le même paragraphe\u00a0: «\u00a0selon l’article de 2022\u00a0».",
                    }
                )
            shown = self._shown(role, fact, name.strip())
        except CourseError as error:
            raise ContentError(
                {
                    "en": f"{self.place}: {error.text['en']}",
                    "fr": f"{self.place}\u00a0: {error.text['fr']}",
                }
            ) from error
        return shown + self._mark(fact)

    def _shown(self, role: str, fact: Fact, name: str) -> str:
        if role == "claim":
            return escape(fact.claim[self.language], quote=False)
        dated = "" if fact.status == "computed" else f"({date(fact.as_of, self.language)})"
        aside = f'{NBSP}<span class="slide-asof">{dated}</span>' if dated else ""
        if role == "source":
            return aside
        return f'<span class="slide-fact">{escape(formatted(fact, name, self.language))}{aside}</span>'

    def _mark(self, fact: Fact) -> str:
        numbered = self.cited.setdefault(fact.source, [])
        if fact not in numbered:
            numbered.append(fact)
        return f'<sup class="slide-mark">{list(self.cited).index(fact.source) + 1}</sup>'

    def sources(self) -> list[tuple[int, str, str, str, str]]:
        """Number, authors, title, date and address of each source cited so far."""
        listed = []
        for number, (key, used) in enumerate(self.cited.items(), 1):
            fields = entries()[key].fields
            when = fields.get("date") or fields.get("year") or ""
            dated = date(when, self.language) if re.fullmatch(r"\d{4}(-\d{2}){0,2}", when) else when
            if all(fact.status == "computed" for fact in used):
                dated = _SAID["computed"][self.language]
            else:
                latest = max(fact.as_of for fact in used if fact.status != "computed")
                if latest != when:
                    dated += "; " + _SAID["as_of"][self.language].format(date=date(latest, self.language))
            listed.append(
                (
                    number,
                    authors(entries()[key]),
                    plain(fields["title"]),
                    dated.removeprefix("; "),
                    plain_url(fields.get("url", "")),
                )
            )
        return listed

"""The pages of the course as the content tests see them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import polib
import yaml

ROOT = Path(__file__).resolve().parents[1]
_FENCE = re.compile(
    r"^(`{3,}|:{3,})\{(?P<name>[\w-]+)\}[^\n]*\n(?P<body>.*?)^\1\s*$", re.MULTILINE | re.DOTALL
)
_NOT_READ = {"code-cell", "deeper", "question", "cards", "sources", "lesson", "exercise", "lessons"}


@dataclass(frozen=True)
class Page:
    """One Markdown page; ``name`` is its path below the root, without the suffix."""

    name: str

    @property
    def path(self) -> Path:
        """The page's file."""
        return ROOT / f"{self.name}.md"

    @cached_property
    def source(self) -> str:
        """The page's text without its front matter."""
        text = self.path.read_text(encoding="utf-8")
        return text.split("\n---\n", 1)[1] if text.startswith("---\n") else text

    @property
    def is_lesson(self) -> bool:
        """Whether the page states minutes."""
        from qcourse.sphinxext.front_matter import front_matter

        return front_matter(self.path) is not None

    @cached_property
    def translations(self) -> dict[str, str]:
        """The page's catalog: English text → French text."""
        catalog = ROOT / "book" / "locale" / "fr" / "LC_MESSAGES" / f"{self.name}.po"
        return {entry.msgid: entry.msgstr for entry in polib.pofile(str(catalog))}

    def directives(self, name: str) -> list[str]:
        """The arguments of each directive called ``name``, in order."""
        return re.findall(rf"^[`:]{{3,}}\{{{re.escape(name)}\}}[ ]*(.*)$", self.source, re.MULTILINE)

    def prose(self) -> str:
        """What is read as text: without code, folded boxes, questions, cards and sources; callouts keep their text."""
        return _FENCE.sub(lambda match: "" if match["name"] in _NOT_READ else match["body"], self.source)

    def words(self, language: str) -> int:
        """The words of the prose; a cited sentence of the register counts as read."""
        from qcourse import facts

        text = self.prose()
        if language == "fr":
            folded = " ".join(
                re.sub(r"\s+", " ", match["body"])
                for match in _FENCE.finditer(self.source)
                if match["name"] in _NOT_READ
            )
            texts = [
                french
                for english, french in self.translations.items()
                if re.sub(r"\s+", " ", english) not in folded
            ]
            text = "\n\n".join(texts)
        text = re.sub(r"\{claim\}`([\w-]+)`", lambda match: facts.find(match[1]).claim[language], text)
        text = re.sub(r"\{word\}`([^`<]*?)\s*(<[\w-]+>)?`", r"\1", text)
        text = re.sub(r"\{fact\}`[^`]*`", "1", text)
        text = re.sub(r"\{\w+\}`[^`]*`|\]\([^)]*\)", " ", text)
        return len(re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", text))

    def cited(self) -> list[str]:
        """The ids of the facts that the page and its data cite."""
        texts = [self.source] + [
            path.read_text(encoding="utf-8")
            for suffix in (".questions.yml", ".cards.yml")
            if (path := self.path.with_suffix(suffix)).is_file()
        ]
        return [
            fact.split()[0]
            for text in texts
            for fact in re.findall(r"\{(?:fact|claim|source)\}`([^`]+)`", text)
        ]


def listed() -> list[str]:
    """The names of all pages in the order of ``_toc.yml``."""
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    found = [toc["root"]]

    def walk(entries: list[dict]) -> None:
        for entry in entries:
            found.append(entry["file"])
            walk(entry.get("sections", []))

    for part in toc["parts"]:
        walk(part["chapters"])
    return found


PAGES = [Page(name) for name in listed()]
LESSONS = [page for page in PAGES if page.name.startswith("modules/") and not page.name.endswith("/index")]

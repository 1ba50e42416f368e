"""The form of a briefing note: length, headings, citations, the lines to find at once, claims to leave out.

The rules are data (``note_rules.yml``). The page's checklist (``figures/note_rules.js``) works from the same data, step
for step; a test plays the same notes through both. Form is not substance: nothing here says that a note is true.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

import yaml

from ..facts import STATABLE, register
from ..lang import LANGUAGES
from . import note_findings
from .finding import PASSED, Finding
from .plain import say
from .usable import comparator, wrong_type

SPACES = "\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
"""What parts two words, as the inside of a character class."""

_CITATION = re.compile(r"\[fact:([^\[\]\n]*)\]")
_CITED = "\0"
"""What stands for a citation while words are counted: a full stop after it is no word."""
_MORE_THAN_POINTS = re.compile(r"[^\0.,;:!?()\u00ab\u00bb]")
_WORD = re.compile(rf"[^{SPACES}]+")
_HEADING = re.compile(r"^ {0,3}#{1,6}(?:[ \t]+(.*))?$")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})(.*)$")
_SENTENCE_END = re.compile(r"[.!;]|\n[ \t]*(?=\n|[-*+>#]|[0-9]+[.)])")


@dataclass(frozen=True)
class Inspection:
    """What the form of a note is, in plain data.

    ``items`` maps each item of the checklist to whether it holds. ``headings`` are the template's own headings in the
    order found, ``hidden_headings`` those found inside a code block only, ``language`` is that of the headings.
    ``cited`` are the different facts that count; ``unknown``, ``barred`` (in the register, but never to be stated) and
    ``expired`` those that don't. ``lines`` gives for each line asked for how many have a text, ``claims`` the claims
    found.
    """

    items: Mapping[str, bool]
    language: str
    words: int
    headings: Sequence[str]
    hidden_headings: Sequence[str]
    cited: Sequence[str]
    unknown: Sequence[str]
    barred: Sequence[str]
    expired: Sequence[str]
    lines: Mapping[str, int]
    claims: Sequence[str]
    filled_lines: int = field(default=0)


@comparator
def has_form(value: Any, item: str, as_of: str, template: str = "note") -> Finding:
    """Whether one item of the checklist holds for the text ``value``: the form only, not whether the note is true.

    ``item`` is ``length``, ``headings``, ``exact_lines``, ``citations``, ``claims`` or the name of a line such as ``ask``;
    ``as_of`` is the ISO date from which a citation may be due for review.
    """
    if not isinstance(value, str):
        raise wrong_type(say("a text (str)", "un texte (str)"), value)
    seen = inspect_note(value, template, today=as_of)
    if seen.items[item]:
        return PASSED
    asked = note_rules()["templates"][template]
    if item in asked["lines"]:
        return note_findings.line(item, seen, note_rules()["lines"][item])
    describe_item: Callable[..., Finding] = getattr(note_findings, item)
    return describe_item(seen, asked, as_of)


@cache
def note_rules() -> Mapping[str, Any]:
    """The rules as they stand in ``note_rules.yml``."""
    return yaml.safe_load(resources.files(__package__).joinpath("note_rules.yml").read_text(encoding="utf-8"))


@cache
def citable() -> Mapping[str, str | None]:
    """The facts that may be stated, each with the ISO date by which it must be checked again, or None."""
    return {
        fact.id: fact.review_by
        for fact in register().values()
        if fact.status in STATABLE and not fact.names_person
    }


@cache
def barred() -> frozenset[str]:
    """The facts of the register that may not be stated: unverified, or naming an office holder."""
    return frozenset(register()) - frozenset(citable())


def fold(text: str) -> str:
    """Text as the patterns expect it: no marks on letters, lower case, plain apostrophes, hyphens and spaces."""
    plain = unicodedata.normalize("NFKD", text)
    plain = re.sub("[\u0300-\u036f\u00ad\u200b]", "", plain).lower()
    plain = re.sub("[\u2018\u2019\u02bc\u0060\u00b4]", "'", plain)
    plain = re.sub("[\u2010-\u2015\u2212]", "-", plain)
    return re.sub(rf"(?!\n)[{SPACES}]", " ", plain)


def inspect_note(text: str, template: str = "note", *, today: str, prefer: str = "en") -> Inspection:
    """The form of ``text`` against a template of the rules.

    ``today`` (ISO date) is the day from which a citation may be due for review; ``prefer`` settles the language of a
    note whose headings fit both languages equally well. Headings are lines that begin with # outside code blocks;
    words are parted by any white space and counted outside headings and citations.
    """
    rules = note_rules()
    asked = rules["templates"][template]
    prose, titles, coded = _parted(text)
    body = "\n".join(prose)
    language, headings, hidden = _headings(asked, titles, coded, prefer)
    words = sum(map(_word_count, prose))
    ids = list(dict.fromkeys(found.strip(" ") for found in _CITATION.findall(body)))
    known = [name for name in ids if name in citable()]
    expired = [name for name in known if _due(name, today)]
    cited = [name for name in known if name not in expired]
    lines = {name: _count(rules["lines"][name], body) for name in asked["lines"]}
    claims = _claims(rules, _CITATION.sub("", "\n".join([*titles, "", body])))
    filled = sum(bool(_WORD.search(line)) for line in [*prose, *titles])
    items = {"length": 0 < words <= asked["most_words"]}
    if "headings" in asked:
        items["headings"] = headings == asked["headings"][language]
    if "exact_lines" in asked:
        items["exact_lines"] = filled == asked["exact_lines"]
    items["citations"] = len(cited) >= asked["least_citations"]
    items |= {name: count == 1 for name, count in lines.items()}
    items["claims"] = not claims
    return Inspection(
        items=items,
        language=language,
        words=words,
        headings=headings,
        hidden_headings=hidden,
        cited=cited,
        unknown=[name for name in ids if name not in known and name not in barred()],
        barred=[name for name in ids if name in barred()],
        expired=expired,
        lines=lines,
        claims=claims,
        filled_lines=filled,
    )


def _word_count(line: str) -> int:
    found = _WORD.findall(_CITATION.sub(_CITED, line))
    return sum(_CITED not in one or bool(_MORE_THAN_POINTS.search(one)) for one in found)


def _due(name: str, today: str) -> bool:
    by = citable()[name]
    return by is not None and by < today


def _parted(text: str) -> tuple[list[str], list[str], list[str]]:
    """The lines outside headings (code included), the headings, and the headings that are only lines of code."""
    prose, titles, coded = [], [], []
    fence = ""
    for line in text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        mark = _FENCE.match(line)
        heading = _HEADING.match(line)
        if fence:
            if mark and mark[1][0] == fence[0] and len(mark[1]) >= len(fence) and not mark[2].strip(" \t"):
                fence = ""
            elif heading:
                coded.append(heading[1] or "")
            prose.append(line)
        elif mark and not (mark[1][0] == "`" and "`" in mark[2]):
            fence = mark[1]
            prose.append(line)
        elif heading:
            titles.append(heading[1] or "")
        else:
            prose.append(line)
    return prose, titles, coded


def _headings(
    asked: Mapping[str, Any], titles: Sequence[str], coded: Sequence[str], prefer: str
) -> tuple[str, list[str], list[str]]:
    """The note's language, the template's headings found in it in order, and those found in code only."""
    if "headings" not in asked:
        return prefer, [], []
    found = {language: _named(asked["headings"][language], titles) for language in LANGUAGES}
    order = [prefer, *(language for language in LANGUAGES if language != prefer)]
    language = max(order, key=lambda one: len(set(found[one])))
    inside = [name for name in _named(asked["headings"][language], coded) if name not in found[language]]
    return language, found[language], inside


def _named(names: Sequence[str], titles: Sequence[str]) -> list[str]:
    by_fold = {fold(name): name for name in names}
    folded = (fold(title).lstrip(" *_").rstrip(" *_#:.") for title in titles)
    return [by_fold[title] for title in folded if title in by_fold]


def _count(marker: Mapping[str, str], body: str) -> int:
    """How many lines begin with the marker, in either language, and go on with a word."""
    names = "|".join(fold(marker[language]) for language in LANGUAGES)
    begins = re.compile(rf"^[ >*_+-]*(?:[0-9]+[.)][ *_]*)?(?:{names})[ *_]*:(.*)$")
    lines = (begins.match(fold(line)) for line in _CITATION.sub("", body).split("\n"))
    return sum(bool(line and re.search(r"[^ *_.:;,!?-]", line[1])) for line in lines)


def _claims(rules: Mapping[str, Any], text: str) -> list[str]:
    parts = _SENTENCE_END.split(fold(text).replace("?", "?."))
    sentences = [" ".join(_WORD.findall(part)) for part in parts]
    return [
        claim["id"]
        for claim in rules["claims"]
        if any(_claimed(rules, pattern, one) for one in sentences for pattern in claim["patterns"])
    ]


def _claimed(rules: Mapping[str, Any], pattern: str, sentence: str) -> bool:
    """Whether a sentence makes the claim and does not take it back."""
    found = _whole(pattern).search(sentence)
    if not found or sentence.endswith("?") or _whole(rules["refutations"]).search(sentence):
        return False
    before = _whole(rules["no_denials"]).sub(" ", sentence[: found.start(1)])
    clause = _whole(rules["turns"]).split(before)[-1]
    return not _whole(rules["denials"]).search(clause)


@cache
def _whole(pattern: str) -> re.Pattern[str]:
    """The pattern where it begins and ends with whole words; its first group is the match itself.

    Without a look behind, which browsers before 2023 may lack.
    """
    return re.compile(rf"(?:^|[^a-z0-9])({pattern})(?![a-z0-9])")

"""What the checklist of a note found, in words: expected, seen, and the usual slip behind it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..errors import Text
from ..facts import register
from ..lang import LANGUAGES, both, date, number
from .finding import Finding
from .plain import fill, join, say

if TYPE_CHECKING:
    from .notes import Inspection

MOST_NAMED = 4
"""Headings or facts named in one list before ``…``."""

_WORDS = say(
    "from 1 to {most} words, headings and citations aside",
    "de 1 à {most} mots, sans les titres ni les citations",
)
_WORDS_SEEN = say("{words} words", "{words} mots")
_BLANK = say("an empty text", "un texte vide")
_ORDER = say("each once and in this order: {headings}", "chacun une fois et dans cet ordre\u00a0: {headings}")
_NO_HEADING = say("none of these headings", "aucun de ces titres")
_IN_CODE = say(
    "A heading inside a code block is only code: {headings}.",
    "Un titre dans un bloc de code n’est que du code\u00a0: {headings}.",
)
_TWICE = say("A heading stands twice: {headings}.", "Un titre apparaît deux fois\u00a0: {headings}.")
_SWAPPED = say(
    "All headings are there, in another order.", "Tous les titres y sont, mais dans un autre ordre."
)
_ABSENT = say(
    "Missing: {headings}. A heading is a line that begins with #, all four in one language.",
    "Il manque\u00a0: {headings}. Un titre est une ligne qui commence par #, et tous sont dans la même langue.",
)
_FACTS = say(
    "at least {least} different facts of the register, none due for review before {day}",
    "au moins {least} faits différents du registre, sans date de révision antérieure au {day}",
)
_COUNTING = say("{count} that count", "{count} qui comptent")
_UNKNOWN = say("not in the register: {facts}", "absents du registre\u00a0: {facts}")
_EXPIRED = say("due for review: {facts}", "à réviser\u00a0: {facts}")
_BARRED = say(
    "in the register, but not to be stated: {facts}", "au registre, mais à ne pas énoncer\u00a0: {facts}"
)
_NEAR = say("Did you mean {fact}?", "Vouliez-vous dire {fact}?")
_NO_CITATION = say(
    "A citation is written [fact:id], with an id of the register.",
    "Une citation s’écrit [fact:id], avec un identifiant du registre.",
)
_ONE_LINE = say(
    "one line that begins with “{en}:” or “{fr} :” and goes on with words",
    "une seule ligne qui commence par «\u00a0{fr}\u00a0:\u00a0» ou «\u00a0{en}:\u00a0» et qui se poursuit par des mots",
)
_LINES_SEEN = say("{count} such lines", "{count} lignes de ce genre")
_ONE_ONLY = say(
    "More than one: choose the one that counts.", "Il y en a plusieurs\u00a0: gardez celle qui compte."
)
_EXACT = say("exactly {lines} lines with text", "exactement {lines} lignes de texte")
_FILLED = say("{lines} lines", "{lines} lignes")
_NO_CLAIM = say("no claim of the list of misconceptions", "aucune affirmation de la liste des idées reçues")
_CLAIM = say("something like: {claims}", "quelque chose comme\u00a0: {claims}")
_TAKE_BACK = say(
    "Leave it out, or say in the same sentence that it is false.",
    "Retirez-la, ou dites dans la même phrase qu’elle est fausse.",
)


def length(seen: Inspection, asked: Mapping[str, Any], as_of: str) -> Finding:
    """Too long, or empty."""
    found = fill(_WORDS_SEEN, words=_number(seen.words)) if seen.words else _BLANK
    return Finding(False, fill(_WORDS, most=_number(asked["most_words"])), found)


def headings(seen: Inspection, asked: Mapping[str, Any], as_of: str) -> Finding:
    """Missing, twice, in another order, or inside a code block."""
    wanted = asked["headings"][seen.language]
    missing = [name for name in wanted if name not in seen.headings]
    twice = [name for name in wanted if list(seen.headings).count(name) > 1]
    hidden = [name for name in seen.hidden_headings if name in missing]
    if hidden:
        cause = fill(_IN_CODE, headings=_listed(hidden))
    elif missing:
        cause = fill(_ABSENT, headings=_listed(missing))
    else:
        cause = fill(_TWICE, headings=_listed(twice)) if twice else _SWAPPED
    found = _listed(seen.headings, 6) if seen.headings else _NO_HEADING
    return Finding(False, fill(_ORDER, headings=_listed(wanted)), found, cause)


def citations(seen: Inspection, asked: Mapping[str, Any], as_of: str) -> Finding:
    """Too few that count, with what doesn't count and why."""
    parts = [fill(_COUNTING, count=_number(len(seen.cited)))]
    for template, ids in ((_UNKNOWN, seen.unknown), (_EXPIRED, seen.expired), (_BARRED, seen.barred)):
        if ids:
            parts.append(fill(template, facts=_listed([name[:60] or "?" for name in ids])))
    cause = None
    if not (seen.cited or seen.unknown or seen.expired or seen.barred):
        cause = _NO_CITATION
    elif seen.unknown:
        near = difflib.get_close_matches(seen.unknown[0][:60], register(), n=1)
        cause = fill(_NEAR, fact=near[0]) if near else None
    day = {language: date(as_of, language) for language in LANGUAGES}
    least = _number(asked["least_citations"])
    return Finding(False, fill(_FACTS, least=least, day=day), join(parts), cause)


def exact_lines(seen: Inspection, asked: Mapping[str, Any], as_of: str) -> Finding:
    """More lines than asked, or fewer."""
    return Finding(
        False,
        fill(_EXACT, lines=_number(asked["exact_lines"])),
        fill(_FILLED, lines=_number(seen.filled_lines)),
    )


def line(name: str, seen: Inspection, marker: Text) -> Finding:
    """No line with this beginning, or more than one."""
    count = seen.lines[name]
    expected = fill(_ONE_LINE, en=marker["en"], fr=marker["fr"])
    return Finding(False, expected, fill(_LINES_SEEN, count=_number(count)), _ONE_ONLY if count else None)


def claims(seen: Inspection, asked: Mapping[str, Any], as_of: str) -> Finding:
    """A sentence that makes a claim of the list and does not take it back."""
    from .notes import note_rules

    said = [claim["says"] for claim in note_rules()["claims"] if claim["id"] in seen.claims]
    return Finding(False, _NO_CLAIM, fill(_CLAIM, claims=_quoted(said)), _TAKE_BACK)


def _quoted(texts: Iterable[Text]) -> Text:
    every = list(texts)
    return {
        "en": " ".join(f"“{text['en']}”" for text in every),
        "fr": " ".join(f"«\u00a0{text['fr']}\u00a0»" for text in every),
    }


def _listed(names: Sequence[str], most: int = MOST_NAMED) -> Text:
    return join([*(both(name) for name in names[:most]), *(["…"] if len(names) > most else [])])


def _number(value: int) -> Text:
    return {language: number(value, language) for language in LANGUAGES}

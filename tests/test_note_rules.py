"""The form of a note: one list of rules, read by Python and by the page alike."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from qcourse import exercises, facts, verdict_text
from qcourse.answer import LocalTransport
from qcourse.checks import has_form, notes
from qcourse.figure_assets import host_script
from qcourse.lang import LANGUAGES
from qcourse.running import run_checks

ROOT = Path(__file__).resolve().parents[1]
TODAY = "2026-11-22"
NB, NARROW = "\u00a0", "\u202f"
UNVERIFIED = next(fact.id for fact in facts.register().values() if fact.status == "unverified")

EN = """# A note

## Issue
We must choose.
Ask: a yes by 30 January.
## Background
One [fact:strac-rule]. Two [fact:hndl-definition]. Three [fact:gri-2025-10y].
## Considerations
Uncertain: nobody knows the date.
## Recommendation
Do it.
Decides: the directorate.
"""
OWN = 22
"""Words of EN: one for each group between white spaces outside headings and citations."""
FR = f"""## Enjeu
Il faut choisir.
Demande : un oui d’ici le 30 janvier.
## Contexte
Un [fact:strac-rule]. Deux [fact:hndl-definition]. Trois [fact:gri-2025-10y].
## Considérations
Incertitude{NB}: nul ne connaît la date.
## Recommandation
Aller de l’avant.
Décide{NARROW}: la direction.
"""
ALERT = """What happened: a supplier wrote [fact:strac-rule].
Why it matters: the contract ends.
Ask: a reply by noon.
Uncertain: the price.
Decides: headquarters.
"""
POINTS = """## Message
We prepare.
## Points
- One [fact:strac-rule].
- Two [fact:hndl-definition].
## En cas de question
- Incertitude : la date.
"""


def swapped(text: str, *pairs: tuple[str, str]) -> str:
    for before, after in pairs:
        assert before in text
        text = text.replace(before, after)
    return text


BREAKS = {
    "": EN,
    "fr": FR,
    "upper case": re.sub(r"\[.*?\]", lambda found: found[0].lower(), EN.upper()),
    "no accents": swapped(FR, ("Considérations", "Considerations"), ("Décide", "Decide")),
    "decomposed accents": swapped(FR, ("é", "e\u0301")),
    "no space before the colon": swapped(FR, ("Demande :", "Demande:"), (f"Décide{NARROW}:", "Décide:")),
    "windows line ends": EN.replace("\n", "\r\n"),
    "old line ends": FR.replace("\n", "\r"),
    "byte order mark": "\ufeff" + swapped(EN, ("# A note\n\n", "")),
    "other levels": swapped(EN, ("## ", "#### "), ("# A note", "###### A note ######")),
    "closing marks": swapped(EN, ("## Issue", "## **Issue** ##"), ("## Background", "  ## Background :")),
    "bold and lists": swapped(
        EN, ("Ask:", "- **Ask:**"), ("Uncertain:", "> *Uncertain*:"), ("Decides:", "3. Decides :")
    ),
    "title in between": swapped(EN, ("Do it.", "### Why now\nDo it.")),
    "citations in code marks": swapped(EN, ("[fact:strac-rule]", "`[fact: strac-rule ]`")),
    "denied": swapped(EN, ("Do it.", "No computer tries all the answers at once. Is it unbreakable?")),
    "refuted": swapped(FR, ("Aller", "« Vaut 0 et 1 en même temps » : idée reçue. Aller")),
    "fence in a line": swapped(EN, ("Do it.", "Do ```it``` now.")),
    "code after": EN + "\n```python\n# Issue\nprint(1)\n```\n",
    "tilde fence": EN + "~~~~\n~~~\n## Issue\n~~~~~\nend",
    "zero-width and soft hyphens": swapped(EN, ("Uncertain:", "Un\u00adcer\u200btain:")),
    "full-width colon": swapped(EN, ("Ask:", "Ask：")),
    "exactly the most": EN + "word " * (450 - OWN),
}
FAULTY = {
    "empty": "",
    "blank": " \n\t\u3000\n",
    "only headings": "## Issue\n## Background\n## Considerations\n## Recommendation",
    "one word more": EN + "word " * (451 - OWN),
    "very long": EN + "mot\u2009" * 4_000 + "[fact:" * 2_000 + "#" * 4_000 + " " * 4_000 + "x",
    "very long heading": swapped(EN, ("## Issue", "## Issue" + "#*:. " * 5_000 + "x")),
    "indented heading": swapped(EN, ("## Issue", "    ## Issue")),
    "no space after the marks": swapped(EN, ("## Issue", "##Issue")),
    "bare marks": swapped(EN, ("## Issue", "##")),
    "heading in code": swapped(EN, ("## Background", "```\n## Background\n```")),
    "unclosed code": "```\n" + EN,
    "twice": EN + "## Issue\n",
    "other order": swapped(
        EN, ("Background", "X"), ("Considerations", "Background"), ("## X", "## Considerations")
    ),
    "two languages": swapped(
        EN, ("## Background", "## Contexte"), ("## Recommendation", "## Recommandation")
    ),
    "half and half": "## Issue\n## Enjeu\n## Contexte\n## Background\n",
    "unknown fact": swapped(EN, ("strac-rule", "strac-rules")),
    "object's own names": swapped(EN, ("strac-rule", "constructor"), ("hndl-definition", "__proto__")),
    "unverified fact": swapped(EN, ("strac-rule", UNVERIFIED)),
    "the same fact": swapped(EN, ("hndl-definition", "strac-rule")),
    "empty citation": swapped(EN, ("[fact:strac-rule]", "[fact:] [fact: ] [fact:\n]")),
    "capital citation": swapped(EN, ("[fact:strac-rule]", "[Fact:strac-rule]")),
    "citation in a heading": swapped(EN, ("## Issue", "## Issue [fact:strac-rule]")),
    "two asks": EN + "Demande : une autre.\n",
    "ask without words": swapped(EN, ("a yes by 30 January.", "… [fact:strac-rule] .")),
    "ask in mid line": swapped(EN, ("Ask:", "We Ask:")),
    "asks": swapped(EN, ("Ask:", "Asks:")),
    "claim over two lines": swapped(EN, ("Do it.", "No doubt, it breaks all\nencryption.")),
    "claim after a turn": swapped(
        EN, ("Do it.", "Nobody knows when, but a machine will break all of today’s encryption.")
    ),
    "claim with marks": swapped(FR, ("Aller", "La liaison est INVIOLABLE! Aller")),
    "claim in a list": swapped(EN, ("Do it.", "- It is not slow\n- it tries every answer at once")),
    "claim in a heading": swapped(EN, ("# A note", "# Quantum advantage is proven")),
    "claim across a citation": swapped(EN, ("Do it.", "It breaks [fact:strac-rule] all encryption.")),
    "odd characters": "𝔊 ½ ﬁ Ω İ ß ς \x00 \x1c \x85 \u2028 \u2066 😀 ©\n# 😀\n"
    + FR.replace("fact", "ｆａｃｔ"),
}
NOTES = [*((name, text, "note") for name, text in {**BREAKS, **FAULTY}.items())]
NOTES += [
    ("alert", ALERT, "alert"),
    ("alert of six lines", ALERT + "And more.", "alert"),
    ("alert with a heading", "# Alert\n" + ALERT, "alert"),
    ("alert in one line", ALERT.replace("\n", " "), "alert"),
    ("points", POINTS, "points"),
    ("points in both languages", "## Message\n## Points\n", "points"),
]


@pytest.mark.parametrize("name", BREAKS)
def test_sound_form(name):
    """A note keeps the form whatever its line ends, marks, accents and spaces."""
    seen = notes.inspect_note(BREAKS[name], today=TODAY)

    assert [] == [item for item, holds in seen.items.items() if not holds], seen


@pytest.mark.parametrize("name", FAULTY)
def test_faulty_form(name):
    """At least one item does not hold, and says what was expected and seen in both languages."""
    seen = notes.inspect_note(FAULTY[name], today=TODAY)
    wrong = [item for item, holds in seen.items.items() if not holds]

    assert wrong
    for item in wrong:
        finding = has_form(FAULTY[name], item, TODAY)

        assert not finding.passed
        assert all(finding.expected[language] and finding.seen[language] for language in LANGUAGES)


@pytest.mark.parametrize("claim", notes.note_rules()["claims"], ids=lambda claim: claim["id"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_claim_is_known_by_its_own_words(claim, language):
    """The sentence that stands for a claim is found; denied or asked, it is not."""
    said = claim["says"][language]
    denied = {"en": "It is a myth: ", "fr": "C’est un mythe : "}[language]

    def found(text):
        return claim["id"] in notes.inspect_note(text, today=TODAY).claims

    assert (True, False) == (found(said), any(found(denied + part) for part in said.split("; ")[:1]))
    assert not found(said.split("; ")[0].rstrip(".") + "?")


def test_a_citation_expires():
    """From the day after its review date a fact no longer counts, and the finding says so."""
    assert notes.inspect_note(EN, today="2027-02-22").items["citations"]

    seen = notes.inspect_note(EN, today="2027-02-23")

    assert (["gri-2025-10y"], False) == (seen.expired, seen.items["citations"])
    assert "due for review: gri-2025-10y" in has_form(EN, "citations", "2027-02-23").seen["en"]


@pytest.mark.parametrize(
    ("name", "item", "word"),
    [
        ("heading in code", "headings", "inside a code block"),
        ("twice", "headings", "twice"),
        ("other order", "headings", "another order"),
        ("two languages", "headings", "Missing: Enjeu"),
        ("unknown fact", "citations", "Did you mean strac-rule?"),
        ("two asks", "ask", "More than one"),
    ],
)
def test_the_usual_slip_is_named(name, item, word):
    """The diagnosis says which slip it was."""
    assert word in has_form(FAULTY[name], item, TODAY).diagnosis["en"]


def test_only_a_text_is_a_note():
    """Anything else is said to be what it is."""
    assert "None" in has_form(None, "length", TODAY).seen["en"]


NONSENSE = swapped(
    EN,
    ("We must choose.", "Blue sleeps in the square of the treaty."),
    ("a yes by 30 January.", "nine lamps."),
    ("Do it.", "Seven is warm."),
    ("nobody knows the date.", "soup."),
)


def test_nonsense_gets_the_points_of_form_and_is_told_so():
    """All the points, and in both languages the remark that they say nothing of the substance."""
    exercise = exercises.load("briefing_note", ROOT)
    verdict = run_checks(exercise, LocalTransport({"note": lambda: NONSENSE}), hidden=True)

    assert 10 == verdict.earned
    assert "Form only" in verdict_text.said(verdict, exercise, "en")
    assert "Forme seulement" in verdict_text.said(verdict, exercise, "fr")


def test_the_checks_judge_dates_by_the_exercise_s_own_day():
    """The day in the checks is that of exercise.toml, and the facts of the reference are cited in it."""
    exercise = exercises.load("briefing_note", ROOT)
    reference = (exercise.private / "solution.py").read_text(encoding="utf-8")

    assert f'AS_OF = "{exercise.as_of}"' in exercise.read("checks.py")
    assert [] == [fact for fact in exercise.facts if f"[fact:{fact}]" not in reference]


@pytest.mark.browser
def test_the_page_reads_a_note_as_python_does(chromium):
    """The same notes, item by item, on several days and with either language preferred."""
    assert len(NOTES) >= 60

    page = chromium.new_page()
    page.add_script_tag(content=host_script())
    cases = [
        (name, text, template, today, prefer)
        for name, text, template in NOTES
        for today, prefer in ((TODAY, "en"), ("2031-11-23", "fr"))
    ]
    given = {
        "rules": notes.note_rules(),
        "facts": notes.citable(),
        "barred": sorted(notes.barred()),
        "cases": [[text, template, today, prefer] for _, text, template, today, prefer in cases],
    }
    seen = page.evaluate(
        """({ cases, ...rules }) => cases.map(([text, template, today, prefer]) =>
            qcourseFigures.parts.note_rules.inspect(text, { ...rules, template, today, prefer }))""",
        given,
    )
    page.close()
    for (name, text, template, today, prefer), one in zip(cases, seen, strict=True):
        expected = dataclasses.asdict(notes.inspect_note(text, template, today=today, prefer=prefer))

        assert expected == one, name
        assert list(expected["items"]) == list(one["items"])

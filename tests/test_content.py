"""The content's own rules: one rule, one reason, one message each."""

from __future__ import annotations

import re
import subprocess

import pytest
import yaml

from qcourse import facts, figures
from qcourse.policy.rules import FILE, whole_file
from qcourse.sphinxext import page_data
from qcourse.sphinxext.front_matter import front_matter

from .pages import LESSONS, PAGES, ROOT, Page

LANGUAGES = ("en", "fr")
WORDS_PER_MINUTE = {"en": 130, "fr": 120}
ORDER = (
    "lesson",
    "situation",
    "code-cell",
    "not-mean",
    "meeting",
    "question",
    "exercise",
    "key-points",
    "cards",
    "sources",
)
NB = "\u00a0"


def lesson_id(page: Page) -> str:
    """The lesson's name."""
    return page.name.rpartition("/")[2]


lessons = pytest.mark.parametrize("lesson", LESSONS, ids=lesson_id)


def test_every_page_is_listed() -> None:
    """A page that _toc.yml forgets would vanish from the book without a word."""
    written = {
        path.relative_to(ROOT).with_suffix("").as_posix()
        for folder in ("book", "modules")
        for path in (ROOT / folder).rglob("*.md")
    }

    assert written == {page.name for page in PAGES}


@lessons
def test_lesson_is_long_enough_to_teach(lesson: Page) -> None:
    """Under 600 words in either language a lesson only announces its subject."""
    short = {language: lesson.words(language) for language in LANGUAGES if lesson.words(language) < 600}

    assert {} == short


@lessons
@pytest.mark.parametrize("language", LANGUAGES)
def test_stated_minutes_are_true(lesson: Page, language: str) -> None:
    """Busy readers plan by the stated minutes: within 20 % of reading, figures and questions."""
    reading = lesson.words(language) / WORDS_PER_MINUTE[language]
    last_lines = re.findall(
        r"^```\{code-cell\}.*?^(\w*)[^\n]*\n```$", lesson.source, re.MULTILINE | re.DOTALL
    )
    at_figures = sum(getattr(figures, name, figures.Figure).minutes for name in last_lines)
    needed = reading + at_figures + 0.5 * len(lesson.directives("question"))
    stated = front_matter(lesson.path).minutes

    assert abs(stated - needed) <= 0.2 * needed, (
        f"{lesson.name} ({language}) states {stated} minutes and takes {needed:.1f}"
    )


@lessons
def test_lesson_has_the_whole_anatomy(lesson: Page) -> None:
    """Readers find their way because every lesson has the same parts in the same order."""
    found = re.findall(r"^[`:]{3,}\{([\w-]+)\}", lesson.source, re.MULTILINE)
    positions = [found.index(name) for name in ORDER if name in found]
    missing = [name for name in ORDER if name not in found and name != "exercise"]

    assert ([], sorted(positions)) == (missing, positions)


@lessons
def test_questions_are_asked_and_explained(lesson: Page) -> None:
    """Two to four questions, each shown on the page, each with 3 or 4 choices and a reason for every one."""
    asked = lesson.directives("question")
    written = page_data.questions(lesson.path)
    sizes = {
        name: len(question["choices"])
        for name, question in written.items()
        if not 3 <= len(question["choices"]) <= 4
    }

    assert (sorted(written), {}, True) == (sorted(asked), sizes, 2 <= len(asked) <= 4)


@lessons
def test_the_right_choice_is_not_given_away(lesson: Page) -> None:
    """A reader must not be able to answer by place, or by length alone."""
    questions = list(page_data.questions(lesson.path).values())
    places = {
        next(place for place, choice in enumerate(question["choices"]) if choice.get("right"))
        for question in questions
    }
    longest = [
        max(question["choices"], key=lambda choice: len(choice["text"]["en"])).get("right")
        for question in questions
    ]

    assert (True, True) == (len(places) > 1, not all(longest))


@lessons
def test_lesson_has_recall_cards(lesson: Page) -> None:
    """Four to eight cards are a minute's recall; fewer are no practice, more are not done."""
    assert 4 <= len(page_data.cards(lesson.path)) <= 8


@lessons
def test_lesson_cites_the_register(lesson: Page) -> None:
    """A lesson of a course for diplomats rests on at least three dated facts."""
    assert len(set(lesson.cited())) >= 3


@lessons
def test_objectives_can_be_measured(lesson: Page) -> None:
    """An objective begins with what the reader will do; nobody can see whether somebody understands or knows."""
    vague = re.compile(r"^(understand|know|learn|be aware|appreciate|discover)", re.IGNORECASE)
    objectives = front_matter(lesson.path).objectives

    assert ([], True) == ([text for text in objectives if vague.match(text)], 1 <= len(objectives) <= 4)


@lessons
def test_prerequisites_exist(lesson: Page) -> None:
    """A lesson that is asked for first is written or announced as coming."""
    coming = {
        entry["name"]
        for path in ROOT.glob("modules/*/coming.yml")
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")) or []
    }
    known = {lesson_id(page) for page in LESSONS} | coming

    assert set() == set(front_matter(lesson.path).prerequisites) - known


def test_no_lesson_is_both_written_and_coming() -> None:
    """The line of coming.yml goes when its lesson arrives."""
    coming = {
        f"{path.parent.relative_to(ROOT).as_posix()}/{entry['name']}"
        for path in ROOT.glob("modules/*/coming.yml")
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")) or []
    }

    assert set() == coming & {page.name for page in PAGES}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_cells_are_short(page: Page) -> None:
    """A cell does one thing: anything over ten lines belongs to the package, with a test."""
    cells = re.findall(r"^```\{code-cell\}[^\n]*\n(.*?)^```", page.source, re.MULTILINE | re.DOTALL)

    assert [] == [
        cell for cell in cells if len([line for line in cell.splitlines() if not line.startswith(":")]) > 10
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_one_sentence_per_line(page: Page) -> None:
    """Reviews and translations compare lines: a line of prose holds one sentence."""
    text = re.sub(r"\{\w+\}`[^`]*`", "", page.prose())
    two = [
        line
        for line in text.splitlines()
        if re.search(r"[a-z)][.?!]”? [A-Z][a-z]+ [a-z]+ ", line)
        and not line.lstrip().startswith(("|", "“", "-", "*", ">"))
    ]

    assert [] == two


def french_texts() -> list[tuple[str, str]]:
    """Every French text of the content, with the file it is in."""
    found = [(page.name, text) for page in PAGES for text in page.translations.values()]

    def walk(name: str, data: object) -> None:
        if isinstance(data, dict):
            for key, value in data.items():
                if key == "fr" and isinstance(value, str):
                    found.append((name, value))
                else:
                    walk(name, value)
        elif isinstance(data, list):
            for value in data:
                walk(name, value)

    for pattern in ("modules/**/*.yml", "book/*.yml", "book/teaching/slides/*.yml"):
        for path in sorted(ROOT.glob(pattern)):
            walk(path.name, yaml.safe_load(path.read_text(encoding="utf-8")))
    walk(FILE.name, whole_file())
    return found


TYPOGRAPHY = {
    "a straight apostrophe": re.compile(r"\w'\w"),
    "a guillemet without a no-break space": re.compile(r"«[^\u00a0]|[^\u00a0]»"),
    "a space before ; ? or !": re.compile(r"\s[;?!]"),
    "a colon without a no-break space before it": re.compile(r"[^\W\d][ ]?:(?=\s|$)"),
    "English quotation marks": re.compile(r"[“”\"]"),
    "a percent sign without a no-break space": re.compile(r"\d[ ]?%"),
    "a decimal point": re.compile(
        r"(?<![\d.])(?<!Attribution )(?<!Apache )(?<!CC BY )(?<!Font )\d+\.\d+(?![\d.])"
    ),
}


@pytest.mark.parametrize("fault", TYPOGRAPHY)
def test_french_typography(fault: str) -> None:
    """Québec usage (OQLF) is what the readers write themselves; a slip makes them doubt the rest."""
    slips = [
        (name, text[:100])
        for name, text in french_texts()
        if TYPOGRAPHY[fault].search(
            re.sub(r"\{\w+\}`[^`]*`|`[^`]*`|\]\([^)]*\)|\$[^$]*\$|https?://\S+", "x", text)
        )
    ]

    assert [] == slips


FORBIDDEN = {
    "an unfinished mark": re.compile(r"\b(TODO|FIXME|XXX)\b"),
    "a Latin abbreviation": re.compile(r"\b(e\.g\.|i\.e\.|etc\.|viz\.|cf\.)"),
    "an exclamation mark": re.compile(r"\w!(?!\[)(\s|$)"),
    "hype": re.compile(
        r"\b(revolutionary|groundbreaking|game[- ]chang|mind-blowing|exciting journey)", re.IGNORECASE
    ),
}


@pytest.mark.parametrize("fault", FORBIDDEN)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_are_free_of(page: Page, fault: str) -> None:
    """What a reviewer would strike out."""
    assert [] == [
        line for line in page.source.splitlines() if FORBIDDEN[fault].search(re.sub(r"`[^`]*`", "", line))
    ]


def test_cited_facts_may_be_stated() -> None:
    """The build refuses them too; this says so in seconds, for every page at once."""
    refused = [
        (page.name, fact_id)
        for page in PAGES
        for fact_id in page.cited()
        if facts.find(fact_id).status not in facts.STATABLE
    ]

    assert [] == refused


def test_the_project_speaks_of_itself_alone() -> None:
    """No path of one machine and no registry's host: the text must be true wherever the course is."""
    listing = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.splitlines()
    pattern = re.compile(
        "(?<![\\w.])/("
        + "|".join(["wo" + "rk", "ro" + "ot", "ho" + "me/[a-z]+"])
        + ")/|"
        + "|".join(["py" + r"pi\.org", "python" + "hosted", "npm" + r"js\.", r"deb\." + "debian"])
    )
    found = []
    for name in listing:
        path = ROOT / name
        if path.suffix in {".woff2", ".png", ".ico"} or not path.is_file() or "hostile" in path.parts:
            continue
        found += [
            f"{name}:{number}"
            for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
            if pattern.search(line)
        ]

    assert [] == found


@lessons
def test_two_amounts_are_no_formula(lesson: Page) -> None:
    """Two dollar signs in one text are read as a formula between them: write millions of dollars in words."""
    texts = list(lesson.translations.values())
    for question in page_data.questions(lesson.path).values():
        texts += [question["ask"]["fr"]]
        texts += [choice[part]["fr"] for choice in question["choices"] for part in ("text", "reason")]
    for card in page_data.cards(lesson.path).values():
        texts += [card["front"]["fr"], card["back"]["fr"]]

    assert [] == [text for text in texts if re.search(r"\d\u00a0[MG]?\$.*\$", text)]

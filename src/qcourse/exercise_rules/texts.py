"""Rules on what a learner reads: tasks, titles, messages and hints, in both languages."""

from __future__ import annotations

import re

from ..exercises import Exercise
from ..lang import LANGUAGES
from .rule import PUBLIC, Found, Rule

DISTINCTIVE = 24
"""Characters from which a line of a private file counts as telling the answer away."""


def _texts(exercise: Exercise) -> Found:
    for check in exercise.all_checks(hidden=True):
        file = "private/hidden.toml" if check.hidden else "exercise.toml"
        for key, text in (("title", check.title), ("message", check.message)):
            if not all(text[language].strip() for language in LANGUAGES) or (
                text["en"] == text["fr"] and " " in text["en"]
            ):
                yield file, {"key": f"checks.{check.name}.{key}"}
    for key, own in (("title", exercise.title), ("remark", exercise.remark)):
        if own and not all(own[language].strip() for language in LANGUAGES):
            yield "exercise.toml", {"key": key}


def _hints(exercise: Exercise) -> Found:
    for language in LANGUAGES:
        hints = exercise.hints[language]
        if len(hints) != 3 or not all(hint.strip() for hint in hints) or not hints[0].rstrip().endswith("?"):
            yield "exercise.toml", {"key": f"hints.{language}"}


def _task(exercise: Exercise) -> Found:
    shapes = {}
    for language in LANGUAGES:
        task = exercise.task(language)
        headings = re.findall(r"^(#+) (.*)$", task, flags=re.MULTILINE)
        sections = [text for marks, text in headings if marks == "##" and text.startswith("`")]
        if [text.strip("`") for text in sections] != list(exercise.functions):
            yield f"task.{language}.md", {"what": ", ".join(exercise.functions)}
        elif not all(re.split(r"\n\n", text)[0].strip() for text in exercise.docstrings(language).values()):
            yield f"task.{language}.md", {"what": "…"}
        if not headings or headings[0][0] != "#" or headings[0][1] != exercise.title[language]:
            yield f"task.{language}.md", {"what": f"# {exercise.title[language]}"}
        shapes[language] = (
            [marks for marks, _ in headings],
            task.count("\n* "),
            task.count("```"),
            re.findall(r"`[^`\n]+`", task),
        )
    if [shapes["en"][:3], sorted(set(shapes["en"][3]))] != [shapes["fr"][:3], sorted(set(shapes["fr"][3]))]:
        others = sorted(set(shapes["en"][3]) ^ set(shapes["fr"][3]))
        yield "task.fr.md", {"what": ", ".join(others[:3]) or "task.en.md"}


def _leaks(exercise: Exercise) -> Found:
    assert exercise.private
    words = {name: " ".join(exercise.read(name).split()) for name in PUBLIC}
    words["private/hidden.toml"] = " ".join(
        (exercise.private / "hidden.toml").read_text(encoding="utf-8").split()
    )
    for private in ("solution.py", "hidden_checks.py"):
        # Checks may share lines of their own kind: what is asked of a function is no secret.
        shown = {
            name: text
            for name, text in words.items()
            if not (private == "hidden_checks.py" and name == "checks.py")
        }
        for line in _telling((exercise.private / private).read_text(encoding="utf-8"), words["stub.py"]):
            for name, text in shown.items():
                if line in text:
                    yield name, {"line": line[:60]}


def _telling(source: str, given: str) -> list[str]:
    """The lines of a private file that would give it away elsewhere."""
    lines = (" ".join(line.split()) for line in source.splitlines())
    plain = ("from ", "import ", "def test_", '"""', "#")
    return [
        line
        for line in lines
        if len(line) >= DISTINCTIVE and line not in given and not line.startswith(plain)
    ]


def _typography(exercise: Exercise) -> Found:
    assert exercise.private
    texts = {
        "task.fr.md": exercise.task("fr"),
        "private/explanation.fr.md": (exercise.private / "explanation.fr.md").read_text(encoding="utf-8"),
    }
    for check in exercise.all_checks(hidden=True):
        file = "private/hidden.toml" if check.hidden else "exercise.toml"
        texts[file] = "\n".join([texts.get(file, ""), check.title["fr"], check.message["fr"]])
    texts["exercise.toml"] = "\n".join(
        [
            texts.get("exercise.toml", ""),
            exercise.title["fr"],
            (exercise.remark or {"fr": ""})["fr"],
            *exercise.hints["fr"],
        ]
    )
    for file, text in texts.items():
        prose = re.sub(r"```.*?```|`[^`\n]*`", "`x`", text, flags=re.DOTALL)
        found = re.search(r".{0,12}(?: [:;?!%$»](?!\w)|« |\w'\w|[^\s\u00a0]:(?=\s)).{0,12}", prose)
        if found:
            yield file, {"line": found.group().strip()}


RULES: tuple[Rule, ...] = (
    Rule(
        "texts",
        "Each learner reads one language and must find everything in it.",
        {
            "en": "{key} is empty or the same in both languages. Write it in each.",
            "fr": "{key} est vide ou identique dans les deux langues. Écrivez-le dans chacune.",
        },
        _texts,
    ),
    Rule(
        "hints",
        "Hints lead from a question to nearly there.",
        {
            "en": "{key} must hold three hints, the first of them a question.",
            "fr": "{key} doit contenir trois indices, dont le premier est une question.",
        },
        _hints,
    ),
    Rule(
        "task",
        "Docstrings and contract come from the task's sections, alike in both languages.",
        {
            "en": "the title, the sections `## `function`` and the code words must be those of exercise.toml and of the other language; look at: {what}.",
            "fr": "le titre, les sections `## `fonction`` et les mots de code doivent être ceux de exercise.toml et de l’autre langue; voyez\u00a0: {what}.",
        },
        _task,
    ),
    Rule(
        "leaks",
        "What a learner sees must not give the answer away.",
        {
            "en": "the line “{line}” stands in a public file or message too. Reword the public one.",
            "fr": "la ligne «\u00a0{line}\u00a0» se trouve aussi dans un fichier ou un message public. Reformulez ce dernier.",
        },
        _leaks,
    ),
    Rule(
        "typography",
        "French follows Québec's typography.",
        {
            "en": "French typography near “{line}”: a no-break space before the colon and inside guillemets, none before ; ? !, and the apostrophe ’.",
            "fr": "typographie près de «\u00a0{line}\u00a0»\u00a0: une espace insécable avant le deux-points et dans les guillemets, aucune avant ; ? !, et l’apostrophe ’.",
        },
        _typography,
    ),
)

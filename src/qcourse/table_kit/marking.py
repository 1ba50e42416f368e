"""Score sheets and lookup tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..lang import number
from ..policy.class_mode import class_file
from . import paper
from .words import NBSP, Words

HIGHEST_GAIN = 24
"""The last row of table C: the largest gain that table A gives is 22."""


def table(caption: str, head: Sequence[object], rows: Iterable[Sequence[object]], kind: str = "") -> str:
    """A table with a row of headings; the first cell of each row is its heading."""
    top = "".join(f"<th scope='col'>{cell}</th>" for cell in head)
    body = "".join(
        f"<tr><th scope='row'>{row[0]}</th>{''.join(f'<td>{cell}</td>' for cell in row[1:])}</tr>"
        for row in rows
    )
    named = f"<caption>{caption}</caption>" if caption else ""
    return (
        f"<div class='scroll'><table class='{kind}'>{named}<thead><tr>{top}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def bullets(items: Iterable[str], tag: str = "ul") -> str:
    """A list."""
    return f"<{tag}>" + "".join(f"<li>{item}</li>" for item in items) + f"</{tag}>"


def score_sheets(words: Words) -> str:
    """The board over all rounds, and the sheet of one round."""
    most = max(words.rules.lengths)
    start = {gauge["id"]: gauge["start"] for gauge in words.rules.data["gauges"]}
    rows: list[list[object]] = [[words.gauge(name), value, *[""] * most] for name, value in start.items()]
    rows += [[words.say(name), 0, *[""] * most] for name in ("money", "capital")]
    rows += [[actor, "", *[""] * most] for actor in words.rules.data["agents"]["home"]["actors"]]
    head = [words.say("gauge"), words.say("start"), *(words.say("after", n=n + 1) for n in range(most))]
    board = table("", head, rows, "blank")
    columns = [
        words.say(name)
        for name in ("round", "action", "proposal", "second", "gauge", "before", "change", "now")
    ]
    blank = [["", *[""] * 7] for _ in range(24)]
    deals = table("", [words.say("deal"), words.say("effects")], [["", ""] for _ in range(4)], "blank")
    results = _results(words)
    return (
        f"<section id='score'><h2>{words.say('score')}</h2>{board}</section>"
        f"<section><h2>{words.say('round_sheet')}</h2>{table('', columns, blank, 'blank')}{deals}</section>"
        f"<section><h2>{words.say('score_table')}</h2>{_score_lines(words)}{results}</section>"
    )


def _results(words: Words) -> str:
    """Where each team writes its aim beside its references."""
    data = class_file()
    head = [words.say("team")]
    head += [f"{words.say('reference')} ({length} {words.say('rounds')})" for length in data["references"]]
    head += [words.say("result"), words.say("difference")]
    rows = [
        [words.actor(actor), *(marks[actor] for marks in data["references"].values()), "", ""]
        for actor in data["actors"]
    ]
    return table("", head, rows, "blank")


def _score_lines(words: Words) -> str:
    scoring = words.rules.numbers["score"]
    colon = f"{NBSP}:" if words.language == "fr" else ":"

    def weighed(part: dict[str, object]) -> str:
        named = {"min": "least_relation", "mean": "mean_relation"}.get(str(part.get("by")))
        of = words.say(named) if named else words.gauge(part["of"][0])  # type: ignore[index]
        return f"{number(part['weight'], words.language)} × {of}"  # type: ignore[arg-type]

    lines = [
        f"<strong>{words.pick(aim['name'])}{colon}</strong> {' + '.join(map(weighed, aim['parts']))}"
        for aim in scoring["aims"]
    ]
    lines += [words.pick(text) for text in class_file()["words"]["score_lines"]]
    lines += [
        words.say(
            "penalty",
            weight=number(item["weight"], words.language),
            gauge=words.gauge(item["gauge"]),
            floor=item["floor"],
        )
        for item in scoring["floors"]
    ]
    own = words.rules.data["versions"][str(words.rules.version)]
    kinds = ("random", "newcomer", "best")
    pars = table(
        words.say("par"),
        [words.say("rounds"), *map(words.say, kinds), words.say("bands")],
        [
            [
                length,
                *(own["pars"][str(length)][kind] for kind in kinds),
                _bands(words, own["bands"][str(length)]),
            ]
            for length in words.rules.lengths
        ],
    )
    return bullets(lines) + pars


def _bands(words: Words, limits: Sequence[int]) -> str:
    names = [words.band(item["id"]) for item in words.rules.data["bands"]]
    colon = f"{NBSP}:" if words.language == "fr" else ":"
    starts = [0, *limits]
    return "; ".join(f"{name}{colon} {start}+" for name, start in zip(names, starts, strict=True))


def lookup_tables(words: Words) -> str:
    """Tables A to D, income and the end of a round."""
    rules = words.rules
    gains = paper.printed_gains(rules)
    table_a = table(
        words.say("gain_table"),
        ["", *(f"{floor}–{floor + 9 if floor < 90 else 100}" for floor in paper.FLOORS)],
        [[size, *(paper.first_gain(rules, size, floor) for floor in paper.FLOORS)] for size in gains],
        "numbers",
    )
    steps = range(paper.LEAST_STEPS, paper.MOST_STEPS + 1)
    table_c = table(
        words.say("strength_table"),
        ["", *(words.amount(step) for step in steps)],
        [[gain, *(paper.after_steps(gain, step) for step in steps)] for gain in range(1, HIGHEST_GAIN + 1)],
        "numbers",
    )
    numbers = rules.numbers
    causes: list[list[object]] = [
        [words.say("same_window"), words.amount(paper.steps_of(numbers["window"]))],
        [words.say("repeat"), words.amount(paper.steps_of(numbers["repeat"]))],
    ]
    causes += [
        [words.say("cohesion", range=f"{first}–{last}"), words.amount(value)]
        for first, last, value in paper.cohesion_steps(rules)
    ]
    causes.append([words.say("judged"), "…"])
    table_b = table(words.say("steps_table"), ["", words.say("steps")], causes)
    recipe = bullets((words.pick(text) for text in class_file()["words"]["recipe_lines"]), "ol")
    return (
        f"<section id='tables'><h2>{words.say('tables')}</h2>{table_a}<p>{words.say('gain_plain')}</p>"
        f"{table_b}<p>{words.say('steps_plain')}</p><h3>{words.say('recipe')}</h3>{recipe}</section>"
        f"<section>{table_c}<p>{words.say('strength_plain')}</p>{_round_ends(words)}</section>"
        f"<section>{_codes(words)}</section>"
    )


def _round_ends(words: Words) -> str:
    numbers, home = words.rules.numbers, words.rules.data["agents"]["home"]
    income = numbers["income"]
    first = [
        words.say("income_money", kept=income["money_kept"], base=income["money"], step=income["money_step"]),
        words.say(
            "income_capital",
            kept=income["capital_kept"],
            base=income["capital"],
            step=income["capital_step"],
        ),
    ]
    last = [
        words.say("heard", heard=home["heard"][0][1], ignored=words.amount(home["ignored"][0][1])),
        words.say("played"),
        words.say("drift", drift=words.effects(numbers["drift"])),
    ]
    return (
        f"<h3>{words.say('income_table')}</h3>{bullets(first)}"
        f"<h3>{words.say('end_table')}</h3>{bullets(last, 'ol')}"
    )


def _codes(words: Words) -> str:
    """Table D, ten numbers to a row."""
    rows = []
    for tens in range(0, 100, 10):
        rows.append([tens, *(paper.code_of(tens + ones) if tens + ones else "" for ones in range(10))])
    return table(words.say("code_table"), ["", *(f"+{ones}" for ones in range(10))], rows, "numbers")

"""The kit as one page of HTML: facilitator's part, role sheets, score sheets, tables, cards and deck orders."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..policy.class_mode import class_file, class_rules
from ..policy.draw import candidates, cards, event_order, windows
from .cards import action_cards, event_cards, evidence_cards, evidence_key, role_sheets
from .marking import bullets, lookup_tables, score_sheets, table
from .words import NBSP, Words

STYLE = Path(__file__).with_name("kit.css")


def kit_html(language: str) -> str:
    """The whole kit in one language, a page that needs nothing else."""
    words = Words(class_rules(), language)
    title = words.say("kit")
    body = [
        _cover(words),
        _script(words),
        _timing(words),
        _debrief(words),
        _decks(words),
        evidence_key(words),
        role_sheets(words),
        score_sheets(words),
        lookup_tables(words),
        action_cards(words),
        event_cards(words),
        evidence_cards(words),
    ]
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
        f"<style>{STYLE.read_text(encoding='utf-8')}</style></head><body><main>{chr(10).join(body)}</main></body></html>\n"
    )


def _cover(words: Words) -> str:
    data, frame = class_file(), words.rules.data["frame"]
    printed = bullets(words.pick(line) for line in data["words"]["contents_lines"])
    five = bullets(words.team(team) for team in data["teams"]["5"])
    outside = bullets(
        f"<strong>{words.pick(item['name'])}.</strong> {words.pick(item['plain'])}"
        for item in (*data["outside_cards"].values(), data["grant"], data["extra"])
    )
    return (
        f"<section class='first'><h1>{words.say('kit')}</h1>"
        f"<p>{words.pick(frame['sides'])}</p><p>{words.pick(frame['task'])}</p>"
        f"<p><strong>{words.pick(frame['teaching_values'])}</strong></p>"
        f"<h2>{words.say('contents')}</h2>{printed}<h2>{words.say('five')}</h2>{five}"
        f"<h2>{words.say('yours')}</h2>{outside}</section>"
    )


def _script(words: Words) -> str:
    parts = [
        f"<h3>{words.pick(part['title'])}</h3>{bullets(words.pick(line) for line in part['lines'])}"
        for part in class_file()["script"]
    ]
    phases = bullets(
        (
            f"<strong>{words.pick(phase['name'])}.</strong> {words.pick(phase['do'])}"
            for phase in class_file()["phases"]
        ),
        "ol",
    )
    title = words.say("each_round").capitalize()
    parts.insert(2, f"<h3>{title}</h3>{phases}")
    return f"<section id='script'><h2>{words.say('script')}</h2>{''.join(parts)}</section>"


def total_minutes(setting: Any) -> int:
    """All minutes of a setting."""
    ends = sum(setting[name] for name in ("brief", "press", "debrief", "slack"))
    return ends + setting["rounds"] * sum(setting["phases"].values())


def _timing(words: Words) -> str:
    settings = class_file()["settings"]
    head = [
        words.say("minutes"),
        *(f"{words.pick(item['name'])} ({item['rounds']} {words.say('rounds')})" for item in settings),
    ]
    rows: list[list[object]] = [[words.say("brief"), *(item["brief"] for item in settings)]]
    rows += [
        [
            f"{words.pick(phase['name'])}, {words.say('each_round')}",
            *(item["phases"][phase["id"]] for item in settings),
        ]
        for phase in class_file()["phases"]
    ]
    rows += [[words.say(name), *(item[name] for item in settings)] for name in ("press", "debrief", "slack")]
    rows.append([words.say("total"), *map(total_minutes, settings)])
    return (
        f"<section id='timing'><h2>{words.say('timing')}</h2>{table('', head, rows)}{_clock(words)}</section>"
    )


def _clock(words: Words) -> str:
    """For each setting, at which minute each round begins."""
    colon = f"{NBSP}:" if words.language == "fr" else ":"
    lines = []
    for setting in class_file()["settings"]:
        minute, starts = setting["brief"], []
        for number in range(1, setting["rounds"] + 1):
            starts.append(f"{words.say('round')} {number}{colon} {minute} min")
            minute += sum(setting["phases"].values())
            if number == setting["press_after"]:
                starts.append(f"{words.say('press')}{colon} {minute} min")
                minute += setting["press"]
        starts.append(f"{words.say('debrief')}{colon} {minute} min")
        lines.append(f"<strong>{words.pick(setting['name'])}.</strong> {'; '.join(starts)}")
    return bullets(lines)


def _debrief(words: Words) -> str:
    asked = words.rules.data["debrief"]
    colon = f"{NBSP}:" if words.language == "fr" else ":"
    long = [f"{words.pick(item['ask'])} ({item['minutes']} min)" for item in asked]
    short = [
        f"{words.pick(asked[place]['ask'])} ({minutes} min)"
        for place, minutes in class_file()["debrief_short"]
    ]
    sums = (
        sum(item["minutes"] for item in asked),
        sum(minutes for _, minutes in class_file()["debrief_short"]),
    )
    return (
        f"<section id='debrief'><h2>{words.say('long')}{colon} {sums[0]} min</h2>{bullets(long, 'ol')}"
        f"<h2>{words.say('short')}{colon} {sums[1]} min</h2>{bullets(short, 'ol')}</section>"
    )


def _decks(words: Words) -> str:
    """Ten decks: each round's event, the two that are announced before it, evidence card and window."""
    rules = words.rules
    numbered = {name: place for place, name in enumerate(rules.cards, 1)}
    columns = ["round", "event", "candidates", "card", "window"]
    decks = []
    for seed in class_file()["seeds"]:
        order, frames, evidence = event_order(rules, seed), windows(rules, seed), cards(rules, seed)
        rows = [
            [
                year,
                order[year - 1],
                ", ".join(candidates(order, year)) if year > 1 else "–",
                numbered[evidence[year - 1]],
                frames[year - 1],
            ]
            for year in range(1, max(rules.lengths) + 1)
        ]
        decks.append(
            f"<div class='card' id='deck-{seed}'>"
            + table(f"{words.say('deck')} {seed}", [words.say(name) for name in columns], rows)
            + "</div>"
        )
    return (
        f"<section id='decks'><h2>{words.say('decks')}</h2><p>{words.say('deck_plain')}</p>"
        f"<div class='cards'>{''.join(decks)}</div></section>"
    )

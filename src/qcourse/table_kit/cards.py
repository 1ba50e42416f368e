"""Role sheets and the cards to cut out."""

from __future__ import annotations

from collections.abc import Mapping

from ..policy.class_mode import class_file
from ..policy.rules import Item
from .paper import worth_steps
from .words import NBSP, Words


def role_sheets(words: Words) -> str:
    """One page for each of the nine actors."""
    return "\n".join(_role(words, actor) for actor in class_file()["actors"])


def _role(words: Words, actor: str) -> str:
    data = class_file()
    role, name = data["actors"][actor], words.actor(actor)
    actions = words.rules.actions.values()
    marks = "; ".join(
        f"{length} {words.say('rounds')}: {marks[actor]}" for length, marks in data["references"].items()
    )
    if words.language == "fr":
        marks = marks.replace(":", f"{NBSP}:")
    parts = [
        f"<h2>{words.say('role')} · {name if f'({actor})' in name else f'{name} ({actor})'}</h2>",
        f"<p>{words.pick(role['role'])}</p>",
        f"<h3>{words.say('secret')}</h3><p class='big'><strong>{words.pick(role['aim'])}</strong></p>",
        f"<p>{words.say('reference')} ({marks}). {words.say('reference_plain')}</p>",
    ]
    if actor in data["relations"]:
        parts.append(_outside(words, actor))
    else:
        own = [words.pick(item["name"]) for item in actions if item["owner"] == actor]
        liked = [words.pick(item["name"]) for item in actions if actor in item["liked_by"]]
        parts.append(f"<h3>{words.say('you_own')}</h3>{_list(own or [words.say('none')])}")
        parts.append(f"<h3>{words.say('you_like')}</h3>{_list(liked)}")
    parts.append(f"<p class='small'>{words.pick(words.rules.data['frame']['teaching_values'])}</p>")
    return f"<section class='role' id='role-{actor}'>{''.join(parts)}</section>"


def _outside(words: Words, actor: str) -> str:
    """An outside power's cards, and what it may do once."""
    data = class_file()
    said = [
        f"<strong>{words.pick(card['name'])}.</strong> {words.pick(card['plain'])}"
        for card in data["outside_cards"].values()
    ]
    for once in (data["grant"], data["extra"]):
        if once["actor"] == actor:
            said.append(f"<strong>{words.pick(once['name'])}.</strong> {words.pick(once['plain'])}")
    window = [words.pick(item["name"]) for item in words.rules.actions.values() if item["window"] == actor]
    return f"<h3>{words.say('yours')}</h3>{_list(said)}<h3>{words.say('name_action')}</h3>{_list(window)}"


def _list(items: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"


def action_cards(words: Words) -> str:
    """All actions."""
    return _cards(
        words, "actions", {name: _action(words, item) for name, item in words.rules.actions.items()}
    )


def _action(words: Words, action: Item) -> str:
    lines = [
        f"<p class='costs'>{words.say('money')} {action['money']} · {words.say('capital')} {action['capital']} · "
        f"{words.window(action['window'])}</p>",
        f"<p>{words.pick(action['plain'])}</p>",
    ]
    effects = []
    if action["effects"]:
        effects.append(words.effects(action["effects"]))
    if "then" in action:
        then = words.say("then", **{"if": words.conditions(action["then"]["if"])})
        effects.append(f"{then}: {words.effects(action['then']['effects'])}")
    if "next_round" in action:
        effects.append(f"{words.say('next')}: {words.effects(action['next_round'])}")
    lines.append(_labelled(words, "effects", ". ".join(effects)))
    if action["needs"]:
        lines.append(_labelled(words, "needs", _needs(words, action)))
    lines.append(_labelled(words, "owner", action["owner"], "liked", words.actors(action["liked_by"])))
    return f"<h3>{action['id']} · {words.pick(action['name'])}</h3>{''.join(lines)}"


def _needs(words: Words, action: Item) -> str:
    if "set" in action:
        return words.say("once")
    if "add" in action:
        return words.say("twice")
    return words.conditions(action["needs"])


def _labelled(words: Words, *pairs: str) -> str:
    """``label, text, label, text`` as one paragraph."""
    colon = f"{NBSP}:" if words.language == "fr" else ":"
    said = [
        f"<strong>{words.say(label)}{colon}</strong> {text}"
        for label, text in zip(pairs[::2], pairs[1::2], strict=True)
    ]
    return f"<p>{' · '.join(said)}</p>"


def event_cards(words: Words) -> str:
    """All events, with their branches or choices."""
    return _cards(words, "events", {name: _event(words, item) for name, item in words.rules.events.items()})


def _event(words: Words, event: Item) -> str:
    lines = []
    for place, branch in enumerate(event.get("options") or event["branches"]):
        label = words.pick(branch["name"]) if "name" in branch else ""
        conditions = words.conditions([*event.get("if", ()), *branch.get("if", ())])
        if not label and not conditions and place:
            conditions = words.say("otherwise")
        head = " · ".join(filter(None, (label, conditions)))
        if branch.get("id") == event.get("default") and label:
            head += f" ({words.say('default')})"
        changes = [words.effects(branch["effects"])] if branch["effects"] else []
        changes += [f"{words.gauge(name)}{NBSP}−{amount}" for name, amount in branch.get("pay", {}).items()]
        changes += [
            f"{words.say('next')}, {words.say('money').lower()}{NBSP}−{amount}"
            for name, amount in branch.get("set", {}).items()
            if name == "penal"
        ]
        lead = f"<strong>{head}.</strong> " if head else ""
        lines.append(f"{lead}{words.pick(branch['plain'])} {'; '.join(changes)}")
    return f"<h3>{event['id']} · {words.pick(event['name'])}</h3><p>{words.pick(event['plain'])}</p>{_list(lines)}"


def evidence_cards(words: Words) -> str:
    """All evidence cards: what to judge, without the key."""
    cards = {}
    for number, (name, card) in enumerate(words.rules.cards.items(), 1):
        kind = next(item for item in words.rules.data["card_kinds"] if item["id"] == card["kind"])
        choices = "".join(f"<li>{words.pick(choice['text'])}</li>" for choice in card["choices"])
        cards[name] = (
            f"<h3>{number} · {words.pick(kind['name'])}</h3><p>{words.pick(card['ask'])}</p>"
            f"<ol type='A'>{choices}</ol>"
        )
    return _cards(words, "evidence", cards)


def evidence_key(words: Words) -> str:
    """For the facilitator: the steps and the reason of every answer."""
    cards = []
    for number, card in enumerate(words.rules.cards.values(), 1):
        rows = "".join(
            f"<li><strong>{words.amount(worth_steps(words.rules, choice['worth']))}</strong> "
            f"{words.pick(choice['reason'])}</li>"
            for choice in card["choices"]
        )
        colon = f"{NBSP}:" if words.language == "fr" else ":"
        cards.append(
            f"<div class='item small'><strong>{number}</strong> · {words.say('lesson')}{colon} <code>{card['lesson']}</code>"
            f"<ol type='A'>{rows}</ol></div>"
        )
    return f"<section id='key'><h2>{words.say('key')}</h2>{''.join(cards)}</section>"


def _cards(words: Words, title: str, cards: Mapping[str, str]) -> str:
    inner = "".join(f"<div class='card' id='{name}'>{card}</div>" for name, card in cards.items())
    return f"<section><h2>{words.say(title)}</h2><div class='cards'>{inner}</div></section>"

"""Table Q's rules file: complete in both languages, each effect justified, each card keyed and sourced."""

import pytest

from qcourse.facts import register
from qcourse.policy.rules import whole_file

FILE = whole_file()
GAUGES = {gauge["id"] for gauge in FILE["gauges"]}
LANGUAGES = {"en", "fr"}


def texts(node):
    """Every text of the file, as the dict of its languages."""
    if isinstance(node, dict):
        if LANGUAGES & node.keys():
            yield node
        else:
            for value in node.values():
                yield from texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value)


def moved(item):
    """The names that an action, event or agent may change by an effect."""
    parts = [
        item,
        item.get("then", {}),
        *item.get("branches", ()),
        *item.get("options", ()),
        {"effects": item.get("next_round", ())},
        {"effects": [*item.get("heard", ()), *item.get("ignored", ())]},
    ]
    names = {name for part in parts for name, _ in part.get("effects", ())}
    return (
        names
        | {name for part in parts for name in part.get("set", {}) if name != "inv"}
        | item.get("add", {}).keys()
    )


JUSTIFIED = {item["id"]: item for item in (*FILE["actions"], *FILE["events"])}
JUSTIFIED |= {item["actor"]: item for item in FILE["agents"]["outside"]}
JUSTIFIED["home"] = FILE["agents"]["home"]
JUSTIFIED["drift"] = {**FILE["agents"]["drift"], "effects": FILE["coefficients"]["drift"]}
every_card = pytest.mark.parametrize("card", FILE["cards"], ids=lambda card: card["id"])


def test_every_text_is_in_both_languages():
    """No text lacks a language, and none stands in English on the French side."""
    found = list(texts(FILE))

    assert [] == [text for text in found if not text.get("en") or not text.get("fr")]
    assert len([text for text in found if text["en"] == text["fr"] and " " in text["en"]]) <= 2  # two names


@pytest.mark.parametrize("name", JUSTIFIED)
def test_every_effect_is_justified(name, root):
    """Each effect has one line that says where it comes from: the article, a fact of the register, or invention."""
    item = JUSTIFIED[name]
    facts = register()

    assert moved(item) == {line["gauge"] for line in item["why"]}
    for line in item["why"]:
        statuses = {facts[fact].status for fact in line["facts"]}

        assert "unverified" not in statuses
        assert bool(statuses) != (line["en"].startswith("Invented") and line["fr"].startswith("Inventé"))
        assert "seed" not in statuses or ("article" in line["en"] and "article" in line["fr"])


def test_names_and_marks_are_used_once():
    """Ids and the letters of saved games are unique, and what refers to a gauge refers to one that exists."""
    for kind in ("actions", "events", "cards", "gauges", "actors", "windows"):
        ids = [item["id"] for item in FILE[kind]]

        assert len(ids) == len(set(ids))
    keys = [action["key"] for action in FILE["actions"]]
    marks = [option["key"] for event in FILE["events"] for option in event.get("options", ())]

    assert (len(keys), len(marks)) == (len(set(keys)), len(set(marks)))
    assert {name for item in JUSTIFIED.values() for name in moved(item)} <= GAUGES | {"money", "penal", "lit"}


@every_card
def test_a_card_is_keyed_and_sourced(card, root):
    """One choice is best, each has a reason, the lesson exists and the facts may be stated."""
    facts = register()
    worths = [choice["worth"] for choice in card["choices"]]

    assert 2 <= len(worths) <= 4
    assert 1 == worths.count(1)
    assert min(worths) < 0
    assert all(-1 <= worth <= 1 for worth in worths)
    assert list(root.glob(f"modules/*/{card['lesson']}.md"))
    assert card["kind"] in {kind["id"] for kind in FILE["card_kinds"]}
    assert {facts[fact].status for fact in card["facts"]} <= {"verified", "computed"}


def test_the_form_of_a_choice_does_not_betray_the_key():
    """The best choice is now first, now last, and seldom the longest or the shortest."""
    cards = FILE["cards"]
    places = [[choice["worth"] for choice in card["choices"]].index(1) for card in cards]

    assert max(places.count(place) for place in range(4)) <= len(cards) / 2
    for language in LANGUAGES:
        sizes = [[len(choice["text"][language]) for choice in card["choices"]] for card in cards]
        best = [size[place] for size, place in zip(sizes, places, strict=True)]

        assert sum(size == max(all_) for size, all_ in zip(best, sizes, strict=True)) <= len(cards) / 2
        assert sum(size == min(all_) for size, all_ in zip(best, sizes, strict=True)) <= len(cards) / 2


def test_there_are_cards_enough():
    """Several games in a row can meet new cards, of every kind."""

    assert len(FILE["cards"]) >= 18
    assert {kind["id"] for kind in FILE["card_kinds"]} == {card["kind"] for card in FILE["cards"]}


def test_the_table_in_the_exercise_repeats_the_rules(root):
    """What the stub of table_q_agent tells of the actions is what the rules say."""
    namespace = {}
    exec((root / "exercises/table_q_agent/stub.py").read_text(encoding="utf-8"), namespace)
    expected = {
        action["id"]: {
            "money": action["money"],
            "dc": action["capital"],
            "window": action["window"],
            "liked_by": action["liked_by"],
            "effects": dict([*action["effects"], *action.get("next_round", ())]),
        }
        for action in FILE["actions"]
    }

    assert expected == namespace["ACTIONS"]

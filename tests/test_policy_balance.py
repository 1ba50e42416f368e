"""Table Q stays balanced: the best plays that the search found are replayed, and the limits hold on them.

``tests/benchmarks/balance.py --write`` finds them anew after a change of the rules.
"""

import json
from collections import Counter
from functools import cache
from pathlib import Path
from statistics import fmean

import pytest

from qcourse.policy import load, load_rules, versions

from .benchmarks.balance import BEST, LEAST_USED, MOST_USED, OPTION_GAP, RANDOM_GAP, TRIAL
from .table_q_search import DEAREST_BAN, Play, newcomer_finals, random_finals

KEPT = json.loads(Path(BEST).read_text(encoding="utf-8"))
each_version = pytest.mark.parametrize("version", versions())


@cache
def replayed(text):
    return load(text)


def mean(texts):
    return fmean(replayed(text).score.final for text in texts)


def rounds_of(texts):
    """The actions of every round of the games."""
    for text in texts:
        game = replayed(text)
        for number in range(1, game.state["round"] + 1):
            yield [step.id for step in game.log if step.kind == "action" and step.round == number]


@each_version
def test_no_action_is_needed_always_or_never(version):
    """In the best plays of six rounds each action has its place, and none is in more than a third of the rounds."""
    played = list(rounds_of(KEPT[str(version)]["lengths"]["6"]["plays"]))
    used = Counter(name for names in played for name in names)
    shares = {name: used[name] / len(played) for name in load_rules(version).actions}

    assert {} == {name: share for name, share in shares.items() if not LEAST_USED <= share <= MOST_USED}


@each_version
def test_no_action_is_worth_a_game(version):
    """Doing without any one action costs few points, once a search has found the way around it."""
    kept = KEPT[str(version)]
    count = len(next(iter(kept["bans"].values()))["plays"])
    base = mean(kept["lengths"]["6"]["plays"][:count])
    costs = {}
    for name, item in kept["bans"].items():
        assert all(name not in names for names in rounds_of(item["plays"]))
        costs[name] = base - mean(item["plays"])

    assert load_rules(version).actions.keys() == costs.keys()
    assert {} == {name: cost for name, cost in costs.items() if cost > DEAREST_BAN}


@each_version
def test_the_answers_to_an_event_are_near_level(version):
    """No answer is plainly the right one."""
    rules = load_rules(version)
    for event, options in KEPT[str(version)]["options"].items():
        means = {}
        for option, item in options.items():
            key = next(known["key"] for known in rules.events[event]["options"] if known["id"] == option)

            assert all(key in "".join(replayed(text).moves) for text in item["plays"])
            means[option] = mean(item["plays"])

        assert max(means.values()) - min(means.values()) <= OPTION_GAP


@each_version
def test_planning_beats_chance(version):
    """The best fixed plan, which looks at nothing, is far above random legal play."""
    rules = load_rules(version)
    turns = [(actions, option) for actions, option in KEPT[str(version)]["lengths"]["6"]["fixed_plan"]]
    fixed = fmean(Play(rules, seed, 6, turns).run().final for seed in TRIAL)

    assert fixed - fmean(random_finals(rules, 6, 300)) >= RANDOM_GAP


@pytest.mark.parametrize("rounds", load_rules().lengths)
def test_chance_seldom_looks_credible_and_a_newcomer_mostly_does(rounds):
    """With evidence cards, random play at random judgement reaches "credible" in under one game of twenty, a thoughtful
    newcomer who judges three of four cards right in most."""
    rules = load_rules()
    limit = rules.data["versions"][str(rules.version)]["bands"][str(rounds)][1]
    by_chance, newcomer = random_finals(rules, rounds, 1000), newcomer_finals(rules, rounds, 30)

    assert sum(final >= limit for final in by_chance) < len(by_chance) / 20
    assert sum(final >= limit for final in newcomer) > len(newcomer) / 2


@each_version
def test_the_pars_are_those_that_were_found(version):
    """What the screen calls par is what random play, a newcomer and the best play reach on average."""
    own = load_rules(version).data["versions"][str(version)]
    for rounds, item in KEPT[str(version)]["lengths"].items():
        expected = {"random": item["random"][0], "newcomer": item["newcomer"][0], "best": item["best"]}

        assert {name: round(value) for name, value in expected.items()} == own["pars"][rounds]
        assert item["best"] == pytest.approx(mean(item["plays"]), abs=0.06)
        assert own["bands"][rounds] == sorted(own["bands"][rounds])

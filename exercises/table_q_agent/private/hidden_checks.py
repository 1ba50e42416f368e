"""Checks of table_q_agent that run on submission."""

from qcourse.checks import Finding, require, say
from qcourse.policy import agent_score, random_mean

SEEDS, RANDOM_PLAYS, MARGIN = 20, 6, 5.0
PLAN = (
    ["A17", "A12", "A13"],
    ["A15", "A09", "A16"],
    ["A04", "A03u", "A02"],
    ["A14", "A08", "A05"],
    ["A07", "A11", "A06"],
    ["A14", "A03e", "A10"],
)
"""A careful plan that looks at nothing: the measure of full marks, never shown to learners."""


def mean_of(choose, seeds):
    return sum(agent_score(choose, seed) for seed in seeds) / len(seeds)


def decimal(value):
    return f"{value:.1f}".replace(".", ",")


def test_towards_plan(answer):
    seeds = [int(seed) for seed in answer.random.integers(2**32, size=SEEDS)]

    def asked(state, legal, number):
        names = answer.choose(state, legal, number)
        good = isinstance(names, list) and all(isinstance(name, str) for name in names)
        expected = say("a list of names of actions", "une liste de noms d’actions")
        require(Finding(good, expected, say(repr(names)[:120], repr(names)[:120])))
        return names

    start = random_mean(tuple(seeds), RANDOM_PLAYS) + MARGIN
    full = mean_of(lambda state, legal, number: PLAN[number - 1], seeds)
    mean = mean_of(asked, seeds)
    expected = say(f"a mean of at least {full:.1f}", f"une moyenne d’au moins {decimal(full)}")
    seen = say(
        f"a mean of {mean:.1f}; these points begin above {start:.1f}",
        f"une moyenne de {decimal(mean)}; ces points commencent au-dessus de {decimal(start)}",
    )
    share = (mean - start) / (full - start)
    answer.credit(1.0 if share > 1 - 1e-9 else max(0.0, share), Finding(False, expected, seen))

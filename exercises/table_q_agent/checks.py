"""Checks of table_q_agent that a learner may see."""

from qcourse.checks import Finding, require, say
from qcourse.policy import agent_score, random_mean

SEEDS, RANDOM_PLAYS, MARGIN = 20, 6, 5.0


def drawn(answer):
    """Twenty seeds of 32 bits."""
    return [int(seed) for seed in answer.random.integers(2**32, size=SEEDS)]


def call_of(state, legal, number, seed):
    return (
        f"choose({{'C': {state['C']:.1f}, …, 'event': {state['event']!r}, …}}, {legal!r}, {number}) [{seed}]"
    )


def is_list_of_names(names):
    return isinstance(names, list) and all(isinstance(name, str) for name in names)


def asked(answer, seed, strict=False):
    """The learner's function as an agent; a value that isn't a list of names fails the check."""
    expected = say("a list of names of actions", "une liste de noms d’actions")
    legal_one = say(
        "an empty list, or at least one legal name", "une liste vide, ou au moins un nom d’action permise"
    )

    def choose(state, legal, number):
        names = answer.choose(state, legal, number)
        seen = repr(names)[:120]
        call = call_of(state, legal, number, seed)
        require(Finding(is_list_of_names(names), expected, say(seen, seen)).on(call))
        if strict and names:
            require(Finding(any(name in legal for name in names), legal_one, say(seen, seen)).on(call))
        return names

    return choose


def points(value):
    return say(f"{value:.1f}", f"{value:.1f}".replace(".", ","))


def test_names(answer):
    for seed in drawn(answer):
        agent_score(asked(answer, seed, strict=True), seed)


def test_beats_random(answer):
    seeds = drawn(answer)
    needed = random_mean(tuple(seeds), RANDOM_PLAYS) + MARGIN
    mean = sum(agent_score(asked(answer, seed), seed) for seed in seeds) / SEEDS
    least, found = points(needed), points(mean)
    expected = say(f"a mean of at least {least['en']}", f"une moyenne d’au moins {least['fr']}")
    require(
        Finding(mean >= needed, expected, say(f"a mean of {found['en']}", f"une moyenne de {found['fr']}"))
    )

"""Table Q: the numbers of its rules, its refusals, its saved games, and programs that play."""

import pytest

from qcourse import policy
from qcourse.errors import UsageError
from qcourse.policy import (
    advice,
    agent_score,
    draw,
    load,
    load_rules,
    new_game,
    play_agent,
    random_agent,
    watch,
)

from .table_q_plays import random_play

PLAN = (
    "A17 A12 A13",
    "A15 A09 A16",
    "A04 A03u A02",
    "A14 A08 A05",
    "A07 A11 A06",
    "A14 A03e A10",
)


def planned(state, legal, round_number):
    return PLAN[round_number - 1].split()


def test_public_names():
    """The package exports what notebooks, pages and graders use, in order."""

    assert sorted(policy.__all__) == sorted(name for name in policy.__all__ if hasattr(policy, name))


@pytest.mark.parametrize(
    ("seed", "events", "windows"),
    [
        (1, "E10 E04 E02 E08 E09 E11", "HOME EU FED UK BP FED"),
        (42, "E05 E02 E10 E08 E07 E09", "BP UK FED EU HOME HOME"),
    ],
)
def test_a_seed_gives_its_events_and_windows(seed, events, windows):
    """The order of events and windows follows from the seed alone."""
    rules = load_rules(1)

    assert (events.split(), windows.split()) == (draw.event_order(rules, seed)[:6], draw.windows(rules, seed))


@pytest.mark.parametrize(("seed", "final"), [(1, 71.72), (2, 74.11), (7, 70.56), (42, 69.11)])
def test_a_fixed_plan_scores_what_the_rules_give(seed, final):
    """Version 1 gives its reference scores."""

    assert final == pytest.approx(play_agent(planned, seed)[-1].score.final, abs=0.005)


def test_doing_nothing_ends_early():
    """With no action at all the coalition collapses in round 4."""
    end = play_agent(lambda state, legal, number: [], 1)[-1]

    assert (4, True, 2.83) == (end.state["round"], end.score.early, round(end.score.final, 2))


def test_the_first_round_of_the_plan():
    """After round 1 of the plan on seed 1 every gauge has its reference value."""
    expected = {
        "T": 40.88,
        "E": 33.0,
        "R": 48.28,
        "I": 38.2,
        "S": 49.1,
        "D": 52.36,
        "K": 47.01,
        "C": 75,
        "fed": 64,
    }
    after = play_agent(planned, 1)[0].end_round()

    assert expected == {gauge: pytest.approx(after.state[gauge], abs=0.005) for gauge in expected}


def test_a_game_never_changes():
    """A move gives a new game and leaves the old one as it was, so that undo is to go back."""
    game = new_game(1, 4, 1).face()
    before = dict(game.state)
    game.act("A17").end_round()

    assert before == game.state


@pytest.mark.parametrize("version", policy.versions())
def test_a_saved_game_replays_exactly(version):
    """From every moment of a game its string gives back the same game, log included."""
    for number in range(5):
        play = random_play(number, version)
        game = new_game(play["seed"], play["rounds"], version)
        moments = [game]
        for turn in play["turns"]:
            moves = [] if turn["judged"] is None else [lambda game, turn=turn: game.judge(turn["judged"])]
            moves += [lambda game, turn=turn: game.face(turn["option"])]
            moves += [lambda game, name=name: game.act(name) for name in turn["actions"]]
            for move in (*moves, lambda game: game.end_round()):
                moments.append(move(moments[-1]))

        assert play["final"] == moments[-1].score.final
        assert moments[::4] == [load(f" {moment.save()}\n") for moment in moments[::4]]


def test_every_slip_in_a_saved_game_is_seen():
    """One character changed, lost or doubled never gives another game: it is refused, in both languages."""
    text = play_agent(planned, 1)[-1].save()
    slips = {
        *(text[:place] + other + text[place + 1 :] for place in range(len(text)) for other in "aZ7.-"),
        *(text[:place] + text[place + 1 :] for place in range(len(text))),
        *(text[:place] + text[place] + text[place:] for place in range(len(text))),
    } - {text}
    for slip in slips:
        with pytest.raises(UsageError) as refused:
            load(slip)

        assert refused.value.text["en"] != refused.value.text["fr"]


def test_a_well_sealed_string_with_an_impossible_move_is_refused():
    """A string whose seal fits is still played by the rules."""
    from qcourse.policy.game import _seal

    body = "TQ1-1-4--nnn."

    with pytest.raises(UsageError, match="round 1"):
        load(f"{body}-{_seal(body)}")


@pytest.mark.parametrize(
    ("made", "named"),
    [
        (lambda: new_game(-1), "-1"),
        (lambda: new_game(2**32), "4294967296"),
        (lambda: new_game(1.0), "1.0"),
        (lambda: new_game(True), "True"),
        (lambda: new_game(1, 5), "5 rounds"),
        (lambda: new_game(1, 4, 99), "99"),
        (lambda: new_game(1, 4, 1).act("A17"), "event"),
        (lambda: new_game(1, 4, 1).judge(0), "event"),
        (lambda: new_game(1, 4, 1).face("mediate"), "mediate"),
        (lambda: new_game(1, 4, 1).face().act("A14"), "A14"),
        (lambda: new_game(1, 4, 1).face().face(), "past"),
        (lambda: load(None), "TQ1-42-4"),
    ],
)
def test_what_cannot_be_is_refused(made, named):
    """An error names what was found."""
    with pytest.raises(UsageError) as refused:
        made()

    assert named in refused.value.text["en"]


def test_an_answer_that_cannot_be_had_gives_way_to_the_default():
    """Without the diplomatic capital, mediation becomes refusal, in the game and in its string."""
    seed = next(seed for seed in range(99) if draw.event_order(load_rules(1), seed)[0] == "E06")
    game = new_game(seed, 4, 1)
    poor = type(game)(game.rules, game.seed, {**game.state, "dc": 1}, game.log, game.moves)

    assert (["accept", "mediate", "refuse"], ["accept", "refuse"]) == (game.options, poor.options)
    assert game.face("refuse").state["bp"] == poor.face("mediate").state["bp"]
    assert ("M", "R") == (game.face("mediate").moves[0], poor.face("mediate").moves[0])


def test_the_log_accounts_for_every_gauge():
    """The changes in the log add up to the difference between start and end."""
    end = play_agent(planned, 7)[-1]
    for gauge in end.rules.data["gauges"]:
        changes = sum(step.changes.get(gauge["id"], 0.0) for step in end.log)

        assert end.state[gauge["id"]] == pytest.approx(gauge["start"] + changes)


def test_advice_names_an_action_that_the_actor_likes():
    """Each home actor names a legal action it likes, and the gauge that gains most by it."""
    game = new_game(1, 4, 1).face()
    for wish in advice(game):
        action = game.rules.actions[wish.action]

        assert wish.actor in action["liked_by"]
        assert wish.action in game.legal
        assert wish.gauge in dict(action["effects"])


def test_obstacle_says_why():
    """For each action there's an obstacle exactly when it isn't legal."""
    game = new_game(1, 4, 1).face().act("A17").act("A12")
    obstacles = {name: game.obstacle(name) for name in game.rules.actions}

    assert set(game.legal) == {name for name, why in obstacles.items() if why is None}
    assert ("chosen", ["S", ">=", 40], "capital") == (obstacles["A17"], obstacles["A14"], obstacles["A10"])


def test_an_agent_sees_copies_and_its_bad_names_are_passed_over():
    """What an agent does to its arguments changes nothing; unknown and illegal names are skipped."""

    def meddler(state, legal, round_number):
        state["C"] = 100
        state["neglect"].clear()
        legal.clear()
        return ["nothing", "A14", *planned(state, legal, round_number)]

    assert play_agent(planned, 2)[0].score == play_agent(meddler, 2)[0].score


def test_an_agent_sees_what_comes():
    """One of the candidates is next round's event; in round 6 nothing more comes."""
    seen = []
    play_agent(lambda state, legal, number: seen.append(state) or ["A17", "A09", "A02", "A07", "A13"], 3)

    assert all(later["event"] in now["candidates"] for now, later in zip(seen, seen[1:], strict=False))
    assert all(later["window"] == now["next_window"] for now, later in zip(seen, seen[1:], strict=False))
    assert ([], None) == (seen[-1]["candidates"], seen[-1]["next_window"])


def test_watching_tells_each_round_in_either_language():
    """The log of an agent's game has its six rounds and its end, and repeats for the same seed."""
    english, french = (watch(random_agent(3), 1, language) for language in ("en", "fr"))

    assert (6, 6) == (english.count("Round "), french.count("Manche "))
    assert english == watch(random_agent(3), 1, "en")


def test_the_quick_score_of_an_agent_is_that_of_its_game():
    """``agent_score`` plays the same game as ``play_agent``."""
    for seed in range(5):
        assert agent_score(random_agent(7), seed) == play_agent(random_agent(7), seed)[-1].score.final

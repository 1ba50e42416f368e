"""Table Q in the browser: the same numbers, saved games and refusals as in Python."""

import pytest

from qcourse.policy import advice, load, policy_script, versions
from qcourse.policy.rules import whole_file

from .table_q_plays import random_play

PLAYS = 1000
RUN = """
({ file, plays }) => plays.map((play, number) => {
  let game = tableQ.newGame(file, play);
  let wishes = [];
  for (const turn of play.turns) {
    if (turn.judged !== null) game = tableQ.judge(game, turn.judged);
    game = tableQ.faceEvent(game, turn.option);
    wishes = tableQ.adviceFor(game);
    for (const name of turn.actions) game = tableQ.act(game, name);
    game = tableQ.endRound(game);
  }
  const saved = tableQ.saveGame(game);
  const again = tableQ.loadGame(file, saved);
  const same = JSON.stringify(again.state) === JSON.stringify(game.state);
  const { final, band } = tableQ.scoreOf(game);
  const end = Object.keys(play.end).map((name) => game.state[name]);
  return { end, final, band, saved, same, wishes, log: number % 50 ? [] : game.log };
})
"""
REFUSED = """
({ file, texts }) => texts.map((text) => {
  try { tableQ.loadGame(file, text); return null; } catch (error) { return error.text; }
})
"""


@pytest.fixture(scope="module")
def page(chromium):
    page = chromium.new_page()
    page.add_script_tag(content=policy_script())
    yield page
    page.close()


@pytest.mark.browser
def test_a_thousand_random_plays_agree(page):
    """The two engines agree on final score, band and every gauge, and read each other's saved games."""
    plays = [random_play(number, versions()[number % len(versions())]) for number in range(PLAYS)]
    played = page.evaluate(RUN, {"file": whole_file(), "plays": plays})
    for play, seen in zip(plays, played, strict=True):
        own = [play["final"], *play["end"].values()]
        other = [seen["final"], *seen["end"]]

        assert max(abs(one - two) for one, two in zip(own, other, strict=True)) < 1e-6
        assert (play["band"], True) == (seen["band"], seen["same"])
    for seen in played[::50]:
        game = load(seen["saved"])

        assert seen["saved"] == game.save()
        assert [(step.kind, step.id, step.plain) for step in game.log] == [
            (step["kind"], step["id"], step["plain"]) for step in seen["log"]
        ]


@pytest.mark.browser
def test_both_refuse_alike(page):
    """A damaged string gets the same words in the browser as in Python."""
    from qcourse.errors import UsageError

    texts = ["", "TQ1-1", "TQ9-1-4---aaaa", "TQ1-1-4--nnn.-aaaa"]
    refused = page.evaluate(REFUSED, {"file": whole_file(), "texts": texts})
    for text, seen in zip(texts, refused, strict=True):
        with pytest.raises(UsageError) as raised:
            load(text)

        assert raised.value.text == seen


@pytest.mark.browser
def test_both_advise_alike(page):
    """The home actors ask for the same in the browser as in Python."""
    plays = [random_play(number, 1) for number in range(20)]
    for play, seen in zip(plays, page.evaluate(RUN, {"file": whole_file(), "plays": plays}), strict=True):
        text = seen["saved"]
        game = load(text)
        body = "".join(game.moves[:-1]) + next(
            game.moves[-1][:place] for place in range(1, 3) if game.moves[-1][place - 1] in "-AMRLB"
        )
        from qcourse.policy.game import _seal

        start = f"TQ1-{play['seed']}-{play['rounds']}-{body}"

        assert seen["wishes"] == [vars(wish) for wish in advice(load(f"{start}-{_seal(start)}"))]

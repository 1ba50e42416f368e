"""Table Q in the built page: played through its own buttons, kept, replayed, refused, and driven by keyboard alone."""

from __future__ import annotations

import pytest

from qcourse.errors import UsageError
from qcourse.figures import TableQ
from qcourse.lang import number
from qcourse.policy import load, new_game, versions

from .table_q_plays import random_play

pytestmark = pytest.mark.browser

PLAYS = 60
"""Of the thousand plays on which the two engines are compared, half of them in each language."""
SAVED = "#figure-table_q-saved"
WANTED = "#figure-table_q-wanted"
PLAY = """
(plays) => {
  const one = (selector) => document.querySelector(selector);
  const press = (name) => one(`[data-do="${name}"]`).click();
  return plays.map((play) => {
    if (!one(".qc-tq-board").hidden) press("another");
    one(`input[name="figure-table_q-rounds"][value="${play.rounds}"]`).click();
    one(`input[name="figure-table_q-version"][value="${play.version}"]`).click();
    one("#figure-table_q-seed").value = play.seed;
    press("start");
    for (const turn of play.turns) {
      if (turn.judged !== null) {
        one(`[data-choice="${turn.judged}"]`).click();
        press("judge");
      }
      if (one("[data-option]")) {
        const wished = one(`[data-option="${turn.option}"]:not(:disabled)`) || one(`[data-option="${turn.fallback}"]`);
        wished.click();
        press("decide");
      } else press("happen");
      turn.actions.forEach((name) => one(`[data-action="${name}"]`).click());
      press("end");
    }
    return [one("#figure-table_q-saved").value, one(".qc-tq-final").textContent];
  });
}
"""


@pytest.fixture
def visit(chromium, site):
    """Open the lesson from the disk, offline; at the end nothing may have gone wrong or been asked for elsewhere."""
    context = chromium.new_context(viewport={"width": 1000, "height": 900}, offline=True)
    trouble = []

    def open_page(language):
        page = context.new_page()
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on(
            "request",
            lambda sent: None if sent.url.startswith(("file://", "data:")) else trouble.append(sent.url),
        )
        page.goto((site / language / "modules" / "quebec_strategy" / "table_q.html").as_uri())
        page.wait_for_selector(".qc-tq")
        return page

    yield open_page
    context.close()

    assert [] == trouble


def final_words(game, language):
    """What the page says at the end of ``game``."""
    final = number(int(game.score.final * 10 + 0.5 + 1e-6) / 10, language)
    band = next(item for item in game.rules.data["bands"] if item["id"] == game.score.band)
    return TableQ.word("final", language, final=final, band=band["name"][language])


@pytest.mark.parametrize("language", ("en", "fr"))
def test_random_plays_agree_with_python(visit, language):
    """Thirty plays clicked through in each language end with Python's score, and their lines replay in Python."""
    numbers = range(0, PLAYS, 2) if language == "en" else range(1, PLAYS, 2)
    plays = [random_play(number, versions()[number // 2 % len(versions())]) for number in numbers]
    events = new_game().rules.events
    for play in plays:
        game = new_game(play["seed"], play["rounds"], play["version"])
        for place, turn in enumerate(play["turns"]):
            turn["fallback"] = events[game.state["events"][place]].get("default")
    for play, (saved, told) in zip(plays, visit(language).evaluate(PLAY, plays), strict=True):
        game = load(saved)

        assert (play["version"], play["seed"], play["rounds"]) == (
            game.rules.version,
            game.seed,
            game.state["rounds"],
        )
        assert abs(play["final"] - game.score.final) < 1e-6
        assert final_words(game, language) == told


def pressed(page, selector):
    """Reach a control with Tab alone from where the focus is, and press Enter or Space."""
    for _ in range(150):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            page.keyboard.press(
                "Space" if "data-choice" in selector or "data-option" in selector else "Enter"
            )
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab never reaches {selector}")


@pytest.mark.parametrize("language", ("en", "fr"))
def test_a_game_by_keyboard(visit, language):
    """A whole game with Tab, Space and Enter; after each step the focus is on the year's heading; a step can be undone."""
    page = visit(language)

    def step(selector):
        pressed(page, selector)

        assert page.evaluate("document.activeElement.className") == "qc-tq-heading"

    own = new_game()
    page.locator("#figure-table_q-seed").focus()
    step("[data-do=start]")
    while own.phase != "over":
        pressed(page, "[data-choice='0']")
        step("[data-do=judge]")
        own = own.judge(0)
        if own.options:
            pressed(page, "[data-option]:not(:disabled)")
            step("[data-do=decide]")
            own = own.face(own.options[0])
        else:
            step("[data-do=happen]")
            own = own.face()
        if own.state["round"] == 1:
            step("[data-action=A02]")
            before = page.locator(SAVED).input_value()
            step("[data-do=undo]")

            assert own.act("A02").save() == before
            assert own.save() == page.locator(SAVED).input_value()
        step("[data-action]")
        own = own.act(own.legal[0])
        step("[data-do=end]")
        own = own.end_round()

        assert own.save() == page.locator(SAVED).input_value()
    assert final_words(own, language) == page.locator(".qc-tq-final").inner_text()
    assert 8 == page.locator(".qc-tq-debrief li").count()


@pytest.mark.parametrize("language", ("en", "fr"))
def test_kept_opened_and_refused(visit, language):
    """A reload keeps the game; a pasted line opens its own; a damaged one says why and loses nothing."""
    page = visit(language)
    page.click("[data-do=start]")
    page.click("[data-choice='1']")
    page.click("[data-do=judge]")
    first = page.locator(SAVED).input_value()
    page.reload()
    page.wait_for_selector(".qc-tq")

    assert first == page.locator(SAVED).input_value()

    page.locator(".qc-tq-saver summary").click()
    damaged = first[:-1] + ("a" if first[-1] != "a" else "b")
    for text in (damaged, "", "TQ9-1-4--xxxx"):
        with pytest.raises(UsageError) as raised:
            load(text)
        page.fill(WANTED, text)
        page.locator(".qc-tq-saver button").last.click()

        assert raised.value.text[language] in page.locator("[role=alert]").inner_text()
        assert first == page.locator(SAVED).input_value()
    other = new_game(42, 6, 1).face().act("A12").end_round()
    page.fill(WANTED, other.save())
    page.locator(".qc-tq-saver button").last.click()

    assert other.save() == page.locator(SAVED).input_value()
    assert str(2028) in page.locator(".qc-tq-heading").inner_text()
    assert "" == page.locator("[role=alert]").inner_text()


@pytest.mark.parametrize("language", ("en", "fr"))
def test_an_action_out_of_reach_says_why(visit, language):
    """Of the eighteen actions, those that can't be taken are no buttons, and each names what is missing."""
    page = visit(language)
    game = new_game(7, 4, 1).face()
    page.locator(".qc-tq-saver summary").click()
    page.fill(WANTED, game.save())
    page.locator(".qc-tq-saver button").last.click()
    shown = page.locator("[data-action]").evaluate_all("all => all.map(one => one.dataset.action)")
    closed = page.locator("details .qc-tq-action > p").evaluate_all("all => all.map(one => one.textContent)")

    assert game.legal == shown
    assert 18 == len(shown) + len(closed)
    assert all(" · " in text and text.rsplit(" · ")[1].strip() for text in closed)
    assert TableQ.caption[language] == page.locator(".qc-figure-caption:visible").inner_text()


@pytest.mark.parametrize(("language", "width", "theme"), [("en", 1280, "light"), ("fr", 375, "dark")])
def test_axe_finds_nothing_in_a_game(visit, root, language, width, theme):
    """While judging, while acting and at the end, with all unfolded, axe-core finds no violation and nothing sticks out."""
    page = visit(language)
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    page.add_script_tag(path=root / "tests" / "vendor" / "axe-core" / "axe.min.js")
    begun = new_game(7)
    acting = begun.judge(1).face()
    over = acting.end_round()
    while over.phase != "over":
        over = over.judge(0).face().end_round()
    found = set()
    for game in (begun, acting, over):
        page.evaluate("document.querySelector('.qc-tq-saver').open = true")
        page.fill(WANTED, game.save())
        page.locator(".qc-tq-saver button").last.click()
        page.evaluate("document.querySelectorAll('.qc-tq details').forEach((one) => (one.open = true))")
        result = page.evaluate(
            "axe.run('.qc-figure', { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })"
        )
        found |= {(game.phase, rule["id"], rule["nodes"][0]["html"][:160]) for rule in result["violations"]}

        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert set() == found

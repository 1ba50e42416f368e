"""The printable kit of Table Q: complete in both languages, on A4, and its paper arithmetic follows the engine."""

from __future__ import annotations

import random
from html import unescape
from statistics import fmean
from typing import Any

import pytest

from qcourse.policy import engine
from qcourse.policy.class_mode import aim_of, class_file, class_rules
from qcourse.policy.draw import event_order, windows
from qcourse.policy.scoring import score
from qcourse.table_kit import kit_html, paper, write_table_kits
from qcourse.table_kit.console import console_html

from .table_q_search import newcomer_ends

PAGE_WIDTH, PAGE_HEIGHT = 703, 1032
"""A4 within margins of 12 mm, in CSS pixels."""


def plain(text: str) -> str:
    """The text as compared: entities read, every space an ordinary one."""
    return " ".join(unescape(text).split())


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_kit_holds_every_card_role_and_deck(language: str) -> None:
    """Each action, event, evidence card with its reasons, role with its aim, question and deck order is printed."""
    rules, data = class_rules(), class_file()
    page = plain(kit_html(language))
    said = [item[key] for item in rules.actions.values() for key in ("name", "plain")]
    for event in rules.events.values():
        said += [event["name"], event["plain"]]
        said += [branch["plain"] for branch in event.get("options") or event["branches"]]
    for card in rules.cards.values():
        said += [card["ask"], *(choice[key] for choice in card["choices"] for key in ("text", "reason"))]
    for actor in data["actors"].values():
        said += [actor["role"], actor["aim"]]
    said += [item["ask"] for item in rules.data["debrief"]]
    said += [line for part in data["script"] for line in part["lines"]]

    assert [] == [text[language] for text in said if plain(text[language]) not in page]
    for seed in data["seeds"]:
        first = f"<th scope='row'>1</th><td>{event_order(rules, seed)[0]}</td>"
        deck = page.partition(f"id='deck-{seed}'")[2].partition("</div></div>")[0]
        assert first in deck
        assert f"<td>{windows(rules, seed)[-1]}</td></tr></tbody>" in deck


def test_the_settings_last_as_long_as_they_say() -> None:
    """Two hours are 120 minutes; the half-day's game 50 with its brief, and the taster 35 in all."""
    from qcourse.table_kit.sheets import total_minutes

    full, half_day, taster = class_file()["settings"]

    assert (120, 70, 35) == tuple(map(total_minutes, (full, half_day, taster)))
    assert taster["debrief"] == sum(minutes for _, minutes in class_file()["debrief_short"])
    assert full["debrief"] == sum(item["minutes"] for item in class_rules().data["debrief"])


@pytest.mark.parametrize("rounds", [3, 4, 6])
def test_references_are_what_a_newcomer_reaches(rounds: int) -> None:
    """The references on the role sheets are the newcomer's means, to two points with other draws of fewer games."""
    rules = class_rules()
    ends = newcomer_ends(rules, rounds, 40)
    for actor, reference in class_file()["references"][str(rounds)].items():
        assert reference == pytest.approx(fmean(aim_of(rules, end, actor) for end in ends), abs=2)


class Paper:
    """What a team with the sheets does to its gauges, beside the engine's own state."""

    def __init__(self, state: dict[str, Any]) -> None:
        self.rules = class_rules()
        self.gauges = {name: round(state[name]) for name in self.rules.kinds}

    def add(self, effects: Any, steps: int | None = None, trust_steps: int = 0) -> None:
        """Effects as the recipe says: events and cards without steps."""
        for name, size in effects:
            if name not in self.gauges:
                continue
            amount, kind = size, self.rules.kinds[name]
            if size > 0 and kind == "gain":
                amount = paper.first_gain(self.rules, size, min(90, self.gauges[name] // 10 * 10))
            if size > 0 and steps is not None:
                amount = paper.after_steps(amount, trust_steps if kind == "trust" else steps)
            self.gauges[name] = max(0, min(100, self.gauges[name] + amount))


def paper_game(number: int) -> tuple[float, float]:
    """The base of a random game of four rounds: by the engine, and by the sheets."""
    rules, chance = class_rules(), random.Random(number)
    state = engine.new_state(rules, number * 7919, 4)
    sheet = Paper(state)
    factors = rules.numbers
    while state["phase"] != "over":
        due, cohesion = state["due"], sheet.gauges["C"]
        engine.open_year(rules, state)
        for effects in due:
            sheet.add(effects, unity_steps(cohesion))
        worths = [choice["worth"] for choice in rules.cards[state["card"]]["choices"]]
        place = chance.randrange(len(worths))
        engine.judge(rules, state, place)
        help_steps = paper.worth_steps(rules, worths[place])
        branch = engine.event_branch(state, rules.events[state["event"]], None)
        sheet.add(branch["effects"] if branch else ())
        engine.face_event(rules, state, None)
        for _ in range(3):
            names = [name for name in rules.actions if engine.allowed(rules, state, name)]
            if not names:
                break
            name = chance.choice(names)
            action = rules.actions[name]
            trust = help_steps + (paper.steps_of(factors["repeat"]) if name in state["last"] else 0)
            window = paper.steps_of(factors["window"]) if action["window"] == state["window"] else 0
            steps = trust + window + unity_steps(sheet.gauges["C"])
            sheet.add(action["effects"], steps, trust)
            engine.act(rules, state, name)
            if "then" in action and engine.holds(state, action["then"]["if"]):
                sheet.add(action["then"]["effects"], steps, trust)
            help_steps = 0
        before = engine.copy_state(state)
        engine.close_year(rules, state)
        for actor in rules.data["agents"]["home"]["actors"]:
            heard = state["neglect"][actor] == 0
            home = rules.data["agents"]["home"]
            if heard or state["neglect"][actor] >= home["patience"]:
                sheet.add(home["heard"] if heard else home["ignored"])
        for agent in rules.data["agents"]["outside"]:
            if done := engine.first_true(before, agent["branches"]):
                sheet.add(done["effects"])
        sheet.add(factors["drift"])
    written = engine.copy_state(state) | sheet.gauges
    return score(rules, state).base, score(rules, written).base


def unity_steps(cohesion: int) -> int:
    """What table B gives for cohesion."""
    return next(
        steps for first, last, steps in paper.cohesion_steps(class_rules()) if first <= cohesion <= last
    )


def test_paper_arithmetic_follows_the_engine() -> None:
    """On a hundred random games the sheets end within 1.5 points of the engine on average, and never beyond 6."""
    gaps = [abs(exact - written) for exact, written in map(paper_game, range(1, 101))]

    assert fmean(gaps) < 1.5
    assert max(gaps) < 6


def test_codes_give_the_geometric_mean() -> None:
    """Reading the mean code back gives the cube root of the product, to one point."""
    chance = random.Random(3)
    codes = {paper.code_of(value): value for value in range(1, 101)}
    for _ in range(200):
        aims = [chance.randrange(20, 96) for _ in range(3)]
        mean = sum(map(paper.code_of, aims)) / 3
        read = codes[min(codes, key=lambda code: abs(code - mean))]
        assert read == pytest.approx((aims[0] * aims[1] * aims[2]) ** (1 / 3), abs=1.5)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_kit_fits_on_tagged_a4(chromium: Any, language: str) -> None:
    """Nothing is wider than the page or, among what must not be split, higher; the PDF is A4 and tagged."""
    page = chromium.new_page(viewport={"width": PAGE_WIDTH, "height": PAGE_HEIGHT})
    try:
        page.emulate_media(media="print")
        page.set_content(kit_html(language))
        widest = page.evaluate("document.documentElement.scrollWidth")
        too_high = page.evaluate(
            f"[...document.querySelectorAll('.card, .role, .item, #score, #script')]"
            f".filter((item) => item.getBoundingClientRect().height > {PAGE_HEIGHT}).map((item) => item.id)"
        )
        printed = page.pdf(prefer_css_page_size=True, tagged=True)
    finally:
        page.close()

    assert widest <= PAGE_WIDTH
    assert [] == too_high
    assert b"/StructTreeRoot" in printed
    assert b"841.9" in printed


def test_without_pdf_the_pages_are_written(tmp_path: Any) -> None:
    """HTML needs no browser: one page for each language."""
    written = write_table_kits(tmp_path, ["en", "fr"], pdf=False)

    names = [path.relative_to(tmp_path).as_posix() for path in written]
    assert ["en/kit.html", "en/console.html", "fr/kit.html", "fr/console.html"] == names
    assert '<html lang="fr">' in written[2].read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_class_game_is_driven_to_its_end_and_survives_a_reload(
    chromium: Any, tmp_path: Any, language: str
) -> None:
    """Three rounds by the console's buttons: a wrong second and a second Cool are refused, a reload loses nothing."""
    place = tmp_path / "console.html"
    place.write_text(console_html(language), encoding="utf-8")
    page = chromium.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    try:
        page.goto(place.as_uri())
        page.select_option("#setting", "3")
        page.click("#begin")
        for number in range(3):
            page.click("#desk button >> nth=0")
            page.click("#desk button >> nth=0")
            if number == 0:
                page.select_option("#action", "A17")
                page.select_option("#second", "MRIF")
                page.click("#take")
                assert page.inner_text("#message") != ""
                page.select_option("#action", "A17")
                page.select_option("#second", "FRQ")
                page.click("#take")
                assert page.inner_text("#message") == ""
                page.select_option(
                    "#action", "A15"
                )  # liked by two bodies of one team: any other home team may
                page.select_option("#second", "SU")
                page.click("#take")
                assert page.inner_text("#message") == ""
                before = page.inner_text("#board")
                page.click("#grant")
                assert page.inner_text("#board") != before
                page.click("#undo")
                assert page.inner_text("#board") == before
                page.click("#end")
                assert page.inner_text("#message") != ""
                page.reload()
                assert page.inner_text("#board") == before
            for power in ("FED", "EU", "UK", "BP"):
                page.select_option(f"#kind-{power}", "cool" if power == "BP" and number < 2 else "warm")
                page.click(f"#play-{power}")
                if power == "BP" and number == 1:
                    assert page.inner_text("#message") != ""
                    page.select_option("#kind-BP", "hold")
                    page.click("#play-BP")
            page.click("#end")
        assert page.locator("#board table").last.locator("tr").count() == 1 + 5
        page.click("#projector")
        assert page.is_hidden("#desk")
    finally:
        page.close()

    assert [] == errors

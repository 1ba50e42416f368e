"""The figures in Chromium, from ``file://`` and offline: a keyboard drives them and the page says what Python computes."""

import csv
import datetime
import os
import random
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest

from qcourse.checks.notes import inspect_note
from qcourse.figure_assets import notebook_module
from qcourse.figures import (
    BOOK_VARIABLE,
    ActorsMap,
    AimsTagger,
    AnnotatedHeadline,
    ArgumentMap,
    CircuitPlayground,
    EstimatesFall,
    Forums,
    HardQuestions,
    InTheMiddle,
    Inventory,
    InvestmentLedger,
    KeyExchange,
    KeyLength,
    MessageTrip,
    NoiseSlider,
    NoteStudio,
    OfficeNetwork,
    PartnerLenses,
    RepeatClock,
    RepeatedMeasurement,
    RulesCompared,
    ShelfLifeDesk,
    SizesOnTheWire,
    StepsAgainstSize,
    TalentMeasures,
    TechnologyMap,
    TeleportSteps,
    Timelines,
    TurningArrows,
    TwoPaths,
    TwoScreens,
    figures_used,
    write_assets,
)
from qcourse.figures.actors_map import LEVELS, actors, right
from qcourse.figures.actors_map import cards as decisions
from qcourse.figures.aims_tagger import AIMS, measures, score
from qcourse.figures.annotated_headline import QUESTIONS, VERDICTS, headlines
from qcourse.figures.annotated_headline import right as verdicts_right
from qcourse.figures.argument_map import argument
from qcourse.figures.circuit_playground import EXAMPLES, MOST_GATES, ONE_QUBIT, TURNS, TWO_QUBITS, amplitudes
from qcourse.figures.estimates_fall import ESTIMATES
from qcourse.figures.forums import matching
from qcourse.figures.hard_questions import SECONDS
from qcourse.figures.hard_questions import questions as hard_questions
from qcourse.figures.inventory import BLIND_SPOTS, SYSTEMS, plan, priority
from qcourse.figures.investment_ledger import announcement, reasons
from qcourse.figures.investment_ledger import entries as announcements
from qcourse.figures.key_exchange import SIGNALS, alarm
from qcourse.figures.key_length import amount, rounds, tries
from qcourse.figures.message_trip import MESSAGE, PIECES, state
from qcourse.figures.message_trip import STEPS as TRIP_STEPS
from qcourse.figures.noise_slider import FLIPS, NOISE, by_hand, fine
from qcourse.figures.note_studio import skeleton, subjects
from qcourse.figures.office_network import KINDS as MEANS
from qcourse.figures.office_network import dated, places
from qcourse.figures.repeated_measurement import BATCHES, READ_AGAIN, read_again, readings, within
from qcourse.figures.rules_compared import cell, rules
from qcourse.figures.shelf_life_desk import surveys
from qcourse.figures.sizes_on_the_wire import SIGNATURES
from qcourse.figures.sizes_on_the_wire import pieces as wire_pieces
from qcourse.figures.steps_against_size import best_rounds
from qcourse.figures.talent_measures import measures as talents
from qcourse.figures.technology_map import tally, technologies
from qcourse.figures.teleport_steps import BRANCHES
from qcourse.figures.teleport_steps import STEPS as TELEPORT_STEPS
from qcourse.figures.teleport_steps import success as teleported
from qcourse.figures.timelines import COUNTRIES, next_milestones
from qcourse.figures.turning_arrows import between, coin_reads_one, reads_one
from qcourse.figures.two_paths import open_chances, search
from qcourse.figures.two_screens import BEST_ALICE, BEST_BOB, STEP, agreement
from qcourse.figures.two_screens import amplitudes as screen_amplitudes
from qcourse.figures.words import percent

from .shown_figures import FIGURES

pytestmark = pytest.mark.browser

MOST_BYTES = 900_000
"""Of a page with figures and all that it loads, uncompressed."""

LANGUAGES = ("en", "fr")
TODAY = datetime.datetime(2026, 11, 22, 12)
PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Figures</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'self' file:; style-src 'self' file: 'unsafe-inline'">
<link rel="stylesheet" href="figures/figures.css">
{scripts}</head><body><main><h1>Figures</h1>{figures}</main></body></html>
"""

each_language = pytest.mark.parametrize("language", LANGUAGES)
every_figure = pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.name)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """A page per figure and language, as the book makes them, with all figures on one more page."""
    folder = tmp_path_factory.mktemp("site")
    write_assets(folder / "figures")
    os.environ[BOOK_VARIABLE] = "1"
    shown = {figure.name: figure().html() for figure in FIGURES}
    del os.environ[BOOK_VARIABLE]
    shown["all"] = "\n".join(shown.values())
    for name, body in shown.items():
        scripts = "".join(
            f'<script defer src="figures/{script}.js"></script>\n' for script in ("host", *figures_used(body))
        )
        for language in LANGUAGES:
            page = PAGE.format(language=language, scripts=scripts, figures=body)
            folder.joinpath(f"{name}.{language}.html").write_text(page, encoding="utf-8")
    return folder


@pytest.fixture
def visit(chromium, pages):
    """Open a figure's page offline; at the end nothing may have gone wrong or left the folder."""
    context = chromium.new_context(viewport={"width": 1000, "height": 900}, offline=True)
    trouble = []

    def open_page(name, language):
        page = context.new_page()
        page.clock.set_fixed_time(TODAY)
        page.on("console", lambda message: trouble.append(message.text))
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on(
            "request",
            lambda sent: None if sent.url.startswith(("file://", "data:")) else trouble.append(sent.url),
        )
        page.goto(pages.joinpath(f"{name}.{language}.html").as_uri())
        return page

    yield open_page
    context.close()

    assert [] == trouble


def go_to(page, identifier):
    """Reach a control with the Tab key alone."""
    for _ in range(120):
        if page.evaluate("document.activeElement.id") == identifier:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab never reaches {identifier}")


def press_button(page, name):
    """Reach a button with the Tab key alone, and press it."""
    for _ in range(120):
        if (
            page.evaluate("document.activeElement.matches('button') && document.activeElement.textContent")
            == name
        ):
            page.keyboard.press("Enter")
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab never reaches the button {name}")


def press(page, key, times=1):
    for _ in range(times):
        page.keyboard.press(key)


def said(page):
    return page.locator(".qc-figure-says").inner_text()


def cells(page, caption):
    table = page.locator("table", has=page.locator("caption", has_text=caption))
    return table.locator("tr").evaluate_all(
        "rows => rows.map(row => [...row.children].map(cell => cell.textContent))"
    )


@each_language
def test_two_screens(visit, language):
    """At several positions of the two dials, sentence, table and arrows give Qiskit's chances."""
    page = visit("two_screens", language)
    moves = [
        ((0, 45), []),
        ((15, 45), [("a", "ArrowRight", 3)]),
        ((-90, 45), [("a", "Home", 1)]),
        ((-90, 40), [("b", "ArrowLeft", 1)]),
        ((90, -90), [("a", "End", 1), ("b", "Home", 1)]),
    ]
    for (alice, bob), keys in moves:
        for dial, key, times in keys:
            go_to(page, f"figure-two_screens-{dial}")
            press(page, key, times)
        chances = [percent(amplitude**2, language) for amplitude in screen_amplitudes(alice, bob)]
        half = percent(0.5, language)

        assert TwoScreens.pair_says(alice, bob, language) == said(page)
        assert [[*chances[:2], half], [*chances[2:], half]] == [
            row[1:] for row in cells(page, TwoScreens.words["chances"][language])[1:3]
        ]
        assert chances == page.locator(".qc-arrow-chance").all_inner_texts()
        assert (
            percent(agreement(alice, bob), language) == page.locator(".qc-meter:visible strong").inner_text()
        )
        for outcome in ((0, 1), (1, 1)):
            go_to(page, "figure-two_screens-look")
            press(page, "Home")
            press(page, "ArrowDown", 2 * outcome[0] + outcome[1])
            assert (
                TwoScreens.made_says(alice, bob, outcome, language)
                == page.locator(".qc-look-says:visible").inner_text()
            )
        press(page, "Shift+Tab", 8)


@each_language
def test_repeated_measurement(visit, language):
    """At each chance and several numbers of shots, sentence, digits and dots give the counts that Python sampled."""
    page = visit("repeated_measurement", language)
    own = RepeatedMeasurement
    stops = [(2, 0, 100, []), (2, 1, 100, ["another"]), (2, 1, 1, ["Home"]), (0, 1, 1000, ["End", "chance"])]
    for place, batch, shots, keys in stops:
        for key in keys:
            if key == "another":
                press_button(page, own.words["another"][language])
            elif key == "chance":
                go_to(page, "figure-repeated_measurement-chance-2")
                press(page, "ArrowLeft", 2)
            else:
                go_to(page, "figure-repeated_measurement-shots")
                press(page, key)
        strips = [text.split() for text in page.locator(".qc-strip").all_inner_texts()]

        assert own.says(place, batch, shots, language) == said(page)
        assert list(readings(place, batch)[: min(shots, READ_AGAIN)]) == strips[0]
        assert list(read_again(place, batch)[: min(shots, READ_AGAIN)]) == strips[1]
        assert BATCHES == page.locator(".qc-spread-dot").count()
        assert BATCHES - within(place, shots) == page.locator(".qc-spread-outside").count()
        assert cells(page, own.words["report"][language])[-1][1] == own.word(
            "inside_of", language, inside=str(within(place, shots)), batches=str(BATCHES)
        )
        press(page, "Shift+Tab", 12)


@each_language
def test_the_game(visit, language):
    """The game starts at the classical ceiling, a button sets the best angles, and a dial moves the result away from it."""
    page = visit("two_screens", language)
    go_to(page, "figure-two_screens-mode-0")
    press(page, "ArrowRight")

    assert TwoScreens.game_says((0, 0), (0, 0), language) == said(page)

    press_button(page, TwoScreens.words["best"][language])

    assert TwoScreens.game_says(BEST_ALICE, BEST_BOB, language) == said(page)

    press(page, "Shift+Tab", 4)
    go_to(page, "figure-two_screens-bob-1")
    press(page, "ArrowRight", 4)
    bob = (BEST_BOB[0], BEST_BOB[1] + 4 * STEP)
    rounds = [agreement(BEST_ALICE[x], bob[y]) for x, y in ((0, 0), (0, 1), (1, 0))] + [
        1 - agreement(BEST_ALICE[1], bob[1])
    ]

    assert TwoScreens.game_says(BEST_ALICE, bob, language) == said(page)
    assert [percent(share, language) for share in rounds] == [
        row[2] for row in cells(page, TwoScreens.words["rounds"][language])[1:]
    ]


def desk_says(secret, migrate, dates, language, now=TODAY.year):
    return ShelfLifeDesk.meaning(secret, migrate, dates[0] - now, dates[1] - now, language)


@each_language
def test_shelf_life_desk(visit, language):
    """Words, sliders and ranges chosen from the keyboard give Python's verdict and margin."""
    page = visit("shelf_life_desk", language)
    ranges = {key: (one["earliest"], one["latest"]) for key, one in surveys().items()}

    assert desk_says(10, 4, ranges["wide"], language) == said(page)

    go_to(page, "figure-shelf_life_desk-secret")
    press(page, "ArrowDown", 2)

    assert desk_says(50, 4, ranges["wide"], language) == said(page)

    go_to(page, "figure-shelf_life_desk-secret-years")
    press(page, "Home")
    go_to(page, "figure-shelf_life_desk-migrate-years")
    press(page, "ArrowRight", 2)

    assert desk_says(0, 6, ranges["wide"], language) == said(page)

    go_to(page, "figure-shelf_life_desk-threat-0")
    press(page, "ArrowDown")

    assert desk_says(0, 6, ranges["even"], language) == said(page)

    press(page, "ArrowDown")
    go_to(page, "figure-shelf_life_desk-earliest")
    press(page, "ArrowRight", 20)
    own = (ranges["wide"][0] + 20, ranges["wide"][0] + 20)

    assert desk_says(0, 6, own, language) == said(page)
    assert ["+19", "+19"] == cells(page, ShelfLifeDesk.words["arithmetic"][language])[-1][1:]


def test_shelf_life_desk_counts_from_the_current_year(visit):
    """In a later year the same dates are nearer."""
    page = visit("shelf_life_desk", "en")
    page.clock.set_fixed_time(datetime.datetime(2030, 6, 1))
    page.reload()
    wide = surveys()["wide"]

    assert desk_says(10, 4, (wide["earliest"], wide["latest"]), "en", now=2030) == said(page)


@each_language
def test_one_page_sheet(visit, language):
    """The sheet prints alone, on one page, says what the desk says, and is gone afterwards."""
    page = visit("shelf_life_desk", language)
    page.evaluate("window.print = () => {}")
    press_button(page, ShelfLifeDesk.words["print"][language])
    page.emulate_media(media="print")

    assert said(page) == page.locator(".qc-sheet .qc-verdict-line").inner_text()
    assert not page.locator("main").is_visible()
    assert 1 == page.pdf(format="Letter").count(b"/Type /Page\n")
    assert (
        page.evaluate("dispatchEvent(new Event('afterprint')), document.querySelector('.qc-sheet')") is None
    )


@each_language
def test_actors_map(visit, language):
    """A role chosen from the keyboard shows its actors; all fifteen cards placed give Python's count and the course's reasons."""
    page = visit("actors_map", language)
    go_to(page, "figure-actors_map-lens-0")
    press(page, "ArrowRight", 3)
    advisers = [one for one in actors() if "advises" in one["roles"]]

    assert [one["name"][language] for one in advisers] == page.locator(
        ".qc-actors .qc-choose:visible > span:not([class])"
    ).all_inner_texts()
    assert advisers[0]["does"][language] == page.locator(".qc-actor-card p").nth(1).inner_text()

    go_to(page, f"figure-actors_map-actor-{advisers[0]['id']}")
    press(page, "ArrowDown")

    assert advisers[1]["does"][language] == page.locator(".qc-actor-card p").nth(1).inner_text()

    given = {}
    for place, one in enumerate(decisions()):
        given[one["id"]] = one["level"] if place % 4 else "quebec"
        go_to(page, "figure-actors_map-level-0")
        press(page, "Space")
        press(page, "ArrowRight", LEVELS.index(given[one["id"]]))
        press_button(page, ActorsMap.words["compare"][language])

        assert one["reason"][language] == page.locator(".qc-measure .qc-reading p").nth(1).inner_text()

        if place < 14:
            press_button(page, ActorsMap.words["next"][language])

    assert ActorsMap.word("progress", language, compared="15", total="15", right=str(right(given))) in said(
        page
    )


@each_language
def test_investment_ledger(visit, language):
    """From the keyboard: a filter, an entry in full, and a second beside it, with the reasons that Python gives."""
    page = visit("investment_ledger", language)
    ledger = {one["id"]: one for one in announcements()}
    go_to(page, "figure-investment_ledger-stage")
    press(page, "ArrowDown", 3)
    spent = [one for one in announcements() if one["stage"] == "spent"]

    assert len(spent) == page.locator(".qc-ledger .qc-choose:visible").count()
    assert spent[0]["name"][language] == page.locator(".qc-reading .qc-measure-name").inner_text()

    page.locator("#figure-investment_ledger-stage").select_option("all")
    page.locator("#figure-investment_ledger-entry-zone_131").check()
    page.locator("#figure-investment_ledger-other").select_option("zone_435")
    told = page.locator(".qc-reading >> nth=1").locator("li").all_inner_texts()

    assert InvestmentLedger.word("as_they_stand", language, count="1") == said(page)
    assert InvestmentLedger.words["do_public_private"][language] in told[0]
    assert InvestmentLedger.words["part_of"][language] == told[-1]

    for other in ("federal_334", "eu_11", "sqri_yearly", "distriq_400"):
        page.locator("#figure-investment_ledger-other").select_option(other)
        found = reasons(announcement(ledger["zone_131"]), announcement(ledger[other]))

        assert InvestmentLedger.word("as_they_stand", language, count=str(len(found))) == said(page)


@each_language
def test_technology_map(visit, language):
    """From the keyboard: a family filters the map, the count is Python's, and an opened technology shows its facts and their limits."""
    page = visit("technology_map", language)
    go_to(page, "figure-technology_map-lens-0")
    press(page, "ArrowRight", 4)
    shown = [one for one in technologies() if one["family"] == "sensing"]
    counts = {key: str(value) for key, value in tally("sensing").items()}
    lens = TechnologyMap.word("sensing", language).capitalize()

    assert TechnologyMap.word("count", language, lens=lens, count="6", total="21", **counts) in said(page)
    assert len(shown) == page.locator(".qc-techs .qc-choose:visible").count()
    assert page.locator(".qc-reading").get_by_text(shown[0]["not_shown"][language]).is_visible()

    go_to(page, f"figure-technology_map-technology-{shown[0]['id']}")
    press(page, "ArrowDown")
    opened = page.locator(".qc-techs input:checked").get_attribute("value")
    one = next(one for one in shown if one["id"] == opened)

    assert opened != shown[0]["id"]
    assert one["name"][language] == page.locator(".qc-reading .qc-measure-name").inner_text()
    assert len(one["facts"]) == page.locator(".qc-reading li").count()
    assert one["not_shown"][language] in page.locator(".qc-reading").inner_text()


@each_language
def test_aims_tagger(visit, language):
    """All twelve tagged from the keyboard: the agreement is Python's, and each reason is the course's."""
    page = visit("aims_tagger", language)
    tags = {}
    for place, one in enumerate(measures()):
        given = one["aims"] if place % 3 else AIMS[:2]
        tags[one["id"]] = given
        for aim in AIMS:
            if aim in given:
                go_to(page, f"figure-aims_tagger-{aim}")
                press(page, "Space")
        press_button(page, AimsTagger.words["compare"][language])

        assert one["reason"][language] == page.locator(".qc-reading p").nth(1).inner_text()

        if place < 11:
            press_button(page, AimsTagger.words["next"][language])

    assert AimsTagger.word("finished", language, total="12", score=percent(score(tags), language, 0)) in said(
        page
    )
    assert (
        percent(AimsTagger.compute()["shares"]["influence"], language, 0)
        == cells(page, AimsTagger.words["shares"][language])[3][2]
    )


@each_language
def test_annotated_headline(visit, language):
    """Every question and verdict from the keyboard: the words lit, the sentence and the score are Python's."""
    page = visit("annotated_headline", language)
    given = {}
    for place, one in enumerate(headlines()):
        go_to(page, "figure-annotated_headline-ask-0")
        for name in QUESTIONS:
            press(page, "Space" if name == "q1" else "ArrowDown")
            lit = page.locator(".qc-headline-lit").all_inner_texts()

            assert AnnotatedHeadline.says(one["id"], name, language) == said(page)
            assert bool(lit) is (one["questions"][name]["state"] != "missing")

        given[one["id"]] = one["verdict"] if place % 2 else "supported"
        go_to(page, "figure-annotated_headline-verdict-0")
        press(page, "Space")
        press(page, "ArrowRight", VERDICTS.index(given[one["id"]]))
        press_button(page, AnnotatedHeadline.words["compare"][language])

        assert one["eraser"][language] == page.locator(".qc-reading p").nth(1).inner_text()

        if place < 3:
            press_button(page, AnnotatedHeadline.words["next"][language])

    right = str(verdicts_right(given))
    progress = AnnotatedHeadline.word("progress", language, compared="4", total="4", right=right)
    assert progress in page.locator("p.qc-figure-label[role=status]").inner_text()


@each_language
def test_rules_compared(visit, language):
    """Two places chosen from the keyboard are contrasted, and each vignette gives the reason of the choice made."""
    page = visit("rules_compared", language)
    go_to(page, "figure-rules_compared-question-0")
    press(page, "ArrowRight", 1)
    page.locator("#figure-rules_compared-second").select_option("us")
    words = RulesCompared.words

    assert (
        RulesCompared.word(
            "alike",
            language,
            first=words["canada"][language],
            second=words["us"][language],
            kind=words["condition"][language],
        )
        == page.locator(".qc-contrast").inner_text()
    )
    assert cell("research", "us")["open"][language] == page.locator(".qc-pair p").last.inner_text()

    for place, one in enumerate(rules()["vignettes"]):
        press_button(page, words["decide"][language])

        assert words["choose_first"][language] == page.locator(".qc-figure-says").last.inner_text()

        go_to(page, f"figure-rules_compared-proposal-{place}-0")
        press(page, "Space")
        press_button(page, words["decide"][language])
        first = one["choices"][0]

        assert first["reason"][language] == page.locator(".qc-measure .qc-reading p").nth(1).inner_text()
        assert words["match" if first.get("right") else "differ"][language] in page.inner_text(".qc-measure")

        if place < 3:
            press_button(page, words["next"][language])

    count = sum(bool(one["choices"][0].get("right")) for one in rules()["vignettes"])

    assert (
        page.locator(".qc-figure-says")
        .last.inner_text()
        .endswith(RulesCompared.word("progress", language, compared="4", total="4", right=str(count)))
    )


@each_language
def test_talent_measures(visit, language):
    """A measure and a profile chosen: both marks are said, and what is not known is shown."""
    page = visit("talent_measures", language)
    page.locator("#figure-talent_measures-measure").select_option("tax")
    page.locator("#figure-talent_measures-profile").select_option("firm")
    words = TalentMeasures.words
    marks = {"before": words["none"][language], "after": words["ask"][language]}

    assert TalentMeasures.word("changed", language, measure=words["firm"][language], **marks) == said(page)
    assert talents()[4]["open"][language] == page.locator(".qc-unknown").inner_text()


@each_language
def test_circuit_playground(visit, language):
    """Gates added and removed from the keyboard: the page says Qiskit's chances each time."""
    page = visit("circuit_playground", language)
    count, gates = EXAMPLES["bell"]

    assert CircuitPlayground.says(count, gates, language) == said(page)

    press_button(page, CircuitPlayground.words["add"][language])
    gates = [*gates, {"gate": "h", "qubits": [0]}]

    assert CircuitPlayground.says(count, gates, language) == said(page)
    assert [percent(0.25, language)] * 4 == page.locator(".qc-arrow-chance").all_inner_texts()

    press(page, "Shift+Tab", 3)
    go_to(page, "figure-circuit_playground-gate")
    press(page, "ArrowDown", 7)
    go_to(page, "figure-circuit_playground-first")
    press(page, "ArrowDown")
    go_to(page, "figure-circuit_playground-angle")
    press(page, "ArrowLeft", 2)
    press_button(page, CircuitPlayground.words["add"][language])
    gates = [*gates, {"gate": "ry", "qubits": [1], "angle": 60}]

    assert CircuitPlayground.says(count, gates, language) == said(page)

    press_button(page, CircuitPlayground.words["undo_last"][language])

    assert CircuitPlayground.says(count, gates[:-1], language) == said(page)

    page.reload()
    go_to(page, "figure-circuit_playground-qubits-1")
    press(page, "ArrowRight")
    go_to(page, "figure-circuit_playground-gate")
    press(page, "ArrowDown", 9)
    for _ in range(3):
        press_button(page, CircuitPlayground.words["add"][language])

    assert CircuitPlayground.says(
        3, [*EXAMPLES["bell"][1], *[{"gate": "cx", "qubits": [0, 1]}] * 3], language
    ) == said(page)


@each_language
def test_key_exchange(visit, language):
    """Eve chosen, her share lowered and another signal from the keyboard: the page says what Python computes."""
    page = visit("key_exchange", language)

    assert KeyExchange.says("none", SIGNALS, 1, language) == said(page)

    go_to(page, "figure-key_exchange-mode-0")
    press(page, "ArrowRight")

    assert KeyExchange.says("intercept", SIGNALS, 1, language) == said(page)

    go_to(page, "figure-key_exchange-fraction")
    press(page, "Home")
    press(page, "ArrowRight", 2)
    go_to(page, "figure-key_exchange-signal-0")
    for place in range(2, SIGNALS + 1):
        press(page, "ArrowRight")

        assert KeyExchange.says("intercept", 2, place, language) == said(page)

    shown = cells(page, KeyExchange.words["numbers_table"][language])

    assert [
        percent(0.025, language),
        KeyExchange.chance_text(alarm(0.1), language),
        percent(0.05, language),
    ] == [row[1] for row in shown[1:]]

    press(page, "Shift+Tab", 2)
    go_to(page, "figure-key_exchange-mode-1")
    press(page, "ArrowRight")

    assert KeyExchange.says("impersonate", SIGNALS, SIGNALS, language) == said(page)
    assert percent(1, language) == cells(page, KeyExchange.words["numbers_table"][language])[3][1]


def random_circuit(source):
    count = source.randint(1, 3)
    gates = []
    for _ in range(source.randint(0, MOST_GATES)):
        gate = source.choice(ONE_QUBIT + TURNS + (TWO_QUBITS if count > 1 else ()))
        step = {"gate": gate, "qubits": source.sample(range(count), 2 if gate in TWO_QUBITS else 1)}
        gates.append(step | ({"angle": source.uniform(-180, 180)} if gate in TURNS else {}))
    return count, gates


def test_arithmetic_of_the_page_agrees_with_qiskit(visit):
    """On 2,000 random circuits the page's amplitudes are Qiskit's to twelve decimals, global phase included."""
    page = visit("circuit_playground", "en")
    source = random.Random(2026)
    circuits = [random_circuit(source) for _ in range(2000)]
    found = page.evaluate(
        "circuits => circuits.map(([count, gates]) => qcourseFigures.parts.circuit.states(count, gates).at(-1))",
        circuits,
    )
    differences = [
        abs(complex(*one) - other)
        for circuit, state in zip(circuits, found, strict=True)
        for one, other in zip(state, amplitudes(*circuit), strict=True)
    ]

    assert {step["gate"] for _, gates in circuits for step in gates} == {*ONE_QUBIT, *TURNS, *TWO_QUBITS}
    assert max(differences) < 1e-12


@each_language
@every_figure
def test_one_language_is_shown(visit, figure, language):
    """The page shows its own language only, the live figure in place of the still one."""
    page = visit(figure.name, language)
    other = "fr" if language == "en" else "en"

    assert page.locator(f'.qc-figure-text[lang="{language}"] .qc-figure-live').is_visible()
    assert not page.locator(f'.qc-figure-text[lang="{other}"]').is_visible()
    assert not page.locator(".qc-figure-still").first.is_visible()


@every_figure
def test_controls_have_names(visit, figure):
    """Every control on the page has an accessible name, every slider a value in words, every target room for a finger."""
    page = visit(figure.name, "fr")
    nameless = page.evaluate(
        """() => [...document.querySelectorAll('.qc-figure-live :is(input, select, button)')].filter(
            (control) => !(control.labels?.[0]?.textContent || control.getAttribute('aria-label') || control.textContent).trim()
              || (control.type === 'range' && !control.getAttribute('aria-valuetext'))).map((control) => control.outerHTML)"""
    )
    small = page.evaluate(
        """() => [...document.querySelectorAll('.qc-figure-live :is(label.qc-choose, select, button, input[type=range])')].map(
            (control) => [control.getBoundingClientRect(), control.outerHTML]).filter(([box]) => box.height && (box.height < 24 || box.width < 24)).map(([, html]) => html)"""
    )

    assert [] == nameless
    assert [] == small


@every_figure
@pytest.mark.parametrize("width", (320, 375, 1280))
def test_fits_the_screen(visit, figure, width):
    """Nothing makes the page scroll sideways, in the longer language."""
    page = visit(figure.name, "fr")
    page.set_viewport_size({"width": width, "height": 800})

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_live_region(visit):
    """A screen reader is told the new sentence once the hand has rested, and nothing on arrival."""
    page = visit("two_screens", "en")
    status = page.locator(".qc-figure-live [role=status]").first
    arrival = status.text_content()
    go_to(page, "figure-two_screens-a")
    press(page, "ArrowRight", 2)
    page.clock.run_for(700)

    assert "" == arrival
    assert TwoScreens.pair_says(10, 45, "en") == status.text_content()


@every_figure
def test_without_script(chromium, pages, figure):
    """Without script the still picture and the table remain, with the title and caption."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(pages.joinpath(f"{figure.name}.fr.html").as_uri())
    shown = page.locator('.qc-figure-text[lang="fr"]')

    assert shown.locator(".qc-figure-still svg").is_visible()
    assert figure.caption["fr"] == shown.locator(".qc-figure-caption").inner_text()

    shown.locator("summary").click()

    assert shown.locator("table").is_visible()
    context.close()


@every_figure
def test_on_paper(visit, figure):
    """Paper gets the still picture and the table in place of the controls."""
    page = visit(figure.name, "en")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    shown = page.locator('.qc-figure-text[lang="en"]')

    assert shown.locator(".qc-figure-still").is_visible()
    assert shown.locator(".qc-figure-numbers table").is_visible()
    assert not shown.locator(".qc-figure-live").is_visible()


def test_all_on_one_page(visit):
    """Several figures share a page without getting in each other's way."""
    page = visit("all", "en")
    identifiers = page.evaluate("[...document.querySelectorAll('[id]')].map((element) => element.id)")

    assert len(FIGURES) == page.locator(".qc-figure-on").count()
    assert len(set(identifiers)) == len(identifiers)


@every_figure
def test_module_for_a_notebook(chromium, figure):
    """The module that a notebook loads draws the figure over anywidget's model."""
    context = chromium.new_context(offline=True)
    page = context.new_page()
    page.set_content('<html lang="fr"><body><div id="cell"></div></body></html>')
    values = {"data": figure.compute(), "texts": figure.all_texts(), "language": "fr", "position": {}}
    page.evaluate(
        """async ([source, values]) => {
            const module = await import("data:text/javascript;charset=utf-8," + encodeURIComponent(source));
            const model = { get: (key) => values[key], set() {}, save_changes() {}, on() {} };
            module.default.render({ model, el: document.querySelector("#cell") });
        }""",
        [notebook_module(figure.name), values],
    )

    assert figure.title["fr"] == page.locator(".qc-figure-title").text_content()
    assert page.locator(".qc-figure-says").inner_text()
    context.close()


@each_language
def test_pages_of_the_book(chromium, site, language):
    """Each page of the book that has figures runs them all from the disk, without trouble, within its weight."""
    context = chromium.new_context(offline=True)
    seen = 0
    for path in sorted(site.joinpath(language).rglob("*.html")):
        used = figures_used(path.read_text(encoding="utf-8"))
        if not used:
            continue
        page = context.new_page()
        trouble, loaded = [], {path}
        page.on("console", lambda message, trouble=trouble: trouble.append(message.text))
        page.on("pageerror", lambda error, trouble=trouble: trouble.append(str(error)))
        page.on(
            "request",
            lambda sent, loaded=loaded: loaded.add(
                Path(unquote(re.sub(r"[?#].*", "", sent.url)).removeprefix("file://"))
            ),
        )
        page.goto(path.as_uri())
        seen += len(used)

        assert len(used) == page.locator(".qc-figure-on .qc-figure-says").count(), path
        assert trouble == [], path
        assert sum(file.stat().st_size for file in loaded) <= MOST_BYTES, path

        page.close()
    context.close()

    assert seen


@each_language
def test_message_trip(visit, language):
    """Step by step from the keyboard: sentence, pieces and their worth are Python's, and the message opens in one case only."""
    page = visit("message_trip", language)

    def shown(step, reader, method):
        pieces = [piece for piece, at in PIECES if TRIP_STEPS.index(at) <= step]
        rows = [
            [
                MessageTrip.piece(piece, method, language),
                MessageTrip.word(f"state_{state(piece, reader, method)}", language),
            ]
            for piece in pieces
        ]

        assert MessageTrip.says(step, reader, method, language) == said(page)
        assert rows == cells(page, MessageTrip.words["kept"][language])[1:]

    shown(0, "today", "usual")
    for step in range(1, 5):
        press_button(page, MessageTrip.words["next"][language])
        shown(step, "today", "usual")

    assert MessageTrip.compute()["locked"][language] == page.locator(".qc-trip-content").inner_text()

    go_to(page, "figure-message_trip-reader-0")
    press(page, "ArrowDown")
    shown(4, "machine", "usual")

    assert MESSAGE[language] == page.locator(".qc-trip-content").inner_text()

    go_to(page, "figure-message_trip-method-0")
    press(page, "ArrowDown")
    shown(4, "machine", "hybrid")

    assert MessageTrip.compute()["locked"][language] == page.locator(".qc-trip-content").inner_text()

    for step in (3, 2, 1, 0):
        press_button(page, MessageTrip.words["previous"][language])
        shown(step, "machine", "hybrid")


@each_language
def test_repeat_clock(visit, language):
    """Other bases, steps and readings from the keyboard: the page says what Python computes, arrows included."""
    page = visit("repeat_clock", language)

    assert RepeatClock.says(7, 4, 4, language) == said(page)

    go_to(page, "figure-repeat_clock-steps")
    press(page, "ArrowLeft", 2)
    go_to(page, "figure-repeat_clock-reading")
    press(page, "ArrowRight", 4)

    assert RepeatClock.says(7, 2, 8, language) == said(page)
    assert 5 == page.locator(".qc-chain .qc-arrow-line").count()

    press(page, "ArrowRight")

    assert RepeatClock.says(7, 2, 9, language) == said(page)

    press(page, "Shift+Tab", 2)
    go_to(page, "figure-repeat_clock-base-2")
    press(page, "ArrowRight", 4)

    assert RepeatClock.says(14, 2, 9, language) == said(page)


@each_language
def test_key_length(visit, language):
    """A longer key and more machines from the keyboard: times and steps are Python's."""
    page = visit("key_length", language)

    assert KeyLength.says(128, 1, language) == said(page)

    go_to(page, "figure-key_length-length")
    press(page, "ArrowRight", 2)
    go_to(page, "figure-key_length-machines-0")
    press(page, "ArrowRight", 3)
    shown = cells(page, KeyLength.words["numbers_table"][language])

    assert KeyLength.says(144, 10**6, language) == said(page)
    assert [KeyLength.lasts(steps(144, 10**6), language) for steps in (tries, rounds)] == [
        row[2] for row in shown[1:]
    ]
    assert [amount(steps(144, 10**6), language) for steps in (tries, rounds)] == [row[1] for row in shown[1:]]


@each_language
def test_steps_against_size(visit, language):
    """A larger list and more rounds from the keyboard: both sentences are Python's."""
    page = visit("steps_against_size", language)

    def told(place):
        return page.locator((".qc-figure-says", ".qc-rounds-says")[place]).inner_text()

    assert StepsAgainstSize.says(20, language) == told(0)
    assert StepsAgainstSize.rounds_say(8, 0, language) == told(1)

    go_to(page, "figure-steps_against_size-size")
    press(page, "ArrowRight", 5)

    assert StepsAgainstSize.says(25, language) == told(0)

    go_to(page, "figure-steps_against_size-list-1")
    press(page, "ArrowRight", 2)
    go_to(page, "figure-steps_against_size-rounds")
    press(page, "ArrowRight", best_rounds(64))

    assert StepsAgainstSize.rounds_say(64, best_rounds(64), language) == told(1)

    press(page, "ArrowRight", best_rounds(64))

    assert StepsAgainstSize.rounds_say(64, 2 * best_rounds(64), language) == told(1)


@each_language
def test_estimates_fall(visit, language):
    """Each estimate is chosen with the arrow keys, or by its mark, and shown with all that the register says."""
    page = visit("estimates_fall", language)
    go_to(page, "figure-estimates_fall-point-1")
    press(page, "ArrowUp")
    for place, estimate in enumerate(ESTIMATES):
        shown = cells(page, EstimatesFall.words["details"][language])

        assert EstimatesFall.says(place, language) == said(page)
        assert list(EstimatesFall.described(estimate, language).values()) == [row[1] for row in shown[1:]]

        press(page, "ArrowDown")
    page.locator(".qc-estimate:has(.qc-estimate-reach)").nth(2).click()

    assert EstimatesFall.says(2, language) == said(page)


@each_language
def test_sizes_on_the_wire(visit, language):
    """Other methods from the keyboard: the page says what Python computes, and draws a square for every 32 bytes."""
    page = visit("sizes_on_the_wire", language)

    def shown(*opening):
        assert SizesOnTheWire.says(*opening, language) == said(page)
        assert (
            SizesOnTheWire.rows(*opening, language)
            == cells(page, SizesOnTheWire.words["pieces"][language])[1:]
        )
        drawn = page.locator(".qc-wire-field").last.locator("path")
        squares = [drawn.nth(place).get_attribute("d").count("M") for place in range(drawn.count())]
        assert [piece.tiles for piece in wire_pieces(*opening)] == squares

    shown("usual", "ecdsa", 2)
    go_to(page, "figure-sizes_on_the_wire-agreement-0")
    press(page, "ArrowDown", 2)
    shown("hybrid", "ecdsa", 2)
    go_to(page, "figure-sizes_on_the_wire-certificates-1")
    press(page, "ArrowUp")
    shown("hybrid", "ecdsa", 1)
    go_to(page, "figure-sizes_on_the_wire-signature-0")
    for signature in SIGNATURES[1:]:
        press(page, "ArrowDown")
        shown("hybrid", signature, 1)


@each_language
def test_in_the_middle(visit, language):
    """All six cases from the keyboard: sentence and holders are those of the run."""
    page = visit("in_the_middle", language)

    def shown(proof, line):
        assert InTheMiddle.says(proof, line, language) == said(page)
        assert (
            InTheMiddle.rows(proof, line, language) == cells(page, InTheMiddle.words["holds"][language])[1:]
        )

    shown("none", "free")
    go_to(page, "figure-in_the_middle-line-0")
    press(page, "ArrowDown")
    shown("none", "middle")
    go_to(page, "figure-in_the_middle-proof-0")
    for proof in ("signed", "forgeable"):
        press(page, "ArrowDown")
        shown(proof, "middle")
    for _ in range(40):
        if page.evaluate("document.activeElement.id") == "figure-in_the_middle-line-1":
            break
        page.keyboard.press("Shift+Tab")
    press(page, "ArrowUp")
    shown("forgeable", "free")


@each_language
def test_turning_arrows(visit, language):
    """Arrows turned from the keyboard leave the reading alone; after a splitter the page says what Python computes."""
    page = visit("turning_arrows", language)

    def shown(mode, share, zero, one):
        chance = reads_one(share, between(zero, one), mode == "splitter")
        bars = page.locator(".qc-readings-value").all_text_contents()
        coin = coin_reads_one(share, mode == "splitter")

        assert TurningArrows.says(mode, share, zero, one, language) == said(page)
        assert [percent(value, language) for value in (1 - chance, 1 - coin, chance, coin)] == bars

    shown("now", 50, 0, 0)
    go_to(page, "figure-turning_arrows-zero")
    press(page, "ArrowLeft", 2)
    shown("now", 50, -30, 0)
    go_to(page, "figure-turning_arrows-one")
    press(page, "End")
    shown("now", 50, -30, 180)
    press(page, "Shift+Tab", 3)
    go_to(page, "figure-turning_arrows-mode-0")
    press(page, "ArrowRight")
    shown("splitter", 50, -30, 180)
    go_to(page, "figure-turning_arrows-share")
    press(page, "ArrowLeft", 5)
    shown("splitter", 25, -30, 180)
    go_to(page, "figure-turning_arrows-look")
    for reading in (0, 1):
        press(page, "Home")
        press(page, "ArrowDown", reading)

        assert (
            TurningArrows.made_says(25, -30, 180, reading, language)
            == page.locator(".qc-look-says").inner_text()
        )


@each_language
def test_timelines(visit, language):
    """From any day, the next milestone of the five and the chosen one's sentence are Python's."""
    page = visit("timelines", language)

    def shown(day, country):
        coming = next_milestones(day)

        assert Timelines.says(country, coming[country], language) == said(page)
        assert [Timelines.coming(one, language) for one in coming.values()] == [
            row[1] for row in cells(page, Timelines.words["next"][language])[1:]
        ]

    shown("2026-11-22", "canada")
    go_to(page, "figure-timelines-from")
    press(page, "ArrowRight", 5)
    shown("2031-01-01", "canada")
    go_to(page, "figure-timelines-country-0")
    for country in COUNTRIES[1:]:
        press(page, "ArrowRight")
        shown("2031-01-01", country)
    press(page, "Shift+Tab")
    go_to(page, "figure-timelines-from")
    press(page, "End")
    shown("2036-01-01", "australia")


@each_language
def test_inventory(visit, language, tmp_path):
    """Filled in from the keyboard: sentence and order are Python's, and the saved table holds the listed lines."""
    page = visit("inventory", language)
    systems = list(SYSTEMS)

    def shown():
        rows = cells(page, Inventory.words["ranked"][language])[1:] if plan(systems, language) else []

        assert Inventory.says(systems, language) == said(page)
        assert Inventory.rows(systems, language) == rows

    shown()
    for place, one in enumerate(systems):
        if not one.listed:
            go_to(page, "figure-inventory-listed")
            press(page, "Space")
            systems[place] = replace(one, listed=True)
            shown()
        if place < len(systems) - 1:
            press_button(page, Inventory.words["next"][language])
    go_to(page, "figure-inventory-years_secret")
    press(page, "ArrowRight", 3)
    go_to(page, "figure-inventory-years_to_migrate")
    press(page, "End")
    go_to(page, f"figure-inventory-{BLIND_SPOTS[2]}")
    press(page, "Space")
    systems[-1] = replace(systems[-1], years_secret=3, years_to_migrate=12, covers=(BLIND_SPOTS[2],))
    shown()

    with page.expect_download() as download:
        press_button(page, Inventory.words["download"][language])
    saved = tmp_path / "saved.csv"
    download.value.save_as(saved)
    with saved.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file, delimiter=Inventory.words["separator"][language]))

    assert Inventory.words["file"][language] == download.value.suggested_filename
    assert [(one.algorithm, str(priority(one))) for one in systems] == [
        (line["algorithm"], line["priority"]) for line in lines
    ]

    press_button(page, Inventory.words["empty"][language])
    systems = [replace(one, listed=False) for one in systems]
    shown()


@each_language
def test_two_paths(visit, language):
    """Phase, watcher and rounds from the keyboard: sentence, arrows and chances are Qiskit's."""
    page = visit("two_paths", language)

    def meetings():
        return [
            TwoPaths.word(
                "two_arrive", language, alone=percent(0.25, language), chance=percent(chance, language)
            )
            for chance in open_chances(60)
        ]

    assert TwoPaths.paths_say(0, False, language) == said(page)

    go_to(page, "figure-two_paths-phase")
    press(page, "ArrowRight", 4)

    assert TwoPaths.paths_say(60, False, language) == said(page)
    assert meetings() == page.locator(".qc-look-says:visible").all_inner_texts()
    assert 3 == page.locator(".qc-chain").first.locator(".qc-arrow-line").count()

    press(page, "Shift+Tab")
    press(page, "ArrowRight")

    assert TwoPaths.paths_say(60, True, language) == said(page)
    assert [percent(0.25, language)] * 4 == page.locator(".qc-arrow-chance:visible").all_inner_texts()

    go_to(page, "figure-two_paths-phase")
    press(page, "ArrowRight", 8)

    assert TwoPaths.paths_say(180, True, language) == said(page)

    press(page, "Shift+Tab")
    press(page, "ArrowRight")
    go_to(page, "figure-two_paths-rounds-0")
    for turns in (1, 2, 3):
        press(page, "ArrowRight")

        assert TwoPaths.search_says(turns, language) == said(page)
        assert [percent(arrow**2, language) for arrow in search(turns)] == page.locator(
            ".qc-arrow-chance:visible"
        ).all_inner_texts()


@each_language
def test_noise_slider(visit, language):
    """Noise, flips by hand and the code from the keyboard: sentences, bars and arrows are Qiskit's."""
    page = visit("noise_slider", language)

    def bars(count, noise):
        noisy = [fine(chance, language) for _, chance in NoiseSlider.outcomes(count, noise, language)]

        assert NoiseSlider.noise_says(count, noise, language) == said(page)
        assert noisy == page.locator(".qc-noise-value").all_inner_texts()

    bars(2, 0.1)
    go_to(page, "figure-noise_slider-level")
    press(page, "Home")
    for noise in NOISE:
        bars(2, noise)
        press(page, "ArrowRight")
    go_to(page, "figure-noise_slider-size-0")
    press(page, "ArrowRight", 3)
    bars(5, NOISE[-1])
    press(page, "Shift+Tab")
    press(page, "Home")
    press(page, "ArrowRight", NOISE.index(0.05))
    bars(5, 0.05)

    press(page, "Shift+Tab")
    press(page, "ArrowRight")
    assert NoiseSlider.hand_says((0, 1, 0), language) == said(page)
    for flipped, pattern in ((0, (1, 1, 0)), (2, (1, 1, 1)), (1, (1, 0, 1))):
        press(page, "Shift+Tab", 3)
        go_to(page, f"figure-noise_slider-flip-{flipped}")
        press(page, "Space")

        assert NoiseSlider.hand_says(pattern, language) == said(page)
        arrows = [*by_hand(pattern)["arrows"], *by_hand(pattern)["end"]]
        assert [percent(arrow**2, language) for arrow in arrows] == page.locator(
            ".qc-arrow-chance:visible"
        ).all_inner_texts()

    press(page, "Shift+Tab", 2)
    press(page, "ArrowRight")
    for kind in ("flips", "turns"):
        go_to(page, "figure-noise_slider-chance")
        press(page, "Home")
        for chance in FLIPS:
            assert NoiseSlider.code_says(kind, chance, language) == said(page)

            press(page, "ArrowRight")
        press(page, "Shift+Tab")
        press(page, "ArrowRight")


@each_language
def test_teleport_steps(visit, language):
    """Every step, branch and state from the keyboard: sentence, bar and branches are Python's."""
    page = visit("teleport_steps", language)

    def shown(place, step, bits, arrive):
        assert TeleportSteps.says(place, step, bits, arrive, language) == said(page)
        assert (
            percent(teleported(place, step, arrive), language)
            == page.locator(".qc-meter strong").inner_text()
        )

    shown(0, "shared", "00", True)
    for step in TELEPORT_STEPS[1:]:
        press_button(page, TeleportSteps.words["next"][language])
        shown(0, step, "00", True)

    go_to(page, "figure-teleport_steps-branch-0")
    for bits in BRANCHES[1:]:
        press(page, "ArrowRight")
        shown(0, "sent", bits, True)

    go_to(page, "figure-teleport_steps-bits-0")
    press(page, "ArrowRight")
    shown(0, "sent", "11", False)

    page.locator("#figure-teleport_steps-state").select_option("1")
    shown(1, "sent", "11", False)

    rows = [TeleportSteps.branch_row(1, bits, language) for bits in BRANCHES]
    assert rows == cells(page, TeleportSteps.words["branches"][language])[1:]


@each_language
def test_note_studio(visit, language, tmp_path):
    """Typed, cited and saved from the keyboard: the checklist is Python's, and the file holds the text."""
    page = visit("note_studio", language)
    text = page.locator("#figure-note_studio-text")

    def shown(template="note"):
        items = page.locator(".qc-note-items li").evaluate_all(
            "items => items.map(item => [item.dataset.item, item.dataset.state === 'holds'])"
        )
        seen = inspect_note(text.input_value(), template, today="2026-11-22", prefer=language)

        assert [list(pair) for pair in seen.items.items()] == items
        return seen

    assert skeleton("note", language) == text.input_value()
    shown()

    go_to(page, "figure-note_studio-template-0")
    press(page, "ArrowRight")

    assert skeleton("alert", language) == text.input_value()
    shown("alert")

    press(page, "ArrowLeft")
    go_to(page, "figure-note_studio-text")
    press(page, "Control+Home")
    page.keyboard.insert_text("It tries all the answers at once.\n[fact:strac-rule] [fact:nothing-here]\n")

    seen = shown()
    assert (["all_answers_at_once"], ["nothing-here"]) == (seen.claims, seen.unknown)
    assert "nothing-here" in page.locator("[data-item=citations]").inner_text()

    go_to(page, "figure-note_studio-fact")
    press(page, "ArrowDown")
    press_button(page, NoteStudio.words["insert"][language])

    assert ["strac-rule", subjects()[0]["facts"][1]] == shown().cited

    with page.expect_download() as download:
        press_button(page, NoteStudio.words["download"][language])
    saved = tmp_path / "saved.md"
    download.value.save_as(saved)
    written = text.input_value()

    assert written == saved.read_text(encoding="utf-8")

    page.evaluate("window.print = () => {}")
    press_button(page, NoteStudio.words["print"][language])

    assert "[2]" in page.locator(".qc-sheet").inner_text()
    assert 2 == page.locator(".qc-sheet li").count()

    page.evaluate("dispatchEvent(new Event('afterprint'))")
    press_button(page, NoteStudio.words["begin"][language])

    assert skeleton("note", language) == text.input_value()

    press_button(page, NoteStudio.words["back"][language])

    assert written == text.input_value()


@each_language
def test_hard_questions(visit, language):
    """Each answer opens from the keyboard; the minute ends without taking anything away, and can be switched off."""
    page = visit("hard_questions", language)
    own = HardQuestions.words
    press_button(page, own["start"][language])

    assert own["running"][language] == said(page)

    page.clock.set_fixed_time(TODAY + datetime.timedelta(seconds=SECONDS))
    page.get_by_text(own["over"][language]).first.wait_for()
    for place, one in enumerate(hard_questions()):
        assert one["ask"][language] == page.locator(".qc-hard-ask").inner_text()

        press_button(page, own["show"][language])
        answer = page.locator(".qc-reading")

        assert all(one[key][language] in answer.inner_text() for key in ("answer", "say", "not"))
        assert len(one["facts"]) == answer.locator("li").count()
        if place < 9:
            press_button(page, own["next"][language])
    total = str(len(hard_questions()))

    assert HardQuestions.word("progress", language, compared=total, total=total) == said(page)

    press(page, "Shift+Tab", 4)
    go_to(page, "figure-hard_questions-timer")
    press(page, "Space")

    assert 0 == page.get_by_role("button", name=own["start"][language]).count()


@each_language
def test_office_network(visit, language):
    """Each kind and each of its places from the keyboard: sentence and entries are Python's; a click on the map chooses too."""
    page = visit("office_network", language)

    def shown(kind, place):
        held = [means for means in dated(place) if kind in ("all", means["kind"])]

        assert OfficeNetwork.says(kind, place["id"], language) == said(page)
        assert [OfficeNetwork.told(means, language) for means in held] == page.locator(
            ".qc-network-told"
        ).all_inner_texts()

    first = next(one for one in places() if one["id"] == "london")
    shown("all", first)
    page.locator(".qc-network-place", has_text=places()[1]["name"][language]).click()
    shown("all", places()[1])
    go_to(page, "figure-office_network-kind-0")
    press(page, "ArrowRight", len(MEANS))
    shown("support", places("support")[0])
    press(page, "ArrowLeft", 2)
    found = places("partnership")
    shown("partnership", found[0])
    go_to(page, f"figure-office_network-place-{found[0]['id']}")
    for one in found[1:]:
        press(page, "ArrowDown")
        shown("partnership", one)


@each_language
def test_partner_lenses(visit, language):
    """The three texts from the keyboard, then a fourth: the count is Python's, and nothing of it is kept."""
    page = visit("partner_lenses", language)
    go_to(page, "figure-partner_lenses-lens-0")
    for place, one in enumerate(PartnerLenses.compute()["lenses"]):
        assert PartnerLenses.says(place, language) == said(page)
        assert one["text"][language] == page.locator(".qc-lens-text").inner_text().strip()

        press(page, "ArrowRight")
    go_to(page, "figure-partner_lenses-where")
    page.keyboard.press("End")

    assert page.get_by_text(PartnerLenses.words["help_none"][language]).is_visible()

    written = "Kirq, d’essai\u00a0: "
    go_to(page, "figure-partner_lenses-text")
    for times in (0, 1, 24, 1, 10):
        page.keyboard.insert_text(written * times)
        typed = page.locator("textarea").input_value()

        assert PartnerLenses.counted(typed, language) == page.locator(".qc-lens-count").inner_text()

    page.reload()

    assert "" == page.locator("textarea").input_value()


@each_language
def test_forums(visit, language):
    """Choices and forums from the keyboard: sentence, list and cards are Python's, and an empty result says so."""
    page = visit("forums", language)
    assert Forums.says("all", "all", "all", language) == said(page)

    go_to(page, "figure-forums-decides")
    press(page, "ArrowDown", 2)
    found = matching(decides="standard")
    assert Forums.says("all", "standard", "all", language) == said(page)
    assert [one["name"][language] for one in found] == page.locator(
        ".qc-actors .qc-choose:visible"
    ).all_inner_texts()

    go_to(page, f"figure-forums-forum-{found[0]['id']}")
    for one in found:
        card = page.locator(".qc-reading > p:not([class])").all_inner_texts()
        assert Forums.card(one, language) == card

        press(page, "ArrowDown")
    press(page, "Shift+Tab", 2)
    go_to(page, "figure-forums-decides")
    press(page, "ArrowUp", 1)
    press(page, "Shift+Tab")
    press(page, "End")
    assert Forums.says("firms", "rule", "all", language) == said(page)
    assert 0 == page.locator(".qc-actors .qc-choose:visible").count()


@each_language
def test_argument_map(visit, language):
    """Supports and objections from the keyboard: sentence and states are Python's, and what is set aside says so."""
    page = visit("argument_map", language)
    own = ArgumentMap

    def shown(off, objection):
        return [
            [one["short"][language], own.state(one["id"], off, objection, language)]
            for one in argument()["conclusions"]
        ]

    def seen():
        return cells(page, own.words["holds"][language])[1:]

    assert own.says((), "none", language) == said(page)
    assert shown((), "none") == seen()

    go_to(page, "figure-argument_map-declaration")
    press(page, "Space")
    assert own.says(["declaration"], "none", language) == said(page)
    assert shown(["declaration"], "none") == seen()

    go_to(page, "figure-argument_map-simulation")
    press(page, "Space")
    go_to(page, "figure-argument_map-objection-0")
    for place, one in enumerate(argument()["objections"], 1):
        press(page, "ArrowDown")
        off = ["declaration", "simulation"]

        assert own.says(off, one["id"], language) == said(page), place
        assert shown(off, one["id"]) == seen()
        assert own.words["set_aside"][language] == page.locator(".qc-aim-mark:not(:empty)").inner_text()
        assert one["left"][language] in page.locator(".qc-reading").first.inner_text()

    press_button(page, own.words["restart"][language])
    assert shown((), "none") == seen()

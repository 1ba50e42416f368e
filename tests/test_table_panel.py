"""Table Q as a panel in a notebook, driven by its widgets' state."""

from __future__ import annotations

import pytest

from qcourse.errors import UsageError
from qcourse.panels.table_panel import TablePanel
from qcourse.policy import load, new_game, versions

from .table_q_plays import random_play


def choose(panel, value):
    """Choose from the list and confirm."""
    panel.choice.value = value
    panel.confirm.click()


@pytest.mark.parametrize("language", ("en", "fr"))
def test_random_plays_by_the_panel(language):
    """Plays made by the widgets alone end as the engine says, and the line replays them."""
    for number in range(12):
        play = random_play(number, versions()[number % len(versions())])
        panel = TablePanel(play["seed"], play["rounds"], play["version"], language=language)
        for turn in play["turns"]:
            if turn["judged"] is not None:
                choose(panel, turn["judged"])
            options = [value for _, value in panel.choice.options]
            wished = turn["option"] if turn["option"] in options else panel.game.event.get("default")
            choose(panel, wished if options else None)
            for name in turn["actions"]:
                choose(panel, name)
            panel.end_year.click()

        assert abs(play["final"] - panel.game.score.final) < 1e-9
        assert panel.game.score == load(panel.line.value).score
        assert (True, True, True) == (panel.confirm.disabled, panel.end_year.disabled, panel.undo.disabled)


def test_undo_goes_back_to_the_start_of_the_year():
    """Each step of a year can be undone, also in a game that was opened; the year before can't."""
    game = new_game(7).judge(1).face().act("A02").end_round().judge(0)
    panel = TablePanel(saved=game.save(), language="en")
    start = panel.game.moves
    choose(panel, panel.game.options[0] if panel.game.options else None)
    panel.undo.click()

    assert start == panel.game.moves

    panel.undo.click()

    assert "" == panel.game.moves[-1]
    assert panel.undo.disabled


@pytest.mark.parametrize("language", ("en", "fr"))
def test_a_damaged_line_changes_nothing(language):
    """The engine's sentence is shown in the reader's language, and the game stays."""
    panel = TablePanel(language=language)
    before = panel.line.value
    panel.wanted.value = before[:-1] + "?"
    panel.open_line.click()
    with pytest.raises(UsageError) as raised:
        load(panel.wanted.value)

    assert raised.value.text[language][:30] in panel.told.value.replace("&#x27;", "'")
    assert before == panel.line.value

    panel.wanted.value = new_game(42, 3, 1).face().save()
    panel.open_line.click()

    assert panel.wanted.value == panel.line.value


def test_confirming_nothing_asks_for_a_choice():
    """No judgement is given by accident."""
    panel = TablePanel(language="en")
    panel.confirm.click()

    assert "card" == panel.game.phase
    assert 'role="alert"' in panel.told.value


def test_the_log_is_a_table():
    """Each step is a row with its year and its changes, on the screen and as data."""
    panel = TablePanel(version=1, language="fr")
    panel.confirm.click()
    choose(panel, "A16")

    assert len(panel.game.log) == len(panel.rows()) == panel.story.value.count("<tr>")
    assert 1 == panel.rows()[-1]["lit"]
    assert "2027" == panel.rows()[-1]["year"]
    assert panel.game.rules.data["frame"]["teaching_values"]["fr"] in panel.told.value

"""Table Q as a figure: what the page needs of the rules, and the actions on paper."""

from pathlib import Path

import pytest

from qcourse.figures import TableQ
from qcourse.figures.table_q import LESSONS
from qcourse.policy.rules import whole_file

ROOT = Path(__file__).resolve().parents[1]


def test_every_card_leads_to_a_lesson():
    """The lesson of each evidence card is a page where the figure looks for it."""
    missing = [
        card["lesson"]
        for card in whole_file()["cards"]
        if not (ROOT / "modules" / LESSONS[card["lesson"]][0] / f"{card['lesson']}.md").is_file()
    ]

    assert [] == missing


@pytest.mark.parametrize("language", ("en", "fr"))
def test_paper_lists_every_action(language):
    """On paper each action has its costs, its window, each of its effects by name, and a reason for each."""
    names = {gauge["id"]: gauge["name"][language] for gauge in whole_file()["gauges"]}
    rows = TableQ.table(language)[1:]
    for action, row in zip(whole_file()["actions"], rows, strict=True):
        assert action["name"][language] == row[0]
        assert f"{action['money']}, {action['capital']}" == row[1]
        assert all(names[key] in row[3] for key, _ in action["effects"] + action.get("next_round", []))
        assert all(one[language] in row[5] for one in action["why"])

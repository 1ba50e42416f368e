"""The term trainer in a browser: a whole round by keyboard, in either direction and with false friends."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

pytestmark = pytest.mark.browser

TERMS = yaml.safe_load((Path(__file__).parents[1] / "book" / "terms.yml").read_text(encoding="utf-8"))


def ask(page: Any) -> tuple[str, list[str], str]:
    """The term that is asked, the choices, and the language of the choices."""
    choices = page.locator(".qc-trainer-choice")
    term = page.inner_text(".qc-trainer-term")
    return term, choices.all_inner_texts(), choices.first.get_attribute("lang")


def play(page: Any, wrong_first: bool) -> list[tuple[str, list[str], str]]:
    """Answer by digits until the round ends, wrongly at first if asked; every term that was shown."""
    seen = []
    while page.locator(".qc-trainer-choice").count():
        term, choices, to = seen_now = ask(page)
        other = {"en": "fr", "fr": "en"}[to]
        right = next(entry["term"][to] for entry in TERMS.values() if entry["term"][other] == term)
        chosen = [at for at, text in enumerate(choices, 1) if (text == right) != (wrong_first and not seen)]
        seen.append(seen_now)
        page.keyboard.press(str(chosen[0]))
        page.keyboard.press("Enter")
    return seen


def test_rounds_by_keyboard(site: Path, chromium) -> None:
    """Ten terms, a missed one comes back; false friends offer the tempting word and say why; nothing is kept."""
    context = chromium.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto((site / "fr" / "book" / "term_trainer.html").as_uri())
    page.evaluate("localStorage.clear()")

    page.focus(".qc-trainer .qc-button")
    page.keyboard.press("Enter")
    seen = play(page, wrong_first=True)
    assert 11 == len(seen) and seen[0][0] == seen[-1][0] and 10 == len({term for term, _, _ in seen})
    assert all(4 == len(set(choices)) and "fr" == to for _, choices, to in seen)
    assert "Du premier coup : 9 sur 10." == page.inner_text(".qc-recall-desk .qc-said").replace("\u00a0", " ")
    assert seen[0][0] in page.inner_text(".qc-recall-desk ul")

    page.focus(".qc-trainer input[value='en-fr']")
    page.keyboard.press("ArrowDown")
    page.focus(".qc-trainer .qc-button")
    page.keyboard.press("Enter")
    assert "en" == ask(page)[2]
    page.click(".qc-button-quiet")
    assert "0 sur 0" in page.inner_text(".qc-recall-desk .qc-said")

    page.check(".qc-trainer input[value='friends']")
    page.click(".qc-trainer .qc-button")
    term, choices, to = ask(page)
    friend = next(
        entry["false_friend"]
        for entry in TERMS.values()
        if to in entry.get("false_friend", {}).get("wrong", {})
        and entry["false_friend"]["wrong"][to] in choices
    )
    page.keyboard.press(str(choices.index(friend["wrong"][to]) + 1))
    assert friend["why"]["fr"] in page.inner_text(".qc-trainer [role=status]")
    assert "Suivant" == page.evaluate("document.activeElement.textContent")

    friends = sum("false_friend" in entry for entry in TERMS.values())
    assert friends == page.locator("main tbody tr").count()
    assert [] == faults and 0 == page.evaluate("localStorage.length")
    context.close()

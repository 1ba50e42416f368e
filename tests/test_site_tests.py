"""The tests in a browser: taken by keyboard in both languages, the same numbers as in Python, a file that Python reads."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from qcourse import record
from qcourse.items import measures, people
from qcourse.items.measures import Answer

from .test_items import TESTS, result

pytestmark = pytest.mark.browser

CASES = [
    [Answer(True, 100)],
    [Answer(False, 100), Answer(True, 25)],
    [
        Answer(place % 3 == 0, chance)
        for place, chance in enumerate((25, 35, 40, 55, 60, 75, 80, 95, 100, 50, 65, 30))
    ],
]
GAINS = [(4, 8, 12), (12, 9, 12), (4, 2, 12), (0, 6, 6), (6, 6, 6)]


def take(page: Any, form: str, right: set[int], presses: int) -> None:
    """Answer every shown item by keyboard: the choice with Space, the chance with arrows."""
    for place, one in enumerate(TESTS.asked(form)):
        choice = one.right(form) if place in right else (one.right(form) + 1) % 4
        page.focus(f'[data-item="{one.id}"] input[value="{choice}"]')
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        for _ in range(presses):
            page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_before_and_after_by_keyboard(language: str, site: Path, chromium: Any, tmp_path: Path) -> None:
    """What is missing is named; result, curve, gain and reasons come; the file is read by the package."""
    context = chromium.new_context(accept_downloads=True, locale="fr-CA")
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto((site / language / "book" / "pretest.html").as_uri() + "#short")
    page.click(".qc-test > .qc-buttons button")
    missing = page.inner_text(".qc-said.is-trouble")
    take(page, "a_short", {0, 1}, 4)

    assert missing.count("(") == 12
    assert 6 == page.locator(".qc-test-item:visible").count()
    assert "test-result" in page.evaluate("document.activeElement.parentElement.className")
    assert "80" in page.inner_text(".qc-test-result") and "33" in page.inner_text(".qc-test-result")
    assert 1 == page.locator(".qc-test-curve circle").count()
    assert page.get_attribute(".qc-test-curve svg", "aria-label")
    with page.expect_download() as caught:
        page.click(".qc-test-result .qc-buttons button")
    caught.value.save_as(tmp_path / "saved.json")
    found, said = people.gather([tmp_path / "saved.json"], TESTS)

    assert ([], 2, {80}) == (
        said,
        found[0]["a_short"].score,
        {one.chance for one in found[0]["a_short"].answers.values()},
    )

    page.goto((site / language / "book" / "posttest.html").as_uri() + "#short")
    page.evaluate("(test) => window.qcourseRecord.addTest(test)", result("a_short", {0, 1}))
    take(page, "b_short", {0, 1, 2, 3}, 4)
    gained = page.inner_text(".qc-test-gain")
    page.click(".qc-test-reasons summary")
    both = page.evaluate(
        "([cases, gains]) => { const t = window.qcourseTest; return [cases.map((c) => [t.brier(c), t.calibration(c), t.luck(c.length)]), gains.map((g) => t.gain(...g))]; }",
        [[[dataclasses.asdict(one) for one in case] for case in CASES], GAINS],
    )

    assert ("0.50" if language == "en" else "0,50") in gained
    assert 6 == page.locator(".qc-test-reasons li:visible").count()
    for case, (brier, groups, luck) in zip(CASES, both[0], strict=True):
        assert (pytest.approx(measures.brier(case)), pytest.approx(measures.luck(len(case)))) == (brier, luck)
        assert [dataclasses.asdict(group) for group in measures.calibration(case)] == [
            pytest.approx(group) for group in groups
        ]
    assert [measures.gain(*numbers) for numbers in GAINS] == both[1]
    page.emulate_media(media="print")
    assert page.locator(".qc-test-item .qc-paper:visible").count() == 6
    assert not page.locator(".qc-sure").first.is_visible()
    kept = page.evaluate("window.qcourseRecord.get()")
    assert ["a_short", "b_short"] == [test["form"] for test in kept["tests"]][-2:]
    assert record.write(kept)
    context.close()
    assert [] == faults

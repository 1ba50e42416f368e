"""The reader's record in a browser: answers are kept, cards come back, files go out and in, nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qcourse import record
from qcourse.record import attestation, course

from .test_record import FAULTS, finished

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[1]
LESSONS = course.lessons(ROOT)
QUBITS = next(lesson for lesson in LESSONS if lesson.name == "qubits")
GET = "window.qcourseRecord.get()"


@pytest.fixture
def reader(site: Path, chromium) -> Iterator[Any]:
    """A new reader: a page of the site on disk, and ``open(name)`` to go to another."""
    context = chromium.new_context(accept_downloads=True, locale="fr-CA", timezone_id="America/Toronto")
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.open = lambda name: page.goto((site / f"{name}.html").as_uri())
    yield page
    context.close()
    assert [] == faults


def bring(page: Any, text: str, name: str = "mine.json") -> str:
    """Bring a file in on the page "My progress"; what is said then."""
    page.evaluate("document.querySelector('.qc-mine .qc-said').textContent = ''")
    page.set_input_files(
        ".qc-bring input", {"name": name, "mimeType": "application/json", "buffer": text.encode()}
    )
    page.wait_for_function("document.querySelector('.qc-mine .qc-said').textContent")
    return page.inner_text('.qc-mine[data-part="file"] .qc-said')


def press(page: Any, label: str) -> None:
    """Go on with Tab to the button called ``label``, past links, and press it."""
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == label:
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"Tab does not reach {label!r}")


def test_an_answered_lesson_counts_as_read(reader: Any) -> None:
    """Each answer is kept with its first and last choice; the last question makes the lesson read, on every list."""
    reader.open(f"fr/{QUBITS.page}")
    for question in reader.locator(".qc-question").all():
        assert not reader.is_checked(".qc-read input")
        question.locator("label").nth(0).click()
        question.locator("label").nth(2).click()
    kept = reader.evaluate(GET)
    reader.open("fr/book/index")
    cover = reader.inner_text('.qc-module[data-module="quantum_basics"] .qc-done')
    reader.open("fr/modules/quantum_basics/index")

    assert [f"qubits/{name}" for name in QUBITS.questions] == list(kept["questions"])
    assert {(0, 2, 2)} == {
        (entry["first"]["choice"], entry["last"]["choice"], entry["times"])
        for entry in kept["questions"].values()
    }
    assert (True, "questions") == (kept["lessons"]["qubits"]["read"], kept["lessons"]["qubits"]["by"])
    assert cover.startswith("Leçons lues\u00a0: 1 sur")
    assert "Lue" == reader.inner_text('.qc-lesson-card[data-lesson="qubits"] .qc-done')


def test_both_sides_agree_on_form_and_checksum(reader: Any, tmp_path: Path) -> None:
    """Script and package write the same canonical form and checksum, and read each other's files; faults have one name."""
    reader.open("fr/book/my_progress")
    awkward = [
        finished("Zoë d’Été-Ñandú 😀\u0007\u2028"),
        {
            **record.empty(),
            "tests": [
                {
                    "form": "é",
                    "date": "2026-11-20T08:00:00Z",
                    "items": [
                        0.1,
                        1e-7,
                        1e21,
                        -0.0,
                        7.0,
                        5e-324,
                        2**53,
                        None,
                        {"\U0001f600": 1, "\ufb33": 2, "": '\\"/'},
                    ],
                }
            ],
        },
        record.empty(),
    ]
    for data in awkward:
        text = record.write(data)
        there = reader.evaluate(
            "(text) => { const data = JSON.parse(text); return [window.qcourseRecord.canonical(data), window.qcourseRecord.checksum(data), window.qcourseRecord.read(text, '').fault || null]; }",
            text,
        )
        whole = json.loads(text)

        assert [record.canonical(whole), whole["checksum"], None] == there
    for kind, texts in FAULTS.items():
        assert {kind} == set(
            reader.evaluate("(texts) => texts.map((text) => window.qcourseRecord.read(text, '').kind)", texts)
        )
    own, other = (
        record.write(finished()),
        record.write({**finished(), "tests": [{"form": "a", "date": "2026-11-20T08:00:00Z", "items": []}]}),
    )
    merged = reader.evaluate(
        "(two) => window.qcourseRecord.merge(JSON.parse(two[0]), JSON.parse(two[1]))", [own, other]
    )

    assert [*record.merge(json.loads(own), json.loads(other))] == [merged["record"], merged["taken"]]


def test_a_file_goes_out_and_in_and_a_bad_one_changes_nothing(reader: Any, tmp_path: Path) -> None:
    """Brought in, merged and said; refused with a reason; saved so that the package reads it; erased after a question."""
    reader.open("fr/book/my_progress")
    assert "Rien n’est encore conservé" in reader.inner_text('.qc-mine[data-part="overview"]')
    said = bring(reader, record.write(finished()))
    before = reader.evaluate(GET)
    refusals = {kind: bring(reader, FAULTS[kind][0], "autre.json") for kind in FAULTS}
    with reader.expect_download() as caught:
        reader.click("text=Enregistrer dans un fichier")
    caught.value.save_as(tmp_path / "saved.json")

    assert "mine.json" in said and f"leçons {len(finished()['lessons'])}" in said
    assert before == reader.evaluate(GET)
    assert len(FAULTS) == len(set(refusals.values())) and all(
        "autre.json" in text and "Rien n’a changé" in text for text in refusals.values()
    )
    assert before == {
        key: part
        for key, part in record.read((tmp_path / "saved.json").read_bytes(), "saved").items()
        if key not in ("written", "language", "checksum")
    }
    reader.click("text=Tout effacer")
    reader.keyboard.press("Escape")
    assert before == reader.evaluate(GET)
    reader.click("text=Tout effacer")
    reader.click("text=Oui, effacer")
    assert record.empty() == reader.evaluate(GET)


def test_what_cannot_be_read_is_never_written_over(reader: Any) -> None:
    """A damaged or newer memory stays as it is, and the page says so."""
    reader.open("en/book/my_progress")
    for kept, word in (("{torn", "can’t be read"), ('{"format":"qcourse-record","version":7}', "newer copy")):
        reader.evaluate("(text) => localStorage.setItem('qcourse-record', text)", kept)
        reader.reload()
        said = bring(reader, record.write(finished()))

        assert word in reader.inner_text(".qc-trouble")
        assert (kept, "This could not be kept: the browser refused. Nothing has changed.") == (
            reader.evaluate("localStorage.getItem('qcourse-record')"),
            said,
        )


def test_an_attestation_is_made_when_its_conditions_hold(reader: Any, tmp_path: Path) -> None:
    """Not before; then with the typed name, and a code that the package finds in the file saved with it; printed alone."""
    reader.open("en/book/my_progress")
    place = reader.locator('.qc-mine[data-part="attestation"]')
    assert 0 == place.locator("input").count()
    bring(reader, record.write(finished()))
    reader.fill("#qc-name", "  Hélène\u00a0 Œuvrard ")
    reader.keyboard.press("Enter")
    with reader.expect_download() as caught:
        reader.click("button:has-text('Save its file')")
    caught.value.save_as(tmp_path / "saved.json")
    saved = record.read((tmp_path / "saved.json").read_bytes(), "saved.json")
    typed = reader.inner_text(".qc-attestation code")
    reader.evaluate("window.print = () => {}")
    reader.click(".qc-mine button:has-text('Print')")
    reader.emulate_media(media="print")

    assert ("Hélène Œuvrard", True, True) == (
        saved["attestation"]["name"],
        attestation.same_code(saved, typed),
        attestation.report(saved, ROOT, typed)[0],
    )
    assert (True, False) == (
        reader.locator("body > .qc-attestation").is_visible(),
        reader.locator("h1").is_visible(),
    )
    reader.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert 1 == reader.locator(".qc-attestation").count() and reader.locator("h1").is_visible()


def test_cards_are_reviewed_by_keyboard(reader: Any) -> None:
    """A known card waits longer, an unknown one comes back at once and tomorrow; due cards come first, and only those asked for."""
    reader.open("en/book/recall")
    first, second, third = (f"{LESSONS[0].name}/{card}" for card in LESSONS[0].cards[:3])
    reader.evaluate(
        "(key) => window.qcourseRecord.update((record) => { record.cards[key] = { box: 2, due: '2026-01-01', at: '2026-01-01T00:00:00Z' }; })",
        third,
    )
    reader.select_option("#recall-module", LESSONS[0].module)
    reader.focus(".qc-recall-choose button")
    reader.keyboard.press("Enter")
    for verdict in ("I knew it", "Not yet", "I knew it"):
        press(reader, "Turn the card")
        assert "qc-recall-back" == reader.evaluate("document.activeElement.className")
        press(reader, verdict)
        assert "recall-place" == reader.evaluate("document.activeElement.id")
    cards = reader.evaluate(GET)["cards"]
    reader.click("text=Stop here")

    assert {third: 3, first: 1, second: 1} == {key: card["box"] for key, card in cards.items()}
    assert cards[first]["due"] == cards[second]["due"] < cards[third]["due"]
    assert "2 known, 1 to see again tomorrow" in reader.inner_text(".qc-recall-desk")
    reader.check(".qc-recall-read input")
    assert "No card matches" in reader.inner_text(".qc-recall-choose [role=status]")
    assert sum(len(lesson.cards) for lesson in LESSONS) == reader.locator(".qc-recall-all .qc-card").count()

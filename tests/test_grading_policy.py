"""Late work, extensions, attempts and marks by hand are a pure function of dates and two files."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from qcourse.errors import UsageError
from qcourse.grading.policy import ByHand, Late, Policy, decide, load_by_hand, load_policy

DUE = Policy(
    due={"default": datetime(2026, 10, 1, 23, 59)},
    late=Late(percent_per_day=10, grace_hours=1, floor_percent=50, closed_after_days=14),
)


@pytest.mark.parametrize(
    ("when", "points"),
    [
        (None, 8.0),
        ("2026-10-01T23:59:00", 8.0),
        ("2026-10-02T00:30:00", 8.0),
        ("2026-10-02T01:30:00", 7.2),
        ("2026-10-03T01:30:00", 6.4),
        ("2026-10-09T12:00:00", 4.0),
        ("2026-10-16T12:00:00", 0.0),
        ("not a date", 8.0),
    ],
)
def test_late_work_loses_a_share_for_each_day_begun(when: str | None, points: float) -> None:
    """Within the grace nothing; then 10 % a day, never below half, nothing after two weeks; no date is never late."""
    assert points == decide("a", "pair", [(when, 8.0)], DUE).points


def test_extension_moves_the_due_date_and_is_said() -> None:
    """An extension for the learner makes the same attempt timely."""
    extension = ByHand(
        "extension", "a", "*", "C. Roy", "mission", "2026-09-20", until=datetime(2026, 10, 10, 23, 59)
    )
    decision = decide("a", "pair", [("2026-10-09T12:00:00", 8.0)], DUE, [extension])

    assert (8.0, True) == (decision.points, "C. Roy" in decision.notes[0]["fr"])
    assert 4.0 == decide("b", "pair", [("2026-10-09T12:00:00", 8.0)], DUE, [extension]).points


@pytest.mark.parametrize(("attempt", "counted", "points"), [("last", 1, 5.0), ("best", 0, 9.0)])
def test_last_or_best_attempt_counts(attempt: str, counted: int, points: float) -> None:
    """The policy says which attempt counts."""
    decision = decide("a", "pair", [("2026-09-01", 9.0), ("2026-09-02", 5.0)], Policy(attempt=attempt))

    assert (counted, points) == (decision.counted, decision.points)


def test_best_attempt_is_chosen_after_lateness() -> None:
    """A late better answer may be worth less than an earlier one."""
    decision = decide(
        "a", "pair", [("2026-09-30", 6.0), ("2026-10-09T12:00:00", 10.0)], Policy("best", DUE.due, DUE.late)
    )

    assert (0, 6.0) == (decision.counted, decision.points)


def test_mark_by_hand_replaces_and_rubric_adds() -> None:
    """Rubric points add to points and maximum; a mark set by hand wins over everything."""
    rubric = ByHand("rubric", "a", "briefing_note", "C. Roy", "clear", "2026-10-05", points=4, out_of=5)
    mark = ByHand("mark", "a", "briefing_note", "C. Roy", "agreed", "2026-10-06", points=9.5)

    assert (10.0, 5.0) == (
        decide("a", "briefing_note", [(None, 6.0)], Policy(), [rubric]).points,
        decide("a", "briefing_note", [(None, 6.0)], Policy(), [rubric]).added_maximum,
    )
    assert 9.5 == decide("a", "briefing_note", [(None, 6.0)], Policy(), [rubric, mark]).points


def test_mark_by_hand_counts_without_any_attempt() -> None:
    """A person may give a mark where nothing was handed in."""
    assert (
        3.0
        == decide(
            "a", "pair", [], Policy(), [ByHand("mark", "a", "pair", "C. Roy", "oral", "2026-10-06", points=3)]
        ).points
    )


def test_files_are_read(tmp_path: Path) -> None:
    """Both files, with dates as TOML writes them."""
    (tmp_path / "policy.toml").write_text(
        'attempt = "best"\n[due]\ndefault = 2026-10-01\npair = 2026-10-05T12:00:00\n[late]\npercent_per_day = 5\n'
    )
    (tmp_path / "overrides.toml").write_text(
        '[[mark]]\nlearner = "a"\nexercise = "pair"\npoints = 7\nwho = "C. Roy"\nwhy = "oral"\nwhen = "2026-10-06"\n'
    )
    policy = load_policy(tmp_path / "policy.toml")

    assert (datetime(2026, 10, 1, 23, 59, 59), 5.0, "best") == (
        policy.due["default"],
        policy.late.percent_per_day,
        policy.attempt,
    )
    assert 7.0 == load_by_hand(tmp_path / "overrides.toml")[0].points


@pytest.mark.parametrize(
    "text", ['atempt = "best"', 'attempt = "first"', "[late]\npercent = 3", "[[[", "[due]\ndefault = 'soon'"]
)
def test_a_policy_that_cannot_be_used_is_refused(tmp_path: Path, text: str) -> None:
    """Unknown keys and values are named."""
    (tmp_path / "policy.toml").write_text(text)

    with pytest.raises(UsageError, match=r"policy\.toml"):
        load_policy(tmp_path / "policy.toml")


@pytest.mark.parametrize("missing", ["learner", "exercise", "points", "who", "why", "when"])
def test_a_mark_by_hand_says_who_why_and_when(tmp_path: Path, missing: str) -> None:
    """Every key of a mark is required."""
    entry = {"learner": '"a"', "exercise": '"pair"', "points": "7", "who": '"b"', "why": '"c"', "when": '"d"'}
    del entry[missing]
    (tmp_path / "overrides.toml").write_text(
        "[[mark]]\n" + "".join(f"{key} = {value}\n" for key, value in entry.items())
    )

    with pytest.raises(UsageError, match=missing):
        load_by_hand(tmp_path / "overrides.toml")

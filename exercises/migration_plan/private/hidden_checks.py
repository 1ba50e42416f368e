"""Checks of migration_plan that run on submission."""

from datetime import date, timedelta

from qcourse.checks import Finding, is_equal, keeps_arguments, require, say

ROWS = {
    "canada": [
        ("2026-04-30", "migration plans"),
        ("2031-12-31", "high-priority systems migrated"),
        ("2035-12-31", "the other systems migrated"),
    ],
    "us": [
        ("2027-01-01", "new acquisitions comply with CNSA 2.0"),
        ("2030-12-31", "post-quantum key establishment"),
        ("2031-12-31", "post-quantum signatures"),
        ("2033-12-31", "systems and applications moved"),
        ("2035-12-31", "everything moved"),
    ],
    "uk": [
        ("2028-12-31", "discovery and a plan"),
        ("2031-12-31", "priority migration done"),
        ("2035-12-31", "migration completed"),
    ],
    "eu": [
        ("2026-12-31", "national plans"),
        ("2030-12-31", "high-risk uses migrated"),
        ("2035-12-31", "medium-risk uses migrated"),
    ],
    "australia": [("2030-12-31", "RSA, ECDH, ECDSA and SHA-256 no longer approved")],
}
"""The milestones that can come next, in the order of their days."""


def best_loss(systems, per_year, start):
    """The least total weight that has to be late, deadline by deadline."""
    best = {0: 0}
    for one in sorted(systems, key=lambda one: one["deadline"]):
        room = per_year * (one["deadline"] - start + 1)
        for count in sorted(best, reverse=True):
            if count < room:
                best[count + 1] = max(best.get(count + 1, 0), best[count] + one["weight"])
    return sum(one["weight"] for one in systems) - max(best.values())


def is_best(answer, systems, per_year, start):
    """Fail unless the years are filled and the late weight is the least, the late ones last."""
    seen = answer.schedule(systems, per_year, start)
    call = f"schedule([{len(systems)}], {per_year}, {start}): {[tuple(one.values()) for one in systems[:6]]}"
    if not isinstance(seen, dict):
        require(is_equal(seen, {}).on(call))
    require(is_equal(set(seen), {one["name"] for one in systems}).on(call))
    require(
        is_equal(
            [seen[name] for name in sorted(seen, key=seen.get)],
            [start + place // per_year for place in range(len(systems))],
        ).on(call)
    )
    late = [one for one in systems if seen[one["name"]] > one["deadline"]]
    total, least = sum(one["weight"] for one in late), best_loss(systems, per_year, start)
    expected = say(
        f"late weight {least}, the late ones last", f"poids en retard {least}, les retards en dernier"
    )
    found = say(f"late weight {total}", f"poids en retard {total}")
    require(Finding(total == least, expected, found).on(call))
    if late:
        last = max((seen[one["name"]] for one in systems if one not in late), default=start)
        first = min(seen[one["name"]] for one in late)
        found = say(f"a late one in {first}", f"un retard en {first}")
        require(Finding(first >= last, expected, found).on(call))


def test_many(answer):
    for count, per_year in [(6, 1), (9, 2), (14, 3), (24, 2), (40, 3)]:
        for _ in range(4):
            is_best(answer, drawn(answer.random, count, per_year, 2027), per_year, 2027)


def test_edges(answer):
    for systems, per_year, start in [
        ([], 2, 2027),
        ([one("only", 2026, 5)], 3, 2027),
        ([one("only", 2027, 5)], 3, 2027),
        ([one("a", 2090, 1), one("b", 2090, 2), one("c", 2091, 3)], 1, 2090),
        ([one("a", 2029, 1), one("b", 2029, 1), one("c", 2029, 1)], 1, 2027),
        ([one("late", 2025, 0.5), one("b", 2028, 0.25), one("c", 2027, 0.75), one("d", 2027, 0.5)], 1, 2027),
    ]:
        is_best(answer, systems, per_year, start)
    require(
        keeps_arguments(answer.schedule, [one("b", 2028, 1), one("a", 2027, 2), one("c", 2026, 1)], 1, 2027)
    )


def test_same_day(answer):
    # Each row of the table, from the day before it and from the day itself.
    for country, rows in ROWS.items():
        days = [*(before(day) for day, _ in rows), *(day for day, _ in rows), "2020-01-01"]
        for today in days:
            ahead = [row for row in rows if row[0] > today]
            expected = (ahead[0][1], int(ahead[0][0][:4])) if ahead else None
            require(
                is_equal(answer.next_deadline(country, today), expected).on(
                    f"next_deadline({country!r}, {today!r})"
                )
            )


def before(day):
    """The day before a day of the table."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def one(name, deadline, weight):
    return {"name": name, "deadline": deadline, "weight": weight}


def drawn(random, count, per_year, start):
    """Systems whose deadlines are too close for all to be met."""
    span = max(2, count // per_year)
    return [
        one(f"system {place:02}", int(random.integers(start - 1, start + span)), int(random.integers(1, 30)))
        for place in range(count)
    ]

"""Checks of migration_plan that a learner may see."""

from qcourse.checks import Finding, is_equal, refuses, require, say

EARLIER = say(
    "A system that misses its deadline stands before one that meets it.",
    "Un système qui manque son échéance passe avant un système qui respecte la sienne.",
)


def system(name, deadline, weight):
    """One system to migrate."""
    return {"name": name, "deadline": deadline, "weight": weight}


def least_late(systems, per_year, start):
    """The least total weight that has to be late."""
    best = {0: 0}
    for one in sorted(systems, key=lambda one: one["deadline"]):
        room = per_year * (one["deadline"] - start + 1)
        for count in sorted(best, reverse=True):
            if count < room:
                best[count + 1] = max(best.get(count + 1, 0), best[count] + one["weight"])
    return sum(one["weight"] for one in systems) - max(best.values())


def planned(answer, systems, per_year, start):
    """Fail unless the schedule is complete, filled from the first year on, and as good as can be."""
    listed = ", ".join(f"{one['name']} {one['deadline']} ({one['weight']})" for one in systems[:12])
    call = f"schedule([{listed}{', …' if systems[12:] else ''}], {per_year}, {start})"
    seen = answer.schedule(systems, per_year, start)
    if not isinstance(seen, dict):
        require(is_equal(seen, {}).on(call))
    require(is_equal(set(seen), {one["name"] for one in systems}).on(call))
    for year in seen.values():
        if isinstance(year, bool) or not isinstance(year, int):
            require(is_equal(year, start).on(call))
    years = [start + place // per_year for place in range(len(systems))]
    require(is_equal(sorted(seen.values()), years).on(call))

    late = [one for one in systems if seen[one["name"]] > one["deadline"]]
    total, least = sum(one["weight"] for one in late), least_late(systems, per_year, start)
    names = ", ".join(one["name"] for one in late[:12])
    expected = say(f"late systems of total weight {least}", f"des systèmes en retard de poids total {least}")
    found = say(f"total weight {total}: {names}", f"poids total {total}\u00a0: {names}")
    require(Finding(total == least, expected, found).on(call))
    if late:
        first = min(seen[one["name"]] for one in late)
        kept = [seen[one["name"]] for one in systems if one not in late]
        order = say("the late systems last", "les systèmes en retard en dernier")
        shown = say(f"a late one in {first}", f"un système en retard en {first}")
        require(Finding(first >= max(kept, default=first), order, shown, EARLIER).on(call))


def test_deadlines(answer):
    for systems, per_year, start in [
        ([system("mail", 2028, 3), system("archive", 2027, 1)], 1, 2027),
        ([system("a", 2029, 9), system("b", 2028, 5), system("c", 2027, 1)], 1, 2027),
        ([system("a", 2030, 9), system("b", 2027, 1), system("c", 2027, 1), system("d", 2028, 2)], 2, 2027),
    ]:
        planned(answer, systems, per_year, start)


def test_late(answer):
    for systems, per_year, start in [
        ([system("light", 2027, 1), system("heavy", 2027, 4)], 1, 2027),
        ([system("a", 2027, 2), system("b", 2028, 3), system("c", 2028, 4)], 1, 2027),
        ([system("old", 2020, 9), system("b", 2027, 1), system("c", 2028, 1)], 1, 2027),
        ([system("a", 2027, 1), system("b", 2027, 2), system("c", 2027, 3), system("d", 2028, 1)], 2, 2027),
    ]:
        planned(answer, systems, per_year, start)


def test_next(answer):
    for country, today, expected in [
        ("canada", "2026-11-22", ("high-priority systems migrated", 2031)),
        ("us", "2026-11-22", ("new acquisitions comply with CNSA 2.0", 2027)),
        ("uk", "2029-06-01", ("priority migration done", 2031)),
        ("eu", "2026-11-22", ("national plans", 2026)),
        ("australia", "2031-01-01", None),
    ]:
        require(
            is_equal(answer.next_deadline(country, today), expected).on(
                f"next_deadline({country!r}, {today!r})"
            )
        )


def test_country(answer):
    for country in ("quebec", "Canada", ""):
        require(refuses(answer.next_deadline, country, "2026-11-22"))

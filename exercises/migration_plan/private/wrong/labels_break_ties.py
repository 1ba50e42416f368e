# fails: same_day
# Dated milestones (day, label), text by text and so not in the order of the days. A month or a year alone stands for
# its last day. Each comment names the fact of the course's register.
MILESTONES = {
    "canada": [
        ("2026-04-30", "migration plans"),  # pqc-roadmap-2025 plans: 2026-04
        ("2031-12-31", "high-priority systems migrated"),  # pqc-roadmap-2025 priority: 2031
        ("2035-12-31", "the other systems migrated"),  # pqc-roadmap-2025 rest: 2035
    ],
    "us": [
        ("2030-12-31", "post-quantum key establishment"),  # eo14412-deadlines
        ("2031-12-31", "post-quantum signatures"),  # eo14412-deadlines
        ("2030-12-31", "a procurement rule binds suppliers"),  # eo14412-contractors
        ("2027-01-01", "new acquisitions comply with CNSA 2.0"),  # cnsa2-2027: 2027-01-01
        ("2030-12-31", "equipment without CNSA 2.0 phased out"),  # cnsa2-2030-2033-2035
        ("2033-12-31", "systems and applications moved"),  # cnsa2-2030-2033-2035
        ("2035-12-31", "everything moved"),  # cnsa2-2030-2033-2035
    ],
    "uk": [
        ("2028-12-31", "discovery and a plan"),  # uk-2028-2031-2035 plan: 2028
        ("2031-12-31", "priority migration done"),  # uk-2028-2031-2035 priority: 2031
        ("2035-12-31", "migration completed"),  # uk-2028-2031-2035 complete: 2035
    ],
    "eu": [
        ("2026-12-31", "national plans"),  # eu-roadmap-2026-2030-2035 plans: 2026
        ("2030-12-31", "high-risk uses migrated"),  # eu-roadmap-2026-2030-2035 high_risk: 2030
        ("2035-12-31", "medium-risk uses migrated"),  # eu-roadmap-2026-2030-2035 medium_risk: 2035
    ],
    "australia": [
        ("2030-12-31", "RSA, ECDH, ECDSA and SHA-256 no longer approved"),  # australia-2030: 2030
    ],
}


def schedule(systems: list[dict], per_year: int, start: int) -> dict[str, int]:
    def by_deadline(some: list[dict]) -> list[dict]:
        return sorted(some, key=lambda one: one["deadline"])

    def in_time(some: list[dict]) -> bool:
        # If any order meets all deadlines, the order of the deadlines does.
        return all(
            start + place // per_year <= one["deadline"] for place, one in enumerate(by_deadline(some))
        )

    kept = []
    for system in sorted(systems, key=lambda one: one["weight"], reverse=True):
        if in_time([*kept, system]):
            kept.append(system)
    late = [system for system in systems if system not in kept]
    return {one["name"]: start + place // per_year for place, one in enumerate([*by_deadline(kept), *late])}


def next_deadline(country: str, today: str) -> tuple[str, int] | None:
    if country not in MILESTONES:
        raise ValueError("no table for this country")
    ahead = [milestone for milestone in MILESTONES[country] if milestone[0] > today]
    if not ahead:
        return None
    day, label = min(ahead)
    return label, int(day[:4])

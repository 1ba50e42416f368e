# fails: verdict, edge
def margin(years_secret: float, years_to_migrate: float, years_to_threat: float) -> float:
    return years_to_threat - (years_secret + years_to_migrate)


def verdict(
    years_secret: float, years_to_migrate: float, earliest_threat: float, latest_threat: float
) -> str:
    if min(years_secret, years_to_migrate, earliest_threat, latest_threat) <= 0:
        raise ValueError("a duration can't be negative")
    if earliest_threat > latest_threat:
        raise ValueError("the range of threat dates ends before it begins")
    # The latest date first: if even the kindest date is too early, no other date helps.
    if margin(years_secret, years_to_migrate, latest_threat) < 0:
        return "late"
    if margin(years_secret, years_to_migrate, earliest_threat) >= 0:
        return "safe"
    return "at_risk"


def rank(files: list[dict]) -> list[str]:
    def urgency(file: dict) -> tuple[float, str]:
        return margin(file["years_secret"], file["years_to_migrate"], file["earliest_threat"]), file["name"]

    return [file["name"] for file in sorted(files, key=urgency)]

def margin(years_secret: float, years_to_migrate: float, years_to_threat: float) -> float:
    raise NotImplementedError("YOUR ANSWER HERE")


def verdict(
    years_secret: float, years_to_migrate: float, earliest_threat: float, latest_threat: float
) -> str:
    raise NotImplementedError("YOUR ANSWER HERE")


def rank(files: list[dict]) -> list[str]:
    raise NotImplementedError("YOUR ANSWER HERE")

def per_year(amount: float, years: float) -> float:
    raise NotImplementedError("YOUR ANSWER HERE")


def provincial_share(provincial: float, total: float) -> float:
    raise NotImplementedError("YOUR ANSWER HERE")


def leverage(provincial: float, total: float) -> float:
    raise NotImplementedError("YOUR ANSWER HERE")


def comparable(a: dict, b: dict) -> list[str]:
    raise NotImplementedError("YOUR ANSWER HERE")

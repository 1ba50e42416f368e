AIMS = ("talent_and_funding", "bilateral_research", "influence")


def tag() -> dict[str, set[str]]:
    raise NotImplementedError("YOUR ANSWER HERE")


def shares(tags: dict[str, set[str]]) -> dict[str, float]:
    raise NotImplementedError("YOUR ANSWER HERE")

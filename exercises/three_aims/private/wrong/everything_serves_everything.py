# fails: reading
AIMS = ("talent_and_funding", "bilateral_research", "influence")


def tag() -> dict[str, set[str]]:
    return {f"m{number:02}": set(AIMS) for number in range(1, 13)}


def shares(tags: dict[str, set[str]]) -> dict[str, float]:
    total = sum(len(aims) for aims in tags.values())
    if total == 0:
        return dict.fromkeys(AIMS, 0.0)
    return {aim: sum(aim in aims for aims in tags.values()) / total for aim in AIMS}

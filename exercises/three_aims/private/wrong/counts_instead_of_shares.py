# fails: shares, absent
AIMS = ("talent_and_funding", "bilateral_research", "influence")


def tag() -> dict[str, set[str]]:
    return {
        "m01": {"talent_and_funding"},
        "m02": {"talent_and_funding"},
        "m03": {"talent_and_funding"},
        "m04": {"talent_and_funding", "bilateral_research"},
        "m05": {"bilateral_research"},
        "m06": {"bilateral_research"},
        "m07": {"bilateral_research"},
        "m08": {"talent_and_funding"},
        "m09": {"talent_and_funding", "influence"},
        "m10": {"influence"},
        "m11": {"influence"},
        "m12": {"bilateral_research", "influence"},
    }


def shares(tags: dict[str, set[str]]) -> dict[str, float]:
    total = sum(len(aims) for aims in tags.values())
    if total == 0:
        return dict.fromkeys(AIMS, 0.0)
    return {aim: sum(aim in aims for aims in tags.values()) for aim in AIMS}

# fails: seed


def noisy_counts(p: float, shots: int, seed: int) -> dict[str, int]:
    wrong = round(shots * p / 4)
    right = round(shots * (0.5 - p / 4))
    counts = {"01": wrong, "10": wrong, "11": right}
    counts["00"] = shots - sum(counts.values())
    return counts


def error_share(counts: dict[str, int]) -> float:
    total = sum(counts.values())
    if not total:
        raise ValueError("no counts")
    return (counts.get("01", 0) + counts.get("10", 0)) / total


def noise_from_share(share: float) -> float:
    return min(1.0, 2 * share)

"""Checks of noisy_bell that run on submission only.

Counts are held against exact binomial bounds: an honest answer fails a check with a chance below 1e-9.
"""

from qcourse.checks import are_counts, counts_fit, is_number, keeps_arguments, refuses, require

MANY = 100_000
"""Shots enough to tell a chance of error from a chance of scrambling."""


def chances(p):
    """The exact chances of the four results."""
    return {"00": 0.5 - p / 4, "01": p / 4, "10": p / 4, "11": 0.5 - p / 4}


def test_many_shots(answer):
    drawn = round(float(answer.random.uniform(0.05, 0.95)), 3)
    for p, shots in ((1.0, MANY), (0.5, 20000), (0.0, 1000), (1.0, 1), (drawn, 20000)):
        seed = int(answer.random.integers(1, 2**31))
        counts = answer.noisy_counts(p, shots, seed)
        call = f"noisy_counts({p}, {shots}, {seed})"
        require(are_counts(counts, shots, 2).on(call), counts_fit(counts, chances(p)).on(call))


def test_rare_counts(answer):
    for counts, share in (
        ({"01": 8}, 1.0),
        ({"10": 8, "01": 0}, 1.0),
        ({"11": 3}, 0.0),
        ({"00": 0, "10": 1, "11": 3}, 0.25),
        ({"01": 1, "11": 1, "00": 6}, 0.125),
    ):
        require(is_number(answer.error_share(counts), share).on(f"error_share({counts})"))
    require(keeps_arguments(answer.error_share, {"00": 3}))
    require(refuses(answer.error_share, {"00": 0}), refuses(answer.error_share, {"01": 0, "11": 0}))


def test_at_most_one(answer):
    drawn = [round(float(share), 3) for share in answer.random.uniform(0.01, 0.99, 4)]
    for share in (0.0, 0.5, 0.75, 1.0, 0, 1, *drawn):
        require(
            is_number(answer.noise_from_share(share), min(1.0, 2 * share)).on(f"noise_from_share({share})")
        )

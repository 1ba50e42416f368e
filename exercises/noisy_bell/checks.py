"""Checks of noisy_bell that a learner may see.

Counts are drawn, so they are held against exact binomial bounds: an honest answer fails a check with a chance below 1e-9.
"""

from qcourse.checks import (
    are_counts,
    are_drawn_anew,
    counts_fit,
    is_equal,
    is_number,
    refuses,
    require,
    seeds_needed,
)


def chances(p):
    """The exact chances: with p the pair is random, and then all four results are equally likely."""
    return {"00": 0.5 - p / 4, "01": p / 4, "10": p / 4, "11": 0.5 - p / 4}


def test_ideal(answer):
    for shots in (1, 1000):
        counts = answer.noisy_counts(0.0, shots, 5)
        call = f"noisy_counts(0.0, {shots}, 5)"
        require(are_counts(counts, shots, 2).on(call), counts_fit(counts, {"00": 0.5, "11": 0.5}).on(call))


def test_noisy(answer):
    for p, shots in ((0.25, 20000), (0.5, 20000), (1.0, 20000)):
        counts = answer.noisy_counts(p, shots, 7)
        call = f"noisy_counts({p}, {shots}, 7)"
        require(are_counts(counts, shots, 2).on(call), counts_fit(counts, chances(p)).on(call))


def test_seed(answer):
    first = answer.noisy_counts(0.5, 1000, 7)
    require(is_equal(answer.noisy_counts(0.5, 1000, 7), first).on("noisy_counts(0.5, 1000, 7)"))
    seeds = range(11, 11 + seeds_needed(1000, 0.375))
    samples = [answer.noisy_counts(0.5, 1000, seed) for seed in seeds]
    require(are_drawn_anew(samples).on(f"noisy_counts(0.5, 1000, {seeds[0]} … {seeds[-1]})"))


def test_share(answer):
    counts = {"00": 44, "01": 4, "10": 6, "11": 46}
    require(is_number(answer.error_share(counts), 0.1).on(f"error_share({counts})"))
    require(refuses(answer.error_share, {}))


def test_explain(answer):
    for share, p in ((0.125, 0.25), (0.25, 0.5)):
        require(is_number(answer.noise_from_share(share), p).on(f"noise_from_share({share})"))

# fails: untouched
from math import pi


def alice_angle(x: int) -> float:
    return x * pi / 2


def bob_angle(y: int) -> float:
    return pi / 4 - y * pi / 2


def chsh_value(e: dict[tuple[int, int], float]) -> float:
    last = e.pop((1, 1))
    return abs(sum(e.values()) - last)

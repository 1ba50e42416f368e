# fails: value, any_value
from math import pi


def alice_angle(x: int) -> float:
    return x * pi / 2


def bob_angle(y: int) -> float:
    return pi / 4 - y * pi / 2


def chsh_value(e: dict[tuple[int, int], float]) -> float:
    return 0.5 + (e[0, 0] + e[0, 1] + e[1, 0] - e[1, 1]) / 8

# fails: any_value
from math import pi


def alice_angle(x: int) -> float:
    return x * pi / 2


def bob_angle(y: int) -> float:
    return pi / 4 - y * pi / 2


def chsh_value(e: dict[tuple[int, int], float]) -> float:
    first, second, third, last = e.values()
    return abs(first + second + third - last)

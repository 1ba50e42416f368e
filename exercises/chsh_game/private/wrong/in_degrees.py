# fails: near_the_ceiling
def alice_angle(x: int) -> float:
    return 90.0 * x


def bob_angle(y: int) -> float:
    return 45.0 - 90.0 * y


def chsh_value(e: dict[tuple[int, int], float]) -> float:
    return abs(e[0, 0] + e[0, 1] + e[1, 0] - e[1, 1])

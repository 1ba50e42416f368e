# fails: beats_plans, near_the_ceiling
def alice_angle(x: int) -> float:
    return 0.0


def bob_angle(y: int) -> float:
    return 0.0


def chsh_value(e: dict[tuple[int, int], float]) -> float:
    return abs(e[0, 0] + e[0, 1] + e[1, 0] - e[1, 1])

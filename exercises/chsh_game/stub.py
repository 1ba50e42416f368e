def alice_angle(x: int) -> float:
    raise NotImplementedError("YOUR ANSWER HERE")


def bob_angle(y: int) -> float:
    raise NotImplementedError("YOUR ANSWER HERE")


def chsh_value(e: dict[tuple[int, int], float]) -> float:
    raise NotImplementedError("YOUR ANSWER HERE")

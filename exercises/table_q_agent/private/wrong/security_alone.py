# fails: beats_random, towards_plan
def choose(state: dict, legal: list[str], round_number: int) -> list[str]:
    return ["A12", "A13", "A09", "A11", *legal]

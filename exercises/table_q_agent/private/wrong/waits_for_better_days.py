# fails: beats_random, towards_plan
def choose(state: dict, legal: list[str], round_number: int) -> list[str]:
    return []

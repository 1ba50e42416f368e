# fails: names, beats_random, towards_plan
def choose(state: dict, legal: list[str], round_number: int) -> list[str]:
    if round_number < 6:
        return legal

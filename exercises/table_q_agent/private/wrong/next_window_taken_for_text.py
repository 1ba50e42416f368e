# fails: names, beats_random, towards_plan
def choose(state: dict, legal: list[str], round_number: int) -> list[str]:
    window = state["next_window"].lower()
    return sorted(legal, key=lambda name: window in name)

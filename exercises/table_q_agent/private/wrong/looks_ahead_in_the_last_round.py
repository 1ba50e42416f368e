# fails: names, beats_random, towards_plan
def choose(state: dict, legal: list[str], round_number: int) -> list[str]:
    coming = state["candidates"][0]
    return sorted(legal, key=lambda name: (name == "A09" and coming == "E04", name))

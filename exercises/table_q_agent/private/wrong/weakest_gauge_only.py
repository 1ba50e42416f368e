# fails: beats_random, towards_plan
# The actions of Table Q: price in money and in diplomatic capital, window, who likes it, effects. The effects of A08 come
# in the next round. A03e and A03u bring 3 more of R and T when that relation is at 60 or above, A13 brings 9 more of S
# after A12, and A16 adds 1 to `lit`. What an action needs is in the rules; `legal` has looked at it for you.
ACTIONS = {
    "A01": {"money": 4, "dc": 0, "window": "HOME", "liked_by": ["MEIE", "SU"], "effects": {"T": 15, "K": -4}},
    "A02": {"money": 3, "dc": 0, "window": "HOME", "liked_by": ["FRQ"], "effects": {"T": 9, "R": 9}},
    "A03e": {"money": 4, "dc": 2, "window": "EU", "liked_by": ["FRQ", "MRIF"], "effects": {"R": 10, "eu": 6}},
    "A03u": {"money": 4, "dc": 2, "window": "UK", "liked_by": ["FRQ", "MRIF"], "effects": {"R": 10, "uk": 6}},
    "A04": {
        "money": 3,
        "dc": 2,
        "window": "EU",
        "liked_by": ["FRQ", "QQ"],
        "effects": {"R": 11, "I": 5, "T": 3, "K": -3},
    },
    "A05": {
        "money": 3,
        "dc": 2,
        "window": "UK",
        "liked_by": ["MEIE", "SU", "MRIF"],
        "effects": {"E": 14, "uk": 3, "eu": 2, "D": -2},
    },
    "A06": {
        "money": 1,
        "dc": 1,
        "window": "BP",
        "liked_by": ["MEIE", "SU"],
        "effects": {"E": 16, "T": 6, "bp": 10, "D": -9, "eu": -3, "K": -3},
    },
    "A07": {
        "money": 5,
        "dc": 0,
        "window": "HOME",
        "liked_by": ["MEIE", "SU", "QQ"],
        "effects": {"E": 11, "T": 4, "S": 4},
    },
    "A08": {
        "money": 7,
        "dc": 0,
        "window": "HOME",
        "liked_by": ["MEIE", "QQ", "FRQ"],
        "effects": {"T": 6, "R": 6, "E": 8},
    },
    "A09": {
        "money": 2,
        "dc": 1,
        "window": "FED",
        "liked_by": ["MRIF"],
        "effects": {"K": 12, "fed": 6, "uk": 3, "bp": 4, "R": -3},
    },
    "A10": {
        "money": 0,
        "dc": 3,
        "window": "BP",
        "liked_by": ["SU", "FRQ"],
        "effects": {"R": 7, "E": 7, "I": 7, "fed": -5, "bp": -5, "K": -5},
    },
    "A11": {
        "money": 3,
        "dc": 1,
        "window": "EU",
        "liked_by": ["QQ"],
        "effects": {"D": 14, "K": 4, "eu": 4, "bp": -5, "E": -2},
    },
    "A12": {"money": 2, "dc": 0, "window": "HOME", "liked_by": ["MRIF"], "effects": {"S": 7, "K": 3, "C": 1}},
    "A13": {"money": 5, "dc": 0, "window": "FED", "liked_by": ["MEIE"], "effects": {"S": 11, "D": 3}},
    "A14": {
        "money": 1,
        "dc": 3,
        "window": "FED",
        "liked_by": ["MRIF", "QQ"],
        "effects": {"I": 11, "S": 2, "eu": 4, "uk": 2},
    },
    "A15": {
        "money": 1,
        "dc": 2,
        "window": "EU",
        "liked_by": ["MRIF", "QQ"],
        "effects": {"I": 9, "C": 3, "eu": 3, "bp": -2},
    },
    "A16": {"money": 2, "dc": 0, "window": "HOME", "liked_by": ["MRIF"], "effects": {"I": 4, "C": 3}},
    "A17": {
        "money": 0,
        "dc": 1,
        "window": "FED",
        "liked_by": ["QQ", "FRQ", "SU"],
        "effects": {"C": 9, "fed": 3},
    },
}


def choose(state: dict, legal: list[str], round_number: int) -> list[str]:
    weakest = min("TERI", key=state.get)
    return sorted(legal, key=lambda name: ACTIONS[name]["effects"].get(weakest, 0), reverse=True)

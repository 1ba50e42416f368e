# fails: form, reading
def decide() -> dict[str, str]:
    return {
        "d1": "federal",
        "d2": "quebec",
        "d3": "neither",
        "d4": "quebec",
        "d5": "shared",
        "d6": "federal",
        "d7": "shared",
        "d8": "quebec",
        "d9": "neither",
        "d10": "federal",
        "d11": "quebec",
        "d12": "shared",
        "d13": "federal",
        "d14": "neither",
        "d15": "quebec",
    }

# fails: reading
def decide() -> dict[str, str]:
    return {
        "d01": "federal",
        "d02": "quebec",
        "d03": "neither",
        "d04": "quebec",
        "d05": "shared",
        "d06": "federal",
        "d07": "shared",
        "d08": "quebec",
        "d09": "neither",
        "d10": "federal",
        "d11": "federal",
        "d12": "shared",
        "d13": "federal",
        "d14": "neither",
        "d15": "quebec",
    }

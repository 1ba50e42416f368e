# fails: reading
def decide() -> dict[str, str]:
    return {
        "d01": "shared",
        "d02": "shared",
        "d03": "shared",
        "d04": "shared",
        "d05": "shared",
        "d06": "shared",
        "d07": "shared",
        "d08": "shared",
        "d09": "shared",
        "d10": "shared",
        "d11": "shared",
        "d12": "shared",
        "d13": "shared",
        "d14": "shared",
        "d15": "shared",
    }

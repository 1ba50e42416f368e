# fails: reading
def decide() -> dict[str, str]:
    return {
        "d01": "federal",
        "d02": "federal",
        "d03": "federal",
        "d04": "federal",
        "d05": "federal",
        "d06": "federal",
        "d07": "federal",
        "d08": "federal",
        "d09": "federal",
        "d10": "federal",
        "d11": "federal",
        "d12": "federal",
        "d13": "federal",
        "d14": "federal",
        "d15": "federal",
    }

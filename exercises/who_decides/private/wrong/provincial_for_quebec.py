# fails: form, reading
def decide() -> dict[str, str]:
    return {
        "d01": "federal",
        "d02": "provincial",
        "d03": "neither",
        "d04": "provincial",
        "d05": "shared",
        "d06": "federal",
        "d07": "shared",
        "d08": "provincial",
        "d09": "neither",
        "d10": "federal",
        "d11": "provincial",
        "d12": "shared",
        "d13": "federal",
        "d14": "neither",
        "d15": "provincial",
    }

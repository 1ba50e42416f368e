# fails: form, reading
def decide() -> dict[str, str]:
    return {
        "d01": "Federal",
        "d02": "Quebec",
        "d03": "Neither",
        "d04": "Quebec",
        "d05": "Shared",
        "d06": "Federal",
        "d07": "Shared",
        "d08": "Quebec",
        "d09": "Neither",
        "d10": "Federal",
        "d11": "Quebec",
        "d12": "Shared",
        "d13": "Federal",
        "d14": "Neither",
        "d15": "Quebec",
    }

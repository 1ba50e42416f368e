# fails: form, judgement
def verdicts() -> dict[str, str]:
    return {
        "c01": "False",
        "c02": "Supported",
        "c03": "Cannot_tell",
        "c04": "Overstated",
        "c05": "False",
        "c06": "Overstated",
        "c07": "Supported",
        "c08": "False",
        "c09": "Cannot_tell",
        "c10": "Overstated",
    }


def questions() -> dict[str, list[str]]:
    return {
        "c01": ["q6"],
        "c02": ["q8"],
        "c03": ["q7"],
        "c04": ["q5"],
        "c05": ["q5"],
        "c06": ["q2"],
        "c07": ["q4"],
        "c08": ["q6"],
        "c09": ["q3"],
        "c10": ["q1"],
    }

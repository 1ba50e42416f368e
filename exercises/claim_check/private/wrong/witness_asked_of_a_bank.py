# fails: open_questions
def verdicts() -> dict[str, str]:
    return {
        "c01": "false",
        "c02": "supported",
        "c03": "cannot_tell",
        "c04": "overstated",
        "c05": "false",
        "c06": "overstated",
        "c07": "supported",
        "c08": "false",
        "c09": "cannot_tell",
        "c10": "overstated",
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
        "c09": ["q7", "q8"],
        "c10": ["q1"],
    }

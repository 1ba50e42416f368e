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
        "c01": ["q5", "q6", "q7"],
        "c02": ["q5", "q6", "q7"],
        "c03": ["q5", "q6", "q7"],
        "c04": ["q5", "q6", "q7"],
        "c05": ["q5", "q6", "q7"],
        "c06": ["q5", "q6", "q7"],
        "c07": ["q5", "q6", "q7"],
        "c08": ["q5", "q6", "q7"],
        "c09": ["q5", "q6", "q7"],
        "c10": ["q5", "q6", "q7"],
    }

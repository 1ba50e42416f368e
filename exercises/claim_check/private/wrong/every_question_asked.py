# fails: list_form, open_questions
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
        "c01": ["q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8"],
        "c02": ["q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8"],
        "c03": ["q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8"],
        "c04": ["q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8"],
        "c05": ["q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8"],
        "c06": ["q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8"],
        "c07": ["q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8"],
        "c08": ["q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8"],
        "c09": ["q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8"],
        "c10": ["q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8"],
    }

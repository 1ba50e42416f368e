# fails: form, judgement
def verdicts() -> dict[str, str]:
    return {
        "c01": "faux",
        "c02": "étayé",
        "c03": "indécidable",
        "c04": "exagéré",
        "c05": "faux",
        "c06": "exagéré",
        "c07": "étayé",
        "c08": "faux",
        "c09": "indécidable",
        "c10": "exagéré",
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

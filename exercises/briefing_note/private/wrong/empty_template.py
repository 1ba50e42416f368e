# fails: citations, ask, uncertain, decides
def note() -> str:
    return "## Issue\nAsk:\n## Background\n## Considerations\nUncertain:\n## Recommendation\nDecides:\n"

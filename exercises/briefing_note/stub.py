def note() -> str:
    raise NotImplementedError("YOUR ANSWER HERE")

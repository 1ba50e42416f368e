def decide() -> dict[str, str]:
    raise NotImplementedError("YOUR ANSWER HERE")

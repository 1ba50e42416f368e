def needs_permit(item: dict) -> str:
    raise NotImplementedError("YOUR ANSWER HERE")


def route(vignette: str) -> list[str]:
    raise NotImplementedError("YOUR ANSWER HERE")

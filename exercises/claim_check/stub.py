VERDICTS = ("supported", "overstated", "false", "cannot_tell")


def verdicts() -> dict[str, str]:
    raise NotImplementedError("YOUR ANSWER HERE")


def questions() -> dict[str, list[str]]:
    raise NotImplementedError("YOUR ANSWER HERE")

"""Checks of who_decides that run on submission: the course's own reading of the fifteen cards."""

from qcourse.checks import Finding, agreement, is_labelling, require, say

LEVELS = ("quebec", "federal", "shared", "neither")
KEY = {
    "d01": "federal",
    "d02": "quebec",
    "d03": "neither",
    "d04": "quebec",
    "d05": "shared",
    "d06": "federal",
    "d07": "shared",
    "d08": "quebec",
    "d09": "neither",
    "d10": "federal",
    "d11": "quebec",
    "d12": "shared",
    "d13": "federal",
    "d14": "neither",
    "d15": "quebec",
}
ALL_ALIKE = say(
    "All cards have the same answer; no federation works like that.",
    "Toutes les cartes ont la même réponse; aucune fédération ne fonctionne ainsi.",
)
NO_ONE_ELSE = say(
    "Some decisions are taken by no government of the country.",
    "Certaines décisions ne sont prises par aucun gouvernement du pays.",
)
NOT_SHARED = say(
    "Some decisions need two signatures.",
    "Certaines décisions demandent deux signatures.",
)
TOO_SHARED = say(
    "“Shared” stands where one signature is enough.",
    "«\u00a0Partagé\u00a0» figure là où une seule signature suffit.",
)


def test_reading(answer):
    given = answer.decide()
    if not isinstance(given, dict):
        require(is_labelling(given, KEY, LEVELS).on("decide()"))
    answer.credit(agreement(given, KEY), finding(given))


def finding(given):
    """How many cards are placed as the course places them, and which answer is missing or used too often."""
    own = {card: given.get(card) for card in KEY}
    alike = sum(own[card] == level for card, level in KEY.items())
    words = [word for word in own.values() if isinstance(word, str)]
    cause = None
    if alike < len(KEY):
        if len(words) == len(KEY) and len(set(words)) == 1:
            cause = ALL_ALIKE
        elif "neither" not in words:
            cause = NO_ONE_ELSE
        elif "shared" not in words:
            cause = NOT_SHARED
        elif any(own[card] == "shared" != level for card, level in KEY.items()):
            cause = TOO_SHARED
    return Finding(
        passed=alike == len(KEY),
        expected=say(
            "15 cards of 15 placed as the course places them",
            "15 cartes sur 15 placées comme le cours les place",
        ),
        seen=say(f"{alike} of 15", f"{alike} sur 15"),
        diagnosis=cause,
    ).on("decide()")

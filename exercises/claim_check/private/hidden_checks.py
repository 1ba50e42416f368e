"""Checks of claim_check that run on submission: the course's own reading of the ten clippings."""

from qcourse.checks import Finding, agreement, is_labelling, require, say

VERDICTS = ("supported", "overstated", "false", "cannot_tell")
QUESTIONS = tuple(f"q{number}" for number in range(1, 9))
MOST = 3
KEY = {
    # no-communication-theorem: entanglement sends no message. Asked first: by what link does the order travel?
    "c01": ("false", "q6"),
    # rsa-2048-gidney-ekera-2019, rsa-2048-gidney-2025, gidney-2025-assumptions. Since then: rsa-2048-pinnacle-2026, lower still.
    "c02": ("supported", "q8"),
    # No fact on this firm; quantinuum-94-48 and its caveat are about another. Nobody but the seller has measured.
    "c03": ("cannot_tell", "q7"),
    # accelerometer-triad is real; navigation-obstacle says what a moving platform does. Asked first: where was it measured?
    "c04": ("overstated", "q5"),
    # myth-22bit and cccs-not-yet: 22 bits, no deployed key. Asked first: what size had the number?
    "c05": ("false", "q5"),
    # willow-rcs-claim: the firm's figures, for a sampling task. Asked first: which task, and who needs its answer?
    "c06": ("overstated", "q2"),
    # cf-majority-oct-2025. Left out of the count: signatures (deployment-encryption-not-auth).
    "c07": ("supported", "q4"),
    # shor-breaks-public-key names what Shor threatens, tls-two-migrations what it does not. Asked first: how would it work?
    "c08": ("false", "q6"),
    # No fact for or against. Faster than which other method?
    "c09": ("cannot_tell", "q3"),
    # ibm-starling-2029: a roadmap target, told in the present tense. Asked first: done or planned?
    "c10": ("overstated", "q1"),
}
"""The verdict, and the question whose answer is missing first; each with the facts of the register behind it."""

ALL_ALIKE = say(
    "All ten headlines have the same verdict; a week of press is more varied.",
    "Les dix titres ont le même verdict; une semaine de presse est plus variée.",
)
TOO_TRUSTING = say(
    "Some headlines are believed that say more than their fact, or the contrary of one.",
    "Certains titres sont crus alors qu’ils en disent plus que leur fait, ou le contraire.",
)
TOO_SEVERE = say(
    "Some headlines are refused although a fact says the same: to judge is not to distrust everything.",
    "Certains titres sont refusés alors qu’un fait dit la même chose : juger n’est pas se méfier de tout.",
)
GUESSED = say(
    "Some verdicts are given where no fact speaks of the thing.",
    "Certains verdicts sont rendus là où aucun fait ne parle de la chose.",
)
TOO_LONG = say(
    "A list of more than three questions earns nothing: to ask everything is to ask nothing first.",
    "Une liste de plus de trois questions ne rapporte rien : tout demander, c’est ne rien demander d’abord.",
)


def test_judgement(answer):
    given = answer.verdicts()
    if not isinstance(given, dict):
        require(is_labelling(given, KEY, VERDICTS).on("verdicts()"))
    right = {claim: verdict for claim, (verdict, _) in KEY.items()}
    answer.credit(agreement(given, right), judged(given, right))


def test_open_questions(answer):
    given = answer.questions()
    if not isinstance(given, dict):
        require(is_labelling(given, KEY, QUESTIONS, several=list, most=MOST).on("questions()"))
    lists = {claim: given[claim] if isinstance(given.get(claim), list) else [] for claim in KEY}
    found = sum(
        question in lists[claim] and len(lists[claim]) <= MOST for claim, (_, question) in KEY.items()
    )
    cause = TOO_LONG if any(len(entry) > MOST for entry in lists.values()) else None
    answer.credit(found / len(KEY), counted(found, cause, "questions()"))


def judged(given, right):
    """How many verdicts are the course's, and in which direction the others go astray."""
    words = {claim: given.get(claim) for claim in right}
    wrong = {claim: word for claim, word in words.items() if word != right[claim]}
    known = [word for word in words.values() if isinstance(word, str)]
    cause = None
    if wrong and len(known) == len(right) and len(set(known)) == 1:
        cause = ALL_ALIKE
    elif any(right[claim] == "cannot_tell" for claim in wrong):
        cause = GUESSED
    elif "supported" in wrong.values():
        cause = TOO_TRUSTING
    elif any(right[claim] == "supported" for claim in wrong):
        cause = TOO_SEVERE
    return counted(len(right) - len(wrong), cause, "verdicts()")


def counted(number, cause, where):
    """A finding of so many clippings of ten."""
    return Finding(
        passed=number == len(KEY),
        expected=say(
            "10 clippings of 10 read as the course reads them",
            "10 coupures sur 10 lues comme le cours les lit",
        ),
        seen=say(f"{number} of 10", f"{number} sur 10"),
        diagnosis=cause,
    ).on(where)

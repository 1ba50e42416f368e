"""Teleportation step by step: eight arrows, four branches, and what two ordinary bits change."""

from __future__ import annotations

import itertools
import math
from functools import cache
from typing import Any

from .arrows import CELL, HEIGHT, arrows
from .base import Figure
from .drawing import MUTED, picture, text
from .words import percent

STATES = ((0.6, 0.8), (0.8, -0.6), (math.sqrt(0.5), math.sqrt(0.5)), (1.0, 0.0))
"""The arrows of 0 and 1 that may be sent."""

STEPS = ("shared", "tied", "read", "sent")
BRANCHES = ("00", "01", "10", "11")
"""What Alice reads: the qubit to send first, her half of the pair second."""

_EFFECTS = {"00": "kept", "01": "exchanged", "10": "reversed", "11": "both"}
_GATES = {"00": "nothing", "01": "x", "10": "z", "11": "xz"}
_DIGITS = tuple(itertools.product((0, 1), repeat=3))
_GAP = 40


def _rounded(values: Any) -> list[float]:
    return [round(float(value.real), 6) + 0.0 for value in values]


def _in_order(state: Any) -> list[float]:
    """The eight arrows by digits: qubit to send, Alice's half, Bob's half (the qubits 0, 1 and 2)."""
    return _rounded(state[sent + 2 * alice + 4 * bob] for sent, alice, bob in _DIGITS)


@cache
def _prepared(place: int) -> tuple[Any, Any]:
    """The state of the three qubits once the pair is shared, and after Alice's two gates."""
    from qiskit import QuantumCircuit
    from qiskit.quantum_info import Statevector

    start, ties = QuantumCircuit(3), QuantumCircuit(3)
    start.ry(2 * math.atan2(STATES[place][1], STATES[place][0]), 0)
    start.h(1)
    start.cx(1, 2)
    ties.cx(0, 1)
    ties.h(0)
    shared = Statevector(start)
    return shared, shared.evolve(ties)


@cache
def branch(place: int, bits: str) -> dict[str, Any]:
    """What follows when Alice reads ``bits``: its chance, Bob's arrows before and after his gates, and two tests.

    ``passes``: the chance that Bob's qubit, before his gates, is found in the state sent; ``arrives``: after them.
    """
    from qiskit import QuantumCircuit
    from qiskit.quantum_info import Statevector, state_fidelity

    tied = _prepared(place)[1]
    here = [tied[int(bits[0]) + 2 * int(bits[1]) + 4 * bob] for bob in (0, 1)]
    chance = sum(abs(amplitude) ** 2 for amplitude in here)
    before = Statevector(here) / math.sqrt(chance)
    gates = QuantumCircuit(1)
    if bits[1] == "1":
        gates.x(0)
    if bits[0] == "1":
        gates.z(0)
    after = before.evolve(gates)
    sent = Statevector(list(STATES[place]))
    return {
        "chance": round(float(chance), 6),
        "before": _rounded(before),
        "after": _rounded(after),
        "passes": round(float(state_fidelity(before, sent)), 6),
        "arrives": round(float(state_fidelity(after, sent)), 6),
    }


@cache
def success(place: int, step: str, bits: bool) -> float:
    """The chance that Bob's qubit is found in the state sent, for all that Bob can know at this step."""
    from qiskit.quantum_info import Statevector, partial_trace, state_fidelity

    if step in ("shared", "tied"):
        state = _prepared(place)[STEPS.index(step)]
        return round(float(state_fidelity(partial_trace(state, [0, 1]), Statevector(list(STATES[place])))), 6)
    key = "arrives" if step == "sent" and bits else "passes"
    found = (branch(place, one) for one in BRANCHES)
    return round(sum(one["chance"] * one[key] for one in found), 5)


class TeleportSteps(Figure):
    """The protocol in four steps, with its four branches, with and without the two bits."""

    title = {"en": "Teleportation in four steps", "fr": "La téléportation en quatre étapes"}
    alt = {
        "en": "Six pairs of arrows. The state sent has arrows 0.6 and 0.8. In the four branches, each with a chance of 25%, Bob’s arrows are the same, exchanged, with one reversed, or both. "
        "After the gates that the two bits call for, Bob’s arrows are those of the state sent.",
        "fr": "Six paires de flèches. L’état envoyé a les flèches 0,6 et 0,8. Dans les quatre branches, d’une probabilité de 25\u00a0% chacune, les flèches de Bob sont les mêmes, échangées, avec l’une retournée, ou les deux à la fois. "
        "Après les portes que commandent les deux bits, les flèches de Bob sont celles de l’état envoyé.",
    }
    caption = {
        "en": "The bar shows the chance that Bob’s qubit is found in the state sent, on average over what he does not know. Before the bits arrive it stays at 50%, the score of a fair coin, whatever the state and whatever Alice does. Computed with Qiskit for an ideal pair.",
        "fr": "La barre montre la probabilité de trouver le qubit de Bob dans l’état envoyé, en moyenne sur ce qu’il ignore. Avant l’arrivée des bits, elle reste à 50\u00a0%, le résultat d’un tirage à pile ou face, quels que soient l’état et les gestes d’Alice. Calculé avec Qiskit pour une paire idéale.",
    }
    words = {
        "state": {"en": "State to send", "fr": "État à envoyer"},
        "state_0": {"en": "arrows 0.6 and 0.8", "fr": "flèches 0,6 et 0,8"},
        "state_1": {"en": "arrows 0.8 and −0.6", "fr": "flèches 0,8 et −0,6"},
        "state_2": {"en": "two equal arrows", "fr": "deux flèches égales"},
        "state_3": {"en": "the arrow of 0 only", "fr": "la flèche de 0 seulement"},
        "steps": {"en": "Steps", "fr": "Étapes"},
        "step_of": {"en": "Step {place} of {total}: {name}", "fr": "Étape {place} sur {total}\u00a0: {name}"},
        "name_shared": {"en": "a pair is shared", "fr": "une paire est partagée"},
        "name_tied": {"en": "Alice applies two gates", "fr": "Alice applique deux portes"},
        "name_read": {"en": "Alice reads her two qubits", "fr": "Alice lit ses deux qubits"},
        "name_sent": {"en": "two bits travel to Bob", "fr": "deux bits voyagent vers Bob"},
        "previous": {"en": "Previous step", "fr": "Étape précédente"},
        "next": {"en": "Next step", "fr": "Étape suivante"},
        "eight": {
            "en": "Eight joint outcomes: the qubit to send, Alice’s half, Bob’s half, in this order (the circle marks a chance of 50%)",
            "fr": "Huit résultats conjoints\u00a0: le qubit à envoyer, la moitié d’Alice, la moitié de Bob, dans cet ordre (le cercle marque une probabilité de 50\u00a0%)",
        },
        "branch": {"en": "Alice reads", "fr": "Alice lit"},
        "bits": {"en": "The two bits", "fr": "Les deux bits"},
        "with": {"en": "reach Bob", "fr": "parviennent à Bob"},
        "without": {"en": "are lost", "fr": "se perdent"},
        "sent_arrows": {"en": "The state that was to be sent", "fr": "L’état qu’il fallait envoyer"},
        "bob_arrows": {
            "en": "Bob’s qubit in branch {bits}",
            "fr": "Le qubit de Bob dans la branche {bits}",
        },
        "zero": {"en": "reads 0", "fr": "se lit 0"},
        "one": {"en": "reads 1", "fr": "se lit 1"},
        "success": {
            "en": "Bob’s qubit is found in the state sent",
            "fr": "Le qubit de Bob est trouvé dans l’état envoyé",
        },
        "branches": {"en": "The four branches", "fr": "Les quatre branches"},
        "head_bits": {"en": "Bits", "fr": "Bits"},
        "head_chance": {"en": "Chance", "fr": "Probabilité"},
        "head_effect": {"en": "Arrows at Bob’s", "fr": "Flèches chez Bob"},
        "head_gates": {"en": "Bob applies", "fr": "Bob applique"},
        "head_passes": {
            "en": "Found in the state sent: before",
            "fr": "Trouvé dans l’état envoyé\u00a0: avant",
        },
        "head_arrives": {"en": "after", "fr": "après"},
        "effect_kept": {"en": "as sent", "fr": "telles qu’envoyées"},
        "effect_exchanged": {"en": "exchanged", "fr": "échangées"},
        "effect_reversed": {"en": "arrow of 1 reversed", "fr": "flèche de 1 retournée"},
        "effect_both": {
            "en": "arrow of 1 reversed, then exchanged",
            "fr": "flèche de 1 retournée, puis échange",
        },
        "gate_nothing": {"en": "nothing", "fr": "rien"},
        "gate_x": {"en": "X (exchange)", "fr": "X (échange)"},
        "gate_z": {"en": "Z (reverse the arrow of 1)", "fr": "Z (retourner la flèche de 1)"},
        "gate_xz": {"en": "X, then Z", "fr": "X, puis Z"},
        "says_shared": {
            "en": "Alice holds the qubit to send and one half of a Bell pair; Bob holds the other half. His qubit knows nothing of the state: it is found in it {success} of the time.",
            "fr": "Alice détient le qubit à envoyer et une moitié d’une paire de Bell; Bob détient l’autre moitié. Son qubit ne sait rien de l’état\u00a0: on l’y trouve dans {success} des cas.",
        },
        "says_tied": {
            "en": "CX, then H, on Alice’s two qubits: the arrows now belong to all three qubits together. Nothing has changed for Bob, whose qubit is found in the state sent {success} of the time.",
            "fr": "CX, puis H, sur les deux qubits d’Alice\u00a0: les flèches appartiennent maintenant aux trois qubits ensemble. Rien n’a changé pour Bob, dont le qubit est trouvé dans l’état envoyé dans {success} des cas.",
        },
        "says_read": {
            "en": "Alice reads {bits}, a result with a chance of {chance} whatever the state. Her qubits are now plain digits. In this branch Bob’s arrows are: {effect}. Bob does not know which branch it is: on average, {success}.",
            "fr": "Alice lit {bits}, un résultat d’une probabilité de {chance}, quel que soit l’état. Ses qubits ne sont plus que de simples chiffres. Dans cette branche, les flèches de Bob sont\u00a0: {effect}. Bob ignore de quelle branche il s’agit\u00a0: en moyenne, {success}.",
        },
        "says_with": {
            "en": "Bob receives {bits} and applies: {gates}. His qubit is found in the state sent {success} of the time, in every branch. Alice’s original is gone, and the pair is used up.",
            "fr": "Bob reçoit {bits} et applique\u00a0: {gates}. Son qubit est trouvé dans l’état envoyé dans {success} des cas, quelle que soit la branche. L’original d’Alice n’est plus, et la paire est consommée.",
        },
        "says_without": {
            "en": "Alice read {bits}, but Bob does not learn it. On average over the four branches his qubit is found in the state sent {success} of the time: a coin toss.",
            "fr": "Alice a lu {bits}, mais Bob ne l’apprend pas. En moyenne sur les quatre branches, son qubit est trouvé dans l’état envoyé dans {success} des cas\u00a0: un tirage à pile ou face.",
        },
        "after_bits": {"en": "Bob, with the two bits", "fr": "Bob, avec les deux bits"},
        "still_sent": {"en": "State sent", "fr": "État envoyé"},
        "still_branch": {"en": "Bob, branch {bits} ({chance})", "fr": "Bob, branche {bits} ({chance})"},
    }

    @classmethod
    def compute(cls) -> dict[str, Any]:
        """For each state to send: its arrows at every step and branch, and Bob's chances."""
        return {
            "steps": list(STEPS),
            "branches": [
                {"bits": bits, "effect": _EFFECTS[bits], "gates": _GATES[bits]} for bits in BRANCHES
            ],
            "reach": round(math.sqrt(0.5), 6),
            "digits": ["".join(map(str, digits)) for digits in _DIGITS],
            "states": [
                {
                    "sent": [round(arrow, 6) for arrow in state],
                    "eight": [_in_order(one) for one in _prepared(place)],
                    "branches": [branch(place, bits) for bits in BRANCHES],
                    "success": [[success(place, step, bits) for bits in (False, True)] for step in STEPS],
                }
                for place, state in enumerate(STATES)
            ],
        }

    @classmethod
    def says(cls, place: int, step: str, bits: str, arrive: bool, language: str) -> str:
        """The sentence under the figure, for the state at ``place``, Alice's ``bits`` and whether they ``arrive``."""
        key = step if step != "sent" else "with" if arrive else "without"
        return cls.word(
            f"says_{key}",
            language,
            bits=bits,
            success=percent(success(place, step, arrive), language),
            chance=percent(branch(place, bits)["chance"], language),
            effect=cls.word(f"effect_{_EFFECTS[bits]}", language),
            gates=cls.word(f"gate_{_GATES[bits]}", language),
        )

    @classmethod
    def still(cls, language: str) -> str:
        """The state sent, Bob's arrows in the four branches, and his arrows with the two bits."""
        shown = [(cls.word("still_sent", language), list(STATES[0]))]
        for bits in BRANCHES:
            one = branch(0, bits)
            label = cls.word("still_branch", language, bits=bits, chance=percent(one["chance"], language))
            shown.append((label, one["before"]))
        shown.append((cls.word("after_bits", language), branch(0, "11")["after"]))
        names = [cls.word(key, language) for key in ("zero", "one")]
        drawn = []
        for place, (label, pair) in enumerate(shown):
            x, y = 24 + (2 * CELL + _GAP) * (place % 2), 12 + (HEIGHT + 42) * (place // 2)
            drawn.append(text(x + CELL, y + 12, label, 14, text_anchor="middle", fill=MUTED))
            state = list(zip(names, map(complex, pair), strict=True))
            drawn.append(arrows(x, y + 20, state, language))
        return picture(4 * CELL + _GAP + 48, 3 * (HEIGHT + 42) + 6, cls.alt[language], *drawn)

    @classmethod
    def table(cls, language: str) -> list[list[str]]:
        """The four branches for the first state."""
        keys = ("head_bits", "head_chance", "head_effect", "head_gates", "head_passes", "head_arrives")
        rows = [[cls.word(key, language) for key in keys]]
        rows += [cls.branch_row(0, bits, language) for bits in BRANCHES]
        return rows

    @classmethod
    def branch_row(cls, place: int, bits: str, language: str) -> list[str]:
        """A row of the table of branches, for the state at ``place``."""
        one = branch(place, bits)
        return [
            bits,
            percent(one["chance"], language),
            cls.word(f"effect_{_EFFECTS[bits]}", language),
            cls.word(f"gate_{_GATES[bits]}", language),
            percent(one["passes"], language),
            percent(one["arrives"], language),
        ]

"""The facilitator's console for five teams: one page of HTML that needs nothing else, on the browser's engine."""

from __future__ import annotations

import json
from pathlib import Path

from ..errors import Text
from ..policy.browser import policy_script
from ..policy.class_mode import class_file, class_rules
from ..policy.rules import whole_file
from .words import Words

SCRIPT = Path(__file__).with_name("console.js")
STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 70rem; padding: 1rem; color: CanvasText; background: Canvas; }
button, select, input { font: inherit; padding: 0.4rem 0.7rem; margin: 0.2rem; max-width: 100%; }
table { border-collapse: collapse; } th, td { border: 1px solid GrayText; padding: 0.2rem 0.6rem; text-align: left; }
caption { text-align: left; font-weight: 700; } fieldset { margin: 0.5rem 0; min-width: 0; }
.projector #board { font-size: 1.7rem; } .projector #desk { display: none; } #clock { font-size: 2rem; }
#message { font-weight: 700; }
"""

SAID: dict[str, Text] = {
    "console": {"en": "Table Q: facilitator’s console", "fr": "Table Q\u00a0: console d’animation"},
    "begin": {"en": "Begin", "fr": "Commencer"},
    "undo": {"en": "Undo", "fr": "Annuler"},
    "projector": {"en": "Projector view", "fr": "Vue pour projecteur"},
    "anew": {"en": "New game", "fr": "Nouvelle partie"},
    "anew_sure": {"en": "Erase this game?", "fr": "Effacer cette partie?"},
    "phase": {"en": "Phase", "fr": "Étape"},
    "go": {"en": "Start the timer", "fr": "Lancer la minuterie"},
    "happens": {"en": "The event happens", "fr": "L’événement a lieu"},
    "take": {"en": "Take the action", "fr": "Prendre l’action"},
    "enter": {"en": "Enter the deal", "fr": "Inscrire l’entente"},
    "play": {"en": "Play the card", "fr": "Jouer la carte"},
    "card_kind": {"en": "Card", "fr": "Carte"},
    "if_warm": {"en": "If Warm, what gains", "fr": "Si Réchauffer, ce qui gagne"},
    "if_cool": {"en": "If Cool, what is barred", "fr": "Si Refroidir, ce qui est exclu"},
    "end_round": {"en": "End the round", "fr": "Terminer la manche"},
    "bad_second": {
        "en": "This team can’t second: a different team that likes the action must; if only the owner’s team likes it, any other home team or Ottawa.",
        "fr": "Cette équipe ne peut pas appuyer\u00a0: il faut une autre équipe à qui l’action plaît; si elle ne plaît qu’à la responsable, toute autre équipe d’ici ou Ottawa.",
    },
    "is_banned": {
        "en": "A Cool card bars this action this round; choose another.",
        "fr": "Une carte Refroidir exclut cette action à cette manche; choisissez-en une autre.",
    },
    "played_already": {
        "en": "This power has played its card this round.",
        "fr": "Cette puissance a joué sa carte à cette manche.",
    },
    "cool_twice": {
        "en": "Never Cool twice running; play Warm or Hold.",
        "fr": "Jamais Refroidir deux fois de suite; jouez Réchauffer ou Attendre.",
    },
    "choose_gain": {"en": "Choose what gains.", "fr": "Choisissez ce qui gagne."},
    "choose_ban": {
        "en": "Choose an action of this power’s window.",
        "fr": "Choisissez une action de la fenêtre de cette puissance.",
    },
    "once_only": {
        "en": "That was done already: once per game.",
        "fr": "C’est déjà fait\u00a0: une fois par partie.",
    },
    "not_now": {
        "en": "This belongs to the table: judge the evidence and face the event first.",
        "fr": "Cela se fait à la table\u00a0: jugez d’abord le dossier et affrontez l’événement.",
    },
    "cards_first": {
        "en": "Each outside power plays one card before the round ends.",
        "fr": "Chaque puissance du dehors joue une carte avant la fin de la manche.",
    },
    "not_number": {"en": "The change must be a number.", "fr": "Le changement doit être un nombre."},
    "not_saved": {
        "en": "This browser keeps nothing for this page: write the board down after each round.",
        "fr": "Ce navigateur ne garde rien pour cette page\u00a0: notez le tableau après chaque manche.",
    },
    "not_read": {
        "en": "The saved game could not be read; begin a new one.",
        "fr": "La partie enregistrée n’a pas pu être lue; commencez-en une autre.",
    },
}


def console_html(language: str) -> str:
    """The console in one language."""
    said = Words(class_rules(), language)
    own = {name: value for name, value in class_file().items() if name != "words"}
    data = {"file": whole_file(), "own": own, "words": class_file()["words"] | SAID, "language": language}
    written = json.dumps(data, ensure_ascii=False).replace("</", "<\\/")
    values = said.pick(whole_file()["frame"]["teaching_values"])
    word = {name: text[language] for name, text in SAID.items()}
    return f"""<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{word["console"]}</title><style>{STYLE}</style></head><body><main><h1>{word["console"]}</h1><p>{values}</p>
<p><label>{word["phase"]} <select id="phase"></select></label>
<button type="button" id="go">{word["go"]}</button> <span id="clock" role="timer">0:00</span>
<button type="button" id="undo">{word["undo"]}</button>
<button type="button" id="projector" aria-pressed="false">{word["projector"]}</button>
<button type="button" id="anew">{word["anew"]}</button></p>
<p id="message" role="alert"></p><div id="board" tabindex="-1"></div><div id="desk"></div></main>
<script>var consoleData = {written};
{policy_script()}{SCRIPT.read_text(encoding="utf-8")}</script></body></html>
"""

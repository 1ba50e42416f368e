"""Table Q: the simulation of science diplomacy by a federated state.

The rules are data (``table_q.json``), read by this package and, in the page, by ``table_q.js``; the same seed and
choices give the same numbers in both. Deterministic, standard library only, draws nothing. The numbers are teaching
values: they come from no source and forecast nothing.
"""

from .advice import Advice, advice
from .agents import agent_score, play_agent, random_agent, random_mean, shown_state, watch
from .browser import policy_script
from .game import Game, Step, load, new_game
from .rules import Rules, load_rules, versions
from .scoring import Score

__all__ = [
    "Advice",
    "Game",
    "Rules",
    "Score",
    "Step",
    "advice",
    "agent_score",
    "load",
    "load_rules",
    "new_game",
    "play_agent",
    "policy_script",
    "random_agent",
    "random_mean",
    "shown_state",
    "versions",
    "watch",
]

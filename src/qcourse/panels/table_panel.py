"""Table Q in a notebook: ``TablePanel()`` plays a game by lists and buttons, on the engine of ``qcourse.policy``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Any

import ipywidgets as widgets

from ..errors import Text, UsageError
from ..lang import current, number, pick
from ..policy import Game, Step, advice, load, new_game

_STYLE = """<style>
.qc-table{line-height:1.5;color:var(--jp-content-font-color1,#1f2328);border:1px solid var(--jp-border-color1,#8b949e);
 border-radius:6px;padding:.75rem 1rem}
.qc-table .qc-heading{font-weight:700;font-size:1.1em;margin:0}
.qc-table table{border-collapse:collapse}
.qc-table :is(th,td){text-align:left;padding:.15em .8em .15em 0;border-bottom:1px solid var(--jp-border-color2,#d0d7de)}
</style>"""


class TablePanel(widgets.VBox):
    """A game of Table Q; ``game`` is the game at this moment, ``saved`` opens the one that a line holds.

    ``choice`` lists what can be chosen now and ``confirm`` takes it; ``end_year``, ``undo`` (until the year ends),
    ``line`` (the game as a line) and ``wanted`` with ``open_line`` (another game's line) are the other controls.
    """

    def __init__(
        self,
        seed: int = 1,
        rounds: int | None = None,
        version: int | None = None,
        *,
        saved: str | None = None,
        language: str | None = None,
    ) -> None:
        """Begin a game or open ``saved``; UsageError for a seed, length, version or line that can't be."""
        self.language = current(language)
        self.game: Game = load(saved) if saved is not None else new_game(seed, rounds, version)
        self.heading = widgets.HTML()
        self.told = widgets.HTML()
        self.choice = widgets.Dropdown(layout={"width": "auto"})
        self.confirm = self._button("confirm", self._take)
        self.end_year = self._button("end", lambda: self._to(self.game.end_round()))
        self.undo = self._button("undo", lambda: self._to(_this_year(self.game)[-2]))
        self.board = widgets.HTML()
        self.story = widgets.HTML()
        self.line = widgets.Text(description=self._say("line"), disabled=True, layout={"width": "auto"})
        self.wanted = widgets.Text(description=self._say("wanted"), layout={"width": "auto"})
        self.open_line = self._button("open", lambda: self._to(load(self.wanted.value)))
        for text in (self.line, self.wanted):
            text.style.description_width = "initial"
        super().__init__(
            [
                self.heading,
                self.told,
                self.choice,
                widgets.HBox([self.confirm, self.end_year, self.undo]),
                self.board,
                self.story,
                self.line,
                widgets.HBox([self.wanted, self.open_line]),
            ]
        )
        self.add_class("qc-table")
        self._draw()

    def rows(self) -> list[dict[str, Any]]:
        """What happened so far, one row a step: ``year``, ``what``, and the changes by gauge (ready for a data frame)."""
        return [
            {"year": self._year(step.round), "what": self._step(step), **step.changes}
            for step in self.game.log
        ]

    def _button(self, key: str, press: Callable[[], None]) -> widgets.Button:
        button = widgets.Button(description=self._say(key), layout={"width": "auto"})
        button.on_click(lambda _: self._pressed(press))
        return button

    def _pressed(self, press: Callable[[], None]) -> None:
        try:
            press()
        except UsageError as error:  # the game stays as it was
            self.told.value = f'<p role="alert">{escape(pick(error.text, self.language))}</p>'

    def _take(self) -> None:
        game, value = self.game, self.choice.value
        takes: dict[str, Callable[[Any], Game]] = {
            "card": game.judge,
            "event": game.face,
            "actions": game.act,
        }
        take = takes.get(game.phase)
        if take is None or (value is None and game.phase != "event"):
            self.told.value = f'<p role="alert">{escape(self._say("choose"))}</p>'
            return
        self._to(take(value))

    def _to(self, game: Game) -> None:
        self.game = game
        self._draw()

    def _draw(self) -> None:
        game, over = self.game, self.game.phase == "over"
        self.heading.value = (
            f'{_STYLE}<p class="qc-heading" role="heading" aria-level="3">{escape(self._title())}</p>'
        )
        self.told.value = f'<div role="status">{"".join(self._now())}</div>'
        options = [] if over else self._options()
        self.choice.options = options
        self.choice.value = options[0][1] if options else None
        self.choice.layout.display = "" if len(options) > 1 else "none"
        self.confirm.description = self._say(
            "happen" if game.phase == "event" and not game.options else "confirm"
        )
        self.confirm.disabled = over or (game.phase == "actions" and not game.legal)
        self.end_year.disabled = game.phase != "actions"
        self.undo.disabled = not game.moves[-1] or over
        self.board.value = self._board()
        steps = [(self._year(step.round), self._step(step), self._changes(step.changes)) for step in game.log]
        self.story.value = f"<details><summary>{self._say('story')}</summary>{_table(steps)}</details>"
        self.line.value = game.save()

    def _options(self) -> list[tuple[str, Any]]:
        game = self.game
        none = (self._say("choose"), None)
        if game.card and game.phase == "card":
            return [none, *((self._of(one["text"]), place) for place, one in enumerate(game.card["choices"]))]
        if game.phase == "event":
            offered = [one for one in game.event.get("options", ()) if one["id"] in game.options]
            return [(self._of(one["name"]), one["id"]) for one in offered]
        actions = [game.rules.actions[name] for name in game.legal]
        return [none] * bool(actions) + [
            (
                self._say("cost").format(
                    name=self._of(one["name"]),
                    money=number(one["money"], self.language),
                    capital=number(one["capital"], self.language),
                    effects=self._changes(_gained(game, one["id"])) or self._say("later"),
                ),
                one["id"],
            )
            for one in actions
        ]

    def _now(self) -> Iterable[str]:
        game, data = self.game, self.game.rules.data
        last = game.log[-1]
        if last.kind in ("card", "event", "action"):
            yield _paragraph(f"{self._step(last)} {self._changes(last.changes)}")
        if game.phase == "over":
            yield _paragraph(self._verdict())
            yield "".join(_paragraph(f"– {self._of(item['ask'])}") for item in data["debrief"])
        elif game.card and game.phase == "card":
            yield _paragraph(self._of(data["frame"]["task"])) if game.state["round"] == 1 else ""
            yield _paragraph(self._of(game.card["ask"]))
        elif game.phase == "event":
            yield _paragraph(f"{self._of(game.event['name'])}. {self._of(game.event['plain'])}")
        else:
            yield from (_paragraph(self._advice(wish)) for wish in advice(game))
            closed = [name for name in game.rules.actions if name not in game.legal]
            lacks = "".join(_paragraph(self._lack(name)) for name in closed)
            yield f"<details><summary>{self._say('closed')}</summary>{lacks}</details>"
        yield f"<p><em>{escape(self._of(data['frame']['teaching_values']))}</em></p>"

    def _board(self) -> str:
        game = self.game
        windows = {one["id"]: self._of(one["name"]) for one in game.rules.data["windows"]}
        coming = " / ".join(self._of(game.rules.events[name]["name"]) for name in game.candidates)
        first = [
            (self._say("money"), self._whole(game.state["money"])),
            (self._say("dc"), self._whole(game.state["dc"])),
            (
                self._say("window"),
                " → ".join(windows[one] for one in (game.state["window"], game.next_window) if one),
            ),
        ]
        first += [(self._say("coming"), coming)] if coming else []
        aims = game.rules.numbers["score"]["aims"]
        second = [
            (self._of(one["name"]), number(round(game.score.aims[one["id"]], 1), self.language))
            for one in aims
        ]
        third = [
            (self._of(one["name"]), self._whole(game.state[one["id"]])) for one in game.rules.data["gauges"]
        ]
        return _table(first) + _table(second) + _table(third)

    def _verdict(self) -> str:
        score = self.game.score
        band = next(one for one in self.game.rules.data["bands"] if one["id"] == score.band)
        lost = sum(score.penalties.values())
        return self._say("final").format(
            final=number(round(score.final, 1), self.language),
            band=self._of(band["name"]),
            base=number(round(score.base, 1), self.language),
            lost=number(round(lost, 1), self.language),
        )

    def _advice(self, wish: Any) -> str:
        data = self.game.rules.data
        actor = next(self._of(one["name"]) for one in data["actors"] if one["id"] == wish.actor)
        if not wish.action:
            return self._of(data["frame"]["no_advice"]).format(actor=actor)
        action = self._of(self.game.rules.actions[wish.action]["name"])
        return self._of(data["frame"]["advice"]).format(
            actor=actor, action=action, gauge=self._gauge(wish.gauge)
        )

    def _lack(self, name: str) -> str:
        why = self.game.obstacle(name)
        key = why if isinstance(why, str) else "need"
        text = self._say(f"lack_{key}")
        if not isinstance(why, str) and why:
            known = any(one["id"] == why[0] for one in self.game.rules.data["gauges"])
            text = text.format(gauge=self._gauge(why[0]), value=why[2]) if known else self._say("lack_done")
        return f"{self._of(self.game.rules.actions[name]['name'])} · {text}"

    def _step(self, step: Step) -> str:
        rules = self.game.rules
        named = {**rules.actions, **rules.events, **{one["id"]: one for one in rules.data["actors"]}}
        name = self._of(named[step.id]["name"]) if step.id in named else self._say(f"step_{step.kind}")
        text = self._of(step.plain) if step.plain else ""
        return f"{name}. {text}".strip() if step.kind != "drift" else text

    def _changes(self, changes: Any) -> str:
        pairs = [(key, value) for key, value in changes.items() if abs(value) >= 0.05]
        return " · ".join(
            f"{self._gauge(key)} {'+' if value > 0 else ''}{number(round(value, 1), self.language)}"
            for key, value in pairs
        )

    def _gauge(self, key: str | None) -> str:
        names = {one["id"]: one["name"] for one in self.game.rules.data["gauges"]}
        return self._of(names[key]) if key in names else self._say(str(key))

    def _title(self) -> str:
        state = self.game.state
        key = "over" if self.game.phase == "over" else "title"
        return self._say(key).format(
            year=self._year(state["round"]), round=state["round"], rounds=state["rounds"]
        )

    def _year(self, round_number: int) -> str:
        return str(self.game.rules.data["draw"]["years"][0] + round_number - 1)

    def _whole(self, value: float) -> str:
        return number(round(value), self.language)

    def _of(self, text: Text) -> str:
        return pick(text, self.language)

    def _say(self, key: str) -> str:
        return pick(_SAID[key], self.language)


def _this_year(game: Game) -> list[Game]:
    """The moments of the year that is open, from its start to now."""
    again = new_game(game.seed, game.state["rounds"], game.rules.version)
    found = [again]
    for mark in "".join(game.moves):
        if again.phase == "card":
            again = again.judge(int(mark))
        elif again.phase == "event":
            again = again.face(
                next((one["id"] for one in again.event.get("options", ()) if one["key"] == mark), None)
            )
        elif mark == ".":
            again = again.end_round()
            found = []
        else:
            again = again.act(next(one["id"] for one in again.rules.actions.values() if one["key"] == mark))
        found.append(again)
    return found


def _gained(game: Game, action: str) -> dict[str, float]:
    after = game.act(action).state
    return {key: after[key] - game.state[key] for key in game.rules.kinds}


def _paragraph(text: str) -> str:
    return f"<p>{escape(text.strip())}</p>"


def _table(rows: Iterable[Sequence[str]]) -> str:
    lines = "".join(
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in others)}</tr>'
        for first, *others in rows
    )
    return f"<table>{lines}</table>"


_SAID: dict[str, Text] = {
    "title": {
        "en": "Table Q · {year} · round {round} of {rounds}",
        "fr": "Table Q · {year} · manche {round} sur {rounds}",
    },
    "over": {"en": "Table Q · the game is over", "fr": "Table Q · la partie est finie"},
    "choose": {"en": "Choose…", "fr": "Choisissez…"},
    "confirm": {"en": "Confirm", "fr": "Confirmer"},
    "happen": {"en": "See what happens", "fr": "Voir ce qui arrive"},
    "end": {"en": "End the year", "fr": "Terminer l’année"},
    "undo": {"en": "Undo the last step", "fr": "Annuler le dernier pas"},
    "line": {"en": "This game as a line:", "fr": "Cette partie en une ligne\u00a0:"},
    "wanted": {"en": "Open a line:", "fr": "Ouvrir une ligne\u00a0:"},
    "open": {"en": "Open", "fr": "Ouvrir"},
    "story": {"en": "The story so far", "fr": "Le récit jusqu’ici"},
    "closed": {"en": "Actions out of reach, and why", "fr": "Les actions hors d’atteinte, et pourquoi"},
    "cost": {
        "en": "{name} (money {money}, capital {capital}): {effects}",
        "fr": "{name} (argent {money}, capital {capital})\u00a0: {effects}",
    },
    "later": {"en": "takes effect next year", "fr": "prend effet l’an prochain"},
    "money": {"en": "Money", "fr": "Argent"},
    "dc": {"en": "Diplomatic capital", "fr": "Capital diplomatique"},
    "penal": {"en": "Taken from the next income", "fr": "Retenu sur le prochain revenu"},
    "lit": {"en": "Times staff were trained", "fr": "Formations du personnel"},
    "window": {"en": "Window, now → next", "fr": "Fenêtre, cette année → l’an prochain"},
    "coming": {"en": "Next year, one of", "fr": "L’an prochain, l’un de"},
    "final": {
        "en": "Final score {final}: {band}. The three aims together: {base}; taken off: {lost}.",
        "fr": "Résultat final {final}\u00a0: {band}. Les trois visées ensemble\u00a0: {base}; retiré\u00a0: {lost}.",
    },
    "lack_chosen": {"en": "already taken this year", "fr": "déjà prise cette année"},
    "lack_full": {"en": "three are taken: end the year", "fr": "trois sont prises\u00a0: terminez l’année"},
    "lack_money": {"en": "too little money", "fr": "trop peu d’argent"},
    "lack_capital": {"en": "too little diplomatic capital", "fr": "trop peu de capital diplomatique"},
    "lack_need": {"en": "needs {gauge} at {value} or more", "fr": "exige {gauge} à {value} ou plus"},
    "lack_done": {"en": "done already", "fr": "déjà faite"},
    "step_built": {
        "en": "What was begun last year is ready",
        "fr": "Ce qui était commencé l’an dernier est prêt",
    },
    "step_income": {"en": "Income of the year", "fr": "Revenu de l’année"},
    "step_card": {"en": "Evidence judged", "fr": "Pièce jugée"},
    "step_drift": {"en": "What is not kept up", "fr": "Ce qu’on n’entretient pas"},
}

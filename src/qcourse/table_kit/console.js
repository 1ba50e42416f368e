/* The facilitator's console: a game is a list of operations, saved at every step and played again on return. */
/* global tableQ, consoleData */
(function () {
  "use strict";
  const { file, own, words, language } = consoleData;
  const rules = { ...file, agents: { ...file.agents, outside: [] } };
  const KEY = "table-q-console";
  const say = (name) => words[name][language];
  const pick = (text) => text[language];
  const colon = language === "fr" ? "\u00a0:" : ":";
  const $ = (id) => document.getElementById(id);
  const named = (list, id) => pick(list.find((item) => item.id === id).name);
  const show = (value) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
  const refuse = (name) => {
    throw new Error(say(name));
  };
  let ops = [];
  let table = null;
  let message = "";
  let ends = null;

  /* One operation on a table { game, played, last, banned, granted, pressed, lines }. */
  const steps = {
    start: (_, [seed, rounds]) => ({
      game: tableQ.newGame(rules, { seed, rounds, version: own.version }),
      played: {},
      last: {},
      banned: {},
      granted: false,
      pressed: false,
      lines: [],
    }),
    judge: (t, [place]) => ({ ...t, game: tableQ.judge(t.game, place) }),
    face: (t, [option]) => ({ ...t, game: tableQ.faceEvent(t.game, option) }),
    act(t, [name, second]) {
      const action = t.game.rules.actions.get(name);
      const elsewhere = (actors) => actors.map(teamOf).filter((team) => team !== teamOf(action.owner));
      const likers = elsewhere(action.liked_by);
      const mayDo = likers.length ? likers : elsewhere([...file.agents.home.actors, "FED"]);
      if (!mayDo.includes(teamOf(second))) refuse("bad_second");
      if (t.banned[name] === t.game.state.round) refuse("is_banned");
      return { ...t, game: tableQ.act(t.game, name), lines: [...t.lines, `${name}${colon} ${action.owner} + ${second}`] };
    },
    deal: (t, [gauge, amount, who]) => ({
      ...changed(t, { [gauge]: amount }),
      lines: [...t.lines, `${say("deal")}${colon} ${gauge} ${amount} (${who})`],
    }),
    card(t, [power, kind, chosen]) {
      during(t);
      const round = t.game.state.round;
      const card = own.outside_cards[kind];
      if (t.played[power] === round) refuse("played_already");
      if (kind === "cool" && t.last[power] === "cool") refuse("cool_twice");
      const effects = { [own.relations[power]]: card.relation };
      let banned = t.banned;
      if (kind === "warm") {
        if (!card.gains.includes(chosen)) refuse("choose_gain");
        effects[chosen] = card.gain * t.game.rules.numbers.scale * (1 - t.game.state[chosen] / 100);
      } else if (kind === "cool") {
        const action = t.game.rules.actions.get(chosen);
        if (!action || action.window !== power) refuse("choose_ban");
        banned = { ...banned, [chosen]: round + 1 };
      }
      const next = changed(t, effects);
      const played = { ...t.played, [power]: round };
      const lines = [...t.lines, `${power}${colon} ${pick(card.name)} ${chosen || ""}`];
      return { ...next, played, banned, last: { ...t.last, [power]: kind }, lines };
    },
    grant(t) {
      if (t.granted) refuse("once_only");
      return { ...changed(t, { money: own.grant.money }), granted: true };
    },
    extra(t, [option]) {
      during(t);
      if (t.pressed) refuse("once_only");
      const { event } = t.game.state;
      const pressed = { ...t.game, state: { ...t.game.state, phase: "event", event: own.extra.event } };
      const game = tableQ.faceEvent(pressed, option);
      return { ...t, pressed: true, game: { ...game, state: { ...game.state, event } } };
    },
    end(t) {
      if (Object.keys(own.relations).some((power) => t.played[power] !== t.game.state.round)) refuse("cards_first");
      return { ...t, game: tableQ.endRound(t.game) };
    },
  };
  function teamOf(actor) {
    return own.teams["5"].find((team) => team.actors.includes(actor)).id;
  }
  function during(t) {
    if (t.game.state.phase !== "actions") refuse("not_now");
  }
  function changed(t, effects) {
    during(t);
    const state = { ...t.game.state };
    for (const [name, amount] of Object.entries(effects)) {
      if (!Number.isFinite(amount)) refuse("not_number");
      const most = name === "money" ? 99 : 100;
      state[name] = Math.min(most, Math.max(0, state[name] + amount));
    }
    return { ...t, game: { ...t.game, state } };
  }
  const replay = (list) => list.reduce((t, [name, ...rest]) => steps[name](t, rest), null);

  function perform(...operation) {
    try {
      table = replay([...ops, operation]);
      ops = [...ops, operation];
      message = "";
      keep();
    } catch (error) {
      message = error.text ? pick(error.text) : error.message;
    }
    draw();
    $("board").focus(); // what was pressed is gone: the keyboard goes on from the board
  }
  function keep() {
    try {
      localStorage.setItem(KEY, JSON.stringify(ops));
    } catch {
      message = say("not_saved");
    }
  }
  function aim(actor) {
    const { state } = table.game;
    const aims = tableQ.scoreOf(table.game).aims;
    return own.actors[actor].parts.reduce((sum, part) => {
      let value = Math.min(...part.of.map((name) => (name in aims ? aims[name] : state[name])));
      if ("above" in part) value = Math.max(0, value - part.above);
      if (part.mirrored) value = 100 - value;
      return sum + part.weight * value;
    }, 0);
  }

  /* Drawing. */
  function make(tag, text, settings = {}) {
    return Object.assign(document.createElement(tag), { textContent: text || "" }, settings);
  }
  function button(text, run, id) {
    return make("button", text, { type: "button", onclick: run, id: id || "" });
  }
  function choice(id, label, options) {
    const outer = make("label", label + " ");
    const select = make("select", "", { id });
    options.forEach(([value, text]) => select.append(make("option", text, { value })));
    outer.append(select);
    return outer;
  }
  function grid(target, head, rows, caption) {
    const made = make("table");
    made.append(make("caption", caption));
    const line = (cells, top) => {
      const tr = make("tr");
      cells.forEach((cell, place) => {
        const heading = top || place === 0;
        tr.append(make(heading ? "th" : "td", cell, heading ? { scope: top ? "col" : "row" } : {}));
      });
      made.append(tr);
    };
    line(head, true);
    rows.forEach((row) => line(row, false));
    target.append(made);
  }
  function draw() {
    const board = $("board");
    const desk = $("desk");
    board.replaceChildren();
    desk.replaceChildren();
    $("message").textContent = message;
    $("undo").disabled = ops.length < 2;
    if (!table) {
      desk.append(
        choice("seed", say("deck"), own.seeds.map((seed) => [seed, seed])),
        choice("setting", say("timing"), own.settings.map((item) => [item.rounds, pick(item.name)])),
        button(say("begin"), () => perform("start", Number($("seed").value), Number($("setting").value)), "begin"),
      );
      return;
    }
    const { game } = table;
    const { state } = game;
    const head = `${say("round")} ${state.round} / ${state.rounds} · ${named(file.windows, state.window)}`;
    board.append(make("h2", head));
    board.append(make("p", `${say("money")} ${state.money} · ${say("capital")} ${state.dc}`));
    grid(
      board,
      [say("gauge"), say("now")],
      file.gauges.map((gauge) => [pick(gauge.name), show(state[gauge.id])]),
      say("score"),
    );
    if (table.lines.length) board.append(make("p", table.lines.slice(-6).join(" · ")));
    if (state.phase === "card") drawCard(board, desk);
    else if (state.phase === "event") drawEvent(board, desk);
    else if (state.phase === "actions") drawActions(desk);
    else drawEnd(board);
  }
  function drawCard(board, desk) {
    const card = table.game.rules.cards.get(table.game.state.card);
    board.append(make("p", pick(card.ask)));
    card.choices.forEach((item, place) => desk.append(button(pick(item.text), () => perform("judge", place))));
  }
  function drawEvent(board, desk) {
    const event = table.game.rules.events.get(table.game.state.event);
    const reason = table.game.log.filter((step) => step.kind === "card").at(-1);
    if (reason) board.append(make("p", pick(reason.plain)));
    board.append(make("h3", pick(event.name)), make("p", pick(event.plain)));
    const known = tableQ.eventOptions(table.game);
    if (!known.length) desk.append(button(say("happens"), () => perform("face", null)));
    known.forEach((id) => desk.append(button(named(event.options, id), () => perform("face", id))));
  }
  function drawActions(desk) {
    const { game } = table;
    const { state } = game;
    const coming = tableQ.candidates(game).map((id) => pick(game.rules.events.get(id).name));
    if (coming.length) desk.append(make("p", `${say("candidates")}${colon} ${coming.join(" / ")}`));
    const actions = [...game.rules.actions.values()];
    const legal = tableQ.legalActions(game).filter((id) => table.banned[id] !== state.round);
    const offered = actions.filter((item) => legal.includes(item.id));
    const seconds = [...file.agents.home.actors, "FED"].map((id) => [id, id]);
    const label = (item) => `${item.id} ${pick(item.name)} (${item.owner} → ${item.liked_by.join(", ")})`;
    const section = (title, ...parts) => {
      const set = make("fieldset");
      set.append(make("legend", title), ...parts);
      desk.append(set);
    };
    section(
      say("action"),
      choice("action", say("action"), offered.map((item) => [item.id, label(item)])),
      choice("second", say("second"), seconds),
      button(say("take"), () => perform("act", $("action").value, $("second").value), "take"),
    );
    const gauges = [...file.gauges.map((item) => [item.id, pick(item.name)]), ["money", say("money")]];
    const amount = make("label", say("change") + " ");
    amount.append(make("input", "", { id: "amount", type: "number", value: 1 }));
    const who = make("label", say("team") + " ");
    who.append(make("input", "", { id: "who" }));
    const deal = () => perform("deal", $("dealt").value, Number($("amount").value), $("who").value);
    section(say("deal"), choice("dealt", say("gauge"), gauges), amount, who, button(say("enter"), deal));
    for (const power of Object.keys(own.relations)) {
      if (table.played[power] === state.round) continue;
      const kinds = Object.entries(own.outside_cards).map(([id, card]) => [id, pick(card.name)]);
      const gains = own.outside_cards.warm.gains.map((id) => [id, named(file.gauges, id)]);
      const bans = actions.filter((item) => item.window === power).map((item) => [item.id, pick(item.name)]);
      const kind = `kind-${power}`;
      const chosen = { warm: `gain-${power}`, cool: `ban-${power}` };
      const play = () => perform("card", power, $(kind).value, chosen[$(kind).value] ? $(chosen[$(kind).value]).value : null);
      section(
        named(file.actors, power),
        choice(kind, say("card_kind"), kinds),
        choice(chosen.warm, say("if_warm"), gains),
        choice(chosen.cool, say("if_cool"), bans),
        button(say("play"), play, `play-${power}`),
      );
    }
    if (!table.granted) desk.append(button(pick(own.grant.name), () => perform("grant"), "grant"));
    if (!table.pressed) {
      const options = file.events.find((item) => item.id === own.extra.event).options;
      options.forEach((item) => desk.append(button(`${pick(own.extra.name)}${colon} ${pick(item.name)}`, () => perform("extra", item.id))));
    }
    desk.append(button(say("end_round"), () => perform("end"), "end"));
  }
  function drawEnd(board) {
    const score = tableQ.scoreOf(table.game);
    board.append(make("h2", `${say("score_table")}${colon} ${show(score.final)} · ${named(file.bands, score.band)}`));
    const marks = own.references[table.game.state.rounds];
    const rows = own.teams["5"].map((team) => {
      const mean = (value) => team.actors.reduce((sum, actor) => sum + value(actor), 0) / team.actors.length;
      const [reached, reference] = [mean(aim), mean((actor) => marks[actor])];
      const title = team.name ? pick(team.name) : team.actors.map((actor) => named(file.actors, actor)).join(" + ");
      return [title, show(reached), show(reference), (reached < reference ? "" : "+") + show(reached - reference)];
    });
    grid(board, [say("team"), say("result"), say("reference"), say("difference")], rows, say("score_table"));
  }

  /* Timer, undo, projector, a new game. */
  $("phase").append(...own.phases.map((item) => make("option", pick(item.name), { value: item.id })));
  $("go").onclick = () => {
    const rounds = table ? table.game.state.rounds : own.settings[0].rounds;
    const setting = own.settings.find((item) => item.rounds === rounds);
    ends = Date.now() + 60000 * setting.phases[$("phase").value];
    tick();
  };
  function tick() {
    const left = ends === null ? 0 : Math.max(0, Math.ceil((ends - Date.now()) / 1000));
    $("clock").textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  }
  setInterval(tick, 500);
  $("undo").onclick = () => {
    ops = ops.slice(0, -1);
    table = replay(ops);
    message = "";
    keep();
    draw();
  };
  $("projector").onclick = () => {
    const on = document.body.classList.toggle("projector");
    $("projector").setAttribute("aria-pressed", String(on));
  };
  $("anew").onclick = () => {
    if (!window.confirm(say("anew_sure"))) return;
    ops = [];
    table = null;
    message = "";
    keep();
    draw();
  };
  try {
    ops = JSON.parse(localStorage.getItem(KEY) || "[]");
    table = ops.length ? replay(ops) : null;
  } catch {
    ops = [];
    table = null;
    message = say("not_read");
  }
  draw();
})();

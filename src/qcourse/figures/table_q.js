/* Table Q alone: a briefing, then year after year a piece of evidence, an event and up to three actions; then the account. */
import { button, choices, node, sentence, table } from "./controls.js";
import { number, speaker } from "./words.js";
import { act, adviceFor, candidates, endRound, eventOptions, faceEvent, judge, legalActions, loadGame, newGame, nextWindow, obstacle, saveGame, scoreOf } from "./table_q_engine.js";
import { account, bands, browserShelf, radar, replayed, securityOverYears, wording } from "./table_q_views.js";

const KEY = "qcourse-table_q";

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const { file, lessons } = model.get("data");
  const id = "figure-table_q";
  const inBook = Boolean(el.closest("figure.qc-figure-on"));
  const links = inBook ? { fact: (fact) => `../../book/facts.html#fact-${fact}`, lesson: (name) => `../${lessons[name].module}/${name}.html` } : null;
  const words = wording({ file, say, language, links });
  const frame = (key, values = {}) => file.frame[key][language].replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
  const settings = { rounds: file.draw.default_length, version: file.latest, seed: 1 };
  const aimsOf = (one) => Object.values(scoreOf(one).aims);
  let game = null;
  let opened = null;

  const heading = node("p", { class: "qc-tq-heading", role: "heading", "aria-level": 3, tabindex: -1 });
  const says = sentence();
  const panel = node("div");
  const board = node("div", { class: "qc-tq-board" });
  const story = node("div");
  const drawing = radar({ file, say, language });
  const aims = table(say("aims"));
  const gauges = table(say("gauges"));
  const meanings = node(
    "details",
    { class: "qc-figure-numbers" },
    node("summary", { text: say("meanings") }),
    node("ul", {}, ...file.gauges.map((gauge) => node("li", {}, node("strong", { text: gauge.name[language] }), " · ", gauge.plain[language]))),
    node("p", { text: say("floors") }),
  );
  board.append(node("div", { class: "qc-pair" }, node("div", {}, drawing.element, aims.element), gauges.element), meanings);

  const shelf = browserShelf(KEY);

  function doing(key, press, kind = "") {
    const made = button(say(key), press, kind);
    made.dataset.do = key;
    return made;
  }

  /** Back to the briefing; the game stays kept until another begins. */
  function leave() {
    Object.assign(settings, { seed: (game.seed + 1) % 4294967296, rounds: game.state.rounds, version: game.rules.version });
    game = null;
    show({ told: say("briefing_says") });
  }

  /* Save string: to copy, and to go on from. */
  const saved = node("input", { type: "text", readonly: true, id: `${id}-saved`, spellcheck: "false", autocomplete: "off" });
  const copy = button(say("copy"), () => {
    saved.select();
    const copied = () => says.say(say("copied"));
    if (navigator.clipboard) navigator.clipboard.writeText(saved.value).then(copied, () => says.say(say("copy_by_hand")));
    else says.say(say("copy_by_hand"));
  });
  const wanted = node("input", { type: "text", id: `${id}-wanted`, spellcheck: "false", autocomplete: "off" });
  const refused = node("p", { class: "qc-tq-refused", role: "alert", id: `${id}-refused` });
  const open = button(say("open"), () => {
    try {
      game = loadGame(file, wanted.value);
    } catch (error) {
      refused.textContent = say("refused", { reason: error.text ? error.text[language] : String(error) });
      wanted.setAttribute("aria-invalid", "true");
      wanted.focus();
      return;
    }
    wanted.value = "";
    show({ told: say("opened") });
  });
  wanted.setAttribute("aria-describedby", refused.id);
  const keepRow = node("div", {}, node("label", { for: saved.id, text: say("saved") }), saved, node("p", { class: "qc-buttons" }, copy, doing("another", leave)));
  const saver = node(
    "details",
    { class: "qc-figure-numbers qc-tq-saver" },
    node("summary", { text: say("saver") }),
    keepRow,
    node("label", { for: wanted.id, text: say("wanted") }),
    wanted,
    refused,
    node("p", { class: "qc-buttons" }, open),
  );

  el.append(node("div", { class: "qc-tq" }, heading, says.element, panel, board, story, saver));

  const name = (text) => node("p", { class: "qc-measure-name", text });
  const plain = (text) => node("p", { text });
  const label = (text) => node("p", { class: "qc-figure-label", text });
  const folded = (title, ...inside) => node("details", { class: "qc-figure-numbers" }, node("summary", { text: title }), ...inside);
  const shownYear = () => words.year(game.state.round);

  /** Take a step; what it changed is said. */
  function move(next) {
    const from = game.log.length;
    game = next;
    const [step] = game.log.slice(from);
    const ended = next.state.phase === "over" ? say("ended_all") : say("ended", { year: words.year(step.round) });
    const told = { card: () => words.helped(game.state.help), home: () => ended }[step.kind] || (() => words.step(step, game.rules));
    show({ told: told() });
  }

  function begin(given) {
    game = newGame(file, given);
    show({ told: say("begun") });
  }

  /* Before the game. */
  function briefing() {
    const minutes = { 3: 15, 4: 20, 6: 30 };
    const rounds = choices({
      id: `${id}-rounds`,
      legend: say("length"),
      options: file.draw.lengths.map((length) => [length, say("length_of", { length: number(length, language), minutes: number(minutes[length], language) })]),
      change: (value) => (settings.rounds = value),
    });
    const version = choices({
      id: `${id}-version`,
      legend: say("version"),
      options: [[2, say("version_2")], [1, say("version_1")]],
      change: (value) => (settings.version = value),
    });
    rounds.show(settings.rounds);
    version.show(settings.version);
    const seed = node("input", { type: "number", id: `${id}-seed`, min: 0, max: 4294967295, step: 1, value: settings.seed });
    const kept = shelf.get();
    const start = doing("start", () => {
      settings.seed = seed.value === "" ? NaN : Number(seed.value);
      try {
        begin({ ...settings });
      } catch (error) {
        says.say(error.text[language]);
        seed.focus();
      }
    }, "qc-button-main");
    const go = kept && doing("resume", () => {
      try {
        game = loadGame(file, kept);
        show({ told: say("opened") });
      } catch (error) {
        says.say(say("refused", { reason: error.text ? error.text[language] : String(error) }));
      }
    });
    heading.textContent = say("briefing");
    panel.replaceChildren(
      plain(frame("sides")),
      plain(frame("task")),
      node("ol", {}, ...["how_1", "how_2", "how_3", "how_4"].map((key) => node("li", { text: say(key) }))),
      node("p", { class: "qc-tq-values", text: frame("teaching_values") }),
      rounds.element,
      version.element,
      node("div", { class: "qc-menu" }, node("label", { for: seed.id, text: say("seed") }), seed),
      node("p", { class: "qc-buttons" }, start, ...(go ? [go] : [])),
    );
  }

  /* The year. */
  function strip() {
    const { money, dc, window } = game.state;
    const next = nextWindow(game);
    const coming = candidates(game).map((event) => game.rules.events.get(event).name[language]);
    const items = [
      [say("money"), number(money, language, 0)],
      [say("capital"), number(dc, language, 0)],
      [say("window"), words.windows.get(window) + (next ? say("window_next", { window: words.windowInside(next) }) : "")],
      ...(coming.length ? [[say("coming"), say("one_of", { one: coming[0], other: coming[1] })]] : []),
    ];
    return node("ul", { class: "qc-tq-strip" }, ...items.map(([key, value]) => node("li", {}, node("strong", { text: key }), " · ", value)));
  }

  function lastYear() {
    const { round, phase } = game.state;
    const ends = ["home", "outside", "drift"];
    const before = phase === "over" ? round : round - 1;
    const steps = game.log.filter((step) => step.round === before && ends.includes(step.kind)).concat(game.log.filter((step) => step.round === round && step.kind === "built"));
    if (!steps.length) return [];
    const box = folded(say("last_year", { year: words.year(before) }), node("ul", {}, ...steps.map((step) => node("li", { text: words.step(step, game.rules) }))));
    box.open = ["card", "event", "over"].includes(phase) && !game.state.chosen.length;
    return [box];
  }

  function judged() {
    const step = game.log.findLast((one) => one.kind === "card" && one.round === game.state.round);
    if (!step) return [];
    const card = game.rules.cards.get(step.id);
    const choice = card.choices[Number(game.moves.at(-1)[0])];
    const { right, wrong } = game.rules.own.judgement;
    const help = 1 + choice.worth * (choice.worth > 0 ? right : wrong);
    const more = links
      ? [node("a", { href: links.lesson(card.lesson), text: say("lesson", { title: lessons[card.lesson].title[language] }) }), ...card.facts.flatMap((fact) => [" · ", node("a", { href: links.fact(fact), text: say("register"), "aria-label": `${say("register")} (${fact})` })])]
      : [say("lesson", { title: lessons[card.lesson].title[language] })];
    return [node("div", { class: "qc-reading qc-tq-judged", "data-help": help > 1 ? "right" : help < 1 ? "wrong" : "neutral" }, node("p", {}, node("strong", { text: words.helped(help) })), plain(choice.reason[language]), node("p", {}, ...more))];
  }

  function cardPanel() {
    const card = game.rules.cards.get(game.state.card);
    let chosen = null;
    const list = choices({ id: `${id}-judge`, legend: say("judge_ask"), options: card.choices.map((choice, place) => [place, choice.text[language]]), change: (value) => (chosen = value) });
    list.element.querySelectorAll("input").forEach((input, place) => (input.dataset.choice = place));
    const kind = file.card_kinds.find((one) => one.id === card.kind).name[language];
    return [
      name(say("evidence", { kind })),
      plain(card.ask[language]),
      list.element,
      node("p", { class: "qc-buttons" }, doing("judge", () => (chosen === null ? says.say(say("choose_first")) : move(judge(game, chosen))), "qc-button-main")),
    ];
  }

  function eventPanel() {
    const event = game.rules.events.get(game.state.event);
    const can = eventOptions(game);
    const parts = [...judged(), name(say("event_is", { name: event.name[language] })), plain(event.plain[language])];
    let chosen = null;
    if (can.length) {
      const list = choices({
        id: `${id}-answer`,
        legend: say("answer_ask"),
        options: event.options.map((option) => {
          const missing = can.includes(option.id) ? "" : " " + say("not_now", { needs: option.if.map(needed).join("; ") });
          return [option.id, `${option.name[language]}. ${option.plain[language]} (${words.listed(option.effects)})${missing}`];
        }),
        change: (value) => (chosen = value),
      });
      list.element.querySelectorAll("input").forEach((input) => {
        input.dataset.option = input.value;
        input.disabled = !can.includes(input.value);
      });
      parts.push(list.element);
    }
    const press = () => (can.length && chosen === null ? says.say(say("choose_first")) : move(faceEvent(game, chosen)));
    parts.push(folded(say("why"), words.reasons(event.why)));
    parts.push(node("p", { class: "qc-buttons" }, doing(can.length ? "decide" : "happen", press, "qc-button-main"), ...undoButton()));
    return parts;
  }

  function needed([key, comparison, value]) {
    return key === "dc" ? say("needs_capital", { value: words.whole(value) }) : words.condition([key, comparison, value]);
  }

  function hindrance(action) {
    const why = obstacle(game, action.id);
    if (why === "chosen") return say("lack_chosen");
    if (why === "full") return say("lack_full", { most: number(game.rules.numbers.actions_per_round, language) });
    if (why === "money") return say("lack_money", { cost: number(action.money, language), have: number(game.state.money, language, 0) });
    if (why === "capital") return say("lack_capital", { cost: number(action.capital, language), have: number(game.state.dc, language, 0) });
    if (why[0] === "inv" || why[0] === "lit") return say("lack_done");
    return say("lack_need", { condition: words.condition(why), now: number(game.state[why[0]], language, 1) });
  }

  function actionItem(action, legal, wishes) {
    const now = legal ? act(game, action.id).state : null;
    const found = {};
    if (now) game.rules.gauges.forEach((gauge) => (found[gauge] = now[gauge] - game.state[gauge]));
    const effects = legal ? words.changes(found) : words.listed(action.effects);
    const isOpen = action.window === game.state.window;
    const cost = [
      say("costs", { money: number(action.money, language), capital: number(action.capital, language) }),
      isOpen ? say("window_open", { window: words.windows.get(action.window), times: number(game.rules.numbers.window, language) }) : words.windows.get(action.window),
      ...(game.state.last.includes(action.id) ? [say("repeated", { times: number(game.rules.numbers.repeat, language) })] : []),
      ...(wishes.length ? [say("asked_by", { actors: wishes.join(", ") })] : []),
    ].join(" · ");
    const about = `${id}-about-${action.id}`;
    const press = button(action.name[language], () => move(act(game, action.id)));
    press.dataset.action = action.id;
    press.setAttribute("aria-describedby", about);
    return node(
      "li",
      { class: "qc-tq-action" },
      legal ? press : node("p", {}, node("strong", { text: action.name[language] }), " · ", hindrance(action)),
      node(
        "div",
        { id: about },
        node("p", { class: "qc-tq-cost", text: cost }),
        ...(effects ? [node("p", {}, say(legal ? "effects_now" : "effects_full", { effects }))] : []),
        ...(action.next_round ? [plain(say("later", { effects: words.listed(action.next_round) }))] : []),
        ...(action.then ? [label(say(now && action.then.if.every((need) => game.state[need[0]] >= need[2]) ? "then_yes" : "then_no", { condition: action.then.if.map(words.condition).join(", ") }))] : []),
      ),
      folded(say("what"), plain(action.plain[language]), words.reasons(action.why)),
    );
  }

  function actionsPanel() {
    const { chosen, help, round } = game.state;
    const most = game.rules.numbers.actions_per_round;
    const legal = legalActions(game);
    const wishes = adviceFor(game);
    const happened = game.log.findLast((one) => one.kind === "event" && one.round === round);
    const taken = game.log.filter((one) => one.kind === "action" && one.round === round);
    const item = (action) => actionItem(action, legal.includes(action.id), wishes.filter((wish) => wish.action === action.id).map((wish) => words.actors.get(wish.actor)));
    const all = [...game.rules.actions.values()];
    const closed = all.filter((action) => !legal.includes(action.id));
    const full = chosen.length >= most;
    return [
      ...(taken.length ? [plain(words.step(happened, game.rules))] : []),
      ...(happened.plain ? [] : [plain(say("event_no_effect"))]),
      ...(help !== 1 ? [plain(words.helped(help))] : []),
      name(say("taken", { taken: number(chosen.length, language), most: number(most, language) })),
      ...(taken.length ? [node("ul", {}, ...taken.map((step) => node("li", { text: words.step(step, game.rules) })))] : []),
      node("p", { class: "qc-buttons" }, doing("end", () => move(endRound(game)), full || !legal.length ? "qc-button-main" : ""), ...undoButton()),
      ...(full ? [] : [
        name(say("advice")),
        node("ul", {}, ...wishes.map(({ actor, action, gauge }) => node("li", { text: action ? frame("advice", { actor: words.actors.get(actor), action: game.rules.actions.get(action).name[language], gauge: words.name(gauge) }) : frame("no_advice", { actor: words.actors.get(actor) }) }))),
        label(say("advice_free")),
        name(say("can_take", { count: number(legal.length, language) })),
        node("ul", { class: "qc-tq-actions" }, ...all.filter((action) => legal.includes(action.id)).map(item)),
      ]),
      ...(closed.length ? [folded(say("cannot_take", { count: number(closed.length, language) }), node("ul", { class: "qc-tq-actions" }, ...closed.map(item)))] : []),
    ];
  }

  function undoButton() {
    if (!game.moves.at(-1)) return [];
    return [doing("undo", () => {
      const moves = [...game.moves];
      moves[moves.length - 1] = moves.at(-1).slice(0, -1);
      game = replayed(game, moves);
      show({ told: say("undone") });
    })];
  }

  /* The end. */
  function endPanel() {
    const score = scoreOf(game);
    const { rounds, round } = game.state;
    const band = file.bands.find((one) => one.id === score.band).name[language];
    const one = (value) => number(value, language, 1);
    const rows = table(say("account"));
    rows.show(account(game, { say, words, language }));
    const list = table(say("bands", { rounds: number(rounds, language) }));
    list.show([[say("band"), say("points")], ...bands(game, { say, language })]);
    const par = (game.rules.own.pars || {})[String(rounds)];
    const { seed } = game;
    const { version } = game.rules;
    return [
      node("p", { class: "qc-tq-final" }, node("strong", { text: say("final", { final: one(score.final), band }) })),
      ...(score.early ? [plain(say("early", { round: number(round, language) }))] : []),
      ...(par ? [plain(say("par", { random: one(par.random), newcomer: one(par.newcomer), best: one(par.best) }))] : []),
      node("div", { class: "qc-pair" }, rows.element, list.element),
      label(say("base_note")),
      ...lastYear(),
      name(say("years")),
      securityOverYears(game, { say, words, language }),
      name(say("debrief")),
      node("ol", { class: "qc-tq-debrief" }, ...file.debrief.map((item) => node("li", { text: item.ask[language] }))),
      node("p", { class: "qc-buttons" }, doing("again", () => begin({ seed, rounds, version })), doing("another", leave)),
    ];
  }

  /* The board and the story. */
  function showBoard() {
    const first = newGame(file, { seed: game.seed, rounds: game.state.rounds, version: game.rules.version });
    const { phase, round } = game.state;
    const before = {};
    game.log.filter((step) => step.round === round).forEach(({ changes }) => Object.entries(changes).forEach(([key, value]) => (before[key] = (before[key] || 0) + value)));
    drawing.show(aimsOf(first), aimsOf(game));
    aims.show([
      [say("aim"), say("start_column"), say("now_column")],
      ...file.coefficients.score.aims.map((aim, place) => [aim.name[language], number(aimsOf(first)[place], language, 1), number(aimsOf(game)[place], language, 1)]),
    ]);
    gauges.show([
      [say("gauge"), say("now_column"), say("this_year")],
      ...file.gauges.map((gauge) => [gauge.name[language], words.whole(game.state[gauge.id]), Math.abs(before[gauge.id] || 0) < 0.05 ? "–" : words.signed(before[gauge.id])]),
    ]);
    const unfolded = story.querySelector("details")?.open || phase === "over";
    const years = Array.from({ length: round }, (_, place) => round - place);
    const all = folded(
      say("story"),
      ...years.flatMap((one) => [name(words.year(one)), node("ol", {}, ...game.log.filter((step) => step.round === one).map((step) => node("li", { text: words.step(step, game.rules) })))]),
    );
    all.open = unfolded && phase !== "over";
    story.replaceChildren(all);
  }

  function show({ focus = true, told = "" } = {}) {
    board.hidden = story.hidden = !game;
    keepRow.hidden = !game;
    refused.textContent = "";
    wanted.removeAttribute("aria-invalid");
    if (!game) briefing();
    else {
      const { phase, round, rounds } = game.state;
      const text = saveGame(game);
      shelf.set(text);
      saved.value = text;
      opened = text;
      if (model.get("position").saved !== text) {
        model.set("position", { ...model.get("position"), saved: text });
        model.save_changes();
      }
      heading.textContent = phase === "over" ? say("over") : say("heading", { year: shownYear(), round: number(round, language), rounds: number(rounds, language) });
      const body = { card: cardPanel, event: eventPanel, actions: actionsPanel, over: endPanel }[phase]();
      const before = phase === "card" || (phase === "event" && !game.rules.own.cards) ? lastYear() : [];
      panel.replaceChildren(...(phase === "over" ? [] : [strip()]), ...before, ...body);
      showBoard();
    }
    says.say(told || say(game ? "begun" : "briefing_says"));
    if (focus) heading.focus();
  }

  model.on("change:position", () => {
    const { saved: given } = model.get("position");
    if (given && given !== opened) restore(given);
  });

  function restore(text) {
    try {
      game = loadGame(file, text);
    } catch {
      return;
    }
    show({ focus: false, told: say("opened") });
  }

  const given = model.get("position").saved || shelf.get();
  if (given) restore(given);
  if (!game) show({ focus: false });
}

export default { render };

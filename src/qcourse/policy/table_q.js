/* Table Q in the browser: the same rules file, the same steps and the same numbers as the Python package beside it.
   A game never changes; each move gives a new one. `file` is the content of table_q.json. */

const MODULUS = 2 ** 32;
const COUNTED = ["money", "dc", "penal", "lit"];

/** An error that is said in both languages: error.text.en, error.text.fr. */
function refusal(file, name, values = {}) {
  const fill = (text) => text.replace(/\{(\w+)\}/g, (place, key) => (key in values ? values[key] : place));
  const text = { en: fill(file.messages[name].en), fr: fill(file.messages[name].fr) };
  return Object.assign(new Error(text.en), { text });
}

/* Rules of one version. */

/** The rules of a version, with lists by id: actions, events, cards; the latest unless another is asked for. */
export function loadRules(file, version = file.latest) {
  const own = file.versions[String(version)];
  if (!own || typeof version !== "number") {
    throw refusal(file, "version", { found: String(version), known: Object.keys(file.versions).join(", ") });
  }
  const byId = (items) => new Map(items.map((item) => [item.id, item]));
  return {
    file,
    version,
    own,
    numbers: { ...file.coefficients, ...own.coefficients },
    actions: byId(file.actions),
    events: byId(file.events),
    cards: byId(own.cards ? file.cards : []),
    gauges: file.gauges.map((gauge) => gauge.id),
    kinds: Object.fromEntries(file.gauges.map((gauge) => [gauge.id, gauge.kind])),
  };
}

/* Chance. */

function shuffled(things, seed) {
  const result = [...things];
  let x = seed;
  for (let last = result.length - 1; last > 0; last--) {
    x = (1664525 * x + 1013904223) % MODULUS;
    const other = Math.floor((x * (last + 1)) / MODULUS);
    [result[last], result[other]] = [result[other], result[last]];
  }
  return result;
}

function drawn(rules, seed) {
  const draw = rules.file.draw;
  const most = Math.max(...draw.lengths);
  const all = rules.file.windows.map((item) => item.id);
  const windows = [...shuffled(all, seed + draw.windows_first), ...shuffled(all, seed + draw.windows_second)];
  return {
    events: shuffled([...rules.events.keys()], seed),
    windows: windows.slice(0, most),
    cards: shuffled([...rules.cards.keys()], seed + draw.cards).slice(0, most),
  };
}

/* Steps on a state, in place. */

function holds(state, conditions = []) {
  return conditions.every(([name, comparison, value]) => {
    const seen = state[name];
    if (comparison === ">=") return seen >= value;
    if (comparison === "<") return seen < value;
    if (comparison === ">") return seen > value;
    return Boolean(seen) === Boolean(value);
  });
}

function applyEffects(rules, state, effects, strength = 1, repeat = 1) {
  for (const [name, size] of effects) {
    let amount = size;
    if (amount >= 0) {
      const kind = rules.kinds[name];
      if (kind === "gain") amount = amount * rules.numbers.scale * (1 - state[name] / 100) * strength;
      else if (kind === "level") amount = amount * strength;
      else if (kind === "trust") amount = amount * repeat;
    }
    state[name] += amount;
  }
}

function clamp(rules, state) {
  for (const gauge of rules.gauges) state[gauge] = Math.min(100, Math.max(0, state[gauge]));
}

function unity(rules, state) {
  return rules.numbers.trust_base + (rules.numbers.trust_slope * state.C) / 100;
}

function copyOf(state) {
  return { ...state, neglect: { ...state.neglect } };
}

function* opening(rules, state) {
  state.round += 1;
  if (state.due.length) {
    const strength = unity(rules, state);
    state.due.forEach((effects) => applyEffects(rules, state, effects, strength));
    state.due = [];
    clamp(rules, state);
    yield ["built", null, null];
  }
  const income = rules.numbers.income;
  state.money =
    Math.min(income.money_kept, state.money) + income.money + Math.floor(state.E / income.money_step) - state.penal;
  state.penal = 0;
  state.dc =
    Math.min(income.capital_kept, state.dc) + income.capital + Math.floor(state.I / income.capital_step) + state.lit;
  const index = state.round - 1;
  state.event = state.events[index];
  state.window = state.windows[index];
  state.card = state.cards.length ? state.cards[index] : null;
  state.chosen = [];
  state.help = 1;
  state.phase = state.card ? "card" : "event";
  yield ["income", null, null];
}

function eventBranch(state, event, option) {
  if (!holds(state, event.if)) return null;
  if (!event.options) return event.branches.find((branch) => holds(state, branch.if)) || null;
  const find = (id) => event.options.find((item) => item.id === id);
  const wished = find(option);
  return wished && holds(state, wished.if) ? wished : find(event.default);
}

function* happening(rules, state, option) {
  const event = rules.events.get(state.event);
  const branch = eventBranch(state, event, option);
  if (branch) {
    for (const [name, amount] of Object.entries(branch.pay || {})) state[name] -= amount;
    applyEffects(rules, state, branch.effects);
    Object.assign(state, branch.set);
  }
  clamp(rules, state);
  state.phase = "actions";
  yield ["event", event.id, branch ? branch.plain : null];
}

function* judging(rules, state, choice) {
  const chosen = rules.cards.get(state.card).choices[choice];
  const weights = rules.own.judgement;
  state.help = 1 + chosen.worth * (chosen.worth > 0 ? weights.right : weights.wrong);
  state.phase = "event";
  yield ["card", state.card, chosen.reason];
}

function* acting(rules, state, name) {
  const action = rules.actions.get(name);
  const repeat = state.last.includes(name) ? rules.numbers.repeat : 1;
  const window = action.window === state.window ? rules.numbers.window : 1;
  const strength = unity(rules, state) * repeat * window * state.help;
  const trust = repeat * state.help;
  state.money -= action.money;
  state.dc -= action.capital;
  applyEffects(rules, state, action.effects, strength, trust);
  if (action.then && holds(state, action.then.if)) {
    applyEffects(rules, state, action.then.effects, strength, trust);
  }
  if (action.next_round) state.due = [...state.due, action.next_round];
  Object.assign(state, action.set);
  for (const [key, amount] of Object.entries(action.add || {})) state[key] += amount;
  state.chosen = [...state.chosen, name];
  state.help = 1;
  clamp(rules, state);
  yield ["action", name, action.plain];
}

function* closing(rules, state) {
  const { home, outside, drift } = rules.file.agents;
  for (const actor of home.actors) {
    if (state.chosen.some((name) => rules.actions.get(name).liked_by.includes(actor))) {
      state.neglect[actor] = 0;
      applyEffects(rules, state, home.heard);
    } else {
      state.neglect[actor] += 1;
      if (state.neglect[actor] >= home.patience) applyEffects(rules, state, home.ignored);
    }
    yield ["home", actor, null];
  }
  for (const agent of outside) {
    const branch = agent.branches.find((item) => holds(state, item.if));
    if (branch) {
      applyEffects(rules, state, branch.effects);
      yield ["outside", agent.actor, branch.plain];
    }
  }
  applyEffects(rules, state, rules.numbers.drift);
  clamp(rules, state);
  state.last = state.chosen;
  state.early = Object.entries(rules.numbers.ends_below).some(([name, least]) => state[name] < least);
  state.phase = state.early || state.round === state.rounds ? "over" : "start";
  yield ["drift", null, drift.plain];
}

/* A game: { rules, seed, state, log, moves }. */

function moved(game, mark, change) {
  const { rules } = game;
  const state = copyOf(game.state);
  const log = [...game.log];
  let before = copyOf(state);
  for (const [kind, id, plain] of change(state)) {
    const changes = {};
    for (const key of [...rules.gauges, ...COUNTED]) {
      if (state[key] !== before[key]) changes[key] = state[key] - before[key];
    }
    log.push({ round: state.round, kind, id, changes, plain });
    before = copyOf(state);
  }
  const moves = game.moves.map((marks, place) => (place === game.moves.length - 1 ? marks + mark : marks));
  return Object.freeze({ ...game, state, log, moves });
}

function opened(game) {
  const next = moved(game, "", (state) => opening(game.rules, state));
  return Object.freeze({ ...next, moves: [...next.moves, ""] });
}

function expect(game, phase) {
  if (game.state.phase !== phase) throw refusal(game.rules.file, "now_" + game.state.phase);
}

const isWhole = (value) => typeof value === "number" && Number.isInteger(value);

/** A game whose first round is open: seed from 0 to 2³² − 1, rounds 3, 4 or 6 (4 unless said). */
export function newGame(file, { seed = 1, rounds = file.draw.default_length, version = file.latest } = {}) {
  const rules = loadRules(file, version);
  if (!isWhole(seed) || seed < 0 || seed >= MODULUS) throw refusal(file, "seed", { found: String(seed) });
  if (!file.draw.lengths.includes(rounds)) {
    throw refusal(file, "rounds", { found: String(rounds), known: file.draw.lengths.join(", ") });
  }
  const state = Object.fromEntries(file.gauges.map((gauge) => [gauge.id, gauge.start]));
  Object.assign(state, {
    money: 0,
    dc: 0,
    lit: 0,
    inv: false,
    neglect: Object.fromEntries(file.agents.home.actors.map((actor) => [actor, 0])),
    penal: 0,
    last: [],
    chosen: [],
    due: [],
    round: 0,
    rounds,
    event: null,
    window: null,
    card: null,
    help: 1,
    phase: "start",
    early: false,
    ...drawn(rules, seed),
  });
  return opened({ rules, seed, state, log: [], moves: [] });
}

/** The actions that can be taken now. */
export function legalActions(game) {
  const { rules, state } = game;
  if (state.phase !== "actions" || state.chosen.length >= rules.numbers.actions_per_round) return [];
  return [...rules.actions.values()]
    .filter(
      (action) =>
        state.money >= action.money &&
        state.dc >= action.capital &&
        !state.chosen.includes(action.id) &&
        holds(state, action.needs),
    )
    .map((action) => action.id);
}

/** Why an action can't be taken now: "money", "capital", "chosen", "full", or the first need that fails, [name, comparison, value]; null if it can. */
export function obstacle(game, name) {
  const { rules, state } = game;
  const action = rules.actions.get(name);
  if (state.chosen.includes(name)) return "chosen";
  if (state.chosen.length >= rules.numbers.actions_per_round) return "full";
  const need = action.needs.find((condition) => !holds(state, [condition]));
  if (need) return need;
  if (state.money < action.money) return "money";
  if (state.dc < action.capital) return "capital";
  return null;
}

/** The answers to this round's event that can be had now; empty if there is no choice. */
export function eventOptions(game) {
  const event = game.rules.events.get(game.state.event);
  if (game.state.phase !== "event" || !holds(game.state, event.if)) return [];
  return (event.options || []).filter((item) => holds(game.state, item.if)).map((item) => item.id);
}

/** Two events of which one comes in the next round, by id; none in the last round. */
export function candidates(game) {
  const { round, rounds, events } = game.state;
  return round < rounds ? [events[round], events[events.length / 2 + round]].sort() : [];
}

/** The window of the next round; null in the last. */
export function nextWindow(game) {
  const { round, rounds, windows } = game.state;
  return round < rounds ? windows[round] : null;
}

/** Answer the evidence card with the choice of that place, from 0. */
export function judge(game, choice) {
  expect(game, "card");
  const choices = game.rules.cards.get(game.state.card).choices;
  if (!isWhole(choice) || choice < 0 || choice >= choices.length) {
    throw refusal(game.rules.file, "choice", { found: String(choice), most: choices.length - 1 });
  }
  return moved(game, String(choice), (state) => judging(game.rules, state, choice));
}

/** Let the event happen, with the answer wished (an option's id); what can't be had gives way to the default. */
export function faceEvent(game, option = null) {
  expect(game, "event");
  const event = game.rules.events.get(game.state.event);
  const options = event.options || [];
  if (option !== null && !options.some((item) => item.id === option)) {
    const known = options.map((item) => item.id).join(", ") || "–";
    throw refusal(game.rules.file, "option", { found: String(option), known });
  }
  const branch = options.length ? eventBranch(game.state, event, option) : null;
  return moved(game, branch ? branch.key : "-", (state) => happening(game.rules, state, option));
}

/** Take an action; refused if it can't be taken now. */
export function act(game, name) {
  expect(game, "actions");
  const legal = legalActions(game);
  if (!legal.includes(name)) {
    throw refusal(game.rules.file, "action", { found: String(name), known: legal.join(", ") || "–" });
  }
  return moved(game, game.rules.actions.get(name).key, (state) => acting(game.rules, state, name));
}

/** Close the round and open the next, if there is one. */
export function endRound(game) {
  expect(game, "actions");
  const closed = moved(game, ".", (state) => closing(game.rules, state));
  return closed.state.phase === "over" ? closed : opened(closed);
}

/* Score. */

/** The score as things stand: { aims, base, penalties, early, final, band }. */
export function scoreOf(game) {
  const { rules, state } = game;
  const scoring = rules.numbers.score;
  const part = ({ of, by }) => {
    const values = of.map((name) => state[name]);
    return by === "min" ? Math.min(...values) : values.reduce((sum, value) => sum + value, 0) / values.length;
  };
  const aims = {};
  let product = 1;
  for (const aim of scoring.aims) {
    aims[aim.id] = aim.parts.reduce((sum, item) => sum + item.weight * part(item), 0);
    product *= aims[aim.id];
  }
  const base = product ** (1 / 3);
  const penalties = {};
  for (const item of scoring.floors) penalties[item.gauge] = item.weight * Math.max(0, item.floor - state[item.gauge]);
  const lost = Object.values(penalties).reduce((sum, value) => sum + value, 0);
  const final = Math.max(0, base - lost) * (state.early ? scoring.early : 1);
  const limits = rules.own.bands[String(state.rounds)];
  const last = limits[limits.length - 1];
  const place = limits.slice(0, -1).filter((limit) => final >= limit).length + (final > last ? 1 : 0);
  return { aims, base, penalties, early: state.early, final, band: rules.file.bands[place].id };
}

/* Advice: for each home actor { actor, action, gauge }; the last two null when nothing that it likes can be taken. */
export function adviceFor(game) {
  const { rules, state } = game;
  const legal = legalActions(game);
  return rules.file.agents.home.actors.map((actor) => {
    let best = { actor, action: null, gauge: null };
    let bestGain = 0;
    for (const name of legal) {
      const action = rules.actions.get(name);
      if (!action.liked_by.includes(actor)) continue;
      const then = action.then && holds(state, action.then.if) ? action.then.effects : [];
      const gains = {};
      for (const [gauge, amount] of [...action.effects, ...(action.next_round || []), ...then]) {
        if (amount > 0) gains[gauge] = (gains[gauge] || 0) + amount * (1 - state[gauge] / 100);
      }
      const gain = Object.values(gains).reduce((sum, value) => sum + value, 0);
      if (gain > bestGain) {
        bestGain = gain;
        const gauge = Object.keys(gains).reduce((most, key) => (gains[key] > gains[most] ? key : most));
        best = { actor, action: name, gauge };
      }
    }
    return best;
  });
}

/* Saved games. */

function seal(body) {
  let value = 0;
  for (const character of body) value = (value * 31 + character.charCodeAt(0)) % 36 ** 4;
  return value.toString(36).padStart(4, "0");
}

/** The game as a short string. */
export function saveGame(game) {
  const body = `TQ${game.rules.version}-${game.seed}-${game.state.rounds}-${game.moves.join("")}`;
  return `${body}-${seal(body)}`;
}

/** The game that a save string holds; refused, saying what is wrong, if it is damaged. */
export function loadGame(file, written) {
  const text = String(written).trim();
  const match = /^TQ(\d{1,4})-(\d{1,10})-(\d{1,2})-([0-9A-Za-z.-]*)-([0-9a-z]{4})$/.exec(text);
  if (!match) throw refusal(file, "save_form", { found: text.slice(0, 40) || "–" });
  if (match[5] !== seal(text.slice(0, -5))) throw refusal(file, "save_seal");
  let game = newGame(file, { seed: Number(match[2]), rounds: Number(match[3]), version: Number(match[1]) });
  const damaged = () => refusal(file, "save_move", { round: game.state.round });
  try {
    for (const [, judged, faced, actions, ended] of match[4].matchAll(/([0-9]?)([-A-Z]?)([a-z]*)(\.?)/g)) {
      if (judged) game = judge(game, Number(judged));
      if (faced) {
        const options = game.rules.events.get(game.state.event).options || [];
        game = faceEvent(game, faced === "-" ? null : options.find((item) => item.key === faced).id);
      }
      for (const key of actions) game = act(game, file.actions.find((action) => action.key === key).id);
      if (ended) game = endRound(game);
    }
  } catch {
    throw damaged();
  }
  if (saveGame(game) !== text) throw damaged();
  return game;
}

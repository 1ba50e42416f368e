/* What Table Q shows of a game, without deciding anything: sentences, the three aims, the years, and a game replayed. */
import { node, table } from "./controls.js";
import { number, percent } from "./words.js";
import { act, endRound, faceEvent, judge, newGame, scoreOf } from "./table_q_engine.js";

const SVG = "http://www.w3.org/2000/svg";

function drawn(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** The game that these marks make, from its first year: `moves` has a string of marks for each year begun. */
export function replayed(game, moves) {
  const { file, version } = game.rules;
  let again = newGame(file, { seed: game.seed, rounds: game.state.rounds, version });
  for (const mark of moves.join("")) {
    const { phase, event } = again.state;
    if (phase === "card") again = judge(again, Number(mark));
    else if (phase === "event") {
      const option = (again.rules.events.get(event).options || []).find((item) => item.key === mark);
      again = faceEvent(again, option ? option.id : null);
    } else if (mark === ".") again = endRound(again);
    else again = act(again, file.actions.find((item) => item.key === mark).id);
  }
  return again;
}

/** The sentences on a game, in the page's language; `links` gives the addresses of lessons and of the register, or null. */
export function wording({ file, say, language, links }) {
  const gauges = new Map(file.gauges.map((gauge) => [gauge.id, gauge.name[language]]));
  const actors = new Map(file.actors.map((actor) => [actor.id, actor.name[language]]));
  const windows = new Map(file.windows.map((item) => [item.id, item.name[language]]));
  // Inside a sentence the article loses its capital; a name, such as Ottawa’s, keeps it.
  const windowInside = (id) => windows.get(id).replace(/^(The|La) /, (article) => article.toLowerCase());
  const counted = { money: say("money"), dc: say("capital"), penal: say("penal"), lit: say("lit") };
  const name = (key) => gauges.get(key) || counted[key];
  const signed = (value) => (value < 0 ? "" : "+") + number(value, language, Math.abs(value) < 10 ? 1 : 0);
  const listed = (pairs) => pairs.map(([key, value]) => `${name(key)} ${signed(value)}`).join(" · ");
  const changes = (found) => listed(Object.entries(found).filter(([, value]) => Math.abs(value) >= 0.05));
  const whole = (value) => number(value, language, 0);
  const year = (round) => String(file.draw.years[0] + round - 1);

  function condition([key, comparison, value]) {
    if (key === "inv") return say(value ? "inventory_made" : "inventory_none");
    if (key === "lit") return say("trained_less");
    return say({ ">=": "at_least", "<": "below", ">": "above" }[comparison], { gauge: name(key), value: whole(value) });
  }

  function helped(help) {
    const key = help > 1 ? "right" : help < 1 ? "wrong" : "neutral";
    return file.frame[key][language].replace("{percent}", percent(Math.abs(help - 1), language, 0));
  }

  /** One line of the log as a sentence. */
  function step({ kind, id, changes: found, plain }, rules) {
    const told = changes(found);
    const text = plain ? plain[language] : "";
    const sentence = {
      built: () => say("step_built"),
      income: () => say("step_income"),
      card: () => say("step_card", { text }),
      event: () => say("step_named", { name: rules.events.get(id).name[language], text: text || say("event_nothing") }),
      action: () => say("step_action", { name: rules.actions.get(id).name[language] }),
      home: () => say(found.C > 0 ? "step_heard" : found.C < 0 ? "step_ignored" : "step_forgiven", { actor: actors.get(id) }),
      outside: () => say("step_named", { name: actors.get(id), text }),
      drift: () => text,
    }[kind]();
    return told ? `${sentence} (${told})` : sentence;
  }

  /** Why each effect is what it is, with a link to the register where the sentence rests on it. */
  function reasons(why) {
    return node(
      "ul",
      {},
      ...why.map((one) => {
        const item = node("li", {}, node("strong", { text: name(one.gauge) }), " · ", one[language]);
        if (links) one.facts.forEach((fact) => item.append(" ", node("a", { href: links.fact(fact), text: say("register"), "aria-label": `${say("register")} (${fact})` })));
        return item;
      }),
    );
  }

  return { name, actors, windows, windowInside, signed, listed, changes, whole, year, condition, helped, step, reasons };
}

/** The three aims as a drawing of three axes from 0 to 100, at the start (dashed) and now. */
export function radar({ file, say, language }) {
  const aims = file.coefficients.score.aims;
  const centre = [160, 132];
  const place = (turn, value) => {
    const angle = (-90 + 120 * turn) * (Math.PI / 180);
    return [centre[0] + value * Math.cos(angle), centre[1] + value * Math.sin(angle)].map((one) => one.toFixed(1));
  };
  const outline = (values, kind) => drawn("polygon", { class: kind, points: values.map((value, turn) => place(turn, value).join(",")).join(" ") });
  const labels = [[160, 20, "middle"], [318, 214, "end"], [2, 214, "start"]];
  const element = drawn("svg", { class: "qc-tq-radar", viewBox: "0 0 320 238", role: "img" });
  return {
    element,
    show(first, now) {
      const told = aims.map((aim, turn) => `${say("aim_" + aim.id)} ${number(now[turn], language, 0)}`);
      element.setAttribute("aria-label", say("radar", { aims: told.join(", ") }));
      element.replaceChildren(
        ...[50, 100].map((value) => outline([value, value, value], "qc-tq-grid")),
        ...[0, 1, 2].map((turn) => {
          const [x2, y2] = place(turn, 100);
          return drawn("line", { class: "qc-tq-grid", x1: centre[0], y1: centre[1], x2, y2 });
        }),
        outline(first, "qc-tq-first"),
        outline(now, "qc-tq-now"),
        ...told.map((text, turn) => {
          const [x, y, anchor] = labels[turn];
          return drawn("text", { x, y, "text-anchor": anchor }, text);
        }),
      );
    },
  };
}

/** Two gauges year by year, from the log: a list of [S, I], the start first. */
export function overYears(game, [one, other]) {
  const start = (key) => game.rules.file.gauges.find((gauge) => gauge.id === key).start;
  const values = [[start(one), start(other)]];
  game.log.forEach(({ round, changes }) => {
    values[round] = values[round] || [...values[round - 1]];
    values[round][0] += changes[one] || 0;
    values[round][1] += changes[other] || 0;
  });
  return values;
}

/** Security against influence: two lines over the years (full and dashed), and a table of the same. */
export function securityOverYears(game, { say, words, language }) {
  const values = overYears(game, ["S", "I"]);
  const names = [words.name("S"), words.name("I")];
  const x = (place) => 40 + (place * 260) / Math.max(1, values.length - 1);
  const y = (value) => 150 - 1.3 * value;
  const line = (which) => values.map((pair, place) => `${x(place).toFixed(1)},${y(pair[which]).toFixed(1)}`).join(" ");
  const label = (place) => (place ? words.year(place) : say("start_column"));
  const rows = values.map((pair, place) => [label(place), ...pair.map((value) => words.whole(value))]);
  const picture = drawn(
    "svg",
    { class: "qc-tq-years", viewBox: "0 0 320 176", role: "img", "aria-label": say("years_alt", { security: rows.at(-1)[1], influence: rows.at(-1)[2] }) },
    ...[0, 50, 100].flatMap((value) => [
      drawn("line", { class: "qc-tq-grid", x1: 40, x2: 306, y1: y(value), y2: y(value) }),
      drawn("text", { x: 34, y: y(value) + 4, "text-anchor": "end" }, number(value, language)),
    ]),
    drawn("polyline", { class: "qc-tq-line", points: line(0) }),
    drawn("polyline", { class: "qc-tq-line qc-tq-line-dashed", points: line(1) }),
    ...values.map((pair, place) => drawn("text", { x: x(place), y: 170, "text-anchor": "middle" }, label(place))),
  );
  const list = table(say("years"));
  list.show([[say("year"), say("line_full", { name: names[0] }), say("line_dashed", { name: names[1] })], ...rows]);
  return node("div", { class: "qc-pair" }, picture, list.element);
}

/** The rows of the final account: aims, base, what was taken off and why, final score. */
export function account(game, { say, words, language }) {
  const { file, numbers } = game.rules;
  const score = scoreOf(game);
  const one = (value) => number(value, language, 1);
  const off = numbers.score.floors.map(({ gauge, floor, weight }) => [
    say("penalty", { gauge: words.name(gauge), value: one(game.state[gauge]), floor: words.whole(floor), weight: number(weight, language, 2) }),
    score.penalties[gauge] ? one(-score.penalties[gauge]) : number(0, language),
  ]);
  const early = score.early ? [[say("early_row"), "× " + number(numbers.score.early, language, 2)]] : [];
  return [
    [say("account_part"), say("points")],
    ...file.coefficients.score.aims.map((aim) => [aim.name[language], one(score.aims[aim.id])]),
    [say("base"), one(score.base)],
    ...off,
    ...early,
    [say("final_row"), one(score.final)],
  ];
}

/** The five bands for the length of this game: name and range of points, the one reached marked. */
export function bands(game, { say, language }) {
  const limits = game.rules.own.bands[String(game.state.rounds)];
  const reached = scoreOf(game).band;
  const shown = (value) => number(value, language, 1);
  return game.rules.file.bands.map((band, place) => {
    const range =
      place === 0
        ? say("band_first", { limit: shown(limits[0]) })
        : place === limits.length
          ? say("band_last", { limit: shown(limits[place - 1]) })
          : say(place === limits.length - 1 ? "band_to" : "band_between", { from: shown(limits[place - 1]), to: shown(limits[place]) });
    return [band.name[language] + (band.id === reached ? ` (${say("band_yours")})` : ""), range];
  });
}

/** One line kept in this browser and nowhere else; without storage nothing is kept and nothing breaks. */
export function browserShelf(key) {
  return {
    get() {
      try {
        return localStorage.getItem(key);
      } catch {
        return null;
      }
    },
    set(text) {
      try {
        localStorage.setItem(key, text);
      } catch {
        /* not kept: the line on the screen still holds the game */
      }
    },
  };
}

/* The shelf-life desk: durations chosen in words, the threat as a range, the verdict as a band on a time line. */
import { drawn } from "./arrows.js";
import { button, choices, menu, node, sentence, slider, table } from "./controls.js";
import { number, speaker } from "./words.js";

function margin(secret, migrate, threat) {
  return threat - (secret + migrate);
}

function verdict(secret, migrate, earliest, latest) {
  if (margin(secret, migrate, latest) < 0) return "late";
  return margin(secret, migrate, earliest) >= 0 ? "safe" : "at_risk";
}

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const data = model.get("data");
  const id = "figure-shelf_life_desk";
  const now = Math.max(data.start, new Date().getFullYear());
  const last = now + data.horizons[1];
  const start = { secret: "decade", migrate: "renewal", threat: "even", own: [data.surveys.even.earliest, data.surveys.even.latest] };
  const position = () => ({ ...start, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const years = (count) => say(count === 0 || count === 1 ? `years_${count}` : "years_n", { years: number(count, language) });
  const named = (group) => data[group].map(([key, count]) => [key, say("with_years", { words: say(`${group}_${key}`), years: years(count) })]);
  const length = (group, key) => data[group].find(([other]) => other === key)[1];

  const secret = menu({ id: `${id}-secret`, label: say("secret"), options: named("secret"), change: (value) => move({ secret: value }) });
  const migrate = menu({ id: `${id}-migrate`, label: say("migrate"), options: named("migrate"), change: (value) => move({ migrate: value }) });
  const threat = choices({
    id: `${id}-threat`,
    legend: say("threat"),
    options: [...Object.entries(data.surveys).map(([key, range]) => [key, say(key, range)]), ["own", say("own")]],
    change: (value) => move({ threat: value }),
  });
  const year = (label, at) =>
    slider({
      id: `${id}-${label}`,
      label: say(label),
      min: now,
      max: last,
      format: String,
      change: (value) => {
        const own = [...position().own];
        own[at] = value;
        own[1 - at] = at ? Math.min(own[0], value) : Math.max(own[1], value);
        move({ own });
      },
    });
  const dates = [year("earliest", 0), year("latest", 1)];
  const own = node("div", { class: "qc-pair" }, ...dates.map((one) => one.element));
  const note = node("p", { class: "qc-figure-label" });
  const line = timeLine(say);
  const badge = node("p", { class: "qc-verdict-badge" });
  const says = sentence();
  const arithmetic = table(say("arithmetic"));
  const print = button(say("print"), () => printSheet(sheet()), "qc-button-main");

  el.append(
    node("div", { class: "qc-pair" }, secret.element, migrate.element),
    threat.element,
    own,
    note,
    line.element,
    says.element,
    arithmetic.element,
    node("p", { class: "qc-buttons qc-desk-end" }, print, node("span", { class: "qc-figure-label", text: say("private") })),
  );

  function reading() {
    const at = position();
    const [from, to] = at.threat === "own" ? at.own : [data.surveys[at.threat].earliest, data.surveys[at.threat].latest];
    const lengths = { secret: length("secret", at.secret), migrate: length("migrate", at.migrate) };
    const until = [from - now, to - now].map((one) => Math.max(0, one));
    const margins = until.map((one) => margin(lengths.secret, lengths.migrate, one));
    const word = verdict(lengths.secret, lengths.migrate, ...until);
    const values = {
      late: { years: years(-margins[1]) },
      at_risk: { short: years(-margins[0]), spare: years(margins[1]) },
      safe: { years: years(margins[0]) },
    }[word];
    const means = say(`${word}_means`, values);
    return { at, from, to, lengths, until, margins, word, means, says: say("verdict_says", { verdict: say(word), means }) };
  }

  function source(at) {
    if (at.threat === "own") return say("own_note");
    const survey = data.surveys[at.threat];
    const published = Number(data.published.slice(0, 4));
    const [[low_a, high_a], [low_b, high_b]] = survey.chances;
    const values = { low_a, high_a, low_b, high_b, years_a: survey.earliest - published, years_b: survey.latest - published };
    return say("survey", { ...values, date: say("published") });
  }

  function rows({ lengths, until, margins }) {
    const signed = (value) => number(value, language, 0);
    return [
      [say("item"), say("if_earliest"), say("if_latest")],
      [say("row_threat"), ...until.map(signed)],
      [say("row_secret"), ...until.map(() => signed(-lengths.secret))],
      [say("row_migrate"), ...until.map(() => signed(-lengths.migrate))],
      [say("row_margin"), ...margins.map(signed)],
    ];
  }

  function sheet() {
    const read = reading();
    const drawing = timeLine(say);
    drawing.show({ ...read, now });
    const sums = table(say("arithmetic"));
    sums.show(rows(read));
    const label = (group) => `${say(group)} ${named(group).find(([key]) => key === read.at[group])[1]}.`;
    return node(
      "div",
      { class: "qc-figure qc-sheet", lang: language },
      node("h1", { text: say("sheet_title") }),
      node("p", { class: "qc-verdict-line qc-is-" + read.word, text: read.says }),
      node("p", { text: label("secret") }),
      node("p", { text: label("migrate") }),
      node("p", { text: `${say("threat")} ${read.from}–${read.to}. ${say("sheet_counted", { year: now })}` }),
      drawing.element,
      sums.element,
      node("h2", { text: say("sheet_next") }),
      node("ul", {}, ...[1, 2, 3].map((at) => node("li", { text: say(`next_${at}`) }))),
      node("h2", { text: say("sheet_source") }),
      node("p", { text: source(read.at) }),
      node("p", { class: "qc-figure-label", text: say("sheet_foot") }),
    );
  }

  function update() {
    const read = reading();
    secret.show(read.at.secret);
    migrate.show(read.at.migrate);
    threat.show(read.at.threat);
    own.hidden = read.at.threat !== "own";
    dates.forEach((one, at) => one.show(read.at.own[at]));
    note.textContent = source(read.at);
    line.show({ ...read, now });
    arithmetic.show(rows(read));
    says.element.className = "qc-is-" + read.word;
    says.say(read.says);
  }
  model.on("change:position", update);
  update();
}

/** The time line: migration and secrecy as one bar, the threat as a hatched band, where they overlap as exposed. */
function timeLine(say) {
  const width = 600;
  const left = 20;
  const span = width - 2 * left;
  const top = 34;
  const bottom = 128;
  const element = drawn("svg", { class: "qc-timeline", viewBox: `0 0 ${width} 176`, "aria-hidden": "true" });
  const box = (className, x, y, length, height) => drawn("rect", { class: className, x, y, width: Math.max(0, length), height, rx: 3 });
  const words = (className, x, y, text, anchor = "middle") => drawn("text", { class: className, x, y, "text-anchor": anchor }, text);
  function show({ now, from, to, lengths, word }) {
    const opened = now + lengths.migrate;
    const end = opened + lengths.secret;
    const reach = Math.max(10, end - now, to - now) * 1.08;
    const x = (year) => left + (span * (Math.min(year, now + reach) - now)) / reach;
    const clamp = (at, half) => Math.min(Math.max(at, half), width - half);
    const step = [1, 2, 5, 10, 20].find((one) => reach / one <= 8) || 25;
    const ticks = [];
    for (let year = now; year <= now + reach; year += step) {
      ticks.push(drawn("line", { class: "qc-tick", x1: x(year), x2: x(year), y1: bottom - 4, y2: bottom + 4 }));
      ticks.push(words("qc-timeline-year", clamp(x(year), 18), bottom + 22, String(year)));
    }
    const exposed = Math.max(from, now) < end;
    element.replaceChildren(
      ...defs(),
      box("qc-timeline-threat", x(from), top, Math.max(3, x(to) - x(from)), bottom - top),
      words("qc-timeline-bad", clamp((x(from) + x(to)) / 2, 62), top - 10, say("machine")),
      box("qc-timeline-migration", x(now), 64, x(opened) - x(now), 34),
      box("qc-timeline-secret", x(opened), 64, x(end) - x(opened), 34),
      ...(exposed ? [box("qc-timeline-exposed", x(Math.max(from, now)), 64, x(end) - x(Math.max(from, now)), 34)] : []),
      ...(lengths.migrate ? [words("qc-timeline-word", clamp((x(now) + x(opened)) / 2, 40), 57, say("migration"))] : []),
      ...ticks,
      drawn("line", { class: "qc-timeline-axis", x1: left, x2: width - left, y1: bottom, y2: bottom }),
      drawn("line", { class: "qc-timeline-end", x1: x(end), x2: x(end), y1: 58, y2: bottom }),
      words("qc-timeline-word", clamp(x(end), 105), bottom + 42, say("must_hold", { year: end })),
    );
    element.setAttribute("class", `qc-timeline qc-is-${word}`);
  }
  return { element, show };
}

let drawings = 0;

/** Hatching, so that the bands don't speak by colour alone. */
function defs() {
  return [];
}

/** Print only the sheet: it is put at the end of the page for the time of printing. */
function printSheet(sheet) {
  const root = document.documentElement;
  document.body.append(sheet);
  root.classList.add("qc-printing-sheet");
  const done = () => {
    root.classList.remove("qc-printing-sheet");
    sheet.remove();
  };
  addEventListener("afterprint", done, { once: true });
  window.print();
}

export default { render };

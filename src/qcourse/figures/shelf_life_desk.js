/* The shelf-life desk: durations chosen in words, the threat as a range, the verdict as a band on a time line. */
import { drawn } from "./arrows.js";
import { button, choices, menu, node, printSheet, sentence, slider, table } from "./controls.js";
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
  const wide = data.surveys.wide;
  const start = { secret: 10, migrate: 4, threat: "wide", own: [wide.earliest, wide.latest] };
  const position = () => ({ ...start, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const years = (count) => say(count === 0 || count === 1 ? `years_${count}` : "years_n", { years: number(count, language) });
  const named = (group, count) => say("with_years", { words: say(`${group}_${count}`), years: years(count) });
  const durations = ["secret", "migrate"].map(duration);

  function duration(group) {
    const words = menu({
      id: `${id}-${group}`,
      label: say(group),
      options: [...data[group].map((count) => [count, say(`${group}_${count}`)]), ["other", say("other")]],
      change: (value) => (value === "other" ? exact.input.focus() : move({ [group]: Number(value) })),
    });
    const exact = slider({
      id: `${id}-${group}-years`,
      label: say(`${group}_years`),
      min: 0,
      max: data.most[group],
      format: years,
      change: (value) => move({ [group]: value }),
    });
    const show = (count) => {
      words.show(data[group].includes(count) ? String(count) : "other");
      exact.show(count);
    };
    return { element: node("div", { class: "qc-duration" }, words.element, exact.element), show };
  }

  const threat = choices({
    id: `${id}-threat`,
    legend: say("threat"),
    options: [...data.ranges.map((key) => [key, say(key, data.surveys[key])]), ["own", say("own")]],
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
  const line = timeLine(say, id);
  const says = sentence();
  const arithmetic = table(say("arithmetic"));
  const print = button(say("print"), () => printSheet(sheet()), "qc-button-main");

  el.append(
    node("div", { class: "qc-durations" }, ...durations.map((one) => one.element)),
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
    const lengths = { secret: at.secret, migrate: at.migrate };
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
      [say("row_margin"), ...margins.map((value) => (value > 0 ? "+" : "") + signed(value))],
    ];
  }

  function sheet() {
    const read = reading();
    const drawing = timeLine(say, `${id}-sheet`);
    drawing.show({ ...read, now }, 640);
    const sums = table(say("arithmetic"));
    sums.show(rows(read));
    const label = (group) => `${say(group)} ${data[group].includes(read.at[group]) ? named(group, read.at[group]) : years(read.at[group])}.`;
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
    durations[0].show(read.at.secret);
    durations[1].show(read.at.migrate);
    threat.show(read.at.threat);
    own.hidden = read.at.threat !== "own";
    dates.forEach((one, at) => one.show(read.at.own[at]));
    note.textContent = source(read.at);
    line.show({ ...read, now }, width());
    arithmetic.show(rows(read));
    says.element.className = "qc-is-" + read.word;
    says.say(read.says);
  }
  const width = () => Math.min(Math.max(el.clientWidth, 270), 660);
  new ResizeObserver(update).observe(el);
  model.on("change:position", update);
  update();
}

/** The time line: migration and secrecy as one bar, the threat as a hatched column, and under the years a band with
    the verdict for each date at which secrecy might end. `prefix` makes the identifiers of the hatchings unique. */
function timeLine(say, prefix) {
  const element = drawn("svg", { class: "qc-timeline", "aria-hidden": "true" });
  const margin = 12;
  const box = (className, x, y, width, height, extra = {}) => drawn("rect", { class: className, x, y, width: Math.max(0, width), height, ...extra });
  const words = (className, x, y, text, anchor = "middle") => drawn("text", { class: className, x, y, "text-anchor": anchor }, text);
  const hatch = (name, angle) =>
    drawn(
      "pattern",
      { id: `${prefix}-${name}`, class: `qc-hatch-${name}`, width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${angle})` },
      drawn("rect", { width: 7, height: 7 }),
      drawn("line", { y2: 7 }),
    );
  const fill = (name) => ({ fill: `url(#${prefix}-${name})` });

  function show({ now, from, to, lengths, word }, width) {
    const opened = now + lengths.migrate;
    const end = opened + lengths.secret;
    const reach = Math.max(12, end - now, to - now) * 1.15;
    const span = width - 2 * margin;
    const x = (year) => margin + (span * Math.min(Math.max(year - now, 0), reach)) / reach;
    const middle = (a, b, half) => Math.min(Math.max((x(a) + x(b)) / 2, half), width - half);
    const step = [1, 2, 5, 10, 20, 25, 50].find((one) => (span * one) / reach >= 44);
    const years = [];
    for (let year = now; year <= now + reach; year += step) {
      years.push(drawn("line", { class: "qc-timeline-axis", x1: x(year), x2: x(year), y1: 104, y2: 110 }));
      years.push(words("qc-timeline-year", Math.max(x(year), 17), 124, String(year)));
    }
    const zones = [["safe", now, from, "✓"], ["at_risk", from, to, "!"], ["late", to, now + reach, "✕"]].flatMap(([name, a, b, symbol]) => {
      const room = x(b) - x(a);
      if (room < 1) return [];
      const label = room > 9 * say(name).length + 30 ? `${symbol} ${say(name)}` : room > 14 ? symbol : "";
      return [
        box(`qc-zone qc-zone-${name}`, x(a), 134, room, 26, fill(name)),
        words(`qc-zone-word${name === word ? " qc-zone-here" : ""}`, (x(a) + x(b)) / 2, 152, label),
      ];
    });
    const threatened = Math.max(from, now);
    element.setAttribute("viewBox", `0 0 ${width} 192`);
    element.style.maxWidth = `${width}px`;
    element.replaceChildren(
      drawn("defs", {}, hatch("wait", -45), hatch("threat", 45), hatch("safe", 0), hatch("at_risk", 45), hatch("late", -45), hatch("exposed", 0)),
      box("qc-timeline-threat", x(from), 24, Math.max(3, x(to) - x(from)), 80, fill("threat")),
      words("qc-timeline-word", middle(from, to, 64), 16, say("machine")),
      box("qc-timeline-migration", x(now), 56, x(opened) - x(now), 32, fill("wait")),
      box("qc-timeline-secret", x(opened), 56, x(end) - x(opened), 32),
      ...(threatened < end ? [box("qc-timeline-exposed", x(threatened), 56, x(end) - x(threatened), 32, fill("exposed"))] : []),
      ...(x(end) - x(threatened) > 62 ? [words("qc-timeline-inside qc-timeline-over", middle(threatened, end, 30), 77, say("exposed"))] : []),
      ...(x(opened) - x(now) > 62 ? [words("qc-timeline-word", middle(now, opened, 34), 48, say("migration"))] : []),
      ...(x(Math.min(end, threatened)) - x(opened) > 52 ? [words("qc-timeline-inside", middle(opened, Math.max(opened, Math.min(end, threatened)), 30), 77, say("secrecy"))] : []),
      drawn("line", { class: "qc-timeline-axis", x1: margin, x2: width - margin, y1: 107, y2: 107 }),
      ...years,
      ...zones,
      drawn("line", { class: "qc-timeline-end", x1: x(end), x2: x(end), y1: 50, y2: 107 }),
      drawn("polygon", { class: "qc-timeline-pin", points: `${x(end) - 7},173 ${x(end) + 7},173 ${x(end)},161` }),
      words("qc-timeline-word", middle(end, end, 102), 187, say("must_hold", { year: end })),
    );
  }
  return { element, show };
}

export default { render };

/* Fill in twelve systems one at a time: the order of work, the blind spots and a table to save, nothing sent. */
import { button, choices, menu, node, sentence, slider, table } from "./controls.js";
import { number, speaker } from "./words.js";

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const data = model.get("data");
  const { systems, spots } = data;
  const statuses = Object.fromEntries(data.algorithms);
  const id = "figure-inventory";
  const start = { at: 0, changes: {} };
  const position = () => ({ ...start, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const all = () => systems.map((one) => ({ ...one, ...position().changes[one.name] }));
  const edit = (change) => {
    const { at, changes } = position();
    const { name } = systems[at];
    move({ changes: { ...changes, [name]: { ...changes[name], ...change } } });
  };
  const called = (one) => say(`name_${one.name}`);
  const protection = (one) => one.algorithm || say("nobody_knows");
  const years = (count) => say(count < 2 ? `years_${count}` : "years_n", { years: number(count, language) });

  /** The three parts of a priority, looked up. */
  function parts(one) {
    const base = data.base[statuses[one.algorithm]] || 0;
    const secrecy = one.use === "confidentiality" ? data.secrecy[one.exposed ? 1 : 0][one.years_secret] : 0;
    const migration = data.migration[one.years_to_migrate];
    return { base, secrecy, migration, priority: base ? base + secrecy + migration : 0 };
  }
  const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const ranked = (every) =>
    every
      .filter((one) => one.listed && parts(one).priority)
      .sort((a, b) => parts(b).priority - parts(a).priority || compare(called(a), called(b)));

  const steps = systems.map((one, at) => button(number(at + 1, language), () => move({ at }), "qc-step"));
  const heading = node("p", { class: "qc-measure-name", tabindex: -1 });
  const ask = node("p", { class: "qc-measure-text" });
  const box = (key, label, change) => {
    const input = node("input", { type: "checkbox", id: `${id}-${key}` });
    input.addEventListener("change", () => change(input.checked));
    return { input, element: node("label", { class: "qc-choose", for: input.id }, input, node("span", { text: label })) };
  };
  const listed = box("listed", say("listed"), (value) => edit({ listed: value }));
  const algorithm = menu({
    id: `${id}-algorithm`,
    label: say("algorithm"),
    options: data.algorithms.map(([name, status]) => [name, say("option", { name: name || say("nobody_knows"), status: say(status) })]),
    change: (value) => edit({ algorithm: value }),
  });
  const use = choices({
    id: `${id}-use`,
    legend: say("use"),
    options: data.uses.map((one) => [one, say(one)]),
    change: (value) => edit({ use: value }),
    className: "qc-segments",
  });
  const durations = ["years_secret", "years_to_migrate"].map((key) =>
    slider({ id: `${id}-${key}`, label: say(key), min: 0, max: data.most[key], format: years, change: (value) => edit({ [key]: value }) }),
  );
  const exposed = box("exposed", say("exposed"), (value) => edit({ exposed: value }));
  const covers = spots.map((spot) => box(spot, say(spot), () => edit({ covers: spots.filter((_, place) => covers[place].input.checked) })));
  const why = node("p", { class: "qc-figure-label" });
  const go = (at) => {
    move({ at });
    heading.focus();
  };
  const previous = button(say("previous"), () => go(position().at - 1));
  const next = button(say("next"), () => go(position().at + 1));
  const says = sentence();
  const order = table(say("ranked"));
  const empty = button(say("empty"), () => move({ at: 0, changes: Object.fromEntries(systems.map((one) => [one.name, { listed: false, algorithm: "", covers: [] }])) }));
  const example = button(say("example"), () => move(start));
  const save = button(say("download"), () => download(), "qc-button-main");

  el.append(
    node("div", { class: "qc-steps", role: "group", "aria-label": say("systems") }, ...steps),
    heading,
    ask,
    listed.element,
    algorithm.element,
    use.element,
    node("div", { class: "qc-pair" }, ...durations.map((one) => one.element)),
    exposed.element,
    node("fieldset", { class: "qc-choices" }, node("legend", { text: say("covers") }), ...covers.map((one) => one.element)),
    why,
    node("p", { class: "qc-buttons" }, previous, next),
    says.element,
    order.element,
    node("p", { class: "qc-buttons qc-desk-end" }, save, empty, example, node("span", { class: "qc-figure-label", text: say("private") })),
  );

  /** The listed systems as text, one a line, with the key words of the exercise as heads. */
  function csv() {
    const separator = say("separator");
    const heads = ["name", "algorithm", "use", "years_secret", "years_to_migrate", "exposed", "covers", "status", "priority"];
    const cell = (value) => `"${String(value).replaceAll('"', '""')}"`;
    const rows = all()
      .filter((one) => one.listed)
      .map((one) => [called(one), one.algorithm, one.use, one.years_secret, one.years_to_migrate, one.exposed, one.covers.join(" "), statuses[one.algorithm], parts(one).priority]);
    return [heads, ...rows].map((row) => row.map(cell).join(separator)).join("\r\n") + "\r\n";
  }

  function download() {
    const link = node("a", { href: "data:text/csv;charset=utf-8," + encodeURIComponent("\ufeff" + csv()), download: say("file"), hidden: true });
    el.append(link);
    link.click();
    link.remove();
  }

  function update() {
    const { at } = position();
    const every = all();
    const one = every[at];
    const total = systems.length;
    steps.forEach((step, place) => {
      const state = every[place].listed ? "listed" : "open";
      step.dataset.state = state;
      step.setAttribute("aria-label", `${number(place + 1, language)}, ${called(every[place])}, ${say("state_" + state)}`);
      if (place === at) step.setAttribute("aria-current", "step");
      else step.removeAttribute("aria-current");
    });
    heading.textContent = `${say("system_of", { place: number(at + 1, language), total: number(total, language) })} · ${called(one)}`;
    ask.textContent = say(`ask_${one.name}`);
    listed.input.checked = one.listed;
    algorithm.show(one.algorithm);
    use.show(one.use);
    durations[0].show(one.years_secret);
    durations[1].show(one.years_to_migrate);
    exposed.input.checked = one.exposed;
    covers.forEach(({ input }, place) => (input.checked = one.covers.includes(spots[place])));
    previous.disabled = at === 0;
    next.disabled = at === total - 1;
    const sum = parts(one);
    why.textContent = one.listed ? say(sum.priority ? "why" : "why_not", sum) : say("why_unlisted");
    const due = ranked(every);
    const missing = spots.filter((spot) => !every.some((other) => other.listed && other.covers.includes(spot)));
    says.say(
      say("says", {
        listed: number(every.filter((other) => other.listed).length, language),
        total: number(total, language),
        due: number(due.length, language),
        first: due.length ? say("first", { name: called(due[0]), priority: parts(due[0]).priority }) : say("nobody"),
        spots: missing.map((spot) => say(spot)).join(say("comma")) || say("none"),
      }),
    );
    order.show([[say("system"), say("status"), say("priority")], ...due.map((other) => [called(other), protection(other), String(parts(other).priority)])]);
    order.element.hidden = !due.length;
  }
  model.on("change:position", update);
  update();
}

export default { render };

/* A ledger of announcements on four lines by payer: filters, one entry in full, and a second to compare it with. */
import { drawn } from "./arrows.js";
import { menu, node, sentence } from "./controls.js";
import { number, speaker } from "./words.js";

const TOP = 26;
const LANE = 66;

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const { keys, filters, years, entries } = model.get("data");
  const id = "figure-investment_ledger";
  const any = Object.fromEntries(Object.keys(filters).map((name) => [name, "all"]));
  const position = () => ({ ...any, entry: "zone_435", other: "zone_131", ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const find = (name) => entries.find((one) => one.id === name);
  const fits = (one, now) => Object.keys(filters).every((name) => now[name] === "all" || one[name] === now[name]);
  const said = (one, key) => one.said[language][key];

  const menus = Object.entries(filters).map(([name, values]) => [
    name,
    menu({
      id: `${id}-${name}`,
      label: say(name),
      options: ["all", ...values].map((value) => [value, say(value)]),
      change(value) {
        const now = { ...position(), [name]: value };
        const first = entries.find((one) => fits(one, now));
        move({ [name]: value, entry: !first || fits(find(now.entry), now) ? now.entry : first.id });
      },
    }),
  ]);
  const element = drawn("svg", { class: "qc-lanes", "aria-hidden": "true" });
  const count = node("p", { class: "qc-figure-label", role: "status" });
  const picks = Object.fromEntries(
    entries.map((one) => {
      const input = node("input", { type: "radio", name: `${id}-entry`, id: `${id}-entry-${one.id}`, value: one.id });
      input.addEventListener("change", () => move({ entry: one.id }));
      const told = node("span", {}, `${said(one, "date")} · ${one.name[language]} · `, node("strong", { text: said(one, "amount") }));
      return [one.id, { input, element: node("label", { class: "qc-choose", for: input.id }, input, told) }];
    }),
  );
  const list = node(
    "fieldset",
    { class: "qc-choices qc-ledger" },
    node("legend", { text: say("list") }),
    node("div", { class: "qc-ledger-list" }, ...entries.map((one) => picks[one.id].element)),
  );
  /** Bring the chosen entry into the list's window; the page itself does not move. */
  function reveal(chosen) {
    const box = list.lastElementChild;
    const below = chosen.getBoundingClientRect().top - box.getBoundingClientRect().top;
    if (below < 0 || below > box.clientHeight - chosen.offsetHeight) box.scrollTop += below - 8;
  }
  const heading = node("p", { class: "qc-measure-name" });
  const card = node("ul");
  const note = node("p");
  const other = menu({
    id: `${id}-other`,
    label: say("compare"),
    options: [["", say("nothing")], ...entries.map((one) => [one.id, `${said(one, "date")} · ${one.name[language]} · ${said(one, "amount")}`])],
    change: (value) => move({ other: value }),
  });
  const says = sentence();
  const why = node("ul");
  const answer = node("div", { class: "qc-reading" }, says.element, why);
  el.append(
    node("div", { class: "qc-ledger-filters" }, ...menus.map(([, one]) => one.element)),
    count,
    element,
    list,
    node("div", { class: "qc-reading", "aria-live": "polite" }, heading, card, note),
    node("div", { class: "qc-figure-gap" }, other.element),
    answer,
  );

  function draw(width) {
    const now = position();
    const side = 14;
    const [begin, end] = years;
    const x = (at) => side + ((width - 2 * side) * (at - begin)) / (end - begin);
    const lanes = filters.payer;
    const foot = TOP + LANE * lanes.length;
    const parts = [];
    for (let at = begin; at <= end; at += 1) {
      parts.push(drawn("line", { class: "qc-lanes-year", x1: x(at), x2: x(at), y1: TOP - 4, y2: foot }));
      if (at < end) parts.push(drawn("text", { class: "qc-lanes-scale", x: x(at + 0.5), y: 14, "text-anchor": "middle" }, width < 460 ? `’${at % 100}` : String(at)));
    }
    for (const [place, payer] of lanes.entries()) {
      const y = TOP + LANE * place + 42;
      parts.push(drawn("text", { x: side, y: y - 22 }, say(payer)), drawn("line", { class: "qc-lanes-lane", x1: side, x2: width - side, y1: y, y2: y }));
    }
    const seen = [];
    for (const one of entries) {
      const depth = seen.filter((before) => before.payer === one.payer && Math.abs(before.at - one.at) < 1 / 6).length;
      seen.push(one);
      if (!fits(one, now)) continue;
      const [a, b] = [x(one.at), TOP + LANE * lanes.indexOf(one.payer) + 42 + [0, -12, 12][depth % 3]];
      const mark = drawn("g", { class: `qc-lanes-mark qc-ledger-${one.stage}` }, shape(one.stage, a, b));
      mark.addEventListener("click", () => move({ entry: one.id }));
      if (one.id === now.entry || one.id === now.other) parts.push(drawn("circle", { class: "qc-ledger-here", cx: a, cy: b, r: 10.5 }));
      parts.push(mark);
    }
    filters.stage.forEach((stage, place) => {
      const [a, b] = [side + 8 + (place % 2) * (width / 2 - side), foot + 20 + 22 * Math.floor(place / 2)];
      parts.push(drawn("g", { class: `qc-ledger-${stage}` }, shape(stage, a, b)), drawn("text", { x: a + 14, y: b + 5 }, say(stage)));
    });
    element.setAttribute("viewBox", `0 0 ${width} ${foot + 54}`);
    element.style.maxWidth = `${width}px`;
    element.replaceChildren(...parts);
  }

  function compare(a, b) {
    const different = keys.filter((key) => JSON.stringify(a.marks[key]) !== JSON.stringify(b.marks[key]));
    const blank = keys.filter((key) => !different.includes(key) && [null, "unstated"].includes(a.marks[key]));
    const names = { planned_spent: "stage", public_private: "money" };
    const name = (key) => say(names[key] || key);
    const lines = different.map((key) => say("differs", { name: name(key), a: said(a, key), b: said(b, key), advice: say(`do_${key}`) }));
    if (blank.length) lines.push(say("both_unknown", { names: blank.map(name).join(say("and")) }));
    if (a.within.includes(b.id) || b.within.includes(a.id)) lines.push(say("part_of"));
    says.say(different.length ? say("as_they_stand", { count: number(different.length, language) }) : say("no_reason"));
    why.replaceChildren(...lines.map((text) => node("li", { text })));
  }

  const width = () => Math.min(Math.max(el.clientWidth, 260), 660);
  function update() {
    const now = position();
    for (const [name, one] of menus) one.show(now[name]);
    const shown = entries.filter((one) => fits(one, now));
    for (const one of entries) {
      picks[one.id].input.checked = one.id === now.entry;
      picks[one.id].element.hidden = !shown.includes(one);
    }
    const told = shown.length ? say("matching", { count: number(shown.length, language), total: number(entries.length, language) }) : say("none");
    if (count.textContent !== told) count.textContent = told;
    const one = find(now.entry);
    const rows = ["amount", "period", "yearly", "planned_spent", "public_private", "date", "source"];
    const names = { planned_spent: "stage", public_private: "money" };
    if (card.dataset.entry !== one.id) {
      const lines = [["payer", say(one.payer)], ["kind", say(one.kind)], ...rows.map((key) => [names[key] || key, said(one, key)])];
      card.dataset.entry = one.id;
      reveal(picks[one.id].element);
      heading.textContent = one.name[language];
      card.replaceChildren(...lines.map(([key, value]) => node("li", { text: say("line", { name: say(key), value }) })));
      note.textContent = one.note[language];
    }
    other.show(now.other);
    const second = now.other && now.other !== one.id ? find(now.other) : undefined;
    answer.hidden = !second;
    if (second) compare(one, second);
    draw(width());
  }
  new ResizeObserver(() => draw(width())).observe(el);
  model.on("change:position", update);
  update();
}

/** A square for what is spent, a disc for what is granted, a diamond for a plan, a dashed ring where nothing is said. */
function shape(stage, x, y) {
  if (stage === "spent") return drawn("rect", { x: x - 6, y: y - 6, width: 12, height: 12 });
  if (stage === "planned") return drawn("polygon", { points: `${x},${y - 7} ${x + 7},${y} ${x},${y + 7} ${x - 7},${y}` });
  return drawn("circle", { cx: x, cy: y, r: stage === "unstated" ? 5.5 : 6 });
}

export default { render };

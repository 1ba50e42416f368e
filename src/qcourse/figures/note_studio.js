/* Write a note in the page: a checklist of its form after every key, facts to cite, nothing sent and nothing kept. */
import { button, choices, menu, node, printSheet, sentence } from "./controls.js";
import { inspect } from "./note_rules.js";
import { number, speaker } from "./words.js";

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const { rules, templates, due, barred, seed, subjects, skeletons } = model.get("data");
  const id = "figure-note_studio";
  const facts = Object.fromEntries(Object.entries(due).flatMap(([by, ids]) => ids.map((one) => [one, by || null])));
  const shown = new Map(subjects.flatMap((one) => one.facts).map((fact) => [fact.id, fact]));
  const start = { template: "note", written: language, subject: 0, fact: 0 };
  const position = () => ({ ...start, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const count = (value) => number(value, language);
  const list = (names) => names.join(say("comma"));

  const template = choices({
    id: `${id}-template`,
    legend: say("template"),
    options: templates.map((one) => [one, rules.templates[one].name[language]]),
    change: (value) => change({ template: value }),
    className: "qc-segments",
  });
  const written = choices({
    id: `${id}-written`,
    legend: say("written_in"),
    options: ["en", "fr"].map((one) => [one, say(`in_${one}`)]),
    change: (value) => change({ written: value }),
    className: "qc-segments",
  });
  const text = node("textarea", { id: `${id}-text`, rows: 18, spellcheck: "true", autocomplete: "off" });
  const says = sentence();
  const items = node("ul", { class: "qc-note-items" });
  const cited = node("ul", { class: "qc-note-cited" });
  const citedName = node("p", { class: "qc-figure-label", text: say("cited") });
  const subject = menu({
    id: `${id}-subject`,
    label: say("subject"),
    options: subjects.map((one, at) => [at, one.name[language]]),
    change: (value) => move({ subject: Number(value), fact: 0 }),
  });
  const fact = menu({ id: `${id}-fact`, label: say("fact"), options: [], change: (value) => move({ fact: Number(value) }) });
  const preview = node("div", { class: "qc-reading", id: `${id}-preview` });
  const told = node("span", { class: "qc-figure-label", role: "status" });
  const back = button(say("back"), () => exchange(before));
  let before = null;

  const untouched = () => Object.values(skeletons).some((one) => Object.values(one).includes(text.value)) || !text.value.trim();

  /** Another template or language: an untouched text follows, a text begun is left alone. */
  function change(to) {
    const follows = untouched();
    move(to);
    if (follows) exchange(null);
  }

  /** Put `value`, or the empty template, in place of the text, which can be brought back. */
  function exchange(value) {
    const { template: name, written: tongue } = position();
    before = untouched() ? null : text.value;
    text.value = value === null ? skeletons[name][tongue] : value;
    update();
  }

  function insert() {
    const { subject: place, fact: at } = position();
    const piece = `[fact:${subjects[place].facts[at].id}]`;
    const at0 = text.selectionStart;
    const glue = at0 && !/\s$/.test(text.value.slice(0, at0)) ? " " : "";
    text.setRangeText(glue + piece, at0, text.selectionEnd, "end");
    update();
    tell("inserted");
  }

  function tell(key) {
    told.textContent = say(key);
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(text.value);
      tell("copied");
    } catch {
      text.select();
      tell(document.execCommand("copy") ? "copied" : "not_copied");
    }
  }

  function download() {
    const link = node("a", { href: "data:text/markdown;charset=utf-8," + encodeURIComponent(text.value), download: say("file"), hidden: true });
    el.append(link);
    link.click();
    link.remove();
  }

  text.addEventListener("input", () => update());
  el.append(
    template.element,
    written.element,
    node("label", { for: text.id, class: "qc-note-label", text: say("text") }),
    text,
    node("p", { class: "qc-figure-label", text: say("private") }),
    says.element,
    node("p", { class: "qc-note-label", id: `${id}-checklist`, text: say("checklist") }),
    items,
    node(
      "fieldset",
      { class: "qc-note-picker" },
      node("legend", { text: say("cite") }),
      node("div", { class: "qc-pair" }, subject.element, fact.element),
      preview,
      node("p", { class: "qc-buttons" }, button(say("insert"), insert, "qc-button-main"), node("span", { class: "qc-figure-label", text: say("any_other") })),
    ),
    citedName,
    cited,
    node(
      "p",
      { class: "qc-buttons qc-desk-end" },
      button(say("copy"), copy),
      button(say("download"), download),
      button(say("print"), () => printSheet(sheet())),
      button(say("begin"), () => exchange(null)),
      back,
      told,
    ),
  );
  items.setAttribute("aria-labelledby", `${id}-checklist`);

  function today() {
    const now = new Date();
    const two = (value) => String(value).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  function look() {
    const { template: name, written: tongue } = position();
    return inspect(text.value, { rules, facts, barred, template: name, today: today(), prefer: tongue });
  }

  const marker = (name, tongue) => rules.lines[name][tongue] + (tongue === "fr" ? "\u00a0:" : ":");

  /** What an item asks, and what stands in its way. */
  function told_of(name, seen, asked) {
    const more = [];
    const add = (key, names) => names.length && more.push(say(key, { names: list(names) }));
    if (name === "headings") {
      const wanted = asked.headings[seen.language];
      add("in_code", seen.hidden_headings);
      add("missing", wanted.filter((one) => !seen.headings.includes(one) && !seen.hidden_headings.includes(one)));
      return [say(name, { headings: list(wanted) }), more];
    }
    if (name === "citations") {
      for (const key of ["unknown", "expired", "barred"]) add(key, seen[key].map((one) => one || "?"));
      add("seed", seen.cited.filter((one) => seed.includes(one)));
      return [say(name, { least: count(asked.least_citations), count: count(seen.cited.length) }), more];
    }
    if (name === "claims") {
      const claims = rules.claims.filter((one) => seen.claims.includes(one.id)).map((one) => say("quoted", { claim: one.says[language] }));
      return [say(name), claims.length ? [say("close_to", { claims: claims.join(" ") })] : []];
    }
    if (name === "length") return [say(name, { most: count(asked.most_words), words: count(seen.words) }), []];
    if (name === "exact_lines") return [say(name, { exact: count(asked.exact_lines), filled: count(seen.filled_lines) }), []];
    return [say("line", { marker: marker(name, seen.language), count: count(seen.lines[name]) }), []];
  }

  function update() {
    const at = position();
    const asked = rules.templates[at.template];
    const seen = look();
    const names = Object.keys(seen.items);
    template.show(at.template);
    written.show(at.written);
    text.lang = seen.language;
    back.hidden = before === null;
    items.replaceChildren(
      ...names.map((name) => {
        const [what, more] = told_of(name, seen, asked);
        const holds = seen.items[name];
        return node(
          "li",
          { "data-item": name, "data-state": holds ? "holds" : "open" },
          node("span", { class: "qc-note-sign", "aria-hidden": "true", text: holds ? "✓" : "○" }),
          node("span", {}, node("strong", { text: say(holds ? "holds" : "open") + " · " }), what, ...more.map((line) => node("span", { class: "qc-note-more", text: line }))),
        );
      }),
    );
    const held = names.filter((name) => seen.items[name]).length;
    says.say(say("says", { held: count(held), total: count(names.length), words: count(seen.words), most: count(asked.most_words) }));
    const every = [...seen.cited, ...seen.expired];
    citedName.hidden = !every.length;
    cited.replaceChildren(...every.map((one) => node("li", {}, node("code", { text: one }), " ", source(one, language))));
    const { facts: offered } = subjects[at.subject];
    subject.show(at.subject);
    fact.select.replaceChildren(...offered.map((one, place) => node("option", { value: place, text: one.claim[language] })));
    fact.show(at.fact);
    const chosen = offered[at.fact];
    preview.replaceChildren(
      node("p", { text: chosen.claim[language] }),
      node("p", { class: "qc-figure-label" }, chosen.dated[language] + " ", node("code", { text: `[fact:${chosen.id}]` })),
    );
  }

  function source(one, tongue) {
    const known = shown.get(one);
    return known ? `${known.claim[tongue]} ${known.dated[tongue]}` : say("see_facts");
  }

  /** The note for paper: citations become numbers, and their sources follow. */
  function sheet() {
    const { cited: good, expired, language: tongue } = look();
    const order = [...good, ...expired];
    const parts = [];
    for (const line of text.value.replace(/\r\n?/g, "\n").split("\n")) {
      const heading = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$/.exec(line);
      const plain = (heading ? heading[2] : line).replace(/\[fact:([^\[\]\n]*)\]/g, (whole, one) => {
        const place = order.indexOf(one.trim());
        return place < 0 ? whole : `[${place + 1}]`;
      });
      if (plain.trim()) parts.push(node(heading ? (heading[1].length === 1 ? "h1" : "h2") : "p", { text: plain.replaceAll("**", "") }));
    }
    return node(
      "div",
      { class: "qc-figure qc-sheet", lang: tongue },
      ...parts,
      ...(order.length ? [node("h2", { text: say("sources") }), node("ol", {}, ...order.map((one) => node("li", { text: `${source(one, tongue)} (${one})` })))] : []),
    );
  }

  model.on("change:position", update);
  exchange(null);
}

export default { render };

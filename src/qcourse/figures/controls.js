/* Native controls with names, so that a keyboard and a screen reader drive every figure. */
import { chain } from "./arrows.js";
import { percent } from "./words.js";

/** An HTML element with its attributes and children; `text` sets its text, `on…` its listeners. */
export function node(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "text") element.textContent = value;
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

/** A slider with a visible name and value; `format` writes the value, also for a screen reader. */
export function slider({ id, label, min, max, step = 1, format, change }) {
  const input = node("input", { type: "range", id, min, max, step });
  const output = node("output", { for: id });
  const element = node(
    "div",
    { class: "qc-slider" },
    node("div", { class: "qc-slider-head" }, node("label", { for: id, text: label }), output),
    input,
  );
  const tell = () => {
    output.textContent = format(Number(input.value));
    input.setAttribute("aria-valuetext", output.textContent);
    input.style.setProperty("--qc-share", (100 * (input.value - min)) / (max - min) + "%");
  };
  input.addEventListener("input", () => {
    tell();
    change(Number(input.value));
  });
  return {
    element,
    input,
    show(value) {
      input.value = value;
      tell();
    },
  };
}

/** A group of radio buttons; `options` are [value, text] pairs. */
export function choices({ id, legend, options, change, className = "" }) {
  const inputs = options.map(([value, text], place) => {
    const input = node("input", { type: "radio", name: id, id: `${id}-${place}`, value });
    input.addEventListener("change", () => change(value));
    return [input, node("label", { class: "qc-choose", for: input.id }, input, node("span", { text }))];
  });
  const element = node(
    "fieldset",
    { class: "qc-choices " + className },
    node("legend", { text: legend }),
    ...inputs.map(([, label]) => label),
  );
  return { element, show: (value) => inputs.forEach(([input]) => (input.checked = input.value === String(value))) };
}

/** A list to choose from; `options` are [value, text] pairs. */
export function menu({ id, label, options, change }) {
  const select = node("select", { id }, ...options.map(([value, text]) => node("option", { value, text })));
  select.addEventListener("change", () => change(select.value));
  const element = node("div", { class: "qc-menu" }, node("label", { for: id, text: label }), select);
  return { element, select, show: (value) => (select.value = value) };
}

/** A push button. */
export function button(text, press, className = "") {
  return node("button", { type: "button", class: "qc-button " + className, text, onclick: press });
}

/** A sentence with the current values: seen at once, spoken when the hand has rested for a moment. */
export function sentence() {
  const seen = node("p", { class: "qc-figure-says" });
  const spoken = node("p", { class: "qc-unseen", role: "status" });
  let timer;
  let first = true;
  return {
    element: node("div", {}, seen, spoken),
    say(text) {
      if (seen.textContent === text) return;
      seen.textContent = text;
      clearTimeout(timer);
      if (!first) timer = setTimeout(() => (spoken.textContent = text), 500);
      first = false;
    },
  };
}

/** A table whose cells change; the first row is the head, the first cell of a row its name. */
export function table(caption) {
  const head = node("tr");
  const body = node("tbody");
  const element = node(
    "table",
    { class: "qc-figure-table" },
    node("caption", { text: caption }),
    node("thead", {}, head),
    body,
  );
  const cells = (row, scope) =>
    row.map((text, place) =>
      scope === "col"
        ? node(text ? "th" : "td", text ? { scope, text } : {})
        : node(place ? "td" : "th", place ? { text } : { scope, text }),
    );
  return {
    element,
    show([first, ...rows]) {
      head.replaceChildren(...cells(first, "col"));
      body.replaceChildren(...rows.map((row) => node("tr", {}, ...cells(row, "row"))));
    },
  };
}

/** How one outcome's arrow is made of those that arrive: a list of outcomes, the arrows tip to tail, a sentence.
    `options` are [value, name] pairs; `say` has paths_0, paths_1 and paths_2. */
export function making({ id, say, language, options, change }) {
  const choice = menu({ id, label: say("look"), options, change: (value) => change(Number(value)) });
  const drawing = chain(150);
  const told = node("p", { class: "qc-look-says" });
  const element = node("div", { class: "qc-look" }, drawing.element, node("div", {}, choice.element, told));
  const chance = ([re, im]) => percent(re ** 2 + im ** 2, language);
  /** Show the paths `{ from, arrow }` into the outcome with this value. */
  function show(value, paths) {
    const sum = paths.reduce(([a, b], { arrow: [c, d] }) => [a + c, b + d], [0, 0]);
    const joined = (texts) => texts.join(say("and"));
    choice.show(value);
    drawing.show(paths.map(({ arrow }) => arrow));
    told.textContent = say(`paths_${paths.length}`, {
      outcome: options.find(([other]) => other === value)[1],
      sources: joined(paths.map(({ from }) => from)),
      alone: joined(paths.map(({ arrow }) => chance(arrow))),
      chance: chance(sum),
    });
  }
  return { element, show };
}

/** Print only the sheet: it is put at the end of the page for the time of printing. */
export function printSheet(sheet) {
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

/* A circuit of up to three qubits and ten gates: diagram, arrows and chances, worked out in the page. */
import { arrows, drawn } from "./arrows.js";
import { paths, states } from "./circuit.js";
import { button, choices, making, menu, node, sentence, slider } from "./controls.js";
import { degrees, number, percent, speaker } from "./words.js";

const COLUMN = 46;
const ROW = 44;

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const data = model.get("data");
  const id = "figure-circuit_playground";
  const start = { qubits: 2, gates: data.examples.bell.gates, gate: "h", first: 0, second: 1, angle: 90, look: 0 };
  const position = () => ({ ...start, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const chance = ([re, im]) => re ** 2 + im ** 2;
  const share = (value) => percent(value, language);
  const label = (outcome, count) => outcome.toString(2).padStart(count, "0");
  const name = (qubit) => `q${qubit}`;

  const count = choices({
    id: `${id}-qubits`,
    legend: say("qubits"),
    options: Array.from({ length: data.most_qubits }, (_, at) => [at + 1, String(at + 1)]),
    change: (qubits) => {
      const now = position();
      const gates = now.gates.filter((step) => step.qubits.every((qubit) => qubit < qubits));
      move({ qubits, gates, ...fitting({ ...now, qubits }) });
    },
    className: "qc-segments",
  });
  const example = menu({
    id: `${id}-example`,
    label: say("example"),
    options: [["", say("choose_example")], ...data.order.map((key) => [key, say(key)])],
    change: (key) => {
      if (key) move({ ...data.examples[key], ...fitting({ ...position(), qubits: data.examples[key].qubits }) });
    },
  });
  const diagram = drawn("svg", { class: "qc-diagram", role: "img" });
  const scroll = node("div", { class: "qc-figure-scroll", tabindex: 0, role: "group", "aria-label": say("diagram") }, diagram);
  const gate = menu({
    id: `${id}-gate`,
    label: say("gate"),
    options: data.gates.map((key) => [key, key.toUpperCase()]),
    change: (value) => move({ gate: value, ...fitting({ ...position(), gate: value }) }),
  });
  const first = qubitMenu("first", (value) => {
    const now = position();
    move({ first: value, ...(value === now.second ? { second: now.first } : {}) });
  });
  const second = qubitMenu("second", (value) => {
    const now = position();
    move({ second: value, ...(value === now.first ? { first: now.second } : {}) });
  });
  const angle = slider({ id: `${id}-angle`, label: say("angle"), min: -180, max: 180, step: 15, format: (value) => degrees(value, language), change: (value) => move({ angle: value }) });
  const about = node("p", { class: "qc-figure-label" });
  const add = button(say("add"), () => move({ gates: [...position().gates, chosen(position())] }), "qc-button-main");
  const undo = button(say("undo_last"), () => move({ gates: position().gates.slice(0, -1) }));
  const clear = button(say("clear"), () => move({ gates: [] }));
  const picture = node("div");
  const says = sentence();
  let shown = {};

  el.append(
    node("div", { class: "qc-pair" }, count.element, example.element),
    scroll,
    node(
      "fieldset",
      { class: "qc-choices qc-add" },
      node("legend", { text: say("add_a_gate") }),
      node("div", { class: "qc-add-row" }, gate.element, first.element, second.element, angle.element),
      about,
      node("p", { class: "qc-buttons" }, add, undo, clear),
    ),
    says.element,
    node("p", { class: "qc-figure-label qc-figure-gap", text: say("arrows") }),
    picture,
  );

  function qubitMenu(key, change) {
    const select = node("select", { id: `${id}-${key}` });
    select.addEventListener("change", () => change(Number(select.value)));
    const text = node("label", { for: select.id });
    return { select, text, element: node("div", { class: "qc-menu" }, text, select) };
  }

  /** The choices of qubits that fit the number of qubits and the gate. */
  function fitting({ qubits, gate: kind, first: one, second: two }) {
    const a = Math.min(one, qubits - 1);
    const b = two < qubits && two !== a ? two : (a + 1) % qubits;
    return { first: a, second: b, look: 0, gate: qubits === 1 && data.two.includes(kind) ? "h" : kind };
  }

  function chosen(now) {
    if (data.two.includes(now.gate)) return { gate: now.gate, qubits: [now.first, now.second] };
    const one = { gate: now.gate, qubits: [now.first] };
    return data.turns.includes(now.gate) ? { ...one, angle: now.angle } : one;
  }

  function stepText(step) {
    const names = step.qubits.map(name);
    const kind = step.gate.toUpperCase();
    if (step.gate === "cx") return say("step_control", { gate: kind, control: names[0], target: names[1] });
    if (data.turns.includes(step.gate)) return say("step_angle", { gate: kind, angle: degrees(step.angle, language), qubits: names[0] });
    return say("step", { gate: kind, qubits: names.join(say("and")) });
  }

  function showPalette(now) {
    const two = data.two.includes(now.gate);
    gate.show(now.gate);
    for (const option of gate.select.options) option.disabled = now.qubits === 1 && data.two.includes(option.value);
    for (const [control, value] of [[first, now.first], [second, now.second]]) {
      control.select.replaceChildren(...Array.from({ length: now.qubits }, (_, qubit) => node("option", { value: qubit, text: name(qubit) })));
      control.select.value = value;
    }
    first.text.textContent = say(now.gate === "cx" ? "control" : two ? "first" : "on");
    second.text.textContent = say(now.gate === "cx" ? "target" : "second");
    second.element.hidden = !two;
    angle.element.hidden = !data.turns.includes(now.gate);
    angle.show(now.angle);
    const full = now.gates.length >= data.most_gates;
    about.textContent = say(full ? "full" : "about_" + now.gate);
    add.disabled = full;
    undo.disabled = clear.disabled = !now.gates.length;
  }

  function showArrows(now, all) {
    const state = all.at(-1);
    if (shown.qubits !== now.qubits) {
      const names = state.map((_, outcome) => label(outcome, now.qubits));
      const grid = arrows(names, language);
      const made = making({ id: `${id}-look`, say, language, options: names.map((text, outcome) => [outcome, text]), change: (value) => move({ look: value }) });
      picture.replaceChildren(grid.element, made.element);
      shown = { qubits: now.qubits, grid, made };
    }
    shown.grid.show(state);
    const last = now.gates.at(-1);
    const arriving = last ? paths(all.at(-2), last, now.look) : [];
    shown.made.element.hidden = !last;
    shown.made.show(now.look, arriving.map(({ from, arrow }) => ({ from: label(from, now.qubits), arrow })));
  }

  function update() {
    const now = position();
    const all = states(now.qubits, now.gates);
    const state = all.at(-1);
    count.show(now.qubits);
    example.show(data.order.find((key) => same(data.examples[key], now)) || "");
    draw(diagram, now);
    scroll.scrollLeft = scroll.scrollWidth;
    diagram.setAttribute("aria-label", now.gates.length ? say("circuit_is", { steps: now.gates.map(stepText).join(say("then")) }) : say("no_gate"));
    showPalette(now);
    showArrows(now, all);
    const results = state
      .map((amplitude, outcome) => [outcome, chance(amplitude)])
      .filter(([, value]) => value > 0.0005 - 1e-9)
      .map(([outcome, value]) => say("result", { outcome: label(outcome, now.qubits), chance: share(value) }));
    says.say(say("says", { gates: number(now.gates.length, language), most: number(data.most_gates, language), results: results.join(", ") }));
  }
  model.on("change:position", update);
  update();
}

function same(one, two) {
  return one.qubits === two.qubits && JSON.stringify(one.gates) === JSON.stringify(two.gates);
}

/** The circuit as a diagram: a wire for each qubit, a column for each gate, a measurement at the end. */
function draw(element, { qubits, gates }) {
  const left = 40;
  const end = left + COLUMN * (Math.max(gates.length, 4) + 0.8);
  const y = (qubit) => ROW * qubit + ROW / 2;
  const line = (x1, y1, x2, y2, className) => drawn("line", { x1, y1, x2, y2, class: className });
  const parts = [];
  for (let qubit = 0; qubit < qubits; qubit += 1) {
    parts.push(
      drawn("text", { x: 10, y: y(qubit) + 5 }, `q${qubit}`),
      line(left, y(qubit), end, y(qubit), "qc-wire"),
      drawn("rect", { class: "qc-gate-end", x: end, y: y(qubit) - 14, width: 30, height: 28, rx: 4 }),
      drawn("path", { class: "qc-gate-dial", d: `M${end + 6},${y(qubit) + 6}a9,9 0 0 1 18,0m-9,0l8,-13` }),
    );
  }
  gates.forEach(({ gate, qubits: on, angle }, at) => {
    const x = left + COLUMN * (at + 0.6);
    const [a, b] = on.map(y);
    if (on.length === 1) {
      parts.push(
        drawn("rect", { class: "qc-gate", x: x - 17, y: a - 17, width: 34, height: 34, rx: 5 }),
        drawn("text", { class: "qc-gate-name", x, y: angle === undefined ? a + 5 : a, "text-anchor": "middle" }, gate.toUpperCase()),
      );
      if (angle !== undefined) parts.push(drawn("text", { class: "qc-gate-angle", x, y: a + 13, "text-anchor": "middle" }, `${angle < 0 ? "\u2212" : ""}${Math.abs(angle)}°`));
      return;
    }
    parts.push(line(x, a, x, b, "qc-gate-link"));
    const dot = (row) => parts.push(drawn("circle", { class: "qc-gate-dot", cx: x, cy: row, r: 5.5 }));
    const cross = (row) => parts.push(line(x - 8, row - 8, x + 8, row + 8, "qc-gate-link"), line(x - 8, row + 8, x + 8, row - 8, "qc-gate-link"));
    if (gate === "swap") [a, b].forEach(cross);
    else dot(a);
    if (gate === "cz") dot(b);
    if (gate === "cx") {
      parts.push(drawn("circle", { class: "qc-gate", cx: x, cy: b, r: 13 }), line(x - 13, b, x + 13, b, "qc-gate-link"), line(x, b - 13, x, b + 13, "qc-gate-link"));
    }
  });
  const width = end + 40;
  element.setAttribute("viewBox", `0 0 ${width} ${qubits * ROW}`);
  element.style.width = `${width}px`;
  element.replaceChildren(...parts);
}

export default { render };

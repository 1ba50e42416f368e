/* Key length against tries: two bars that a slider and a choice of machines move; the numbers are Python's. */
import { choices, node, sentence, slider, table } from "./controls.js";
import { number, speaker } from "./words.js";

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const SEARCHES = ["plain", "grover"];

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const data = model.get("data");
  const id = "figure-key_length";
  const start = { length: 128, machines: 1 };
  const position = () => ({ ...start, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const whole = (value) => number(value, language, 0);
  const amount = ([mantissa, power]) => {
    const plain = number(mantissa, language, 1);
    return power ? `${plain}\u00a0×\u00a010${[...String(power)].map((digit) => SUPERSCRIPTS[digit]).join("")}` : plain;
  };
  const bits = (length) => say(length in data.names ? "bits_named" : "bits", { length, name: data.names[length] });

  const length = slider({
    id: `${id}-length`,
    label: say("length"),
    min: data.lengths.first,
    max: data.lengths.last,
    step: data.lengths.step,
    format: bits,
    change: (value) => move({ length: value }),
  });
  const machines = choices({
    id: `${id}-machines`,
    legend: say("machines"),
    options: data.machines.map((count) => [count, whole(count)]),
    change: (value) => move({ machines: value }),
    className: "qc-segments",
  });
  const bars = SEARCHES.map((key) => bar(say(key), data.marks.map(([, mark]) => (100 * mark) / data.longest), `qc-search-${key}`));
  const marks = data.marks.map(([name], place) => node("li", { class: `qc-meter-name qc-meter-name-${place}`, text: say(name) }));
  const numbers = table(say("numbers_table"));
  const says = sentence();
  el.append(
    length.element,
    machines.element,
    node("p", { class: "qc-figure-label", text: say("scale") }),
    ...bars.map((one) => one.element),
    node("ul", { class: "qc-meter-names" }, ...marks),
    numbers.element,
    says.element,
  );

  function update() {
    const at = position();
    const group = data.machines.indexOf(at.machines);
    const found = data.searches[group][(at.length - data.lengths.first) / data.lengths.step];
    const lasts = found.map(([, , count, unit]) => say(unit, { count: amount(count) }));
    length.show(at.length);
    machines.show(at.machines);
    bars.forEach((one, place) => one.show((100 * found[place][0]) / data.longest, lasts[place]));
    numbers.show([
      [say("search"), say("steps"), say("time")],
      ...SEARCHES.map((key, place) => [say(key), amount(found[place][1]), lasts[place]]),
    ]);
    const first = say("says", { bits: bits(at.length), plain: lasts[0], grover: lasts[1] });
    const second =
      at.machines === 1
        ? say("says_one", { double: 2 * at.length })
        : say("says_many", { machines: whole(at.machines), root: whole(data.roots[group]) });
    says.say(`${first} ${second}`);
  }
  model.on("change:position", update);
  update();
}

/** A bar with its name, its value in words and marks at fixed places, in percent of the width. */
function bar(name, places, className) {
  const value = node("strong");
  const fill = node("span", { class: "qc-meter-fill" });
  const lines = places.map((place, at) => node("span", { class: `qc-meter-mark qc-meter-mark-${at}`, style: `left:${place}%` }));
  const element = node(
    "div",
    { class: `qc-meter ${className}` },
    node("p", { class: "qc-meter-head" }, name, " ", value),
    node("div", { class: "qc-meter-bar", "aria-hidden": "true" }, fill, ...lines),
  );
  return {
    element,
    show(width, text) {
      fill.style.width = width + "%";
      value.textContent = text;
    },
  };
}

export default { render };

/* The repeat on a clock beside the period-finding circuit's chances; every number is looked up in what Python computed. */
import { chain, drawn } from "./arrows.js";
import { choices, node, sentence, slider } from "./controls.js";
import { percent, speaker } from "./words.js";

const RADIUS = 92;
const TALL = 120;
const STEP = 18;

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const data = model.get("data");
  const id = "figure-repeat_clock";
  const start = { base: 7, steps: 4, reading: 4 };
  const position = () => ({ ...start, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const most = data.readings - 1;
  const base = choices({
    id: `${id}-base`,
    legend: say("base"),
    options: data.bases.map((one) => [one, String(one)]),
    change: (value) => move({ base: value }),
    className: "qc-segments",
  });
  const steps = slider({ id: `${id}-steps`, label: say("steps"), min: 0, max: most, format: String, change: (value) => move({ steps: value }) });
  const reading = slider({ id: `${id}-reading`, label: say("reading"), min: 0, max: most, format: String, change: (value) => move({ reading: value }) });
  const clock = clockFace(data.modulus);
  const chart = bars(data.readings, language);
  const arrows = chain(220);
  const label = node("p", { class: "qc-figure-label" });
  const says = sentence();
  const titled = (key, ...parts) => node("div", {}, node("p", { class: "qc-figure-label", text: say(key) }), ...parts);
  el.append(
    base.element,
    node("div", { class: "qc-pair" }, titled("clock", clock.element, steps.element), titled("chart", chart.element, reading.element)),
    label,
    node("div", { class: "qc-repeat-arrows" }, arrows.element),
    says.element,
  );

  function readingSays(at, chance) {
    if (chance === 0) return say("never", { reading: at.reading });
    const found = data.points[at.reading];
    const key = at.reading === 0 ? "nothing" : found === data.repeat[at.base] ? "whole" : "part";
    return say(key, { reading: at.reading, chance: percent(chance, language), fraction: data.fractions[at.reading], found });
  }

  function factorsSay(at) {
    const root = data.root[at.base];
    const [first, second] = data.factors[at.base];
    return first ? say("gives", { root, low: root - 1, high: root + 1, first, second }) : say("gives_none", { root });
  }

  function update() {
    const at = position();
    const hours = data.hours[at.base];
    const repeat = data.repeat[at.base];
    const chances = data.chances[at.base];
    const paths = data.arrows[repeat][at.reading];
    const most = Math.max(...chances);
    base.show(at.base);
    steps.show(at.steps);
    reading.show(at.reading);
    clock.show(hours.slice(0, at.steps + 1));
    chart.show(chances, at.reading);
    label.textContent = say("arrows", { count: paths.length, reading: at.reading, most: percent(most, language) });
    arrows.show(paths.map((step) => step.map((part) => part / Math.sqrt(most))));
    const clockSays = say("clock_says", { base: at.base, steps: at.steps, hour: hours[at.steps], repeat });
    says.say([clockSays, readingSays(at, chances[at.reading]), factorsSay(at)].join(" "));
  }
  model.on("change:position", update);
  update();
}

/** A clock with one mark for each hour; `show(hours)` draws the way taken and the hand at its end. */
function clockFace(count) {
  const middle = RADIUS + 30;
  const at = (hour, reach) => {
    const angle = (2 * Math.PI * hour) / count;
    return [middle + reach * Math.sin(angle), middle - reach * Math.cos(angle)];
  };
  const element = drawn("svg", { class: "qc-clock", viewBox: `0 0 ${2 * middle} ${2 * middle}`, "aria-hidden": "true" });
  const hours = [...Array(count).keys()].map((hour) => {
    const [x, y] = at(hour, RADIUS);
    const [a, b] = at(hour, RADIUS + 17);
    const dot = drawn("circle", { cx: x, cy: y });
    const name = drawn("text", { x: a, y: b + 5, "text-anchor": "middle" }, String(hour));
    return { dot, name };
  });
  const way = drawn("polyline", { class: "qc-clock-way" });
  const hand = drawn("line", { class: "qc-clock-hand", x1: middle, y1: middle });
  element.append(
    drawn("circle", { class: "qc-clock-face", cx: middle, cy: middle, r: RADIUS }),
    way,
    hand,
    ...hours.flatMap(({ dot, name }) => [dot, name]),
    drawn("circle", { class: "qc-clock-here", cx: middle, cy: middle, r: 4 }),
  );
  function show(visited) {
    const now = visited[visited.length - 1];
    const [x, y] = at(now, RADIUS - 9);
    hand.setAttribute("x2", x);
    hand.setAttribute("y2", y);
    way.setAttribute("points", visited.map((hour) => at(hour, RADIUS).join(",")).join(" "));
    hours.forEach(({ dot, name }, hour) => {
      const kind = hour === now ? "here" : visited.includes(hour) ? "seen" : "other";
      dot.setAttribute("class", `qc-clock-${kind}`);
      dot.setAttribute("r", { here: 8, seen: 6, other: 3 }[kind]);
      name.setAttribute("class", `qc-clock-name-${kind}`);
    });
  }
  return { element, show };
}

/** A bar for each reading, the tallest at full height; `show(chances, chosen)` marks one of them. */
function bars(count, language) {
  const base = TALL + 24;
  const element = drawn("svg", { class: "qc-readings", viewBox: `-8 0 ${count * STEP + 16} ${base + 40}`, "aria-hidden": "true" });
  const cells = [...Array(count).keys()].map((reading) => {
    const x = reading * STEP;
    return {
      bar: drawn("rect", { x: x + 3, width: STEP - 6 }),
      name: drawn("text", { x: x + STEP / 2, y: base + 17, "text-anchor": "middle" }, String(reading)),
      value: drawn("text", { class: "qc-readings-value", x: x + STEP / 2, "text-anchor": "middle" }),
    };
  });
  const pin = drawn("polygon", { class: "qc-readings-pin" });
  element.append(
    drawn("line", { class: "qc-readings-axis", x1: 0, x2: count * STEP, y1: base, y2: base }),
    ...cells.flatMap(({ bar, name, value }) => [bar, name, value]),
    pin,
  );
  function show(chances, chosen) {
    const most = Math.max(...chances);
    cells.forEach(({ bar, name, value }, reading) => {
      const height = (TALL * chances[reading]) / most;
      bar.setAttribute("y", base - height);
      bar.setAttribute("height", height);
      bar.setAttribute("class", reading === chosen ? "qc-readings-bar qc-readings-chosen" : "qc-readings-bar");
      name.setAttribute("class", reading === chosen ? "qc-readings-name qc-readings-here" : "qc-readings-name");
      value.setAttribute("y", base - height - 6);
      value.textContent = chances[reading] > 0 ? percent(chances[reading], language) : "";
    });
    const middle = chosen * STEP + STEP / 2;
    pin.setAttribute("points", `${middle - 6},${base + 36} ${middle + 6},${base + 36} ${middle},${base + 24}`);
  }
  return { element, show };
}

export default { render };

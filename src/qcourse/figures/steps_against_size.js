/* Steps against size: three pairs of bars that a slider moves, and the chance after each of Grover's rounds. */
import { drawn } from "./arrows.js";
import { choices, node, sentence, slider } from "./controls.js";
import { number, percent, speaker } from "./words.js";

const MACHINES = ["plain", "quantum"];
const TALL = 120;

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const data = model.get("data");
  const id = "figure-steps_against_size";
  const start = { doublings: data.start, list: 8, rounds: 0 };
  const position = () => ({ ...start, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const count = (value) => number(value, language, 1);
  const entries = (value) => say("entries", { count: count(value) });
  const inWords = (rounds) => say(rounds < 2 ? `rounds_${rounds}` : "rounds_n", { count: count(rounds) });
  const [first, last] = data.doublings;

  const size = slider({
    id: `${id}-size`,
    label: say("size"),
    min: first,
    max: last,
    format: (doublings) => entries(2 ** doublings),
    change: (doublings) => move({ doublings }),
  });
  const pairs = data.kinds.map((kind) => {
    const bars = MACHINES.map((machine) => bar(say(machine), machine));
    const element = node("div", { class: "qc-steps-kind" }, node("p", { class: "qc-steps-name", text: say(kind) }), ...bars.map((one) => one.element));
    return { element, bars };
  });
  const says = sentence();
  const list = choices({
    id: `${id}-list`,
    legend: say("list"),
    options: data.lists.map((value) => [value, count(value)]),
    change: (value) => move({ list: value, rounds: 0 }),
    className: "qc-segments",
  });
  const rounds = slider({ id: `${id}-rounds`, label: say("rounds"), min: 0, max: 1, format: inWords, change: (value) => move({ rounds: value }) });
  const chart = drawn("svg", { class: "qc-rounds", "aria-hidden": "true" });
  const saysRounds = sentence();
  saysRounds.element.firstChild.className = "qc-rounds-says";

  el.append(
    size.element,
    node("p", { class: "qc-figure-label", text: say("scale") }),
    ...pairs.map((one) => one.element),
    says.element,
    node("p", { class: "qc-steps-name", text: say("rounds_title") }),
    list.element,
    rounds.element,
    node("p", { class: "qc-figure-label", text: say("chance_axis") }),
    chart,
    saysRounds.element,
  );

  function draw(chances, now, width) {
    const left = 44;
    const gap = (width - left) / chances.length;
    const space = gap > 8 ? 2 : gap > 3 ? 0.5 : 0;
    const y = (share) => 10 + TALL * (1 - share);
    const scale = [0, 0.5, 1].flatMap((share) => [
      drawn("line", { class: "qc-rounds-line", x1: left, x2: width, y1: y(share), y2: y(share) }),
      drawn("text", { x: left - 6, y: y(share) + 5, "text-anchor": "end" }, percent(share, language, 0)),
    ]);
    const columns = chances.map((share, place) =>
      drawn("rect", {
        class: place === now ? "qc-rounds-bar qc-rounds-now" : "qc-rounds-bar",
        x: left + gap * place + space,
        y: y(share),
        width: gap - 2 * space,
        height: TALL * share,
      }),
    );
    const middle = left + gap * (now + 0.5);
    const pin = drawn("polygon", { class: "qc-rounds-pin", points: `${middle - 7},${TALL + 24} ${middle + 7},${TALL + 24} ${middle},${TALL + 13}` });
    const label = drawn("text", { x: Math.min(Math.max(middle, left), width - 12), y: TALL + 40, "text-anchor": "middle" }, count(now));
    chart.setAttribute("viewBox", `0 0 ${width} ${TALL + 46}`);
    chart.style.maxWidth = `${width}px`;
    chart.replaceChildren(...scale, ...columns, pin, label);
  }

  function update() {
    const at = position();
    const found = data.steps[at.doublings - first];
    const told = {};
    size.show(at.doublings);
    pairs.forEach(({ bars }, kind) =>
      bars.forEach((one, machine) => {
        const [value, doublings] = found[kind][machine];
        one.show((100 * doublings) / last, count(value));
        told[`${data.kinds[kind]}_${MACHINES[machine]}`] = count(value);
      }),
    );
    says.say(say("says", { ...told, entries: entries(2 ** at.doublings), copy: told.copy_plain }));

    const place = data.lists.indexOf(at.list);
    const chances = data.chances[place];
    const best = data.best[place];
    const now = Math.min(at.rounds, chances.length - 1);
    const advice = now === best ? "best" : now < best ? "below" : "above";
    list.show(at.list);
    rounds.input.max = chances.length - 1;
    rounds.show(now);
    draw(chances, now, width());
    saysRounds.say(
      say("rounds_say", {
        entries: entries(at.list),
        rounds: inWords(now),
        chance: percent(chances[now], language),
        advice: say(advice, { best: inWords(best) }),
      }),
    );
  }
  const width = () => Math.min(Math.max(el.clientWidth, 270), 640);
  new ResizeObserver(update).observe(el);
  model.on("change:position", update);
  update();
}

/** A bar with its name and its value; the width is in percent. */
function bar(name, machine) {
  const value = node("strong");
  const fill = node("span", { class: "qc-meter-fill" });
  const element = node(
    "div",
    { class: `qc-meter qc-steps-bar ${machine === "quantum" ? "qc-search-grover" : ""}` },
    node("p", { class: "qc-meter-head" }, name, " ", value),
    node("div", { class: "qc-meter-bar", "aria-hidden": "true" }, fill),
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

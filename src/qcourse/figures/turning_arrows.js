/* A qubit's two arrows, turned by hand, beside a coin with the same chances; every number is looked up in what Python computed. */
import { arrows, drawn } from "./arrows.js";
import { choices, making, node, sentence, slider } from "./controls.js";
import { degrees, number, percent, speaker } from "./words.js";

const BITS = [0, 1];
const TALL = 110;
const PITCH = 60;
const GAP = 24;

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const data = model.get("data");
  const id = "figure-turning_arrows";
  const start = { mode: "now", share: 50, zero: 0, one: 0, look: 0 };
  const position = () => ({ ...start, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const share = (value) => percent(value, language);
  const length = (value) => data.lengths[value / data.share_step];

  const modes = choices({
    id: `${id}-mode`,
    legend: say("mode"),
    options: [["now", say("now")], ["splitter", say("splitter")]],
    change: (mode) => move({ mode }),
    className: "qc-segments",
  });
  const chance = slider({
    id: `${id}-share`,
    label: say("share"),
    min: 0,
    max: 100,
    step: data.share_step,
    format: (value) => say("share_value", { chance: share(value / 100), length: number(length(value)[1], language, 3) }),
    change: (value) => move({ share: value }),
  });
  const turn = (key, bit) =>
    slider({
      id: `${id}-${key}`,
      label: say("turn", { bit }),
      min: -data.reach,
      max: data.reach,
      step: data.turn_step,
      format: (value) => degrees(value, language),
      change: (value) => move({ [key]: value }),
    });
  const turns = { zero: turn("zero", 0), one: turn("one", 1) };
  const names = BITS.map((bit) => say("arrow_of", { bit }));
  const before = arrows(names, language);
  const after = arrows(names, language);
  const made = making({ id: `${id}-look`, say, language, options: names.map((name, bit) => [bit, name]), change: (look) => move({ look }) });
  const chart = bars(say, language);
  const says = sentence();
  const titled = (key, ...parts) => node("div", {}, node("p", { class: "qc-figure-label", text: say(key) }), ...parts);
  const behind = titled("after", after.element);
  el.append(
    modes.element,
    chance.element,
    node("div", { class: "qc-pair" }, turns.zero.element, turns.one.element),
    node("div", { class: "qc-pair" }, titled("before", before.element), behind),
    made.element,
    titled("chart", chart.element),
    says.element,
  );

  /** The arrows of 0 and 1 before the reading. */
  function state(at) {
    return [at.zero, at.one].map((turned, bit) =>
      data.directions[(turned + data.reach) / data.turn_step].map((part) => part * length(at.share)[bit]),
    );
  }

  /** The arrows that the splitter sends to a reading, from 0 and from 1. */
  function paths(state, reading) {
    return BITS.map((via) => ({ from: via, arrow: state[via].map((part) => part * data.splits[via][reading]) })).filter(
      ({ arrow }) => Math.hypot(...arrow) > 1e-6,
    );
  }

  function update() {
    const at = position();
    const split = at.mode === "splitter";
    const place = at.share / data.share_step;
    const turned = (((at.one - at.zero + 180) % 360) + 360) % 360;
    const angle = Math.abs(turned - 180);
    const qubit = split ? data.qubit.splitter[place][angle / data.turn_step] : data.qubit.now[place];
    const coin = data.coin[at.mode][place];
    const now = state(at);
    modes.show(at.mode);
    chance.show(at.share);
    turns.zero.show(at.zero);
    turns.one.show(at.one);
    before.show(now);
    behind.hidden = made.element.hidden = !split;
    const arriving = BITS.map((reading) => paths(now, reading));
    after.show(arriving.map((some) => some.reduce(([a, b], { arrow: [c, d] }) => [a + c, b + d], [0, 0])));
    made.show(at.look, arriving[at.look]);
    chart.show(qubit, coin);
    const key = !split ? "says_now" : Math.abs(qubit - coin) < 1e-4 ? "says_same" : "says_differs";
    says.say(say(key, { qubit: share(qubit), coin: share(coin), angle: degrees(angle, language) }));
  }
  model.on("change:position", update);
  update();
}

/** Two bars for each reading, the qubit's full and the coin's hatched; `show(qubit, coin)` takes their chances of 1. */
function bars(say, language) {
  const base = TALL + 24;
  const width = 4 * PITCH + GAP;
  const pattern = "figure-turning_arrows-coin";
  const hatching = drawn(
    "pattern",
    { class: "qc-hatch-wait", id: pattern, width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    drawn("rect", { width: 7, height: 7 }),
    drawn("line", { x1: 0, y1: 0, x2: 0, y2: 7 }),
  );
  const element = drawn("svg", { class: "qc-readings", viewBox: `0 0 ${width} ${base + 42}`, "aria-hidden": "true" }, drawn("defs", {}, hatching));
  const cells = BITS.flatMap((bit) =>
    ["qubit", "coin"].map((kind, place) => {
      const x = bit * (2 * PITCH + GAP) + place * PITCH;
      const label = { x: x + PITCH / 2, "text-anchor": "middle" };
      const bar =
        kind === "qubit"
          ? drawn("rect", { class: "qc-readings-bar", x: x + 8, width: PITCH - 16 })
          : drawn("rect", { x: x + 8, width: PITCH - 16, fill: `url(#${pattern})`, stroke: "currentColor" });
      const value = drawn("text", { class: "qc-readings-value", ...label });
      const whole = drawn("rect", { class: "qc-arrow-round", x: x + 8, y: base - TALL, width: PITCH - 16, height: TALL });
      element.append(whole, bar, value, drawn("text", { ...label, y: base + 16 }, say(kind)));
      return { bit, kind, bar, value };
    }),
  );
  for (const bit of BITS) {
    const x = bit * (2 * PITCH + GAP);
    element.append(
      drawn("line", { class: "qc-readings-axis", x1: x, x2: x + 2 * PITCH, y1: base, y2: base }),
      drawn("text", { class: "qc-readings-here", x: x + PITCH, y: base + 35, "text-anchor": "middle" }, say("reads", { bit })),
    );
  }
  function show(qubit, coin) {
    const chances = { qubit: [1 - qubit, qubit], coin: [1 - coin, coin] };
    for (const { bit, kind, bar, value } of cells) {
      const chance = chances[kind][bit];
      bar.setAttribute("y", base - TALL * chance);
      bar.setAttribute("height", TALL * chance);
      value.setAttribute("y", base - TALL * chance - 6);
      value.textContent = percent(chance, language);
    }
  }
  return { element, show };
}

export default { render };

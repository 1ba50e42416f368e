/* Batches of 1 to 1000 shots beside the exact chance and the margin; every count is looked up in what Python sampled. */
import { arrows, drawn } from "./arrows.js";
import { button, choices, node, sentence, slider, table } from "./controls.js";
import { number, percent, speaker } from "./words.js";

const ROWS = 5;
const GAP = 14;
const TOP = 24;
const COIN = 0.5;

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const data = model.get("data");
  const id = "figure-repeated_measurement";
  const start = { chance: 2, stop: data.shots.indexOf(100), batch: 0 };
  const position = () => ({ ...start, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const batches = data.counts[0].length;
  const whole = (value) => number(value, language, 0);
  const share = (value) => percent(value, language);

  const chance = choices({
    id: `${id}-chance`,
    legend: say("chance"),
    options: data.chances.map((value, place) => [place, share(value)]),
    change: (value) => move({ chance: value }),
    className: "qc-segments",
  });
  const shots = slider({
    id: `${id}-shots`,
    label: say("shots"),
    min: 0,
    max: data.shots.length - 1,
    format: (stop) => whole(data.shots[stop]),
    change: (stop) => move({ stop }),
  });
  const names = [0, 1].map((bit) => say("outcome", { bit }));
  const before = arrows(names, language);
  const after = arrows(names, language);
  const afterLabel = node("p", { class: "qc-figure-label" });
  const freshLabel = node("p", { class: "qc-figure-label" });
  const fresh = node("p", { class: "qc-strip" });
  const again = node("p", { class: "qc-strip" });
  const spread = drawn("svg", { class: "qc-spread", "aria-hidden": "true" });
  const report = table(say("report"));
  const says = sentence();
  const label = (text) => node("p", { class: "qc-figure-label", text });
  el.append(
    chance.element,
    shots.element,
    node(
      "p",
      { class: "qc-buttons" },
      button(say("another"), () => move({ batch: (position().batch + 1) % batches }), "qc-button-main"),
      button(say("first_batch"), () => move({ batch: 0 })),
    ),
    freshLabel,
    fresh,
    label(say("again")),
    again,
    node("div", { class: "qc-pair" }, node("div", {}, label(say("before")), before.element), node("div", {}, afterLabel, after.element)),
    label(say("spread", { batches })),
    spread,
    says.element,
    report.element,
  );

  const range = (ones, at) => {
    const counted = ones / data.shots[at.stop];
    return [Math.max(0, counted - data.margins[at.stop]), Math.min(1, counted + data.margins[at.stop])];
  };

  function draw(width) {
    const at = position();
    const exact = data.chances[at.chance];
    const margin = data.margins[at.stop];
    const left = 12;
    const long = width - 2 * left;
    const bottom = TOP + ROWS * GAP + 8;
    const x = (value) => left + long * value;
    const [low, high] = [Math.max(0, exact - margin), Math.min(1, exact + margin)];
    const upright = (value, className) => drawn("line", { class: className, x1: x(value), x2: x(value), y1: TOP - 4, y2: bottom });
    const scale = [0, 0.25, 0.5, 0.75, 1].map((value, place) =>
      drawn("text", { class: "qc-spread-scale", x: x(value), y: bottom + 18, "text-anchor": place === 0 ? "start" : place === 4 ? "end" : "middle" }, share(value)),
    );
    const dots = data.counts[at.chance].map((stops, batch) => {
      const counted = stops[at.stop] / data.shots[at.stop];
      const inside = Math.abs(counted - exact) <= margin + 1e-9;
      const mine = batch === at.batch;
      const dot = drawn("circle", {
        class: `qc-spread-dot${inside ? "" : " qc-spread-outside"}${mine ? " qc-spread-mine" : ""}`,
        cx: x(counted),
        cy: TOP + 8 + GAP * (batch % ROWS),
        r: mine ? 7.5 : 4,
      });
      return { dot, mine };
    });
    spread.setAttribute("viewBox", `0 0 ${width} ${bottom + 26}`);
    spread.style.maxWidth = `${width}px`;
    spread.replaceChildren(
      drawn("rect", { class: "qc-spread-band", x: x(low), y: TOP - 4, width: Math.max(2, x(high) - x(low)), height: bottom - TOP + 4 }),
      drawn("line", { class: "qc-spread-axis", x1: x(0), x2: x(1), y1: bottom, y2: bottom }),
      upright(COIN, "qc-spread-coin"),
      upright(exact, "qc-spread-exact"),
      ...scale,
      drawn("text", { class: "qc-spread-scale", x: x(COIN), y: TOP - 10, "text-anchor": "middle" }, say("coin")),
      ...dots.filter(({ mine }) => !mine).map(({ dot }) => dot),
      ...dots.filter(({ mine }) => mine).map(({ dot }) => dot),
    );
  }

  function told(ones, low, high, bit) {
    const at = position();
    const side = low <= COIN && COIN <= high ? "inside" : "outside";
    const first = say("says", {
      ones: whole(ones),
      shots: whole(data.shots[at.stop]),
      share: share(ones / data.shots[at.stop]),
      margin: points(at),
      low: share(low),
      high: share(high),
    });
    const second = say(data.chances[at.chance] === COIN ? `is_coin_${side}` : `coin_${side}`);
    return `${first} ${second} ${say("again_says", { bit })}`;
  }

  const points = (at) => number(100 * data.margins[at.stop], language, 1);
  const spaced = (digits, count) => [...digits.slice(0, count)].join(" ");

  function update() {
    const at = position();
    const count = data.shots[at.stop];
    const ones = data.counts[at.chance][at.batch][at.stop];
    const [low, high] = range(ones, at);
    const written = Math.min(count, data.fresh[0][0].length);
    const read = data.again[at.chance][at.batch];
    const bit = Number(read[0]);
    chance.show(at.chance);
    shots.show(at.stop);
    freshLabel.textContent = written === 1 ? say("fresh_one") : say("fresh", { count: written });
    fresh.textContent = spaced(data.fresh[at.chance][at.batch], written);
    again.textContent = spaced(read, written);
    before.show(data.arrows[at.chance].map((arrow) => [arrow, 0]));
    afterLabel.textContent = say("after", { bit });
    after.show([0, 1].map((outcome) => [outcome === bit ? 1 : 0, 0]));
    draw(Math.min(Math.max(el.clientWidth, 270), 720));
    report.show([
      [say("what", { batch: at.batch + 1, batches }), say("value")],
      [say("ones"), say("ones_of", { ones: whole(ones), shots: whole(count) })],
      [say("share"), share(ones / count)],
      [say("chance"), share(data.chances[at.chance])],
      [say("margin"), say("points", { points: points(at) })],
      [say("range"), say("from_to", { low: share(low), high: share(high) })],
      [say("inside"), say("inside_of", { inside: data.within[at.chance][at.stop], batches })],
    ]);
    says.say(told(ones, low, high, bit));
  }
  new ResizeObserver(() => draw(Math.min(Math.max(el.clientWidth, 270), 720))).observe(el);
  model.on("change:position", update);
  update();
}

export default { render };

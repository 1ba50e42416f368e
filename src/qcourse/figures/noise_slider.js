/* Noise on linked qubits, flips by hand, and the repetition code; every number is looked up in what Python computed. */
import { arrows, drawn } from "./arrows.js";
import { choices, node, sentence, slider, table } from "./controls.js";
import { percent, speaker } from "./words.js";

const QUBITS = [0, 1, 2];
const SIDE = 200;
const EDGE = { left: 56, top: 30 };

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const data = model.get("data");
  const id = "figure-noise_slider";
  const start = { mode: "noise", level: data.noise.indexOf(0.1), size: 2, flipped: [0, 1, 0], kind: "flips", chance: data.flips.indexOf(0.05) };
  const position = () => ({ ...start, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const fine = (share) => percent(share, language, share >= 0.1 ? 1 : share >= 0.01 ? 2 : 4);

  const modes = choices({
    id: `${id}-mode`,
    legend: say("mode"),
    options: ["noise", "hand", "code"].map((mode) => [mode, say(mode)]),
    change: (mode) => move({ mode }),
    className: "qc-segments",
  });
  const says = sentence();
  const views = { noise: noiseView(), hand: handView(), code: codeView() };
  el.append(modes.element, ...Object.values(views).map((view) => view.element), says.element);

  function noiseView() {
    const level = slider({ id: `${id}-level`, label: say("level"), min: 0, max: data.noise.length - 1, format: (at) => fine(data.noise[at]), change: (value) => move({ level: value }) });
    const size = choices({ id: `${id}-size`, legend: say("size"), options: data.sizes.map((count) => [count, String(count)]), change: (value) => move({ size: value }), className: "qc-segments" });
    const rows = node("ul", { class: "qc-noise" });
    const element = node("div", {}, level.element, size.element, node("p", { class: "qc-figure-label", text: say("chances") }), rows);
    function names(count) {
      return count === 2 ? ["00", "01", "10", "11"] : ["0".repeat(count), "1".repeat(count), say("others", { count: 2 ** count - 2 })];
    }
    function show({ level: at, size: count }) {
      level.show(at);
      size.show(count);
      const [ideal, noisy] = [data.rows[count][0], data.rows[count][at]];
      rows.replaceChildren(
        ...names(count).map((name, place) =>
          node(
            "li",
            { class: "qc-noise-row" },
            node("span", { class: "qc-noise-name", text: name }),
            node(
              "span",
              { class: "qc-meter-bar", "aria-hidden": "true" },
              node("span", { class: "qc-meter-fill", style: `width:${100 * noisy[place]}%` }),
              node("span", { class: "qc-meter-mark qc-meter-mark-1", style: `left:${100 * ideal[place]}%` }),
            ),
            node("strong", { class: "qc-noise-value", text: fine(noisy[place]) }),
            node("span", { class: "qc-noise-ideal", text: say("ideal", { chance: fine(ideal[place]) }) }),
          ),
        ),
      );
      return say("says_noise", { count, noise: fine(data.noise[at]), wrong: fine(data.wrong[count][at]) });
    }
    return { element, show };
  }

  function handView() {
    const boxes = QUBITS.map((qubit) =>
      node("input", {
        type: "checkbox",
        id: `${id}-flip-${qubit}`,
        onchange: () => move({ flipped: position().flipped.map((now, at) => (at === qubit ? 1 - now : now)) }),
      }),
    );
    const labels = boxes.map((box, qubit) => node("label", { class: "qc-choose", for: box.id }, box, node("span", { text: say("qubit", { qubit }) })));
    const which = node("fieldset", { class: "qc-choices qc-segments" }, node("legend", { text: say("flip_which") }), ...labels);
    const eight = arrows([...Array(8).keys()].map((outcome) => outcome.toString(2).padStart(3, "0")), language);
    const two = arrows(["000", "111"], language);
    const checks = table(say("checks"));
    const titled = (key, part) => node("div", {}, node("p", { class: "qc-figure-label", text: say(key) }), part);
    const element = node("div", {}, which, titled("after_flips", eight.element), node("div", { class: "qc-pair" }, checks.element, titled("after_correction", two.element)));
    const real = (amplitudes) => amplitudes.map((amplitude) => [amplitude, 0]);
    function show({ flipped }) {
      const found = data.hand[flipped.reduce((sum, one) => 2 * sum + one, 0)];
      boxes.forEach((box, qubit) => (box.checked = Boolean(flipped[qubit])));
      eight.show(real(found.arrows));
      two.show(real(found.end));
      checks.show([
        [say("compared"), say("result")],
        ...found.checks.map((differ, at) => [say("pair", { one: at, other: at + 1 }), say(differ ? "differ" : "same")]),
      ]);
      const first = found.flip === null ? say("says_hand_none") : say("says_hand_flip", { qubit: found.flip });
      return `${first} ${say(found.saved ? "says_saved" : "says_lost")}`;
    }
    return { element, show };
  }

  function codeView() {
    const kind = choices({ id: `${id}-kind`, legend: say("kind"), options: Object.keys(data.code).map((name) => [name, say(name)]), change: (value) => move({ kind: value }), className: "qc-segments" });
    const chance = slider({ id: `${id}-chance`, label: say("chance"), min: 0, max: data.flips.length - 1, format: (at) => fine(data.flips[at]), change: (value) => move({ chance: value }) });
    const values = ["alone", "three"].map((key) => [key, node("strong")]);
    const meters = values.map(([key, value]) => node("p", { class: "qc-meter-head" }, say(key), " ", value));
    const chart = codeChart(say, language, data);
    const element = node("div", {}, kind.element, chance.element, ...meters, chart.element);
    function show(at) {
      const alone = data.flips[at.chance];
      const three = data.code[at.kind][at.chance];
      kind.show(at.kind);
      chance.show(at.chance);
      [alone, three].forEach((share, place) => (values[place][1].textContent = fine(share)));
      chart.show(at.kind, alone, three);
      const sense = three < alone ? "gain" : three > alone ? "loss" : "even";
      const key = alone === 0 ? "says_none" : at.kind === "flips" ? `says_flips_${sense}` : alone < 0.5 ? "says_turns_loss" : "says_turns_lost";
      return say(key, { alone: fine(alone), three: fine(three) });
    }
    return { element, show };
  }

  function update() {
    const now = position();
    modes.show(now.mode);
    for (const [mode, view] of Object.entries(views)) {
      view.element.hidden = mode !== now.mode;
      const text = view.show(now);
      if (mode === now.mode) says.say(text);
    }
  }
  model.on("change:position", update);
  update();
}

/** The error with the code against the error without, one line for each kind of error, a dot on the chosen one. */
function codeChart(say, language, data) {
  const { left, top } = EDGE;
  const base = top + SIDE;
  const scale = SIDE / data.flips.at(-1);
  const point = (alone, three) => [left + alone * scale, base - three * scale];
  const label = (x, y, text, anchor = "start", className = "qc-readings-name") => drawn("text", { x, y, "text-anchor": anchor, class: className }, text);
  const lines = Object.entries(data.code).map(([kind, errors]) => {
    const points = data.flips.map((alone, at) => point(alone, errors[at]).map((value) => value.toFixed(1)).join(","));
    return [kind, drawn("polyline", { class: "qc-noise-line", points: points.join(" ") })];
  });
  const dot = drawn("circle", { class: "qc-noise-dot", r: 6 });
  const ticks = [0, 0.25, 0.5].flatMap((share) => [
    label(left + share * scale, base + 16, percent(share, language), "middle"),
    label(left - 6, base - share * scale + 4, percent(share, language), "end"),
  ]);
  const element = drawn(
    "svg",
    { class: "qc-readings", viewBox: `0 0 ${left + SIDE + 70} ${base + 40}`, "aria-hidden": "true" },
    drawn("line", { class: "qc-readings-axis", x1: left, x2: left + SIDE, y1: base, y2: base }),
    drawn("line", { class: "qc-readings-axis", x1: left, x2: left, y1: top, y2: base }),
    drawn("line", { class: "qc-noise-diagonal", x1: left, y1: base, x2: left + SIDE, y2: top }),
    ...ticks,
    label(4, top - 14, say("axis")),
    label(left + SIDE, base + 34, say("axis_alone"), "end"),
    label(left + SIDE + 4, top + 4, say("diagonal")),
    ...lines.map(([, line]) => line),
    dot,
  );
  function show(kind, alone, three) {
    for (const [name, line] of lines) line.classList.toggle("qc-noise-here", name === kind);
    const [x, y] = point(alone, three);
    dot.setAttribute("cx", x);
    dot.setAttribute("cy", y);
  }
  return { element, show };
}

export default { render };

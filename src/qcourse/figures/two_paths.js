/* Two paths with a phase and a watcher, then eight answers; every number is looked up in what Python computed. */
import { arrow, arrows, chain, drawn } from "./arrows.js";
import { choices, node, sentence, slider } from "./controls.js";
import { degrees, percent, speaker } from "./words.js";

const EXITS = [0, 1];

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const data = model.get("data");
  const id = "figure-two_paths";
  const start = { mode: "open", phase: 0, rounds: 0 };
  const position = () => ({ ...start, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const share = (value) => percent(value, language);
  const turn = (value) => degrees(value, language);

  const modes = choices({
    id: `${id}-mode`,
    legend: say("mode"),
    options: [["open", say("open")], ["watched", say("watched")], ["answers", say("answers")]],
    change: (mode) => move({ mode }),
    className: "qc-segments",
  });
  const says = sentence();
  const paths = pathsView();
  const answers = answersView();
  el.append(modes.element, paths.element, answers.element, says.element);

  function pathsView() {
    const phase = slider({ id: `${id}-phase`, label: say("phase"), min: 0, max: data.reach, step: data.step, format: turn, change: (value) => move({ phase: value }) });
    const scene = twoPaths(say, share);
    const meetings = EXITS.map((exit) => {
      const drawing = chain(150);
      const told = node("p", { class: "qc-look-says" });
      const name = node("strong", { text: say("exit", { exit }) });
      return { drawing, told, element: node("div", { class: "qc-paths-sum" }, drawing.element, node("div", {}, name, told)) };
    });
    const open = node("div", { class: "qc-pair" }, ...meetings.map((one) => one.element));
    const four = arrows(EXITS.flatMap((exit) => [0, 1].map((path) => say("path_exit", { path, exit }))), language, Math.SQRT1_2);
    const watched = node("div", {}, node("p", { class: "qc-figure-label", text: say("four") }), four.element);
    const element = node("div", {}, phase.element, scene.element, open, watched);
    function show({ mode, phase: now }) {
      const looked = mode === "watched";
      const at = now / data.step;
      const chances = data[mode][at];
      phase.show(now);
      scene.show(now, looked, chances);
      open.hidden = looked;
      watched.hidden = !looked;
      four.show(data.reaching[at].flat());
      meetings.forEach(({ drawing, told }, exit) => {
        const [first, second] = data.reaching[at][exit];
        drawing.show([first, second]);
        told.textContent = say("two_arrive", { alone: share(first[0] ** 2 + first[1] ** 2), chance: share(data.open[at][exit]) });
      });
      return say(looked ? "says_watched" : "says_open", { turn: turn(now), zero: share(chances[0]), one: share(chances[1]) });
    }
    return { element, show };
  }

  function answersView() {
    const rounds = choices({
      id: `${id}-rounds`,
      legend: say("rounds"),
      options: data.rounds.map((_, at) => [at, String(at)]),
      change: (value) => move({ rounds: value }),
      className: "qc-segments",
    });
    const bits = data.marked.length;
    const names = data.rounds[0].map((_, at) => at.toString(2).padStart(bits, "0"));
    const grid = arrows(names.map((answer) => (answer === data.marked ? say("is_marked", { answer }) : answer)), language);
    const element = node("div", {}, rounds.element, node("p", { class: "qc-figure-label", text: say("eight", { marked: data.marked }) }), grid.element);
    function show({ rounds: now }) {
      const state = data.rounds[now];
      rounds.show(now);
      grid.show(state.map((amplitude) => [amplitude, 0]));
      return say("says_rounds", { rounds: now, chance: share(state[names.indexOf(data.marked)] ** 2), other: share(state[0] ** 2) });
    }
    return { element, show };
  }

  function update() {
    const now = position();
    const search = now.mode === "answers";
    modes.show(now.mode);
    paths.element.hidden = search;
    answers.element.hidden = !search;
    says.say((search ? answers : paths).show(now));
  }
  model.on("change:position", update);
  update();
}

/** The scene: a splitter, two paths with their arrows, a watcher between them, a splitter, two exits. */
function twoPaths(say, share) {
  const line = (x1, y1, x2, y2) => drawn("line", { x1, y1, x2, y2, class: "qc-paths-line" });
  const label = (x, y, text, anchor = "middle") => drawn("text", { x, y, "text-anchor": anchor }, text);
  const splitter = (x) => [drawn("rect", { class: "qc-gate", x: x - 15, y: 60, width: 30, height: 30, rx: 5 }), drawn("text", { class: "qc-gate-name", x, y: 81, "text-anchor": "middle" }, "H")];
  const heights = [30, 120];
  const ways = heights.map((y) => {
    const one = arrow(34);
    return { y, one, element: drawn("g", {}, line(74, 75, 116, y), line(116, y, 190, y), line(190, y, 240, 75), drawn("circle", { class: "qc-arrow-round", cx: 150, cy: y, r: 26 }), one.element) };
  });
  const exits = heights.map((y, at) => {
    const ray = drawn("line", { x1: 255, y1: 75, x2: 292, y2: y, class: "qc-paths-exit" });
    const fill = drawn("rect", { class: "qc-paths-fill", x: 298, y: y + 6, height: 12, rx: 2 });
    const chance = label(398, y, "", "end");
    return { ray, fill, chance, element: drawn("g", {}, ray, label(298, y, String(at), "start"), chance, drawn("rect", { class: "qc-paths-bar", x: 298, y: y + 6, width: 100, height: 12, rx: 2 }), fill) };
  });
  const eye = drawn(
    "g",
    { class: "qc-paths-eye" },
    drawn("line", { x1: 150, y1: 56, x2: 150, y2: 94 }),
    drawn("path", { d: "M130,75Q150,58 170,75Q150,92 130,75Z" }),
    drawn("circle", { cx: 150, cy: 75, r: 5.5 }),
  );
  const element = drawn(
    "svg",
    { class: "qc-scene qc-paths", viewBox: "0 0 400 150", "aria-hidden": "true" },
    line(4, 75, 74, 75),
    label(4, 66, say("source"), "start"),
    ...ways.map((way) => way.element),
    ...exits.map((exit) => exit.element),
    ...splitter(74),
    ...splitter(240),
    label(108, 28, "0", "end"),
    label(108, 134, "1", "end"),
    eye,
  );
  function show(phase, looked, chances) {
    const angle = (phase * Math.PI) / 180;
    [[1, 0], [Math.cos(angle), Math.sin(angle)]].forEach(([re, im], at) => {
      const half = [re * Math.SQRT1_2, im * Math.SQRT1_2];
      ways[at].one.point(150, ways[at].y, half);
    });
    eye.style.display = looked ? "" : "none";
    exits.forEach((exit, at) => {
      exit.ray.style.strokeWidth = `${1 + 7 * chances[at]}px`;
      exit.fill.setAttribute("width", 100 * chances[at]);
      exit.chance.textContent = share(chances[at]);
    });
  }
  return { element, show };
}

export default { render };

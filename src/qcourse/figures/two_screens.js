/* Two screens turned by hand, and the game; every number is looked up in what Python computed. */
import { arrows, drawn } from "./arrows.js";
import { button, choices, making, node, sentence, slider, table } from "./controls.js";
import { degrees, percent, speaker } from "./words.js";

const OUTCOMES = [[0, 0], [0, 1], [1, 0], [1, 1]];

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const data = model.get("data");
  const id = `figure-${model.get("name") || "two_screens"}`;
  const start = { mode: "pair", a: 0, b: 45, look: 1, alice: [0, 0], bob: [0, 0] };
  const position = () => ({ ...start, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };

  const place = (a, b) => (a - b + 2 * data.reach) / data.step;
  const share = (value) => percent(value, language);
  const angle = (value) => degrees(value, language);
  const turn = { min: -data.reach, max: data.reach, step: data.step, format: angle };

  const modes = choices({
    id: `${id}-mode`,
    legend: say("mode"),
    options: [["pair", say("pair")], ["game", say("game")]],
    change: (mode) => move({ mode }),
    className: "qc-segments",
  });
  const says = sentence();
  const views = { pair: pairView(), game: gameView() };
  el.append(modes.element, views.pair.element, views.game.element, says.element);

  function pairView() {
    const scene = screens(say);
    const sliders = {
      a: slider({ ...turn, id: `${id}-a`, label: say("alice_angle"), change: (a) => move({ a }) }),
      b: slider({ ...turn, id: `${id}-b`, label: say("bob_angle"), change: (b) => move({ b }) }),
    };
    const agree = meter(say("agree"));
    const names = OUTCOMES.map(([alice, bob]) => say("outcome", { alice, bob }));
    const picture = arrows(names, language, data.arrow);
    const made = making({ id: `${id}-look`, say, language, options: names.map((name, at) => [at, name]), change: (look) => move({ look }) });
    const chances = table(say("chances"));
    const element = node(
      "div",
      {},
      scene.element,
      node("div", { class: "qc-pair" }, sliders.a.element, sliders.b.element),
      agree.element,
      node("p", { class: "qc-figure-label", text: say("arrows") }),
      picture.element,
      made.element,
      chances.element,
    );
    /** The arrows that arrive at an outcome by way of 00 and of 11. */
    function paths(a, b, [alice, bob]) {
      const split = (turned) => data.reading[(turned + data.reach) / data.step];
      return [0, 1]
        .map((via) => ({ from: `${via}${via}`, arrow: [Math.SQRT1_2 * split(a)[via][alice] * split(b)[via][bob], 0] }))
        .filter(({ arrow }) => Math.abs(arrow[0]) > 1e-6);
    }
    function show({ a, b, look }) {
      sliders.a.show(a);
      sliders.b.show(b);
      scene.show(a, b);
      const amplitudes = data.amplitudes[place(a, b)];
      const chance = amplitudes.map((amplitude) => amplitude ** 2);
      const agreed = data.agreement[place(a, b)];
      made.show(look, paths(a, b, OUTCOMES[look]));
      picture.show(amplitudes.map((amplitude) => [amplitude, 0]));
      agree.show(agreed, share(agreed));
      const shows = (name, bit) => say("shows", { name: say(name), bit });
      chances.show([
        ["", shows("bob", 0), shows("bob", 1), say("alone_alice")],
        [shows("alice", 0), share(chance[0]), share(chance[1]), share(chance[0] + chance[1])],
        [shows("alice", 1), share(chance[2]), share(chance[3]), share(chance[2] + chance[3])],
        [say("alone_bob"), share(chance[0] + chance[2]), share(chance[1] + chance[3]), ""],
      ]);
      return say("pair_says", { alice: angle(a), bob: angle(b), agree: share(agreed) });
    }
    return { element, show };
  }

  function gameView() {
    const make = (who, question) =>
      slider({
        ...turn,
        id: `${id}-${who}-${question}`,
        label: say(`${who}_asked`, { question }),
        change: (value) => move({ [who]: position()[who].map((old, at) => (at === question ? value : old)) }),
      });
    const sliders = { alice: [make("alice", 0), make("alice", 1)], bob: [make("bob", 0), make("bob", 1)] };
    const rounds = table(say("rounds"));
    const win = meter(say("win"), [
      [data.classical, say("ceiling", { share: share(data.classical) })],
      [data.quantum, say("limit", { share: share(data.quantum) })],
    ]);
    const element = node(
      "div",
      {},
      node("p", { class: "qc-figure-rule", text: say("rule") }),
      node("div", { class: "qc-pair" }, ...sliders.alice.map((one) => one.element), ...sliders.bob.map((one) => one.element)),
      node(
        "p",
        { class: "qc-buttons" },
        button(say("best"), () => move({ alice: [...data.best.alice], bob: [...data.best.bob] }), "qc-button-main"),
        button(say("restart"), () => move({ alice: [0, 0], bob: [0, 0] })),
      ),
      win.element,
      rounds.element,
    );
    function show({ alice, bob }) {
      for (const question of [0, 1]) {
        sliders.alice[question].show(alice[question]);
        sliders.bob[question].show(bob[question]);
      }
      const won = OUTCOMES.map(([x, y]) => {
        const agreed = data.agreement[place(alice[x], bob[y])];
        return x && y ? 1 - agreed : agreed;
      });
      const mean = won.reduce((sum, one) => sum + one, 0) / 4;
      rounds.show([
        [say("questions"), say("wanted"), say("won")],
        ...OUTCOMES.map(([x, y], at) => [say("questions_xy", { x, y }), say(x && y ? "different" : "same"), share(won[at])]),
      ]);
      win.show(mean, share(mean));
      const key = mean > data.quantum - 1e-4 ? "says_best" : mean > data.classical + 1e-4 ? "says_above" : "says_below";
      return say(key, { win: share(mean), ceiling: share(data.classical) });
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

/** The two screens, each a slot that turns, with the pair's source between them. */
function screens(say) {
  const one = (x, name) => {
    const hand = drawn(
      "g",
      { class: "qc-screen-hand" },
      drawn("rect", { x: -5, y: -44, width: 10, height: 88, rx: 5 }),
      drawn("circle", { cy: -34, r: 10 }),
      drawn("circle", { cy: 34, r: 10 }),
    );
    const bits = ["0", "1"].map((bit) => drawn("text", { class: "qc-screen-bit", "text-anchor": "middle" }, bit));
    const ticks = [-90, -45, 0, 45, 90, 135, 180, 225].map((at) =>
      drawn("line", { class: "qc-screen-tick", y1: -56, y2: -50, transform: `rotate(${at})` }),
    );
    const title = drawn("text", { class: "qc-screen-name", y: 78, "text-anchor": "middle" }, name);
    const element = drawn("g", { transform: `translate(${x} 62)` }, drawn("circle", { class: "qc-screen", r: 58 }), ...ticks, hand, ...bits, title);
    const show = (angle) => {
      hand.setAttribute("transform", `rotate(${angle})`);
      const turn = (angle * Math.PI) / 180;
      bits.forEach((bit, at) => {
        const reach = at ? -34 : 34;
        bit.setAttribute("x", reach * Math.sin(turn));
        bit.setAttribute("y", -reach * Math.cos(turn) + 5);
      });
    };
    return { element, show };
  };
  const alice = one(66, say("alice"));
  const bob = one(334, say("bob"));
  const wave = [-1, 1].map((side) => drawn("path", { class: "qc-screen-wave", d: wavePath(200 + side * 14, 200 + side * 68, side) }));
  const source = drawn("circle", { class: "qc-screen-source", cx: 200, cy: 62, r: 8 });
  const label = drawn("text", { class: "qc-screen-name", x: 200, y: 96, "text-anchor": "middle" }, say("pair_source"));
  const element = drawn("svg", { class: "qc-scene", viewBox: "0 0 400 146", "aria-hidden": "true" }, ...wave, source, label, alice.element, bob.element);
  return {
    element,
    show(a, b) {
      alice.show(a);
      bob.show(b);
    },
  };
}

function wavePath(from, to, side) {
  const points = [];
  for (let at = 0; at <= 36; at += 1) {
    const x = from + ((to - from) * at) / 36;
    points.push(`${x.toFixed(1)},${(62 - side * 6 * Math.sin((at * Math.PI) / 6)).toFixed(1)}`);
  }
  return "M" + points.join("L");
}

/** A bar from 0 to 100% with its value in words and, below, marks that carry their own names. */
function meter(label, marks = []) {
  const value = node("strong");
  const fill = node("span", { class: "qc-meter-fill" });
  const lines = marks.map(([share], at) => node("span", { class: `qc-meter-mark qc-meter-mark-${at}`, style: `left:${100 * share}%` }));
  const names = marks.map(([, text], at) => node("li", { class: `qc-meter-name qc-meter-name-${at}`, text }));
  const element = node(
    "div",
    { class: "qc-meter" },
    node("p", { class: "qc-meter-head" }, label, " ", value),
    node("div", { class: "qc-meter-bar", "aria-hidden": "true" }, fill, ...lines),
    ...(marks.length ? [node("ul", { class: "qc-meter-names" }, ...names)] : []),
  );
  return {
    element,
    show(share, text) {
      value.textContent = text;
      fill.style.width = 100 * share + "%";
    },
  };
}

export default { render };

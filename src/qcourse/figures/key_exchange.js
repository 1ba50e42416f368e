/* BB84 signal by signal, with an eavesdropper switch; every number is looked up in what Python computed. */
import { arrows } from "./arrows.js";
import { choices, node, sentence, slider, table } from "./controls.js";
import { percent, speaker } from "./words.js";

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const data = model.get("data");
  const id = "figure-key_exchange";
  const total = data.signals.length;
  const start = { mode: data.modes[0], taken: total, place: 1 };
  const position = () => ({ ...start, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const share = (value) => percent(value, language);
  const read = (basis, digit) => `${basis}\u00a0${digit}`;

  const mode = choices({
    id: `${id}-mode`,
    legend: say("mode"),
    options: data.modes.map((key) => [key, say(key)]),
    change: (value) => move({ mode: value }),
    className: "qc-segments",
  });
  const fraction = slider({
    id: `${id}-fraction`,
    label: say("fraction"),
    min: 0,
    max: total,
    format: (count) => say("fraction_is", { share: share(count / total), count, total }),
    change: (taken) => move({ taken }),
  });
  const grid = choices({
    id: `${id}-signal`,
    legend: say("signals"),
    options: data.signals.map((_, at) => [at + 1, String(at + 1)]),
    change: (place) => move({ place }),
    className: "qc-signals",
  });
  const cards = [...grid.element.querySelectorAll("label")].map((label) => {
    const rows = ["alice", "eve", "bob"].map(() => node("span", { class: "qc-signal-row" }));
    const state = node("span", { class: "qc-signal-state" });
    const body = label.querySelector("span");
    body.replaceChildren(node("span", { class: "qc-signal-place", text: body.textContent }), ...rows, state);
    return { label, rows, state };
  });
  const readings = ["eve_arrows", "bob_arrows"].map((key) => {
    const label = node("p", { class: "qc-figure-label" });
    const picture = arrows([say("zero"), say("one")], language);
    const element = node("div", {}, label, picture.element);
    function show(bit, written, basis) {
      label.textContent = say(key, { written, read: basis });
      picture.show(data.arrows[`${bit}${written}${basis}`].map((amplitude) => [amplitude, 0]));
    }
    return { element, show };
  });
  const numbers = table(say("numbers_table"));
  const says = sentence();
  el.append(
    mode.element,
    fraction.element,
    grid.element,
    node("div", { class: "qc-pair" }, ...readings.map((one) => one.element)),
    says.element,
    numbers.element,
  );

  /** What one signal went through: Eve's and Bob's readings, and what became of it. */
  function trip(signal, now) {
    if (now.mode === "impersonate") {
      const alice = signal.alice === signal.eve;
      const bob = signal.own_basis === signal.bob;
      const outcome = alice && bob ? "both" : alice ? "a" : bob ? "b" : "neither";
      return { taken: true, sent: [signal.own, signal.own_basis], reads: signal.fooled, outcome };
    }
    const taken = now.mode === "intercept" && signal.turn < now.taken;
    const reads = taken ? signal.tapped : signal.free;
    const kept = signal.alice === signal.bob;
    const outcome = !kept ? "dropped" : reads === signal.bit ? "kept" : "wrong";
    return { taken, sent: taken ? [signal.seen, signal.eve] : [signal.bit, signal.alice], reads, outcome };
  }

  function signalSays(signal, now, { taken, sent, reads, outcome }) {
    const parts = [say("sends", { place: now.place, bit: signal.bit, basis: signal.alice })];
    if (now.mode === "impersonate") {
      parts.push(say("plays_bob", { basis: signal.eve, seen: signal.seen }));
      parts.push(say("plays_alice", { bit: sent[0], basis: sent[1] }));
    } else if (taken) parts.push(say("taps", { basis: signal.eve, seen: signal.seen }));
    parts.push(say("bob_reads", { basis: signal.bob, seen: reads }), say(`is_${outcome}`));
    return parts.join(" ");
  }

  function update() {
    const now = position();
    const taken = now.mode === "intercept" ? now.taken : 0;
    const forged = now.mode === "impersonate";
    mode.show(now.mode);
    fraction.element.hidden = now.mode !== "intercept";
    fraction.show(now.taken);
    grid.show(now.place);
    data.signals.forEach((signal, at) => {
      const way = trip(signal, now);
      const { label, rows, state } = cards[at];
      const known = { dropped: "dropped", neither: "dropped" }[way.outcome] || way.outcome;
      const seen = read(signal.eve, signal.seen);
      const eve = forged ? `${seen} → ${read(way.sent[1], way.sent[0])}` : way.taken ? seen : "–";
      [read(signal.alice, signal.bit), eve, read(signal.bob, way.reads)].forEach((text, row) => {
        rows[row].replaceChildren(node("span", { class: "qc-signal-who", text: say(["alice", "eve", "bob"][row]) }), " " + text);
      });
      state.textContent = say(`state_${known}`);
      label.dataset.state = known;
    });
    const signal = data.signals[now.place - 1];
    const way = trip(signal, now);
    readings[0].element.hidden = !way.taken;
    readings[0].show(signal.bit, signal.alice, signal.eve);
    readings[1].show(...way.sent, signal.bob);
    const totals = say(`totals_${now.mode}`, {
      total,
      kept: data.kept,
      alice: data.kept_alice,
      bob: data.kept_bob,
      errors: forged ? data.impostor : data.errors[taken],
      expected: share(data.expected[taken]),
    });
    says.say(`${signalSays(signal, now, way)} ${totals}`);
    const chance = data.alarm[taken];
    numbers.show([
      [say("quantity"), say("value")],
      [say("expected"), share(data.expected[taken])],
      [say("alarm", { compared: data.compared }), chance > data.almost_sure ? say("more_than", { share: share(data.almost_sure) }) : share(chance)],
      [say("known"), share(forged ? 1 : data.known[taken])],
    ]);
  }
  model.on("change:position", update);
  update();
}

export default { render };

/* A message from a post to headquarters, step by step: what passes on the line, and what an eavesdropper keeps of it. */
import { drawn } from "./arrows.js";
import { button, choices, node, sentence } from "./controls.js";
import { number, speaker } from "./words.js";

const WIDTH = 320;
const LEFTWARD = ["agreement", "identity"];

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const { steps, pieces, readers, methods, halves, length, message, locked } = model.get("data");
  const id = "figure-message_trip";
  const start = { at: 0, reader: readers[0], method: methods[0] };
  const position = () => ({ ...start, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };

  const numbered = steps.map((step, at) => {
    const one = button(number(at + 1, language), () => move({ at }), "qc-step");
    one.setAttribute("aria-label", `${number(at + 1, language)}, ${say(step.id)}, ${say(step.family)}`);
    return one;
  });
  const heading = node("p", { class: "qc-measure-name", tabindex: -1 });
  const family = node("p", { class: "qc-figure-label" });
  const told = node("p", { class: "qc-measure-text" });
  const previous = button(say("previous"), () => go(position().at - 1));
  const next = button(say("next"), () => go(position().at + 1), "qc-button-main");
  const reader = choices({
    id: `${id}-reader`,
    legend: say("reader"),
    options: readers.map((key) => [key, say(key)]),
    change: (value) => move({ reader: value }),
  });
  const method = choices({
    id: `${id}-method`,
    legend: say("method"),
    options: methods.map((key) => [key, say(key)]),
    change: (value) => move({ method: value }),
  });
  const scene = line(say);
  const says = sentence();
  const body = node("tbody");
  const kept = node(
    "table",
    { class: "qc-figure-table" },
    node("caption", { text: say("kept") }),
    node("thead", {}, node("tr", {}, node("th", { scope: "col", text: say("piece") }), node("th", { scope: "col", text: say("worth") }))),
    body,
  );
  const content = node("code", { class: "qc-trip-content" });
  const seen = node("p", { class: "qc-figure-gap" }, node("span", { class: "qc-figure-label", text: say("seen") }), node("br"), content);

  function go(at) {
    move({ at });
    heading.focus();
  }

  el.append(
    node("div", { class: "qc-steps", role: "group", "aria-label": say("steps") }, ...numbered),
    heading,
    family,
    told,
    scene.element,
    node("p", { class: "qc-buttons" }, previous, next),
    node("div", { class: "qc-pair" }, reader.element, method.element),
    says.element,
    kept,
    seen,
  );

  function size(piece, now) {
    if (piece.id === "content") return number(length[language], language);
    return piece.id in halves ? number(halves[piece.id][now.method], language) : "";
  }

  function spoken(now, opens) {
    const step = steps[now.at].id;
    const sent = steps.findIndex((one) => one.id === "message");
    const before = !opens ? "waiting" : now.at === 0 ? "halfway" : "key";
    const after = opens ? "opened" : now.reader === "machine" ? "holds" : "locked";
    const place = say("step_of", { place: number(now.at + 1, language), total: number(steps.length, language) });
    const key = now.at < sent ? before : after;
    return say(`says_${key}`, { step: `${place} (${say(step)})` }) + (now.reader === "machine" && step === "identity" ? " " + say("forged") : "");
  }

  function update() {
    const now = position();
    const step = steps[now.at];
    const state = (piece) => piece.states[now.method][now.reader];
    const had = pieces.filter((piece) => piece.step <= now.at);
    const opens = state(pieces.find((piece) => piece.id === "content")) === "opened";
    numbered.forEach((one, at) => {
      one.dataset.state = at < now.at ? "compared" : "open";
      one.removeAttribute("aria-current");
      if (at === now.at) one.setAttribute("aria-current", "step");
    });
    heading.textContent = `${say("step_of", { place: number(now.at + 1, language), total: number(steps.length, language) })} · ${say(step.id)}`;
    family.textContent = say("at_work", { family: say(step.family) });
    told.textContent = say(`told_${step.id}`);
    previous.disabled = now.at === 0;
    next.disabled = now.at === steps.length - 1;
    reader.show(now.reader);
    method.show(now.method);
    scene.show(step.id, had.filter((piece) => !["absent", "computed"].includes(state(piece))).length, opens);
    body.replaceChildren(
      ...had.map((piece) => {
        const worth = state(piece);
        const cell = node("td", { text: say(`state_${worth}`) });
        cell.dataset.worth = worth;
        return node("tr", {}, node("th", { scope: "row", text: say(`piece_${piece.id}`, { bytes: size(piece, now) }) }), cell);
      }),
    );
    seen.hidden = !had.some((piece) => piece.id === "content");
    content.textContent = opens ? message[language] : locked[language];
    says.say(spoken(now, opens));
  }
  model.on("change:position", update);
  update();
}

/** The line between post and headquarters, what passes on it, and the eavesdropper's branch below. */
function line(say) {
  const element = drawn("svg", { class: "qc-trip", "aria-hidden": "true", viewBox: `0 0 ${WIDTH} 138` });
  const words = (x, y, text, className = "") => drawn("text", { x, y, class: className, "text-anchor": "middle" }, text);
  const place = (x, text) => [drawn("rect", { class: "qc-trip-place", x: x - 48, y: 16, width: 96, height: 34, rx: 6 }), words(x, 38, text)];

  function show(step, count, opens) {
    const closed = step === "identity" || step === "message";
    const passes = step !== "storage";
    const back = LEFTWARD.includes(step);
    const middle = WIDTH / 2;
    element.replaceChildren(
      drawn("line", { class: "qc-trip-line", x1: 98, x2: WIDTH - 98, y1: 33, y2: 33 }),
      ...(passes ? [drawn("polygon", { class: "qc-trip-tip", points: back ? "98,33 108,28 108,38" : `${WIDTH - 98},33 ${WIDTH - 108},28 ${WIDTH - 108},38` })] : []),
      drawn("line", { class: "qc-trip-branch", x1: middle, x2: middle, y1: 33, y2: 92 }),
      ...place(50, say("post")),
      ...place(WIDTH - 50, say("server")),
      ...(passes
        ? [
            drawn("rect", { class: closed && !opens ? "qc-trip-packet qc-trip-closed" : "qc-trip-packet", x: middle - 44, y: 20, width: 88, height: 26, rx: 4 }),
            words(middle, 38, say(`line_${step}`), closed && !opens ? "qc-trip-inside" : ""),
          ]
        : []),
      words(middle, passes ? 12 : 24, passes ? "" : say("line_storage"), "qc-trip-note"),
      drawn("rect", { class: "qc-trip-ear", x: middle - 92, y: 92, width: 184, height: 34, rx: 6 }),
      words(middle, 114, say("eavesdropper_has", { count })),
    );
  }
  return { element, show };
}

export default { render };

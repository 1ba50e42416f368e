/* The opening of a connection in squares of 32 bytes: the reader chooses the methods, the page looks the bytes up. */
import { drawn } from "./arrows.js";
import { choices, node, sentence, table } from "./controls.js";
import { number, speaker } from "./words.js";

const STEP = 6;
const SIDE = 5;
const JOBS = ["agreement", "key", "signature"];

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const data = model.get("data");
  const id = "figure-sizes_on_the_wire";
  const [agreement, signature, certificates] = data.usual;
  const start = { agreement, signature, certificates };
  const position = () => ({ ...start, ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const written = (value) => number(value, language, 1);
  const group = (key, options) =>
    choices({ id: `${id}-${key}`, legend: say(key), options, change: (value) => move({ [key]: value }) });

  const agreements = group("agreement", data.agreements.map((key) => [key, say(key)]));
  const signatures = group("signature", data.signatures.map((key) => [key, say(key)]));
  const counts = group("certificates", data.certificates.map((count) => [count, say(`certificates_${count}`)]));
  const usual = data.openings[data.usual.join("/")];
  const compared = field(data.columns);
  const composed = field(data.columns);
  const heading = node("p", { class: "qc-figure-label" });
  const legend = node("ul", { class: "qc-wire-jobs" });
  const says = sentence();
  const bytes = table(say("pieces"));
  compared.show(usual.pieces);

  el.append(
    node("div", { class: "qc-pair" }, node("div", {}, agreements.element, counts.element), signatures.element),
    node("p", { class: "qc-figure-label", text: say("scale", { tile: written(data.tile) }) }),
    node("p", { class: "qc-figure-label", text: say("compared", { bytes: written(usual.total) }) }),
    compared.element,
    heading,
    composed.element,
    legend,
    says.element,
    bytes.element,
  );

  function row(piece) {
    const parts = { count: written(piece.count), size: written(piece.size), bytes: written(piece.bytes) };
    return [
      say(piece.id),
      say(piece.id === "client_half" ? "post" : "server"),
      piece.count > 1 ? say("several", parts) : parts.bytes,
    ];
  }

  function update() {
    const now = position();
    const opening = data.openings[[now.agreement, now.signature, now.certificates].join("/")];
    const same = opening === usual;
    agreements.show(now.agreement);
    signatures.show(now.signature);
    counts.show(now.certificates);
    heading.textContent = say("composed", { bytes: written(opening.total) });
    composed.show(opening.pieces);
    legend.replaceChildren(
      ...JOBS.map((job) => {
        const all = opening.pieces.filter((piece) => piece.job === job).reduce((sum, piece) => sum + piece.bytes, 0);
        return node("li", { class: "qc-wire-job" }, sample(job), node("span", { text: say(`job_${job}`, { bytes: written(all) }) }));
      }),
    );
    bytes.show([
      [say("piece"), say("from"), say("bytes")],
      ...opening.pieces.map(row),
      [say("total"), say("both_ways"), written(opening.total)],
    ]);
    const size = say(same ? "says_usual" : "says_times", { total: written(opening.total), times: written(opening.times) });
    const lasts = data.lasts[now.agreement];
    const forged = data.forged[now.signature] || "unforged";
    says.say([size, say(`says_${lasts}`), say(`says_${forged}`)].join(" "));
  }
  model.on("change:position", update);
  update();
}

/** Squares in rows, one path for each piece: full, hollow or triangular by its job. */
function field(columns) {
  const element = drawn("svg", { class: "qc-wire-field", "aria-hidden": "true" });
  function show(pieces) {
    const all = pieces.reduce((sum, piece) => sum + piece.tiles, 0);
    element.setAttribute("viewBox", `-0.5 -0.5 ${columns * STEP} ${Math.ceil(all / columns) * STEP}`);
    let first = 0;
    element.replaceChildren(
      ...pieces.map((piece) => {
        const places = Array.from({ length: piece.tiles }, (_, place) => first + place);
        first += piece.tiles;
        const corners = places.map((place) => [(place % columns) * STEP, Math.floor(place / columns) * STEP]);
        return tiles(piece.job, corners, SIDE);
      }),
    );
  }
  return { element, show };
}

function tiles(job, corners, side) {
  const shape = job === "signature" ? `v${side}h${side}z` : `h${side}v${side}h${-side}z`;
  return drawn("path", { class: `qc-wire-${job}`, d: corners.map(([x, y]) => `M${x} ${y}${shape}`).join("") });
}

function sample(job) {
  const element = drawn("svg", { class: "qc-wire-sample", "aria-hidden": "true", viewBox: "-1 -1 12 12" });
  element.append(tiles(job, [[0, 0]], 10));
  return element;
}

export default { render };

/* The one picture of the course: an arrow for each outcome, its squared length the chance of that outcome.
   A positive amplitude points right, a negative one left; a phase turns it counter-clockwise. */
import { percent } from "./words.js";

const RADIUS = 38;
const HEAD = 9;

/** An SVG element with its attributes and children. */
export function drawn(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** One arrow from (x, y): returns its element and a function that points it; an amplitude of 1 is `unit` long. */
export function arrow(unit, className = "qc-arrow-line") {
  const shaft = drawn("line", { class: "qc-arrow-shaft" });
  const tip = drawn("polygon", { class: "qc-arrow-tip" });
  const dot = drawn("circle", { class: "qc-arrow-tip", r: 2.5 });
  const element = drawn("g", { class: className }, shaft, tip, dot);
  function point(x, y, [re, im]) {
    const size = Math.hypot(re, im);
    const length = size * unit;
    const visible = length >= 1;
    shaft.style.display = tip.style.display = visible ? "" : "none";
    dot.style.display = visible ? "none" : "";
    dot.setAttribute("cx", x);
    dot.setAttribute("cy", y);
    if (!visible) return;
    const along = [re / size, -im / size];
    const head = Math.min(HEAD, length * 0.6);
    const end = [x + along[0] * length, y + along[1] * length];
    const neck = [end[0] - along[0] * head, end[1] - along[1] * head];
    const side = [-along[1] * head * 0.55, along[0] * head * 0.55];
    const corners = [end, [neck[0] + side[0], neck[1] + side[1]], [neck[0] - side[0], neck[1] - side[1]]];
    for (const [name, value] of Object.entries({ x1: x, y1: y, x2: neck[0], y2: neck[1] })) shaft.setAttribute(name, value);
    tip.setAttribute("points", corners.map((corner) => corner.join(",")).join(" "));
  }
  return { element, point };
}

/** A grid of outcomes, each with arrow, name, chance and bar; `show(amplitudes)` moves them all.
    An arrow as long as `reach` touches its circle. */
export function arrows(names, language, reach = 1) {
  const element = document.createElement("ul");
  element.className = `qc-arrows qc-arrows-${names.length}`;
  const cells = names.map((name) => cell(name, language, reach));
  element.append(...cells.map((one) => one.element));
  return { element, show: (amplitudes) => amplitudes.forEach((amplitude, place) => cells[place].show(amplitude)) };
}

/** Arrows added tip to tail in `size` × `size` pixels, then their sum; `show(steps)` draws them. Arrows along one line
    are drawn side by side, so that none hides another. */
export function chain(size) {
  const unit = size / 2.4;
  const element = drawn("svg", { viewBox: `0 0 ${size} ${size}`, class: "qc-chain", "aria-hidden": "true" });
  function show(steps) {
    const [first = [1, 0]] = steps;
    const inLine = steps.length > 1 && steps.every(([re, im]) => Math.abs(re * first[1] - im * first[0]) < 1e-9);
    const aside = inLine ? [-first[1] / Math.hypot(...first), -first[0] / Math.hypot(...first)] : [0, 0];
    const add = (from, step, className, track) => {
      const one = arrow(unit, className);
      one.point(size / 2 + from[0] * unit + 9 * track * aside[0], size / 2 - from[1] * unit + 9 * track * aside[1], step);
      element.append(one.element);
    };
    element.replaceChildren(drawn("circle", { class: "qc-arrow-round", cx: size / 2, cy: size / 2, r: unit }));
    let at = [0, 0];
    steps.forEach((step, place) => {
      add(at, step, "qc-arrow-line qc-arrow-step", place + 1);
      at = [at[0] + step[0], at[1] + step[1]];
    });
    add([0, 0], at, "qc-arrow-line qc-arrow-sum", inLine ? -0.5 : 0);
  }
  return { element, show };
}

function cell(name, language, reach) {
  const middle = RADIUS + 4;
  const one = arrow(RADIUS / reach);
  const picture = drawn(
    "svg",
    { viewBox: `0 0 ${2 * middle} ${2 * middle}`, "aria-hidden": "true" },
    drawn("circle", { class: "qc-arrow-round", cx: middle, cy: middle, r: RADIUS }),
    one.element,
  );
  const element = document.createElement("li");
  element.className = "qc-arrow";
  const part = (className) => element.appendChild(Object.assign(document.createElement("span"), { className }));
  element.append(picture);
  part("qc-arrow-name").textContent = name;
  const chance = part("qc-arrow-chance");
  const bar = part("qc-arrow-bar").appendChild(document.createElement("span"));
  function show(amplitude) {
    const share = amplitude[0] ** 2 + amplitude[1] ** 2;
    one.point(middle, middle, amplitude);
    chance.textContent = percent(share, language);
    bar.style.width = 100 * share + "%";
  }
  return { element, show };
}

/* The dated estimates: a chart of marks, one of them chosen by keyboard or pointer, and what the register says of it. */
import { drawn } from "./arrows.js";
import { choices, sentence, table } from "./controls.js";
import { speaker } from "./words.js";

const LEFT = 84;
const TOP = 12;
const TALL = 240;

function render({ model, el }) {
  const say = speaker(model);
  const data = model.get("data");
  const id = "figure-estimates_fall";
  const chosen = () => ({ point: 1, ...model.get("position") }).point;
  const choose = (point) => {
    model.set("position", { point });
    model.save_changes();
  };
  const about = (place, key) => say(`point_${place}_${key}`);
  const element = drawn("svg", { class: "qc-estimates", "aria-hidden": "true" });
  const points = choices({
    id: `${id}-point`,
    legend: say("choose"),
    options: data.points.map((_, place) => [place, about(place, "option")]),
    change: choose,
    className: "qc-estimate-choices",
  });
  const facts = table(say("details"));
  const says = sentence();
  const axis = document.createElement("p");
  axis.className = "qc-figure-label";
  axis.textContent = say("axis");
  el.append(axis, element, points.element, facts.element, says.element);

  function draw(width) {
    const span = width - LEFT - 14;
    const [first, last] = data.years;
    const [low, high] = data.powers;
    const x = (year) => LEFT + (span * (year - first)) / (last - first);
    const y = (power) => TOP + (TALL * (high - power)) / (high - low);
    const lines = [];
    for (let power = low; power <= high; power += 1) {
      lines.push(drawn("line", { class: "qc-estimate-line", x1: LEFT, x2: LEFT + span, y1: y(power), y2: y(power) }));
      lines.push(drawn("text", { class: "qc-estimate-scale", x: LEFT - 6, y: y(power) + 4, "text-anchor": "end" }, say(`scale_${power}`)));
    }
    const every = span < 300 ? 2 : 1;
    for (let year = first; year <= last; year += every) {
      lines.push(drawn("text", { class: "qc-estimate-scale", x: x(year), y: TOP + TALL + 20, "text-anchor": "middle" }, String(year)));
    }
    const now = chosen();
    const marks = data.points.map((point, place) => {
      const [a, b] = [x(point.when), y(point.power)];
      const mark = drawn("g", { class: `qc-estimate qc-estimate-${point.kind}` }, shape(point.kind, a, b));
      mark.addEventListener("click", () => choose(place));
      mark.append(drawn("circle", { class: "qc-estimate-reach", cx: a, cy: b, r: 13 }));
      if (point.below) {
        mark.append(drawn("line", { class: "qc-estimate-below", x1: a, x2: a, y1: b + 7, y2: b + 17 }));
        mark.append(drawn("polygon", { class: "qc-estimate-tip", points: `${a - 4},${b + 15} ${a + 4},${b + 15} ${a},${b + 22}` }));
      }
      return mark;
    });
    const point = data.points[now];
    const [a, b] = [x(point.when), y(point.power)];
    const early = a < LEFT + span / 2;
    const legend = ["rsa", "curve", "any"].flatMap((kind, place) => {
      const below = TOP + TALL + 46 + 22 * place;
      return [
        drawn("g", { class: `qc-estimate qc-estimate-${kind}` }, shape(kind, LEFT + 8, below)),
        drawn("text", { x: LEFT + 24, y: below + 5 }, say(kind)),
      ];
    });
    element.setAttribute("viewBox", `0 0 ${width} ${TOP + TALL + 104}`);
    element.style.maxWidth = `${width}px`;
    element.replaceChildren(
      ...lines,
      ...legend,
      drawn("circle", { class: "qc-estimate-ring", cx: a, cy: b, r: 12 }),
      ...marks,
      drawn("text", { class: "qc-estimate-number", x: a + (early ? 18 : -18), y: b - 6, "text-anchor": early ? "start" : "end" }, about(now, "qubits")),
    );
  }

  function update() {
    const now = chosen();
    draw(Math.min(Math.max(el.clientWidth, 270), 640));
    points.show(now);
    facts.show([[say("what"), say("said")], ...data.details.map((key) => [say(key), about(now, key)])]);
    says.say(about(now, "says"));
  }
  new ResizeObserver(() => draw(Math.min(Math.max(el.clientWidth, 270), 640))).observe(el);
  model.on("change:position", update);
  update();
}

/** A disc for RSA-2048, a square for curves, a diamond for the least of all. */
function shape(kind, x, y) {
  if (kind === "rsa") return drawn("circle", { cx: x, cy: y, r: 6.5 });
  if (kind === "curve") return drawn("rect", { x: x - 6, y: y - 6, width: 12, height: 12 });
  return drawn("polygon", { points: `${x},${y - 8} ${x + 8},${y} ${x},${y + 8} ${x - 8},${y}` });
}

export default { render };

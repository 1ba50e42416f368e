/* A schematic map in three parts: a filter by kind, a place to choose, and what the register says of it, by date. */
import { drawn } from "./arrows.js";
import { choices, node, sentence } from "./controls.js";
import { number, speaker } from "./words.js";

const GAP = 10;
const LABELS = { start: [-11, 5, "end"], end: [11, 5, "start"], above: [0, -13, "middle"], below: [0, 22, "middle"] };

function render({ model, el }) {
  const say = speaker(model);
  const language = model.get("language");
  const { kinds, panels, places } = model.get("data");
  const id = "figure-office_network";
  const position = () => ({ kind: "all", place: "london", ...model.get("position") });
  const move = (change) => {
    model.set("position", { ...position(), ...change });
    model.save_changes();
  };
  const holds = (one, kind) => kind === "all" || one.kinds.includes(kind);
  const named = (one) => one.name[language];
  const joined = (texts) => texts.join(say("and"));

  const filter = choices({
    id: `${id}-kind`,
    legend: say("filter"),
    options: ["all", ...kinds].map((kind) => [kind, kind === "all" ? say(kind) : `${say("mark_" + kind)} ${say(kind)}`]),
    change: (kind) => {
      const now = places.find((one) => one.id === position().place);
      move({ kind, place: (holds(now, kind) ? now : places.find((one) => holds(one, kind))).id });
    },
    className: "qc-segments",
  });
  const says = sentence();
  const map = drawn("svg", { class: "qc-network", "aria-hidden": "true" });
  const chips = Object.fromEntries(
    places.map((one) => {
      const input = node("input", { type: "radio", name: `${id}-place`, id: `${id}-place-${one.id}`, value: one.id });
      input.addEventListener("change", () => move({ place: one.id }));
      const unseen = node("span", { class: "qc-unseen", text: ` (${joined(one.kinds.map((kind) => say(kind)))})` });
      const marks = node("span", { class: "qc-actor-marks", "aria-hidden": "true", text: one.kinds.map((kind) => say("mark_" + kind)).join(" ") });
      const closing = one.closing ? [node("small", { class: "qc-network-closing", text: ` (${say("closing")})` })] : [];
      const name = node("span", { text: named(one) }, ...closing);
      return [one.id, { input, element: node("label", { class: "qc-choose", for: input.id }, input, name, unseen, marks) }];
    }),
  );
  const list = node(
    "fieldset",
    { class: "qc-choices qc-actors qc-network-places" },
    node("legend", { text: say("places") }),
    ...panels.map((panel) =>
      node(
        "div",
        { class: "qc-actors-group", role: "group", "aria-label": say("panel_" + panel.id) },
        node("p", { class: "qc-measure-name", text: say("panel_" + panel.id) }),
        ...places.filter((one) => one.panel === panel.id).map((one) => chips[one.id].element),
      ),
    ),
  );
  const card = node("div", { class: "qc-reading", "aria-live": "polite" });
  el.append(filter.element, map, list, says.element, card);

  /** The whole map, or on a narrow page the part of the chosen place. */
  function draw(width) {
    const { kind, place } = position();
    const chosen = places.find((one) => one.id === place);
    const shown = width < 560 ? panels.filter((panel) => panel.id === chosen.panel) : panels;
    const size = Math.min((width - GAP * (shown.length - 1)) / shown.length, 300);
    const parts = [];
    shown.forEach((panel, column) => {
      const left = column * (size + GAP);
      parts.push(drawn("rect", { class: "qc-network-sea", x: left + 1, y: 1, width: size - 2, height: size - 2, rx: 8 }));
      for (const shape of panel.land)
        parts.push(drawn("polygon", { class: "qc-network-land", points: shape.map(([x, y]) => `${left + x * size},${y * size}`).join(" ") }));
      for (const one of places.filter((other) => other.panel === panel.id)) {
        const [x, y] = [left + one.at[0] * size, one.at[1] * size];
        const [dx, dy, anchor] = LABELS[one.label];
        const look = ["qc-network-place", one.closing ? "qc-network-closed" : "", holds(one, kind) ? "" : "qc-network-other", one === chosen ? "qc-network-here" : ""];
        const mark = drawn(
          "g",
          { class: look.filter(Boolean).join(" ") },
          ...(one === chosen ? [drawn("circle", { class: "qc-network-ring", cx: x, cy: y, r: 11 })] : []),
          drawn("circle", { class: "qc-network-dot", cx: x, cy: y, r: 6 }),
          drawn("text", { x: x + dx, y: y + dy, "text-anchor": anchor }, named(one).split(" (")[0]),
          drawn("circle", { class: "qc-network-reach", cx: x, cy: y, r: 14 }),
        );
        mark.addEventListener("click", () => holds(one, position().kind) && move({ place: one.id }));
        parts.push(mark);
      }
    });
    const whole = shown.length * (size + GAP) - GAP;
    map.setAttribute("viewBox", `0 0 ${whole} ${size}`);
    map.style.maxWidth = `${whole}px`;
    map.replaceChildren(...parts);
  }

  function told(means) {
    return node(
      "li",
      {},
      node("strong", { text: means.head[language] }),
      node("span", { class: "qc-network-kind", text: `${say("mark_" + means.kind)} ${say(means.kind)}, ${say("whose_" + means.whose)}` }),
      node("span", { class: "qc-network-told", text: means.told[language] }),
    );
  }

  const width = () => Math.min(Math.max(el.clientWidth, 240), 720);
  let read = "";
  function update() {
    const { kind, place } = position();
    const chosen = places.find((one) => one.id === place);
    filter.show(kind);
    for (const one of places) {
      chips[one.id].input.checked = one === chosen;
      chips[one.id].element.hidden = !holds(one, kind);
    }
    list.querySelectorAll(".qc-actors-group").forEach((group, at) => (group.hidden = !places.some((one) => one.panel === panels[at].id && holds(one, kind))));
    const found = places.filter((one) => holds(one, kind));
    const name = kind === "all" ? "" : say(kind)[0].toUpperCase() + say(kind).slice(1);
    const values = { kind: name, found: number(found.length, language), total: number(places.length, language), names: joined(found.map(named)) };
    says.say(kind === "all" ? chosen.says[language] : say("says_kind", values));
    draw(width());
    if (read === kind + place) return;
    read = kind + place;
    const held = chosen.means.filter((means) => kind === "all" || means.kind === kind);
    const part = (key, means) => (means.length ? [node("p", { class: "qc-figure-label", text: say(key) }), node("ul", { class: "qc-network-means" }, ...means.map(told))] : []);
    card.replaceChildren(
      node("p", { class: "qc-measure-name", text: named(chosen) }),
      ...part("then", held.filter((means) => means.then)),
      ...part("later", held.filter((means) => !means.then)),
    );
  }
  new ResizeObserver(() => draw(width())).observe(el);
  model.on("change:position", update);
  update();
}

export default { render };
